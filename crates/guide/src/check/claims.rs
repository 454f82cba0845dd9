//! Checks on sentences and their sources.

use std::collections::BTreeSet;

use super::inspection::Inspection;
use super::locate::{PathStep, steps};
use super::outline::{Field, Node};
use super::problem::Problem;
use crate::model::Kind;

/// An editorial claim says why; every other claim names a source.
pub(super) fn claims_have_grounds(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    for (file, field) in inspection.fields().filter(|(_, field)| field.key() == Some("basis")) {
        let (Some(basis), Some((_, claim))) = (field.text(), field.steps.split_last()) else { continue };
        let beside = |key| file.outline.at(claim, key);
        let sourced = beside("sources").is_some_and(|it| matches!(it.node, Node::List(1..)));
        let reasoned = beside("why").and_then(Field::text).is_some_and(|why| !why.trim().is_empty());
        let (message, remedy) = match (basis == "editorial", reasoned) {
            (true, false) => ("an editorial claim without its `why`", "say why"),
            (false, _) if !sourced => ("a claim without a source", "name at least one source"),
            (false, true) => {
                ("a `why` on a claim that is not editorial", "take the `why` out, or make the basis editorial")
            }
            _ => continue,
        };
        file.report(claim, message, remedy, problems);
    }
}

/// Every source that is cited exists, as far as their files can be read.
pub(super) fn sources_exist(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    if inspection.has_a_broken_file_of_sources() {
        return;
    }
    let own: BTreeSet<&str> = inspection.entries(Kind::Source).map(|listed| listed.entry.id()).collect();
    for file in inspection.files() {
        for (field, id) in file.outline.citations().filter(|(_, id)| !own.contains(id)) {
            inspection.demand((Kind::Source, id), file, &field.steps, problems);
        }
    }
}

/// Every source is cited somewhere.
pub(super) fn sources_are_cited(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    if inspection.has_a_broken_file() {
        return;
    }
    let cited: BTreeSet<&str> =
        inspection.files().flat_map(|file| file.outline.citations()).map(|(_, id)| id).collect();
    for listed in inspection.entries(Kind::Source).filter(|listed| !cited.contains(listed.entry.id())) {
        let steps: Vec<PathStep<'_>> = listed.steps().chain(steps!["id"]).collect();
        listed.file.report(&steps, "nothing cites this source", "cite it, or take it out", problems);
    }
}
