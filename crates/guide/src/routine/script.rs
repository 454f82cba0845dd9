//! What is said aloud in a routine, and how long that takes.

use super::step::{Side, Stage, Step};
use crate::model::Position;
use crate::text::spoken_duration;

/// How a hold ends.
pub const RELEASE: &str = "Release slowly.";

/// A slow voice; in words a minute. The system's speakers say some 170.
const WORDS_A_MINUTE: u32 = 150;
/// For the speaker to begin, and for the listener to have done.
const MARGIN: u32 = 2;

/// The other side may be the one that hurts.
const TURN_OVER: &str = "Turn over. If lying there hurts, skip it with n. ";

/// How long it takes to say so many words, in seconds.
pub(super) fn speaking_seconds(words: u32) -> u32 {
    (words * 60).div_ceil(WORDS_A_MINUTE) + MARGIN
}

/// How many words a text has.
pub(super) fn words(text: &str) -> u32 {
    u32::try_from(text.split_whitespace().count()).unwrap_or(u32::MAX)
}

/// What is said before a step: what comes, where, on which side, how, how hard and how long.
pub fn prepare_text(step: &Step, pressure_words: Option<&str>) -> String {
    if step.other_side { next_side(step.side, step.position) } else { StepWords::of(step, pressure_words).text() }
}

/// What is said of a step, in its parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepWords {
    /// What comes, on which side, and in which position where that is another one than before.
    pub heading: String,
    /// What to do, one after the other.
    pub steps: Vec<String>,
    /// What holds for this reader, how hard, and how long.
    pub notes: Vec<String>,
}

impl StepWords {
    /// The words of a step, whole, on its other side too.
    pub fn of(step: &Step, pressure_words: Option<&str>) -> Self {
        let mut heading = name_sentence(step.title.as_str(), step.side);
        if step.moves && step.stage != Stage::Arrive {
            heading.push_str(&format!(" This one is {}.", step.position.words()));
        }
        let notes = step.limits.iter().cloned().chain(dose_sentence(step, pressure_words)).collect();
        Self { heading, steps: step.instruction.iter().map(|claim| claim.text.clone()).collect(), notes }
    }

    /// All of it, as it is said aloud.
    pub fn text(&self) -> String {
        let parts = [&self.heading].into_iter().chain(&self.steps).chain(&self.notes);
        parts.map(String::as_str).collect::<Vec<_>>().join(" ")
    }
}

/// What is said between the two sides.
fn next_side(side: Option<Side>, position: Position) -> String {
    let turn = if position == Position::SideLying { TURN_OVER } else { "" };
    side.map(|side| format!("{turn}Now the {} side.", side.id())).unwrap_or_default()
}

fn name_sentence(title: &str, side: Option<Side>) -> String {
    side.map_or_else(|| format!("{title}."), |side| format!("{title}, {} side.", side.id()))
}

/// `Firm and comfortable. 30 seconds, 2 times.`
fn dose_sentence(step: &Step, pressure_words: Option<&str>) -> Option<String> {
    let holds = step.holds;
    let dose = match (step.stage, step.repetitions) {
        (Stage::Arrive, _) => return None,
        (_, Some(times)) => format!("Slowly, {times} times."),
        _ => {
            let times = if holds.count > 1 { format!(", {} times", holds.count) } else { String::new() };
            format!("{}{times}.", spoken_duration(holds.each))
        }
    };
    Some(pressure_words.map_or(dose.clone(), |words| format!("How hard: {words}. {dose}")))
}
