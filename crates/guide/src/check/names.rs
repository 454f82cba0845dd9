//! Checks on ids, codes, names and aliases.

use std::collections::{BTreeMap, BTreeSet};

use super::inspection::Inspection;
use super::listed::Listed;
use super::locate::steps;
use super::parse::Parsed;
use super::problem::Problem;
use crate::model::files::HOMONYMS;
use crate::model::{FoundBy, Kind};
use crate::screening::NOTHING_APPLIES;
use crate::text::{fold, inserted, words};

/// Every name by which an entry is found leads to it alone: id, code, title, pinyin, hanzi and alias. A code counts as each
/// of its spellings.
pub(super) fn ids_and_names_are_unique(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    // What is not held gives its name up to what is: it differs from its like alone.
    const NOT_HELD: &str = "not held: ";
    let letters = letters_of_prefixes(inspection);
    let of_base = |key: &str| inspection.base.filter(|_| !key.starts_with(NOT_HELD))?.owner_of(key);
    let mut owners = Owners::new(inspection, of_base);
    for (listed, found) in names(inspection, &Kind::ALL) {
        let mut key = canonical(fold(found.name), &letters);
        if listed.number.is_some() {
            key.insert_str(0, NOT_HELD);
        }
        if let Some(owner) = owners.other_than(&listed.called(), key) {
            let message = format!("{:?} is already a name of {owner}", found.name);
            listed.file.report(&listed.steps_to(&found), message, "give each name to one entry only", problems);
        }
    }
}

/// A search takes the everyday words of an entry for names of it, and never shows them: they are no names of anything, and
/// none of its texts says them.
pub(super) fn everyday_words_lead_to_one_entry(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    let letters = letters_of_prefixes(inspection);
    let mut owners = Owners::new(inspection, |key| inspection.base?.owner_of(key));
    for (listed, found) in names(inspection, &Kind::ALL) {
        owners.other_than(&listed.called(), canonical(fold(found.name), &letters));
    }
    for listed in Kind::ALL.into_iter().flat_map(|kind| inspection.entries(kind)) {
        let texts = listed
            .texts()
            .filter(|(field, _)| !field.last_key().is_some_and(|key| key.starts_with("lay")) && !field.cites());
        let texts: Vec<String> = texts.map(|(_, text)| spaced(text)).collect();
        let names: BTreeSet<String> = listed.entry.names().iter().map(|found| fold(found.name)).collect();
        for (number, words) in listed.entry.lay().iter().enumerate() {
            let steps: Vec<_> = listed.steps().chain(steps!["lay", number]).collect();
            let mut report = |message: String, remedy: &str| listed.file.report(&steps, message, remedy, problems);
            if let Some(owner) = owners.other_than(&listed.called(), canonical(fold(words), &letters)) {
                report(format!("{words:?} leads to {owner} already"), "give each phrase to one entry only");
            } else if names.contains(&fold(words)) {
                report(format!("{words:?} is a name of the entry"), "take it out: names are found anyhow");
            } else if texts.iter().any(|text| text.contains(&spaced(words))) {
                report(format!("{words:?} stands in a text of the entry"), "take it out: texts are found anyhow");
            }
        }
    }
}

/// Little words are left out of what is said: where one word is left, that word alone would mean the same, as "year" for
/// "year 7".
pub(super) fn everyday_words_are_more_than_one_of_them(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    let Some(Parsed { file, content }) = &inspection.everyday_words else { return };
    let left_out: BTreeSet<String> = content.left_out.iter().map(|word| fold(word)).collect();
    for (group, same) in content.same.iter().enumerate() {
        let alone: BTreeSet<String> = same.said.iter().chain([&same.means]).map(|said| fold(said)).collect();
        for (number, said) in same.said.iter().enumerate() {
            let all: Vec<String> = words(said).map(fold).collect();
            let left: Vec<&String> =
                all.iter().filter(|word| word.chars().count() > 1 && !left_out.contains(*word)).collect();
            if let [only] = left.as_slice()
                && all.len() > 1
                && !alone.contains(*only)
            {
                let message = format!("of {said:?} only {only:?} would be left, and mean the same");
                file.report(&steps!["same", group, "said", number], message, "say it in `same_in_full`", problems);
            }
        }
    }
}

