//! Phrases that name a sign or a precaution wherever their words stand close together in a question.

use std::collections::{BTreeMap, BTreeSet};

use super::search::SearchIndex;
use super::search_rows::{Phrase, PhraseTerm, PhrasesRow};
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
fn stand_in(question: &[PhraseTerm], first: PhraseTerm, others: &[PhraseTerm]) -> bool {
    let window = 1 + others.len() + MOST_BETWEEN;
    let holds_all = |window: &[PhraseTerm]| window.contains(&first) && others.iter().all(|term| window.contains(term));
    holds_all(question) && (question.len() <= window || question.windows(window).any(holds_all))
}

/// What the phrases in a question name.
#[derive(Debug, Default)]
pub(crate) struct NamedByPhrases<'i> {
    /// The entries, each with how many terms the longest phrase has that names it.
    pub(crate) named: Vec<(Target<'i>, usize)>,
    /// The entries of which a phrase tells that something else is meant.
    pub(crate) not_meant: Vec<Target<'i>>,
}

/// What the phrases in the terms of a question name.
pub(crate) fn named_by_phrases<'i>(index: &'i SearchIndex, terms: &[Term]) -> NamedByPhrases<'i> {
    let number = |stem: &str| index.number_of(stem);
    // What stands nowhere is in no phrase; it still lies between others.
    let question: Vec<PhraseTerm> =
        terms.iter().map(|term| phrase_term(term, number).unwrap_or(PhraseTerm::MAX)).collect();
    let (mut named, mut not_meant) = (BTreeMap::new(), BTreeSet::new());
    for (term, number) in terms.iter().zip(&question) {
        let row = index.phrases_of(&term.stem);
        let begin_here = row.iter().flat_map(PhrasesRow::phrases).filter(|it| it.is_denied == term.is_denied);
        for Phrase { entry, is_unless, others, .. } in begin_here.filter(|it| stand_in(&question, *number, it.others)) {
            if is_unless {
                not_meant.insert(entry);
            } else {
                let longest: &mut usize = named.entry(entry).or_default();
                *longest = (1 + others.len()).max(*longest);
            }
        }
    }
    if named.is_empty() && not_meant.is_empty() {
        return NamedByPhrases::default();
    }
    let entries: Vec<Target<'i>> = index.entries().map(|row| Target { kind: row.kind, id: row.id }).collect();
    NamedByPhrases {
        named: named.into_iter().filter_map(|(entry, terms)| Some((*entries.get(entry)?, terms))).collect(),
        not_meant: not_meant.into_iter().filter_map(|entry| entries.get(entry).copied()).collect(),
    }
}
