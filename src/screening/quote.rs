//! Texts that a search finds: what of them may be quoted to this reader.

use std::fmt;

use super::judge::Verdict;

/// A text of an entry that a search found. Only [`Quotable::quote`] tells what it says.
pub struct Quotable<'c> {
    class: Class,
    text: &'c str,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Class {
    Open,
    HowTo,
    Dispute,
    DisputeAboutHowTo,
}

/// What a reader is told of a text that was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Quote<'c> {
    /// The guide says so.
    Shown(&'c str),
    /// Somebody else says so, and the guide says something else.
    Disputed(&'c str),
    /// Somebody else says how to press, and the guide says something else: not quoted, it knows nobody's limits.
    DisputedUnquoted,
    /// It tells how to do what a rule limits or closes for this reader.
    Withheld,
}

impl<'c> Quotable<'c> {
    /// A text of a class as the index names it. An unknown class is how-to: missing is never safe.
    pub(crate) fn new(class: &str, text: &'c str) -> Self {
        let class = match class {
            "open" => Class::Open,
            "dispute" => Class::Dispute,
            "dispute-about-how-to" => Class::DisputeAboutHowTo,
            _ => Class::HowTo,
        };
        Self { class, text }
    }

    /// Whether it tells nobody how to do anything, and the guide says it itself.
    pub fn is_open(&self) -> bool {
        self.class == Class::Open
    }

    /// What this reader is told of it, given what screening decided about the entry; `None` for an entry without how-to.
    ///
    /// How-to is quoted only where no rule applies: a line does not say to which way it belongs, and a rule may have
    /// struck that one.
    pub fn quote(&self, verdict: Option<&Verdict<'_>>) -> Quote<'c> {
        // Without a verdict it is a passage of a page, which does not say here to what rules it is subject.
        let unlimited = verdict.is_some_and(|verdict| !verdict.withheld && verdict.level.is_none());
        match self.class {
            Class::Open => Quote::Shown(self.text),
            Class::HowTo if unlimited => Quote::Shown(self.text),
            Class::HowTo => Quote::Withheld,
            Class::Dispute => Quote::Disputed(self.text),
            Class::DisputeAboutHowTo => Quote::DisputedUnquoted,
        }
    }
}

impl fmt::Debug for Quotable<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Quotable({:?})", self.class)
    }
}
