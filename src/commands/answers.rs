//! What `sciatica check --answers` says: signs and precautions that apply, signs that do not, or nothing at all.

use std::cmp::Reverse;

use super::interview::Stop;
use crate::error::Error;
use guide::model::{Kind, Precaution, RedFlag};
use guide::query;
use guide::screening::{Answer, NOTHING_APPLIES, Triage};
use guide::shelf::Catalogue;
use guide::text::{fold, put_in_order};

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
        let (none, words): (Vec<&String>, Vec<&String>) = words.iter().partition(|word| fold(word) == NOTHING_APPLIES);
        let mut answers = Self { none: !none.is_empty(), ..Self::default() };
        if answers.none && none.len() + words.len() > 1 {
            return Err(Error::NoneAndSome);
        }
        words.into_iter().try_for_each(|word| answers.take(catalogue, word.trim()))?;
        answers.count_for_more(catalogue)?;
        answers.put_in_order();
        match answers.no.iter().find(|flag| answers.yes.iter().any(|yes| yes.id == flag.id)) {
            Some(flag) => Err(Error::YesAndNo(flag.id.clone())),
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
            (_, Some(_)) => return Err(Error::NotOfPrecaution(target.id.to_owned())),
        }
        Ok(())
    }

    /// With what was named a sign may count as one that is more urgent.
    fn count_for_more(&mut self, catalogue: &Catalogue) -> Result<(), Error> {
        for id in self.precautions.iter().flat_map(Precaution::further) {
            let row = catalogue.index().red_flag(id);
            if row.is_some_and(|row| self.yes.iter().any(|flag| row.stands_for.contains(&flag.id.as_str()))) {
                self.yes.push(catalogue.red_flag(id)?);
            }
        }
        Ok(())
    }

    /// The order in which they were given changes nothing.
    fn put_in_order(&mut self) {
        for flags in [&mut self.yes, &mut self.no] {
            put_in_order(flags, |flag| (flag.urgency.rank(), &flag.id));
            flags.dedup_by(|one, other| one.id == other.id);
        }
        put_in_order(&mut self.precautions, |precaution| (0, &precaution.id));
        self.precautions.dedup_by(|one, other| one.id == other.id);
    }

    /// Weighs them, the most urgent first. A precaution that is a sign stops as one of its urgency, and so does a sign
    /// that the reader keeps.
    pub(super) fn weigh(&self, catalogue: &Catalogue, kept_sign: Option<RedFlag>, triage: &mut Triage) -> Option<Stop> {
        if self.none {
            triage.take_none();
        }
        for flag in &self.no {
            triage.take(flag, Answer::No);
        }
        let mut stops: Vec<Stop> = kept_sign.into_iter().map(|flag| Stop::at(flag.id)).collect();
        stops.extend(self.precautions.iter().filter_map(|precaution| Stop::of(triage.name(precaution))));
        stops.extend(self.yes.iter().filter_map(|flag| Stop::of(triage.take(flag, Answer::Yes))));
        let row = |stop: &Stop| stop.flags.first().and_then(|id| catalogue.index().red_flag(id));
        stops.into_iter().min_by_key(|stop| Reverse(row(stop).map(|row| row.urgency)))
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
        put_in_order(&mut found, |further| (further.flag.urgency.rank(), ""));
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
