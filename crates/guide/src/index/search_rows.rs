//! The rows of what a search looks through.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::last_numbers::LastNumbers;
use crate::model::Kind;
use crate::screening::TextClass;

/// Where a text stands in its entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
pub(crate) enum TextField {
    /// Its names, in one text.
    Names,
    /// Everyday words for it, which are never quoted.
    Lay,
    /// Its title.
    Title,
    /// What it says first.
    First,
    /// What it says besides.
    Body,
    /// Where sources disagree about it.
    Dispute,
}

impl TextField {
    pub(super) const ALL: [Self; 6] = [Self::Names, Self::Lay, Self::Title, Self::First, Self::Body, Self::Dispute];
}

/// A term of the texts that a search looks through.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub(crate) struct TermRow<'c> {
    /// The term.
    pub(crate) term: &'c str,
    /// For each place how far it is from the one before, twice, and one more where the count of its texts follows: else
    /// that is 1.
    places: LastNumbers,
}

/// A field of an entry in which a term stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct TermPlace {
    /// The number of the entry.
    pub(crate) entry: usize,
    /// The number of the field.
    pub(crate) field: usize,
    /// In how many texts of the field.
    pub(crate) texts: u16,
}

impl<'c> TermRow<'c> {
    pub(super) fn new(term: &'c str, places: &[TermPlace]) -> Self {
        let (mut numbers, mut before) = (Vec::new(), 0);
        for place in places {
            let number = place.entry * TextField::ALL.len() + place.field;
            numbers.push(2 * (number - before) + usize::from(place.texts > 1));
            numbers.extend((place.texts > 1).then_some(usize::from(place.texts)));
            before = number;
        }
        Self { term, places: LastNumbers(numbers) }
    }

    /// Where it stands.
    pub(crate) fn places(&self) -> impl Iterator<Item = TermPlace> {
        let mut numbers = self.places.0.iter().copied();
        let mut number = 0;
        std::iter::from_fn(move || {
            let step = numbers.next()?;
            number += step / 2;
            let texts = if step % 2 == 1 { numbers.next()? } else { 1 };
            let (entry, field) = (number / TextField::ALL.len(), number % TextField::ALL.len());
            Some(TermPlace { entry, field, texts: u16::try_from(texts).unwrap_or(u16::MAX) })
        })
    }
}

/// An entry that a search looks through.
#[derive(Debug, Clone, Copy, Deserialize, Serialize)]
pub(crate) struct EntryRow<'c> {
    /// What it is.
    pub(crate) kind: Kind,
    /// Its id.
    pub(crate) id: &'c str,
    /// How much a term counts in each of its fields, in 32nds: less in a long one.
    pub(crate) inverse_lengths: [u8; TextField::ALL.len()],
}

/// A text that can be quoted: where it stands, to whom it may be quoted, and what it says.
pub(crate) type TextRow<'c> = (TextField, TextClass, TextAt<'c>);

/// What a text says, or where it says so: the byte at which a string begins in the file of the entry.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub(crate) enum TextAt<'c> {
    /// The names of the entry.
    Names,
    /// What stands in the file.
    InFile(usize),
    /// This: what was added bears a mark.
    Said(#[serde(borrow)] Cow<'c, str>),
    /// Who says what, and what the guide says in its place.
    Disputed {
        /// The number of who says so.
        who: usize,
        /// Where it stands what they say.
        says: usize,
        /// Where it stands what is shown.
        shown: usize,
    },
}

/// The phrases that name a sign or a precaution, by the first of their terms.
#[derive(Debug, Deserialize, Serialize)]
pub(super) struct PhrasesRow<'c> {
    /// The term.
    pub(super) term: &'c str,
    /// Of each phrase the number of its entry, four times, two more where it tells of something else, and one more where the
    /// term is denied; how many other terms it has; and those.
    numbers: LastNumbers,
}

/// What is said in several words, or one.
#[derive(Debug, Clone, Copy)]
pub(super) struct Phrase<'r> {
    /// The number of the entry that it names.
    pub(super) entry: usize,
    /// Whether it tells that something else is meant.
    pub(super) is_unless: bool,
    /// Whether its first term is denied.
    pub(super) is_denied: bool,
    /// Its other terms.
    pub(super) others: &'r [PhraseTerm],
}

/// The number of a term, twice, and one more where it is denied.
pub(super) type PhraseTerm = usize;

impl<'c> PhrasesRow<'c> {
    pub(super) fn new(term: &'c str, phrases: &[Phrase<'_>]) -> Self {
        let numbers = phrases.iter().flat_map(|Phrase { entry, is_unless, is_denied, others }| {
            let head = 4 * entry + 2 * usize::from(*is_unless) + usize::from(*is_denied);
            [head, others.len()].into_iter().chain(others.iter().copied())
        });
        Self { term, numbers: LastNumbers(numbers.collect()) }
    }

    /// Its phrases.
    pub(super) fn phrases(&self) -> impl Iterator<Item = Phrase<'_>> {
        let mut rest = self.numbers.0.as_slice();
        std::iter::from_fn(move || {
            let [head, count, behind @ ..] = rest else { return None };
            let (others, after) = behind.split_at_checked(*count)?;
            rest = after;
            Some(Phrase { entry: head / 4, is_unless: head / 2 % 2 == 1, is_denied: head % 2 == 1, others })
        })
    }
}
