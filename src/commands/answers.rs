//! What `sciatica check --answers` says: signs and precautions that apply, signs that do not, or nothing at all.

use std::cmp::Reverse;

use super::interview::Stop;
use crate::catalogue::{Catalogue, Kind, Precaution, RedFlag, fold};
use crate::error::{CheckError, Error};
use crate::query;
use crate::screening::{Answer, NOTHING_APPLIES, Outcome, Triage};

/// Before a sign that does not apply. No shell gives it a meaning of its own.
const NOT: &str = "not:";

/// The answers.
#[derive(Default)]
pub(super) struct Answers {
    none: bool,
    yes: Vec<RedFlag>,
    no: Vec<RedFlag>,
    precautions: Vec<Precaution>,
}

/// A sign on which a precaution hangs.
pub(super) struct Further {
    pub(super) flag: RedFlag,
    /// The precautions, by id.
    pub(super) because: Vec<String>,
}

impl Answers {
    /// Reads the words.
    ///
    /// # Errors
    /// A word that is not understood, or answers that contradict each other.
    pub(super) fn read(catalogue: &Catalogue, words: &[String]) -> Result<Self, Error> {
        let mut answers = Self::default();
        let says_none = |word: &String| fold(word) == NOTHING_APPLIES;
        answers.none = words.iter().any(says_none);
        if answers.none && words.len() > 1 {
            return Err(Error::NoneAndSome);
        }
        for word in words.iter().filter(|word| !says_none(word)) {
            answers.take(catalogue, word.trim())?;
        }
        answers.put_in_order();
        let both = answers.no.iter().find(|flag| answers.yes.iter().any(|yes| yes.id == flag.id));
        match both {
            Some(flag) => Err(CheckError::YesAndNo { flag: flag.id.clone() }.into()),
            None => Ok(answers),
        }
    }

    fn take(&mut self, catalogue: &Catalogue, word: &str) -> Result<(), Error> {
        let denied = word.get(..NOT.len()).filter(|it| it.eq_ignore_ascii_case(NOT)).and(word.get(NOT.len()..));
        let target = query::sign(catalogue, denied.unwrap_or(word))?;
        match (target.kind, denied) {
            (Kind::RedFlag, None) => self.yes.push(catalogue.red_flag(target.id)?),
            (Kind::RedFlag, Some(_)) => self.no.push(catalogue.red_flag(target.id)?),
            (_, None) => self.precautions.push(catalogue.precaution(target.id)?),
            (_, Some(_)) => return Err(CheckError::NotOfPrecaution { precaution: target.id.to_owned() }.into()),
        }
        Ok(())
    }

    /// The order in which they were given changes nothing.
    fn put_in_order(&mut self) {
        for flags in [&mut self.yes, &mut self.no] {
            flags.sort_by(|one, other| (Reverse(one.urgency), &one.id).cmp(&(Reverse(other.urgency), &other.id)));
            flags.dedup_by(|one, other| one.id == other.id);
        }
        self.precautions.sort_by(|one, other| one.id.cmp(&other.id));
        self.precautions.dedup_by(|one, other| one.id == other.id);
    }

    /// Weighs them, the most urgent first. A precaution that is a sign stops as one of its urgency, and so does a sign
    /// that the reader keeps.
    ///
    /// # Errors
    /// A damaged catalogue.
    pub(super) fn weigh(
        &self,
        catalogue: &Catalogue,
        kept_sign: Option<RedFlag>,
        triage: &mut Triage,
    ) -> Result<Option<Stop>, Error> {
        if self.none {
            triage.take_none();
        }
        for flag in &self.no {
            triage.take(flag, Answer::No);
        }
        let kept = kept_sign.map(|flag| (flag.urgency, Stop { flags: vec![flag.id], unsure: false }));
        let mut stops: Vec<_> = kept.into_iter().collect();
        for precaution in &self.precautions {
            if let Outcome::Stop { flag, unsure } = triage.name(precaution) {
                stops.push((catalogue.red_flag(&flag)?.urgency, Stop { flags: vec![flag], unsure }));
            }
        }
        for flag in &self.yes {
            if let Outcome::Stop { flag: id, unsure } = triage.take(flag, Answer::Yes) {
                stops.push((flag.urgency, Stop { flags: vec![id], unsure }));
            }
        }
        stops.sort_by_key(|(urgency, _)| Reverse(*urgency));
        Ok(stops.into_iter().next().map(|(_, stop)| stop))
    }

    /// The signs on which the precautions that were named hang, the most urgent first, but for those that were answered.
    ///
    /// # Errors
    /// A damaged catalogue.
    pub(super) fn further(&self, catalogue: &Catalogue, triage: &Triage) -> Result<Vec<Further>, Error> {
        let mut found: Vec<Further> = Vec::new();
        for precaution in &self.precautions {
            for id in triage.open_of(precaution) {
                match found.iter_mut().find(|further| further.flag.id == *id) {
                    Some(further) => further.because.push(precaution.id.clone()),
                    None => found.push(Further { flag: catalogue.red_flag(id)?, because: vec![precaution.id.clone()] }),
                }
            }
        }
        found.sort_by_key(|further| Reverse(further.flag.urgency));
        Ok(found)
    }

    /// The command that gives these answers, and one that says yes to a sign, or no to some.
    pub(super) fn command_with<'f>(
        &'f self,
        yes: Option<&'f RedFlag>,
        no: impl IntoIterator<Item = &'f RedFlag>,
    ) -> String {
        let precautions = self.precautions.iter().map(|it| it.id.clone());
        let yes = self.yes.iter().chain(yes).map(|flag| flag.id.clone());
        let no = self.no.iter().chain(no).map(|flag| format!("{NOT}{}", flag.id));
        let words: Vec<String> = precautions.chain(yes).chain(no).collect();
        format!("sciatica check --answers {}", words.join(","))
    }
}
