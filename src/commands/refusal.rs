//! What is said in the place of an answer: what is wrong, the line that was meant, and first of all the sign to get help
//! for, where the reader named one.

use std::ffi::OsString;

use clap::error::ErrorKind;

use super::cli::{answer, parse};
use super::correction;
use super::declaration::{most_urgent, signs};
use super::usage::{self, Usage};
use super::words::{begins_an_option, unquoted};
use crate::bundle::bundle;
use crate::error::{DeclarationError, Error, Exit};
use crate::world::World;
use guide::model::{Kind, Urgency};
use guide::query::{self, QueryError};
use guide::screening::Profile;
use guide::shelf::Catalogue;
use guide::text::printable;

/// What is said in the place of an answer.
pub(crate) struct Refusal {
    /// The card of a sign that was named, for standard output; mostly empty.
    pub(crate) card: String,
    /// What is wrong, for standard error.
    pub(crate) message: String,
    /// How the program ends.
    pub(crate) exit: Exit,
}

impl Refusal {
    /// Of a question that could not be answered.
    pub(crate) fn of_error(error: Error, arguments: &[OsString], world: &World<'_>) -> Self {
        let exit = error.exit();
        let catalogue = Catalogue::bundled(bundle()).ok().filter(|_| is_about_words(&error));
        let Some(catalogue) = catalogue else { return Self::new(None, error.report(), exit) };
        // Among answers, a sign that can wait is nothing to stop at.
        let is_answer = matches!(error, Error::Query(QueryError::NoAnswer { .. }));
        let least = if is_answer { Urgency::SameDay } else { Urgency::Soon };
        let line = if can_be_corrected(&error) { correction::line(arguments, &catalogue) } else { None };
        let report = error.report();
        let is_wrong = declares_wrongly(&error);
        let message = line.map_or(report, |line| Error::Corrected(Box::new(error), line).report());
        // A word that declares nothing would be refused again.
        let message = if is_wrong { message } else { keeping_declared(&message, arguments) };
        Self::new(sign_card(&catalogue, least, arguments, world), message, exit)
    }

    /// Of a name of several words behind `--with`, of which only the first was taken: `--with numb bottom`.
    pub(crate) fn of_unjoined(arguments: &[OsString], world: &World<'_>) -> Option<Self> {
        let typed: Vec<&str> = arguments.iter().skip(1).filter_map(|argument| argument.to_str()).collect();
        let runs: Vec<Vec<&str>> = (0..typed.len()).filter_map(|place| unjoined(&typed, place)).collect();
        if runs.is_empty() {
            return None;
        }
        let catalogue = Catalogue::bundled(bundle()).ok()?;
        let target = runs.iter().find_map(|run| query::declared_by_several(&catalogue, run))?;
        if target.kind == Kind::RedFlag {
            let card = sign_card(&catalogue, Urgency::Soon, arguments, world)?;
            return Some(Self::new(Some(card), String::new(), Exit::Stopped));
        }
        let error = Error::from(DeclarationError::AmongNames(target.id.to_owned()));
        Some(Self::new(None, error.report(), error.exit()))
    }

    /// Of a command line that is none.
    pub(crate) fn of_usage(error: &clap::Error, arguments: &[OsString], world: &World<'_>) -> Self {
        let Usage { cause, hints, see } = Usage::of(error, arguments);
        let Ok(catalogue) = Catalogue::bundled(bundle()) else {
            return Self::new(None, told(&cause, &[]), Exit::Usage);
        };
        // What names an entry was hardly meant as a command.
        let (shown, asked) = match correction::line(arguments, &catalogue) {
            Some(line) if line.starts_with("sciatica search ") => (None, Some(line)),
            line => (line, None),
        };
        let mended = || usage::mended(error, arguments).filter(|words| is_sensible(words, &catalogue));
        let mended = || mended().and_then(|words| correction::as_typed(&words));
        let line = shown.or_else(mended).or(asked);
        let line = line.map(|line| format!("did you mean: {line}"));
        let hints: Vec<String> = hints.into_iter().chain(line).chain([format!("see: {see}")]).collect();
        Self::new(
            sign_card(&catalogue, Urgency::Soon, arguments, world)
                .or_else(|| asked_sign(&catalogue, error, arguments, world)),
            keeping_declared(&told(&cause, &hints), arguments),
            Exit::Usage,
        )
    }

    /// With the card of a sign it ends as every sign does.
    fn new(card: Option<String>, message: String, exit: Exit) -> Self {
        Self { exit: if card.is_some() { Exit::Stopped } else { exit }, card: card.unwrap_or_default(), message }
    }
}

/// What was given to `--with` or `--cleared` at a place, and the words that follow it.
fn unjoined<'t>(typed: &[&'t str], place: usize) -> Option<Vec<&'t str>> {
    let option = typed.get(place)?;
    let behind = typed.get(place + 1..)?;
    let end = behind.iter().position(|word| word.starts_with('-')).unwrap_or(behind.len());
    let behind = behind.get(..end)?.iter().copied();
    let run: Vec<&str> = match option.split_once('=') {
        Some(("--with" | "--cleared", value)) => std::iter::once(value).chain(behind).collect(),
        None if matches!(*option, "--with" | "--cleared") => behind.collect(),
        _ => return None,
    };
    (run.len() > 1).then_some(run)
}

