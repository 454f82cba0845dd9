//! What is said in the place of an answer: what is wrong, the line that was meant, and first of all the sign to get help
//! for, where the reader named one.

use std::ffi::OsString;

use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::arguments::most_urgent;
use super::words::{begins_an_option, unquoted};
use super::{answer, correction, parse};
use crate::catalogue::{Catalogue, Kind, Urgency, acts_on_a_terminal, first_unseen, printable};
use crate::error::{DeclarationError, Error, Exit};
use crate::query;
use crate::terminal::World;

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
        if !is_about_words(&error) {
            return Self { card: String::new(), message: error.report(), exit };
        }
        let catalogue = Catalogue::bundled();
        let line =
            catalogue.as_ref().ok().filter(|_| can_be_corrected(&error)).and_then(|it| correction::line(arguments, it));
        // Among answers, a sign that can wait is nothing to stop at.
        let least = if matches!(error, Error::NoAnswer { .. }) { Urgency::SameDay } else { Urgency::Soon };
        let card = catalogue.as_ref().ok().and_then(|it| sign_card(it, least, arguments, world));
        let message = match line {
            Some(line) => Error::Corrected { error: Box::new(error), line }.report(),
            None => error.report(),
        };
        Self { exit: if card.is_some() { Exit::Stopped } else { exit }, card: card.unwrap_or_default(), message }
    }

    /// Of a name of several words behind `--with`, of which only the first was taken: `--with numb bottom`.
    pub(crate) fn of_unjoined(arguments: &[OsString], world: &World<'_>) -> Option<Self> {
        let typed: Vec<&str> = arguments.iter().skip(1).filter_map(|argument| argument.to_str()).collect();
        let runs: Vec<Vec<&str>> = (0..typed.len()).filter_map(|place| unjoined(&typed, place)).collect();
        if runs.is_empty() {
            return None;
        }
        let catalogue = Catalogue::bundled().ok()?;
        let target = runs.iter().find_map(|run| query::declared_by_several(&catalogue, run))?;
        if target.kind == Kind::RedFlag {
            let card = sign_card(&catalogue, Urgency::Soon, arguments, world)?;
            return Some(Self { card, message: String::new(), exit: Exit::Stopped });
        }
        let error = Error::from(DeclarationError::AmongNames { id: target.id.to_owned() });
        Some(Self { card: String::new(), message: error.report(), exit: error.exit() })
    }

    /// Of a command line that is none.
    pub(crate) fn of_usage(error: &clap::Error, arguments: &[OsString], world: &World<'_>) -> Self {
        let Ok(catalogue) = Catalogue::bundled() else {
            return Self { card: String::new(), message: told_by_clap(error, arguments), exit: Exit::Usage };
        };
        let is_no_command = error.kind() == ErrorKind::InvalidSubcommand;
        let line = correction::line(arguments, &catalogue).filter(|line| {
            // A single word that is nearly a command was hardly meant as a question.
            !(is_no_command && error.get(ContextKind::SuggestedSubcommand).is_some() && is_a_search_for_a_word(line))
        });
        let message = match (line, error.get(ContextKind::InvalidSubcommand)) {
            (Some(line), Some(ContextValue::String(name))) => {
                let (name, line) = (printable(name), printable(&line));
                format!("error: {name:?} is not a command\n  did you mean: {line}\n  see: sciatica --help\n")
            }
            (Some(line), _) => {
                // What clap advises behind its first line, knows nothing of what was meant.
                let told = told_by_clap(error, arguments);
                let cause = told.lines().next().unwrap_or_default();
                format!("{cause}\n  did you mean: {}\n", printable(&line))
            }
            (None, _) => told_by_clap(error, arguments),
        };
        let card = sign_card(&catalogue, Urgency::Soon, arguments, world);
        let exit = if card.is_some() { Exit::Stopped } else { Exit::Usage };
        Self { card: card.unwrap_or_default(), message, exit }
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

/// Whether it is about a word that was typed.
fn is_about_words(error: &Error) -> bool {
    matches!(
        error,
        Error::NoEntry { .. }
            | Error::WrongKind { .. }
            | Error::Ambiguous { .. }
            | Error::Declaration(_)
            | Error::NoneAndSome
            | Error::NoSuchFilter { .. }
            | Error::NoRoutine { .. }
            | Error::NothingFound { .. }
            | Error::NoAnswer { .. }
    )
}

fn can_be_corrected(error: &Error) -> bool {
    matches!(error, Error::Declaration(error) if error.can_be_corrected())
}

fn is_a_search_for_a_word(line: &str) -> bool {
    line.strip_prefix("sciatica search ").is_some_and(|words| !words.contains(' '))
}

/// What clap says. It repeats what was typed, which may hold characters that act on a terminal, or line breaks that would
/// forge a message.
fn told_by_clap(error: &clap::Error, arguments: &[OsString]) -> String {
    let mut message = error.render().to_string();
    let typed = arguments.iter().flat_map(|argument| {
        let argument = argument.to_string_lossy().into_owned();
        let value = argument.split_once('=').map(|(_, value)| value.to_owned());
        std::iter::once(argument).chain(value)
    });
    let acts_or_hides = |word: &str| word.contains(acts_on_a_terminal) || first_unseen(word).is_some();
    for word in typed.filter(|word| acts_or_hides(word)) {
        message = message.replace(&word, &printable(&word));
    }
    message.lines().map(|line| printable(line) + "\n").collect()
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
    let signs = named.iter().filter(|target| target.kind == Kind::RedFlag).map(|target| target.id);
    let sign = most_urgent(catalogue, signs)?;
    let urgency = catalogue.index().red_flag(sign).and_then(|row| Urgency::parse(row.urgency));
    if urgency < Some(least) {
        return None;
    }
    let look = typed.iter().filter(|word| **word == "--plain" || word.starts_with("--format=")).copied();
    let question = ["sciatica", "show", sign].into_iter().chain(look).map(OsString::from);
    let cli = parse(&question.collect::<Vec<_>>(), None).ok()?;
    answer(&cli, world).ok().map(|reply| reply.rendered.answer)
}
