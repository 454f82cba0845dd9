//! Checks on the routines that have a name.

use serde_json::Value;

use super::{Doc, Inspection, Problem, report, steps};
use crate::catalogue::files::ROUTINES;
use crate::catalogue::index_writer::folder;
use crate::catalogue::{Kind, Movement, Part};

/// The file of a routine bears its id.
pub(super) fn files_are_named_after_their_routines(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    for doc in inspection.below(ROUTINES) {
        let id = doc.text("/id");
        if id != doc.stem() {
            let remedy = format!("rename the file to {id}.json, or correct the id");
            report(doc, &steps!["id"], format!("{id:?} does not match the name of the file"), &remedy, problems);
        }
    }
}

/// Every entry, way and place that a routine names is there.
pub(super) fn routines_name_what_exists(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    let places = inspection.doc("routine.json").map(|doc| doc.list("/places")).unwrap_or_default();
    for doc in inspection.below(ROUTINES) {
        let place = doc.text("/place");
        if !place.is_empty() && !places.iter().any(|known| field(known, "id") == place) {
            report(doc, &steps!["place"], format!("no place is called {place:?}"), "name a place, or null", problems);
        }
        for (number, step) in doc.list("/steps").iter().enumerate() {
            let id = field(step, "entry");
            let Some(entry) = entry(inspection, id) else {
                if !how_to_kinds().any(|kind| inspection.has(kind, id)) {
                    let message = format!("no point, stretch or technique is called {id:?}");
                    let remedy = "name an entry that tells how to do something";
                    report(doc, &steps!["steps", number, "entry"], message, remedy, problems);
                }
                continue;
            };
            for (way, label) in strings(step, "ways").enumerate() {
                if !entry.list("/ways").iter().any(|known| field(known, "label") == label) {
                    let message = format!("{id} has no way labelled {label:?}");
                    let remedy = "use the label as it stands there";
                    report(doc, &steps!["steps", number, "ways", way], message, remedy, problems);
                }
            }
        }
    }
}

/// Warm-up, points from the back to the foot, stretches, rest.
pub(super) fn steps_stand_in_order(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    for doc in inspection.below(ROUTINES) {
        let mut last = (0, 0);
        for (number, step) in doc.list("/steps").iter().enumerate() {
            let Some(rank) = entry(inspection, field(step, "entry")).and_then(|entry| rank(inspection, entry)) else {
                continue;
            };
            if rank < last {
                let remedy = "warm-up first, then points from the back to the foot, then stretches, then rest";
                let message = "comes too late in the routine";
                report(doc, &steps!["steps", number, "entry"], message, remedy, problems);
            }
            last = last.max(rank);
        }
    }
}

/// A pull on the back of the thigh is nothing to hand to everybody with sciatica under a name.
pub(super) fn no_step_pulls_on_the_hamstrings(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    let pulls = |entry: &Doc<'_>| {
        let mut ways = entry.list("/ways").iter();
        ways.any(|way| strings(way, "movements").any(|movement| movement == Movement::HamstringPull.id()))
    };
    for doc in inspection.below(ROUTINES) {
        for (number, step) in doc.list("/steps").iter().enumerate() {
            if entry(inspection, field(step, "entry")).is_some_and(pulls) {
                let message = "pulls on the back of the thigh";
                report(doc, &steps!["steps", number, "entry"], message, "leave it out of named routines", problems);
            }
        }
    }
}

/// A session asks about the calf, and a yes has to lead somewhere.
pub(super) fn the_calf_has_its_red_flag(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    let Some(doc) = inspection.doc("catalogue.json") else { return };
    let id = doc.text("/calf/red_flag");
    if !inspection.has(Kind::RedFlag, id) {
        let remedy = format!("add red-flags/{id}.json, or correct the id");
        report(doc, &steps!["calf", "red_flag"], format!("no red flag is called {id:?}"), &remedy, problems);
    }
}

fn how_to_kinds() -> impl Iterator<Item = Kind> {
    Kind::ALL.into_iter().filter(|kind| kind.tells_how_to())
}

fn entry<'i, 't>(inspection: &'i Inspection<'t>, id: &str) -> Option<&'i Doc<'t>> {
    how_to_kinds().find_map(|kind| inspection.entry(kind, id))
}

/// Where in a routine an entry belongs: its part, and for a point the place of its area. A technique is of no one place.
fn rank(inspection: &Inspection<'_>, entry: &Doc<'_>) -> Option<(usize, usize)> {
    let part = entry.text("/part");
    match Part::ALL.iter().copied().find(|known| known.id() == part) {
        Some(Part::WarmUp) => Some((0, 0)),
        Some(Part::Stretch) => Some((2, 0)),
        Some(Part::Rest) => Some((3, 0)),
        Some(Part::Apart) => None,
        None if folder(entry.path) != Kind::Point.folder() => None,
        None => {
            let regions = inspection.doc("catalogue.json")?.list("/regions");
            let areas = regions.iter().filter_map(|region| region.get("areas")?.as_array()).flatten();
            let area = areas.into_iter().position(|area| field(area, "id") == entry.text("/area"));
            Some((1, area.unwrap_or_default()))
        }
    }
}

fn field<'v>(value: &'v Value, key: &str) -> &'v str {
    value.get(key).and_then(Value::as_str).unwrap_or_default()
}

fn strings<'v>(value: &'v Value, key: &str) -> impl Iterator<Item = &'v str> {
    value.get(key).and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str)
}
