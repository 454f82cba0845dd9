//! How much of something: what its dose allows, and what a routine takes of it.

use super::Holds;
use crate::catalogue::{FirstTime, Span};
use crate::screening::{Dose, Dosing, Limit};

/// Between two holds: let go, and take a breath.
const BETWEEN_HOLDS: u32 = 5;
/// A repetition shorter than this runs on into the next.
const SHORTEST_HOLD: u16 = 15;
/// What lasts this long or longer, a walk or a rest, does not lose its use by being shorter.
const LASTING: u16 = 300;
/// How much longer a hold becomes at a time, and a walk or a rest.
const LONGER: u16 = 5;
const LASTING_LONGER: u16 = 30;
/// But shorter than this it is hardly begun.
const SHORTEST_LASTING: u16 = 60;

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
            (Span { min: each.min.min(SHORTEST_LASTING), max: each.max }, Rhythm::Lasting)
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

/// The dose of somebody who presses for the first time.
pub(super) fn first_time(dose: Dose, first: &FirstTime) -> Dose {
    let limit =
        Limit { pressure_at_most: Some(first.pressure_at_most), hold_seconds_at_most: Some(first.hold_seconds.max) };
    let mut gentle = dose.within(limit);
    gentle.hold_seconds.min = gentle.hold_seconds.min.min(first.hold_seconds.min);
    gentle
}

#[cfg(test)]
mod tests {
    use super::*;

    const ONCE: Span = Span { min: 1, max: 1 };

    fn stretch(hold: (u16, u16), repetitions: (u16, u16)) -> Course {
        let span = |(min, max)| Span { min, max };
        Course::of_stretch(&Dosing {
            hold_seconds: span(hold),
            repetitions: span(repetitions),
            sets: ONCE,
            per_day: ONCE,
        })
    }

    #[test]
    fn never_presses_longer_than_the_limit_of_a_side() {
        let dose = Dose {
            pressure: 3,
            hold_seconds: Span { min: 30, max: 60 },
            rounds: Span { min: 2, max: 3 },
            per_day: ONCE,
        };
        let course = Course::of_pressing(&dose, 120);
        let mut amount = course.least();
        while let Some(more) = course.more(amount) {
            amount = more;
            assert!(course.holds(amount).work() <= 120, "{amount:?}");
        }
        assert_eq!(course.holds(amount).work(), 120);
    }

    #[test]
    fn short_repetitions_run_on_and_long_ones_are_held() {
        assert_eq!(stretch((6, 10), (5, 12)).holds(Amount { each: 8, times: 5 }).count, 1);
        assert_eq!(stretch((15, 30), (2, 4)).holds(Amount { each: 15, times: 2 }).count, 2);
    }

    #[test]
    fn a_walk_may_be_short_and_never_longer_than_its_dose() {
        let walk = stretch((300, 900), (1, 1));
        assert!(walk.lasts());
        assert_eq!(walk.holds(walk.least()).each, 60);
        assert_eq!(walk.holds(walk.longer(walk.least(), 5000)).each, 900);
    }
}
