//! Opens the seal on pressing, for an entry that was judged and may be shown.

use super::judge::Limit;
use super::screened::{Practice, Screened};
use crate::catalogue::{Claim, FindStep, Grounds, Motion, Point, Position, Reach, Span, Technique, Tool, Way};

/// What this reader may see of how to press a point, limits filled in.
#[derive(Debug)]
pub struct PointPermit<'p> {
    /// Steps by touch.
    pub find: &'p [FindStep],
    /// How it feels in the wrong place.
    pub off_if: &'p [Claim],
    /// The ways that are left, with their doses.
    pub ways: Vec<AllowedWay<'p>>,
    /// The labels of the ways that a rule struck.
    pub struck: Vec<&'p str>,
}

/// What this reader may see of a technique, limits filled in.
#[derive(Debug)]
pub struct TechniquePermit<'p> {
    /// The ways that are left, with their doses.
    pub ways: Vec<AllowedWay<'p>>,
    /// The labels of the ways that a rule struck.
    pub struck: Vec<&'p str>,
    /// What often goes wrong.
    pub mistakes: &'p [Claim],
}

/// A way of pressing that is left.
#[derive(Debug)]
pub struct AllowedWay<'p> {
    /// Tool and position in plain words.
    pub label: &'p str,
    /// The positions in which it is done.
    pub positions: &'p [Position],
    /// What presses.
    pub tool: Tool,
    /// Who presses.
    pub reach: Reach,
    /// What the hand does.
    pub motion: Motion,
    /// Whether it presses both sides at once.
    pub both_sides_at_once: bool,
    /// How hard and how long, within the limits.
    pub dose: Dose,
    /// The grounds of the dose; `None` where a limit changed it, because they tell of another one.
    pub grounds: Option<&'p Grounds>,
    /// The steps.
    pub steps: &'p [Claim],
}

/// How hard, how long, how often.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dose {
    /// On the scale of 1 to 5.
    pub pressure: u8,
    /// One hold, in seconds.
    pub hold_seconds: Span,
    /// Holds in one go.
    pub rounds: Span,
    /// Times a day.
    pub per_day: Span,
}

impl Practice for Point {
    fn id(&self) -> &str {
        &self.code
    }

    fn ways(&self) -> usize {
        self.ways.open().len()
    }
}

impl Practice for Technique {
    fn id(&self) -> &str {
        &self.id
    }

    fn ways(&self) -> usize {
        self.ways.open().len()
    }
}

impl Screened<'_, Point> {
    /// The how-to, unless it is withheld.
    pub fn permit(&self) -> Option<PointPermit<'_>> {
        if self.verdict().withheld {
            return None;
        }
        let (ways, struck) = self.allowed_ways(self.entry().ways.open());
        let location = &self.entry().location;
        Some(PointPermit { find: location.find.open(), off_if: location.off_if.open(), ways, struck })
    }
}

impl Screened<'_, Technique> {
    /// The how-to, unless it is withheld.
    pub fn permit(&self) -> Option<TechniquePermit<'_>> {
        if self.verdict().withheld {
            return None;
        }
        let (ways, struck) = self.allowed_ways(self.entry().ways.open());
        Some(TechniquePermit { ways, struck, mistakes: self.entry().mistakes.open() })
    }
}

impl<E: Practice> Screened<'_, E> {
    fn allowed_ways<'w>(&self, ways: &'w [Way]) -> (Vec<AllowedWay<'w>>, Vec<&'w str>) {
        let (left, struck) = self.sort_ways(ways);
        let left = left.into_iter().map(|(way, limit)| allowed(way, limit)).collect();
        (left, struck.into_iter().map(|way| way.label.as_str()).collect())
    }
}

fn allowed(way: &Way, limit: Limit) -> AllowedWay<'_> {
    let usual =
        Dose { pressure: way.pressure, hold_seconds: way.hold_seconds, rounds: way.rounds, per_day: way.per_day };
    let dose = usual.within(limit);
    AllowedWay {
        label: &way.label,
        positions: &way.positions,
        tool: way.tool,
        reach: way.reach,
        motion: way.motion,
        both_sides_at_once: way.both_sides_at_once,
        dose,
        grounds: (dose == usual).then_some(&way.dose),
        steps: &way.steps,
    }
}

impl Dose {
    /// The dose within a limit.
    #[must_use]
    pub fn within(self, limit: Limit) -> Self {
        Self {
            pressure: limit.pressure_at_most.map_or(self.pressure, |most| most.min(self.pressure)),
            hold_seconds: self.hold_seconds.within(limit),
            ..self
        }
    }
}

impl Span {
    /// The span with no number above `most`.
    #[must_use]
    pub fn up_to(self, most: u16) -> Self {
        Self { min: self.min.min(most), max: self.max.min(most) }
    }

    /// A hold within a limit.
    pub(super) fn within(self, limit: Limit) -> Self {
        limit.hold_seconds_at_most.map_or(self, |most| self.up_to(most))
    }
}
