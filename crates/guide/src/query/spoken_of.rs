//! The entries that speak of something that has no name here.

use std::collections::BTreeSet;

use crate::index::{EntryRow, TextRow};
use crate::model::{Kind, Target};
use crate::screening::Quotable;
use crate::shelf::Catalogue;
use crate::text::search_words;

/// The red flags, precautions and pages in one of whose own sentences every word of a question stands, by id; the two
/// first. Told to whoever declares what this guide names, and has no rules about.
pub(super) fn speaking_of(catalogue: &Catalogue, question: &str) -> Vec<String> {
    const MOST: usize = 2;
    let index = catalogue.search_index();
    let asked: Vec<String> = index.terms_in(question).into_iter().map(|term| term.stem).collect();
    // As it was typed: "pregnanci" is a slip, and no word of any sentence.
    let typed: Vec<String> = search_words(question).collect();
    let says_all = |row: &TextRow<'_>, entry: Target<'_>| {
        let text = catalogue.quotable(entry, [row]).next().filter(Quotable::is_open);
        text.is_some_and(|text| text.holds_words(&typed))
    };
    let mut entries: BTreeSet<(usize, &str)> = BTreeSet::new();
    for (number, EntryRow { kind, id, .. }) in index.entries().enumerate().filter(|_| !asked.is_empty()) {
        let kinds = [Kind::RedFlag, Kind::Precaution, Kind::Topic];
        let Some(place) = kinds.iter().position(|it| *it == kind) else { continue };
        let entry = Target { kind, id };
        if index.holds_all(number, &asked) && index.texts_of(number).iter().any(|row| says_all(row, entry)) {
            entries.insert((place, id));
        }
    }
    entries.into_iter().take(MOST).map(|(_, id)| id.to_owned()).collect()
}
