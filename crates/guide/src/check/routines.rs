//! Checks on the routines that have a name.

use super::inspection::Inspection;
use super::locate::steps;
use super::parse::{CheckedFile, Parsed};
use super::problem::Problem;
use crate::model::{Kind, Movement, NamedStep, RoutinePart};

/// Every entry, way and place that a routine names is there.
pub(super) fn routines_name_what_exists(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    for Parsed { file, content: routine } in &inspection.routines {
        if let Some(place) = routine.place.as_ref().filter(|place| !place.is_empty()) {
            let is_there = inspection.ask_routine_frame(|frame| frame.places.iter().any(|known| known.id == *place));
            if is_there != Some(true) {
                let message = format!("no place is called {place:?}");
                file.report(&steps!["place"], message, "name a place, or null", problems);
            }
        }
    }
    for (file, number, step, done) in steps(inspection) {
        let id = &step.entry;
        if !inspection.has_how_to(id) {
            let message = format!("no point, stretch or technique is called {id:?}");
            let remedy = "name an entry that tells how to do something";
            file.report(&steps!["steps", number, "entry"], message, remedy, problems);
        }
        let Some(done) = done else { continue };
        for (way, label) in step.ways.iter().enumerate().filter(|(_, label)| !done.labels.contains(label)) {
            let message = format!("{id} has no way labelled {label:?}");
            file.report(&steps!["steps", number, "ways", way], message, "use the label as it stands there", problems);
        }
    }
}

/// The precautions whose rules hold in a routine are there, and raise no red flag.
pub(super) fn routines_hold_what_exists(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    for Parsed { file, content: routine } in &inspection.routines {
        for (place, id) in routine.holds.iter().enumerate() {
            inspection.demand((Kind::Precaution, id), file, &steps!["holds", place], problems);
            if inspection.ask_precaution(id, |precaution| precaution.red_flag.is_some()) == Some(true) {
                let message = format!("{id:?} raises a red flag, after which no routine follows");
                file.report(&steps!["holds", place], message, "name another precaution", problems);
            }
        }
    }
}

/// Warm-up, points from the back to the foot, stretches, rest.
pub(super) fn steps_stand_in_order(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    let mut last = ("", (0, 0));
    for (file, number, _, done) in steps(inspection) {
        if last.0 != file.path {
            last = (file.path, (0, 0));
        }
        let Some(rank) = done.and_then(|done| done.rank) else { continue };
        if rank < last.1 {
            let remedy = "warm-up first, then points from the back to the foot, then stretches, then rest";
            file.report(&steps!["steps", number, "entry"], "comes too late in the routine", remedy, problems);
        }
        last.1 = last.1.max(rank);
    }
}

/// What is done by itself is in no routine.
pub(super) fn no_step_is_done_by_itself(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    for (file, number, _, done) in steps(inspection) {
        if done.is_some_and(|done| done.by_itself) {
            let message = "is done by itself, in no routine";
            file.report(&steps!["steps", number, "entry"], message, "leave it out", problems);
        }
    }
}

/// A pull on the back of the thigh, or on the nerve, is nothing to hand to everybody with sciatica in a routine.
pub(super) fn what_reaches_the_nerve_stands_by_itself(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    for Parsed { file, content: stretch } in &inspection.stretches {
        if stretch.part == RoutinePart::ByItself {
            continue;
        }
        let moves = |movement| stretch.ways.open().iter().any(|way| way.movements.contains(&movement));
        let reaching = [
            (Movement::HamstringPull, "pulls on the back of the thigh, and would be in routines"),
            (Movement::NerveGlide, "slides the nerve, and would be in routines"),
        ];
        for (_, message) in reaching.into_iter().filter(|(movement, _)| moves(*movement)) {
            file.report(&steps!["part"], message, "make it by-itself", problems);
        }
    }
}

/// A session asks about the calf, and a yes has to lead somewhere.
pub(super) fn the_calf_has_its_red_flag(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    if let Some(Parsed { file, content: manifest }) = &inspection.manifest {
        inspection.demand((Kind::RedFlag, &manifest.calf.red_flag), file, &steps!["calf", "red_flag"], problems);
    }
}

/// What a step of a routine does.
struct Done {
    labels: Vec<String>,
    /// Where in a routine it belongs: its part, and for a point the place of its area. A technique is of no one place.
    rank: Option<(usize, usize)>,
    by_itself: bool,
}

/// Every step of every routine, and what it does; `None` where its entry cannot be read.
fn steps<'i, 't>(
    inspection: &'i Inspection<'t>,
) -> impl Iterator<Item = (&'i CheckedFile<'t>, usize, &'i NamedStep, Option<Done>)> {
    let routines = inspection.routines.iter().chain(&inspection.routines_of_base);
    let steps =
        routines.flat_map(|it| it.content.steps.iter().enumerate().map(move |(number, step)| (it, number, step)));
    steps.map(|(it, number, step)| (&it.file, number, step, done(inspection, &step.entry)))
}

fn done(inspection: &Inspection<'_>, id: &str) -> Option<Done> {
    let point = inspection.ask_point(id, |point| {
        let labels = point.ways.open().iter().map(|way| way.label.clone()).collect();
        Done { labels, rank: rank_of_area(inspection, &point.area), by_itself: false }
    });
    let stretch = || {
        inspection.ask_stretch(id, |stretch| {
            let ways = stretch.ways.open();
            let labels = ways.iter().map(|way| way.label.clone()).collect();
            let by_itself = stretch.part == RoutinePart::ByItself;
            Done { labels, rank: rank_of_part(stretch.part), by_itself }
        })
    };
    let technique = || {
        inspection.ask_technique(id, |technique| {
            let labels = technique.ways.open().iter().map(|way| way.label.clone()).collect();
            Done { labels, rank: None, by_itself: false }
        })
    };
    point.or_else(stretch).or_else(technique)
}

fn rank_of_part(part: RoutinePart) -> Option<(usize, usize)> {
    match part {
        RoutinePart::WarmUp => Some((0, 0)),
        RoutinePart::Stretch => Some((2, 0)),
        RoutinePart::Rest => Some((3, 0)),
        RoutinePart::Apart | RoutinePart::ByItself => None,
    }
}

fn rank_of_area(inspection: &Inspection<'_>, id: &str) -> Option<(usize, usize)> {
    let mut areas = inspection.manifest()?.regions.iter().flat_map(|region| &region.areas);
    Some((1, areas.position(|area| area.id == id).unwrap_or_default()))
}
