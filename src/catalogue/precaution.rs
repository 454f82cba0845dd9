//! A circumstance of the reader that changes what is allowed.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::Deserialize;
use serde::de::IgnoredAny;

use super::claim::Claim;
use super::files::{Files, RULES};
use super::load;
use crate::error::Error;
use crate::screening::Level;

/// A precaution, as its file in `precautions/` tells it.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Precaution {
    /// Where an editor finds what may stand in this file.
    #[serde(rename = "$schema", default)]
    #[cfg_attr(test, schemars(with = "String"))]
    _schema: Option<IgnoredAny>,
    /// Its id, which `--with` takes.
    pub id: String,
    /// Its title.
    pub title: String,
    /// How a card names it in a list.
    pub short: String,
    /// Words that a reader types for it.
    pub aliases: Vec<String>,
    /// The question that finds out whether it applies.
    pub question: String,
    /// What to know and do, whatever the entry.
    pub advice: Vec<Claim>,
    /// The red flag that declaring it raises; `null` where there is none, so that none is lost unseen.
    #[serde(deserialize_with = "Option::deserialize")]
    #[cfg_attr(test, schemars(schema_with = "super::schema::text_or_null"))]
    pub red_flag: Option<String>,
    /// What more there is to it in a check; left out where there is nothing.
    #[serde(default)]
    pub in_check: Option<InCheck>,
    /// What it changes. The index carries what the rules select; these carry the words.
    pub rules: Vec<RuleText>,
}

/// What a precaution leads to where a reader names it in a check.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct InCheck {
    /// The red flag that it is: whoever names it there has that sign.
    #[serde(default)]
    pub sign: Option<String>,
    /// The red flags to ask about as well, the most urgent first: each is what would end self-care with this precaution.
    #[serde(default)]
    pub ask: Vec<String>,
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

/// Rules for a precaution whose own file lies elsewhere, as a file in `rules/` tells them.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct MoreRules {
    /// Where an editor finds what may stand in this file.
    #[serde(rename = "$schema", default)]
    #[cfg_attr(test, schemars(with = "String"))]
    _schema: Option<IgnoredAny>,
    /// The precaution.
    pub precaution: String,
    /// What it changes besides.
    pub rules: Vec<RuleText>,
}

/// Which files have more rules for which precaution: looked for once, when one is asked for.
#[derive(Debug, Default)]
pub(super) struct RuleFiles(OnceLock<BTreeMap<String, Vec<String>>>);

impl RuleFiles {
    /// The rules of all files for one precaution.
    pub(super) fn of(&self, files: &Files, precaution: &str) -> Result<Vec<RuleText>, Error> {
        let by_precaution = if let Some(known) = self.0.get() {
            known
        } else {
            let found = Self::find(files)?;
            self.0.get_or_init(|| found)
        };
        let mut rules = Vec::new();
        for path in by_precaution.get(precaution).into_iter().flatten() {
            rules.extend(load::parse::<MoreRules>(files, path)?.rules);
        }
        Ok(rules)
    }

    fn find(files: &Files) -> Result<BTreeMap<String, Vec<String>>, Error> {
        let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for path in files.in_folder(RULES) {
            let more: MoreRules = load::parse(files, path)?;
            found.entry(more.precaution).or_default().push(path.to_owned());
        }
        Ok(found)
    }
}

/// One rule of a precaution.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RuleText {
    /// How strongly it holds.
    pub level: Level,
    /// What it selects.
    pub select: Selection,
    /// Why.
    pub because: Claim,
    /// Whom to ask; required at `ask`.
    #[serde(default)]
    pub ask_whom: Option<String>,
    /// The question to put to them; required at `ask`.
    #[serde(default)]
    pub ask_what: Option<String>,
    /// What still holds when it is allowed; required at `adapt`.
    #[serde(default)]
    pub limit: Option<LimitText>,
    /// Entries to do instead; they are screened again.
    #[serde(default)]
    pub instead: Vec<String>,
}

/// What a rule selects: any value within a key, every key at once.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
#[derive(Default)]
pub struct Selection {
    /// Kinds of entry.
    pub kinds: Vec<String>,
    /// Ids and codes.
    pub entries: Vec<String>,
    /// Regions.
    pub regions: Vec<String>,
    /// Areas.
    pub areas: Vec<String>,
    /// Tools of a way.
    pub tools: Vec<super::point::Tool>,
    /// Who presses.
    pub reach: Vec<super::point::Reach>,
    /// Positions of a way.
    pub positions: Vec<super::point::Position>,
    /// Movements of a way.
    pub movements: Vec<super::stretch::Movement>,
    /// Ways that press at least this hard.
    pub pressure_at_least: Option<u8>,
}

/// What still holds when an entry is allowed.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LimitText {
    /// On the scale of 1 to 5.
    #[serde(default)]
    pub pressure_at_most: Option<u8>,
    /// In seconds.
    #[serde(default)]
    pub hold_seconds_at_most: Option<u16>,
    /// In words.
    #[serde(default)]
    pub text: Option<String>,
}
