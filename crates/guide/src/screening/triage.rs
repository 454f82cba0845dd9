//! What follows from the answers of a check. Pure: it asks nobody.

use std::collections::BTreeSet;

use super::profile::{Kept, Profile};
use crate::model::{Precaution, RedFlag, Urgency};

/// What a reader answers to one sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// It applies.
    Yes,
    /// It does not.
    No,
    /// The reader cannot tell.
    Unsure,
}

/// What the answers so far lead to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// Nothing stops the reader; the next question can be asked.
    GoOn,
    /// Stop here: this red flag applies, or may.
    Stop {
        /// The id of the red flag.
        flag: String,
        /// Whether the reader could not tell: then the first thing is to ring and ask.
        unsure: bool,
    },
}

/// The answers so far, and what follows from them.
#[derive(Debug, Default)]
pub struct Triage {
    /// The signs that were asked about, whatever the answer was.
    answered: BTreeSet<String>,
    soon: Vec<String>,
    implied: Vec<Implied>,
    /// The signs that apply, or may, in the order in which they were told.
    affirmed: Vec<String>,
    named: BTreeSet<String>,
    denied: BTreeSet<String>,
    /// Whether the reader was asked about every precaution, or said of their own accord that none applies.
    was_asked: bool,
    /// Whether the reader said so without being asked.
    says_none: bool,
    kept: Kept,
}

/// The precautions that a sign implies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Implied {
    /// The sign, by id.
    pub sign: String,
    /// The precautions, by id.
    pub precautions: Vec<String>,
}

impl Triage {
    /// No answer yet, of a reader who keeps this.
    pub fn of_reader_who_keeps(kept: Kept) -> Self {
        Self { kept, ..Self::default() }
    }

    /// What a reader declared before the questions begin.
    pub fn of_profile(profile: &Profile) -> Self {
        let named: BTreeSet<String> = profile.declared().iter().cloned().collect();
        // A profile that says that nothing applies may be older than what applies now.
        let says_none = profile.was_asked() && named.is_empty() && profile.kept().is_none();
        Self { named, says_none, ..Self::default() }
    }

    /// Takes an answer about a sign. An urgent sign stops everything, and so does not knowing: missing knowledge is never
    /// safety. A sign that can wait some days is kept for the end.
    pub fn take(&mut self, flag: &RedFlag, answer: Answer) -> Outcome {
        self.answered.insert(flag.id.clone());
        let unsure = match answer {
            Answer::No => return Outcome::GoOn,
            Answer::Yes => false,
            Answer::Unsure => true,
        };
        self.affirm(&flag.id);
        if !flag.implies.is_empty() && self.implied.iter().all(|it| it.sign != flag.id) {
            self.implied.push(Implied { sign: flag.id.clone(), precautions: flag.implies.clone() });
        }
        if flag.urgency > Urgency::Soon {
            return Outcome::Stop { flag: flag.id.clone(), unsure };
        }
        if !self.soon.contains(&flag.id) {
            self.soon.push(flag.id.clone());
        }
        Outcome::GoOn
    }

    /// Takes a precaution that applies. One that is a sign stops everything, as it would when it is declared.
    pub fn name(&mut self, precaution: &Precaution) -> Outcome {
        self.named.insert(precaution.id.clone());
        match precaution.sign() {
            Some(flag) => {
                self.affirm(flag);
                Outcome::Stop { flag: flag.clone(), unsure: false }
            }
            None => Outcome::GoOn,
        }
    }

    fn affirm(&mut self, flag: &str) {
        if self.affirmed.iter().all(|id| id != flag) {
            self.affirmed.push(flag.to_owned());
        }
    }

    /// The signs that apply, or may, but for one.
    pub fn affirmed_besides<'t>(&'t self, flag: &'t str) -> impl Iterator<Item = &'t str> {
        self.affirmed.iter().map(String::as_str).filter(move |id| *id != flag)
    }

    /// Takes a precaution that does not apply.
    pub fn deny(&mut self, precaution: &Precaution) {
        self.denied.insert(precaution.id.clone());
    }

    /// The reader said that no precaution applies.
    pub fn take_none(&mut self) {
        self.says_none = true;
        self.was_asked = true;
    }

    /// Every question about precautions was asked.
    pub fn end(&mut self) {
        self.was_asked = true;
    }

    /// Whether a sign is still to be asked about. One that few can have is not, once they denied what makes them few.
    pub fn asks_about_sign(&self, flag: &RedFlag, only_for: &[String]) -> bool {
        let may_be = |id: &String| !self.denied.contains(id) && (!self.says_none || self.applies(id));
        !self.answered.contains(&flag.id) && (only_for.is_empty() || only_for.iter().any(may_be))
    }

    /// Whether a precaution is still to be asked about: what is known is not, nor what was asked as a sign already.
    pub fn asks_about_precaution(&self, precaution: &Precaution) -> bool {
        let was_a_sign = precaution.sign().is_some_and(|flag| self.answered.contains(flag));
        !was_a_sign && !self.applies(&precaution.id) && !self.denied.contains(&precaution.id)
    }

    /// The signs that a precaution hangs on and that nobody asked about yet.
    pub fn open_of<'p>(&self, precaution: &'p Precaution) -> impl Iterator<Item = &'p String> {
        precaution.further().iter().filter(|flag| !self.answered.contains(*flag))
    }

    /// Whether it is known that a precaution applies.
    fn applies(&self, id: &String) -> bool {
        let is_kept = matches!(&self.kept, Kept::Profile(kept) if kept.declared().contains(id));
        is_kept || self.named.contains(id) || self.implied.iter().any(|it| it.precautions.contains(id))
    }

    /// The signs to book an appointment for.
    pub fn soon(&self) -> &[String] {
        &self.soon
    }

    /// What the signs that apply imply.
    pub fn implied(&self) -> &[Implied] {
        &self.implied
    }

    /// Whether the reader answered for every sign and precaution.
    pub fn is_whole(&self) -> bool {
        self.was_asked
    }

    /// Whether it is known which precautions apply: the reader was asked, or named some.
    pub fn knows_precautions(&self) -> bool {
        self.was_asked || !self.named.is_empty()
    }

    /// What is known of the reader now: what they named, what their signs imply, and what they keep. That nothing applies
    /// is said where every question was answered so, and nowhere else.
    pub fn profile(&self) -> Profile {
        let implied = self.implied.iter().flat_map(|it| &it.precautions);
        let declared: Vec<String> = self.named.iter().chain(implied).cloned().collect();
        let nothing_applies = declared.is_empty() && self.was_asked && self.kept != Kept::Unknown;
        let profile = if nothing_applies { Profile::nothing_applies() } else { Profile::new(declared, Vec::new()) };
        profile.and_kept(self.kept.clone())
    }
}
