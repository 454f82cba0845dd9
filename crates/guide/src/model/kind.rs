//! The kinds of thing that have a name in the catalogue.

use super::vocabulary::vocabulary;

vocabulary! {
    /// What an entry is.
    Kind {
        Point "point" "point",
        Stretch "stretch" "stretch",
        Technique "technique" "technique",
        Precaution "precaution" "precaution",
        RedFlag "red-flag" "red flag",
        Topic "topic" "topic",
        NotCovered "not-covered" "not in this guide",
        Source "source" "source",
    }
}

impl Kind {
    /// The folder that holds its files; none where one file holds them all.
    pub fn folder(self) -> Option<&'static str> {
        match self {
            Self::Point => Some("points"),
            Self::Stretch => Some("stretches"),
            Self::Technique => Some("techniques"),
            Self::Precaution => Some("precautions"),
            Self::RedFlag => Some("red-flags"),
            Self::Topic => Some("topics"),
            Self::NotCovered => None,
            Self::Source => Some("sources"),
        }
    }

    /// Whether its entries can be declared: a sign, a precaution.
    pub fn can_be_declared(self) -> bool {
        matches!(self, Self::Precaution | Self::RedFlag)
    }

    /// Whether its entries tell how to do something, so that rules can withhold it.
    pub fn tells_how_to(self) -> bool {
        matches!(self, Self::Point | Self::Stretch | Self::Technique)
    }
}

/// An entry, source or page that a name leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Target<'c> {
    /// What it is.
    pub kind: Kind,
    /// Its id, or the code of a point.
    pub id: &'c str,
}
