//! The precautions that touch an entry, whoever reads it: judged as a reader is judged.

use std::collections::{BTreeMap, BTreeSet};

use super::super::index_rows::{rule, ways};
use super::super::judge::{Facets, Level, Rule, judge_alone};

/// The precautions, each with its rules, read once for all entries.
pub(super) struct Precautions<'t>(Vec<Touching<'t>>);

struct Touching<'t> {
    /// `id=short`
    named: String,
    raises_red_flag: bool,
    rules: Vec<Rule<'t>>,
}

/// Precaution and rest of each rule, as they stand in the index.
pub(super) fn rows_of_rules(rules: &BTreeSet<Vec<String>>) -> Vec<(&str, String)> {
    rules.iter().filter_map(|row| row.split_first()).map(|(id, rest)| (id.as_str(), rest.join("\t"))).collect()
}

impl<'t> Precautions<'t> {
    pub(super) fn new(precautions: &BTreeSet<Vec<String>>, rules: &'t [(&'t str, String)]) -> Self {
        let mut of_precaution: BTreeMap<&str, Vec<Rule<'t>>> = BTreeMap::new();
        for rule in rules.iter().filter_map(|(id, rest)| rule(id, rest)) {
            of_precaution.entry(rule.precaution).or_default().push(rule);
        }
        let touching = |row: &Vec<String>| {
            let [id, _, short, red_flag, ..] = row.as_slice() else { return None };
            let rules = of_precaution.remove(id.as_str()).unwrap_or_default();
            Some(Touching { named: format!("{id}={short}"), raises_red_flag: !red_flag.is_empty(), rules })
        };
        Self(precautions.iter().filter_map(touching).collect())
    }

    /// `id=short` of the precautions that would close an entry, and of those that would have a clinician asked.
    pub(super) fn that_touch(&self, facets: &Facets<'_>) -> [String; 2] {
        let mut avoid_if = Vec::new();
        let mut ask_if = Vec::new();
        for Touching { named, raises_red_flag, rules } in &self.0 {
            match judge_alone(facets, rules.iter().copied(), *raises_red_flag) {
                Some(Level::Avoid) => avoid_if.push(named.as_str()),
                Some(Level::Ask) => ask_if.push(named.as_str()),
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
