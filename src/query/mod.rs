//! Finds entries by what a reader types, and says what is near when nothing is.

mod filter;
mod search;
mod suggest;

pub use filter::{PointFilter, PracticeFilter, RegionWish, points, practices, region_or_area};
pub use search::{Found, Hit, Stance, search};

use crate::catalogue::{Catalogue, Index, Kind, PrecautionRow, Target, fold};
use crate::error::{Ambiguity, DeclarationError, Error};
use crate::screening::{Facets, Level, judge_alone};

/// The entry that a name leads to: by its exact spelling with tones first, then folded.
///
/// A point is found by any prefix of its meridian in use (`UB40`, `liv 3`). A name with two meanings is never resolved.
///
/// # Errors
/// [`Error::Ambiguous`] or [`Error::NoEntry`], which names the nearest.
pub fn find<'c>(catalogue: &'c Catalogue, name: &str) -> Result<Target<'c>, Error> {
    resolve(catalogue, name)?.ok_or_else(|| {
        let code = canonical_code(catalogue, name);
        let nearest = suggest::entries(catalogue, code.as_deref().unwrap_or(name));
        Error::NoEntry { name: name.to_owned(), nearest }
    })
}

/// The same without looking for what is near.
fn resolve<'c>(catalogue: &'c Catalogue, name: &str) -> Result<Option<Target<'c>>, Error> {
    if let [only] = catalogue.index().named_exactly(name).as_slice() {
        return Ok(Some(*only));
    }
    let code = canonical_code(catalogue, name);
    let name_or_code = code.as_deref().unwrap_or(name);
    if let Some(ambiguity) = ambiguity(catalogue, name_or_code)? {
        return Err(Error::Ambiguous { name: name.to_owned(), ambiguity, of_precaution: false });
    }
    match catalogue.index().named(name_or_code).as_slice() {
        [] => Ok(None),
        [only] => Ok(Some(*only)),
        several => Err(Error::Ambiguous {
            name: name.to_owned(),
            ambiguity: Ambiguity {
                explain: "Several entries carry this name.".to_owned(),
                choices: several.iter().map(|target| (target.id.to_owned(), target.kind.id().to_owned())).collect(),
            },
            of_precaution: false,
        }),
    }
}

/// More words than any name has.
pub const MOST_WORDS_OF_A_NAME: usize = 14;

/// The entries that words lead to, by [`names_in`] them.
pub fn find_all<'c>(catalogue: &'c Catalogue, words: &[String]) -> Vec<Result<Target<'c>, Error>> {
    names_in(catalogue, words).iter().map(|name| find(catalogue, name)).collect()
}

/// The names that words make up: all words together if they are one name, else from the left the longest run that is one,
/// else each word for itself. Commas and blanks part words, where what stands between them is no name as a whole.
pub fn names_in(catalogue: &Catalogue, words: &[String]) -> Vec<String> {
    let is_a_name = |words: &str| !matches!(resolve(catalogue, words), Ok(None));
    if words.len() > 1 && is_a_name(&words.join(" ")) {
        return vec![words.join(" ")];
    }
    let parted = |word: &String| -> Vec<String> {
        let parts = || word.split([',', ' ']).filter(|part| !part.is_empty());
        if !word.contains([',', ' ']) || is_a_name(word) || !parts().any(is_a_name) {
            return vec![word.clone()];
        }
        parts().map(str::to_owned).collect()
    };
    let words: Vec<String> = words.iter().flat_map(parted).collect();
    let mut names = Vec::new();
    let mut rest = words.as_slice();
    while let [first, after @ ..] = rest {
        let longest = rest.len().min(MOST_WORDS_OF_A_NAME);
        let mut runs = (2..=longest).rev().filter_map(|count| Some((rest.get(..count)?.join(" "), rest.get(count..)?)));
        let (name, behind) = runs.find(|(run, _)| is_a_name(run)).unwrap_or_else(|| (first.clone(), after));
        names.push(name);
        rest = behind;
    }
    names
}

/// The red flags and precautions that stand anywhere in words, by the longest runs that name one, from the left. A name
/// that could be two of them is left out: it declares neither.
pub fn declarations_in<'c>(catalogue: &'c Catalogue, words: &[&str]) -> Vec<Target<'c>> {
    let is_declaration = |target: &Target<'_>| matches!(target.kind, Kind::RedFlag | Kind::Precaution);
    let mut found = Vec::new();
    let mut rest = words;
    while let [_, after @ ..] = rest {
        let longest = rest.len().min(MOST_WORDS_OF_A_NAME);
        let mut runs = (1..=longest).rev().filter_map(|count| Some((rest.get(..count)?.join(" "), rest.get(count..)?)));
        let named = runs.find_map(|(run, behind)| Some((resolve(catalogue, &run).ok().flatten()?, behind)));
        let (target, behind) = named.map_or((None, after), |(target, behind)| (Some(target), behind));
        found.extend(target.filter(is_declaration));
        rest = behind;
    }
    found
}

