//! Full-text search over every entry, with the folding of lookup.
//!
//! An entry scores, for each word of the question, what the word is worth (a rare one more than a common one; half when
//! the text's word only begins with it): once for holding it at all, twice more in its best single text, and half more
//! among its names. What scores less than half of the best is not shown.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::declarations::declarations_in;
use super::error::QueryError;
use super::suggest;
use crate::index::{BETWEEN_NAMES, WordRow};
use crate::model::{Kind, RedFlag, Target, Urgency, vocabulary};
use crate::screening::{Quote, Reader, Verdict};
use crate::shelf::Catalogue;
use crate::text::search_words;

/// An entry that a search found.
#[derive(Debug)]
pub struct Hit<'c> {
    /// The entry.
    pub entry: Target<'c>,
    /// Its title, or the names of a point.
    pub title: &'c str,
    /// What screening decides about it; `None` for an entry without how-to.
    pub verdict: Option<Verdict<'c>>,
    /// What the guide makes of the text that matches best.
    pub stance: Stance,
    /// Of a red flag: how fast to get help.
    pub urgency: Option<Urgency>,
    /// The name that matches, where the best text is that of its names.
    pub named_by: Option<String>,
    /// Whether that text tells nobody how to do anything.
    is_open: bool,
    /// That text, as far as this reader is told of it; of its names, those that match. Of a sign that the question names,
    /// what to do; of a precaution, what declares it.
    pub line: Option<Cow<'c, str>>,
}

vocabulary! {
    /// What the guide makes of a text.
    Stance {
        Shown "shown" "The guide says so.",
        Disputed "disputed" "Somebody else says so; the guide does not.",
        Withheld "withheld" "This reader is not told.",
    }
}

/// What a search found.
#[derive(Debug)]
pub struct Found<'c> {
    /// The signs that the question names: what to do stands above everything.
    pub signs: Vec<RedFlag>,
    /// The entries, best first; no more than were asked for.
    pub hits: Vec<Hit<'c>>,
    /// How many more there are.
    pub more: usize,
    /// The words of the question, folded.
    pub words: Vec<String>,
    /// Words of the question that stand nowhere.
    pub unknown: Vec<String>,
}

/// More than a reader reads; a longer question finds less.
pub const MOST_HITS: usize = 20;

/// Shorter words must match whole: nearly every text has a word that begins with them.
const SHORTEST_BEGINNING: usize = 3;

/// What the texts of one entry score.
#[derive(Default)]
struct EntryScore {
    /// The number of its first text, which holds its names.
    first: usize,
    /// The most that each word of the question scores, by its place in the question.
    words: BTreeMap<usize, usize>,
    /// What each text scores.
    texts: BTreeMap<usize, usize>,
}

impl EntryScore {
    fn add(&mut self, word: usize, text: usize, worth: usize) {
        let best = self.words.entry(word).or_default();
        *best = worth.max(*best);
        *self.texts.entry(text).or_default() += worth;
    }

    /// In all, and the text that scores most.
    fn total(&self) -> Option<(usize, usize)> {
        let (text, best) = self.texts.iter().max_by_key(|(text, score)| (**score, std::cmp::Reverse(**text)))?;
        let names = self.texts.get(&self.first).copied().unwrap_or_default();
        Some((self.words.values().sum::<usize>() + 2 * best + names / 2, *text))
    }
}

/// Searches every entry for words. What the question itself names as a sign or precaution comes first; and a question that
/// names a precaution is answered without how-to, since it may have been meant to declare it. At `most` so many are told.
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
    let mut words: Vec<String> = search_words(question).collect();
    words.sort();
    words.dedup();
    let mut scores: BTreeMap<Target<'c>, EntryScore> = BTreeMap::new();
    let mut unknown = Vec::new();
    for (place, word) in words.iter().enumerate() {
        let texts = texts_with(catalogue, word);
        if texts.is_empty() {
            unknown.push(word.clone());
        }
        for (text, worth) in texts {
            let Some((first, entry)) = index.entry_of(text) else { continue };
            scores
                .entry(entry)
                .or_insert_with(|| EntryScore { first, ..EntryScore::default() })
                .add(place, text, worth);
        }
    }
    let ranked = scores.iter().filter_map(|(entry, score)| score.total().map(|(total, text)| (total, *entry, text)));
    let mut ranked: Vec<(usize, Target<'c>, usize)> = ranked.collect();
    ranked.sort_by_key(|(score, entry, _)| (std::cmp::Reverse(*score), *entry));
    let typed: Vec<&str> = question.split_whitespace().collect();
    let named = named(catalogue, &typed);
    let best = ranked.first().map_or(0, |(score, ..)| *score);
    if ranked.is_empty() && named.is_empty() {
        return Err(QueryError::NothingFound {
            question: question.to_owned(),
            nearest: suggest::words(catalogue, &words),
        });
    }
    ranked.retain(|(_, entry, _)| !named.contains(entry));
    ranked.retain(|(score, ..)| score * 2 >= best);
    let room = most.saturating_sub(named.len());
    let more = ranked.len().saturating_sub(room);
    let shown = ranked.into_iter().take(room);
    let is_told = |it: &Hit<'_>| named.iter().all(|target| target.kind != Kind::Precaution) || it.is_open;
    let signs = named.iter().filter(|target| target.kind == Kind::RedFlag).map(|sign| catalogue.red_flag(sign.id));
    let signs: Vec<RedFlag> = signs.collect::<Result<_, _>>()?;
    let mut hits: Vec<Hit<'c>> = named.iter().map(|target| named_hit(catalogue, *target, &signs)).collect();
    hits.extend(
        shown
            .filter_map(|(_, entry, text)| hit(catalogue, reader, entry, text, &words))
            .map(|hit| if is_told(&hit) { hit } else { Hit { stance: Stance::Withheld, line: None, ..hit } }),
    );
    Ok(Found { signs, hits, more, words, unknown })
}

