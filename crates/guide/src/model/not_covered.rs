//! What readers ask for and this guide deliberately does not hold.

use super::claim::Claim;
use super::objects::objects;
use super::year_month::YearMonth;

objects! {
    /// Something that is asked for and not held, in `not-covered.json`: found like an entry.
    part NotCovered {
        /// Its id.
        pub id: String,
        /// What it is.
        pub title: String,
        /// Other names.
        pub aliases: Vec<String>,
        /// Words in which readers ask for it, and that stand in none of its texts: never shown.
        #[serde(default)]
        pub lay: Vec<String>,
        /// That it is not held, and why.
        pub answer: Claim,
        /// Where to ask instead; nothing where there is nothing to ask.
        pub ask: Option<String>,
        /// Ids of the entries that help meanwhile.
        #[serde(default)]
        pub see: Vec<String>,
        /// When somebody last read it against its sources: year and month.
        pub reviewed: Option<YearMonth>,
    }
}
