//! Checks that a dose is told alike wherever it is told.

use super::inspection::Inspection;
use super::locate::steps;
use super::parse::{CheckedFile, Parsed};
use super::problem::Problem;
use crate::model::{Claim, Dispute, Doing, Position, Span, StretchWay, Subject, Way, WayClaim};
use crate::text::{durations, times_a_day};

/// What the ways of an entry allow.
struct Allowed {
    positions: Vec<Position>,
    /// One hold, or how long it lasts, in seconds; then the most that all of them together may take.
    seconds: Span,
    in_all: u32,
    per_day: Span,
}

/// A page that tells how to do an entry keeps within the doses of that entry's own file.
pub(super) fn pages_keep_within_doses(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    for (file, list, number, section) in inspection.sections() {
        let Some(Doing { entry, position, claims }) = &section.does else { continue };
        let Some(allowed) = allowed(inspection, entry) else { continue };
        let allowed = allowed.iter().filter(|way| position.is_none_or(|position| way.positions.contains(&position)));
        let allowed: Vec<&Allowed> = allowed.collect();
        for (place, Claim { text, .. }) in claims.open().iter().enumerate() {
            if let Some(told) = beyond(text, &[], &allowed) {
                let steps = steps![list, number, "does", "claims", place, "text"];
                let message = format!("{told} is none of the doses of {entry}");
                file.report(&steps, message, "tell what its file tells, or correct that", problems);
            }
        }
    }
}

/// What a dispute about the dose says is shown here is what the ways say.
pub(super) fn disputes_show_the_dose(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    let of_pressing = |ways: &[Way]| {
        let for_all = inspection.manifest().into_iter().flat_map(|manifest| {
            let (once, seconds) = (Span { min: 1, max: 1 }, manifest.session.seconds_a_side_at_most);
            let allowed = |span| Allowed { positions: Vec::new(), seconds: span, in_all: 0, per_day: once };
            [Span { min: seconds, max: seconds }, manifest.first_time.hold_seconds].map(allowed)
        });
        of_pressing(ways).into_iter().chain(for_all).collect::<Vec<_>>()
    };
    let mut look = |file: &CheckedFile<'_>, disputes: &[Dispute], easier: &[WayClaim], allowed: Vec<Allowed>| {
        let shown = |dispute: &Dispute| {
            let easier: Vec<(u32, u32)> = easier.iter().flat_map(|claim| durations(&claim.text)).collect();
            beyond(dispute.shown.open(), &easier, &allowed.iter().collect::<Vec<_>>())
        };
        for (place, dispute) in disputes.iter().enumerate().filter(|(_, it)| it.about == Subject::Dose) {
            if let Some(told) = shown(dispute) {
                let message = format!("{told} is none of the doses of its ways");
                file.report(
                    &steps!["disputes", place, "shown"],
                    message,
                    "show what the ways tell, or correct them",
                    problems,
                );
            }
        }
    };
    for Parsed { file, content } in &inspection.points {
        look(file, &content.disputes, &[], of_pressing(content.ways.open()));
    }
    for Parsed { file, content } in &inspection.techniques {
        look(file, &content.disputes, &[], of_pressing(content.ways.open()));
    }
    for Parsed { file, content } in &inspection.stretches {
        look(file, &content.disputes, content.easier.open(), of_stretching(content.ways.open()));
    }
}

/// What a clinician is asked is what is told once they agreed: "for 10 minutes" beside a limit of as much.
pub(super) fn questions_ask_for_their_limit(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    for (file, place, rule) in inspection.rules() {
        let most = rule.limit.as_ref().and_then(|limit| limit.hold_seconds_at_most).map(u32::from);
        let asked = rule.ask_what.as_deref().map(durations).unwrap_or_default();
        if asked.iter().any(|span| Some(span.1) != most) {
            let remedy = "ask for what `limit.hold_seconds_at_most` allows";
            file.report(&steps!["rules", place, "ask_what"], "asks for another time than its limit", remedy, problems);
        }
    }
}

/// What of a text none of these ways allows, nor is among these `other` times, in words.
fn beyond(text: &str, other: &[(u32, u32)], allowed: &[&Allowed]) -> Option<String> {
    let in_span = |(least, most): (u32, u32), span: Span| least >= span.min.into() && most <= span.max.into();
    let is_dose = |time: (u32, u32)| {
        other.contains(&time) || allowed.iter().any(|way| in_span(time, way.seconds) || time.1 == way.in_all)
    };
    let strange = durations(text).into_iter().find(|time| !is_dose(*time));
    let too_often = times_a_day(text).filter(|times| !allowed.iter().any(|way| in_span(*times, way.per_day)));
    let span = |(least, most): (u32, u32)| if least == most { least.to_string() } else { format!("{least} to {most}") };
    let time = strange.map(|time| format!("{} s", span(time)));
    time.or_else(|| too_often.map(|times| format!("{} times a day", span(times))))
}

fn allowed(inspection: &Inspection<'_>, id: &str) -> Option<Vec<Allowed>> {
    let point = inspection.ask_point(id, |point| of_pressing(point.ways.open()));
    let stretch = || inspection.ask_stretch(id, |stretch| of_stretching(stretch.ways.open()));
    let technique = || inspection.ask_technique(id, |technique| of_pressing(technique.ways.open()));
    point.or_else(stretch).or_else(technique)
}

fn of_pressing(ways: &[Way]) -> Vec<Allowed> {
    let allowed = |way: &Way| Allowed {
        positions: way.positions.clone(),
        seconds: way.hold_seconds,
        in_all: u32::from(way.hold_seconds.max) * u32::from(way.rounds.max),
        per_day: way.per_day,
    };
    ways.iter().map(allowed).collect()
}

fn of_stretching(ways: &[StretchWay]) -> Vec<Allowed> {
    let allowed = |way: &StretchWay| Allowed {
        positions: way.positions.clone(),
        seconds: way.dosage.hold_seconds,
        in_all: u32::from(way.dosage.hold_seconds.max) * u32::from(way.dosage.repetitions.max),
        per_day: way.dosage.per_day,
    };
    ways.iter().map(allowed).collect()
}
