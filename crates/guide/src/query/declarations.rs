//! The precautions and red flags that words declare.

use super::error::QueryError;
use super::names::{ambiguity, longest_run, resolve};
use super::{spoken_of, suggest};
use crate::model::{Kind, Target};
use crate::shelf::Catalogue;
use crate::text::fold;

/// The red flags and precautions that stand anywhere in words, by the longest runs that name one, from the left. A name
/// that could be two of them is left out: it declares neither.
pub fn declarations_in<'c>(catalogue: &'c Catalogue, words: &[&str]) -> Vec<Target<'c>> {
    let only = |(_, meant): (String, Vec<Target<'c>>)| match meant.as_slice() {
        [only] => Some(*only),
        _ => None,
    };
    names_of_declarations_in(catalogue, words).into_iter().filter_map(only).collect()
}

/// The names of red flags and precautions in words, as they were typed, each with all that it could mean.
pub(super) fn names_of_declarations_in<'c>(catalogue: &'c Catalogue, words: &[&str]) -> Vec<(String, Vec<Target<'c>>)> {
    let meant = |run: &str| {
        let meant = match resolve(catalogue, run) {
            Ok(found) => vec![found?],
            // What may be a precaution is told as one.
            Err(QueryError::Ambiguous { ambiguity, .. }) => {
                let choices = ambiguity.choices.iter().filter_map(|(id, _)| catalogue.index().precaution(id));
                let choices = choices.map(|row| Target { kind: Kind::Precaution, id: row.id });
                choices.collect::<Vec<_>>()
            }
            Err(_) => return None,
        };
        Some((run.to_owned(), meant))
    };
    let mut found = Vec::new();
    let mut rest = words;
    while let [_, after @ ..] = rest {
        let named = longest_run(rest, 1, meant);
        rest = named.as_ref().map_or(after, |(_, behind)| behind);
        let (run, meant) = named.map(|(named, _)| named).unwrap_or_default();
        let meant: Vec<Target<'c>> = meant.into_iter().filter(|target| target.kind.can_be_declared()).collect();
        found.extend((!meant.is_empty()).then_some((run, meant)));
    }
    found
}

/// What the longest run from the first of some words declares, where that is more than the first alone. Of a list between
/// commas, the last counts.
pub fn declared_by_several<'c>(catalogue: &'c Catalogue, words: &[&str]) -> Option<Target<'c>> {
    let [first, after @ ..] = words else { return None };
    let last = first.rsplit(',').next().filter(|last| !last.trim().is_empty())?;
    let words: Vec<&str> = std::iter::once(last).chain(after.iter().copied()).collect();
    longest_run(&words, 2, |run| only_declaration(catalogue, run).ok().flatten()).map(|(target, _)| target)
}

/// The precaution or red flag that a word declares.
///
/// # Errors
/// [`QueryError::Ambiguous`] or [`QueryError::NoDeclaration`]: a word that is not understood must not show everything.
pub fn declaration<'c>(catalogue: &'c Catalogue, word: &str) -> Result<Target<'c>, QueryError> {
    if fold(word).is_empty() {
        return Err(QueryError::NothingDeclared);
    }
    let unknown = || {
        let name = word.to_owned();
        let held = precautions_in(catalogue, word);
        if !held.is_empty() {
            return QueryError::NoDeclaration { name, nearest: Vec::new(), spoken_of: Vec::new(), held };
        }
        let spoken_of = spoken_of::speaking_of(catalogue, word);
        let nearest = if spoken_of.is_empty() { suggest::declarations(catalogue, word) } else { Vec::new() };
        QueryError::NoDeclaration { name, nearest, spoken_of, held }
    };
    only_declaration(catalogue, word)?.ok_or_else(unknown)
}

/// The precautions that some words of several name: `I am pregnant`.
fn precautions_in(catalogue: &Catalogue, text: &str) -> Vec<String> {
    let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let named = declarations_in(catalogue, &words).into_iter().filter(|target| target.kind == Kind::Precaution);
    named.map(|target| target.id.to_owned()).collect()
}

/// The red flag or precaution that a word answers.
///
/// # Errors
/// [`QueryError::Ambiguous`] or [`QueryError::NoAnswer`]: a word that is not understood must not count as a no.
pub fn sign<'c>(catalogue: &'c Catalogue, word: &str) -> Result<Target<'c>, QueryError> {
    let nearest = || suggest::declarations(catalogue, word);
    only_declaration(catalogue, word)?.ok_or_else(|| QueryError::NoAnswer { name: word.to_owned(), nearest: nearest() })
}

fn only_declaration<'c>(catalogue: &'c Catalogue, word: &str) -> Result<Option<Target<'c>>, QueryError> {
    if let Some(ambiguity) = ambiguity(catalogue, word)? {
        return Err(QueryError::Ambiguous { name: word.to_owned(), ambiguity, of_precaution: true });
    }
    let named = catalogue.index().named(word);
    let mut meant = named.into_iter().filter(|target| target.kind.can_be_declared());
    Ok(match (meant.next(), meant.next()) {
        (Some(target), None) => Some(target),
        _ => None,
    })
}
