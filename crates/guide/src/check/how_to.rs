//! The check that what is withheld is told nowhere else.

use std::collections::BTreeMap;

use super::inspection::Inspection;
use super::locate::PathStep;
use super::outline::Field;
use super::parse::CheckedFile;
use super::problem::Problem;
use crate::model::Subject;
use crate::text::search_words;

/// So many words in a row are no chance.
const IN_A_ROW: usize = 6;

/// The keys of sentences. Not `label`, by which a way that is struck is named; not `why`, which gives a reason and no steps;
/// not `landmark`, which a step holds.
const SENTENCES: [&str; 13] = [
    "text", "shown", "question", "say", "heading", "about", "ask_what", "ask_whom", "limit", "title", "short",
    "notice", "caption",
];

/// Nothing that everybody reads shares six words in a row with what is withheld from some: how to do something would be told
/// to them after all.
///
/// What sources disagree about counts as how-to where it is about pressure or dose, as it does for a reader.
pub(super) fn open_text_tells_no_how_to(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    let mut withheld: BTreeMap<Vec<String>, &str> = BTreeMap::new();
    for (file, _, text) in sentences(inspection).filter(|(file, field, _)| tells_how_to(file, field)) {
        for words in in_a_row(text) {
            withheld.entry(words).or_insert(file.path);
        }
    }
    for (file, field, text) in sentences(inspection).filter(|(_, field, _)| !field.is_sealed) {
        let of_base = |words: &[String]| inspection.base.and_then(|base| base.how_to_with(words));
        let shared = in_a_row(text).into_iter().find_map(|words| {
            let path = withheld.get(&words).map(|path| (*path).to_owned()).or_else(|| of_base(&words))?;
            Some((path, words))
        });
        if let Some((where_withheld, words)) = shared {
            let message = format!("{:?} stands in how-to of {where_withheld} too", words.join(" "));
            let remedy = "say it otherwise, or put it where it is screened: into a way, or into `does`";
            file.report(&field.steps, message, remedy, problems);
        }
    }
}

fn sentences<'i, 't>(
    inspection: &'i Inspection<'t>,
) -> impl Iterator<Item = (&'i CheckedFile<'t>, &'i Field<'t>, &'i str)> {
    let texts = inspection.files().flat_map(|file| file.outline.texts().map(move |(field, text)| (file, field, text)));
    texts.filter(|(_, field, _)| field.key().is_some_and(|key| SENTENCES.contains(&key)))
}

/// Whether a sentence tells how to do something: all that is sealed, but for disputes about other things.
fn tells_how_to(file: &CheckedFile<'_>, field: &Field<'_>) -> bool {
    let [PathStep::Key(list), number @ PathStep::Item(_), ..] = field.steps.as_slice() else { return field.is_sealed };
    if list != "disputes" {
        return field.is_sealed;
    }
    let about = file.outline.at(&[PathStep::from("disputes"), number.clone()], "about").and_then(Field::text);
    field.is_sealed && about.and_then(Subject::parse).is_some_and(Subject::tells_how_to)
}

/// Each run of words, as they are compared.
fn in_a_row(text: &str) -> Vec<Vec<String>> {
    let words: Vec<String> = search_words(text).collect();
    words.windows(IN_A_ROW).map(<[String]>::to_vec).collect()
}
