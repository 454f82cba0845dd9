//! What screening decided, on every entry.

use serde::Serialize;

use super::keys::record;
use crate::view::guidance::instead;
use crate::view::scope::Scope;
use guide::index::Touching;
use guide::model::{Level, LimitText, Precaution, RuleText};
use guide::screening::{Finding, Verdict};

record! {
    /// What a rule says of an entry.
    pub FindingRecord<'a>(
        scope: &Scope<'_>,
        finding: &Finding<'_>,
        withheld: bool,
        precaution: &'a Precaution,
        rule: &'a RuleText,
    ) {
        precaution: &'a str = &precaution.id,
        level: Level = finding.level,
        because: &'a str = &rule.because.text,
        /// `null` while the entry is withheld: a limit tells how it would be done.
        limit: Option<&'a LimitText> = rule.limit.as_ref().filter(|_| !withheld),
        ask_whom: Option<&'a str> = rule.ask_whom.as_deref(),
        ask_what: Option<&'a str> = rule.ask_what.as_deref(),
        instead: Vec<String> = instead(scope, std::slice::from_ref(finding)),
        sources: &'a [String] = &rule.because.sources,
        cleared: bool = finding.cleared,
        /// Whether it strikes some ways only.
        some_ways_only: bool = finding.ways.is_some(),
        /// Whether it leaves out what this reader cannot do, rather than what they should not.
        leaves_out: bool = finding.rule.leaves_out,
    }
}

/// What screening decided. The default is that of what no rule can bear on: a page, a precaution, a red flag.
#[derive(Debug, Default, Serialize)]
pub(super) struct Screening<'a> {
    level: Option<Level>,
    withheld: bool,
    findings: Vec<FindingRecord<'a>>,
    #[serde(flatten)]
    touched: TouchedIds<'a>,
}

/// Whom an entry touches, by id.
#[derive(Debug, Default, Serialize)]
pub(super) struct TouchedIds<'a> {
    avoid_if: Vec<&'a str>,
    ask_if: Vec<&'a str>,
}

impl<'a> Screening<'a> {
    pub(super) fn new(scope: &'a Scope<'_>, id: &str, verdict: &Verdict<'_>) -> Self {
        let findings = verdict.findings.iter().filter_map(|finding| {
            let (precaution, rule) = scope.reader.words_of(finding)?;
            Some(FindingRecord::new(scope, finding, verdict.withheld, precaution, rule))
        });
        let findings = findings.collect();
        Self {
            level: verdict.level,
            withheld: verdict.withheld,
            findings,
            touched: TouchedIds::new(&scope.touching(id)),
        }
    }
}

impl<'a> TouchedIds<'a> {
    pub(super) fn new(touching: &Touching<'a>) -> Self {
        let [avoid_if, ask_if] =
            [&touching.avoid_if, &touching.ask_if].map(|it| it.iter().map(|(id, _)| *id).collect());
        Self { avoid_if, ask_if }
    }
}
