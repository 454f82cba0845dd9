//! Rules and how they select.

use serde::{Deserialize, Serialize};

use super::facets::{Facets, WayFacets};

/// How strongly a rule holds; a later one outranks an earlier one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
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
            && allows(self.kinds, entry.kind.id())
            && allows(self.regions, entry.region)
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
