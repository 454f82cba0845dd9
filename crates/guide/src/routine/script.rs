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
    if step.other_side { next_side(step.side, step.position) } else { instruction_text(step, pressure_words) }
}

/// The same for whoever asks to hear it again: whole, on the other side too.
pub fn instruction_text(step: &Step, pressure_words: Option<&str>) -> String {
    let mut sentences = vec![name_sentence(step.title.as_str(), step.side)];
    if step.moves && step.stage != Stage::Arrive {
        sentences.push(format!("This one is {}.", step.position.words()));
    }
    sentences.extend(step.instruction.iter().map(|claim| claim.text.clone()));
    sentences.extend(step.limits.iter().cloned());
    sentences.extend(dose_sentence(step, pressure_words));
    sentences.join(" ")
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