/// What the longest run from the first of some words declares, where that is more than the first alone. Of a list between
/// commas, the last counts.
pub fn declared_by_several<'c>(catalogue: &'c Catalogue, words: &[&str]) -> Option<Target<'c>> {
    let [first, after @ ..] = words else { return None };
    let last = first.rsplit(',').next().filter(|last| !last.trim().is_empty())?;
    let longest = after.len().min(MOST_WORDS_OF_A_NAME);
    (1..=longest).rev().find_map(|count| {
        let run = std::iter::once(last).chain(after.get(..count)?.iter().copied()).collect::<Vec<_>>().join(" ");
        declared(catalogue, &run).ok().flatten()
    })
}

/// The precaution or red flag that a word declares.
///
/// # Errors
/// [`Error::Ambiguous`] or [`DeclarationError::Unknown`]: a word that is not understood must not show everything.
pub fn declaration<'c>(catalogue: &'c Catalogue, word: &str) -> Result<Target<'c>, Error> {
    if fold(word).is_empty() {
        return Err(DeclarationError::Empty.into());
    }
    let unknown = || {
        let spoken_of = search::speaking_of(catalogue, word);
        let nearest = if spoken_of.is_empty() { suggest::declarations(catalogue, word) } else { Vec::new() };
        DeclarationError::Unknown { name: word.to_owned(), nearest, spoken_of }.into()
    };
    declared(catalogue, word)?.ok_or_else(unknown)
}

/// The red flag or precaution that a word answers.
///
/// # Errors
/// [`Error::Ambiguous`] or [`Error::NoAnswer`]: a word that is not understood must not count as a no.
pub fn sign<'c>(catalogue: &'c Catalogue, word: &str) -> Result<Target<'c>, Error> {
    let nearest = || suggest::declarations(catalogue, word);
    declared(catalogue, word)?.ok_or_else(|| Error::NoAnswer { name: word.to_owned(), nearest: nearest() })
}

fn declared<'c>(catalogue: &'c Catalogue, word: &str) -> Result<Option<Target<'c>>, Error> {
    if let Some(ambiguity) = ambiguity(catalogue, word)? {
        return Err(Error::Ambiguous { name: word.to_owned(), ambiguity, of_precaution: true });
    }
    let named = catalogue.index().named(word);
    let mut meant = named.into_iter().filter(|target| matches!(target.kind, Kind::RedFlag | Kind::Precaution));
    Ok(match (meant.next(), meant.next()) {
        (Some(target), None) => Some(target),
        _ => None,
    })
}

/// The precaution or red flag whose name is nearest to a word that names nothing; `None` where another kind is nearer.
pub fn near_declaration<'c>(catalogue: &'c Catalogue, word: &str) -> Option<Target<'c>> {
    suggest::declaration(catalogue, word)
}

/// The precautions that touch an entry, and what each alone would make of it.
pub fn touching<'c>(index: &'c Index, entry: &Facets<'c>) -> Vec<(PrecautionRow<'c>, Level)> {
    let alone = |precaution: &PrecautionRow<'c>| {
        judge_alone(entry, index.rules_of(precaution.id), precaution.red_flag.is_some())
    };
    index.precautions().filter_map(|precaution| Some((precaution, alone(&precaution)?))).collect()
}

/// A code with the letters in use here, from any prefix in use: `UB40` → `BL40`. `None` when it is not a code.
fn canonical_code(catalogue: &Catalogue, name: &str) -> Option<String> {
    let folded = fold(name);
    let digits = folded.find(|c: char| c.is_ascii_digit())?;
    let (prefix, number) = folded.split_at(digits);
    if prefix.is_empty() || !number.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let (letters, _) = catalogue.index().meridian_letters(prefix)?;
    Some(format!("{letters}{number}"))
}

fn ambiguity(catalogue: &Catalogue, name: &str) -> Result<Option<Ambiguity>, Error> {
    let Some(place) = catalogue.index().homonym(name) else { return Ok(None) };
    let homonym = catalogue.homonyms()?.into_iter().nth(place);
    Ok(homonym.map(|homonym| Ambiguity {
        explain: homonym.explain,
        choices: homonym.choices.into_iter().map(|choice| (choice.entry, choice.text)).collect(),
    }))
}

/// The id of the routine of this name.
///
/// # Errors
/// No routine is called that.
pub fn routine<'c>(catalogue: &'c Catalogue, name: &str) -> Result<&'c str, Error> {
    let folded = fold(name);
    let known = || catalogue.index().routines();
    let found = known().find(|row| fold(row.id) == folded || fold(row.title) == folded);
    found.map(|row| row.id).ok_or_else(|| Error::NoRoutine {
        name: name.to_owned(),
        nearest: suggest::routines(catalogue, name),
        known: known().map(|row| row.id.to_owned()).collect(),
    })
}
