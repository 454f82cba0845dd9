//! The kinds of thing that have a name in the catalogue.

/// What an entry is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// An acupressure point.
    Point,
    /// A stretch or movement.
    Stretch,
    /// A manner of pressing.
    Technique,
    /// A circumstance of the reader.
    Precaution,
    /// A sign that ends self-care.
    RedFlag,
    /// A page to read.
    Topic,
    /// A citation.
    Source,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 7] =
        [Self::Point, Self::Stretch, Self::Technique, Self::Precaution, Self::RedFlag, Self::Topic, Self::Source];

    /// The kind of this name.
    pub fn parse(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.id() == id)
    }

    /// Its name in rules and JSON.
    pub fn id(self) -> &'static str {
        match self {
            Self::Point => "point",
            Self::Stretch => "stretch",
            Self::Technique => "technique",
            Self::Precaution => "precaution",
            Self::RedFlag => "red-flag",
            Self::Topic => "topic",
            Self::Source => "source",
        }
    }

    /// The folder that holds its files.
    pub fn folder(self) -> &'static str {
        match self {
            Self::Point => "points",
            Self::Stretch => "stretches",
            Self::Technique => "techniques",
            Self::Precaution => "precautions",
            Self::RedFlag => "red-flags",
            Self::Topic => "topics",
            Self::Source => "sources",
        }
    }

    /// Whether its entries tell how to do something, so that rules can withhold it.
    pub fn tells_how_to(self) -> bool {
        matches!(self, Self::Point | Self::Stretch | Self::Technique)
    }
}