/// The words of a text with a blank before and behind each.
fn spaced(text: &str) -> String {
    words(text).fold(" ".to_owned(), |all, word| all + &word.to_lowercase() + " ")
}

/// A slip in a word that declares something of ours is an error, with what was meant: it must not become a name of what was
/// added, which declares less.
pub(super) fn added_names_are_no_slips_of_ours(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    let Some(base) = inspection.base else { return };
    for (listed, found) in names(inspection, &[Kind::Precaution]) {
        if let Some(near) = base.nearly_declared(&fold(found.name)) {
            let message = format!("{:?} is one slip from {near:?}, which declares something of ours", found.name);
            listed.file.report(
                &listed.steps_to(&found),
                message,
                "choose a name that nobody types by mistake",
                problems,
            );
        }
    }
}

/// A routine is found by its id and its title.
pub(super) fn names_of_routines_are_unique(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    let mut owners = Owners::new(inspection, |key| inspection.base?.routine_called(key));
    for Parsed { file, content: routine } in &inspection.routines {
        for (key, name) in [("id", &routine.id), ("title", &routine.title)] {
            if let Some(owner) = owners.other_than(file.path, fold(name)) {
                let message = format!("{name:?} is already a name of {owner}");
                file.report(&steps![key], message, "give each name to one routine only", problems);
            }
        }
    }
}

/// The file, or the entry in it, to which each name leads: of the catalogue that is added to before those of this one, so that what is wrong is
/// told of what can be changed.
struct Owners<'i, 't, F> {
    inspection: &'i Inspection<'t>,
    of_base: F,
    by_name: BTreeMap<String, String>,
}

impl<'i, 't, F: Fn(&str) -> Option<String>> Owners<'i, 't, F> {
    fn new(inspection: &'i Inspection<'t>, of_base: F) -> Self {
        Self { inspection, of_base, by_name: BTreeMap::new() }
    }

    /// What a folded name leads to already. What has no letters leads nowhere.
    fn other_than(&mut self, own: &str, name: String) -> Option<&str> {
        if name.is_empty() {
            return None;
        }
        let owner = self.by_name.entry(name).or_insert_with_key(|name| {
            let of_base = (self.of_base)(name).filter(|path| !self.inspection.present.contains(path));
            of_base.unwrap_or_else(|| own.to_owned())
        });
        Some(owner.as_str()).filter(|owner| *owner != own)
    }
}

/// A region or area is found by its id, by whoever asks for a part of the body and by rules.
pub(super) fn regions_and_areas_differ(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    let Some(Parsed { file, content: manifest }) = &inspection.manifest else { return };
    let mut taken = BTreeSet::new();
    for (place, region) in manifest.regions.iter().enumerate() {
        let mut names = vec![(&region.id, steps!["regions", place, "id"].to_vec())];
        let aliases = region.aliases.iter().enumerate();
        names.extend(aliases.map(|(number, it)| (it, steps!["regions", place, "aliases", number].to_vec())));
        for (area_place, area) in region.areas.iter().enumerate() {
            names.push((&area.id, steps!["regions", place, "areas", area_place, "id"].to_vec()));
            names.extend(
                area.aliases.iter().enumerate().map(|(number, it)| {
                    (it, steps!["regions", place, "areas", area_place, "aliases", number].to_vec())
                }),
            );
        }
        for (name, steps) in names {
            if !taken.insert(fold(name)) {
                file.report(&steps, format!("{name:?} is another region or area"), "use a name of its own", problems);
            }
        }
    }
}

