//! Checks on single entries.

use super::inspection::Inspection;
use super::locate::{PathStep, steps};
use super::outline::{Field, Node};
use super::parse::Parsed;
use super::problem::Problem;
use crate::model::files::{FIGURES_FOLDER, POSES_FOLDER, folder, path_of};
use crate::model::{Form, Kind, RIGHT_NOW};
use crate::text::{acts_on_a_terminal, first_unseen};

/// A file bears the id or code of what it holds.
pub(super) fn files_are_named_after_what_they_hold(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    for kind in Kind::ALL {
        let key = if kind == Kind::Point { "code" } else { "id" };
        let alone = inspection.entries(kind).filter(|listed| listed.number.is_none());
        alone.for_each(|it| it.file.has_to_bear(key, it.entry.id(), problems));
    }
    inspection.routines.iter().for_each(|it| it.file.has_to_bear("id", &it.content.id, problems));
    inspection.figures.iter().for_each(|it| it.file.has_to_bear("id", &it.content.id, problems));
}

/// An id is typed on a command line and stands in lists between commas.
pub(super) fn ids_are_kebab_case(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    let others = Kind::ALL.into_iter().filter(|kind| *kind != Kind::Point);
    for listed in others.flat_map(|kind| inspection.entries(kind)) {
        let id = listed.entry.id();
        if !id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-') {
            let remedy = "use lower-case letters, digits and hyphens";
            let steps: Vec<PathStep<'_>> = listed.steps().chain(["id".into()]).collect();
            listed.file.report(&steps, format!("{id:?} is no id"), remedy, problems);
        }
    }
}

