//! What a reader may have meant. A suggestion is never taken for the answer.

use std::collections::BTreeSet;

use crate::model::{Kind, Target};
use crate::shelf::Catalogue;
use crate::text::{fold, stem};

/// Below this similarity two names are unrelated; measured on typos of the point names (0.75 to 0.92) against other
/// words (0.50 at most).
const RELATED: f64 = 0.60;

/// Nothing is near to a longer name, and comparing it with every other would take long.
const LONGEST_NAME: usize = 64;

/// How many letters are compared with how many for one answer: ours have far fewer, and a suggestion is worth no wait.
const MOST_COMPARED: usize = 10_000_000;

/// A name, and how often it has each letter.
struct Letters<'n> {
    name: &'n str,
    counts: [u8; 64],
    length: usize,
}

impl<'n> Letters<'n> {
    fn of(name: &'n str) -> Self {
        let mut counts = [0_u8; 64];
        for letter in name.chars() {
            if let Some(count) = counts.get_mut(Self::place(letter)) {
                *count = count.saturating_add(1);
            }
        }
        Self { name, counts, length: name.chars().count() }
    }

    /// Letters that share a place are taken for one: more can look alike than do, never fewer.
    fn place(letter: char) -> usize {
        letter as usize % 64
    }

    /// How near another name is, where they are related. What they have in common is looked at first: whatever the order,
    /// no name is nearer than its letters.
    fn nearness(&self, other: &str, left: &mut usize) -> Option<f64> {
        let mut counts = self.counts;
        let (mut common, mut length) = (0_usize, 0_usize);
        for letter in other.chars() {
            length += 1;
            if let Some(count) = counts.get_mut(Self::place(letter)).filter(|count| **count > 0) {
                *count -= 1;
                common += 1;
            }
        }
        #[allow(clippy::cast_precision_loss, reason = "names have few letters")]
        let is_far = (common as f64) < RELATED * self.length.max(length) as f64;
        if is_far {
            return None;
        }
        *left = left.checked_sub(self.length * length)?;
        Some(strsim::normalized_damerau_levenshtein(other, self.name)).filter(|score| *score >= RELATED)
    }
}

/// The entries whose names are nearest, as a reader would write them.
pub(super) fn entries(catalogue: &Catalogue, name: &str) -> Vec<String> {
    let folded = fold(name);
    if let Some(routine) = catalogue.index().routines().find(|row| fold(row.id) == folded) {
        return vec![format!("the routine: sciatica routine {}", routine.id)];
    }
    let near = if is_code(&folded) { nearest_codes(catalogue, &folded) } else { beginning_with(catalogue, &folded) };
    let near =
        if near.is_empty() && !is_code(&folded) { nearest_of(RELATED, catalogue, &folded, |_| true) } else { near };
    near.iter().map(|target| described(catalogue, *target)).collect()
}

/// The pages whose names begin like a word, or else are nearest to it, by id.
pub(super) fn pages(catalogue: &Catalogue, word: &str) -> Vec<String> {
    const MOST: usize = 3;
    let folded = fold(word);
    let begins = |id: &&str| !folded.is_empty() && fold(id).starts_with(&folded);
    let beginning: Vec<&str> = catalogue.index().topics().map(|row| row.id).filter(begins).take(MOST).collect();
    if !beginning.is_empty() {
        return beginning.into_iter().map(str::to_owned).collect();
    }
    let near = nearest_of(RELATED, catalogue, &folded, |kind| kind == Kind::Topic);
    near.iter().map(|target| target.id.to_owned()).collect()
}

/// The stretches and techniques whose ids begin with a word.
fn beginning_with<'c>(catalogue: &'c Catalogue, folded: &str) -> Vec<Target<'c>> {
    // Many begin with fewer letters.
    const SHORTEST: usize = 3;
    let kinds = [Kind::Stretch, Kind::Technique].into_iter();
    let rows = kinds.flat_map(|kind| catalogue.index().practices(kind).map(move |row| Target { kind, id: row.id }));
    let begins = |target: &Target<'_>| folded.len() >= SHORTEST && fold(target.id).starts_with(folded);
    rows.filter(begins).take(2).collect()
}

/// A word that declares something is compared more strictly: to be taken for another illness misleads. Measured on typos
/// of the ids and aliases (0.78 to 0.95) against unrelated words that look like one (`pill` and `ill`: 0.75).
const NEARLY_DECLARED: f64 = 0.76;

/// The red flags and precautions whose names are nearest, by id.
pub(super) fn declarations(catalogue: &Catalogue, word: &str) -> Vec<String> {
    let near = nearest_of(NEARLY_DECLARED, catalogue, &fold(word), Kind::can_be_declared);
    near.iter().map(|target| target.id.to_owned()).collect()
}

