//! Checks on ids, codes, names and aliases.

use std::collections::BTreeMap;

use serde_json::Value;

use super::{Doc, Inspection, Problem, Step, report};
use crate::catalogue::Kind;
use crate::catalogue::fold::fold;

/// Every id, code, name and alias leads to one entry only.
pub(super) fn ids_and_names_are_unique(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    let mut owners: BTreeMap<String, &str> = BTreeMap::new();
    for (doc, steps, name) in Kind::ALL.into_iter().flat_map(|kind| inspection.of(kind)).flat_map(names) {
        let owner = *owners.entry(fold(name)).or_insert(doc.path);
        if owner != doc.path {
            let message = format!("{name:?} is already a name of {owner}");
            report(doc, &steps, message, "give each name to one entry only", problems);
        }
    }
}

/// Every meaning of a homonym is an entry.
pub(super) fn homonyms_lead_to_entries(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    let Some(doc) = inspection.doc("homonyms.json") else { return };
    for (place, homonym) in doc.list("").iter().enumerate() {
        let choices = homonym.get("choices").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
        for (number, choice) in choices.iter().enumerate() {
            let id = choice.get("entry").and_then(Value::as_str).unwrap_or_default();
            if !Kind::ALL.into_iter().any(|kind| inspection.has(kind, id)) {
                let steps = super::steps![place, "choices", number, "entry"];
                report(doc, &steps, format!("no entry is called {id:?}"), "name an entry that is there", problems);
            }
        }
    }
}

/// Every name of an entry, with the steps to it.
fn names<'d, 't>(doc: &'d Doc<'t>) -> Vec<(&'d Doc<'t>, Vec<Step>, &'d str)> {
    let single = ["/code", "/who_code", "/id", "/names/pinyin_plain", "/names/hanzi/traditional", "/names/hanzi/simplified"];
    let lists = ["/aliases", "/names/english"];
    let steps_of = |pointer: &str| pointer.split('/').skip(1).map(Step::from).collect::<Vec<_>>();
    let mut names: Vec<_> = single
        .into_iter()
        .filter_map(|pointer| Some((doc, steps_of(pointer), doc.value.pointer(pointer)?.as_str()?)))
        .collect();
    for pointer in lists {
        for (place, name) in doc.list(pointer).iter().enumerate() {
            if let Some(name) = name.as_str() {
                let mut steps = steps_of(pointer);
                steps.push(Step::Item(place));
                names.push((doc, steps, name));
            }
        }
    }
    names
}
