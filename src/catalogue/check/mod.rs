//! Every rule about data, each a small named check. The tests, `catalogue check` and loading a directory run the same ones.

mod bounds;
mod claims;
mod entries;
mod figures;
pub(super) mod form;
mod inspection;
mod names;
mod routines;
mod rules;
mod signs;
mod triage;
mod ways;

use std::collections::BTreeSet;
use std::path::Path;

use serde_json::Value;

use super::additions::{Overlay, lay_over};
use super::files::{Completeness, Files};
use super::index_writer::Document;
use super::load::dotted;
use super::locate::{Step, locate};
use crate::error::Error;
use inspection::{Doc, Inspection, path_key};

/// A line and column, both from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The line.
    pub line: usize,
    /// The column, in characters.
    pub column: usize,
}

impl Place {
    /// The place behind the beginning of a text.
    pub(super) fn behind(text: &str) -> Self {
        let last_line = text.rsplit('\n').next().unwrap_or_default();
        Self { line: text.matches('\n').count() + 1, column: last_line.chars().count() + 1 }
    }
}

/// Something wrong with a catalogue: where, what, and what to do.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The file, below the root of the catalogue.
    pub file: String,
    /// Where in the file; `None` when the file as a whole is wrong.
    pub place: Option<Place>,
    /// The field, as `ways[1].pressure`; empty for a whole file.
    pub field: String,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub remedy: String,
}

impl Problem {
    pub(super) fn of_file(file: &str, message: &str, remedy: &str) -> Self {
        Self {
            file: file.to_owned(),
            place: None,
            field: String::new(),
            message: message.to_owned(),
            remedy: remedy.to_owned(),
        }
    }

    pub(super) fn of_field(file: &str, place: Place, field: &str, message: &str, remedy: &str) -> Self {
        Self { place: Some(place), field: field.to_owned(), ..Self::of_file(file, message, remedy) }
    }
}

