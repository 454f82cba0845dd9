//! Names of entries by how they begin: what is offered to somebody who has not typed the whole of one yet.

use std::collections::BTreeSet;

use super::names::resolve;
use crate::model::{Kind, MARK, Named, Target};
use crate::shelf::{Catalogue, CatalogueError};
use crate::text::fold;

/// The names that begin so and lead to entries of these kinds, each as one word: blanks become hyphens. Where an entry has a
/// name that begins with another one of its own, the shorter one alone.
pub fn names_beginning<'c>(catalogue: &'c Catalogue, beginning: &str, kinds: &[Kind]) -> Vec<(String, Target<'c>)> {
    let folded = fold(beginning);
    if folded.is_empty() {
        return Vec::new();
    }
    let names = catalogue.index().all_names();
    let begin = names.filter(|(name, target)| kinds.contains(&target.kind) && name.starts_with(&folded));
    let targets: BTreeSet<Target<'c>> = begin.map(|(_, target)| target).collect();
    let words = |target: Target<'c>| spelled(catalogue, target, beginning).into_iter().map(move |word| (word, target));
    let found: Vec<_> = targets.into_iter().flat_map(words).collect();
    if found.is_empty() && kinds.contains(&Kind::Point) { codes(catalogue, beginning) } else { found }
}

/// The codes that begin so, with letters that stand for those in use here: `UB4` begins `UB40`, which is BL40.
fn codes<'c>(catalogue: &'c Catalogue, beginning: &str) -> Vec<(String, Target<'c>)> {
    let digits = beginning.find(|c: char| c.is_ascii_digit()).unwrap_or(beginning.len());
    let (prefix, number) = beginning.split_at(digits);
    let Some((letters, _)) = catalogue.index().meridian_letters(prefix) else { return Vec::new() };
    let numbers = catalogue.index().points().filter_map(|row| {
        let rest = row.code.strip_prefix(letters).filter(|rest| rest.starts_with(number))?;
        Some((format!("{prefix}{rest}"), Target { kind: Kind::Point, id: row.code }))
    });
    numbers.collect()
}

/// The names of an entry that begin so, as words.
fn spelled(catalogue: &Catalogue, target: Target<'_>, beginning: &str) -> Vec<String> {
    let beginning = beginning.to_lowercase();
    let mut words = names_of(catalogue, target).unwrap_or_default();
    words.retain(|word| {
        let leads_there = matches!(resolve(catalogue, word), Ok(Some(found)) if found == target);
        leads_there && word.to_lowercase().starts_with(&beginning)
    });
    words.sort_by_cached_key(|word| (word.chars().count(), word.to_lowercase()));
    let mut shortest: Vec<String> = Vec::new();
    for word in words {
        let begins_it = |short: &String| fold(&word).starts_with(&fold(short));
        if !shortest.iter().any(begins_it) {
            shortest.push(word);
        }
    }
    shortest
}

fn names_of(catalogue: &Catalogue, Target { kind, id }: Target<'_>) -> Result<Vec<String>, CatalogueError> {
    let words = |entry: &dyn Named| {
        let names = entry.names().into_iter().map(|found| found.name.strip_suffix(MARK).unwrap_or(found.name));
        names.map(|name| name.split_whitespace().collect::<Vec<_>>().join("-")).collect()
    };
    Ok(match kind {
        Kind::Point => words(&catalogue.point(id)?),
        Kind::Stretch => words(&catalogue.stretch(id)?),
        Kind::Technique => words(&catalogue.technique(id)?),
        Kind::Precaution => words(&catalogue.precaution(id)?),
        Kind::RedFlag => words(&catalogue.red_flag(id)?),
        Kind::Topic => words(&catalogue.topic(id)?),
        Kind::Source => words(&catalogue.source(id)?),
        Kind::NotCovered => Vec::new(),
    })
}
