//! The state machine of a session: time and inputs in, effects out. It knows no clock, no terminal and no voice.

use std::time::Duration;

use super::bell::Bell;
use super::phases::{Phase, PhaseKind};
use super::progress::{Ending, SessionProgress};

/// What the reader, or the world, wants of a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Input {
    /// Pause, or go on.
    Pause,
    /// Leave out the rest of this step.
    Next,
    /// To the beginning of this step; at its beginning, to the step before.
    Back,
    /// Say it again.
    Repeat,
    /// It hurts.
    Hurts,
    /// End.
    Quit,
    /// Nobody was there since the last time: the machine slept, or the process was stopped.
    Away,
}

/// What is to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Say this, in the place of whatever is being said.
    Say(String),
    /// Stop saying anything.
    Hush,
    /// Ring.
    Ring(Bell),
    /// Tell it.
    Tell(Event),
    /// It is over.
    End(Ending),
}

/// Something that happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Event {
    /// A phase began.
    Began(usize),
    /// Something was said before the end of a phase.
    Cue(&'static str),
    /// The clock stopped.
    Paused,
    /// The clock stopped because nobody was there.
    Away,
    /// The clock goes on.
    WentOn,
    /// It was to be said again.
    Again,
}

/// A session.
#[derive(Debug)]
pub struct Engine {
    phases: Vec<Phase>,
    place: usize,
    clock: PhaseClock,
    /// The next cue of the phase.
    cue: usize,
    /// The last time that it was told.
    last: Duration,
    /// Whether something is still being said, and how long that put off the end of the phase.
    speaking: bool,
    overtime: Duration,
    progress: SessionProgress,
    over: bool,
}

#[derive(Debug, Clone, Copy)]
enum PhaseClock {
    Running { deadline: Duration },
    Paused { left: Duration },
}

/// "It hurts": the words that are said.
const STOP: &str = "Stop. Let go slowly.";
/// A step this far on is begun again by Back, rather than left for the one before.
const JUST_BEGUN: Duration = Duration::from_secs(3);
/// A cue that would come later than this is left out: nothing is said late.
const LATE: Duration = Duration::from_secs(1);

impl Engine {
    /// A session that begins now, and what is to be done first. Without phases it is over.
    pub fn begin(phases: Vec<Phase>, now: Duration) -> (Self, Vec<Effect>) {
        let steps = phases.iter().map(|phase| phase.step + 1).max().unwrap_or_default();
        let [finished, begun] = [vec![false; steps], vec![false; steps]];
        let progress = SessionProgress { held: vec![Duration::ZERO; steps], finished, begun };
        let clock = PhaseClock::Running { deadline: now };
        let mut engine = Self {
            phases,
            place: 0,
            clock,
            cue: 0,
            last: now,
            speaking: false,
            overtime: Duration::ZERO,
            progress,
            over: false,
        };
        let mut effects = Vec::new();
        engine.enter(0, now, &mut effects);
        (engine, effects)
    }

    /// Hears whether something is still being said.
    pub fn hear(&mut self, is_speaking: bool) {
        self.speaking = is_speaking;
    }

    /// Goes on to `now`, which is never before the last one, then takes the input.
    pub fn advance(&mut self, now: Duration, input: Option<Input>) -> Vec<Effect> {
        let mut effects = Vec::new();
        if self.over {
            return effects;
        }
        if input == Some(Input::Away) {
            self.pause_at(self.last, Event::Away, &mut effects);
        } else {
            self.tick(now, &mut effects);
        }
        self.last = self.last.max(now);
        if !self.over {
            self.take(now, input, &mut effects);
        }
        effects
    }

    fn tick(&mut self, now: Duration, effects: &mut Vec<Effect>) {
        while let (PhaseClock::Running { deadline }, false) = (self.clock, self.over) {
            self.call_cues(deadline, now, effects);
            if now < deadline || self.listens_on(deadline, now) {
                return;
            }
            self.leave(true, Duration::ZERO);
            self.enter(self.place + 1, deadline, effects);
        }
    }

