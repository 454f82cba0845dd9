//! Precautions, and what they make of entries.

use serde::Serialize;

use super::{ClaimRecord, LimitRecord, PointLine, PracticeLine, Screening};
use crate::catalogue::{Precaution, PrecautionRow};
use crate::screening::Level;
use crate::view::{Scope, precaution};

/// A precaution in a list.
#[derive(Debug, Serialize)]
pub struct PrecautionLine<'a> {
    kind: &'static str,
    id: &'a str,
    title: &'a str,
    aliases: Vec<&'a str>,
    red_flag: Option<&'a str>,
    /// How strongly it touches the entry that was asked about, or, without one, the strongest of its rules.
    strongest: Option<Level>,
    declared: bool,
    #[serde(flatten)]
    screening: Screening<'a>,
}

/// A precaution, whole.
#[derive(Debug, Serialize)]
pub struct PrecautionRecord<'a> {
    kind: &'static str,
    id: &'a str,
    title: &'a str,
    aliases: &'a [String],
    question: &'a str,
    advice: Vec<ClaimRecord<'a>>,
    red_flag: Option<&'a str>,
    declared: bool,
    #[serde(flatten)]
    screening: Screening<'a>,
    rules: Vec<RuleRecord<'a>>,
}

#[derive(Debug, Serialize)]
struct RuleRecord<'a> {
    level: Level,
    entries: Vec<String>,
    some_ways_only: bool,
    because: ClaimRecord<'a>,
    limit: Option<LimitRecord<'a>>,
    ask_whom: Option<&'a str>,
    ask_what: Option<&'a str>,
    instead: &'a [String],
}

/// One line of the personal list: a declared precaution, or an entry as this reader may use it.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub enum PersonalRecord<'a> {
    /// What they declared.
    Precaution(PrecautionRecord<'a>),
    /// What follows for a point.
    Point(PointLine<'a>),
    /// What follows for a stretch or technique.
    Practice(PracticeLine<'a>),
}

impl<'a> PrecautionLine<'a> {
    /// A precaution in a list.
    pub fn new(scope: &Scope<'_>, row: PrecautionRow<'a>, strongest: Option<Level>) -> Self {
        Self {
            kind: "precaution",
            id: row.id,
            title: row.title,
            aliases: row.aliases.split(", ").filter(|alias| !alias.is_empty()).collect(),
            red_flag: row.red_flag,
            strongest,
            declared: is_declared(scope, row.id),
            screening: Screening::of_page(),
        }
    }
}

fn is_declared(scope: &Scope<'_>, id: &str) -> bool {
    scope.reader.profile().declared().iter().any(|declared| declared == id)
}

impl<'a> PrecautionRecord<'a> {
    /// A precaution, with the entries that its rules select.
    pub fn new(scope: &'a Scope<'_>, precaution: &'a Precaution) -> Self {
        let rules = scope.catalogue.index().rules_of(&precaution.id);
        let rules = rules.iter().zip(&precaution.rules).map(|(rule, text)| RuleRecord {
            level: text.level,
            entries: precaution::entries(scope, rule),
            some_ways_only: rule.select.selects_ways(),
            because: ClaimRecord::new(scope, &text.because),
            limit: text.limit.as_ref().map(LimitRecord::new),
            ask_whom: text.ask_whom.as_deref(),
            ask_what: text.ask_what.as_deref(),
            instead: &text.instead,
        });
        Self {
            kind: "precaution",
            id: &precaution.id,
            title: &precaution.title,
            aliases: &precaution.aliases,
            question: &precaution.question,
            advice: ClaimRecord::all(scope, &precaution.advice),
            red_flag: precaution.red_flag.as_deref(),
            declared: is_declared(scope, &precaution.id),
            screening: Screening::of_page(),
            rules: rules.collect(),
        }
    }
}
