//! What is wrong with a command line that is none, in words of our own; and the line that was meant where the parser knows a
//! word like one that was typed.

use std::ffi::OsString;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, Command};

use super::cli::{parse, whole_command};
use super::words::NOW;
use guide::query::nearest_word;
use guide::text::quoted;

/// Options that tell something about a reader.
const DECLARING: [&str; 4] = ["--with", "--pregnant", "--cleared", "--no-profile"];

const PROFILE_SET: &str = "profile set";

/// What is wrong, and what to do about it, a line each.
pub(super) struct Usage {
    /// What is wrong.
    pub(super) cause: String,
    /// What would be right.
    pub(super) hints: Vec<String>,
    /// Where there is help.
    pub(super) see: String,
}

impl Usage {
    /// What the parser found.
    pub(super) fn of(error: &clap::Error, arguments: &[OsString]) -> Self {
        let root = whole_command();
        let (command, path) = command_of(&root, arguments);
        let called = ["sciatica", &path].join(" ").trim_end().to_owned();
        let cause = match error.kind() {
            ErrorKind::UnknownArgument => unknown_argument(error, &root, &path, &called),
            ErrorKind::MissingRequiredArgument => format!("{called} needs {}", needed(error, arguments)),
            ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
                format!("{called} needs a command behind it")
            }
            _ => cause(error),
        };
        Self { cause, hints: hints(error, command), see: format!("{called} --help") }
    }
}

fn unknown_argument(error: &clap::Error, root: &Command, path: &str, called: &str) -> String {
    let argument = text(error, ContextKind::InvalidArg).unwrap_or_default();
    let option = bare(&argument);
    match (DECLARING.contains(&option), path) {
        (true, PROFILE_SET) => format!("{called} takes what applies as it is, without {option}"),
        (true, _) => format!("{called} is the same for everybody and takes no {option}"),
        _ if argument.starts_with('-') => format!("{called} has no option {}", quoted(&argument)),
        (_, "") if root.find_subcommand(&argument).is_some() => "options stand behind the command".to_owned(),
        _ => format!("{called} takes no word {}", quoted(&argument)),
    }
}

/// What has to be typed; what was typed already may stand before it.
fn needed(error: &clap::Error, arguments: &[OsString]) -> String {
    let argument = text(error, ContextKind::InvalidArg).unwrap_or_default();
    let behind = argument.rsplit_once(" <").filter(|(before, _)| {
        let option = before.split(['=', ' ']).next();
        arguments.iter().any(|typed| typed.to_str().is_some_and(|typed| typed.split('=').next() == option))
    });
    let needed = behind.map_or(argument.as_str(), |(_, needed)| needed);
    needed.replace(['<', '>'], "").trim_end_matches('.').to_owned()
}

/// What is wrong with what stands there.
fn cause(error: &clap::Error) -> String {
    let argument = text(error, ContextKind::InvalidArg).unwrap_or_default();
    let (option, value) = (bare(&argument), text(error, ContextKind::InvalidValue).unwrap_or_default());
    match error.kind() {
        ErrorKind::InvalidSubcommand => {
            let name = text(error, ContextKind::InvalidSubcommand).unwrap_or_default();
            format!("{} is not a command", quoted(&name))
        }
        ErrorKind::InvalidValue if value.is_empty() => format!("{option} needs a value behind it"),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => format!("{option} does not take {}", quoted(&value)),
        ErrorKind::TooManyValues => format!("{option} takes no value {}", quoted(&value)),
        ErrorKind::ArgumentConflict => {
            let prior = text(error, ContextKind::PriorArg).unwrap_or_else(|| "the rest".to_owned());
            if bare(&prior) == option {
                format!("{option} stands there twice")
            } else {
                format!("{option} and {prior} cannot both be so")
            }
        }
        ErrorKind::InvalidUtf8 => "a word on the command line is not text in UTF-8".to_owned(),
        _ => {
            let told = error.render().to_string();
            told.lines().next().unwrap_or_default().trim_start_matches("error: ").to_owned()
        }
    }
}

fn hints(error: &clap::Error, command: &Command) -> Vec<String> {
    let one_of = |known: String| (!known.is_empty()).then(|| format!("use one of: {known}"));
    let hint = match error.kind() {
        ErrorKind::InvalidValue => text(error, ContextKind::ValidValue).and_then(one_of),
        ErrorKind::ValueValidation => std::error::Error::source(error).map(ToString::to_string),
        ErrorKind::MissingRequiredArgument => example(command).map(|example| format!("such as: {example}")),
        ErrorKind::ArgumentConflict => Some("leave out one of the two".to_owned()),
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            one_of(command.get_subcommands().map(Command::get_name).collect::<Vec<_>>().join(", "))
        }
        _ => None,
    };
    hint.into_iter().collect()
}

/// An option as it is typed, or the name of what stands in its place.
fn bare(argument: &str) -> &str {
    argument.split(['=', ' ', '[']).next().unwrap_or_default().trim_matches(['<', '>'])
}

