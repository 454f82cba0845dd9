//! Judges one entry for one profile, from the index alone.

use super::facets::Facets;
use super::profile::Profile;
use super::rule::{Level, Limit, Rule};

/// A rule that applies to an entry for this reader.
#[derive(Debug, Clone)]
pub struct Finding<'c> {
    /// The rule.
    pub rule: Rule<'c>,
    /// What it does to the entry: a rule that strikes only some ways leaves the rest at [`Level::Adapt`].
    pub level: Level,
    /// Whether a clinician agreed in spite of it.
    pub cleared: bool,
    /// The ways that it selects, by place; `None` when it selects the whole entry.
    pub ways: Option<Vec<usize>>,
}

/// What screening decided about an entry.
#[derive(Debug, Clone)]
pub struct Verdict<'c> {
    /// The entry's id or code.
    pub entry: &'c str,
    /// The level of the strongest finding.
    pub level: Option<Level>,
    /// Whether its how-to is withheld.
    pub withheld: bool,
    /// The findings, strongest first.
    pub findings: Vec<Finding<'c>>,
    /// For each way: whether it is struck, and the tightest of its limits.
    pub(super) ways: Vec<WayVerdict>,
}

#[derive(Debug, Clone, Copy, Default)]
pub(super) struct WayVerdict {
    pub(super) struck: bool,
    pub(super) limit: Limit,
}

impl Verdict<'_> {
    /// The places of the ways that are left.
    pub fn open_ways(&self) -> impl Iterator<Item = usize> {
        self.ways.iter().enumerate().filter(|(_, way)| !way.struck).map(|(place, _)| place)
    }
}

/// Judges an entry by the rules of the declared precautions.
///
/// The level is the strongest finding's. A rule on ways strikes those that it selects; when they are the last, the entry
/// falls with them: to `avoid`, or to `ask` where a clinician's word would bring one back. Adding a precaution never
/// loosens anything.
pub fn judge<'c>(entry: &Facets<'c>, rules: impl IntoIterator<Item = Rule<'c>>, profile: &Profile) -> Verdict<'c> {
    let mut findings: Vec<Finding<'c>> =
        rules.into_iter().filter_map(|rule| finding(entry, rule, profile.is_cleared(rule.precaution))).collect();
    let ways: Vec<WayVerdict> = (0..entry.ways.len()).map(|place| judge_way(place, &findings)).collect();
    if !ways.is_empty() && ways.iter().all(|way| way.struck) {
        fell_with_last_way(&mut findings, ways.len());
    }
    findings.sort_by_key(|finding| std::cmp::Reverse(finding.level));
    Verdict {
        entry: entry.id,
        level: findings.first().map(|finding| finding.level),
        withheld: findings.iter().any(withholds) || ways.iter().all(|way| way.struck),
        findings,
        ways,
    }
}

fn finding<'c>(entry: &Facets<'c>, rule: Rule<'c>, cleared: bool) -> Option<Finding<'c>> {
    if !rule.select.matches_entry(entry) {
        return None;
    }
    if !rule.select.selects_ways() {
        return Some(Finding { rule, level: rule.level, cleared, ways: None });
    }
    let selected = entry.ways.iter().enumerate().filter(|(_, way)| rule.select.matches_way(way));
    let ways: Vec<usize> = selected.map(|(place, _)| place).collect();
    (!ways.is_empty()).then_some(Finding { rule, level: Level::Adapt, cleared, ways: Some(ways) })
}

fn judge_way(place: usize, findings: &[Finding<'_>]) -> WayVerdict {
    let mut verdict = WayVerdict::default();
    for finding in findings {
        if finding.ways.as_ref().is_none_or(|ways| ways.contains(&place)) {
            verdict.limit = verdict.limit.tightest(finding.rule.limit);
            verdict.struck |= finding.ways.is_some() && strikes(finding);
        }
    }
    verdict
}

/// Whether the rule closes what it selects: `avoid` always, `ask` until a clinician agreed.
fn strikes(finding: &Finding<'_>) -> bool {
    match finding.rule.level {
        Level::Avoid => true,
        Level::Ask => !finding.cleared,
        Level::Adapt => false,
    }
}

fn withholds(finding: &Finding<'_>) -> bool {
    match finding.level {
        Level::Avoid => true,
        Level::Ask => !finding.cleared,
        Level::Adapt => false,
    }
}

/// No way is left: the rules that struck them take the entry with them.
fn fell_with_last_way(findings: &mut [Finding<'_>], ways: usize) {
    let avoided = |place: &usize| {
        findings
            .iter()
            .any(|finding| finding.rule.level == Level::Avoid && finding.ways.as_ref().is_some_and(|w| w.contains(place)))
    };
    let level = if (0..ways).all(|place| avoided(&place)) { Level::Avoid } else { Level::Ask };
    for finding in findings.iter_mut().filter(|finding| finding.ways.is_some() && strikes(finding)) {
        finding.level = level;
    }
}
