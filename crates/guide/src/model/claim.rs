//! Sentences with their grounds, and places where sources disagree.

use serde::Serialize;

use super::objects::objects;
use super::seal::Sealed;
use super::vocabulary::vocabulary;

objects! {
    /// A sentence with its sources.
    #[derive(Clone, PartialEq, Eq)]
    claim Claim {}

    /// A sentence that holds for some ways of its entry, and falls with them.
    claim WayClaim {
        /// The labels of the ways; empty for all.
        #[serde(default)]
        pub ways: Vec<String>,
    }

    /// The grounds of a set of numbers.
    part Grounds {
        /// Ids of the sources.
        #[serde(default)]
        pub sources: Vec<String>,
        /// On what kind of ground the numbers stand.
        pub basis: Basis,
        /// Why these numbers, where the basis is editorial.
        pub why: Option<String>,
    }

    /// A place where sources disagree. What it says is sealed, because a dispute about dose tells a dose.
    part Dispute {
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

    /// One voice in a dispute.
    #[derive(Serialize)]
    part Said {
        /// Id of the source.
        pub source: String,
        /// What it says, in our words.
        pub text: String,
    }
}

/// A sentence with its grounds.
pub trait Stated {
    /// The sentence.
    fn text(&self) -> &str;
    /// Ids of the sources that say so.
    fn sources(&self) -> &[String];
    /// On what kind of ground it stands.
    fn basis(&self) -> Basis;
    /// Why we say so, where the basis is editorial.
    fn why(&self) -> Option<&str>;

    /// The same as a claim that stands by itself.
    fn claim(&self) -> Claim {
        let why = self.why().map(str::to_owned);
        Claim { text: self.text().to_owned(), sources: self.sources().to_vec(), basis: self.basis(), why }
    }
}

/// What holds for some ways of its entry, and falls with them.
pub trait OfWays {
    /// The labels of the ways; empty for all.
    fn ways(&self) -> &[String];

    /// Whether it holds for a way.
    fn holds_for(&self, label: &str) -> bool {
        self.ways().is_empty() || self.ways().iter().any(|way| way == label)
    }
}

macro_rules! of_ways {
    ($($type:ty),+) => { $(
        impl $crate::model::OfWays for $type {
            fn ways(&self) -> &[String] {
                &self.ways
            }
        }
    )+ };
}

pub(super) use of_ways;

of_ways! { WayClaim }

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

    /// What a dispute is about.
    Subject {
        Location "location" "Where it lies." => "place",
        Name "name" "What it is called." => "name",
        Pressure "pressure" "How hard to press, or with what." => "pressure",
        Dose "dose" "How long and how often." => "dose",
        Mechanism "mechanism" "How it is said to work." => "mechanism",
        Evidence "evidence" "What studies show." => "evidence",
        Precaution "precaution" "Who should not." => "precaution",
        Use "use" "What it is used for." => "use",
    }

    /// How much a difference between sources matters to a reader.
    Severity {
        CanHurt "can-hurt" "It can hurt somebody, or sends them to the wrong place.",
        Misleading "misleading" "It misleads.",
        Minor "minor" "It hardly matters.",
    }
}

impl Subject {
    /// Whether a dispute about this would tell how to press.
    pub fn tells_how_to(self) -> bool {
        matches!(self, Self::Pressure | Self::Dose)
    }
}
