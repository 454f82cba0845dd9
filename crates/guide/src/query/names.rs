//! The entries that names lead to.

use std::borrow::Borrow;
use std::collections::BTreeSet;

use super::error::{Ambiguity, QueryError};
use super::suggest;
use crate::model::Target;
use crate::shelf::Catalogue;
use crate::text::{fold, inserted};

/// The entry that a name leads to: by its exact spelling with tones first, then folded.
///
/// A point is found by any prefix of its meridian in use (`UB40`, `liv 3`). A name with two meanings is never resolved.
///
/// # Errors
/// [`QueryError::Ambiguous`] or [`QueryError::NoEntry`], which names the nearest.
pub fn find<'c>(catalogue: &'c Catalogue, name: &str) -> Result<Target<'c>, QueryError> {
    resolve(catalogue, name)?.ok_or_else(|| {
        let code = canonical_code(catalogue, name);
        let nearest = suggest::entries(catalogue, code.as_deref().unwrap_or(name));
        QueryError::NoEntry { name: name.to_owned(), nearest }
    })
}

/// The same for somebody who looks for a page to read.
///
/// # Errors
/// [`QueryError::Ambiguous`] or [`QueryError::NoPage`], which names the nearest pages.
pub fn find_page<'c>(catalogue: &'c Catalogue, name: &str) -> Result<Target<'c>, QueryError> {
    resolve(catalogue, name)?
        .ok_or_else(|| QueryError::NoPage { name: name.to_owned(), nearest: suggest::pages(catalogue, name) })
}

/// Entries that tell how to do something and of which a name holds this one, which leads to another entry.
pub fn named_alike<'c>(catalogue: &'c Catalogue, name: &str, found: Target<'_>) -> Vec<Target<'c>> {
    // Nearly every name holds a shorter one.
    const SHORTEST: usize = 5;
    let folded = fold(name);
    if folded.len() < SHORTEST || folded == fold(found.id) {
        return Vec::new();
    }
    let alike = catalogue.index().all_names().filter(|(known, target)| {
        target.kind.tells_how_to() && known.contains(folded.as_str()) && target.id != found.id
    });
    let targets: BTreeSet<Target<'c>> = inserted(alike.map(|(_, target)| target));
    targets.into_iter().collect()
}

/// The same without looking for what is near.
pub(super) fn resolve<'c>(catalogue: &'c Catalogue, name: &str) -> Result<Option<Target<'c>>, QueryError> {
    if let [only] = catalogue.index().named_exactly(name).as_slice() {
        return Ok(Some(*only));
    }
    let code = canonical_code(catalogue, name);
    let name_or_code = code.as_deref().unwrap_or(name);
    if let Some(ambiguity) = ambiguity(catalogue, name_or_code)? {
        return Err(QueryError::Ambiguous { name: name.to_owned(), ambiguity, of_precaution: false });
    }
    match catalogue.index().named(name_or_code).as_slice() {
        [] => Ok(None),
        [only] => Ok(Some(*only)),
        several => {
            let choices = several.iter().map(|target| (target.id.to_owned(), target.kind.id().to_owned())).collect();
            let ambiguity = Ambiguity { explain: "Several entries carry this name.".to_owned(), choices };
            Err(QueryError::Ambiguous { name: name.to_owned(), ambiguity, of_precaution: false })
        }
    }
}

/// More words than any name has.
pub(super) const MOST_WORDS_OF_A_NAME: usize = 14;

/// The longest run from the first of some words that means something, of so many words at the `least`; and what stands
/// behind it.
pub(super) fn longest_run<W: Borrow<str>, T>(
    words: &[W],
    least: usize,
    means: impl Fn(&str) -> Option<T>,
) -> Option<(T, &[W])> {
    let longest = words.len().min(MOST_WORDS_OF_A_NAME);
    (least..=longest).rev().find_map(|count| Some((means(&words.get(..count)?.join(" "))?, words.get(count..)?)))
}

/// The entries that words lead to, by [`names_in`] them.
pub fn find_all<'c>(catalogue: &'c Catalogue, words: &[String]) -> Vec<Result<Target<'c>, QueryError>> {
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
        let run = longest_run(rest, 2, |run| is_a_name(run).then(|| run.to_owned()));
        let (name, behind) = run.unwrap_or_else(|| (first.clone(), after));
        names.push(name);
        rest = behind;
    }
    names
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

pub(super) fn ambiguity(catalogue: &Catalogue, name: &str) -> Result<Option<Ambiguity>, QueryError> {
    let Some(place) = catalogue.index().homonym(name) else { return Ok(None) };
    let homonym = catalogue.homonyms()?.into_iter().nth(place);
    Ok(homonym.map(|homonym| Ambiguity {
        explain: homonym.explain,
        choices: homonym.choices.into_iter().map(|choice| (choice.entry, choice.text)).collect(),
    }))
}
