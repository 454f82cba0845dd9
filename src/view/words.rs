//! Numbers and levels as words.

use guide::model::{Level, Manifest, RIGHT_NOW, Span, Urgency};
use guide::screening::{Dose, Dosing, Limit, Verdict};
use guide::text::{NO_BREAK, minutes_or_seconds};

use super::role::Role;

/// The word that stands for a level, whatever the colour.
pub(super) fn level_word(level: Level) -> &'static str {
    match level {
        Level::Avoid => "AVOID",
        Level::Ask => "ASK FIRST",
        Level::Adapt => "WITH LIMITS",
    }
}

/// Stands in the place of a level where nothing speaks against an entry.
pub(super) const OPEN: &str = "OPEN";

/// Stands in the place of a level where this reader can do no way of an entry, and nothing else speaks against it.
pub(super) const NO_WAY_LEFT: &str = "NO WAY LEFT";

/// Stands in the place of a level where a rule leaves out what a reader cannot do.
pub(super) const LEFT_OUT: &str = "LEFT OUT";

/// The word for what screening decided about an entry.
pub(super) fn verdict_word(verdict: &Verdict<'_>) -> Option<&'static str> {
    if verdict.is_out_of_reach() { Some(NO_WAY_LEFT) } else { verdict.level.map(level_word) }
}

/// The role of a level.
pub(super) fn level_role(level: Level) -> Role {
    match level {
        Level::Avoid => Role::Avoid,
        Level::Ask => Role::Ask,
        Level::Adapt => Role::Adapt,
    }
}

/// How fast to get help, as a label says it.
pub(super) fn urgency_word(urgency: Urgency) -> String {
    urgency.words().to_uppercase()
}

/// How fast to get help, as a role.
pub(super) fn urgency_role(urgency: Urgency) -> Role {
    match urgency {
        Urgency::Emergency => Role::RedFlag,
        Urgency::SameDay => Role::Today,
        Urgency::Soon => Role::Soon,
    }
}

/// What a reader is to type: no line ends within it.
pub(super) fn typed(command: &str) -> String {
    command.replace(' ', NO_BREAK)
}

/// The command that shows an entry.
pub(super) fn command_to(id: &str) -> String {
    typed(&if id == RIGHT_NOW { "sciatica now".to_owned() } else { format!("sciatica show {id}") })
}

/// `30 to 60 s, 2 to 3 rounds`
pub(super) fn hold_words(dose: &Dose) -> String {
    format!("{} s, {} {}", span_words(dose.hold_seconds), span_words(dose.rounds), plural(dose.rounds, "round"))
}

/// `2 to 4 times a side, 20 to 30 s each, once or twice a day`; a single repetition is only long.
pub(super) fn dosing_words(dosing: &Dosing, each_side: bool) -> String {
    let hold = time_words(dosing.hold_seconds);
    let side = if each_side { " a side" } else { "" };
    let per_day = per_day_words(dosing.per_day);
    let one_set = dosing.sets.max == 1;
    if dosing.repetitions.max == 1 && one_set {
        return format!("{hold}{side}, {per_day}");
    }
    let times = plural(dosing.repetitions, "time");
    let sets = if one_set { String::new() } else { format!(", {} sets", span_words(dosing.sets)) };
    format!("{} {times}{side}, {hold} each{sets}, {per_day}", span_words(dosing.repetitions))
}

/// In seconds, or in minutes from 2 whole minutes on.
fn time_words(seconds: Span) -> String {
    let in_minutes = [seconds.min, seconds.max].iter().all(|each| *each >= 120 && each.is_multiple_of(60));
    if in_minutes {
        format!("{} min", span_words(Span { min: seconds.min / 60, max: seconds.max / 60 }))
    } else {
        format!("{} s", span_words(seconds))
    }
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
    let hold = limit.hold_seconds_at_most.map(|most| format!("{} at most", most_words(most)));
    pressure.into_iter().chain(hold).collect()
}

/// `30 s`, `10 min`
fn most_words(seconds: u16) -> String {
    if seconds > 60 { minutes_or_seconds(seconds.into()) } else { format!("{seconds} s") }
}

/// `2 to 3`, or `3` when both are the same.
pub(super) fn span_words(span: Span) -> String {
    if span.min == span.max { span.min.to_string() } else { format!("{} to {}", span.min, span.max) }
}

fn plural(span: Span, noun: &str) -> String {
    if span.max == 1 { noun.to_owned() } else { format!("{noun}s") }
}

pub(super) fn capitalised(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map(|first| first.to_uppercase().chain(characters).collect()).unwrap_or_default()
}

pub(super) fn uncapitalised(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map(|first| first.to_lowercase().chain(characters).collect()).unwrap_or_default()
}
