//! Judges one entry by rules: what each selects, and what is left of the entry.

use serde::{Deserialize, Serialize};

use crate::model::{
    Kind, Level, LimitText, Movement, Point, Position, Reach, Selection, Stretch, StretchWay, Technique, Tool, Way,
};

/// The facets of an entry: all that a rule can select on.
#[derive(Debug, Clone)]
pub struct Facets<'c> {
    /// What it is.
    pub kind: Kind,
    /// Its id or code.
    pub id: &'c str,
    /// Its regions.
    pub regions: Vec<&'c str>,
    /// Its area; `None` for an entry that is not of one place.
    pub area: Option<&'c str>,
    /// Its ways, in order.
    pub ways: Vec<WayFacets>,
}

/// The facets of one way. A field that the way lacks is empty.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct WayFacets {
    /// What presses.
    pub tool: Option<Tool>,
    /// Who presses.
    pub reach: Option<Reach>,
    /// Positions.
    pub positions: Vec<Position>,
    /// Movements.
    pub movements: Vec<Movement>,
    /// 1 to 5.
    pub pressure: Option<u8>,
}

impl<'c> Facets<'c> {
    /// Of a point.
    pub fn of_point(point: &'c Point) -> Self {
        let ways = point.ways.open().iter().map(WayFacets::from).collect();
        Self { kind: Kind::Point, id: &point.code, regions: vec![&point.region], area: Some(&point.area), ways }
    }

    /// Of a stretch.
    pub(crate) fn of_stretch(stretch: &'c Stretch) -> Self {
        let ways = stretch.ways.open().iter().map(WayFacets::from).collect();
        Self { kind: Kind::Stretch, id: &stretch.id, regions: texts(&stretch.regions), area: None, ways }
    }

    /// Of a technique.
    pub(crate) fn of_technique(technique: &'c Technique) -> Self {
        let ways = technique.ways.open().iter().map(WayFacets::from).collect();
        Self { kind: Kind::Technique, id: &technique.id, regions: texts(&technique.regions), area: None, ways }
    }
}

impl From<&Way> for WayFacets {
    fn from(way: &Way) -> Self {
        let (positions, movements) = (way.positions.clone(), Vec::new());
        Self { tool: Some(way.tool), reach: Some(way.reach), positions, movements, pressure: Some(way.pressure) }
    }
}

impl From<&StretchWay> for WayFacets {
    fn from(way: &StretchWay) -> Self {
        let (positions, movements) = (way.positions.clone(), way.movements.clone());
        Self { tool: None, reach: None, positions, movements, pressure: None }
    }
}

fn texts(list: &[String]) -> Vec<&str> {
    list.iter().map(String::as_str).collect()
}

/// A rule without its prose.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct Rule<'c> {
    /// Which it is, how strongly it holds, and within which numbers.
    #[serde(borrow)]
    pub head: RuleHead<'c>,
    /// What it selects.
    #[serde(borrow)]
    pub select: Select<'c>,
}

/// What is told of a rule where it applies.
#[derive(Debug, Clone, Copy, Deserialize, Serialize)]
pub struct RuleHead<'c> {
    /// The precaution to which it belongs.
    pub precaution: &'c str,
    /// Its place among the rules of that precaution.
    pub number: usize,
    /// How strongly it holds.
    pub level: Level,
    /// What still holds when the entry is allowed.
    pub limit: Limit,
    /// Whether it selects entries by name.
    pub names_entries: bool,
}

/// Numbers that hold when an entry is allowed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, Serialize)]
pub struct Limit {
    /// On the scale of 1 to 5.
    pub pressure_at_most: Option<u8>,
    /// In seconds.
    pub hold_seconds_at_most: Option<u16>,
}

impl From<&LimitText> for Limit {
    fn from(limit: &LimitText) -> Self {
        Self { pressure_at_most: limit.pressure_at_most, hold_seconds_at_most: limit.hold_seconds_at_most }
    }
}

impl Limit {
    /// The tighter of two limits, number by number.
    fn tightest(self, other: Self) -> Self {
        Self {
            pressure_at_most: self.pressure_at_most.into_iter().chain(other.pressure_at_most).min(),
            hold_seconds_at_most: self.hold_seconds_at_most.into_iter().chain(other.hold_seconds_at_most).min(),
        }
    }
}

