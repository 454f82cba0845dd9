//! What a question names: points in any of their names, and the entry that the whole of it is the name of.

use std::collections::BTreeSet;

use super::error::{Ambiguity, QueryError};
use super::names::resolve;
use crate::model::{Kind, Target};
use crate::shelf::Catalogue;
use crate::text::words;

/// An entry whose name stands in a question.
pub(super) struct NamedEntry<'c> {
    /// The entry.
    pub(super) entry: Target<'c>,
    /// Why the name leads to it, where it could lead to another.
    pub(super) explained: Option<String>,
}

/// The longest names of points that people type in a sentence.
const MOST_WORDS_OF_A_POINT: usize = 4;

/// The points whose names stand in a question, and the entry that the whole of it names; and the words besides.
pub(super) fn named_in<'c, 'q>(catalogue: &'c Catalogue, question: &'q str) -> (Vec<NamedEntry<'c>>, Vec<&'q str>) {
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
