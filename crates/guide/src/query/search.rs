//! Full-text search over every entry, in the words in which people ask.
//!
//! What a question names comes first: a sign to get help for, then what it tells of the reader, then the points whose names
//! stand in it, then the entry that it is the name of. The rest is ranked, see [`crate::index`].

use super::declared_in::{declared_in, is_something_else};
use super::error::QueryError;
use super::heard::{Heard, hear};
use super::hit::{Hit, Stance};
use super::in_general::asks_in_general;
use super::named_in::named_in;
use super::suggest;
use crate::index::{Ranked, TextField, rank, terms_held};
use crate::model::{Kind, RedFlag, Target};
use crate::screening::Reader;
use crate::shelf::Catalogue;
use crate::text::{fold, quoted};

/// What a search found.
#[derive(Debug)]
pub struct Found<'c> {
    /// The signs that the question names: what to do stands above everything.
    pub signs: Vec<RedFlag>,
    /// Whether it asks what they are, and does not tell of somebody who has them.
    pub asks_in_general: bool,
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
    let (named, rest) = named_in(catalogue, question);
    let mut declared = declared_in(catalogue, &rest);
    // What names a point tells nothing besides: "30" is a number of seconds too.
    let heard = hear(catalogue, &rest.join(" "), declared.is_empty() && named.is_empty());
    let mut ranked = rank(catalogue.search_index(), &heard.asked);
    if declared.iter().all(|it| it.kind != Kind::RedFlag) {
        let told = sign_told_at_length(&ranked, &heard).filter(|sign| !is_something_else(catalogue, &rest, *sign));
        declared.splice(..0, told.or_else(|| sign_misspelt(catalogue, &rest, &heard)));
    }
    let signs = declared.iter().filter(|it| it.kind == Kind::RedFlag);
    let signs: Vec<RedFlag> = signs.map(|it| catalogue.red_flag(it.id)).collect::<Result<_, _>>()?;
    if ranked.is_empty() && declared.is_empty() && named.is_empty() {
        let nearest = heard.unknown.iter().filter_map(|word| suggest::term(catalogue, word)).collect();
        return Err(QueryError::NothingFound { question: question.to_owned(), nearest });
    }
    let is_told: Vec<Target<'c>> = declared.iter().copied().chain(named.iter().map(|it| it.entry)).collect();
    ranked.retain(|it| !is_told.contains(&it.entry));
    let ranked = arranged(ranked);

    let mut hits: Vec<Hit<'c>> = declared.iter().map(|it| Hit::of_declared(catalogue, *it, &signs)).collect();
    hits.extend(named.into_iter().filter_map(|it| Hit::of_named(catalogue, reader, it, &heard)));
    let room = most.saturating_sub(hits.len());
    let more = ranked.len().saturating_sub(room);
    hits.extend(found_by_rank(catalogue, reader, ranked.into_iter().take(room), &heard));
    if !declared.is_empty() {
        hits = hits.into_iter().map(Hit::without_how_to).collect();
    }
    let Heard { quoted: terms, unknown, corrected, .. } = heard;
    let asks_in_general = asks_in_general(question);
    Ok(Found { signs, asks_in_general, hits, more, terms, unknown, corrected })
}

/// The sign that a question names once each word of it that stands nowhere is taken for the one of which it is a slip.
fn sign_misspelt<'c>(catalogue: &'c Catalogue, words: &[&str], heard: &Heard) -> Option<Target<'c>> {
    let unknown = heard.unknown.iter().chain(heard.corrected.iter().map(|(typed, _)| typed)).take(MOST_SLIPS);
    let slips: Vec<(&str, String)> =
        unknown.filter_map(|typed| Some((typed.as_str(), suggest::slip(catalogue, &fold(typed))?))).collect();
    if slips.is_empty() {
        return None;
    }
    let meant = |word| slips.iter().find(|(typed, _)| *typed == word).map_or(word, |(_, meant)| meant.as_str());
    let meant: Vec<&str> = words.iter().copied().map(meant).collect();
    declared_in(catalogue, &meant).into_iter().find(|target| target.kind == Kind::RedFlag)
}

/// To look for what somebody meant takes time.
const MOST_SLIPS: usize = 4;

/// The sign that a question tells in other words than its phrases: no other entry holds nearly as much of it.
///
/// Of 768 questions with a sign, 23 more are heard by these bounds than by phrases alone; of 1,530 without one, one.
fn sign_told_at_length<'c>(ranked: &[Ranked<'c>], heard: &Heard) -> Option<Target<'c>> {
    /// So many times what the best other entry scores, and so many of the terms in everyday words for the sign.
    const BOUNDS: [(f32, usize); 2] = [(1.5, 4), (1.7, 3)];
    let sign = ranked.first().filter(|it| it.entry.kind == Kind::RedFlag)?;
    let best_other = ranked.iter().find(|it| it.entry.kind != Kind::RedFlag).map_or(0.0, |it| it.score);
    let held = terms_held(&heard.asked, sign.number, TextField::Lay);
    let is_told = BOUNDS.iter().any(|(times, terms)| sign.score >= times * best_other && held >= *terms);
    (is_told && heard.denied < MOST_DENIED).then_some(sign.entry)
}

/// Whoever denies so much tells what is not there.
const MOST_DENIED: usize = 2;

/// What is worth a reader's time, in the order in which it is told: a sign that nobody named must not frighten anybody, so
/// something else is told before it.
fn arranged(mut ranked: Vec<Ranked<'_>>) -> Vec<Ranked<'_>> {
    let is_other = |it: &&Ranked<'_>| it.entry.kind != Kind::RedFlag;
    let best = ranked.iter().find(is_other).or(ranked.first()).map_or(0.0, |it| it.score);
    ranked.retain(|it| it.score >= best * LEAST_OF_THE_BEST);
    let before: Vec<usize> =
        ranked.iter().enumerate().filter(|(_, it)| is_other(it)).map(|(place, _)| place).take(BEFORE_A_SIGN).collect();
    for (to, from) in before.into_iter().enumerate() {
        move_up(&mut ranked, from, to);
    }
    ranked
}

/// What others say is never the first word.
fn found_by_rank<'c>(
    catalogue: &'c Catalogue,
    reader: &Reader<'c>,
    ranked: impl Iterator<Item = Ranked<'c>>,
    heard: &Heard,
) -> Vec<Hit<'c>> {
    let found = ranked.filter_map(|it| Hit::of_found(catalogue, reader, (it.number, it.entry), heard));
    let mut found: Vec<Hit<'c>> = found.collect();
    if let Some(own) = found.iter().position(|hit| hit.stance != Stance::Disputed) {
        move_up(&mut found, own, 0);
    }
    found
}

fn move_up<T>(all: &mut [T], from: usize, to: usize) {
    if let Some(between) = all.get_mut(to..=from) {
        between.rotate_right(1);
    }
}

/// So many entries are told before a sign that nobody named.
const BEFORE_A_SIGN: usize = 2;

/// What scores less than this part of the best is not worth a reader's time.
const LEAST_OF_THE_BEST: f32 = 0.35;
