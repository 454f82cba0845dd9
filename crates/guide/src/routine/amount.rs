//! How much of something: what its dose allows, and what a routine takes of it.

use super::step::Holds;
use crate::model::Span;
use crate::screening::{Dose, Dosing};

/// Between two holds: let go, and take a breath.
const BETWEEN_HOLDS: u32 = 5;
/// A repetition shorter than this runs on into the next.
const SHORTEST_HOLD: u16 = 15;
/// What lasts this long or longer, a walk or a rest, is done once, for as long as there is time.
const LASTING: u16 = 300;
/// How much longer a hold becomes at a time, and a walk or a rest.
const LONGER: u16 = 5;
const LASTING_LONGER: u16 = 30;

/// What the dose of a way allows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Course {
    /// One hold or repetition, in seconds.
    each: Span,
    /// How many.
    times: Span,
    rhythm: Rhythm,
    /// All of them, in seconds; `None` for no such limit.
    at_most: Option<u32>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Rhythm {
    /// Hold, let go, hold.
    Held,
    /// One after the other without a pause.
    Repeated,
    /// Once, for as long as there is time.
    Lasting,
}

/// How much of a course a routine takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Amount {
    each: u16,
    times: u16,
}

impl Course {
    /// The course of a way of pressing: no more than `seconds_at_most` on a side in all.
    pub(super) fn of_pressing(dose: &Dose, seconds_at_most: u16) -> Self {
        let each = dose.hold_seconds.up_to(seconds_at_most);
        Self { each, times: dose.rounds, rhythm: Rhythm::Held, at_most: Some(seconds_at_most.into()) }
    }

    /// The course of a way of a stretch.
    pub(super) fn of_stretch(dosing: &Dosing) -> Self {
        let each = dosing.hold_seconds;
        let product = |a: u16, b: u16| a.saturating_mul(b);
        let times = Span {
            min: product(dosing.repetitions.min, dosing.sets.min),
            max: product(dosing.repetitions.max, dosing.sets.max),
        };
        let (each, rhythm) = if each.max >= LASTING {
            (each, Rhythm::Lasting)
        } else if each.max < SHORTEST_HOLD {
            let pace = (each.min + each.max).div_ceil(2);
            (Span { min: pace, max: pace }, Rhythm::Repeated)
        } else {
            (each, Rhythm::Held)
        };
        Self { each, times, rhythm, at_most: None }
    }

    /// As little as counts; a walk or a rest stays as long as it may be.
    #[must_use]
    pub(super) fn gentle(self) -> Self {
        let least = |span: Span| Span { min: span.min, max: span.min };
        match self.rhythm {
            Rhythm::Lasting => self,
            Rhythm::Held | Rhythm::Repeated => Self { each: least(self.each), times: least(self.times), ..self },
        }
    }

    /// Whether it fills whatever time is left.
    pub(super) fn lasts(&self) -> bool {
        self.rhythm == Rhythm::Lasting
    }

    /// As much as is asked for at the least.
    pub(super) fn least(&self) -> Amount {
        Amount { each: self.each.min, times: self.times.min }
    }

    /// A little more: one more time, or each a little longer; `None` where that is too much.
    pub(super) fn more(&self, amount: Amount) -> Option<Amount> {
        let longer = if self.lasts() { LASTING_LONGER } else { LONGER };
        let once_more = Amount { times: amount.times + 1, ..amount };
        let longer = Amount { each: (amount.each + longer).min(self.each.max), ..amount };
        [once_more, longer].into_iter().find(|more| *more != amount && self.allows(*more))
    }

    /// Longer by up to `seconds`.
    pub(super) fn longer(&self, amount: Amount, seconds: u32) -> Amount {
        let most = u32::from(self.each.max).min(u32::from(amount.each) + seconds);
        Amount { each: u16::try_from(most).unwrap_or(self.each.max), ..amount }
    }

    fn allows(&self, amount: Amount) -> bool {
        amount.times <= self.times.max
            && amount.each <= self.each.max
            && self.at_most.is_none_or(|most| self.holds(amount).work() <= most)
    }

    /// The holds that come of it.
    pub(super) fn holds(&self, amount: Amount) -> Holds {
        let each = u32::from(amount.each);
        match self.rhythm {
            Rhythm::Held => Holds { count: amount.times, each, between: BETWEEN_HOLDS },
            Rhythm::Repeated => Holds { count: 1, each: each * u32::from(amount.times), between: 0 },
            Rhythm::Lasting => Holds { count: 1, each, between: 0 },
        }
    }

    /// How often it is repeated within a hold.
    pub(super) fn repetitions(&self, amount: Amount) -> Option<u16> {
        (self.rhythm == Rhythm::Repeated).then_some(amount.times)
    }
}
