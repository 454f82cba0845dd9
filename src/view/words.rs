//! Numbers and levels as words.

use crate::catalogue::{Manifest, Span};
use crate::screening::{Dose, Level, Limit};

use super::document::Role;

/// The word that stands for a level, whatever the colour.
pub(super) fn level_word(level: Level) -> &'static str {
    match level {
        Level::Avoid => "AVOID",
        Level::Ask => "ASK FIRST",
        Level::Adapt => "WITH LIMITS",
    }
}

/// The role of a level.
pub(super) fn level_role(level: Level) -> Role {
    match level {
        Level::Avoid => Role::Avoid,
        Level::Ask => Role::Ask,
        Level::Adapt => Role::Adapt,
    }
}

/// `30 to 60 s, 2 to 3 rounds`
pub(super) fn hold_words(dose: &Dose) -> String {
    format!("{} s, {} {}", span_words(dose.hold_seconds), span_words(dose.rounds), plural(dose.rounds, "round"))
}

/// `firm and comfortable (3 of 5)`
pub(super) fn pressure_words(manifest: &Manifest, pressure: u8) -> String {
    format!("{} ({pressure} of {})", manifest.pressure_words(pressure), manifest.pressure.len())
}

/// `once a day`, `1 to 2 times a day`
pub(super) fn per_day_words(per_day: Span) -> String {
    match (per_day.min, per_day.max) {
        (1, 1) => "once a day".to_owned(),
        (1, 2) => "once or twice a day".to_owned(),
        _ => format!("{} times a day", span_words(per_day)),
    }
}

/// `light (2 of 5) at most, 30 s at most`; empty for no limit.
pub(super) fn limit_words(manifest: &Manifest, limit: Limit) -> Vec<String> {
    let pressure = limit.pressure_at_most.map(|most| format!("{} at most", pressure_words(manifest, most)));
    let hold = limit.hold_seconds_at_most.map(|most| format!("{most} s at most"));
    pressure.into_iter().chain(hold).collect()
}

/// `2 to 3`, or `3` when both are the same.
pub(super) fn span_words(span: Span) -> String {
    if span.min == span.max { span.min.to_string() } else { format!("{} to {}", span.min, span.max) }
}

fn plural(span: Span, noun: &str) -> String {
    if span.max == 1 { noun.to_owned() } else { format!("{noun}s") }
}
