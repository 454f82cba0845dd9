//! A page to read.

use super::claim::{Claim, Dispute};
use super::objects::objects;
use super::point::Position;
use super::seal::Sealed;
use super::vocabulary::vocabulary;
use super::year_month::YearMonth;

/// The topic that holds what to do this minute.
pub const RIGHT_NOW: &str = "right-now";

objects! {
    /// A topic, as its file in `topics/` tells it.
    file Topic {
        /// Its id.
        pub id: String,
        /// Its title.
        pub title: String,
        /// Other names.
        pub aliases: Vec<String>,
        /// Words in which readers ask for it, and that stand in none of its texts: never shown.
        #[serde(default)]
        pub lay: Vec<String>,
        /// What it is about, in a line.
        pub about: String,
        /// What a reader wants of it: the list of pages is in this order.
        pub theme: Option<Theme>,
        /// Its parts, in order.
        pub sections: Vec<Section>,
        /// Where sources disagree about it; may be empty.
        pub disputes: Vec<Dispute>,
        /// When somebody last read it against its sources: year and month.
        pub reviewed: Option<YearMonth>,
    }

    /// A part of a topic.
    part Section {
        /// Its heading, if it has one.
        pub heading: Option<String>,
        /// How its claims stand.
        pub form: Form,
        /// What it says to everybody; nothing where it tells how to do something.
        #[serde(default)]
        pub claims: Vec<Claim>,
        /// What it tells how to do.
        pub does: Option<Doing>,
    }

    /// How to do an entry, in a few words: screened with it.
    part Doing {
        /// Its id or code.
        pub entry: String,
        /// The position in which; any that the entry knows without one.
        pub position: Option<Position>,
        /// What it says to those whom no rule limits.
        pub claims: Sealed<Vec<Claim>>,
    }
}

vocabulary! {
    /// What a reader wants of a page.
    Theme {
        WhatItIs "what-it-is" "What it is",
        WhatHelps "what-helps" "What helps",
        DailyLife "daily-life" "Daily life",
        Care "medicines-and-care" "Medicines and care",
        GetHelp "when-to-get-help" "When to get help",
        Guide "about-this-guide" "About this guide",
    }

    /// How the claims of a section stand.
    Form {
        Signs "signs" "Signs to get help for: short phrases after the heading.",
        Steps "steps" "Numbered steps.",
        Lines "lines" "A paragraph each.",
        Undeclared "undeclared" "A paragraph each, for a reader of whom nothing is known.",
        Commands "commands" "Commands to type.",
        ScreenedCommands "screened-commands" "Commands to type, to which what the reader declared is added.",
    }
}

impl Form {
    /// Whether claims of both forms stand together.
    pub fn is_like(self, other: Self) -> bool {
        let commands = |form| matches!(form, Self::Commands | Self::ScreenedCommands);
        self == other || (commands(self) && commands(other))
    }
}
