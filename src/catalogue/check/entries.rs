//! Checks on single entries.

use serde_json::Value;

use super::{Inspection, Problem, Step, report, steps, walk};
use crate::catalogue::files::FIGURES;
use crate::catalogue::index_writer::folder;
use crate::catalogue::{Kind, RIGHT_NOW};

/// The file of an entry bears its id or code.
pub(super) fn files_are_named_after_their_entries(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    for kind in Kind::ALL {
        let key = if kind == Kind::Point { "code" } else { "id" };
        for doc in inspection.of(kind) {
            let id = doc.text(&format!("/{key}"));
            if id != doc.stem() {
                let remedy = format!("rename the file to {id}.json, or correct the {key}");
                report(doc, &steps![key], format!("{id:?} does not match the name of the file"), &remedy, problems);
            }
        }
    }
}

/// An id is typed on a command line and stands in lists between commas.
pub(super) fn ids_are_kebab_case(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    for doc in Kind::ALL.into_iter().filter(|kind| *kind != Kind::Point).flat_map(|kind| inspection.of(kind)) {
        let id = doc.text("/id");
        if !id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-') {
            let remedy = "use lower-case letters, digits and hyphens";
            report(doc, &steps!["id"], format!("{id:?} is no id"), remedy, problems);
        }
    }
}

/// The short name of a precaution stands in the row of every point that it touches, between these signs.
pub(super) fn short_names_fit_a_row(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    for doc in inspection.of(Kind::Precaution) {
        if doc.text("/short").contains(['=', ';']) {
            report(doc, &steps!["short"], "holds = or ;", "take the sign out", problems);
        }
    }
}

/// Missing is never safe: no text is blank, and no list that a reader leans on is empty.
pub(super) fn nothing_is_empty(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    const NEVER_EMPTY: [&str; 27] = [
        "find", "off_if", "ways", "steps", "positions", "beneath", "eases", "english", "may_mean", "do", "sections",
        "claims", "movements", "easier", "mistakes", "stop_if", "regions", "screens", "only_for", "flags",
        "movement_rules", "stop_lines", "if_it_hurts", "if_worse", "places", "get_help", "pressure",
    ];
    for doc in &inspection.docs {
        walk(&doc.value, &mut Vec::new(), &mut |steps, value| {
            let key = steps.iter().rev().find_map(|step| match step {
                Step::Key(key) => Some(key.as_ref()),
                Step::Item(_) => None,
            });
            let blank = value.as_str().is_some_and(|text| text.trim().is_empty());
            let barren = matches!(steps.last(), Some(Step::Key(_)))
                && key.is_some_and(|key| NEVER_EMPTY.contains(&key))
                && value.as_array().is_some_and(Vec::is_empty);
            if blank || barren {
                report(doc, steps, "is empty", "fill it in", problems);
            }
        });
    }
}

/// Text reaches a terminal, where control and direction characters could act.
pub(super) fn text_has_no_control_characters(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    for doc in &inspection.docs {
        walk(&doc.value, &mut Vec::new(), &mut |steps, value| {
            let Some(text) = value.as_str() else { return };
            if let Some(character) = text.chars().find(|&c| crate::catalogue::acts_on_a_terminal(c)) {
                let message = format!("holds the control character U+{:04X}", u32::from(character));
                report(doc, steps, message, "take the character out", problems);
            }
        });
    }
}

/// What nobody sees makes two names of one, and can carry words past whoever reads a text.
pub(super) fn text_has_no_invisible_characters(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    for doc in &inspection.docs {
        walk(&doc.value, &mut Vec::new(), &mut |steps, value| {
            if let Some(character) = value.as_str().and_then(crate::catalogue::first_unseen) {
                let message = format!("holds the invisible character U+{:04X}", u32::from(character));
                report(doc, steps, message, "take the character out", problems);
            }
        });
    }
}

/// A point's area is one of its region's, and both are in `catalogue.json`.
pub(super) fn areas_belong_to_their_regions(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    let Some(manifest) = inspection.doc("catalogue.json") else { return };
    for doc in inspection.of(Kind::Point) {
        let named = |list: &[Value], id: &str| list.iter().position(|each| each.get("id").is_some_and(|it| it == id));
        let Some(region) = named(manifest.list("/regions"), doc.text("/region")) else {
            let message = format!("no region is called {:?}", doc.text("/region"));
            report(doc, &steps!["region"], message, "use a region of catalogue.json", problems);
            continue;
        };
        if named(manifest.list(&format!("/regions/{region}/areas")), doc.text("/area")).is_none() {
            let message = format!("the region {:?} has no area {:?}", doc.text("/region"), doc.text("/area"));
            report(doc, &steps!["area"], message, "use an area of that region", problems);
        }
    }
}