type Check = fn(&Inspection<'_>, &mut Vec<Problem>);

const CHECKS: [Check; 61] = [
    entries::files_are_named_after_their_entries,
    entries::ids_are_kebab_case,
    entries::short_names_fit_a_row,
    entries::nothing_is_empty,
    entries::text_has_no_control_characters,
    entries::text_has_no_invisible_characters,
    entries::areas_belong_to_their_regions,
    entries::codes_carry_the_letters_of_their_meridian,
    entries::spans_run_upwards,
    entries::numbers_are_above_nothing,
    entries::right_now_is_there,
    entries::passages_name_what_exists,
    entries::regions_of_practices_exist,
    ways::pressure_is_on_the_scale,
    ways::doses_fit_a_session,
    ways::limits_leave_time_to_press,
    ways::landmarks_stand_in_their_steps,
    ways::labels_of_ways_differ,
    ways::steps_name_neither_pressure_nor_time,
    ways::steps_can_be_spoken,
    names::ids_and_names_are_unique,
    names::names_of_routines_are_unique,
    names::regions_and_areas_differ,
    names::homonyms_lead_to_entries,
    names::homonyms_leave_ids_alone,
    names::none_declares_nothing,
    names::prefixes_are_unique,
    names::meridians_differ,
    claims::claims_have_grounds,
    claims::sources_exist,
    claims::sources_are_cited,
    rules::rules_are_complete,
    rules::more_rules_have_their_precaution,
    rules::rules_name_what_exists,
    rules::rules_select_something,
    rules::red_flags_exist,
    routines::files_are_named_after_their_routines,
    routines::routines_name_what_exists,
    routines::steps_stand_in_order,
    routines::no_step_pulls_on_the_hamstrings,
    routines::the_calf_has_its_red_flag,
    figures::files_are_named_after_their_figures,
    figures::figures_have_a_measure,
    figures::nothing_is_drawn_twice,
    figures::sides_are_told,
    figures::areas_exist,
    figures::points_are_shown_once,
    figures::words_tell_of_their_own_point,
    figures::paths_can_be_drawn,
    figures::landmarks_lie_on_the_body,
    figures::points_lie_in_their_areas,
    figures::landmarks_of_steps_are_drawn,
    signs::signs_imply_what_can_be_declared,
    signs::precautions_lead_to_signs_that_stop,
    triage::every_red_flag_is_asked_once,
    triage::every_precaution_is_asked_once,
    triage::a_screen_asks_about_signs_or_precautions,
    triage::the_most_urgent_come_first,
    triage::few_are_asked_what_they_can_have,
    triage::a_check_has_at_most_nine_screens,
    triage::screens_fit_a_terminal,
];

/// More than anybody mends in one go; each takes a search through its file.
pub(crate) const MOST_PROBLEMS: usize = 1_000;

/// Every problem of the catalogue in a directory, sorted by file and place.
///
/// # Errors
/// The directory cannot be read at all.
pub fn check(path: &Path) -> Result<Vec<Problem>, Error> {
    let (texts, problems) = Files::read(path, Completeness::Whole)?;
    Ok(documents(&Files::Read(texts), problems, BTreeSet::new()).err().unwrap_or_default())
}

/// Every problem of what a directory adds to the bundled catalogue, sorted by file and place.
///
/// # Errors
/// The directory cannot be read at all.
pub fn check_additions(path: &Path) -> Result<Vec<Problem>, Error> {
    let Overlay { texts, added, problems } = lay_over(path)?;
    Ok(documents(&Files::Read(texts), problems, added).err().unwrap_or_default())
}

/// The documents of a catalogue, or every problem of it. Some of its files may have been added to another.
pub(super) fn documents(
    files: &Files,
    unreadable: Vec<Problem>,
    added: BTreeSet<String>,
) -> Result<Vec<Document>, Vec<Problem>> {
    let mut inspection = Inspection {
        present: unreadable.iter().map(|problem| problem.file.clone()).collect(),
        docs: Vec::new(),
        added,
        problems: unreadable,
    };
    for (path, text) in files.all() {
        inspection.present.insert(path.to_owned());
        inspection.take(path, text);
    }
    inspection.docs.sort_by_key(|doc| path_key(doc.path));
    if let Some(problem) = bounds::keep_together(&inspection) {
        inspection.problems.push(problem);
        inspection.problems.sort();
        return Err(inspection.problems);
    }
    let mut found = Vec::new();
    for check in CHECKS {
        check(&inspection, &mut found);
    }
    inspection.problems.extend(found);
    inspection.problems.sort();
    inspection.problems.dedup();
    if inspection.problems.is_empty() {
        Ok(inspection.docs.into_iter().map(|doc| (doc.path.to_owned(), doc.value)).collect())
    } else {
        Err(inspection.problems)
    }
}

/// Reports a problem of a field of a document.
fn report(doc: &Doc<'_>, steps: &[Step<'_>], message: impl AsRef<str>, remedy: &str, problems: &mut Vec<Problem>) {
    if problems.len() >= MOST_PROBLEMS {
        return;
    }
    let place = locate(doc.text, steps).unwrap_or(Place { line: 1, column: 1 });
    problems.push(Problem::of_field(doc.path, place, &dotted(steps), message.as_ref(), remedy));
}

/// A problem of a field at the root of a file.
pub(super) fn problem_in(path: &str, text: &str, field: &str, message: &str, remedy: &str) -> Problem {
    let place = locate(text, &[Step::from(field)]).unwrap_or(Place { line: 1, column: 1 });
    Problem::of_field(path, place, field, message, remedy)
}

/// Visits every value of a document with the steps that lead to it.
fn walk<'v>(value: &'v Value, steps: &mut Vec<Step<'v>>, visit: &mut dyn FnMut(&[Step<'v>], &'v Value)) {
    visit(steps, value);
    match value {
        Value::Array(items) => {
            for (place, item) in items.iter().enumerate() {
                steps.push(Step::Item(place));
                walk(item, steps, visit);
                steps.pop();
            }
        }
        Value::Object(fields) => {
            for (key, field) in fields {
                steps.push(Step::from(key.as_str()));
                walk(field, steps, visit);
                steps.pop();
            }
        }
        _ => {}
    }
}

/// The steps of a path such as `["ways", 0, "steps"]`.
macro_rules! steps {
    ($($step:expr),* $(,)?) => { [$($crate::catalogue::locate::Step::from($step)),*] };
}
use steps;

impl<'s> From<&'s str> for Step<'s> {
    fn from(key: &'s str) -> Self {
        Self::Key(key.into())
    }
}

impl From<usize> for Step<'_> {
    fn from(place: usize) -> Self {
        Self::Item(place)
    }
}
