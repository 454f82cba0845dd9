//! Full-text search over every entry, in the words in which people ask.
//!
//! What a question names comes first: a sign to get help for, then what it tells of the reader, then the points whose names
//! stand in it, then the entry that it is the name of. The rest is ranked, see [`crate::index`].

use std::cmp::Reverse;
use std::collections::BTreeSet;

use super::declarations::names_of_declarations_in;
use super::error::{Ambiguity, QueryError};
use super::hit::{Hit, Stance, urgency};
use super::names::resolve;
use super::suggest;
use crate::index::{AskedTerm, TermPlace, TermRow, named_by_phrases, rank};
use crate::model::{Kind, RedFlag, Target};
use crate::screening::Reader;
use crate::shelf::Catalogue;
use crate::text::{Term, fold, quoted, stem, words};

/// What a search found.
#[derive(Debug)]
pub struct Found<'c> {
    /// The signs that the question names: what to do stands above everything.
    pub signs: Vec<RedFlag>,
    /// The entries, best first; no more than were asked for.
    pub hits: Vec<Hit<'c>>,
    /// How many more there are.
    pub more: usize,
    /// The stems of what was asked, and the terms for which they stand.
    pub terms: Vec<String>,
    /// Words of the question that stand nowhere.
    pub unknown: Vec<String>,
    /// The one of them that was taken for another, and for which.
    pub corrected: Option<(String, String)>,
}

impl Found<'_> {
    /// That a word was taken for another, as a sentence.
    pub fn correction(&self) -> Option<String> {
        let (typed, taken) = self.corrected.as_ref()?;
        Some(format!("Nothing here speaks of {}. These speak of {}:", quoted(typed), quoted(taken)))
    }
}

/// More than a reader reads; a longer question finds less.
pub const MOST_HITS: usize = 20;

/// Searches every entry for words. What the question itself names as a sign or precaution comes first; and a question that
/// names one is answered without how-to, since it may have been meant to declare it. At `most` so many are told.
///
/// # Errors
/// [`QueryError::NothingFound`], with the nearest words, when none of the words stands anywhere.
pub fn search<'c>(
    catalogue: &'c Catalogue,
    reader: &Reader<'c>,
    question: &str,
    most: usize,
) -> Result<Found<'c>, QueryError> {
    let index = catalogue.search_index();
    let (named, rest) = named_in(catalogue, question);
    let declared = declared_in(catalogue, &rest);
    let signs: Vec<&Target<'c>> = declared.iter().filter(|it| it.kind == Kind::RedFlag).collect();
    let signs: Vec<RedFlag> = signs.into_iter().map(|it| catalogue.red_flag(it.id)).collect::<Result<_, _>>()?;
    let Heard { quoted, asked, unknown, corrected } =
        hear(catalogue, question, declared.is_empty() && named.is_empty());
    let mut ranked = rank(index, &asked);
    if ranked.is_empty() && declared.is_empty() && named.is_empty() {
        let nearest = unknown.iter().filter_map(|word| suggest::term(catalogue, word)).collect();
        return Err(QueryError::NothingFound { question: question.to_owned(), nearest });
    }
    let mut hits: Vec<Hit<'c>> = declared.iter().map(|it| Hit::of_declared(catalogue, *it, &signs)).collect();
    for NamedEntry { entry, explained } in named {
        ranked.retain(|it| it.entry != entry);
        let told = || {
            let number = index.number_of_entry(entry)?;
            Hit::of_found(catalogue, reader, (number, entry), &quoted)
        };
        hits.extend(explained.map(|line| Hit::told(catalogue, entry, line)).or_else(told));
    }
    ranked.retain(|it| !declared.contains(&it.entry));
    let best = ranked.first().map_or(0.0, |it| it.score);
    ranked.retain(|it| it.score >= best * LEAST_OF_THE_BEST);
    // A sign that nobody named must not frighten anybody: something else is told before it.
    let others = ranked.iter().enumerate().filter(|(_, it)| it.entry.kind != Kind::RedFlag);
    let before: Vec<usize> = others.map(|(place, _)| place).take(BEFORE_A_SIGN).collect();
    for (to, from) in before.into_iter().enumerate() {
        ranked.get_mut(to..=from).into_iter().for_each(|first| first.rotate_right(1));
    }
    let room = most.saturating_sub(hits.len());
    let more = ranked.len().saturating_sub(room);
    let found = ranked.into_iter().take(room);
    let mut found: Vec<Hit<'c>> =
        found.filter_map(|it| Hit::of_found(catalogue, reader, (it.number, it.entry), &quoted)).collect();
    // What others say is never the first word.
    if let Some(own) = found.iter().position(|hit| hit.stance != Stance::Disputed) {
        found.get_mut(..=own).into_iter().for_each(|first| first.rotate_right(1));
    }
    hits.extend(found);
    if !declared.is_empty() {
        hits = hits.into_iter().map(Hit::without_how_to).collect();
    }
    Ok(Found { signs, hits, more, terms: quoted, unknown, corrected })
}

