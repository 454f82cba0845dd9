//! A manner of pressing, or a tool.

use super::claim::{Claim, Dispute, WayClaim};
use super::objects::objects;
use super::point::Way;
use super::seal::Sealed;
use super::year_month::YearMonth;

objects! {
    /// A technique, as its file in `techniques/` tells it. What tells how to press is sealed.
    file Technique {
        /// Its id.
        pub id: String,
        /// Its name.
        pub title: String,
        /// Other names.
        pub aliases: Vec<String>,
        /// Words in which readers ask for it, and that stand in none of its texts: never shown.
        #[serde(default)]
        pub lay: Vec<String>,
        /// Ids of the regions on which it is used.
        pub regions: Vec<String>,
        /// What it is, and when to choose it.
        pub about: Vec<Claim>,
        /// The manners of doing it, the commonest first.
        pub ways: Sealed<Vec<Way>>,
        /// What often goes wrong.
        pub mistakes: Sealed<Vec<WayClaim>>,
        /// When to stop, beside the stop rule for all pressing.
        pub stop_if: Sealed<Vec<WayClaim>>,
        /// What studies show, in one line.
        pub evidence: Claim,
        /// Where sources disagree about it; may be empty.
        pub disputes: Vec<Dispute>,
        /// When somebody last read it against its sources: year and month.
        pub reviewed: Option<YearMonth>,
    }
}
