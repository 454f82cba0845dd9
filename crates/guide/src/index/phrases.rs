//! Phrases that name a sign or a precaution wherever their words stand close together in a question.

use super::search::SearchIndex;
use super::search_rows::{PhraseTerm, PhrasesOf};
use crate::model::Target;
use crate::text::Term;

/// So many other terms may stand between those of a phrase: "numb and cold all over between the legs".
const MOST_BETWEEN: usize = 4;

/// The terms of a phrase; nothing where one of them stands nowhere.
pub(super) fn phrase(terms: &[Term], number: impl Fn(&str) -> Option<usize>) -> Option<Vec<PhraseTerm>> {
    let terms = terms.iter().map(|term| phrase_term(term, &number));
    let mut terms = terms.collect::<Option<Vec<PhraseTerm>>>()?;
    terms.sort_unstable();
    terms.dedup();
    Some(terms)
}

fn phrase_term(term: &Term, number: impl Fn(&str) -> Option<usize>) -> Option<PhraseTerm> {
    number(&term.stem).map(|number| 2 * number + usize::from(term.is_denied))
}

/// Whether the terms of a phrase stand close together in a question, whatever their order.
fn stands_in(phrase: &[PhraseTerm], question: &[PhraseTerm]) -> bool {
    let window = phrase.len() + MOST_BETWEEN;
    let mut windows = (0..question.len()).filter_map(|begin| question.get(begin..)?.chunks(window).next());
    windows.any(|window| phrase.iter().all(|term| window.contains(term)))
}

/// The entries that phrases in the terms of a question name, each with how many terms of its longest one there are.
pub(crate) fn named_by_phrases<'i>(index: &'i SearchIndex, terms: &[Term]) -> Vec<(Target<'i>, usize)> {
    let number = |stem: &str| index.number_of(stem);
    // What stands nowhere is in no phrase; it still lies between others.
    let question: Vec<PhraseTerm> =
        terms.iter().map(|term| phrase_term(term, number).unwrap_or(PhraseTerm::MAX)).collect();
    let longest = |of: &PhrasesOf| of.phrases.iter().filter(|phrase| stands_in(phrase, &question)).map(Vec::len).max();
    let found: Vec<(usize, usize)> = index.phrases().iter().filter_map(|of| Some((of.entry, longest(of)?))).collect();
    if found.is_empty() {
        return Vec::new();
    }
    let entries: Vec<Target<'i>> = index.entries().map(|row| Target { kind: row.kind, id: row.id }).collect();
    found.into_iter().filter_map(|(entry, terms)| Some((*entries.get(entry)?, terms))).collect()
}
