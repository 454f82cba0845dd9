//! What a question tells of the reader: the signs and precautions that it names.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use super::declarations::names_of_declarations_in;
use super::hit::urgency;
use crate::index::named_by_phrases;
use crate::model::{Kind, Target};
use crate::shelf::Catalogue;
use crate::text::Term;

/// The signs and precautions that a question names, the most urgent signs first, each once.
pub(super) fn declared_in<'c>(catalogue: &'c Catalogue, words: &[&str]) -> Vec<Target<'c>> {
    let index = catalogue.search_index();
    let terms = index.terms_in(&words.join(" "));
    // A short name in a long question may be there by chance: "losing weight" is a sign, and what some people plan.
    let tells_most = |run: &str| 2 * index.terms_in(run).len() > terms.len();
    let counts = |target: &Target<'_>, run: &str| target.kind != Kind::RedFlag || tells_most(run);
    let mut found: Vec<(Target<'c>, usize)> = Vec::new();
    for (run, meant) in names_of_declarations_in(catalogue, words) {
        let of_name = index.terms_in(&run);
        // Together with others a word may mean something else, as in "hay fever", or be denied.
        let is_told = |term: &Term| terms.iter().any(|it| it.stem == term.stem && it.is_denied == term.is_denied);
        if !of_name.iter().all(is_told) {
            continue;
        }
        let length = if of_name.len() == terms.len() { usize::MAX } else { of_name.len() };
        let meant = meant.into_iter().filter(|target| counts(target, &run));
        found.extend(meant.map(|target| (target, length)));
    }
    let by_phrases = named_by_phrases(index, &terms);
    found.extend(by_phrases.named);
    // Whoever tells of what is a sign itself has that sign.
    let of_sign = |target: &Target<'c>| {
        let row = catalogue.index().precaution(target.id).filter(|_| target.kind == Kind::Precaution)?;
        row.red_flag.map(|id| Target { kind: Kind::RedFlag, id })
    };
    let implied: Vec<(Target<'c>, usize)> =
        found.iter().filter_map(|(target, length)| Some((of_sign(target)?, *length))).collect();
    found.extend(implied);
    found.retain(|(target, _)| !by_phrases.not_meant.contains(&of_sign(target).unwrap_or(*target)));
    // What the question is the name of, before all that stands in it.
    let is_sign_asked_for =
        |(target, length): &(Target<'c>, usize)| target.kind == Kind::RedFlag && *length == usize::MAX;
    let rank =
        |it: &(Target<'c>, usize)| (Reverse(is_sign_asked_for(it)), Reverse(urgency(catalogue, it.0)), Reverse(it.1));
    found.sort_by_key(rank);
    let mut seen = BTreeSet::new();
    found.into_iter().map(|(target, _)| target).filter(|target| seen.insert(*target)).collect()
}

/// Whether words beside a sign tell that something else is meant.
pub(super) fn is_something_else(catalogue: &Catalogue, words: &[&str], sign: Target<'_>) -> bool {
    let index = catalogue.search_index();
    named_by_phrases(index, &index.terms_in(&words.join(" "))).not_meant.contains(&sign)
}
