//! Checks on ways of pressing and stretching: doses, steps, labels.

use std::collections::BTreeSet;

use super::inspection::Inspection;
use super::locate::{PathStep, steps};
use super::outline::Field;
use super::parse::{CheckedFile, Parsed};
use super::problem::Problem;
use crate::model::{Claim, OfWays};

/// Pressure is 1 to 5, and no way asks for more than 3.
pub(super) fn pressure_is_on_the_scale(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    const FIRM_AND_COMFORTABLE: u64 = 3;
    for (file, field) in inspection.fields() {
        let (Some(key), Some(pressure)) = (field.key(), field.number()) else { continue };
        match key {
            "pressure" if !(1..=FIRM_AND_COMFORTABLE).contains(&pressure) => {
                let message = format!("a way with pressure {pressure}");
                file.report(&field.steps, message, "use 1 to 3: 4 is an ache, 5 is pain", problems);
            }
            "pressure_at_most" | "pressure_at_least" | "level" if !(1..=5).contains(&pressure) => {
                let message = format!("{pressure} is not on the pressure scale");
                file.report(&field.steps, message, "use 1 to 5", problems);
            }
            _ => {}
        }
    }
}

/// The least that a way asks for fits what is enough for a point and side in one go.
pub(super) fn doses_fit_a_session(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    let Some(manifest) = inspection.manifest() else { return };
    let most = u32::from(manifest.session.seconds_a_side_at_most);
    let points = inspection.points.iter().map(|it| (&it.file, it.content.ways.open()));
    let techniques = inspection.techniques.iter().map(|it| (&it.file, it.content.ways.open()));
    for (file, ways) in points.chain(techniques) {
        for (place, way) in ways.iter().enumerate() {
            let seconds = u32::from(way.hold_seconds.min) * u32::from(way.rounds.min);
            if seconds > most {
                let message = format!("{seconds} s at the least, where {most} s are the most for a point and side");
                let remedy = "shorten the hold, or ask for fewer rounds";
                file.report(&steps!["ways", place, "rounds"], message, remedy, problems);
            }
        }
    }
}

/// A limit of no time at all would be an `avoid`.
pub(super) fn limits_leave_time_to_press(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    for (file, place, rule) in inspection.rules() {
        if rule.limit.as_ref().and_then(|limit| limit.hold_seconds_at_most) == Some(0) {
            let steps = steps!["rules", place, "limit", "hold_seconds_at_most"];
            file.report(&steps, "a hold of 0 seconds at most", "use at least 1, or the level avoid", problems);
        }
    }
}

/// A step names the landmark that the finger is to feel.
pub(super) fn landmarks_stand_in_their_steps(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    for Parsed { file, content: point } in &inspection.points {
        for (place, step) in point.location.find.open().iter().enumerate() {
            let landmark = step.landmark.to_lowercase();
            if !step.text.to_lowercase().contains(&landmark) {
                let message = format!("the step does not name its landmark {landmark:?}");
                let steps = steps!["location", "find", place, "landmark"];
                file.report(&steps, message, "use the same words in the step", problems);
            }
        }
    }
}

/// What holds for some ways names them as they are labelled, so that it falls with them.
pub(super) fn sentences_name_ways_that_exist(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    for file in inspection.files() {
        for (field, label) in file.outline.texts().filter(|(field, _)| is_name_of_way(field)) {
            let labels = file.outline.texts().filter(|(field, _)| field.key() == Some("label"));
            if !labels.into_iter().any(|(_, known)| known == label) {
                let message = format!("no way is labelled {label:?} here");
                file.report(&field.steps, message, "use the label as it stands in `ways`", problems);
            }
        }
    }
}

/// Whether a place holds the label of a way for which a sentence of the same entry holds.
fn is_name_of_way(field: &Field<'_>) -> bool {
    let is_sentence = |key: &str| matches!(key, "find" | "off_if" | "easier" | "mistakes" | "stop_if");
    match field.steps.as_slice() {
        [.., PathStep::Key(list), PathStep::Item(_), PathStep::Key(ways), PathStep::Item(_)] => {
            ways == "ways" && is_sentence(list)
        }
        _ => false,
    }
}

/// Whoever presses a point in one of its ways is told how to find it.
pub(super) fn every_way_finds_its_place(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    for Parsed { file, content: point } in &inspection.points {
        for (place, way) in point.ways.open().iter().enumerate() {
            if !point.location.find.open().iter().any(|step| step.holds_for(&way.label)) {
                let remedy = "add steps of `find` that hold for it";
                file.report(&steps!["ways", place], "no step finds the place for this way", remedy, problems);
            }
        }
    }
}

/// A struck way is named by its label, so two ways of an entry cannot share one.
pub(super) fn labels_of_ways_differ(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    let mut seen = BTreeSet::new();
    for AnyWay { file, place, label, .. } in ways(inspection) {
        if !seen.insert((file.path, label)) {
            let message = format!("a second way is labelled {label:?}");
            file.report(&steps!["ways", place, "label"], message, "give it a label of its own", problems);
        }
    }
}

/// The program fills in pressure and time from dose and limits; a step that named them could contradict a limit.
pub(super) fn steps_name_neither_pressure_nor_time(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    const WORDS: [&str; 14] = [
        "firm", "firmly", "hard", "harder", "light", "lightly", "gentle", "gently", "strongly", "second", "seconds",
        "minute", "minutes", "count",
    ];
    for way in ways(inspection) {
        for (number, step) in way.steps.iter().enumerate() {
            let mut words = step.text.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase);
            if let Some(word) = words.find(|word| WORDS.contains(&word.as_str())) {
                let remedy = "leave pressure and time to the dose of the way";
                way.report_step(number, &format!("the step says {word:?}"), remedy, problems);
            }
        }
    }
}

/// A step is spoken before the clock of a session starts, in 10 s: a slow voice says 25 words in that time.
pub(super) fn steps_can_be_spoken(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    const WORDS_IN_10_SECONDS: usize = 25;
    for way in ways(inspection) {
        for (number, step) in way.steps.iter().enumerate() {
            let words = step.text.split_whitespace().count();
            if words > WORDS_IN_10_SECONDS {
                let remedy = "say it in 25 words, or make it two steps";
                way.report_step(number, &format!("a step of {words} words"), remedy, problems);
            }
        }
    }
}

/// A way of pressing or stretching, and where it stands.
struct AnyWay<'i, 't> {
    file: &'i CheckedFile<'t>,
    place: usize,
    label: &'i str,
    steps: &'i [Claim],
}

impl AnyWay<'_, '_> {
    fn report_step(&self, number: usize, message: &str, remedy: &str, problems: &mut Vec<Problem>) {
        self.file.report(&steps!["ways", self.place, "steps", number, "text"], message, remedy, problems);
    }
}

/// Every way of every entry.
fn ways<'i, 't>(inspection: &'i Inspection<'t>) -> impl Iterator<Item = AnyWay<'i, 't>> {
    macro_rules! of {
        ($entries:ident) => {
            inspection.$entries.iter().flat_map(|Parsed { file, content }| {
                let ways = content.ways.open().iter().enumerate();
                ways.map(move |(place, way)| AnyWay { file, place, label: &way.label, steps: &way.steps })
            })
        };
    }
    of!(points).chain(of!(stretches)).chain(of!(techniques))
}
