//! What is said in the place of an answer: what is wrong, the line that was meant, and first of all the sign to get help
//! for, where the reader named one.

use std::ffi::OsString;

use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::cli::{answer, parse};
use super::correction;
use super::declaration::{most_urgent, signs};
use super::words::{begins_an_option, unquoted};
use crate::bundle::bundle;
use crate::error::{DeclarationError, Error, Exit};
use crate::world::World;
use guide::model::{Kind, Urgency};
use guide::query::{self, QueryError};
use guide::shelf::Catalogue;
use guide::text::{acts_on_a_terminal, first_unseen, printable};

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
        let message = match line {
            Some(line) => Error::Corrected(Box::new(error), line).report(),
            None => error.report(),
        };
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
        let told = told_by_clap(error, arguments);
        let Ok(catalogue) = Catalogue::bundled(bundle()) else { return Self::new(None, told, Exit::Usage) };
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
                let cause = told.lines().next().unwrap_or_default();
                format!("{cause}\n  did you mean: {}\n", printable(&line))
            }
            (None, _) => told,
        };
        Self::new(sign_card(&catalogue, Urgency::Soon, arguments, world), message, Exit::Usage)
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

/// Whether it is about a word that was typed.
fn is_about_words(error: &Error) -> bool {
    matches!(error, Error::Query(_) | Error::WrongKind(..) | Error::Declaration(_) | Error::NoneAndSome)
}

fn can_be_corrected(error: &Error) -> bool {
    matches!(error, Error::Declaration(_) | Error::Query(QueryError::NothingDeclared))
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
    let sign = most_urgent(catalogue, signs(named.iter()))?;
    catalogue.index().red_flag(sign).filter(|row| row.urgency >= least)?;
    let look = typed.iter().filter(|word| **word == "--plain" || word.starts_with("--format=")).copied();
    let question = ["sciatica", "show", sign].into_iter().chain(look).map(OsString::from);
    let cli = parse(&question.collect::<Vec<_>>(), None).ok()?;
    answer(&cli, world).ok().map(|reply| reply.rendered.answer)
}
