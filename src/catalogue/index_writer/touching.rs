//! The precautions that touch an entry, whoever reads it: judged as a reader is judged.

use std::collections::{BTreeMap, BTreeSet};

use super::super::index_rows::{rule, ways};
use super::super::judge::{Facets, Level, judge_alone};

/// The precautions, each with its rules.
pub(super) struct Precautions<'t> {
    rows: &'t BTreeSet<Vec<String>>,
    /// Id → its rules, as they stand in the index.
    rules: BTreeMap<&'t str, Vec<String>>,
}

impl<'t> Precautions<'t> {
    pub(super) fn new(rows: &'t BTreeSet<Vec<String>>, all_rules: &'t BTreeSet<Vec<String>>) -> Self {
        let mut rules: BTreeMap<&str, Vec<String>> = BTreeMap::new();
        for (id, rest) in all_rules.iter().filter_map(|row| row.split_first()) {
            rules.entry(id).or_default().push(rest.join("\t"));
        }
        Self { rows, rules }
    }

    /// `id=short` of the precautions that would close an entry, and of those that would have a clinician asked.
    pub(super) fn that_touch(&self, facets: &Facets<'_>) -> [String; 2] {
        let mut avoid_if = Vec::new();
        let mut ask_if = Vec::new();
        for precaution in self.rows {
            let [id, _, short, red_flag, ..] = precaution.as_slice() else { continue };
            let rules = self.rules.get(id.as_str()).into_iter().flatten().filter_map(|row| rule(id, row));
            match judge_alone(facets, rules, !red_flag.is_empty()) {
                Some(Level::Avoid) => avoid_if.push(format!("{id}={short}")),
                Some(Level::Ask) => ask_if.push(format!("{id}={short}")),
                _ => {}
            }
        }
        [avoid_if.join(";"), ask_if.join(";")]
    }
}

pub(super) fn facets_of_point(row: &[String]) -> Facets<'_> {
    let field = |place: usize| row.get(place).map(String::as_str).unwrap_or_default();
    Facets { kind: "point", id: field(0), regions: field(6), area: field(7), ways: ways(field(10)) }
}

pub(super) fn facets_of_practice(row: &[String]) -> Facets<'_> {
    let field = |place: usize| row.get(place).map(String::as_str).unwrap_or_default();
    Facets { kind: field(1), id: field(0), regions: field(3), area: "", ways: ways(field(5)) }
}
