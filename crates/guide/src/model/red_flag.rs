//! A sign that ends self-care.

use super::claim::Claim;
use super::objects::objects;
use super::vocabulary::vocabulary;
use super::year_month::YearMonth;

objects! {
    /// A red flag, as its file in `red-flags/` tells it.
    file RedFlag {
        /// Its id.
        pub id: String,
        /// Its title.
        pub title: String,
        /// How a line names it.
        pub short: String,
        /// Words that a reader types for it.
        pub aliases: Vec<String>,
        /// Words in which readers ask for it, and that stand in none of its texts: never shown.
        #[serde(default)]
        pub lay: Vec<String>,
        /// Words beside those by which somebody speaks of something else: "years ago" of a fall. Never shown.
        #[serde(default)]
        pub lay_unless: Vec<String>,
        /// How fast to get help.
        pub urgency: Urgency,
        /// The precautions that whoever has the sign has too, by id.
        pub implies: Vec<String>,
        /// The signs that, with the precautions that ask about this one, count as this one.
        #[serde(default)]
        pub stands_for: Vec<String>,
        /// The question that finds out whether it applies.
        pub question: String,
        /// What it may mean.
        pub may_mean: Vec<Claim>,
        /// What to do.
        #[serde(rename = "do")]
        pub what_to_do: Vec<Claim>,
        /// A sentence to say on the phone.
        pub say: String,
        /// When somebody last read it against its sources: year and month.
        pub reviewed: Option<YearMonth>,
    }
}

vocabulary! {
    /// How fast to get help.
    Urgency {
        Soon "soon" "Within days: go on, but book." => "book an appointment",
        SameDay "same-day" "Today." => "get help today",
        Emergency "emergency" "Now." => "get help now",
    }
}

impl Urgency {
    /// What puts the most urgent first.
    pub fn rank(self) -> u64 {
        Self::Emergency as u64 - self as u64
    }
}
