//! Checks on the questions of a check.

use std::collections::BTreeSet;

use serde_json::Value;

use super::{Doc, Inspection, Problem, report, steps};
use crate::catalogue::{Kind, Urgency};

/// A red flag that no group asks about would never be found; each stands in one group of its own urgency.
pub(super) fn every_red_flag_is_asked_once(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    let Some(doc) = inspection.doc("triage.json") else { return };
    every_entry_is_asked_once(inspection, doc, Kind::RedFlag, ("groups", "flags"), problems);
    for (place, group) in doc.list("/groups").iter().enumerate() {
        let urgency = group.get("urgency").and_then(Value::as_str).unwrap_or_default();
        for (number, id) in ids(group, "flags").enumerate() {
            let flag = inspection.of(Kind::RedFlag).find(|flag| flag.stem() == id);
            if flag.is_some_and(|flag| flag.text("/urgency") != urgency) {
                let message = format!("{id:?} is not of the urgency {urgency:?}");
                let steps = steps!["groups", place, "flags", number];
                report(doc, &steps, message, "move it to a group of its urgency", problems);
            }
        }
    }
}

/// Every precaution stands in one group.
pub(super) fn every_precaution_is_asked_once(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    let Some(doc) = inspection.doc("triage.json") else { return };
    every_entry_is_asked_once(inspection, doc, Kind::Precaution, ("precautions", "ids"), problems);
}

/// Emergencies are asked about first.
pub(super) fn the_most_urgent_come_first(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    let Some(doc) = inspection.doc("triage.json") else { return };
    let urgency = |group: &Value| group.get("urgency").and_then(Value::as_str).and_then(Urgency::parse);
    let groups = doc.list("/groups");
    for (place, pair) in groups.windows(2).enumerate() {
        if let [one, next] = pair
            && urgency(one) < urgency(next)
        {
            let steps = steps!["groups", place + 1, "urgency"];
            report(doc, &steps, "a more urgent group than the one before", "put it before that one", problems);
        }
    }
}

fn every_entry_is_asked_once(
    inspection: &Inspection<'_>,
    doc: &Doc<'_>,
    kind: Kind,
    (list, key): (&str, &str),
    problems: &mut Vec<Problem>,
) {
    let mut asked = BTreeSet::new();
    for (place, group) in doc.list(&format!("/{list}")).iter().enumerate() {
        for (number, id) in ids(group, key).enumerate() {
            let steps = steps![list, place, key, number];
            if !inspection.has(kind, id) {
                let remedy = format!("add {}/{id}.json, or correct the id", kind.folder());
                report(doc, &steps, format!("no {} is called {id:?}", kind.id()), &remedy, problems);
            }
            if !asked.insert(id) {
                report(doc, &steps, format!("{id:?} is asked about twice"), "take one of them out", problems);
            }
        }
    }
    // What was added to another catalogue is asked about in a group of its own.
    let ours = inspection.of(kind).filter(|entry| !inspection.added.contains(entry.path));
    for entry in ours.filter(|entry| !asked.contains(entry.stem())) {
        let message = format!("no question asks about {:?}", entry.stem());
        report(doc, &steps![list], message, "put it into a group", problems);
    }
}

fn ids<'v>(group: &'v Value, key: &str) -> impl Iterator<Item = &'v str> {
    group.get(key).and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str)
}