/// The short name of a precaution stands in the row of every point that it touches, between these signs.
pub(super) fn short_names_fit_a_row(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    for Parsed { file, content: precaution } in &inspection.precautions {
        if precaution.short.contains(['=', ';']) {
            file.report(&steps!["short"], "holds = or ;", "take the sign out", problems);
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
    for (file, field) in inspection.fields() {
        let blank = field.text().is_some_and(|text| text.trim().is_empty());
        let barren = field.node == Node::List(0) && field.key().is_some_and(|key| NEVER_EMPTY.contains(&key));
        if blank || barren {
            file.report(&field.steps, "is empty", "fill it in", problems);
        }
    }
}

/// Text reaches a terminal, where control and direction characters could act.
pub(super) fn text_has_no_control_characters(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    let acting = |text: &str| text.chars().find(|&character| acts_on_a_terminal(character));
    text_has_no(inspection, "control", acting, problems);
}

/// What nobody sees makes two names of one, and can carry words past whoever reads a text.
pub(super) fn text_has_no_invisible_characters(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    text_has_no(inspection, "invisible", first_unseen, problems);
}

fn text_has_no(
    inspection: &Inspection<'_>,
    what: &str,
    first: impl Fn(&str) -> Option<char>,
    problems: &mut Vec<Problem>,
) {
    for (file, field) in inspection.fields() {
        if let Some(character) = field.text().and_then(&first) {
            let message = format!("holds the {what} character U+{:04X}", u32::from(character));
            file.report(&field.steps, message, "take the character out", problems);
        }
    }
}

/// Guidance grows old: whoever reads it is told when somebody last looked at it. What is added may leave it out.
pub(super) fn entries_say_when_they_were_reviewed(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    if inspection.base.is_some() {
        return;
    }
    let entries = Kind::ALL.into_iter().flat_map(|kind| inspection.entries(kind));
    for listed in entries.filter(|listed| listed.entry.reviewed().is_none()) {
        let steps: Vec<PathStep<'_>> = listed.steps().collect();
        let remedy = "add `reviewed`, a year and a month, such as \"2026-11\"";
        listed.file.report(&steps, "does not say when it was reviewed", remedy, problems);
    }
}

/// A point's area is one of its region's, and both are in `catalogue.json`.
pub(super) fn areas_belong_to_their_regions(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    let Some(manifest) = inspection.manifest() else { return };
    for Parsed { file, content: point } in &inspection.points {
        let Some(region) = manifest.regions.iter().find(|region| region.id == point.region) else {
            let message = format!("no region is called {:?}", point.region);
            file.report(&steps!["region"], message, "use a region of catalogue.json", problems);
            continue;
        };
        if region.areas.iter().all(|area| area.id != point.area) {
            let message = format!("the region {:?} has no area {:?}", point.region, point.area);
            file.report(&steps!["area"], message, "use an area of that region", problems);
        }
    }
}

/// A point's code is the letters of its meridian and a number.
pub(super) fn codes_carry_the_letters_of_their_meridian(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    if inspection.meridians.is_none() && inspection.base.is_none() {
        return;
    }
    for Parsed { file, content: point } in &inspection.points {
        let Some(meridian) = inspection.known_meridians().find(|meridian| meridian.id == point.meridian) else {
            let message = format!("no meridian is called {:?}", point.meridian);
            file.report(&steps!["meridian"], message, "use a meridian of meridians.json", problems);
            continue;
        };
        for (key, code, letters) in
            [("code", &point.code, &meridian.letters), ("who_code", &point.who_code, &meridian.who_letters)]
        {
            let number = code.strip_prefix(letters.as_str()).unwrap_or_default();
            if number.is_empty() || number.starts_with('0') || !number.bytes().all(|byte| byte.is_ascii_digit()) {
                let message = format!("{code:?} is not {letters} and a number");
                file.report(&steps![key], message, "write the letters of the meridian, then the number", problems);
            }
        }
    }
}

/// A span runs from a least above nothing to a most that is not below it.
pub(super) fn spans_run_upwards(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    for (file, least) in inspection.fields().filter(|(_, field)| field.key() == Some("min")) {
        let Some((_, span)) = least.steps.split_last() else { continue };
        let max = file.outline.at(span, "max").and_then(Field::number);
        if let (Some(min), Some(max)) = (least.number(), max)
            && (min == 0 || max < min)
        {
            let remedy = "give a least above 0 and a most not below it";
            file.report(span, format!("{min} to {max} is no span"), remedy, problems);
        }
    }
}

/// What lasts no time, or is done no times, is nothing to do. Spans, the scale and limits have words of their own.
pub(super) fn numbers_are_above_nothing(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    const TOLD_ELSEWHERE: [&str; 7] =
        ["min", "max", "level", "pressure", "pressure_at_most", "pressure_at_least", "hold_seconds_at_most"];
    let is_drawn = |path: &str| [FIGURES_FOLDER, POSES_FOLDER].contains(&folder(path));
    for (file, field) in inspection.fields().filter(|(file, _)| !is_drawn(file.path)) {
        if field.number() == Some(0) && field.key().is_some_and(|key| !TOLD_ELSEWHERE.contains(&key)) {
            file.report(&field.steps, "0 is nothing", "give a number above 0", problems);
        }
    }
}

/// `sciatica` alone opens the page of what to do this minute.
pub(super) fn right_now_is_there(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    if !inspection.has(Kind::Topic, RIGHT_NOW) {
        let path = path_of(Kind::Topic, RIGHT_NOW);
        problems.push(Problem::of_file(&path, "is missing", "add the page of what to do this minute"));
    }
}

/// A passage that tells how to do something is screened with the entry that it names; one that is not there would be told
/// to everybody. And what it tells stands with that name, nothing beside it.
pub(super) fn passages_name_what_exists(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    for (file, list, number, section) in inspection.sections() {
        let report = |steps: &[PathStep<'_>], message: String, remedy: &str, problems: &mut Vec<Problem>| {
            let section = [PathStep::from(list), number.into()];
            file.report(
                &section.into_iter().chain(steps.iter().cloned()).collect::<Vec<_>>(),
                message,
                remedy,
                problems,
            );
        };
        let says = section.does.as_ref().map_or(section.claims.is_empty(), |_| !section.claims.is_empty());
        if says {
            let remedy = "put what everybody is told into `claims`, or how to do something into `does`";
            report(&[], "a section says something in one place".to_owned(), remedy, problems);
        }
        if let Some(does) = section.does.as_ref().filter(|does| !inspection.has_how_to(&does.entry)) {
            let message = format!("no point, stretch or technique is called {:?}", does.entry);
            report(&steps!["does", "entry"], message, "name an entry that tells how to do it", problems);
        }
    }
}

/// A command is typed as it stands, so it cannot bear the mark of what was added.
pub(super) fn added_pages_tell_no_commands(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    let is_command = |form| matches!(form, Form::Commands | Form::ScreenedCommands);
    for (file, list, number, section) in inspection.sections().filter(|_| inspection.base.is_some()) {
        if is_command(section.form) {
            let message = "a page that is added tells commands";
            file.report(&steps![list, number, "form"], message, "say it in lines, and name the entry", problems);
        }
    }
}

/// The regions of a stretch or technique are in `catalogue.json`.
pub(super) fn regions_of_practices_exist(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    let Some(known) = inspection.regions() else { return };
    let stretches = inspection.stretches.iter().map(|it| (&it.file, &it.content.regions));
    let techniques = inspection.techniques.iter().map(|it| (&it.file, &it.content.regions));
    for (file, regions) in stretches.chain(techniques) {
        for (place, region) in regions.iter().enumerate().filter(|(_, region)| !known.contains(region.as_str())) {
            let message = format!("no region is called {region:?}");
            file.report(&steps!["regions", place], message, "use a region of catalogue.json", problems);
        }
    }
}
