//! Opens the seal on pressing, for an entry that was judged and may be shown.

use serde::Serialize;

use super::rule::Limit;
use super::screened::Screened;
use crate::model::{
    Claim, FindStep, FirstTime, Grounds, Motion, OfWays, Point, Position, Reach, Span, Technique, Tool, Way, WayClaim,
};

/// What this reader may see of how to press a point, limits filled in.
#[derive(Debug)]
pub struct PointPermit<'p> {
    /// Steps by touch, of all the ways that are left; each tells of which.
    pub find: Vec<&'p FindStep>,
    /// How it feels in the wrong place.
    pub off_if: Vec<&'p WayClaim>,
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
    /// What often goes wrong in them.
    pub mistakes: Vec<&'p WayClaim>,
    /// When to stop, beside the stop rule for all pressing.
    pub stop_if: Vec<&'p WayClaim>,
}

/// A way of pressing that is left.
#[derive(Debug, Clone, Serialize)]
pub struct AllowedWay<'p> {
    /// Its place among all ways of the entry.
    #[serde(skip)]
    pub place: usize,
    /// Tool and position in plain words.
    pub label: &'p str,
    /// The positions in which this reader can do it.
    pub positions: Vec<Position>,
    /// What presses.
    pub tool: Tool,
    /// Who presses.
    pub reach: Reach,
    /// What the hand does.
    pub motion: Motion,
    /// Whether it presses both sides at once.
    pub both_sides_at_once: bool,
    /// How hard and how long, within the limits.
    #[serde(flatten)]
    pub dose: Dose,
    /// The grounds of the dose; `None` where a limit changed it, because they tell of another one.
    #[serde(skip)]
    pub grounds: Option<&'p Grounds>,
    /// The steps.
    #[serde(skip)]
    pub steps: &'p [Claim],
}

/// How hard, how long, how often.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
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

impl Screened<'_, Point> {
    /// The how-to, unless it is withheld.
    pub fn permit(&self) -> Option<PointPermit<'_>> {
        let point = self.unless_withheld()?;
        let (ways, struck) = self.sort_ways(point.ways.open(), |way| &way.label, allowed);
        let labels: Vec<&str> = ways.iter().map(|way| way.label).collect();
        let find = left(point.location.find.open(), &labels);
        Some(PointPermit { find, off_if: left(point.location.off_if.open(), &labels), ways, struck })
    }
}

impl Screened<'_, Technique> {
    /// The how-to, unless it is withheld.
    pub fn permit(&self) -> Option<TechniquePermit<'_>> {
        let technique = self.unless_withheld()?;
        let (ways, struck) = self.sort_ways(technique.ways.open(), |way| &way.label, allowed);
        let labels: Vec<&str> = ways.iter().map(|way| way.label).collect();
        let mistakes = left(technique.mistakes.open(), &labels);
        Some(TechniquePermit { mistakes, stop_if: left(technique.stop_if.open(), &labels), ways, struck })
    }
}

/// What holds for one of these ways at least.
pub(super) fn left<'p, T: OfWays>(items: &'p [T], labels: &[&str]) -> Vec<&'p T> {
    items.iter().filter(|item| labels.iter().any(|label| item.holds_for(label))).collect()
}

fn allowed<'p>(way: &'p Way, place: usize, limit: Limit, out_of_reach: &[Position]) -> AllowedWay<'p> {
    let usual =
        Dose { pressure: way.pressure, hold_seconds: way.hold_seconds, rounds: way.rounds, per_day: way.per_day };
    let dose = usual.within(limit);
    AllowedWay {
        place,
        label: &way.label,
        positions: within_reach(&way.positions, out_of_reach),
        tool: way.tool,
        reach: way.reach,
        motion: way.motion,
        both_sides_at_once: way.both_sides_at_once,
        dose,
        grounds: (dose == usual).then_some(&way.dose),
        steps: &way.steps,
    }
}

/// The positions that this reader can be in.
pub(super) fn within_reach(positions: &[Position], out_of_reach: &[Position]) -> Vec<Position> {
    positions.iter().copied().filter(|position| !out_of_reach.contains(position)).collect()
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

    /// The dose of somebody who presses for the first time.
    #[must_use]
    pub fn of_first_time(self, first: &FirstTime) -> Self {
        let (pressure, seconds) = (first.pressure_at_most, first.hold_seconds);
        let limit = Limit { pressure_at_most: Some(pressure), hold_seconds_at_most: Some(seconds.max) };
        let mut gentle = self.within(limit);
        gentle.hold_seconds.min = gentle.hold_seconds.min.min(seconds.min);
        gentle
    }
}

impl Span {
    /// The span with no number above `most`.
    #[must_use]
    pub(crate) fn up_to(self, most: u16) -> Self {
        Self { min: self.min.min(most), max: self.max.min(most) }
    }

    /// A hold within a limit.
    pub(super) fn within(self, limit: Limit) -> Self {
        limit.hold_seconds_at_most.map_or(self, |most| self.up_to(most))
    }
}
