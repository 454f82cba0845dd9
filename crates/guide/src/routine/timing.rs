//! Lays chosen ways out in time: getting ready, each side, the pauses between.

use super::amount::Amount;
use super::candidate::{Candidate, FittingWay};
use super::request::Sides;
use super::script::{speaking_seconds, words};
use super::step::{Holds, Side, Stage, Step};
use crate::model::{Claim, Pause, Position, RoutineFrame};

/// Getting ready, in seconds.
const PREPARE: u32 = 10;
/// The same where the position changes.
const PREPARE_ANEW: u32 = 20;
/// Changing sides.
const CHANGE_SIDES: u32 = 6;
/// Changing sides where that means turning over.
const TURN_OVER: u32 = 20;
/// Two slow breaths, the least that is worth a pause, in seconds.
const BREATHS: u32 = 8;
/// What is said around the instruction of a step, at the most: its side, its position, how hard, how long.
const WORDS_AROUND: u32 = 24;

/// A way that a routine takes, and how much of it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Chosen<'k> {
    pub(super) candidate: &'k Candidate,
    pub(super) way: &'k FittingWay,
    pub(super) position: Position,
    pub(super) amount: Amount,
    /// How long it takes to say what to do, in seconds: measured once, because a routine is put together by many trials.
    pub(super) spoken: u32,
}

/// What a routine takes, and for how long it begins and ends.
#[derive(Debug, Clone)]
pub(super) struct Plan<'k> {
    pub(super) chosen: Vec<Chosen<'k>>,
    pub(super) arrive: u32,
    pub(super) rest: u32,
    pub(super) sides: Sides,
}

impl<'k> Chosen<'k> {
    /// A way in a position, with the least that counts.
    pub(super) fn new(candidate: &'k Candidate, way: &'k FittingWay, position: Position) -> Self {
        let instruction = way.instruction.iter().map(|claim| &claim.text);
        let said: u32 = instruction.chain(&way.limits).map(|text| words(text)).sum();
        let spoken = speaking_seconds(said + words(&candidate.name.line()) + WORDS_AROUND);
        Self { candidate, way, position, amount: way.course.least(), spoken }
    }

    /// What it takes on all its sides together, getting ready aside, in seconds.
    pub(super) fn doing_seconds(&self, sides: Sides) -> u32 {
        self.holds().seconds() * self.count_sides(sides)
    }

    /// The same without its pauses where it presses; nothing where it does not.
    pub(super) fn pressing_seconds(&self, sides: Sides) -> u32 {
        if self.candidate.stage == Stage::Press { self.holds().work() * self.count_sides(sides) } else { 0 }
    }

    pub(super) fn count_sides(&self, sides: Sides) -> u32 {
        let sides = if self.way.each_side { sides.in_order().len() } else { 1 };
        u32::try_from(sides).unwrap_or_default()
    }

    fn holds(&self) -> Holds {
        self.way.course.holds(self.amount)
    }

    fn sides(&self, sides: Sides) -> Vec<Option<Side>> {
        if self.way.each_side { sides.in_order().iter().copied().map(Some).collect() } else { vec![None] }
    }

    /// Getting ready for its first side.
    fn prepare(&self, moves: bool) -> u32 {
        self.spoken.max(if moves { PREPARE_ANEW } else { PREPARE })
    }

    fn change_sides(&self) -> u32 {
        if self.position == Position::SideLying { TURN_OVER } else { CHANGE_SIDES }
    }
}

impl<'k> Plan<'k> {
    /// How long it is in all, in seconds.
    pub(super) fn seconds(&self) -> u32 {
        let chosen = self.moving().map(|(chosen, moves)| {
            let changes = chosen.count_sides(self.sides).saturating_sub(1);
            chosen.prepare(moves) + chosen.change_sides() * changes + chosen.doing_seconds(self.sides)
        });
        self.arrive + chosen.sum::<u32>() + self.rest
    }

    /// Pressing in all, pauses aside, in seconds.
    pub(super) fn pressing_seconds(&self) -> u32 {
        self.chosen.iter().map(|chosen| chosen.pressing_seconds(self.sides)).sum()
    }

    /// Each with whether it begins in another position than the one before.
    fn moving(&self) -> impl Iterator<Item = (&Chosen<'k>, bool)> {
        let mut last = None;
        self.chosen.iter().map(move |chosen| {
            let moves = last.is_some_and(|last| last != chosen.position);
            last = Some(chosen.position);
            (chosen, moves)
        })
    }

    /// The steps, each with its time.
    pub(super) fn steps(&self, frame: &RoutineFrame, begin_in: Position) -> Vec<Step> {
        let first = self.chosen.first().map_or(begin_in, |chosen| chosen.position);
        let last = self.chosen.last().map_or(begin_in, |chosen| chosen.position);
        let mut steps = vec![pause(Stage::Arrive, &frame.arrive, self.arrive, first)];
        for (chosen, moves) in self.moving() {
            for (place, side) in chosen.sides(self.sides).into_iter().enumerate() {
                let other_side = place > 0;
                steps.push(Step {
                    moves: moves && !other_side,
                    side,
                    other_side,
                    setup: if other_side { chosen.change_sides() } else { chosen.prepare(moves) },
                    ..step(chosen)
                });
            }
        }
        steps.push(pause(Stage::Rest, &frame.rest, self.rest, last));
        let mut start = 0;
        for step in &mut steps {
            step.start = start;
            start += step.seconds();
        }
        steps
    }
}

fn step(chosen: &Chosen<'_>) -> Step {
    let Chosen { candidate, way, position, amount, .. } = chosen;
    Step {
        entry: Some(candidate.name.clone()),
        way: way.label.clone(),
        repetitions: way.course.repetitions(*amount),
        pressure: way.pressure,
        level: candidate.level,
        limits: way.limits.clone(),
        regions: candidate.regions.clone(),
        ..plain_step(candidate.stage, candidate.name.line(), *position, chosen.holds(), &way.instruction)
    }
}

/// A step that only breathes: its clock starts when the words have ended.
fn pause(stage: Stage, pause: &Pause, seconds: u32, position: Position) -> Step {
    let setup = spoken(pause);
    let holds = Holds { count: 1, each: seconds.saturating_sub(setup), between: 0 };
    Step { setup, ..plain_step(stage, pause.title.clone(), position, holds, &pause.steps) }
}

/// A step of no entry, without its time.
fn plain_step(stage: Stage, title: String, position: Position, holds: Holds, instruction: &[Claim]) -> Step {
    Step {
        stage,
        entry: None,
        title,
        way: String::new(),
        position,
        moves: false,
        side: None,
        other_side: false,
        start: 0,
        setup: 0,
        holds,
        repetitions: None,
        pressure: None,
        instruction: instruction.to_vec(),
        level: None,
        limits: Vec::new(),
        regions: Vec::new(),
    }
}

/// The least that a pause lasts: what to do in it is said, and then done.
pub(super) fn shortest(pause: &Pause) -> u32 {
    u32::from(pause.seconds.min).max(spoken(pause) + BREATHS)
}

/// How long it takes to say what to do in a pause, in seconds.
fn spoken(pause: &Pause) -> u32 {
    let said: u32 = pause.steps.iter().map(|claim| words(&claim.text)).sum();
    speaking_seconds(said + words(&pause.title))
}
