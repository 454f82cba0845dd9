//! Finds entries by what a reader types, and says what is near when nothing is.

mod filter;
mod search;
mod suggest;

pub use filter::{PointFilter, PracticeFilter, RegionWish, points, practices, region_or_area};
pub use search::{Found, Hit, Stance, search};

use crate::catalogue::{Catalogue, Index, Kind, PrecautionRow, Target, fold};
use crate::error::{Ambiguity, Error};
use crate::screening::{Facets, Level, judge_alone};

/// The entry that a name leads to: by its exact spelling with tones first, then folded.
///
/// A point is found by any prefix of its meridian in use (`UB40`, `liv 3`). A name with two meanings is never resolved.
///
/// # Errors
/// [`Error::Ambiguous`] or [`Error::NoEntry`], which names the nearest.
pub fn find<'c>(catalogue: &'c Catalogue, name: &str) -> Result<Target<'c>, Error> {
    if let [only] = catalogue.index().named_exactly(name).as_slice() {
        return Ok(*only);
    }
    let code = canonical_code(catalogue, name);
    let name_or_code = code.as_deref().unwrap_or(name);
    if let Some(ambiguity) = ambiguity(catalogue, name_or_code)? {
        return Err(Error::Ambiguous { name: name.to_owned(), ambiguity, of_precaution: false });
    }
    match catalogue.index().named(name_or_code).as_slice() {
        [] => Err(Error::NoEntry { name: name.to_owned(), nearest: suggest::entries(catalogue, name_or_code) }),
        [only] => Ok(*only),
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

/// The entries that words lead to: all words together if they are one name, else each word for itself.
pub fn find_all<'c>(catalogue: &'c Catalogue, words: &[String]) -> Vec<Result<Target<'c>, Error>> {
    if words.len() > 1 {
        let together = find(catalogue, &words.join(" "));
        if matches!(together, Ok(_) | Err(Error::Ambiguous { .. })) {
            return vec![together];
        }
    }
    words.iter().map(|word| find(catalogue, word)).collect()
}

/// The id of the precaution that a word declares.
///
/// # Errors
/// [`Error::Ambiguous`] or [`Error::NoPrecaution`]: a word that is not understood must not show everything.
pub fn precaution<'c>(catalogue: &'c Catalogue, word: &str) -> Result<&'c str, Error> {
    if let Some(ambiguity) = ambiguity(catalogue, word)? {
        return Err(Error::Ambiguous { name: word.to_owned(), ambiguity, of_precaution: true });
    }
    let named = catalogue.index().named(word);
    let mut precautions = named.iter().filter(|target| target.kind == Kind::Precaution);
    match (precautions.next(), precautions.next()) {
        (Some(target), None) => Ok(target.id),
        _ => Err(Error::NoPrecaution { name: word.to_owned(), nearest: suggest::precautions(catalogue, word) }),
    }
}

/// The red flag or precaution that a word names.
///
/// # Errors
/// [`Error::Ambiguous`] or [`Error::NoAnswer`]: a word that is not understood must not count as a no.
pub fn sign<'c>(catalogue: &'c Catalogue, word: &str) -> Result<Target<'c>, Error> {
    if let Some(ambiguity) = ambiguity(catalogue, word)? {
        return Err(Error::Ambiguous { name: word.to_owned(), ambiguity, of_precaution: true });
    }
    let named = catalogue.index().named(word);
    let mut signs = named.into_iter().filter(|target| matches!(target.kind, Kind::RedFlag | Kind::Precaution));
    match (signs.next(), signs.next()) {
        (Some(target), None) => Ok(target),
        _ => Err(Error::NoAnswer { name: word.to_owned(), nearest: suggest::signs(catalogue, word) }),
    }
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
