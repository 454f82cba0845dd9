//! Checks on precautions and their rules.

use std::collections::BTreeSet;

use serde_json::Value;

use super::{Doc, Inspection, Problem, report, steps};
use crate::catalogue::Kind;
use crate::catalogue::files::RULES;
use crate::catalogue::index::Index;
use crate::catalogue::index_writer::facets;

/// `adapt` says within which limit, `ask` says whom and what.
pub(super) fn rules_are_complete(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    for (doc, place, rule) in rules(inspection) {
        let has = |key| rule.get(key).is_some_and(|value| !value.is_null());
        let limit = rule.get("limit").and_then(Value::as_object);
        let limited = limit.is_some_and(|limit| limit.values().any(|value| !value.is_null()));
        match rule.get("level").and_then(Value::as_str) {
            Some("adapt") if !limited => {
                let message = "a rule of level adapt without a limit";
                report(doc, &steps!["rules", place], message, "say within which limit", problems);
            }
            Some("ask") if !(has("ask_whom") && has("ask_what")) => {
                let message = "a rule of level ask that does not say whom to ask, or what";
                report(doc, &steps!["rules", place], message, "add `ask_whom` and `ask_what`", problems);
            }
            _ => {}
        }
    }
}

/// Whether something of this id is there.
type Exists<'i> = &'i dyn Fn(&str) -> bool;

/// The entries, kinds, regions and areas that a rule names are there.
pub(super) fn rules_name_what_exists(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    const SHOWN: [Kind; 4] = [Kind::Point, Kind::Stretch, Kind::Technique, Kind::Topic];
    let is_entry = |id: &str| SHOWN.into_iter().any(|kind| inspection.has(kind, id));
    let (regions, areas) = (regions(inspection), areas(inspection));
    for (doc, place, rule) in rules(inspection) {
        let known: [(&str, &str, Exists<'_>); 5] = [
            ("/select/entries", "entry", &is_entry),
            ("/select/kinds", "kind", &|id| Kind::parse(id).is_some()),
            ("/select/regions", "region", &|id| regions.as_ref().is_none_or(|known| known.contains(id))),
            ("/select/areas", "area", &|id| areas.as_ref().is_none_or(|known| known.contains(id))),
            ("/instead", "entry", &is_entry),
        ];
        for (pointer, what, exists) in known {
            let ids = rule.pointer(pointer).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
            for (number, id) in ids.iter().filter_map(Value::as_str).enumerate() {
                if !exists(id) {
                    let mut steps = steps!["rules", place].to_vec();
                    steps.extend(pointer.split('/').skip(1).map(super::Step::from));
                    steps.push(number.into());
                    let remedy = format!("name one that is there, or add the {what}");
                    report(doc, &steps, format!("no {what} is called {id:?}"), &remedy, problems);
                }
            }
        }
    }
}

/// A rule that selects nothing protects nobody.
pub(super) fn rules_select_something(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    let documents = inspection.docs.iter().map(|doc| (doc.path, &doc.value));
    let Ok(tables) = facets::write(documents) else { return };
    let index = Index::from_tables(tables, Vec::new());
    let entries: Vec<_> = index.screened().collect();
    let a_file_is_broken = inspection.docs.len() < inspection.present.len();
    for rule in index.rules() {
        let selects = entries.iter().any(|entry| {
            rule.select.matches_entry(entry)
                && (!rule.select.selects_ways() || entry.ways.iter().any(|way| rule.select.matches_way(way)))
        });
        if !selects
            && !a_file_is_broken
            && let Some((doc, place, _)) = rules_of(inspection, rule.precaution).nth(rule.number)
        {
            let steps = steps!["rules", place, "select"];
            report(doc, &steps, "the rule selects no entry", "correct what it selects, or take it out", problems);
        }
    }
}

/// The red flag that a precaution raises is there.
pub(super) fn red_flags_exist(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    for doc in inspection.of(Kind::Precaution) {
        let id = doc.text("/red_flag");
        if !id.is_empty() && !inspection.has(Kind::RedFlag, id) {
            let remedy = format!("add red-flags/{id}.json, or correct the id");
            report(doc, &steps!["red_flag"], format!("no red flag is called {id:?}"), &remedy, problems);
        }
    }
}

/// More rules are for a precaution that is there.
pub(super) fn more_rules_have_their_precaution(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    for doc in inspection.below(RULES) {
        let id = doc.text("/precaution");
        if !inspection.has(Kind::Precaution, id) {
            let remedy = "name one that is there: sciatica precautions";
            report(doc, &steps!["precaution"], format!("no precaution is called {id:?}"), remedy, problems);
        }
    }
}

/// Every rule, with its document and its place there.
fn rules<'i, 't>(inspection: &'i Inspection<'t>) -> impl Iterator<Item = (&'i Doc<'t>, usize, &'i Value)> {
    inspection.of(Kind::Precaution).chain(inspection.below(RULES)).flat_map(of_document)
}

/// The rules of one precaution, in the order of their numbers.
fn rules_of<'i, 't>(
    inspection: &'i Inspection<'t>,
    precaution: &'i str,
) -> impl Iterator<Item = (&'i Doc<'t>, usize, &'i Value)> {
    let own = inspection.of(Kind::Precaution).filter(move |doc| doc.text("/id") == precaution);
    let more = inspection.below(RULES).filter(move |doc| doc.text("/precaution") == precaution);
    own.chain(more).flat_map(of_document)
}

fn of_document<'i, 't>(doc: &'i Doc<'t>) -> impl Iterator<Item = (&'i Doc<'t>, usize, &'i Value)> {
    doc.list("/rules").iter().enumerate().map(move |(place, rule)| (doc, place, rule))
}

/// The ids of the regions of `catalogue.json`, and of their areas; `None` where it cannot be read.
fn regions<'i>(inspection: &'i Inspection<'_>) -> Option<BTreeSet<&'i str>> {
    Some(ids(inspection.doc("catalogue.json")?.list("/regions")))
}

/// The areas of those regions.
pub(super) fn areas<'i>(inspection: &'i Inspection<'_>) -> Option<BTreeSet<&'i str>> {
    let regions = inspection.doc("catalogue.json")?.list("/regions");
    let areas = regions.iter().filter_map(|region| region.get("areas").and_then(Value::as_array));
    Some(areas.flat_map(|areas| ids(areas)).collect())
}

fn ids(list: &[Value]) -> BTreeSet<&str> {
    list.iter().filter_map(|each| each.get("id").and_then(Value::as_str)).collect()
}
