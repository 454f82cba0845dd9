//! The precautions that touch an entry, whoever reads it: judged as a reader is judged.

use std::collections::BTreeSet;

use super::super::index_rows::{rule, ways};
use super::super::judge::{Facets, Level, judge_alone};

/// `id=short` of the precautions that would close an entry, and of those that would have a clinician asked.
pub(super) fn touching(
    facets: &Facets<'_>,
    precautions: &BTreeSet<Vec<String>>,
    all_rules: &BTreeSet<Vec<String>>,
) -> [String; 2] {
    let mut avoid_if = Vec::new();
    let mut ask_if = Vec::new();
    for precaution in precautions {
        let [id, _, short, red_flag, ..] = precaution.as_slice() else { continue };
        let own = all_rules.iter().filter_map(|row| row.split_first()).filter(|(first, _)| *first == id);
        let rows: Vec<String> = own.map(|(_, rest)| rest.join("\t")).collect();
        let rules = rows.iter().filter_map(|row| rule(id, row));
        match judge_alone(facets, rules, !red_flag.is_empty()) {
            Some(Level::Avoid) => avoid_if.push(format!("{id}={short}")),
            Some(Level::Ask) => ask_if.push(format!("{id}={short}")),
            _ => {}
        }
    }
    [avoid_if.join(";"), ask_if.join(";")]
}

pub(super) fn facets_of_point(row: &[String]) -> Facets<'_> {
    let field = |place: usize| row.get(place).map(String::as_str).unwrap_or_default();
    Facets { kind: "point", id: field(0), regions: field(6), area: field(7), ways: ways(field(10)) }
}

pub(super) fn facets_of_practice(row: &[String]) -> Facets<'_> {
    let field = |place: usize| row.get(place).map(String::as_str).unwrap_or_default();
    Facets { kind: field(1), id: field(0), regions: field(3), area: "", ways: ways(field(5)) }
}