/// A point's code is the letters of its meridian and a number.
pub(super) fn codes_carry_the_letters_of_their_meridian(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    if inspection.doc("meridians.json").is_none() {
        return;
    }
    for doc in inspection.of(Kind::Point) {
        let id = doc.text("/meridian");
        let mut meridians = inspection.meridians().map(|(_, _, meridian)| meridian);
        let Some(meridian) = meridians.find(|meridian| meridian.get("id").is_some_and(|it| it == id)) else {
            let message = format!("no meridian is called {id:?}");
            report(doc, &steps!["meridian"], message, "use a meridian of meridians.json", problems);
            continue;
        };
        for (key, letters) in [("code", "letters"), ("who_code", "who_letters")] {
            let letters = meridian.get(letters).and_then(Value::as_str).unwrap_or_default();
            let code = doc.text(&format!("/{key}"));
            let number = code.strip_prefix(letters).unwrap_or_default();
            if number.is_empty() || number.starts_with('0') || !number.bytes().all(|byte| byte.is_ascii_digit()) {
                let message = format!("{code:?} is not {letters} and a number");
                report(doc, &steps![key], message, "write the letters of the meridian, then the number", problems);
            }
        }
    }
}

/// A span runs from a least above nothing to a most that is not below it.
pub(super) fn spans_run_upwards(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    for doc in &inspection.docs {
        walk(&doc.value, &mut Vec::new(), &mut |steps, value| {
            let number = |key| value.get(key).and_then(Value::as_u64);
            if let (Some(min), Some(max)) = (number("min"), number("max"))
                && (min == 0 || max < min)
            {
                report(
                    doc,
                    steps,
                    format!("{min} to {max} is no span"),
                    "give a least above 0 and a most not below it",
                    problems,
                );
            }
        });
    }
}

/// What lasts no time, or is done no times, is nothing to do. Spans, the scale and limits have words of their own.
pub(super) fn numbers_are_above_nothing(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    const TOLD_ELSEWHERE: [&str; 7] =
        ["min", "max", "level", "pressure", "pressure_at_most", "pressure_at_least", "hold_seconds_at_most"];
    for doc in inspection.docs.iter().filter(|doc| folder(doc.path) != FIGURES) {
        walk(&doc.value, &mut Vec::new(), &mut |steps, value| {
            let Some(Step::Key(key)) = steps.last() else { return };
            if value.as_u64() == Some(0) && !TOLD_ELSEWHERE.contains(&key.as_ref()) {
                report(doc, steps, "0 is nothing", "give a number above 0", problems);
            }
        });
    }
}

/// `sciatica` alone opens the page of what to do this minute.
pub(super) fn right_now_is_there(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    if !inspection.has(Kind::Topic, RIGHT_NOW) {
        let path = format!("{}/{RIGHT_NOW}.json", Kind::Topic.folder());
        problems.push(Problem::of_file(&path, "is missing", "add the page of what to do this minute"));
    }
}

/// A passage that tells how to do something is screened with the entry that it names; one that is not there would be told
/// to everybody.
pub(super) fn passages_name_what_exists(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    for doc in inspection.of(Kind::Topic) {
        for (number, section) in doc.list("/sections").iter().enumerate() {
            let Some(id) = section.pointer("/does/entry").and_then(Value::as_str) else { continue };
            if !Kind::ALL.into_iter().any(|kind| kind.tells_how_to() && inspection.has(kind, id)) {
                let steps = steps!["sections", number, "does", "entry"];
                let message = format!("no point, stretch or technique is called {id:?}");
                report(doc, &steps, message, "name an entry that tells how to do it", problems);
            }
        }
    }
}

/// The regions of a stretch or technique are in `catalogue.json`.
pub(super) fn regions_of_practices_exist(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    let Some(manifest) = inspection.doc("catalogue.json") else { return };
    let known: Vec<&Value> = manifest.list("/regions").iter().filter_map(|region| region.get("id")).collect();
    for doc in [Kind::Stretch, Kind::Technique].into_iter().flat_map(|kind| inspection.of(kind)) {
        for (place, region) in doc.list("/regions").iter().enumerate() {
            if !known.contains(&region) {
                let message = format!("no region is called {region}");
                report(doc, &steps!["regions", place], message, "use a region of catalogue.json", problems);
            }
        }
    }
}