/// What a rule selects. An empty list asks nothing.
#[derive(Debug, Clone, Default, Deserialize, Serialize)]
pub struct Select<'c> {
    /// Kinds of entry.
    pub kinds: Vec<Kind>,
    /// Ids and codes.
    #[serde(borrow)]
    pub entries: Vec<&'c str>,
    /// Regions.
    #[serde(borrow)]
    pub regions: Vec<&'c str>,
    /// Areas.
    #[serde(borrow)]
    pub areas: Vec<&'c str>,
    /// Tools of a way.
    pub tools: Vec<Tool>,
    /// Who presses.
    pub reach: Vec<Reach>,
    /// Positions of a way.
    pub positions: Vec<Position>,
    /// Movements of a way.
    pub movements: Vec<Movement>,
    /// Ways that press at least this hard.
    pub pressure_at_least: Option<u8>,
}

impl<'c> Select<'c> {
    /// What a rule of a file selects.
    pub fn of(selection: &'c Selection) -> Self {
        Self {
            kinds: selection.kinds.iter().filter_map(|kind| Kind::parse(kind)).collect(),
            entries: texts(&selection.entries),
            regions: texts(&selection.regions),
            areas: texts(&selection.areas),
            tools: selection.tools.clone(),
            reach: selection.reach.clone(),
            positions: selection.positions.clone(),
            movements: selection.movements.clone(),
            pressure_at_least: selection.pressure_at_least,
        }
    }

    /// Whether anything of an entry is selected.
    pub fn matches(&self, entry: &Facets<'_>) -> bool {
        self.matches_entry(entry) && (!self.selects_ways() || entry.ways.iter().any(|way| self.matches_way(way)))
    }

    /// Whether the rule looks at ways rather than at the entry as a whole.
    pub fn selects_ways(&self) -> bool {
        let words = self.tools.len() + self.reach.len() + self.positions.len() + self.movements.len();
        words > 0 || self.pressure_at_least.is_some()
    }

    /// Whether the entry is selected, its ways aside.
    fn matches_entry(&self, entry: &Facets<'_>) -> bool {
        allows(&self.entries, &[entry.id])
            && allows(&self.kinds, &[entry.kind])
            && allows(&self.regions, &entry.regions)
            && allows(&self.areas, entry.area.as_slice())
    }

    /// Whether a way is selected. A field that the way lacks counts as a match: missing is never safe.
    fn matches_way(&self, way: &WayFacets) -> bool {
        allows(&self.tools, way.tool.as_slice())
            && allows(&self.reach, way.reach.as_slice())
            && allows(&self.positions, &way.positions)
            && allows(&self.movements, &way.movements)
            && self.pressure_at_least.is_none_or(|least| way.pressure.is_none_or(|pressure| pressure >= least))
    }
}

/// Whether any word of `held` is in `asked`; either being empty counts as yes.
fn allows<W: PartialEq>(asked: &[W], held: &[W]) -> bool {
    asked.is_empty() || held.is_empty() || held.iter().any(|word| asked.contains(word))
}

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
pub fn judge<'r, 'c: 'r>(
    entry: &Facets<'c>,
    rules: impl IntoIterator<Item = &'r Rule<'c>>,
    cleared: &dyn Fn(&str) -> bool,
) -> Verdict<'c> {
    let mut findings: Vec<Finding<'c>> =
        rules.into_iter().filter_map(|rule| finding(entry, rule, cleared(rule.head.precaution))).collect();
    let ways: Vec<WayVerdict> = (0..entry.ways.len()).map(|place| judge_way(place, &findings)).collect();
    if !ways.is_empty() && ways.iter().all(|way| way.struck) {
        fell_with_last_way(&mut findings, ways.len());
    }
    findings.sort_by_key(|finding| std::cmp::Reverse(finding.level));
    let level = findings.first().map(|finding| finding.level);
    let closed = findings.iter().any(|finding| closes(finding.level, finding.cleared));
    Verdict { entry: entry.id, level, withheld: closed || ways.iter().all(|way| way.struck), findings, ways }
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
    finding.ways.is_some() && closes(finding.rule.level, finding.cleared)
}

/// No way is left: the rules that struck them take the entry with them.
fn fell_with_last_way(findings: &mut [Finding<'_>], ways: usize) {
    let avoided = |place: &usize| {
        findings.iter().any(|finding| {
            finding.rule.level == Level::Avoid && finding.ways.as_ref().is_some_and(|w| w.contains(place))
        })
    };
    let level = if (0..ways).all(|place| avoided(&place)) { Level::Avoid } else { Level::Ask };
    for finding in findings.iter_mut().filter(|finding| strikes(finding)) {
        finding.level = level;
    }
}
