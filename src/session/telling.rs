//! What a session writes: events as lines.

use super::engine::{Engine, Event};
use super::foot::what;
use super::phases::{Phase, PhaseKind};
use guide::routine::Step;
use guide::text::clock;

pub(super) const KEYS: &str =
    "space pause or go on, n next, b back, r say it again, x it hurts, q end, Enter where you are";
pub(super) const PLAIN_KEYS: &str =
    "p pause or go on, n next, b back, r say it again, x it hurts, q end; each with Enter. Enter alone: where you are";
pub(super) const HOW_IS_IT: &str =
    "How is it now? b better, s the same, w worse, f further down the leg. Enter: no answer.";

/// What an event is worth telling. On a screen that is little: the lines below show the rest.
pub(super) fn event_text(event: Event, engine: &Engine, plain: bool) -> Option<String> {
    let go_on = if plain { "p and Enter goes on." } else { "Space goes on." };
    match event {
        Event::Began(place) => engine.phase().filter(|_| engine.place() == place).and_then(|it| phase_text(it, plain)),
        Event::Again => engine.phase().map(|phase| phase.again.clone()),
        Event::Away => Some(format!("Paused: nobody was here for a while. {go_on}")),
        Event::Cue(text) => plain.then(|| text.to_owned()),
        Event::Paused => plain.then(|| format!("Paused. {go_on}")),
        Event::WentOn => plain.then(|| "Going on.".to_owned()),
    }
}

/// On a screen, the instruction of each step once; in plain form, a line for each phase.
fn phase_text(phase: &Phase, plain: bool) -> Option<String> {
    match phase.kind {
        PhaseKind::Hold { number, of } if plain => {
            let which = if of > 1 { format!(" {number} of {of}") } else { String::new() };
            Some(format!("Start{which}: {}.", clock(phase.seconds)))
        }
        PhaseKind::Hold { .. } => None,
        PhaseKind::Release if !plain => None,
        _ => Some(phase.say.clone()),
    }
}

/// Where the session is, for whoever asks.
pub(super) fn where_text(engine: &Engine, steps: &[Step]) -> String {
    let paused = if engine.is_paused() { " Paused." } else { "" };
    let [left, total] = [engine.left(), engine.total()].map(|time| clock(time.as_secs()));
    format!("{}. {left} left, of {total} in all.{paused}", what(engine, steps))
}
