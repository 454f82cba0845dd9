//! A question as a search understands it.

use std::collections::BTreeSet;

use super::suggest;
use crate::index::{AskedTerm, TermPlace, TermRow};
use crate::shelf::Catalogue;
use crate::text::{Term, fold, stem, words};

/// A question as it is understood.
#[derive(Default)]
pub(super) struct Heard {
    /// The stems by which what is quoted is chosen, and marked.
    pub(super) quoted: Vec<String>,
    /// The terms by which entries are ranked.
    pub(super) asked: Vec<AskedTerm>,
    /// How many of its terms are denied.
    pub(super) denied: usize,
    /// Words of the question that stand nowhere.
    pub(super) unknown: Vec<String>,
    /// The one of them that was taken for another, and for which.
    pub(super) corrected: Option<(String, String)>,
}

impl Heard {
    fn ask<'t>(&mut self, rows: impl IntoIterator<Item = TermRow<'t>>, worth: f32) -> bool {
        let mut places: Vec<TermPlace> = rows.into_iter().flat_map(|row| row.places().collect::<Vec<_>>()).collect();
        places.sort_unstable();
        let found = !places.is_empty();
        self.asked.extend(found.then_some(AskedTerm { places, worth }));
        found
    }
}

/// What is taken for a word counts less than the word.
const WORTH_OF_A_BEGINNING: f32 = 0.5;
const WORTH_OF_A_CORRECTION: f32 = 0.7;
/// A word that means something else together with others counts less than they do. With the weights of the ranking.
const WORTH_OF_A_PART: f32 = 0.9;

/// Shorter words begin nearly every text.
const SHORTEST_BEGINNING: usize = 3;

/// Finds where each term stands: as it is, else as words that begin with it, else, for one word and where it
/// `may_be_corrected`, as the word nearest to it.
pub(super) fn hear(catalogue: &Catalogue, question: &str, may_be_corrected: bool) -> Heard {
    let index = catalogue.search_index();
    let all = index.terms_in(question);
    // A question of such words alone is about them.
    let tells_nothing = all.iter().all(|term| !term.is_telling);
    let mut seen = BTreeSet::new();
    let mut heard = Heard { denied: all.iter().filter(|term| term.is_denied).count(), ..Heard::default() };
    for Term { stem: term, parts, .. } in all.into_iter().filter(|term| tells_nothing || term.is_telling) {
        for part in parts.into_iter().filter(|part| seen.insert(part.clone())) {
            heard.ask(index.term(&part), WORTH_OF_A_PART);
            heard.quoted.push(part);
        }
        if !seen.insert(term.clone()) {
            continue;
        }
        let may_begin = term.chars().count() >= SHORTEST_BEGINNING || !term.is_ascii();
        if heard.ask(index.term(&term), 1.0) || (may_begin && heard.ask(index.terms_from(&term), WORTH_OF_A_BEGINNING))
        {
            heard.quoted.push(term);
        } else {
            let typed = words(question).find(|word| stem(&fold(word)) == term);
            heard.unknown.push(typed.unwrap_or(&term).to_owned());
        }
    }
    if let [unknown] = heard.unknown.as_slice()
        && may_be_corrected
        && let Some(near) = suggest::term(catalogue, &fold(unknown))
    {
        let unknown = unknown.clone();
        heard.ask(index.term(&near), WORTH_OF_A_CORRECTION);
        heard.unknown.clear();
        heard.quoted.push(near.clone());
        heard.corrected = Some((unknown, near));
    }
    heard
}