    /// Puts a deadline off while a voice that is slower than was reckoned still says what to do; at most until a pause has
    /// become twice as long.
    fn listens_on(&mut self, deadline: Duration, now: Duration) -> bool {
        let listens = |phase: &&Phase| matches!(phase.kind, PhaseKind::Prepare | PhaseKind::ChangeSides);
        let at_most = self.phase().filter(listens).map(Phase::length).unwrap_or_default();
        let listens_on = self.speaking && self.overtime < at_most;
        if listens_on {
            self.overtime += now.saturating_sub(deadline);
            self.clock = PhaseClock::Running { deadline: now };
        }
        listens_on
    }

    /// Says what is due before the deadline.
    fn call_cues(&mut self, deadline: Duration, now: Duration, effects: &mut Vec<Effect>) {
        let Some(phase) = self.phases.get(self.place) else { return };
        while let Some(cue) = phase.cues.get(self.cue) {
            let due = deadline.saturating_sub(Duration::from_secs(cue.left.into()));
            if now < due {
                return;
            }
            self.cue += 1;
            if now.saturating_sub(due) <= LATE {
                effects.push(Effect::Say(cue.say.to_owned()));
                if !cue.countdown {
                    effects.push(Effect::Tell(Event::Cue(cue.say)));
                }
            }
        }
    }

    fn take(&mut self, now: Duration, input: Option<Input>, effects: &mut Vec<Effect>) {
        match input {
            None | Some(Input::Away) => {}
            Some(Input::Pause) => match self.clock {
                PhaseClock::Running { .. } => self.pause_at(now, Event::Paused, effects),
                PhaseClock::Paused { left } => {
                    self.clock = PhaseClock::Running { deadline: now + left };
                    effects.push(Effect::Tell(Event::WentOn));
                }
            },
            Some(Input::Next) => {
                let step = self.step();
                let next = self.phases.iter().position(|phase| phase.step > step).unwrap_or(self.phases.len());
                self.go_to(next, now, effects);
            }
            Some(Input::Back) => {
                let begun = self.elapsed_in_step() <= JUST_BEGUN;
                let step = if begun { self.step().saturating_sub(1) } else { self.step() };
                let first = self.phases.iter().position(|phase| phase.step == step).unwrap_or_default();
                self.go_to(first, now, effects);
            }
            Some(Input::Repeat) => self.repeat(now, effects),
            Some(Input::Hurts) => self.end(Effect::Say(STOP.to_owned()), Ending::Hurts, effects),
            Some(Input::Quit) => self.end(Effect::Hush, Ending::Quit, effects),
        }
    }

    /// Says the instruction again: before a hold, with all the time that it takes; within one, while the clock goes on.
    fn repeat(&mut self, now: Duration, effects: &mut Vec<Effect>) {
        match self.phase() {
            Some(phase) if !self.begins_step() && phase.kind != PhaseKind::ChangeSides => {
                effects.extend([Effect::Say(phase.words.text()), Effect::Tell(Event::Again)]);
            }
            _ => self.enter(self.place, now, effects),
        }
    }

    fn pause_at(&mut self, moment: Duration, event: Event, effects: &mut Vec<Effect>) {
        if let PhaseClock::Running { deadline } = self.clock {
            self.clock = PhaseClock::Paused { left: deadline.saturating_sub(moment) };
            effects.extend([Effect::Hush, Effect::Tell(event)]);
        }
    }

    /// Notes what was done of a phase that is left with so much time to go.
    fn leave(&mut self, at_its_end: bool, left: Duration) {
        let Some(phase) = self.phases.get(self.place) else { return };
        let done = phase.length().saturating_sub(left);
        if matches!(phase.kind, PhaseKind::Hold { .. } | PhaseKind::Breathe)
            && let Some(held) = self.progress.held.get_mut(phase.step)
        {
            *held += done;
        }
        let is_last = self.phases.get(self.place + 1).is_none_or(|next| next.step != phase.step);
        if let Some(finished) = self.progress.finished.get_mut(phase.step) {
            *finished |= at_its_end && is_last;
        }
    }

