//! Opens the seal, for an entry that was judged and may be shown.

use super::judge::{Limit, Verdict};
use crate::catalogue::{
    Claim, Dispute, Disputes, FindStep, Grounds, Motion, Point, Position, Reach, Said, Span, Tool, Way,
};

/// A point with what screening decided about it.
#[derive(Debug)]
pub struct ScreenedPoint<'c> {
    point: Point,
    disputes: Vec<Dispute>,
    verdict: Verdict<'c>,
}

/// What this reader may see of how to press a point, limits filled in.
#[derive(Debug)]
pub struct Permit<'p> {
    /// Steps by touch.
    pub find: &'p [FindStep],
    /// How it feels in the wrong place.
    pub off_if: &'p [Claim],
    /// The ways that are left, with their doses.
    pub ways: Vec<AllowedWay<'p>>,
    /// The labels of the ways that a rule struck.
    pub struck: Vec<&'p str>,
}

/// A way that is left.
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

/// What a dispute says, where this reader may see it.
#[derive(Debug)]
pub struct DisputeText<'p> {
    /// Who says what.
    pub says: &'p [Said],
    /// What the guide shows.
    pub shown: &'p str,
    /// Why.
    pub why: &'p str,
}

/// Joins a point with its verdict. A verdict that belongs to another entry, or that does not know the point's ways,
/// withholds everything.
pub fn screen(point: Point, mut verdict: Verdict<'_>) -> ScreenedPoint<'_> {
    verdict.withheld |= verdict.entry != point.code || verdict.ways.len() != point.ways.open().len();
    ScreenedPoint { point, disputes: Vec::new(), verdict }
}

impl<'c> ScreenedPoint<'c> {
    /// The point; its how-to stays sealed.
    pub fn point(&self) -> &Point {
        &self.point
    }

    /// The same point with its disputes; those of another point are dropped.
    #[must_use]
    pub fn with_disputes(self, disputes: Disputes) -> Self {
        let own = disputes.code == self.point.code;
        Self { disputes: if own { disputes.disputes } else { Vec::new() }, ..self }
    }

    /// What screening decided.
    pub fn verdict(&self) -> &Verdict<'c> {
        &self.verdict
    }

    /// The how-to, unless it is withheld.
    pub fn permit(&self) -> Option<Permit<'_>> {
        if self.verdict.withheld {
            return None;
        }
        let ways = self.point.ways.open().iter().zip(&self.verdict.ways);
        let (struck, left): (Vec<_>, Vec<_>) = ways.partition(|(_, verdict)| verdict.struck);
        Some(Permit {
            find: self.point.location.find.open(),
            off_if: self.point.location.off_if.open(),
            ways: left.into_iter().map(|(way, verdict)| allowed(way, verdict.limit)).collect(),
            struck: struck.into_iter().map(|(way, _)| way.label.as_str()).collect(),
        })
    }

    /// The point's disputes, if they were asked for. One that tells how to press does so without anybody's limits, so it is shown only where no
    /// rule applies.
    pub fn disputes(&self) -> impl Iterator<Item = (&Dispute, Option<DisputeText<'_>>)> {
        self.disputes.iter().map(|dispute| {
            let limited = self.verdict.withheld || self.verdict.level.is_some();
            let hidden = limited && dispute.about.tells_how_to();
            let text = (!hidden).then(|| DisputeText {
                says: dispute.says.open(),
                shown: dispute.shown.open(),
                why: dispute.why.open(),
            });
            (dispute, text)
        })
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
            hold_seconds: limit.hold_seconds_at_most.map_or(self.hold_seconds, |most| self.hold_seconds.up_to(most)),
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
}
