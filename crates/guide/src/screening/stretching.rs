//! Opens the seal on stretches, for one that was judged and may be shown.

use serde::{Serialize, Serializer};

use super::permit::{left, within_reach};
use super::rule::Limit;
use super::screened::Screened;
use crate::model::{Claim, Dosage, Equipment, Movement, Position, Span, Stretch, StretchWay, WayClaim};

/// What this reader may see of how to do a stretch, limits filled in.
#[derive(Debug)]
pub struct StretchPermit<'p> {
    /// The ways that are left, with their dosage.
    pub ways: Vec<AllowedStretch<'p>>,
    /// The labels of the ways that a rule struck.
    pub struck: Vec<&'p str>,
    /// Easier versions of them.
    pub easier: Vec<&'p WayClaim>,
    /// What often goes wrong in them.
    pub mistakes: Vec<&'p WayClaim>,
    /// When to stop, beside the rules for every stretch.
    pub stop_if: Vec<&'p WayClaim>,
}

/// A way of a stretch that is left.
#[derive(Debug, Clone, Serialize)]
pub struct AllowedStretch<'p> {
    /// Its place among all ways of the entry.
    #[serde(skip)]
    pub place: usize,
    /// Position in plain words.
    pub label: &'p str,
    /// The positions in which this reader can do it.
    pub positions: Vec<Position>,
    /// What the body does.
    pub movements: &'p [Movement],
    /// What is needed for it.
    #[serde(serialize_with = "texts")]
    pub equipment: &'p [Equipment],
    /// Whether it is done once for each side.
    pub each_side: bool,
    /// How long and how often, within the limits.
    #[serde(flatten)]
    pub dosing: Dosing,
    /// The dosage with its grounds; `None` where a limit changed it, because they tell of another one.
    #[serde(skip)]
    pub grounds: Option<&'p Dosage>,
    /// The steps.
    #[serde(skip)]
    pub steps: &'p [Claim],
}

/// How long and how often a stretch is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Dosing {
    /// One repetition, in seconds.
    pub hold_seconds: Span,
    /// Repetitions in a set, for each side.
    pub repetitions: Span,
    /// Sets in one go.
    pub sets: Span,
    /// Times a day.
    pub per_day: Span,
}

/// How a card names them.
fn texts<S: Serializer>(equipment: &[Equipment], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(equipment.iter().map(|each| &each.text))
}

impl Screened<'_, Stretch> {
    /// The how-to, unless it is withheld.
    pub fn permit(&self) -> Option<StretchPermit<'_>> {
        let stretch = self.unless_withheld()?;
        let (ways, struck) = self.sort_ways(stretch.ways.open(), |way| &way.label, allowed);
        let labels: Vec<&str> = ways.iter().map(|way| way.label).collect();
        let (easier, mistakes) = (left(stretch.easier.open(), &labels), left(stretch.mistakes.open(), &labels));
        Some(StretchPermit { easier, mistakes, stop_if: left(stretch.stop_if.open(), &labels), ways, struck })
    }
}

fn allowed<'p>(way: &'p StretchWay, place: usize, limit: Limit, out_of_reach: &[Position]) -> AllowedStretch<'p> {
    let dosage = &way.dosage;
    let hold_seconds = dosage.hold_seconds.within(limit);
    AllowedStretch {
        place,
        label: &way.label,
        positions: within_reach(&way.positions, out_of_reach),
        movements: &way.movements,
        equipment: &way.equipment,
        each_side: way.each_side,
        dosing: Dosing { hold_seconds, repetitions: dosage.repetitions, sets: dosage.sets, per_day: dosage.per_day },
        grounds: (hold_seconds == dosage.hold_seconds).then_some(dosage),
        steps: &way.steps,
    }
}
