//! Checks on ids, codes, names and aliases.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::{Doc, Inspection, Problem, Step, report};
use crate::catalogue::Kind;
use crate::catalogue::files::ROUTINES;
use crate::catalogue::fold::fold;
use crate::catalogue::index_writer::{
    ALIASES, NAME_LISTS_OF_POINT, NAMES_OF_ENTRY, NAMES_OF_POINT, NAMES_OF_RED_FLAG, NAMES_OF_SOURCE, folder,
};
use crate::screening::NOTHING_APPLIES;

/// Every name by which an entry is found leads to it alone: id, code, title, pinyin, hanzi and alias. A code counts as each
/// of its spellings.
pub(super) fn ids_and_names_are_unique(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    let letters = letters_of_prefixes(inspection);
    let mut owners: BTreeMap<String, &str> = BTreeMap::new();
    for (doc, steps, name) in
        ours_first(inspection, Kind::ALL.into_iter().flat_map(|kind| inspection.of(kind))).flat_map(names)
    {
        let key = canonical(fold(name), &letters);
        let owner = if key.is_empty() { doc.path } else { *owners.entry(key).or_insert(doc.path) };
        if owner != doc.path {
            let message = format!("{name:?} is already a name of {owner}");
            report(doc, &steps, message, "give each name to one entry only", problems);
        }
    }
}

/// A routine is found by its id and its title.
pub(super) fn names_of_routines_are_unique(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    let mut owners: BTreeMap<String, &str> = BTreeMap::new();
    for doc in ours_first(inspection, inspection.below(ROUTINES)) {
        for key in ["id", "title"] {
            let name = doc.text(&format!("/{key}"));
            let owner = *owners.entry(fold(name)).or_insert(doc.path);
            if owner != doc.path {
                let message = format!("{name:?} is already a name of {owner}");
                report(doc, &super::steps![key], message, "give each name to one routine only", problems);
            }
        }
    }
}

/// A region or area is found by its id, by whoever asks for a part of the body and by rules.
pub(super) fn regions_and_areas_differ(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    let Some(doc) = inspection.doc("catalogue.json") else { return };
    let mut taken = BTreeSet::new();
    for (place, region) in doc.list("/regions").iter().enumerate() {
        let areas = region.get("areas").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
        let of_areas = areas
            .iter()
            .enumerate()
            .map(|(number, area)| (area, super::steps!["regions", place, "areas", number, "id"].to_vec()));
        let of_region = (region, super::steps!["regions", place, "id"].to_vec());
        for (named, steps) in [of_region].into_iter().chain(of_areas) {
            let id = named.get("id").and_then(Value::as_str).unwrap_or_default();
            if !taken.insert(fold(id)) {
                report(doc, &steps, format!("{id:?} is another region or area"), "use an id of its own", problems);
            }
        }
    }
}

/// The documents that are ours, then those that were added, so that what is wrong is told of what can be changed.
fn ours_first<'i, 't: 'i>(
    inspection: &'i Inspection<'t>,
    docs: impl Iterator<Item = &'i Doc<'t>>,
) -> impl Iterator<Item = &'i Doc<'t>> {
    let (added, ours): (Vec<_>, Vec<_>) = docs.partition(|doc| inspection.added.contains(doc.path));
    ours.into_iter().chain(added)
}

/// Folded prefix of a code → the folded letters in use here.
fn letters_of_prefixes(inspection: &Inspection<'_>) -> BTreeMap<String, String> {
    let mut letters = BTreeMap::new();
    for (_, _, meridian) in inspection.meridians() {
        let prefixes = meridian.get("prefixes").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
        let in_use = fold(meridian.get("letters").and_then(Value::as_str).unwrap_or_default());
        letters.extend(prefixes.iter().filter_map(Value::as_str).map(|prefix| (fold(prefix), in_use.clone())));
    }
    letters
}

/// What a folded name is looked up as: a code with any prefix in use is the code with the letters in use here.
fn canonical(folded: String, letters: &BTreeMap<String, String>) -> String {
    let is_digit = |c: char| c.is_ascii_digit();
    let Some((prefix, number)) = folded.find(is_digit).and_then(|digits| folded.split_at_checked(digits)) else {
        return folded;
    };
    match letters.get(prefix) {
        Some(letters) if number.chars().all(is_digit) => format!("{letters}{number}"),
        _ => folded,
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

/// A homonym may be a spelling of a point's name, but an id, a code, and any name of another entry must lead there.
pub(super) fn homonyms_leave_ids_alone(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    let Some(doc) = inspection.doc("homonyms.json") else { return };
    let of_points = inspection.of(Kind::Point).map(|doc| (doc, super::steps!["code"].to_vec(), doc.stem()));
    let others = Kind::ALL.into_iter().filter(|kind| *kind != Kind::Point).flat_map(|kind| inspection.of(kind));
    let taken: BTreeMap<String, _> =
        of_points.chain(others.flat_map(names)).map(|(doc, steps, name)| (fold(name), (doc, steps, name))).collect();
    for (place, homonym) in doc.list("").iter().enumerate() {
        let names = homonym.get("names").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
        for (number, name) in names.iter().filter_map(Value::as_str).enumerate() {
            match taken.get(&fold(name)) {
                Some((owner, steps, name)) if inspection.added.contains(owner.path) => {
                    let message = format!("{name:?} has several meanings already, in {}", doc.path);
                    report(owner, steps, message, "use another word", problems);
                }
                Some((owner, ..)) => {
                    let steps = super::steps![place, "names", number];
                    let message = format!("{name:?} leads to {} already", owner.path);
                    report(doc, &steps, message, "take it out here, or there", problems);
                }
                None => {}
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

/// Every name by which the index finds an entry, with the steps to it.
fn names<'d, 't>(doc: &'d Doc<'t>) -> Vec<(&'d Doc<'t>, Vec<Step<'static>>, &'d str)> {
    let (single, lists): (&[&'static str], &[&'static str]) = match folder(doc.path) {
        "points" => (&NAMES_OF_POINT, &NAME_LISTS_OF_POINT),
        "sources" => (&NAMES_OF_SOURCE, &[]),
        "red-flags" => (&NAMES_OF_RED_FLAG, &[ALIASES]),
        _ => (&NAMES_OF_ENTRY, &[ALIASES]),
    };
    let steps_of = |pointer: &'static str| pointer.split('/').skip(1).map(Step::from).collect::<Vec<_>>();
    let of_single = single.iter().filter_map(|pointer| Some((steps_of(pointer), doc.value.pointer(pointer)?)));
    let of_lists = lists.iter().flat_map(|pointer| {
        doc.list(pointer).iter().enumerate().map(move |(place, name)| {
            let mut steps = steps_of(pointer);
            steps.push(Step::Item(place));
            (steps, name)
        })
    });
    let all = of_single.chain(of_lists);
    all.filter_map(|(steps, name)| Some((doc, steps, name.as_str()?))).collect()
}
