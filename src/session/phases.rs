//! A routine as phases of time: what each is, how long, what is said when.

use std::time::Duration;

use guide::routine::{RELEASE, Routine, Side, Stage, StepWords, prepare_text};

/// A stretch of time in which one thing is done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phase {
    /// What is done.
    pub kind: PhaseKind,
    /// The step of the routine, by its place.
    pub step: usize,
    /// The side; `None` for both at once.
    pub side: Option<Side>,
    /// How long it is.
    pub seconds: u32,
    /// What is said as it begins.
    pub say: String,
    /// The instruction of its step: what is shown, and said to whoever asks to hear it again.
    pub words: StepWords,
    /// What is said before it ends, the first first.
    pub cues: Vec<Cue>,
}

impl Phase {
    /// How long it is.
    pub(super) fn length(&self) -> Duration {
        Duration::from_secs(self.seconds.into())
    }
}

/// What is done in a phase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PhaseKind {
    /// Arrive and breathe, or rest at the end.
    Breathe,
    /// Listen, and get into position.
    Prepare,
    /// Change sides.
    ChangeSides,
    /// Press, stretch, walk or rest.
    Hold {
        /// Which one, from 1.
        number: u16,
        /// Of how many.
        of: u16,
    },
    /// Let go between two holds.
    Release,
}

/// Something that is said so many seconds before a phase ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cue {
    /// Seconds before the end.
    pub left: u32,
    /// What is said.
    pub say: &'static str,
    /// Whether it counts the last seconds down.
    pub countdown: bool,
}

/// What is said when the words of a pause have ended.
const NOW_BREATHE: &str = "Now breathe.";
const NOW_REST: &str = "Now rest.";
/// A hold as short as this has no half-way.
const SHORTEST_WITH_HALF: u32 = 20;
/// A hold as short as this has no "10 seconds".
const SHORTEST_WITH_TEN: u32 = 30;
/// A hold as short as this is not counted down.
const SHORTEST_WITH_COUNT: u32 = 8;

/// The phases of a routine. Together they are as long as the routine.
///
/// `pressure_words` says how hard a step of the pressure scale is.
pub fn phases<'w>(routine: &Routine, pressure_words: &dyn Fn(u8) -> &'w str) -> Vec<Phase> {
    let mut phases = Vec::new();
    let mut holding = false;
    for (place, step) in routine.steps.iter().enumerate() {
        let pressure = step.pressure.map(pressure_words);
        let text = prepare_text(step, pressure);
        let words = StepWords::of(step, pressure);
        let opening = if holding { format!("{RELEASE} {text}") } else { text };
        let phase = |kind, seconds, say: String, cues| {
            let words = words.clone();
            Phase { kind, step: place, side: step.side, seconds, say, words, cues }
        };
        if step.entry.is_none() {
            // Nobody breathes by the clock while they still listen.
            let now = if step.stage == Stage::Rest { NOW_REST } else { NOW_BREATHE };
            let say = if step.setup > 0 {
                phases.push(phase(PhaseKind::Prepare, step.setup, opening, Vec::new()));
                now.to_owned()
            } else {
                opening
            };
            phases.push(phase(PhaseKind::Breathe, step.holds.each, say, Vec::new()));
            holding = false;
            continue;
        }
        let lets_go = matches!(step.stage, Stage::Press | Stage::Stretch);
        let release = if lets_go { RELEASE } else { "And again." };
        let kind = if step.other_side { PhaseKind::ChangeSides } else { PhaseKind::Prepare };
        phases.push(phase(kind, step.setup, opening, Vec::new()));
        let of = step.holds.count;
        for number in 1..=of {
            let kind = PhaseKind::Hold { number, of };
            phases.push(phase(kind, step.holds.each, "Start.".to_owned(), cues(step.holds.each)));
            if number < of {
                phases.push(phase(PhaseKind::Release, step.holds.between, release.to_owned(), Vec::new()));
            }
        }
        holding = lets_go;
    }
    phases
}

fn cues(seconds: u32) -> Vec<Cue> {
    let all = [
        (SHORTEST_WITH_HALF, seconds / 2, "Half-way."),
        (SHORTEST_WITH_TEN, 10, "10 seconds."),
        (SHORTEST_WITH_COUNT, 3, "3"),
        (SHORTEST_WITH_COUNT, 2, "2"),
        (SHORTEST_WITH_COUNT, 1, "1"),
    ];
    let fitting = all.into_iter().filter(|(shortest, ..)| seconds >= *shortest);
    fitting.map(|(shortest, left, say)| Cue { left, say, countdown: shortest == SHORTEST_WITH_COUNT }).collect()
}
