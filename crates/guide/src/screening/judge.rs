//! Judges one entry by rules: what is left of it for this reader.

use std::cmp::Reverse;

use super::facets::Facets;
use super::rule::{Limit, Rule, RuleHead};
use crate::model::{Level, Position};

/// A rule that applies to an entry for this reader.
#[derive(Debug, Clone)]
pub struct Finding<'c> {
    /// The rule.
    pub rule: RuleHead<'c>,
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
    /// The positions that this reader cannot be in.
    pub(super) out_of_reach: Vec<Position>,
}

#[derive(Debug, Clone, Copy, Default)]
pub(super) struct WayVerdict {
    pub(super) struck: bool,
    pub(super) limit: Limit,
}

impl Verdict<'_> {
    /// Whether nothing speaks against the entry but that this reader can do none of its ways.
    pub fn is_out_of_reach(&self) -> bool {
        self.withheld && self.level == Some(Level::Adapt)
    }

    /// Whether a finding says something of a way that is left, or of one that it struck itself.
    pub fn is_of_use(&self, finding: &Finding<'_>) -> bool {
        let is_open = |place: &usize| self.ways.get(*place).is_some_and(|way| !way.struck);
        self.withheld || strikes(finding) || finding.ways.as_ref().is_none_or(|ways| ways.iter().any(is_open))
    }

    /// Whether a clinician's word in spite of a finding would bring something back. Nobody's lifts an `avoid`.
    pub fn asks(&self, finding: &Finding<'_>) -> bool {
        // What was added keeps nobody from asking what we say is to be asked.
        let counts = |other: &&Finding<'_>| finding.rule.added || !other.rule.added;
        let is_closed = |place: &usize| self.findings.iter().filter(counts).any(|it| strikes_for_good(it, *place));
        finding.rule.level == Level::Ask && finding.ways.as_ref().is_none_or(|ways| !ways.iter().all(is_closed))
    }

    /// What the findings on a way limit, the strongest first.
    pub(super) fn limiting(&self, place: usize) -> impl Iterator<Item = &Finding<'_>> {
        self.findings.iter().filter(move |it| it.ways.as_ref().is_none_or(|ways| ways.contains(&place)))
    }

    /// The places of the ways that are left.
    pub fn open_ways(&self) -> impl Iterator<Item = usize> {
        self.ways.iter().enumerate().filter(|(_, way)| !way.struck).map(|(place, _)| place)
    }
}

/// Judges an entry by the rules of the declared precautions; `cleared` tells in spite of which a clinician agreed.
///
/// The level is the strongest finding's. A rule on ways strikes those that it selects; when they are the last, the entry
/// falls with them: to `avoid`, or to `ask` where a clinician's word would bring one back. Where nothing but what this
/// reader cannot do took the last one, it is withheld and its level stays. Adding a precaution never loosens anything. Our
/// findings stand before what was added.
pub fn judge<'r, 'c: 'r>(
    entry: &Facets<'c>,
    rules: impl IntoIterator<Item = &'r Rule<'c>>,
    cleared: &dyn Fn(&str) -> bool,
) -> Verdict<'c> {
    let (mut findings, mut out_of_reach): (Vec<Finding<'c>>, Vec<Position>) = Default::default();
    for rule in rules {
        findings.extend(finding(entry, rule, cleared(rule.head.precaution)));
        if rule.head.leaves_out && rule.select.matches_entry(entry) {
            out_of_reach.extend(&rule.select.only_in);
        }
    }
    let ways: Vec<WayVerdict> = (0..entry.ways.len()).map(|place| judge_way(place, &findings)).collect();
    fell_with_last_way(&mut findings, ways.len());
    findings.sort_by_key(|finding| (finding.rule.added, Reverse(finding.level)));
    let level = findings.iter().map(|finding| finding.level).max();
    let closed = findings.iter().any(|finding| closes(finding.level, finding.cleared));
    let withheld = closed || ways.iter().all(|way| way.struck);
    Verdict { entry: entry.id, level, withheld, findings, ways, out_of_reach }
}

/// What a precaution would make of an entry if it alone were declared. One that raises a red flag ends everything.
pub(crate) fn judge_alone<'r, 'c: 'r>(
    entry: &Facets<'c>,
    rules: impl IntoIterator<Item = &'r Rule<'c>>,
    raises_red_flag: bool,
) -> Option<Level> {
    if raises_red_flag { Some(Level::Avoid) } else { judge(entry, rules, &|_| false).level }
}

fn finding<'c>(entry: &Facets<'_>, rule: &Rule<'c>, cleared: bool) -> Option<Finding<'c>> {
    if !rule.select.matches_entry(entry) {
        return None;
    }
    if !rule.select.selects_ways() {
        return Some(Finding { rule: rule.head, level: rule.head.level, cleared, ways: None });
    }
    let selected = entry.ways.iter().enumerate().filter(|(_, way)| rule.select.matches_way(way));
    let ways: Vec<usize> = selected.map(|(place, _)| place).collect();
    (!ways.is_empty()).then_some(Finding { rule: rule.head, level: Level::Adapt, cleared, ways: Some(ways) })
}

fn judge_way(place: usize, findings: &[Finding<'_>]) -> WayVerdict {
    let mut verdict = WayVerdict::default();
    for finding in findings {
        if finding.ways.as_ref().is_none_or(|ways| ways.contains(&place)) {
            verdict.limit = verdict.limit.tightest(finding.rule.limit);
            verdict.struck |= strikes(finding);
        }
    }
    verdict
}

/// Whether what holds at this level is closed: `avoid` always, `ask` until a clinician agreed.
fn closes(level: Level, cleared: bool) -> bool {
    match level {
        Level::Avoid => true,
        Level::Ask => !cleared,
        Level::Adapt => false,
    }
}

fn strikes(finding: &Finding<'_>) -> bool {
    finding.ways.is_some() && (finding.rule.leaves_out || closes(finding.rule.level, finding.cleared))
}

/// Where no way is left, the rules that struck them take the entry with them, each as strongly as it holds itself. Those that
/// only say what this reader cannot do forbid nothing. What we say is weighed without what was added, which never makes our
/// words say something else.
fn fell_with_last_way(findings: &mut [Finding<'_>], ways: usize) {
    for with_added in [false, true] {
        let weighed = |it: &&Finding<'_>| strikes(it) && (with_added || !it.rule.added);
        let weighed: Vec<&Finding<'_>> = findings.iter().filter(weighed).collect();
        let is_each = |has: &dyn Fn(&Finding<'_>, usize) -> bool| {
            ways > 0 && (0..ways).all(|place| weighed.iter().any(|finding| has(finding, place)))
        };
        if !is_each(&|finding, place| finding.ways.as_ref().is_some_and(|ways| ways.contains(&place))) {
            continue;
        }
        // A clinician's word would bring back others than those that an `avoid` strikes.
        let is_avoided = is_each(&strikes_for_good) && weighed.iter().any(|finding| finding.rule.level == Level::Avoid);
        for finding in findings.iter_mut().filter(|it| strikes(it) && it.rule.added == with_added) {
            finding.level = match finding.rule.level {
                Level::Avoid if !is_avoided => Level::Adapt,
                level => level,
            };
        }
    }
}

/// Whether a finding strikes a way whatever a clinician says.
fn strikes_for_good(finding: &Finding<'_>, place: usize) -> bool {
    let is_for_good = finding.rule.leaves_out || finding.rule.level == Level::Avoid;
    is_for_good && finding.ways.as_ref().is_some_and(|ways| ways.contains(&place))
}
