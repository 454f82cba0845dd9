//! What a session writes: events as lines.

use super::engine::{Engine, Event};
use super::foot::what;
use super::phases::{Phase, PhaseKind};
use guide::routine::{Step, StepWords};
use guide::text::clock;

pub(super) const KEYS: &str =
    "space pause or go on, n next, b back, r say it again, x it hurts, q end, Enter where you are";
pub(super) const PLAIN_KEYS: &str =
    "p pause or go on, n next, b back, r say it again, x it hurts, q end; each with Enter. Enter alone: where you are";
pub(super) const BEGIN: &str = "Press Enter to begin.";
pub(super) const HOW_IS_IT: &str =
    "How is it now? b better, s the same, w worse, f further down the leg. Enter: no answer.";

/// A text, and what stands before its first line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ToldLine {
    pub(super) first: String,
    pub(super) text: String,
}

/// What stands before a line that has no time of its own: as wide as a time.
const NO_TIME: &str = "      ";

/// What an event is worth telling. On a screen that is little: the lines below show the rest.
pub(super) fn event_lines(event: Event, engine: &Engine, plain: bool) -> Vec<ToldLine> {
    let go_on = if plain { "p and Enter goes on." } else { "Space goes on." };
    let text = match event {
        Event::Began(place) => match engine.phase().filter(|_| engine.place() == place) {
            Some(phase) if !plain => return phase_lines(phase),
            phase => phase.map(phase_text),
        },
        Event::Again => match engine.phase() {
            Some(phase) if !plain => return step_lines(&phase.words),
            phase => phase.map(|phase| phase.words.text()),
        },
        Event::Away => Some(format!("Paused: nobody was here for a while. {go_on}")),
        Event::Cue(text) => plain.then(|| text.to_owned()),
        Event::Paused => plain.then(|| format!("Paused. {go_on}")),
        Event::WentOn => plain.then(|| "Going on.".to_owned()),
    };
    text.map(untimed).into_iter().collect()
}

/// A line that has no time yet.
pub(super) fn untimed(text: impl Into<String>) -> ToldLine {
    ToldLine { first: NO_TIME.to_owned(), text: text.into() }
}

/// Whether an event turns to another step, whose text takes the place of the one before.
pub(super) fn turns_page(event: Event, engine: &Engine) -> bool {
    matches!(event, Event::Began(place) if engine.place() == place && engine.phase().is_some_and(says_all))
}

/// Whether a phase begins with the whole instruction of its step.
fn says_all(phase: &Phase) -> bool {
    phase.say.ends_with(&phase.words.text())
}

/// In plain form, a line for each phase.
fn phase_text(phase: &Phase) -> String {
    match phase.kind {
        PhaseKind::Hold { number, of } => {
            let which = if of > 1 { format!(" {number} of {of}") } else { String::new() };
            format!("Start{which}: {}.", clock(phase.seconds))
        }
        _ => phase.say.clone(),
    }
}

/// On a screen, the instruction of each step once, and the change of sides.
fn phase_lines(phase: &Phase) -> Vec<ToldLine> {
    match phase.say.strip_suffix(&phase.words.text()) {
        Some(before) => {
            let before = Some(before.trim()).filter(|before| !before.is_empty());
            before.map(untimed).into_iter().chain(step_lines(&phase.words)).collect()
        }
        None if phase.kind == PhaseKind::ChangeSides => vec![untimed(phase.say.as_str())],
        None => Vec::new(),
    }
}

/// A step as steps: its heading, what to do by number, what else holds.
fn step_lines(words: &StepWords) -> Vec<ToldLine> {
    let heading = untimed(words.heading.as_str());
    let steps = words.steps.iter().zip(1..);
    let steps = steps.map(|(text, number)| ToldLine { first: format!("{number:>4}  "), text: text.clone() });
    let notes = words.notes.iter().map(|text| untimed(text.as_str()));
    [heading].into_iter().chain(steps).chain(notes).collect()
}

/// Where the session is, for whoever asks.
pub(super) fn where_text(engine: &Engine, steps: &[Step]) -> String {
    let paused = if engine.is_paused() { " Paused." } else { "" };
    let [left, total] = [engine.left(), engine.total()].map(|time| clock(time.as_secs()));
    format!("{}. {left} left, of {total} in all.{paused}", what(engine, steps))
}

/// How far it came, for whoever had the system end it.
pub(super) fn how_far_text(engine: &Engine, steps: &[Step]) -> String {
    let [done, total] = [engine.elapsed(), engine.total()].map(|time| clock(time.as_secs()));
    let step = engine.phase().and_then(|phase| Some((phase.step + 1, steps.get(phase.step)?)));
    let at = step.map(|(place, step)| format!(", in step {place} of {}: {}", steps.len(), step.title));
    format!("Stopped at {done} of {total}{}.", at.unwrap_or_default())
}
