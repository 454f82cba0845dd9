//! Checks on the questions of a check.

use std::collections::BTreeSet;

use serde_json::Value;
use unicode_width::UnicodeWidthStr;

use super::{Doc, Inspection, Problem, report, steps};
use crate::catalogue::triage::MOST_ON_A_SCREEN;
use crate::catalogue::{Kind, Urgency};

/// Nobody reads more.
const MOST_SCREENS: usize = 9;
/// Columns of a heading: of a terminal, what "screen 2 of 9" leaves.
const WIDEST_HEADING: usize = 62;
/// Columns of a question in a list, so that it stays in one line with its number and a mark of an addition.
const WIDEST_QUESTION: usize = 62;

/// A red flag that no screen asks about would never be found.
pub(super) fn every_red_flag_is_asked_once(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    every_entry_is_asked_once(inspection, Kind::RedFlag, "flags", problems);
}

/// Every precaution stands on one screen.
pub(super) fn every_precaution_is_asked_once(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    every_entry_is_asked_once(inspection, Kind::Precaution, "precautions", problems);
}

/// A screen asks about one kind of thing, so that one prompt fits all of it.
pub(super) fn a_screen_asks_about_signs_or_precautions(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    let Some(doc) = inspection.doc("triage.json") else { return };
    for (place, screen) in screens(doc) {
        let counts = ["flags", "precautions"].map(|key| ids(screen, key).count());
        let message = match counts {
            [0, 0] => "a screen that asks about nothing",
            [0, _] if ids(screen, "only_for").next().is_some() => "precautions that few are asked about",
            [_, 0] | [0, _] => continue,
            _ => "a screen that asks about signs and about precautions",
        };
        report(doc, &steps!["screens", place], message, "ask about signs, or everybody about precautions", problems);
    }
}

/// Emergencies are asked about first. What everybody is asked on one screen is of one urgency; what few are asked stands
/// where its most urgent sign belongs.
pub(super) fn the_most_urgent_come_first(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    let Some(doc) = inspection.doc("triage.json") else { return };
    let urgency = |id: &str| {
        let flag = inspection.of(Kind::RedFlag).find(|flag| flag.stem() == id);
        flag.and_then(|flag| Urgency::parse(flag.text("/urgency")))
    };
    let mut before = None;
    for (place, screen) in screens(doc) {
        let Some(most) = ids(screen, "flags").filter_map(urgency).max() else { continue };
        if before.is_some_and(|before| before < most) {
            let message = "a more urgent screen than the one before";
            report(doc, &steps!["screens", place], message, "put it before that one", problems);
        }
        before = Some(most);
        let is_for_few = ids(screen, "only_for").next().is_some();
        for (number, id) in ids(screen, "flags").enumerate() {
            if !is_for_few && urgency(id).is_some_and(|it| it != most) {
                let steps = steps!["screens", place, "flags", number];
                let message = format!("{id:?} is less urgent than others on its screen");
                report(doc, &steps, message, "move it to a screen of its urgency", problems);
            }
        }
    }
}

/// What makes a screen one for few was asked before, and each sign on it is a sign of those few.
pub(super) fn few_are_asked_what_they_can_have(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    let Some(doc) = inspection.doc("triage.json") else { return };
    let mut asked = BTreeSet::new();
    for (place, screen) in screens(doc) {
        let few: Vec<&str> = ids(screen, "only_for").collect();
        for (number, id) in few.iter().enumerate().filter(|(_, id)| !asked.contains(*id)) {
            let steps = steps!["screens", place, "only_for", number];
            let message = format!("{id:?} is not asked about before");
            report(doc, &steps, message, "ask about it on an earlier screen", problems);
        }
        for (number, id) in ids(screen, "flags").enumerate().filter(|_| !few.is_empty()) {
            let implied = inspection.of(Kind::RedFlag).find(|flag| flag.stem() == id).map(|flag| flag.list("/implies"));
            let is_implied = implied.is_none_or(|all| all.iter().any(|it| few.iter().any(|few| it == few)));
            let is_named = few.iter().any(|few| {
                let precaution = inspection.of(Kind::Precaution).find(|doc| doc.stem() == *few);
                precaution.is_none_or(|doc| [doc.text("/red_flag"), doc.text("/in_check/sign")].contains(&id))
            });
            if !is_implied && !is_named {
                let steps = steps!["screens", place, "flags", number];
                let message = format!("{id:?} implies none of the precautions that its screen is for");
                report(doc, &steps, message, "move it to another screen, or say what it implies", problems);
            }
        }
        asked.extend(ids(screen, "precautions"));
    }
}

