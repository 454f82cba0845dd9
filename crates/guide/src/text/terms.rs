//! How words become the terms of a search: what people call by many words is called by one, and endings are cut off.

use std::borrow::Cow;

use rust_stemmers::{Algorithm, Stemmer};
use serde::{Deserialize, Serialize};
use unicode_normalization::char::is_combining_mark;

use super::fold::fold;

/// More words than any everyday phrase has.
pub(crate) const MOST_WORDS_OF_A_TERM: usize = 5;

/// What everyday words mean.
pub(crate) trait EverydaySpeech {
    /// The term for which a run of stems stands, those that tell nothing among them or left out; nothing where they stand for
    /// themselves.
    fn term_of(&self, stems: &str, is_whole: bool) -> Option<Cow<'_, str>>;

    /// No run that begins with this stem has more: most words begin none.
    fn longest_from(&self, stem: &str, is_whole: bool) -> usize;

    /// What a folded word tells.
    fn weight_of(&self, word: &str) -> Weight;
}

/// What a word tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
pub(crate) enum Weight {
    /// Something.
    Telling,
    /// That something is asked: what is looked for it does not tell, but what is wrong it may, beside other words.
    Asking,
    /// Nothing, but of the words beside it: "no feeling".
    Denying,
    /// Nothing.
    Nothing,
}

/// A word, or what several mean.
#[derive(Debug, Clone)]
struct Part {
    stem: String,
    weight: Weight,
    /// The stems of several words that mean one.
    of: Vec<String>,
}

/// The words of a text, each with what it is folded to. An apostrophe is part of a word: "can't" is one.
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    let is_of_word = |c: char| c.is_alphanumeric() || is_combining_mark(c) || is_apostrophe(c);
    let words = text.split(move |c| !is_of_word(c)).map(|word| word.trim_matches(is_apostrophe));
    words.filter(|word| !word.is_empty())
}

fn is_apostrophe(character: char) -> bool {
    matches!(character, '\'' | '\u{2019}' | '\u{2018}' | '\u{2bc}')
}

/// A folded word without its endings.
pub fn stem(word: &str) -> String {
    if word.is_ascii() { Stemmer::create(Algorithm::English).stem(word).into_owned() } else { word.to_owned() }
}

/// The stems of the words of a text, those that tell nothing too.
pub(crate) fn stems(text: &str) -> impl Iterator<Item = String> {
    folded(text).map(|word| stem(&word))
}

/// A text as what it says is looked for: little words have told what they deny, and are left out.
pub(crate) fn run(text: &str, speech: &impl EverydaySpeech) -> String {
    let parts = without_little_words(text, speech);
    parts.iter().map(|part| part.stem.as_str()).collect::<Vec<_>>().join(" ")
}

/// A term where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Term {
    /// The term.
    pub(crate) stem: String,
    /// Whether what stands before it denies it: "no numbness".
    pub(crate) is_denied: bool,
    /// Whether it tells what is looked for.
    pub(crate) is_telling: bool,
    /// The stems of the words that tell something, where several mean the term together.
    pub(crate) parts: Vec<String>,
}

/// What denies them denies what follows: "I do not take blood thinners".
const PASSING_ON: [&str; 2] = ["take", "use"];

/// The terms of a text, in its order.
pub(crate) fn terms(text: &str, speech: &impl EverydaySpeech) -> Vec<Term> {
    let mut terms = Vec::new();
    let mut is_denied = false;
    for Part { stem, weight, of } in understood(&without_little_words(text, speech), speech, false) {
        let is_telling = weight == Weight::Telling;
        if is_telling || weight == Weight::Asking {
            terms.push(Term { stem: stem.clone(), is_denied, is_telling, parts: of });
        }
        is_denied = weight == Weight::Denying || (is_denied && PASSING_ON.contains(&stem.as_str()));
    }
    terms
}

fn folded(text: &str) -> impl Iterator<Item = String> {
    words(text).map(fold).filter(|word| !word.is_empty())
}

/// "Am not able to" is "cannot": that is seen before the little words go.
fn without_little_words(text: &str, speech: &impl EverydaySpeech) -> Vec<Part> {
    let all: Vec<Part> =
        folded(text).map(|word| Part { weight: speech.weight_of(&word), stem: stem(&word), of: Vec::new() }).collect();
    let mut left = understood(&all, speech, true);
    left.retain(|part| part.weight != Weight::Nothing);
    left
}

/// Words with what each longest run of them means in its place.
fn understood(parts: &[Part], speech: &impl EverydaySpeech, is_whole: bool) -> Vec<Part> {
    let mut understood = Vec::with_capacity(parts.len());
    let mut rest = parts;
    while let [first, after @ ..] = rest {
        let most = rest.len().min(speech.longest_from(&first.stem, is_whole));
        let found = (1..=most).rev().find_map(|count| {
            let (run, behind) = rest.split_at_checked(count)?;
            let stems: Vec<&str> = run.iter().map(|part| part.stem.as_str()).collect();
            let stem = speech.term_of(&stems.join(" "), is_whole)?.into_owned();
            let telling = run.iter().filter(|part| run.len() > 1 && part.weight == Weight::Telling);
            let of = telling.map(|part| part.stem.clone()).collect();
            Some((Part { stem, weight: Weight::Telling, of }, behind))
        });
        let (part, behind) = found.unwrap_or_else(|| (first.clone(), after));
        understood.push(part);
        rest = behind;
    }
    understood
}
