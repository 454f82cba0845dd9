//! The command line: a file a subcommand, its arguments and its answer.

mod answers;
mod arguments;
mod catalogue;
mod check;
mod completions;
mod correction;
mod entry;
mod guide;
mod handout;
mod interview;
mod learn;
mod man;
mod map;
mod now;
mod points;
mod practices;
mod precautions;
mod profile;
mod red_flags;
mod refusal;
mod routine;
mod search;
mod session;
mod show;
mod sources;
mod stretches;
mod techniques;
mod words;

use std::ffi::OsString;

use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};

pub use arguments::{FigureArgs, OutputArgs, ScreeningArgs};
pub use guide::{Guide, Reply};
pub(crate) use refusal::Refusal;

use crate::error::Error;
use crate::terminal::World;

/// Where to press, how hard, how long, and who must not: a self-care guide for people with sciatica.
///
/// Self-care information for adults, not a diagnosis. Get help now if you are numb between the legs, if peeing or pooing
/// has changed, if both legs are newly painful, numb or weak, or if a foot newly drags.
#[derive(Debug, Parser)]
#[command(name = "sciatica", version, disable_help_subcommand = true, after_help = EXAMPLES)]
pub struct Cli {
    #[command(subcommand)]
    command: Command,
}

/// Columns of help where the terminal has more.
const WIDTH_OF_HELP: usize = 100;

const EXAMPLES: &str = "\
Examples:
  sciatica                          what to do this minute
  sciatica show GB30                one point: find it, press it, and who must not
  sciatica precautions --pregnant   what pregnancy changes for you
Exit: 0 answered, 1 nothing found or failed, 2 wrong command line, 3 stopped for safety.";

#[derive(Debug, Subcommand)]
#[command(defer = true)]
enum Command {
    /// What to do this minute, and when to get help
    Now(now::Args),
    /// Signs that need help, by questions: nine screens
    Check(check::Args),
    /// List the points
    Points(points::Args),
    /// List the stretches
    Stretches(stretches::Args),
    /// List the ways of pressing
    Techniques(techniques::Args),
    /// Show entries by code, name, alias or id
    Show(show::Args),
    /// The body with the points on it
    Map(map::Args),
    /// A page to print, with drawings
    Handout(handout::Args),
    /// A timed list of what to do now
    Routine(routine::Args),
    /// Be led through a routine by screen, voice and bell
    Session(session::Args),
    /// What changes what you may do: all, one, or yours
    Precautions(precautions::Args),
    /// Keep what applies to you, so that each answer holds to it
    Profile(profile::Args),
    /// Signs that end self-care, by urgency
    RedFlags(red_flags::Args),
    /// Pages to read: what sciatica is, sleep, heat, evidence, ...
    Learn(learn::Args),
    /// Search every entry for words
    Search(search::Args),
    /// Where the sentences come from
    Sources(sources::Args),
    /// Make and check a catalogue of your own
    Catalogue(catalogue::Args),
    /// Completions for a shell: Tab knows the names
    Completions(completions::Args),
    /// The manual, for man
    Man(man::Args),
}

/// Reads the command line. Without a subcommand it is `now`, which takes the options.
///
/// # Errors
/// What clap says of a wrong command line, or the help that was asked for, no wider than `columns`.
pub fn parse(arguments: &[OsString], columns: Option<usize>) -> Result<Cli, clap::Error> {
    let is_now = arguments.get(1).is_none_or(|first| first.to_str().is_some_and(is_an_option_of_now));
    let of_now = [OsString::from("sciatica"), "now".into()].into_iter().chain(arguments.iter().skip(1).cloned());
    let of_now: Vec<OsString> = if is_now { of_now.collect() } else { Vec::new() };
    let arguments = if is_now { &of_now } else { arguments };
    // Only help is wrapped; the width is there so that clap does not ask the surroundings itself.
    let command = Cli::command().term_width(columns.unwrap_or(WIDTH_OF_HELP).min(WIDTH_OF_HELP));
    Cli::from_arg_matches(&command.try_get_matches_from(arguments)?)
}

/// Whether a first word is no command, and none of the options that the program itself has.
fn is_an_option_of_now(first: &str) -> bool {
    words::unquoted(first).starts_with(words::begins_an_option)
        && !matches!(first, "-h" | "--help" | "-V" | "--version")
}

/// The whole command line with all of its subcommands, for those who describe it.
fn whole_command() -> clap::Command {
    let mut command = Cli::command();
    command.build();
    command
}

/// Answers a command line.
///
/// # Errors
/// Whatever keeps it from being answered.
pub fn answer(cli: &Cli, world: &World<'_>) -> Result<Reply, Error> {
    match &cli.command {
        Command::Now(args) => now::answer(args, world),
        Command::Check(args) => check::answer(args, world),
        Command::Points(args) => points::answer(args, world),
        Command::Stretches(args) => stretches::answer(args, world),
        Command::Techniques(args) => techniques::answer(args, world),
        Command::Show(args) => show::answer(args, world),
        Command::Map(args) => map::answer(args, world),
        Command::Handout(args) => handout::answer(args, world),
        Command::Routine(args) => routine::answer(args, world),
        Command::Session(args) => session::answer(args, world),
        Command::Precautions(args) => precautions::answer(args, world),
        Command::Profile(args) => profile::answer(args, world),
        Command::RedFlags(args) => red_flags::answer(args, world),
        Command::Learn(args) => learn::answer(args, world),
        Command::Search(args) => search::answer(args, world),
        Command::Sources(args) => sources::answer(args, world),
        Command::Catalogue(args) => catalogue::answer(args, world),
        Command::Completions(args) => completions::answer(args, world),
        Command::Man(args) => man::answer(args, world),
    }
}