/// So many entries are told before a sign that nobody named.
const BEFORE_A_SIGN: usize = 2;

/// What scores less than this part of the best is not worth a reader's time.
const LEAST_OF_THE_BEST: f32 = 0.35;

/// The signs and precautions that a question names, the most urgent signs first, each once.
pub fn declared_in<'c>(catalogue: &'c Catalogue, words: &[&str]) -> Vec<Target<'c>> {
    let index = catalogue.search_index();
    let terms = index.terms_in(&words.join(" "));
    // A short name in a long question may be there by chance: "losing weight" is a sign, and what some people plan.
    let tells_most = |run: &str| 2 * index.terms_in(run).len() > terms.len();
    let counts = |target: &Target<'_>, run: &str| target.kind != Kind::RedFlag || tells_most(run);
    let mut found: Vec<(Target<'c>, usize)> = Vec::new();
    for (run, meant) in names_of_declarations_in(catalogue, words) {
        let is_all = index.terms_in(&run).len() == terms.len();
        let meant = meant.into_iter().filter(|target| counts(target, &run));
        found.extend(meant.map(|target| (target, if is_all { usize::MAX } else { terms.len() })));
    }
    found.extend(named_by_phrases(index, &terms));
    // Whoever tells of what is a sign itself has that sign.
    let of_sign = |target: &Target<'c>| {
        let row = catalogue.index().precaution(target.id).filter(|_| target.kind == Kind::Precaution)?;
        row.red_flag.map(|id| Target { kind: Kind::RedFlag, id })
    };
    let implied: Vec<(Target<'c>, usize)> =
        found.iter().filter_map(|(target, length)| Some((of_sign(target)?, *length))).collect();
    found.extend(implied);
    // What the question is the name of, before all that stands in it.
    let is_sign_asked_for =
        |(target, length): &(Target<'c>, usize)| target.kind == Kind::RedFlag && *length == usize::MAX;
    let rank =
        |it: &(Target<'c>, usize)| (Reverse(is_sign_asked_for(it)), Reverse(urgency(catalogue, it.0)), Reverse(it.1));
    found.sort_by_key(rank);
    let mut seen = BTreeSet::new();
    found.into_iter().map(|(target, _)| target).filter(|target| seen.insert(*target)).collect()
}

/// An entry whose name stands in a question.
struct NamedEntry<'c> {
    entry: Target<'c>,
    /// Why the name leads to it, where it could lead to another.
    explained: Option<String>,
}

/// The longest names of points that people type in a sentence.
const MOST_WORDS_OF_A_POINT: usize = 4;

/// The points whose names stand in a question, and the entry that the whole of it names; and the words besides.
fn named_in<'c, 'q>(catalogue: &'c Catalogue, question: &'q str) -> (Vec<NamedEntry<'c>>, Vec<&'q str>) {
    let words: Vec<&str> = words(question).collect();
    let mut named: Vec<NamedEntry<'c>> = Vec::new();
    let mut besides = Vec::new();
    let mut rest = words.as_slice();
    while let [first, after @ ..] = rest {
        let runs = (1..=rest.len().min(MOST_WORDS_OF_A_POINT)).rev().filter_map(|count| rest.split_at_checked(count));
        let found = runs.map(|(run, behind)| (points_called(catalogue, &run.join(" ")), behind));
        let (found, behind) = found.into_iter().find(|(found, _)| !found.is_empty()).unwrap_or_else(|| {
            (
                parts_of(first)
                    .map(|part| points_called(catalogue, &part))
                    .find(|found| !found.is_empty())
                    .unwrap_or_default(),
                after,
            )
        });
        // What is no point may be named by words that tell of a sign too: "arm pain".
        if found.iter().all(|it| it.entry.kind != Kind::Point) {
            besides.extend(rest.get(..rest.len() - behind.len()).unwrap_or_default());
        }
        named.extend(found);
        rest = behind;
    }
    if let Ok(Some(entry)) = resolve(catalogue, question)
        && !entry.kind.can_be_declared()
    {
        named.insert(0, NamedEntry { entry, explained: None });
    }
    let mut seen = BTreeSet::new();
    named.retain(|it| seen.insert(it.entry));
    (named, besides)
}

/// The points, held or not, that carry a name: several where it could mean more than one.
fn points_called<'c>(catalogue: &'c Catalogue, name: &str) -> Vec<NamedEntry<'c>> {
    // Of what is not held, an everyday word may be there by chance: a "charley horse" is no horse.
    let is_a_name = |c: char| c.is_ascii_digit() || c == ' ' || !c.is_ascii();
    match resolve(catalogue, name) {
        Ok(found) => {
            let found = found.filter(|entry| match entry.kind {
                Kind::Point => true,
                Kind::NotCovered => name.contains(is_a_name),
                _ => false,
            });
            found.map(|entry| NamedEntry { entry, explained: None }).into_iter().collect()
        }
        Err(QueryError::Ambiguous { ambiguity: Ambiguity { explain, choices }, .. }) => {
            let index = catalogue.index();
            let points = choices.iter().filter_map(|(id, _)| {
                let point = index.point(id).map(|row| Target { kind: Kind::Point, id: row.code });
                point.or_else(|| index.not_covered(id).map(|row| Target { kind: Kind::NotCovered, id: row.id }))
            });
            points.map(|entry| NamedEntry { entry, explained: Some(explain.clone()) }).collect()
        }
        Err(_) => Vec::new(),
    }
}

