//! The rows of what a search looks through.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

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
    /// Where it stands: see [`TermRow::places`].
    #[serde(borrow)]
    places: Cow<'c, [u8]>,
}

/// A field of an entry in which a term stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct TermPlace {
    /// The number of the entry.
    pub(crate) entry: usize,
    /// The number of the field.
    pub(crate) field: usize,
    /// In how many texts of the field; 255 stands for more too.
    pub(crate) texts: u8,
}

impl<'c> TermRow<'c> {
    /// A place is how far it is from the one before, in numbers of 7 bits, the least first; the last bit of that tells
    /// whether the count of texts follows, which is else 1.
    pub(super) fn new(term: &'c str, places: &[TermPlace]) -> Self {
        let mut bytes = Vec::new();
        let mut before = 0;
        for place in places {
            let number = place.entry * TextField::ALL.len() + place.field;
            let mut left = 2 * (number - before) + usize::from(place.texts > 1);
            before = number;
            while let low @ 0..0x80 = left & 0x7f
                && left > low
            {
                bytes.push(u8::try_from(low).unwrap_or_default() | 0x80);
                left >>= 7;
            }
            bytes.push(u8::try_from(left).unwrap_or_default());
            bytes.extend((place.texts > 1).then_some(place.texts));
        }
        Self { term, places: bytes.into() }
    }

    /// Where it stands.
    pub(crate) fn places(&self) -> impl Iterator<Item = TermPlace> {
        let mut bytes = self.places.iter().copied();
        let mut number = 0;
        std::iter::from_fn(move || {
            let (mut step, mut shift) = (0_usize, 0);
            loop {
                let byte = bytes.next()?;
                step |= usize::from(byte & 0x7f) << shift;
                shift += 7;
                if byte & 0x80 == 0 {
                    break;
                }
            }
            number += step / 2;
            let texts = if step % 2 == 1 { bytes.next()? } else { 1 };
            Some(TermPlace { entry: number / TextField::ALL.len(), field: number % TextField::ALL.len(), texts })
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

/// The phrases that name an entry.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
pub(super) struct PhrasesOf {
    /// The number of the entry.
    pub(super) entry: usize,
    /// The terms of each, each once.
    pub(super) phrases: Vec<Vec<PhraseTerm>>,
}

/// The number of a term, twice, and one more where it is denied.
pub(super) type PhraseTerm = usize;
