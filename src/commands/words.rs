//! What the words of a question were meant as: one that declares something is never taken for anything else.

use super::arguments::ScreeningArgs;
use crate::error::{DeclarationError, Error, Exit};
use guide::model::{Kind, Target};
use guide::query::{self, QueryError};
use guide::shelf::Catalogue;
use guide::text::put_in_order;

/// What a name leads to, or why it leads nowhere.
type Lookup<'c> = Result<Target<'c>, QueryError>;

/// Signs that stand before an option, or that a page puts in the place of its dashes: the dashes of Unicode, what looks
/// like one, and what stands before options elsewhere.
pub(super) fn begins_an_option(character: char) -> bool {
    const SIGNS: &[char] = &[
        '-', '/', '+', '\u{ad}', '\u{2d7}', '\u{58a}', '\u{5be}', '\u{6d4}', '\u{1400}', '\u{1806}', '\u{2043}',
        '\u{2053}', '\u{207b}', '\u{208b}', '\u{2212}', '\u{2500}', '\u{2501}', '\u{2796}', '\u{2cba}', '\u{2e17}',
        '\u{2e1a}', '\u{2e3a}', '\u{2e3b}', '\u{2e40}', '\u{2e5d}', '\u{301c}', '\u{3030}', '\u{30a0}', '\u{30fc}',
        '\u{3161}', '\u{fe31}', '\u{fe32}', '\u{fe58}', '\u{fe63}', '\u{ff0b}', '\u{ff0d}', '\u{ff0f}', '\u{ff70}',
        '\u{10ead}',
    ];
    SIGNS.contains(&character) || matches!(character, '\u{2010}'..='\u{2015}')
}

/// A word without what a copied page may put around it: quotes, blanks, and characters that nobody sees.
pub(super) fn unquoted(word: &str) -> &str {
    const QUOTES: &[char] = &[
        '"', '\'', '`', '\u{b4}', '\u{ab}', '\u{bb}', '\u{2018}', '\u{2019}', '\u{201a}', '\u{201b}', '\u{201c}',
        '\u{201d}', '\u{201e}', '\u{201f}', '\u{2039}', '\u{203a}', '\u{300c}', '\u{300d}', '\u{ff02}', '\u{ff07}',
    ];
    let around = |c: char| {
        QUOTES.contains(&c)
            || c.is_whitespace()
            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
    };
    word.trim_matches(around)
}

/// What the program does by itself.
pub(super) const NOW: &str = "now";

/// Whether a first word is no command, and none of the options that the program itself has.
pub(super) fn is_an_option_of_now(first: &str) -> bool {
    unquoted(first).starts_with(begins_an_option) && !matches!(first, "-h" | "--help" | "-V" | "--version")
}

/// Refuses a word that begins like an option where names or words are asked for.
///
/// # Errors
/// [`DeclarationError::BeginsAnOption`]
pub(super) fn refuse_options(words: &[String]) -> Result<(), Error> {
    match words.iter().find(|word| unquoted(word).starts_with(begins_an_option)) {
        Some(word) => Err(DeclarationError::BeginsAnOption(word.clone()).into()),
        None => Ok(()),
    }
}

/// Refuses a week that stands apart from its option among names or words.
///
/// # Errors
/// [`DeclarationError::WeekApart`]
pub(super) fn refuse_week(words: &[String], screening: &ScreeningArgs) -> Result<(), Error> {
    match words.iter().find(|word| screening.is_a_week(word)) {
        Some(week) => Err(DeclarationError::WeekApart(week.clone()).into()),
        None => Ok(()),
    }
}

/// The entries that names lead to, signs first, for an answer that tells how to do something.
///
/// # Errors
/// A word that begins like an option, or a week apart from its option; or, beside a page or what tells how to do something
/// (named, or in any other way the `subject`), a word that names a precaution or nearly does.
pub(super) fn entries<'c>(
    catalogue: &'c Catalogue,
    names: &[String],
    screening: &ScreeningArgs,
    subject: bool,
) -> Result<Vec<Lookup<'c>>, Error> {
    refuse_options(names)?;
    let names = query::names_in(catalogue, names);
    refuse_options(&names)?;
    refuse_week(&names, screening)?;
    let mut found: Vec<_> = names.iter().map(|name| query::find(catalogue, name)).collect();
    let slip = slip_of_several(catalogue, &names, &found);
    let hidden: Vec<Target<'c>> = found.iter().flat_map(|found| hidden_in(catalogue, found)).collect();
    found.extend(hidden.into_iter().map(Ok));
    put_in_order(&mut found, |found| (u64::from(!is_of(Kind::RedFlag, found)), ""));
    let has = |kind| found.iter().any(|found| is_of(kind, found));
    if (subject || tell_how(&found) || has(Kind::Topic)) && !has(Kind::RedFlag) {
        found.iter().try_for_each(|found| declares_nothing(catalogue, found))?;
        slip.map_or(Ok(()), |slip| Err(Error::from(slip)))?;
    }
    Ok(found)
}