/// The numbers of the texts that hold a word, each with what that is worth.
fn texts_with(catalogue: &Catalogue, word: &str) -> BTreeMap<usize, usize> {
    let rows: Vec<WordRow<'_>> = catalogue
        .search_index()
        .words_from(word)
        .take_while(|row| row.word == word || word.chars().count() >= SHORTEST_BEGINNING || !word.is_ascii())
        .collect();
    let holding: usize = rows.iter().map(|row| row.texts.len()).sum();
    let worth = worth(holding);
    let mut texts = BTreeMap::new();
    for row in rows {
        let worth = if row.word == word { worth } else { worth / 2 };
        for text in row.texts {
            let known: &mut usize = texts.entry(text).or_default();
            *known = worth.max(*known);
        }
    }
    texts
}

/// A word in few texts tells more than one in many: it loses 2 for each doubling.
fn worth(texts: usize) -> usize {
    const OF_A_SINGLE_TEXT: usize = 26;
    let doublings = texts.checked_ilog2().unwrap_or_default() as usize;
    OF_A_SINGLE_TEXT.saturating_sub(2 * doublings).max(2)
}

/// The signs and precautions that a question names, signs first, each once.
fn named<'c>(catalogue: &'c Catalogue, words: &[&str]) -> Vec<Target<'c>> {
    let mut seen = BTreeSet::new();
    let mut named = declarations_in(catalogue, words);
    named.retain(|target| seen.insert(*target));
    named.sort_by_key(|target| target.kind != Kind::RedFlag);
    named
}

fn named_hit<'c>(catalogue: &'c Catalogue, entry: Target<'c>, signs: &[RedFlag]) -> Hit<'c> {
    let sign = signs.iter().find(|flag| entry.kind == Kind::RedFlag && flag.id == entry.id);
    let line = match sign {
        Some(flag) => {
            let first = flag.what_to_do.first().map(|claim| claim.text.as_str()).unwrap_or_default();
            format!("{}: {first}", flag.urgency.words().to_uppercase())
        }
        None => format!("declare it: --with {}", entry.id),
    };
    Hit {
        entry,
        title: title(catalogue, entry),
        verdict: None,
        stance: Stance::Shown,
        urgency: urgency(catalogue, entry),
        named_by: None,
        is_open: true,
        line: Some(line.into()),
    }
}

fn hit<'c>(
    catalogue: &'c Catalogue,
    reader: &Reader<'c>,
    entry: Target<'c>,
    text: usize,
    words: &[String],
) -> Option<Hit<'c>> {
    let index = catalogue.index();
    let verdict = index.facets(entry).map(|facets| reader.judge(&facets));
    let found = catalogue.quotable(text)?;
    let is_open = found.is_open();
    let (stance, line) = match found.quote(verdict.as_ref()) {
        Quote::Shown(line) => (Stance::Shown, Some(line)),
        Quote::Disputed(line) => (Stance::Disputed, Some(line)),
        Quote::DisputedUnquoted => (Stance::Disputed, None),
        Quote::Withheld => (Stance::Withheld, None),
    };
    let holds_names = catalogue.search_index().entry_of(text).is_some_and(|(first, _)| first == text);
    let line = line.map(|line| if holds_names { matching_names(&line, words).into() } else { line });
    let named_by = line.as_ref().filter(|_| holds_names).and_then(|line| line.split(BETWEEN_NAMES).next());
    let named_by = named_by.map(str::to_owned);
    let is_open = is_open || stance == Stance::Disputed;
    let urgency = urgency(catalogue, entry);
    Some(Hit { entry, title: title(catalogue, entry), verdict, stance, urgency, named_by, is_open, line })
}

fn urgency(catalogue: &Catalogue, entry: Target<'_>) -> Option<Urgency> {
    let is_sign = entry.kind == Kind::RedFlag;
    catalogue.index().red_flag(entry.id).filter(|_| is_sign).map(|row| row.urgency)
}

/// Of the names of an entry, those that hold one of the words.
fn matching_names(names: &str, words: &[String]) -> String {
    let matches = |name: &&str| search_words(name).any(|held| words.iter().any(|word| held.starts_with(word.as_str())));
    let found: Vec<&str> = names.split(BETWEEN_NAMES).filter(matches).collect();
    found.join(BETWEEN_NAMES)
}

fn title<'c>(catalogue: &'c Catalogue, entry: Target<'c>) -> &'c str {
    let index = catalogue.index();
    match entry.kind {
        Kind::Point => index.point(entry.id).map(|row| row.english),
        Kind::Stretch | Kind::Technique => index.practice(entry.id).map(|row| row.title),
        Kind::Precaution => index.precaution(entry.id).map(|row| row.title),
        Kind::RedFlag => index.red_flag(entry.id).map(|row| row.short),
        Kind::Topic => index.topic(entry.id).map(|row| row.title),
        Kind::Source => index.source(entry.id).map(|row| row.title),
    }
    .unwrap_or(entry.id)
}
