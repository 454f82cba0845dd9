//! The command line as it is typed, and which file answers it.

use std::ffi::OsString;

use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};

use super::guide::{Replied, Reply};
use super::help::WIDTH_OF_HELP;
use super::words::{NOW, is_an_option_of_now};
use super::{
    catalogue, check, completions, handout, help, learn, man, map, now, points, precautions, profile, red_flags,
    routine, search, session, show, sources, stretches, techniques,
};
use crate::world::World;

/// A self-care guide for people with sciatica: where to press, and who must not.
///
/// Self-care information for adults, not a diagnosis. Get help now if you are numb between the legs, if peeing or pooing
/// has changed, if both legs are newly painful, numb or weak, or if a foot newly drags.
#[derive(Debug, Parser)]
#[command(name = "sciatica", version, disable_help_subcommand = true, after_help = EXAMPLES)]
pub struct Cli {
    #[command(subcommand)]
    command: Command,
}

const EXAMPLES: &str = "\
Examples:
  sciatica                          what to do this minute
  sciatica show GB30                one point: find it, press it, who must not
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
    /// Keep what applies to you
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
    /// Help: commands, levels, exit-codes, privacy
    Help(help::Args),
}

/// Reads the command line. Without a subcommand it is `now`, which takes the options.
///
/// # Errors
/// What clap says of a wrong command line, or the help that was asked for, no wider than `columns`.
pub fn parse(arguments: &[OsString], columns: Option<usize>) -> Result<Cli, clap::Error> {
    let is_now = arguments.get(1).is_none_or(|first| first.to_str().is_some_and(is_an_option_of_now));
    let of_now = [OsString::from("sciatica"), NOW.into()].into_iter().chain(arguments.iter().skip(1).cloned());
    let of_now: Vec<OsString> = if is_now { of_now.collect() } else { Vec::new() };
    let arguments = if is_now { &of_now } else { arguments };
    // Only help is wrapped; the width is there so that clap does not ask the surroundings itself.
    let command = Cli::command().term_width(columns.unwrap_or(WIDTH_OF_HELP).min(WIDTH_OF_HELP));
    Cli::from_arg_matches(&command.try_get_matches_from(arguments)?)
}

/// The whole command line with all of its subcommands, for those who describe it.
pub(crate) fn whole_command() -> clap::Command {
    let mut command = Cli::command();
    command.build();
    command
}

/// Answers a command line.
///
/// # Errors
/// Whatever keeps it from being answered.
pub fn answer(cli: &Cli, world: &World<'_>) -> Replied {
    match &cli.command {
        Command::Now(args) => args.reader.page(false, world, now::answer),
        Command::Check(args) => {
            let reply = args.output.whatever_is_wrong(world, |catalogue| check::answer(args, catalogue, world));
            reply.map(Reply::in_dialogue)
        }
        Command::Points(args) => args.reader.unless_stopped(world, |guide| points::answer(args, guide)),
        Command::Stretches(args) => args.reader.unless_stopped(world, |guide| stretches::answer(args, guide)),
        Command::Techniques(args) => args.reader.unless_stopped(world, techniques::answer),
        Command::Show(args) => args.reader.guided(world, |guide| show::answer(args, guide, world)),
        Command::Map(args) => args.reader.guided(world, |guide| map::answer(args, guide, world)),
        Command::Handout(args) => args.reader.guided(world, |guide| handout::answer(args, guide, world)),
        Command::Routine(args) => args.reader.unless_stopped(world, |guide| routine::answer(args, guide)),
        Command::Session(args) => {
            let reply = args.reader.unless_stopped(world, |guide| session::answer(args, guide, world));
            reply.map(Reply::in_dialogue)
        }
        Command::Precautions(args) => args.reader.unless_stopped(world, |guide| precautions::answer(args, guide)),
        Command::Profile(args) => profile::answer(args, world),
        Command::RedFlags(args) => args.output.whatever_is_wrong(world, |it| red_flags::answer(args, it, world)),
        Command::Learn(args) => args.reader.page(true, world, |guide| learn::answer(args, guide)),
        Command::Search(args) => args.reader.unless_stopped(world, |guide| search::answer(args, guide)),
        Command::Sources(args) => args.output.for_anybody(world, |guide| sources::answer(args, guide)),
        Command::Catalogue(args) => catalogue::answer(args, world),
        Command::Completions(args) => args.output.as_text("a script for a shell", world, |_| completions::answer(args)),
        Command::Help(args) => {
            args.output.as_text("help", world, |catalogue| help::answer(args, catalogue, whole_command(), world))
        }
        Command::Man(args) => args
            .output
            .as_text("a page of the manual", world, |catalogue| man::answer(args, catalogue, &whole_command(), world)),
    }
}
