//! A citation: what was read, and how far it can be trusted.

use std::fmt;

use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::objects::objects;
use super::vocabulary::vocabulary;
use super::year_month::YearMonth;

objects! {
    /// A source.
    file Source {
        /// Its id.
        pub id: String,
        /// How a citation reads.
        pub short: String,
        /// Its title.
        pub title: String,
        /// The kind of document.
        pub document: DocumentKind,
        /// How far it can be trusted.
        pub grade: Grade,
        /// Where it was found.
        pub address: String,
        /// How much of it was read.
        pub read: AmountRead,
        /// When it was read: year and month.
        pub read_on: YearMonth,
        /// When somebody last looked whether it still says so: year and month.
        pub reviewed: Option<YearMonth>,
        /// What else a reader should know of it.
        pub note: Option<String>,
    }
}

/// What a file in `sources/` holds.
#[derive(Debug)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(untagged))]
pub enum Sources {
    /// One, after which it is named.
    One(Source),
    /// A list of them.
    Several(Vec<Source>),
}

impl Sources {
    /// All that it holds.
    pub(crate) fn all(&self) -> &[Source] {
        match self {
            Self::One(source) => std::slice::from_ref(source),
            Self::Several(sources) => sources,
        }
    }

    /// The same.
    pub(crate) fn all_mut(&mut self) -> &mut [Source] {
        match self {
            Self::One(source) => std::slice::from_mut(source),
            Self::Several(sources) => sources,
        }
    }
}

/// By the bracket with which it begins: an attempt at the one and then at the other would lose the place of an error.
impl<'de> Deserialize<'de> for Sources {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct OneOrSeveral;

        impl<'de> Visitor<'de> for OneOrSeveral {
            type Value = Sources;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a source, or a list of sources")
            }

            fn visit_map<A: MapAccess<'de>>(self, source: A) -> Result<Sources, A::Error> {
                Source::deserialize(MapAccessDeserializer::new(source)).map(Sources::One)
            }

            fn visit_seq<A: SeqAccess<'de>>(self, sources: A) -> Result<Sources, A::Error> {
                Vec::deserialize(SeqAccessDeserializer::new(sources)).map(Sources::Several)
            }
        }

        deserializer.deserialize_any(OneOrSeveral)
    }
}

vocabulary! {
    /// The kind of document.
    #[cfg_attr(test, schemars(rename = "Document"))]
    DocumentKind {
        Standard "standard" "standard",
        Guideline "guideline" "guideline",
        Trial "trial" "trial",
        Review "review" "review",
        CaseReport "case-report" "case report",
        Textbook "textbook" "textbook",
        HealthPage "health-page" "page of a health service",
        ProfessionalPage "professional-page" "page of a professional body or clinician",
        PracticePage "practice-page" "page of a practitioner",
        DataSet "data-set" "data set",
        Seed "seed" "web article from which this guide began",
        Other "other" "other",
    }

    /// How far a source can be trusted.
    Grade {
        A "A" "official, hospital, university or peer-reviewed",
        B "B" "professional reference",
        C "C" "weak: practitioner, consumer site or unknown",
    }

    /// How much of a source was read.
    #[cfg_attr(test, schemars(rename = "Extent"))]
    AmountRead {
        Whole "whole" "read whole",
        Excerpt "excerpt" "read in excerpt",
        SecondHand "second-hand" "read second-hand",
    }
}
