//! Sentences with their grounds, and places where sources disagree.

use serde::{Deserialize, Serialize};

use super::vocabulary::vocabulary;
use crate::screening::Sealed;

/// A sentence with its sources.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Claim {
    /// The sentence.
    pub text: String,
    /// Ids of the sources that say so.
    #[serde(default)]
    pub sources: Vec<String>,
    /// On what kind of ground it stands.
    pub basis: Basis,
    /// Why we say so, where the basis is editorial.
    #[serde(default)]
    pub why: Option<String>,
}

/// The grounds of a set of numbers.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Grounds {
    /// Ids of the sources.
    #[serde(default)]
    pub sources: Vec<String>,
    /// On what kind of ground the numbers stand.
    pub basis: Basis,
    /// Why these numbers, where the basis is editorial.
    #[serde(default)]
    pub why: Option<String>,
}

vocabulary! {
    /// On what kind of ground a claim stands: a standard or textbook, a health service, a study, tradition and practice,
    /// or our own judgement with its reason.
    Basis {
        Standard "standard" "standard",
        Guideline "guideline" "guideline",
        Trial "trial" "trial",
        Tradition "tradition" "tradition",
        Editorial "editorial" "our judgement",
    }
}

/// A place where sources disagree. What it says is sealed, because a dispute about dose tells a dose.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Dispute {
    /// What it is about.
    pub about: Subject,
    /// Who says what.
    pub says: Sealed<Vec<Said>>,
    /// What the guide shows.
    pub shown: Sealed<String>,
    /// Why the guide shows that.
    pub why: Sealed<String>,
    /// The sources of the reason.
    #[serde(default)]
    pub sources: Vec<String>,
    /// How much the difference matters to a reader.
    pub severity: Severity,
}

/// Where sources disagree about an entry: the part of its file that only a reader who wants everything asks for.
#[derive(Debug, Deserialize)]
pub struct Disputes {
    /// The id of the entry, or the code of a point.
    #[serde(rename = "id", alias = "code")]
    pub entry: String,
    /// Each of them; what it says is sealed.
    pub disputes: Vec<Dispute>,
}

/// One voice in a dispute.
#[derive(Debug, Deserialize, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Said {
    /// Id of the source.
    pub source: String,
    /// What it says, in our words.
    pub text: String,
}

/// What a dispute is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Subject {
    /// Where it lies.
    Location,
    /// What it is called.
    Name,
    /// How hard to press, or with what.
    Pressure,
    /// How long and how often.
    Dose,
    /// How it is said to work.
    Mechanism,
    /// What studies show.
    Evidence,
    /// Who should not.
    Precaution,
    /// What it is used for.
    Use,
}

impl Subject {
    /// Whether a dispute about this would tell how to press.
    pub fn tells_how_to(self) -> bool {
        matches!(self, Self::Pressure | Self::Dose)
    }

    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Location => "place",
            Self::Name => "name",
            Self::Pressure => "pressure",
            Self::Dose => "dose",
            Self::Mechanism => "mechanism",
            Self::Evidence => "evidence",
            Self::Precaution => "precaution",
            Self::Use => "use",
        }
    }
}

/// How much a difference between sources matters to a reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// It can hurt somebody, or sends them to the wrong place.
    CanHurt,
    /// It misleads.
    Misleading,
    /// It hardly matters.
    Minor,
}
