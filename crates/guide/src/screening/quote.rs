//! Texts that a search finds: what of them may be quoted to this reader.

use std::borrow::Cow;
use std::fmt;

use serde::{Deserialize, Serialize};

use super::judge::Verdict;
use crate::text::{search_words, stems_held};

/// A text of an entry that a search found. Only [`Quotable::quote`] tells what it says.
pub(crate) struct Quotable<'c> {
    class: TextClass,
    text: Cow<'c, str>,
}

/// To whom a text may be quoted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
pub(crate) enum TextClass {
    /// To everybody.
    Open,
    /// It tells how to do something.
    HowTo,
    /// Sources disagree.
    Dispute,
    /// Sources disagree about how to do something.
    DisputeAboutHowTo,
}

/// What a reader is told of a text that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Quote<'c> {
    /// The guide says so.
    Shown(Cow<'c, str>),
    /// Somebody else says so, and the guide says something else.
    Disputed(Cow<'c, str>),
    /// Somebody else says how to press, and the guide says something else: not quoted, it knows nobody's limits.
    DisputedUnquoted,
    /// It tells how to do what a rule limits or closes for this reader.
    Withheld,
}

impl<'c> Quotable<'c> {
    /// A text of a class.
    pub(crate) fn new(class: TextClass, text: Cow<'c, str>) -> Self {
        Self { class, text }
    }

    /// Whether it tells nobody how to do anything, and the guide says it itself.
    pub(crate) fn is_open(&self) -> bool {
        self.class == TextClass::Open
    }

    /// How many of these stems its words begin with.
    pub(crate) fn stems_held(&self, stems: &[String]) -> usize {
        stems_held(&self.text, stems)
    }

    /// Whether each of these stands in it, as [`search_words`] tells them.
    pub(crate) fn holds_words(&self, words: &[String]) -> bool {
        let held: Vec<String> = search_words(&self.text).collect();
        words.iter().all(|word| held.contains(word))
    }

    /// What this reader is told of it, given what screening decided about the entry; `None` for an entry without how-to.
    ///
    /// How-to is quoted only where no rule applies: a line does not say to which way it belongs, and a rule may have
    /// struck that one.
    pub(crate) fn quote(self, verdict: Option<&Verdict<'_>>) -> Quote<'c> {
        // Without a verdict it is a passage of a page, which does not say here to what rules it is subject.
        let unlimited = verdict.is_some_and(|verdict| !verdict.withheld && verdict.level.is_none());
        match self.class {
            TextClass::Open => Quote::Shown(self.text),
            TextClass::HowTo if unlimited => Quote::Shown(self.text),
            TextClass::HowTo => Quote::Withheld,
            TextClass::Dispute => Quote::Disputed(self.text),
            TextClass::DisputeAboutHowTo => Quote::DisputedUnquoted,
        }
    }
}

impl fmt::Debug for Quotable<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Quotable({:?})", self.class)
    }
}