/// Whether a line with `show` in the place of another word shows something: `how` begins a question.
fn is_sensible(words: &[OsString], catalogue: &Catalogue) -> bool {
    let words: Vec<String> = words.iter().skip(1).map(|word| word.to_string_lossy().into_owned()).collect();
    let Some(("show", names)) = words.split_first().map(|(first, rest)| (first.as_str(), rest)) else { return true };
    let end = names.iter().position(|word| word.starts_with('-')).unwrap_or(names.len());
    let names = names.get(..end).unwrap_or_default();
    names.is_empty() || query::find_all(catalogue, names).iter().all(Result::is_ok)
}

/// Whether it is about what was declared.
fn declares_wrongly(error: &Error) -> bool {
    let of_query = |error: &QueryError| {
        matches!(
            error,
            QueryError::NoDeclaration { .. }
                | QueryError::NothingDeclared
                | QueryError::NoAnswer { .. }
                | QueryError::Ambiguous { of_precaution: true, .. }
        )
    };
    matches!(error, Error::Declaration(_) | Error::NoneAndSome) || matches!(error, Error::Query(it) if of_query(it))
}

/// A message in which each command that shows an entry carries what was declared, so that nobody who types it is shown more.
pub(crate) fn keeping_declared(message: &str, arguments: &[OsString]) -> String {
    const SHOWS: &str = "sciatica show ";
    let typed: Vec<&str> = arguments.iter().filter_map(|argument| argument.to_str()).collect();
    let mut declared = String::new();
    for (place, word) in typed.iter().enumerate() {
        let valued = ["--with", "--cleared"].contains(word).then(|| typed.get(place + 1)).flatten();
        let alone = ["--with=", "--cleared=", "--pregnant", "--no-profile"].iter().any(|it| word.starts_with(it));
        if let Some(value) = valued {
            declared.push_str(&format!(" {word} {}", shell_words::quote(value)));
        } else if alone {
            declared.push_str(&format!(" {}", shell_words::quote(word)));
        }
    }
    if declared.is_empty() {
        return message.to_owned();
    }
    let told = message.lines().map(|line| match line.split_once(SHOWS) {
        Some((before, shown)) if before.starts_with("  ") && !shown.contains("--") => {
            let end = shown.find([' ', ':', ',', '?']).unwrap_or(shown.len());
            let (id, behind) = shown.split_at(end);
            format!("{before}{SHOWS}{id}{}{behind}\n", printable(&declared))
        }
        _ => format!("{line}\n"),
    });
    told.collect()
}

/// Whether it is about a word that was typed.
fn is_about_words(error: &Error) -> bool {
    matches!(error, Error::Query(_) | Error::WrongKind(..) | Error::Declaration(_) | Error::NoneAndSome)
}

fn can_be_corrected(error: &Error) -> bool {
    matches!(error, Error::Declaration(_) | Error::Query(QueryError::NothingDeclared))
}

/// It repeats what was typed, which may hold characters that act on a terminal, or line breaks that would forge a message.
fn told(cause: &str, hints: &[String]) -> String {
    let hints = hints.iter().map(|hint| format!("  {}\n", printable(hint)));
    format!("error: {}\n{}", printable(cause), hints.collect::<String>())
}

/// The card of the most urgent sign that stands anywhere in the words of a command line, and is at least so urgent.
fn sign_card(catalogue: &Catalogue, least: Urgency, arguments: &[OsString], world: &World<'_>) -> Option<String> {
    let typed: Vec<&str> = arguments.iter().skip(1).filter_map(|argument| argument.to_str()).collect();
    let values = typed.iter().flat_map(|word| {
        let bare = unquoted(word).trim_start_matches(begins_an_option);
        bare.split_once('=').map_or(bare, |(_, value)| value).split([',', ' '])
    });
    let words: Vec<&str> = values.map(unquoted).filter(|word| !word.is_empty()).collect();
    let named = query::declarations_in(catalogue, &words);
    let sign = most_urgent(catalogue, signs(named.iter()))?;
    catalogue.index().red_flag(sign).filter(|row| row.urgency >= least)?;
    card_of(sign, &typed, world)
}

/// The card of the sign that stands in a question which was typed in the place of a command.
fn asked_sign(catalogue: &Catalogue, error: &clap::Error, arguments: &[OsString], world: &World<'_>) -> Option<String> {
    let typed: Vec<&str> = arguments.iter().skip(1).filter_map(|argument| argument.to_str()).collect();
    let is_question = error.kind() == ErrorKind::InvalidSubcommand && typed.len() > 1;
    let reader = catalogue.reader(Profile::default()).ok().filter(|_| is_question)?;
    let found = query::search(catalogue, &reader, &typed.join(" "), 1).ok()?;
    card_of(&found.signs.first()?.id, &typed, world)
}

fn card_of(sign: &str, typed: &[&str], world: &World<'_>) -> Option<String> {
    let look = typed.iter().filter(|word| **word == "--plain" || word.starts_with("--format=")).copied();
    let question = ["sciatica", "show", sign].into_iter().chain(look).map(OsString::from);
    let cli = parse(&question.collect::<Vec<_>>(), None).ok()?;
    answer(&cli, world).ok().map(|reply| reply.rendered.answer)
}