/// The precaution or red flag whose name is nearest to a word that names nothing; `None` where another kind is nearer.
pub fn near_declaration<'c>(catalogue: &'c Catalogue, word: &str) -> Option<Target<'c>> {
    let folded = fold(word);
    if is_code(&folded) {
        return None;
    }
    let near = nearest_of(NEARLY_DECLARED, catalogue, &folded, |_| true);
    near.first().copied().filter(|target| target.kind.can_be_declared())
}

/// The routine whose id is nearest, by id.
pub(super) fn routines(catalogue: &Catalogue, name: &str) -> Vec<String> {
    let folded = fold(name);
    let ids = catalogue.index().routines().map(|row| row.id);
    let scored = ids.map(|id| (strsim::normalized_damerau_levenshtein(&fold(id), &folded), id));
    best(scored.filter(|(score, _)| *score >= RELATED)).into_iter().collect()
}

/// The one of some words that is nearest to a word, where one is near.
pub fn nearest_word<'w>(word: &str, known: impl Iterator<Item = &'w str>) -> Option<&'w str> {
    let word: String = word.chars().take(LONGEST_NAME).collect::<String>().to_lowercase();
    let scored = known.map(|it| (strsim::normalized_damerau_levenshtein(&it.to_lowercase(), &word), it));
    let near = scored.filter(|(score, _)| *score >= RELATED);
    near.max_by(|(one, a), (other, b)| one.total_cmp(other).then(b.cmp(a))).map(|(_, it)| it)
}

/// The name with the highest score; of several, the first by name.
fn best<'n>(scored: impl Iterator<Item = (f64, &'n str)>) -> Option<String> {
    let best = scored.max_by(|(one, a), (other, b)| one.total_cmp(other).then(b.cmp(a)));
    best.map(|(_, name)| name.to_owned())
}

/// The term of all texts that is nearest to one that stands nowhere. No number is near to another.
pub(super) fn term(catalogue: &Catalogue, unknown: &str) -> Option<String> {
    if unknown.len() > LONGEST_NAME || unknown.contains(char::is_numeric) {
        return None;
    }
    let letters = Letters::of(unknown);
    let mut left = MOST_COMPARED;
    let known = catalogue.search_index().all_terms();
    best(known.filter_map(|known| Some((letters.nearness(known, &mut left)?, known))))
}

/// The term of which a word that stands nowhere is a slip: one letter of five or more, or two of ten.
pub(super) fn slip(catalogue: &Catalogue, unknown: &str) -> Option<String> {
    const ALIKE: f64 = 0.8;
    let unknown = stem(unknown);
    term(catalogue, &unknown).filter(|near| strsim::normalized_damerau_levenshtein(near, &unknown) >= ALIKE)
}

fn is_code(folded: &str) -> bool {
    folded.len() < 8 && folded.ends_with(|c: char| c.is_ascii_digit()) && folded.starts_with(char::is_alphabetic)
}

/// Codes one edit away, within the same meridian: `BL58` is as near to `GB58` as to `BL57`.
fn nearest_codes<'c>(catalogue: &'c Catalogue, folded: &str) -> Vec<Target<'c>> {
    let letters = |code: &str| code.trim_end_matches(|c: char| c.is_ascii_digit()).to_owned();
    let codes = catalogue.index().points().map(|point| point.code);
    let near = codes.filter(|code| {
        let code = fold(code);
        letters(&code) == letters(folded) && strsim::damerau_levenshtein(&code, folded) <= 1
    });
    near.take(2).map(|id| Target { kind: Kind::Point, id }).collect()
}

fn nearest_of<'c>(least: f64, catalogue: &'c Catalogue, folded: &str, wanted: fn(Kind) -> bool) -> Vec<Target<'c>> {
    if folded.len() > LONGEST_NAME {
        return Vec::new();
    }
    let letters = Letters::of(folded);
    let mut left = MOST_COMPARED;
    let names = catalogue.index().all_names().filter(|(_, target)| wanted(target.kind));
    let mut scored: Vec<(f64, Target<'_>)> = names
        .filter_map(|(name, target)| Some((letters.nearness(&name, &mut left)?, target)))
        .filter(|(score, _)| *score >= least)
        .collect();
    scored.sort_unstable_by(|(one, a), (other, b)| other.total_cmp(one).then(a.cmp(b)));
    let mut seen = BTreeSet::new();
    scored.into_iter().map(|(_, target)| target).filter(|target| seen.insert(*target)).take(2).collect()
}

fn described(catalogue: &Catalogue, target: Target<'_>) -> String {
    match catalogue.index().point(target.id) {
        Some(point) if target.kind == Kind::Point => format!("{} ({}, {})", point.code, point.pinyin, point.english),
        _ => target.id.to_owned(),
    }
}