/// The parts of a word of a language that puts no blanks between words, the longest first.
fn parts_of(word: &str) -> impl Iterator<Item = String> {
    let characters: Vec<char> = if word.is_ascii() { Vec::new() } else { word.chars().take(LONGEST_WORD).collect() };
    let lengths = (2..characters.len()).rev();
    lengths
        .flat_map(move |length| characters.windows(length).map(|part| part.iter().collect()).collect::<Vec<String>>())
}

/// A sentence without blanks is looked through for names so far.
const LONGEST_WORD: usize = 24;

/// A question as it is understood.
#[derive(Default)]
struct Heard {
    /// The stems by which what is quoted is chosen, and marked.
    quoted: Vec<String>,
    asked: Vec<AskedTerm>,
    unknown: Vec<String>,
    corrected: Option<(String, String)>,
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
fn hear(catalogue: &Catalogue, question: &str, may_be_corrected: bool) -> Heard {
    let index = catalogue.search_index();
    let all = index.terms_in(question);
    // A question of such words alone is about them.
    let tells_nothing = all.iter().all(|term| !term.is_telling);
    let mut seen = BTreeSet::new();
    let mut heard = Heard::default();
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

/// Whether a text holds one of these terms, or a word of which one is the stem.
pub fn speaks_of(catalogue: &Catalogue, text: &str, terms: &[String]) -> bool {
    let held = catalogue.search_index().terms_in(text).into_iter();
    held.flat_map(|term| term.parts.into_iter().chain([term.stem])).any(|held| terms.contains(&held))
}
