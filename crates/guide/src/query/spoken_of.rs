//! The entries that speak of something that has no name here.

use std::collections::BTreeSet;

use crate::model::Kind;
use crate::shelf::Catalogue;
use crate::text::search_words;

/// The red flags, precautions and pages in one of whose own sentences every word of a question stands, by id; the two
/// first. Told to whoever declares what this guide names, and has no rules about.
pub(super) fn speaking_of(catalogue: &Catalogue, question: &str) -> Vec<String> {
    const MOST: usize = 2;
    let index = catalogue.search_index();
    let holding = |word: String| -> BTreeSet<usize> {
        let exact = index.words_from(&word).take_while(|row| row.word == word);
        exact.flat_map(|row| row.texts).collect()
    };
    let mut words = search_words(question).map(holding);
    let Some(first) = words.next() else { return Vec::new() };
    let texts = words.fold(first, |texts, word| &texts & &word);
    let open = texts.iter().filter(|text| catalogue.quotable(**text).is_some_and(|text| text.is_open()));
    let entries: BTreeSet<(usize, &str)> = open
        .filter_map(|text| index.entry_of(*text))
        .filter_map(|(_, entry)| {
            let kinds = [Kind::RedFlag, Kind::Precaution, Kind::Topic];
            Some((kinds.iter().position(|kind| *kind == entry.kind)?, entry.id))
        })
        .collect();
    entries.into_iter().take(MOST).map(|(_, id)| id.to_owned()).collect()
}
