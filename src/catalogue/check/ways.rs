//! Checks on ways of pressing and stretching: doses, steps, labels.

use std::collections::BTreeSet;

use serde_json::Value;

use super::{Doc, Inspection, Problem, Step, report, steps, walk};
use crate::catalogue::Kind;
use crate::catalogue::files::RULES;

/// Pressure is 1 to 5, and no way asks for more than 3.
pub(super) fn pressure_is_on_the_scale(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    const FIRM_AND_COMFORTABLE: u64 = 3;
    for doc in &inspection.docs {
        walk(&doc.value, &mut Vec::new(), &mut |steps, value| {
            let Some(Step::Key(key)) = steps.last() else { return };
            let Some(pressure) = value.as_u64() else { return };
            match key.as_ref() {
                "pressure" if !(1..=FIRM_AND_COMFORTABLE).contains(&pressure) => {
                    let message = format!("a way with pressure {pressure}");
                    report(doc, steps, message, "use 1 to 3: 4 is an ache, 5 is pain", problems);
                }
                "pressure_at_most" | "pressure_at_least" | "level" if !(1..=5).contains(&pressure) => {
                    report(doc, steps, format!("{pressure} is not on the pressure scale"), "use 1 to 5", problems);
                }
                _ => {}
            }
        });
    }
}

/// The least that a way asks for fits what is enough for a point and side in one go.
pub(super) fn doses_fit_a_session(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    let Some(manifest) = inspection.doc("catalogue.json") else { return };
    let most = manifest.value.pointer("/session/seconds_a_side_at_most").and_then(Value::as_u64).unwrap_or_default();
    for doc in [Kind::Point, Kind::Technique].into_iter().flat_map(|kind| inspection.of(kind)) {
        for (place, way) in doc.list("/ways").iter().enumerate() {
            let least = |pointer| way.pointer(pointer).and_then(Value::as_u64).unwrap_or_default();
            let seconds = least("/hold_seconds/min") * least("/rounds/min");
            if seconds > most {
                let message = format!("{seconds} s at the least, where {most} s are the most for a point and side");
                report(
                    doc,
                    &steps!["ways", place, "rounds"],
                    message,
                    "shorten the hold, or ask for fewer rounds",
                    problems,
                );
            }
        }
    }
}

/// A limit of no time at all would be an `avoid`.
pub(super) fn limits_leave_time_to_press(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    for doc in inspection.of(Kind::Precaution).chain(inspection.below(RULES)) {
        walk(&doc.value, &mut Vec::new(), &mut |steps, value| {
            let is_hold = matches!(steps.last(), Some(Step::Key(key)) if key == "hold_seconds_at_most");
            if is_hold && value.as_u64() == Some(0) {
                let remedy = "use at least 1, or the level avoid";
                report(doc, steps, "a hold of 0 seconds at most", remedy, problems);
            }
        });
    }
}

/// A step names the landmark that the finger is to feel.
pub(super) fn landmarks_stand_in_their_steps(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    for doc in inspection.of(Kind::Point) {
        for (place, step) in doc.list("/location/find").iter().enumerate() {
            let field = |key| step.get(key).and_then(Value::as_str).unwrap_or_default().to_lowercase();
            if !field("text").contains(&field("landmark")) {
                let message = format!("the step does not name its landmark {:?}", field("landmark"));
                let steps = steps!["location", "find", place, "landmark"];
                report(doc, &steps, message, "use the same words in the step", problems);
            }
        }
    }
}

/// A struck way is named by its label, so two ways of an entry cannot share one.
pub(super) fn labels_of_ways_differ(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    for doc in with_ways(inspection) {
        let mut seen = BTreeSet::new();
        for (place, way) in doc.list("/ways").iter().enumerate() {
            let label = way.get("label").and_then(Value::as_str).unwrap_or_default();
            if !seen.insert(label) {
                let message = format!("a second way is labelled {label:?}");
                report(doc, &steps!["ways", place, "label"], message, "give it a label of its own", problems);
            }
        }
    }
}

/// The program fills in pressure and time from dose and limits; a step that named them could contradict a limit.
pub(super) fn steps_name_neither_pressure_nor_time(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    const WORDS: [&str; 14] = [
        "firm", "firmly", "hard", "harder", "light", "lightly", "gentle", "gently", "strongly", "second", "seconds",
        "minute", "minutes", "count",
    ];
    for doc in with_ways(inspection) {
        for (way, value) in doc.list("/ways").iter().enumerate() {
            for (step, text) in step_texts(value).enumerate() {
                let mut words = text.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase);
                if let Some(word) = words.find(|word| WORDS.contains(&word.as_str())) {
                    let steps = steps!["ways", way, "steps", step, "text"];
                    let remedy = "leave pressure and time to the dose of the way";
                    report(doc, &steps, format!("the step says {word:?}"), remedy, problems);
                }
            }
        }
    }
}

fn step_texts(way: &Value) -> impl Iterator<Item = &str> {
    let steps = way.get("steps").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    steps.iter().map(|step| step.get("text").and_then(Value::as_str).unwrap_or_default())
}

/// A step is spoken before the clock of a session starts, in 10 s: a slow voice says 25 words in that time.
pub(super) fn steps_can_be_spoken(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    const WORDS_IN_10_SECONDS: usize = 25;
    for doc in with_ways(inspection) {
        for (way, value) in doc.list("/ways").iter().enumerate() {
            for (step, text) in step_texts(value).enumerate() {
                let words = text.split_whitespace().count();
                if words > WORDS_IN_10_SECONDS {
                    let steps = steps!["ways", way, "steps", step, "text"];
                    let message = format!("a step of {words} words");
                    report(doc, &steps, message, "say it in 25 words, or make it two steps", problems);
                }
            }
        }
    }
}

fn with_ways<'i, 't>(inspection: &'i Inspection<'t>) -> impl Iterator<Item = &'i Doc<'t>> {
    Kind::ALL.into_iter().filter(|kind| kind.tells_how_to()).flat_map(|kind| inspection.of(kind))
}