/// What nearly declares something in several words of which one leads nowhere: `blood thiners`.
fn slip_of_several(catalogue: &Catalogue, names: &[String], found: &[Lookup<'_>]) -> Option<QueryError> {
    const MOST: usize = 3;
    (2..=MOST).find_map(|count| {
        let runs = names.windows(count).zip(found.windows(count));
        let mut unknown =
            runs.filter(|(_, found)| found.iter().any(|it| matches!(it, Err(QueryError::NoEntry { .. }))));
        unknown.find_map(|(names, _)| {
            let name = names.join(" ");
            let nearest = vec![query::near_declaration(catalogue, &name)?.id.to_owned()];
            Some(QueryError::NoDeclaration { name, nearest, spoken_of: Vec::new(), held: Vec::new() })
        })
    })
}

/// The signs and precautions that stand in a name that leads nowhere: between other words, or joined to something.
fn hidden_in<'c>(catalogue: &'c Catalogue, found: &Lookup<'c>) -> Vec<Target<'c>> {
    let Err(QueryError::NoEntry { name, .. }) = found else { return Vec::new() };
    let parts = name.split(|c: char| !c.is_alphabetic() && !"'\u{2019}".contains(c));
    let words: Vec<&str> = parts.filter(|word| !word.is_empty()).collect();
    if words == [name] { Vec::new() } else { query::declarations_in(catalogue, &words) }
}

fn is_of(kind: Kind, found: &Lookup<'_>) -> bool {
    found.as_ref().is_ok_and(|target| target.kind == kind)
}

fn declares_nothing(catalogue: &Catalogue, found: &Lookup<'_>) -> Result<(), Error> {
    let index = catalogue.index();
    let declares = |id: &String| index.precaution(id).is_some() || index.red_flag(id).is_some();
    match found {
        Ok(target) if target.kind == Kind::Precaution => Err(DeclarationError::AmongNames(target.id.to_owned()).into()),
        Err(QueryError::Ambiguous { name, ambiguity, .. }) if ambiguity.choices.iter().any(|(id, _)| declares(id)) => {
            let (name, ambiguity) = (name.clone(), ambiguity.clone());
            Err(QueryError::Ambiguous { name, ambiguity, of_precaution: true }.into())
        }
        Err(QueryError::NoEntry { name, nearest }) => {
            let near = query::near_declaration(catalogue, name).map(|target| target.id.to_owned());
            near.or_else(|| nearest.iter().find(|id| declares(id)).cloned()).map_or(Ok(()), |id| {
                let (name, nearest) = (name.clone(), vec![id]);
                Err(QueryError::NoDeclaration { name, nearest, spoken_of: Vec::new(), held: Vec::new() }.into())
            })
        }
        _ => Ok(()),
    }
}

/// Whether anything that was found tells how to do something.
pub(super) fn tell_how(found: &[Lookup<'_>]) -> bool {
    found.iter().flatten().any(|target| target.kind.tells_how_to())
}

/// What was found, and what is missing.
pub(super) fn parted<T, E: Into<Error>>(found: impl IntoIterator<Item = Result<T, E>>) -> (Vec<T>, Vec<Error>) {
    let (mut targets, mut misses) = (Vec::new(), Vec::new());
    for found in found {
        match found {
            Ok(target) => targets.push(target),
            Err(miss) => misses.push(miss.into()),
        }
    }
    (targets, misses)
}

/// The same where only some kinds are `wanted`.
pub(super) fn parted_by_kind<'c>(
    found: Vec<Lookup<'c>>,
    kinds: &[Kind],
    wanted: &'static str,
) -> (Vec<Target<'c>>, Vec<Error>) {
    parted(found.into_iter().map(|found| match found? {
        target if kinds.contains(&target.kind) => Ok(target),
        other => Err(Error::wrong_kind(other, wanted)),
    }))
}

/// How an answer ends beside which something is missing.
pub(super) fn exit(misses: &[Error]) -> Exit {
    if misses.is_empty() { Exit::Answered } else { Exit::Failed }
}
