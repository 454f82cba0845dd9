//! Checks on the questions of a check.

use std::collections::BTreeSet;

use unicode_width::UnicodeWidthStr;

use super::inspection::Inspection;
use super::locate::{PathStep, steps};
use super::parse::{CheckedFile, Parsed};
use super::problem::Problem;
use crate::model::files::path_of;
use crate::model::{Kind, MOST_ON_A_SCREEN, Screen};

/// Nobody reads more.
const MOST_SCREENS: usize = 9;
/// Columns of a heading: of a terminal, what "screen 2 of 9" leaves.
const WIDEST_HEADING: usize = 62;
/// Columns of a question in a list, so that it stays in one line with its number and a mark of an addition.
const WIDEST_QUESTION: usize = 62;

/// A red flag that no screen asks about would never be found.
pub(super) fn every_red_flag_is_asked_once(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    every_entry_is_asked_once(inspection, Kind::RedFlag, ("flags", |screen| &screen.flags), problems);
}

/// Every precaution stands on one screen.
pub(super) fn every_precaution_is_asked_once(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    every_entry_is_asked_once(inspection, Kind::Precaution, ("precautions", |screen| &screen.precautions), problems);
}

/// A screen asks about one kind of thing, so that one prompt fits all of it.
pub(super) fn a_screen_asks_about_signs_or_precautions(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    for (file, place, screen) in screens(inspection) {
        let message = match (screen.flags.is_empty(), screen.precautions.is_empty()) {
            (true, true) => "a screen that asks about nothing",
            (true, false) if !screen.only_for.is_empty() => "precautions that few are asked about",
            (false, false) => "a screen that asks about signs and about precautions",
            _ => continue,
        };
        let remedy = "ask about signs, or everybody about precautions";
        file.report(&steps!["screens", place], message, remedy, problems);
    }
}

/// Emergencies are asked about first. What everybody is asked on one screen is of one urgency; what few are asked stands
/// where its most urgent sign belongs.
pub(super) fn the_most_urgent_come_first(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    let urgency = |id: &String| inspection.ask_red_flag(id, |flag| flag.urgency);
    let mut before = None;
    for (file, place, screen) in screens(inspection) {
        let Some(most) = screen.flags.iter().filter_map(urgency).max() else { continue };
        if before.is_some_and(|before| before < most) {
            let message = "a more urgent screen than the one before";
            file.report(&steps!["screens", place], message, "put it before that one", problems);
        }
        before = Some(most);
        for (number, id) in screen.flags.iter().enumerate().filter(|_| screen.only_for.is_empty()) {
            if urgency(id).is_some_and(|it| it != most) {
                let steps = steps!["screens", place, "flags", number];
                let message = format!("{id:?} is less urgent than others on its screen");
                file.report(&steps, message, "move it to a screen of its urgency", problems);
            }
        }
    }
}

/// What makes a screen one for few was asked before, and each sign on it is a sign of those few.
pub(super) fn few_are_asked_what_they_can_have(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    let mut asked = BTreeSet::new();
    for (file, place, screen) in screens(inspection) {
        let few = &screen.only_for;
        for (number, id) in few.iter().enumerate().filter(|(_, id)| !asked.contains(*id)) {
            let message = format!("{id:?} is not asked about before");
            let steps = steps!["screens", place, "only_for", number];
            file.report(&steps, message, "ask about it on an earlier screen", problems);
        }
        for (number, id) in screen.flags.iter().enumerate().filter(|_| !few.is_empty()) {
            let implied = inspection.ask_red_flag(id, |flag| flag.implies.iter().any(|it| few.contains(it)));
            let is_named = few.iter().any(|few| {
                let leads_to_it = inspection.ask_precaution(few, |precaution| {
                    let in_check = precaution.in_check.as_ref().and_then(|more| more.sign.as_ref());
                    [precaution.red_flag.as_ref(), in_check].contains(&Some(id))
                });
                leads_to_it.unwrap_or(true)
            });
            if implied == Some(false) && !is_named {
                let message = format!("{id:?} implies none of the precautions that its screen is for");
                let remedy = "move it to another screen, or say what it implies";
                file.report(&steps!["screens", place, "flags", number], message, remedy, problems);
            }
        }
        asked.extend(&screen.precautions);
    }
}

/// A check is held by somebody in pain.
pub(super) fn a_check_has_at_most_nine_screens(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    let Some(Parsed { file, content: questions }) = &inspection.triage else { return };
    let count = questions.screens.len();
    if count > MOST_SCREENS {
        let message = format!("{count} screens, where {MOST_SCREENS} are the most");
        file.report(&steps!["screens"], message, "put screens of one urgency together", problems);
    }
}

/// A screen is seen whole on a terminal of 80 columns and 24 rows.
pub(super) fn screens_fit_a_terminal(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    for (file, place, screen) in screens(inspection) {
        for (key, count) in [("flags", screen.flags.len()), ("precautions", screen.precautions.len())] {
            if count > MOST_ON_A_SCREEN {
                let message = format!("{count} questions, where {MOST_ON_A_SCREEN} are the most");
                file.report(&steps!["screens", place, key], message, "move some to another screen", problems);
            }
        }
        fits_a_line(file, &steps!["screens", place, "heading"], (&screen.heading, WIDEST_HEADING), problems);
    }
    for Parsed { file, content: flag } in &inspection.red_flags {
        fits_a_line(file, &steps!["short"], (&flag.short, WIDEST_QUESTION), problems);
    }
    for Parsed { file, content: precaution } in &inspection.precautions {
        fits_a_line(file, &steps!["title"], (&precaution.title, WIDEST_QUESTION), problems);
    }
}

fn fits_a_line(
    file: &CheckedFile<'_>,
    steps: &[PathStep<'_>],
    (text, widest): (&str, usize),
    problems: &mut Vec<Problem>,
) {
    if text.width() > widest {
        let message = format!("{} columns, where a line of a check has {widest}", text.width());
        file.report(steps, message, "say it in fewer words", problems);
    }
}

fn every_entry_is_asked_once(
    inspection: &Inspection<'_>,
    kind: Kind,
    (key, ids): (&str, fn(&Screen) -> &Vec<String>),
    problems: &mut Vec<Problem>,
) {
    // What is added to another catalogue joins the screens by itself.
    let Some(Parsed { file, .. }) = &inspection.triage else { return };
    let mut asked = BTreeSet::new();
    for (_, place, screen) in screens(inspection) {
        for (number, id) in ids(screen).iter().enumerate() {
            let steps = steps!["screens", place, key, number];
            if !inspection.has(kind, id) {
                let remedy = format!("add {}, or correct the id", path_of(kind, id));
                file.report(&steps, format!("no {} is called {id:?}", kind.id()), &remedy, problems);
            }
            if !asked.insert(id.as_str()) {
                file.report(&steps, format!("{id:?} is asked about twice"), "take one of them out", problems);
            }
        }
    }
    for entry in inspection.of(kind).filter(|entry| !asked.contains(entry.stem())) {
        let message = format!("no question asks about {:?}", entry.stem());
        file.report(&steps!["screens"], message, "put it on a screen", problems);
    }
}

fn screens<'i, 't>(inspection: &'i Inspection<'t>) -> impl Iterator<Item = (&'i CheckedFile<'t>, usize, &'i Screen)> {
    inspection.triage.iter().flat_map(|Parsed { file, content }| {
        content.screens.iter().enumerate().map(move |(place, screen)| (file, place, screen))
    })
}
