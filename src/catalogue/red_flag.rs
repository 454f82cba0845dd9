//! A sign that ends self-care.

use serde::de::IgnoredAny;
use serde::{Deserialize, Serialize};

use super::claim::Claim;

/// A red flag, as its file in `red-flags/` tells it.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RedFlag {
    /// Where an editor finds what may stand in this file.
    #[serde(rename = "$schema", default)]
    #[cfg_attr(test, schemars(with = "String"))]
    _schema: Option<IgnoredAny>,
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// How a line names it.
    pub short: String,
    /// Words that a reader types for it.
    pub aliases: Vec<String>,
    /// How fast to get help.
    pub urgency: Urgency,
    /// The precautions that whoever has the sign has too, by id.
    pub implies: Vec<String>,
    /// The question that finds out whether it applies.
    pub question: String,
    /// What it may mean.
    pub may_mean: Vec<Claim>,
    /// What to do.
    #[serde(rename = "do")]
    pub what_to_do: Vec<Claim>,
    /// A sentence to say on the phone.
    pub say: String,
}

/// How fast to get help.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Urgency {
    /// Within days: go on, but book.
    Soon,
    /// Today.
    SameDay,
    /// Now.
    Emergency,
}

impl Urgency {
    /// The urgency of this name.
    pub fn parse(id: &str) -> Option<Self> {
        [Self::Soon, Self::SameDay, Self::Emergency].into_iter().find(|urgency| urgency.id() == id)
    }

    /// Its name in data and JSON.
    pub fn id(self) -> &'static str {
        match self {
            Self::Soon => "soon",
            Self::SameDay => "same-day",
            Self::Emergency => "emergency",
        }
    }

    /// How a heading says it.
    pub fn words(self) -> &'static str {
        match self {
            Self::Soon => "book an appointment",
            Self::SameDay => "get help today",
            Self::Emergency => "get help now",
        }
    }
}
