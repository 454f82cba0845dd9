//! A circumstance of the reader that changes what is allowed.

use super::claim::Claim;
use super::level::Level;
use super::objects::objects;
use super::point::{Position, Reach, Tool};
use super::stretch::Movement;
use super::year_month::YearMonth;

/// The precaution whose rules may hold for some weeks only, which the reader tells with `--pregnant`.
pub const PREGNANCY: &str = "pregnancy";

objects! {
    /// A precaution, as its file in `precautions/` tells it.
    file Precaution {
        /// Its id, which `--with` takes.
        pub id: String,
        /// Its title.
        pub title: String,
        /// How a card names it in a list.
        pub short: String,
        /// Words that a reader types for it.
        pub aliases: Vec<String>,
        /// Words in which readers ask for it, and that stand in none of its texts: never shown.
        #[serde(default)]
        pub lay: Vec<String>,
        /// The question that finds out whether it applies.
        pub question: String,
        /// What to know and do, whatever the entry.
        pub advice: Vec<Advice>,
        /// The red flag that declaring it raises; `null` where there is none, so that none is lost unseen.
        #[serde(deserialize_with = "Option::deserialize")]
        #[cfg_attr(test, schemars(schema_with = "text_or_null"))]
        pub red_flag: Option<String>,
        /// Ids of the precautions that whoever declares it declares besides.
        #[serde(default)]
        pub implies: Vec<String>,
        /// The page that tells more, by id.
        pub page: Option<String>,
        /// What more there is to it in a check; left out where there is nothing.
        pub in_check: Option<InCheck>,
        /// Why, in one sentence for all that its rules of a level touch; left out where it has no rules.
        pub in_short: Option<InShort>,
        /// What it changes. The index carries what the rules select; these carry the words.
        pub rules: Vec<RuleText>,
        /// When somebody last read it against its sources: year and month.
        pub reviewed: Option<YearMonth>,
    }

    /// What to know and do, whatever the entry.
    claim Advice {
        /// The entries that it calls open: it is told to those to whom they all are.
        #[serde(default)]
        pub calls_open: Vec<String>,
    }

    /// What a precaution leads to where a reader names it in a check.
    part InCheck {
        /// The red flag that it is: whoever names it there has that sign.
        pub sign: Option<String>,
        /// The red flags to ask about as well, the most urgent first: each is what would end self-care with this precaution.
        #[serde(default)]
        pub ask: Vec<String>,
    }

    /// The reasons of a precaution in one sentence a level, and one question for all that is to be asked first.
    part InShort {
        /// Why what it selects at `avoid` is left out.
        pub avoid: Option<Claim>,
        /// Why somebody is to be asked first.
        pub ask: Option<Claim>,
        /// Whom to ask; required with `ask`.
        pub ask_whom: Option<String>,
        /// The question to put to them; required with `ask`.
        pub ask_what: Option<String>,
        /// What the limits come to.
        pub adapt: Option<Claim>,
    }

    /// Rules for a precaution whose own file lies elsewhere, as a file in `rules/` tells them.
    file MoreRules {
        /// The precaution.
        pub precaution: String,
        /// What it changes besides.
        pub rules: Vec<RuleText>,
    }

    /// One rule of a precaution.
    part RuleText {
        /// How strongly it holds.
        pub level: Level,
        /// Whether the ways that it selects are left out because this reader cannot do them. That is no danger, so it
        /// has the level `adapt`, and nobody's word lifts it.
        #[serde(default)]
        pub leaves_out: bool,
        /// The weeks of a pregnancy in which it holds; all, where none are named.
        pub weeks: Option<Weeks>,
        /// What it selects.
        pub select: Selection,
        /// Why.
        pub because: Claim,
        /// Whom to ask; required at `ask`.
        pub ask_whom: Option<String>,
        /// The question to put to them; required at `ask`.
        pub ask_what: Option<String>,
        /// What still holds when it is allowed; required at `adapt`.
        pub limit: Option<LimitText>,
        /// Entries to do instead; they are screened again.
        #[serde(default)]
        pub instead: Vec<String>,
    }

    /// Weeks of a pregnancy, both ends among them. An end that is not named is open.
    #[derive(Clone, Copy, PartialEq, Eq, serde::Serialize)]
    part Weeks {
        /// The first.
        pub from: Option<u8>,
        /// The last.
        pub to: Option<u8>,
    }

    /// What a rule selects: any value within a key, every key at once.
    #[derive(Default)]
    #[serde(default)]
    part Selection {
        /// Kinds of entry.
        pub kinds: Vec<String>,
        /// Ids and codes.
        pub entries: Vec<String>,
        /// Regions.
        pub regions: Vec<String>,
        /// Areas.
        pub areas: Vec<String>,
        /// Tools of a way.
        pub tools: Vec<Tool>,
        /// Who presses.
        pub reach: Vec<Reach>,
        /// Positions of a way.
        pub positions: Vec<Position>,
        /// Ways that can be done in these positions alone.
        pub only_in: Vec<Position>,
        /// Movements of a way.
        pub movements: Vec<Movement>,
        /// Ways that press at least this hard.
        pub pressure_at_least: Option<u8>,
    }

    /// What still holds when an entry is allowed.
    #[derive(serde::Serialize)]
    part LimitText {
        /// On the scale of 1 to 5.
        pub pressure_at_most: Option<u8>,
        /// In seconds.
        pub hold_seconds_at_most: Option<u16>,
        /// In words.
        pub text: Option<String>,
    }
}

impl InShort {
    /// The reason for what is at a level.
    pub fn reason(&self, level: Level) -> Option<&Claim> {
        match level {
            Level::Avoid => self.avoid.as_ref(),
            Level::Ask => self.ask.as_ref(),
            Level::Adapt => self.adapt.as_ref(),
        }
    }

    /// Whom to ask, and what.
    pub fn question(&self) -> Option<(&str, &str)> {
        self.ask_whom.as_deref().zip(self.ask_what.as_deref())
    }
}

impl Precaution {
    /// The red flag that whoever names it in a check has.
    pub fn sign(&self) -> Option<&String> {
        let in_check = || self.in_check.as_ref().and_then(|more| more.sign.as_ref());
        self.red_flag.as_ref().or_else(in_check)
    }

    /// The red flags that a check asks about as well.
    pub fn further(&self) -> &[String] {
        self.in_check.as_ref().map(|more| more.ask.as_slice()).unwrap_or_default()
    }
}

/// A field that is needed even where it holds nothing.
#[cfg(test)]
fn text_or_null(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
    schemars::json_schema!({"type": ["string", "null"]})
}
