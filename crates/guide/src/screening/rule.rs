//! What a rule selects, and within which numbers it holds.

use serde::{Deserialize, Serialize};

use super::facets::{Facets, WayFacets, texts};
use crate::model::{Kind, Level, LimitText, Movement, Position, Reach, Selection, Tool, Weeks};

/// A rule without its prose.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct Rule<'c> {
    /// Which it is, how strongly it holds, and within which numbers.
    #[serde(borrow)]
    pub head: RuleHead<'c>,
    /// What it selects.
    #[serde(borrow)]
    pub select: Select<'c>,
    /// The weeks of a pregnancy in which it holds.
    pub weeks: Option<Weeks>,
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
    /// Whether this reader cannot do the ways that it selects.
    pub leaves_out: bool,
    /// Whether it is none of ours.
    pub added: bool,
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
    pub(super) fn tightest(self, other: Self) -> Self {
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
    /// Ways that can be done in these positions alone.
    pub only_in: Vec<Position>,
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
            only_in: selection.only_in.clone(),
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
        let positions = self.positions.len() + self.only_in.len();
        self.tools.len() + self.reach.len() + positions + self.movements.len() > 0 || self.pressure_at_least.is_some()
    }

    /// Whether the entry is selected, its ways aside.
    pub(super) fn matches_entry(&self, entry: &Facets<'_>) -> bool {
        allows(&self.entries, &[entry.id])
            && allows(&self.kinds, &[entry.kind])
            && allows(&self.regions, &entry.regions)
            && allows(&self.areas, entry.area.as_slice())
    }

    /// Whether a way is selected. A field that the way lacks counts as a match: missing is never safe.
    pub(super) fn matches_way(&self, way: &WayFacets) -> bool {
        allows(&self.tools, way.tool.as_slice())
            && allows(&self.reach, way.reach.as_slice())
            && allows(&self.positions, &way.positions)
            && (self.only_in.is_empty() || way.stances().all(|stance| self.only_in.contains(&stance)))
            && allows(&self.movements, &way.movements)
            && self.pressure_at_least.is_none_or(|least| way.pressure.is_none_or(|pressure| pressure >= least))
    }
}

/// Whether any word of `held` is in `asked`; either being empty counts as yes.
fn allows<W: PartialEq>(asked: &[W], held: &[W]) -> bool {
    asked.is_empty() || held.is_empty() || held.iter().any(|word| asked.contains(word))
}