    fn go_to(&mut self, place: usize, now: Duration, effects: &mut Vec<Effect>) {
        self.leave(false, self.left());
        self.enter(place, now, effects);
    }

    fn enter(&mut self, place: usize, now: Duration, effects: &mut Vec<Effect>) {
        self.place = place;
        self.cue = 0;
        self.overtime = Duration::ZERO;
        let Some(phase) = self.phases.get(place) else {
            effects.push(Effect::Say("That was all.".to_owned()));
            return self.end(Effect::Ring(Bell::Done), Ending::Done, effects);
        };
        if let Some(begun) = self.progress.begun.get_mut(phase.step) {
            *begun = true;
        }
        if self.is_paused() {
            effects.push(Effect::Tell(Event::WentOn));
        }
        self.clock = PhaseClock::Running { deadline: now + phase.length() };
        effects.push(Effect::Tell(Event::Began(place)));
        effects.extend(match phase.kind {
            PhaseKind::Hold { .. } => Some(Effect::Ring(Bell::Start)),
            PhaseKind::ChangeSides => Some(Effect::Ring(Bell::ChangeSides)),
            PhaseKind::Breathe | PhaseKind::Prepare | PhaseKind::Release => None,
        });
        effects.push(Effect::Say(phase.say.clone()));
    }

    fn end(&mut self, last: Effect, ending: Ending, effects: &mut Vec<Effect>) {
        if ending != Ending::Done {
            self.leave(false, self.left());
        }
        self.over = true;
        effects.extend([last, Effect::End(ending)]);
    }

    fn step(&self) -> usize {
        self.phase().map_or(0, |phase| phase.step)
    }

    /// Whether the phase is the first of its step.
    fn begins_step(&self) -> bool {
        let before = self.place.checked_sub(1).and_then(|place| self.phases.get(place));
        before.is_none_or(|before| before.step != self.step())
    }

    fn elapsed_in_step(&self) -> Duration {
        let before = self.phases.iter().take(self.place).filter(|phase| phase.step == self.step());
        before.map(Phase::length).sum::<Duration>() + self.elapsed_in_phase()
    }

    /// The phase that is on; `None` when all are over.
    pub fn phase(&self) -> Option<&Phase> {
        self.phases.get(self.place)
    }

    /// The step that comes after the one that is on, by its place; `None` in the last.
    pub fn next_step(&self) -> Option<usize> {
        self.phases.get(self.place..)?.iter().map(|phase| phase.step).find(|step| *step > self.step())
    }

    /// The place of the phase that is on.
    pub fn place(&self) -> usize {
        self.place
    }

    /// What is left of the phase.
    pub fn left(&self) -> Duration {
        match self.clock {
            PhaseClock::Running { deadline } => deadline.saturating_sub(self.last),
            PhaseClock::Paused { left } => left,
        }
    }

    /// What is done of the phase.
    pub fn elapsed_in_phase(&self) -> Duration {
        self.phase().map(Phase::length).unwrap_or_default().saturating_sub(self.left())
    }

    /// What of the whole lies behind: the phases before this one, and what is done of it.
    pub fn elapsed(&self) -> Duration {
        self.phases.iter().take(self.place).map(Phase::length).sum::<Duration>() + self.elapsed_in_phase()
    }

    /// How long the whole is.
    pub fn total(&self) -> Duration {
        self.phases.iter().map(Phase::length).sum()
    }

    /// Whether the clock stands still.
    pub fn is_paused(&self) -> bool {
        matches!(self.clock, PhaseClock::Paused { .. })
    }

    /// What was done.
    pub fn progress(&self) -> &SessionProgress {
        &self.progress
    }
}