/// The subcommand that was typed, and its words; the program itself where there is none.
fn command_of<'c>(root: &'c Command, arguments: &[OsString]) -> (&'c Command, String) {
    let (mut command, mut path) = (root, Vec::new());
    for word in arguments.iter().skip(1).map_while(|word| word.to_str()) {
        let Some(below) = command.find_subcommand(word) else { break };
        command = below;
        path.push(word);
    }
    if path.is_empty() && arguments.get(1).and_then(|it| it.to_str()).is_some_and(|first| first.starts_with('-')) {
        return (root.find_subcommand(NOW).unwrap_or(root), String::new());
    }
    (command, path.join(" "))
}

fn text(error: &clap::Error, kind: ContextKind) -> Option<String> {
    match error.get(kind)? {
        ContextValue::String(text) => Some(text.clone()),
        ContextValue::Strings(texts) => Some(texts.join(", ")),
        _ => None,
    }
}

/// The first example of a command's help.
fn example(command: &Command) -> Option<String> {
    let help = command.get_after_help()?.to_string();
    help.lines().map(str::trim).find(|line| line.starts_with("sciatica ")).map(str::to_owned)
}

/// The words that were meant where the parser knows ones like them: a command or option with a slip, a command in capitals,
/// or the name that other programs give it.
pub(super) fn mended(error: &clap::Error, arguments: &[OsString]) -> Option<Vec<OsString>> {
    let mut words = replaced(error, arguments)?;
    // Each round mends one word.
    for _ in arguments {
        match parse(&words, None) {
            Ok(_) => return Some(words),
            Err(error) => words = replaced(&error, &words)?,
        }
    }
    None
}

fn replaced(error: &clap::Error, words: &[OsString]) -> Option<Vec<OsString>> {
    let root = whole_command();
    let (command, path) = command_of(&root, words);
    let (wrong, right) = match error.kind() {
        ErrorKind::UnknownArgument if path == PROFILE_SET => {
            let wrong = text(error, ContextKind::InvalidArg).filter(|it| it == "--with")?;
            return Some(words.iter().filter(|word| word.to_str() != Some(&wrong)).cloned().collect());
        }
        ErrorKind::UnknownArgument => {
            let wrong = text(error, ContextKind::InvalidArg)?;
            let bare = wrong.strip_prefix("--")?;
            // What leaves something out is never read into a word that does not say so.
            let says_so = |it: &&str| !it.starts_with("no-") || bare.starts_with("no-");
            let known = command.get_arguments().filter(|it| !it.is_hide_set()).filter_map(Arg::get_long);
            let known = known.filter(says_so);
            let right = nearest_word(bare, known)?;
            (wrong.clone(), format!("--{right}"))
        }
        ErrorKind::InvalidValue => {
            let wrong = text(error, ContextKind::InvalidValue)?;
            let Some(ContextValue::Strings(known)) = error.get(ContextKind::ValidValue) else { return None };
            let right = nearest_word(&wrong, known.iter().map(String::as_str))?.to_owned();
            (wrong, right)
        }
        ErrorKind::InvalidSubcommand => {
            let wrong = text(error, ContextKind::InvalidSubcommand)?;
            if let Some(joined) = two_words_of_a_command(command, words) {
                return Some(joined);
            }
            let right = command_like(command, &wrong)?;
            (wrong, right)
        }
        _ => return None,
    };
    let place = words.iter().position(|word| {
        word.to_str().is_some_and(|word| word == wrong || word.split(['=', ',']).any(|part| part == wrong))
    })?;
    let mut words = words.to_vec();
    let word = words.get_mut(place)?;
    *word = word.to_str()?.replacen(&wrong, &right, 1).into();
    Some(words)
}

/// A command of two words that were typed apart: `red flags`.
fn two_words_of_a_command(command: &Command, words: &[OsString]) -> Option<Vec<OsString>> {
    let place = (1..words.len().saturating_sub(1)).find(|&place| joined_at(command, words, place).is_some())?;
    let joined = joined_at(command, words, place)?;
    let mut words = words.to_vec();
    words.splice(place..place + 2, [OsString::from(joined)]);
    Some(words)
}

fn joined_at(command: &Command, words: &[OsString], place: usize) -> Option<String> {
    let joined = format!("{}-{}", words.get(place)?.to_str()?, words.get(place + 1)?.to_str()?).to_lowercase();
    command.find_subcommand(&joined).map(|found| found.get_name().to_owned())
}

fn command_like(command: &Command, word: &str) -> Option<String> {
    /// What other programs call it.
    const ELSEWHERE: [(&str, &str); 6] = [
        ("ls", "points"),
        ("list", "points"),
        ("find", "search"),
        ("info", "show"),
        ("start", "session"),
        ("print", "handout"),
    ];
    let word = word.to_lowercase();
    // Near to `session`, and an option.
    if word == "version" {
        return None;
    }
    let elsewhere = ELSEWHERE.iter().find(|(name, _)| *name == word).map(|(_, ours)| *ours);
    let ours = || nearest_word(&word, command.get_subcommands().map(Command::get_name));
    elsewhere.filter(|ours| command.find_subcommand(ours).is_some()).or_else(ours).map(str::to_owned)
}
