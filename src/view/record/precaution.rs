//! Precautions, and what they make of entries.

use serde::Serialize;

use super::claim::ClaimRecord;
use super::keys::record;
use super::point::PointLine;
use super::practice::PracticeLine;
use super::screening::Screening;
use crate::view::precaution::entries;
use crate::view::scope::Scope;
use guide::index::PrecautionRow;
use guide::model::{Level, LimitText, Precaution, RuleText};
use guide::screening::Rule;

record! {
    /// A precaution in a list.
    pub PrecautionLine<'a>(scope: &Scope<'_>, row: &'a PrecautionRow<'a>, strongest: Option<Level>) {
        kind: &'static str = "precaution",
        id: &'a str = row.id,
        title: &'a str = row.title,
        aliases: &'a [&'a str] = &row.aliases,
        red_flag: Option<&'a str> = row.red_flag,
        /// How strongly it touches the entry that was asked about, or, without one, the strongest of its rules.
        strongest: Option<Level> = strongest,
        declared: bool = is_declared(scope, row.id),
        #[serde(flatten)]
        screening: Screening<'a> = Screening::default(),
    }
}

record! {
    /// A precaution, whole.
    pub PrecautionRecord<'a>(scope: &Scope<'_>, precaution: &'a Precaution)
    with (rules = scope.catalogue.index().rules_of(&precaution.id)) {
        kind: &'static str = "precaution",
        id: &'a str = &precaution.id,
        title: &'a str = &precaution.title,
        aliases: &'a [String] = &precaution.aliases,
        question: &'a str = &precaution.question,
        advice: Vec<ClaimRecord<'a>> = ClaimRecord::all(scope, &precaution.advice),
        red_flag: Option<&'a str> = precaution.red_flag.as_deref(),
        declared: bool = is_declared(scope, &precaution.id),
        #[serde(flatten)]
        screening: Screening<'a> = Screening::default(),
        rules: Vec<RuleRecord<'a>> =
            rules.iter().zip(&precaution.rules).map(|(rule, text)| RuleRecord::new(scope, rule, text)).collect(),
    }
}

record! {
    /// A rule, with the entries that it selects.
    RuleRecord<'a>(scope: &Scope<'_>, rule: &Rule<'_>, text: &'a RuleText) {
        level: Level = text.level,
        entries: Vec<String> = entries(scope, rule),
        some_ways_only: bool = rule.select.selects_ways(),
        because: ClaimRecord<'a> = ClaimRecord::new(scope, &text.because),
        limit: Option<&'a LimitText> = text.limit.as_ref(),
        ask_whom: Option<&'a str> = text.ask_whom.as_deref(),
        ask_what: Option<&'a str> = text.ask_what.as_deref(),
        instead: &'a [String] = &text.instead,
    }
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

fn is_declared(scope: &Scope<'_>, id: &str) -> bool {
    scope.reader.profile().declared().iter().any(|declared| declared == id)
}