/// Folded prefix of a code → the folded letters in use here.
fn letters_of_prefixes(inspection: &Inspection<'_>) -> BTreeMap<String, String> {
    let prefixes = inspection.known_meridians().flat_map(|meridian| {
        let in_use = fold(&meridian.letters);
        meridian.prefixes.iter().map(move |prefix| (fold(prefix), in_use.clone()))
    });
    inserted(prefixes)
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
    let Some(Parsed { file, content: homonyms }) = &inspection.homonyms else { return };
    for (place, homonym) in homonyms.iter().enumerate() {
        for (number, choice) in homonym.choices.iter().enumerate() {
            if !Kind::ALL.into_iter().any(|kind| inspection.has(kind, &choice.entry)) {
                let message = format!("no entry is called {:?}", choice.entry);
                let steps = steps![place, "choices", number, "entry"];
                file.report(&steps, message, "name an entry that is there", problems);
            }
        }
    }
}

/// A homonym may be a spelling of a point's name, but an id, a code, and any name of another entry must lead there.
pub(super) fn homonyms_leave_ids_alone(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    let [point, others @ ..] = &Kind::ALL;
    let codes = names(inspection, std::slice::from_ref(point)).filter(|(_, found)| found.keys == ["code"]);
    let mut taken = BTreeMap::new();
    for (listed, found) in codes.chain(names(inspection, others)) {
        let folded = fold(found.name);
        if inspection.base.is_some_and(|base| base.is_homonym(&folded)) {
            let message = format!("{:?} has several meanings already, in {HOMONYMS}", found.name);
            listed.file.report(&listed.steps_to(&found), message, "use another word", problems);
        }
        taken.insert(folded, listed.file.path);
    }
    let Some(Parsed { file, content: homonyms }) = &inspection.homonyms else { return };
    for (place, homonym) in homonyms.iter().enumerate() {
        for (number, name) in homonym.names.iter().enumerate() {
            if let Some(owner) = taken.get(&fold(name)) {
                let message = format!("{name:?} leads to {owner} already");
                file.report(&steps![place, "names", number], message, "take it out here, or there", problems);
            }
        }
    }
}

/// The word that declares that nothing applies cannot also declare something.
pub(super) fn none_declares_nothing(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    for (listed, found) in names(inspection, &[Kind::Precaution]) {
        if fold(found.name) == NOTHING_APPLIES {
            let message = format!("{:?} declares that nothing applies", found.name);
            listed.file.report(&listed.steps_to(&found), message, "use another word", problems);
        }
    }
}

/// A prefix of a code leads to one meridian.
pub(super) fn prefixes_are_unique(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    let of_base = inspection.base_meridians.iter().flat_map(|meridian| &meridian.prefixes);
    let mut owners: BTreeMap<String, Option<usize>> = inserted(of_base.map(|prefix| (fold(prefix), None)));
    for (place, (file, steps, meridian)) in inspection.meridians().enumerate() {
        for (number, prefix) in meridian.prefixes.iter().enumerate() {
            if *owners.entry(fold(prefix)).or_insert(Some(place)) != Some(place) {
                let steps = [steps.as_slice(), &steps!["prefixes", number]].concat();
                let message = format!("{prefix:?} is a prefix of another meridian");
                file.report(&steps, message, "give each prefix to one meridian only", problems);
            }
        }
    }
}

/// An id and its letters lead to one meridian.
pub(super) fn meridians_differ(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    let of_base = inspection.base_meridians.iter();
    let mut taken: BTreeSet<_> = inserted(of_base.flat_map(|it| [("id", &it.id), ("letters", &it.letters)]));
    for (file, mut steps, meridian) in inspection.meridians() {
        for (key, name) in [("id", &meridian.id), ("letters", &meridian.letters)] {
            if !taken.insert((key, name)) {
                steps.push(key.into());
                let message = format!("{name:?} is another meridian's {key}");
                file.report(&steps, message, "use one of its own", problems);
                break;
            }
        }
    }
}

/// Every name by which an entry of these kinds is found, with that entry.
fn names<'i, 't>(
    inspection: &'i Inspection<'t>,
    kinds: &'i [Kind],
) -> impl Iterator<Item = (Listed<'i, 't>, FoundBy<'i>)> {
    let entries = kinds.iter().flat_map(|kind| inspection.entries(*kind));
    entries.flat_map(|listed| listed.entry.names().into_iter().map(move |found| (listed, found)))
}