/// A check is held by somebody in pain.
pub(super) fn a_check_has_at_most_nine_screens(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    let Some(doc) = inspection.doc("triage.json") else { return };
    let count = doc.list("/screens").len();
    if count > MOST_SCREENS {
        let message = format!("{count} screens, where {MOST_SCREENS} are the most");
        report(doc, &steps!["screens"], message, "put screens of one urgency together", problems);
    }
}

/// A screen is seen whole on a terminal of 80 columns and 24 rows.
pub(super) fn screens_fit_a_terminal(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    let Some(doc) = inspection.doc("triage.json") else { return };
    for (place, screen) in screens(doc) {
        for key in ["flags", "precautions"] {
            let count = ids(screen, key).count();
            if count > MOST_ON_A_SCREEN {
                let message = format!("{count} questions, where {MOST_ON_A_SCREEN} are the most");
                report(doc, &steps!["screens", place, key], message, "move some to another screen", problems);
            }
        }
        let heading = screen.get("heading").and_then(Value::as_str).unwrap_or_default();
        fits_a_line(doc, &steps!["screens", place, "heading"], heading, WIDEST_HEADING, problems);
    }
    for (kind, key) in [(Kind::RedFlag, "short"), (Kind::Precaution, "title")] {
        for doc in inspection.of(kind) {
            fits_a_line(doc, &steps![key], doc.text(&format!("/{key}")), WIDEST_QUESTION, problems);
        }
    }
}

fn fits_a_line(doc: &Doc<'_>, steps: &[super::Step<'_>], text: &str, widest: usize, problems: &mut Vec<Problem>) {
    if text.width() > widest {
        let message = format!("{} columns, where a line of a check has {widest}", text.width());
        report(doc, steps, message, "say it in fewer words", problems);
    }
}

fn every_entry_is_asked_once(inspection: &Inspection<'_>, kind: Kind, key: &str, problems: &mut Vec<Problem>) {
    let Some(doc) = inspection.doc("triage.json") else { return };
    let mut asked = BTreeSet::new();
    for (place, screen) in screens(doc) {
        for (number, id) in ids(screen, key).enumerate() {
            let steps = steps!["screens", place, key, number];
            if !inspection.has(kind, id) {
                let remedy = format!("add {}/{id}.json, or correct the id", kind.folder());
                report(doc, &steps, format!("no {} is called {id:?}", kind.id()), &remedy, problems);
            }
            if !asked.insert(id) {
                report(doc, &steps, format!("{id:?} is asked about twice"), "take one of them out", problems);
            }
        }
    }
    // What was added to another catalogue joins the screens by itself.
    let ours = inspection.of(kind).filter(|entry| !inspection.added.contains(entry.path));
    for entry in ours.filter(|entry| !asked.contains(entry.stem())) {
        let message = format!("no question asks about {:?}", entry.stem());
        report(doc, &steps!["screens"], message, "put it on a screen", problems);
    }
}

fn screens<'d>(doc: &'d Doc<'_>) -> impl Iterator<Item = (usize, &'d Value)> {
    doc.list("/screens").iter().enumerate()
}

fn ids<'v>(screen: &'v Value, key: &str) -> impl Iterator<Item = &'v str> {
    screen.get(key).and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str)
}
