//! Precautions, and what they make of entries.

use serde::Serialize;

use super::claim::ClaimRecord;
use super::keys::record;
use super::point::PointLine;
use super::practice::PracticeLine;
use super::screening::Screening;
use crate::view::advice::advice as told_advice;
use crate::view::precaution::{entries, is_declared, told_limit};
use crate::view::scope::Scope;
use guide::index::PrecautionRow;
use guide::model::{InShort, Level, LimitText, Precaution, RuleText, Weeks, YearMonth};
use guide::screening::Select;

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
    pub PrecautionRecord<'a>(scope: &Scope<'_>, precaution: &'a Precaution) {
        kind: &'static str = "precaution",
        id: &'a str = &precaution.id,
        title: &'a str = &precaution.title,
        aliases: &'a [String] = &precaution.aliases,
        question: &'a str = &precaution.question,
        advice: Vec<ClaimRecord<'a>> = ClaimRecord::all(scope, told_advice(scope, precaution)),
        red_flag: Option<&'a str> = precaution.red_flag.as_deref(),
        declared: bool = is_declared(scope, &precaution.id),
        /// The precautions that whoever declares it declares besides, by id.
        implies: &'a [String] = &precaution.implies,
        #[serde(flatten)]
        screening: Screening<'a> = Screening::default(),
        /// Why, in one sentence a level; `null` where it has no rules.
        in_short: Option<Box<InShortRecord<'a>>> =
            precaution.in_short.as_ref().map(|it| InShortRecord::new(scope, it).into()),
        rules: Vec<RuleRecord<'a>> =
            precaution.rules.iter().map(|rule| RuleRecord::new(scope, &precaution.id, rule)).collect(),
        /// When somebody last read it against its sources; `null` where it does not say.
        reviewed: Option<YearMonth> = precaution.reviewed,
    }
}

record! {
    /// The reasons of a precaution in short, and the question for all that is to be asked first.
    InShortRecord<'a>(scope: &Scope<'_>, in_short: &'a InShort) {
        avoid: Option<ClaimRecord<'a>> = in_short.avoid.as_ref().map(|it| ClaimRecord::new(scope, it)),
        ask: Option<ClaimRecord<'a>> = in_short.ask.as_ref().map(|it| ClaimRecord::new(scope, it)),
        ask_whom: Option<&'a str> = in_short.ask_whom.as_deref(),
        ask_what: Option<&'a str> = in_short.ask_what.as_deref(),
        adapt: Option<ClaimRecord<'a>> = in_short.adapt.as_ref().map(|it| ClaimRecord::new(scope, it)),
    }
}

record! {
    /// A rule, with the entries that it selects.
    RuleRecord<'a>(scope: &Scope<'_>, precaution: &str, rule: &'a RuleText) with (select = Select::of(&rule.select)) {
        level: Level = rule.level,
        entries: Vec<String> = entries(scope, &select),
        some_ways_only: bool = select.selects_ways(),
        /// Whether it leaves out what this reader cannot do, rather than what they should not.
        leaves_out: bool = rule.leaves_out,
        /// The weeks of a pregnancy in which it holds.
        weeks: Option<Weeks> = rule.weeks,
        because: ClaimRecord<'a> = ClaimRecord::new(scope, &rule.because),
        limit: Option<&'a LimitText> = told_limit(scope, precaution, rule),
        ask_whom: Option<&'a str> = rule.ask_whom.as_deref(),
        ask_what: Option<&'a str> = rule.ask_what.as_deref(),
        instead: &'a [String] = &rule.instead,
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
