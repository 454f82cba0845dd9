//! Checks on ids, codes, names and aliases.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::{Doc, Inspection, Problem, Step, report};
use crate::catalogue::Kind;
use crate::catalogue::fold::fold;
use crate::screening::NOTHING_APPLIES;

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

/// A homonym may be a spelling of a point's name, but an id, a code or a declared word must lead to its entry.
pub(super) fn homonyms_leave_ids_alone(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    let Some(doc) = inspection.doc("homonyms.json") else { return };
    let entries = Kind::ALL.into_iter().flat_map(|kind| inspection.of(kind));
    let mut taken: BTreeMap<String, &str> = entries.map(|doc| (fold(doc.stem()), doc.path)).collect();
    for precaution in inspection.of(Kind::Precaution) {
        for alias in precaution.list("/aliases").iter().filter_map(Value::as_str) {
            taken.insert(fold(alias), precaution.path);
        }
    }
    for (place, homonym) in doc.list("").iter().enumerate() {
        let names = homonym.get("names").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
        for (number, name) in names.iter().filter_map(Value::as_str).enumerate() {
            if let Some(owner) = taken.get(&fold(name)) {
                let steps = super::steps![place, "names", number];
                let message = format!("{name:?} leads to {owner} already");
                report(doc, &steps, message, "take it out here, or there", problems);
            }
        }
    }
}

/// The word that declares that nothing applies cannot also declare something.
pub(super) fn none_declares_nothing(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    for (doc, steps, name) in inspection.of(Kind::Precaution).flat_map(names) {
        if fold(name) == NOTHING_APPLIES {
            report(doc, &steps, format!("{name:?} declares that nothing applies"), "use another word", problems);
        }
    }
}

/// A prefix of a code leads to one meridian.
pub(super) fn prefixes_are_unique(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    let mut owners: BTreeMap<String, usize> = BTreeMap::new();
    for (place, (doc, mut steps, meridian)) in inspection.meridians().enumerate() {
        steps.push("prefixes".into());
        let prefixes = meridian.get("prefixes").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
        for (number, prefix) in prefixes.iter().filter_map(Value::as_str).enumerate() {
            if *owners.entry(fold(prefix)).or_insert(place) != place {
                let steps = [steps.as_slice(), &[number.into()]].concat();
                let message = format!("{prefix:?} is a prefix of another meridian");
                report(doc, &steps, message, "give each prefix to one meridian only", problems);
            }
        }
    }
}

/// An id and its letters lead to one meridian.
pub(super) fn meridians_differ(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    let mut taken = BTreeSet::new();
    for (doc, mut steps, meridian) in inspection.meridians() {
        for key in ["id", "letters"] {
            let name = meridian.get(key).and_then(Value::as_str).unwrap_or_default();
            if !taken.insert((key, name)) {
                steps.push(key.into());
                report(doc, &steps, format!("{name:?} is another meridian's {key}"), "use one of its own", problems);
                break;
            }
        }
    }
}

/// Every name of an entry, with the steps to it.
fn names<'d, 't>(doc: &'d Doc<'t>) -> Vec<(&'d Doc<'t>, Vec<Step<'static>>, &'d str)> {
    let single =
        ["/code", "/who_code", "/id", "/names/pinyin_plain", "/names/hanzi/traditional", "/names/hanzi/simplified"];
    let lists = ["/aliases", "/names/english"];
    let steps_of = |pointer: &'static str| pointer.split('/').skip(1).map(Step::from).collect::<Vec<_>>();
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
