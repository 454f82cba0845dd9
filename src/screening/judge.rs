//! Judges one entry by rules: what each selects, and what is left of the entry.
//!
//! Shared with `build.rs`, which asks of every entry what each precaution would do to it; so this file knows nothing of
//! the rest of the program.

use serde::{Deserialize, Serialize};

/// The facets of an entry.
#[derive(Debug, Clone)]
pub struct Facets<'c> {
    /// What it is.
    pub kind: &'c str,
    /// Its id or code.
    pub id: &'c str,
    /// Its regions, between commas.
    pub regions: &'c str,
    /// Its area; empty for an entry that is not of one place.
    pub area: &'c str,
    /// Its ways, in order.
    pub ways: Vec<WayFacets<'c>>,
}

/// The facets of one way. A field that the way lacks is empty.
#[derive(Debug, Clone, Copy)]
pub struct WayFacets<'c> {
    /// What presses.
    pub tool: &'c str,
    /// Who presses.
    pub reach: &'c str,
    /// Positions, between commas.
    pub positions: &'c str,
    /// Movements, between commas.
    pub movements: &'c str,
    /// 1 to 5.
    pub pressure: Option<u8>,
}

/// How strongly a rule holds; a later one outranks an earlier one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// With limits.
    Adapt,
    /// A clinician is asked first.
    Ask,
    /// Not at all.
    Avoid,
}

impl Level {
    /// The level of this name.
    pub fn parse(name: &str) -> Option<Self> {
        [Self::Adapt, Self::Ask, Self::Avoid].into_iter().find(|level| level.id() == name)
    }

    /// Its name in data and JSON.
    pub fn id(self) -> &'static str {
        match self {
            Self::Adapt => "adapt",
            Self::Ask => "ask",
            Self::Avoid => "avoid",
        }
    }
}

/// A rule without its prose.
#[derive(Debug, Clone, Copy)]
pub struct Rule<'c> {
    /// The precaution to which it belongs.
    pub precaution: &'c str,
    /// Its place among the rules of that precaution.
    pub number: usize,
    /// How strongly it holds.
    pub level: Level,
    /// What it selects.
    pub select: Select<'c>,
    /// What still holds when the entry is allowed.
    pub limit: Limit,
}

/// Numbers that hold when an entry is allowed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Limit {
    /// On the scale of 1 to 5.
    pub pressure_at_most: Option<u8>,
    /// In seconds.
    pub hold_seconds_at_most: Option<u16>,
}

impl Limit {
    /// The tighter of two limits, number by number.
    #[must_use]
    pub fn tightest(self, other: Self) -> Self {
        Self {
            pressure_at_most: least(self.pressure_at_most, other.pressure_at_most),
            hold_seconds_at_most: least(self.hold_seconds_at_most, other.hold_seconds_at_most),
        }
    }
}

fn least<N: Ord>(one: Option<N>, other: Option<N>) -> Option<N> {
    one.into_iter().chain(other).min()
}

/// What a rule selects. Each list is words between commas; an empty list asks nothing.
#[derive(Debug, Clone, Copy, Default)]
pub struct Select<'c> {
    /// Kinds of entry.
    pub kinds: &'c str,
    /// Ids and codes.
    pub entries: &'c str,
    /// Regions.
    pub regions: &'c str,
    /// Areas.
    pub areas: &'c str,
    /// Tools of a way.
    pub tools: &'c str,
    /// Who presses.
    pub reach: &'c str,
    /// Positions of a way.
    pub positions: &'c str,
    /// Movements of a way.
    pub movements: &'c str,
    /// Ways that press at least this hard.
    pub pressure_at_least: Option<u8>,
}

impl Select<'_> {
    /// Whether the rule looks at ways rather than at the entry as a whole.
    pub fn selects_ways(&self) -> bool {
        [self.tools, self.reach, self.positions, self.movements].iter().any(|list| !list.is_empty())
            || self.pressure_at_least.is_some()
    }

    /// Whether the entry is selected, its ways aside.
    pub fn matches_entry(&self, entry: &Facets<'_>) -> bool {
        allows(self.entries, entry.id)
            && allows(self.kinds, entry.kind)
            && allows(self.regions, entry.regions)
            && allows(self.areas, entry.area)
    }

    /// Whether a way is selected. A field that the way lacks counts as a match: missing is never safe.
    pub fn matches_way(&self, way: &WayFacets<'_>) -> bool {
        allows(self.tools, way.tool)
            && allows(self.reach, way.reach)
            && allows(self.positions, way.positions)
            && allows(self.movements, way.movements)
            && self.pressure_at_least.is_none_or(|least| way.pressure.is_none_or(|pressure| pressure >= least))
    }
}

/// Whether any word of `held` is in `asked`; either being empty counts as yes.
fn allows(asked: &str, held: &str) -> bool {
    asked.is_empty() || held.is_empty() || held.split(',').any(|word| asked.split(',').any(|each| each == word))
}

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

/// Judges an entry by the rules of the declared precautions; `cleared` tells in spite of which a clinician agreed.
///
/// The level is the strongest finding's. A rule on ways strikes those that it selects; when they are the last, the entry
/// falls with them: to `avoid`, or to `ask` where a clinician's word would bring one back. Adding a precaution never
/// loosens anything.
pub fn judge<'c>(
    entry: &Facets<'c>,
    rules: impl IntoIterator<Item = Rule<'c>>,
    cleared: &dyn Fn(&str) -> bool,
) -> Verdict<'c> {
    let mut findings: Vec<Finding<'c>> =
        rules.into_iter().filter_map(|rule| finding(entry, rule, cleared(rule.precaution))).collect();
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

/// What a precaution would make of an entry if it alone were declared. One that raises a red flag ends everything.
pub fn judge_alone<'c>(
    entry: &Facets<'c>,
    rules: impl IntoIterator<Item = Rule<'c>>,
    raises_red_flag: bool,
) -> Option<Level> {
    if raises_red_flag { Some(Level::Avoid) } else { judge(entry, rules, &|_| false).level }
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
        findings.iter().any(|finding| {
            finding.rule.level == Level::Avoid && finding.ways.as_ref().is_some_and(|w| w.contains(place))
        })
    };
    let level = if (0..ways).all(|place| avoided(&place)) { Level::Avoid } else { Level::Ask };
    for finding in findings.iter_mut().filter(|finding| finding.ways.is_some() && strikes(finding)) {
        finding.level = level;
    }
}
