//! `sciatica help`: what the commands are, how one is used, and what the words and numbers of answers mean.

use std::ffi::OsString;

use clap::Command;

use super::arguments::{OutputArgs, without_effect};
use super::declaration::Declaration;
use super::guide::{Guide, Replied, Reply};
use crate::render::{HEADING, paint};
use crate::view::{HelpTopic, help_card};
use crate::world::World;
use guide::query::{QueryError, nearest_word};
use guide::shelf::Catalogue;
use guide::text::wrap;

/// Help: commands, levels, exit-codes, privacy
///
/// Without a word: every command. With a command: how it is used. With levels, exit-codes or privacy: what the words of an
/// answer mean, how the program ends, and what it keeps of you.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  sciatica help\n  sciatica help show\n  sciatica help levels")]
#[command(mut_args(|argument| without_effect(argument, &["sources", "format", "catalogue", "add_catalogue"])))]
pub(super) struct Args {
    /// A command, or: levels, exit-codes, privacy
    #[arg(value_name = "COMMAND")]
    about: Vec<String>,
    #[command(flatten)]
    pub(super) output: OutputArgs,
}

pub(super) fn answer(args: &Args, catalogue: &Catalogue, program: Command, world: &World<'_>) -> Replied {
    let guide = Guide::new(catalogue, &args.output, Declaration::default(), world)?;
    let asked = args.about.join(" ").to_lowercase();
    let painted = |help: clap::builder::StyledStr| {
        if guide.terminal.color { help.ansi().to_string() } else { help.to_string() }
    };
    let told = |text: String| guide.paged(Reply::bare(text));
    if asked.is_empty() {
        return Ok(told(root(&program, true, guide.terminal.color, guide.terminal.width)));
    }
    if let Some(topic) = HelpTopic::parse(&asked.replace([' ', '_'], "-")) {
        return Ok(told(guide.rendered(help_card(topic))));
    }
    let program = program.term_width(guide.terminal.width.min(WIDTH_OF_HELP));
    let below = |words: &str| words.split(' ').try_fold(&program, |command, word| command.find_subcommand(word));
    // The manual calls one below another by both names: catalogue-check.
    let found = below(&asked).or_else(|| below(&asked.replacen('-', " ", 1)));
    let mut command = found.ok_or_else(|| no_help(&program, &asked))?.clone();
    Ok(told(painted(command.render_long_help())))
}

fn no_help(program: &Command, asked: &str) -> QueryError {
    let names = program.get_subcommands().map(Command::get_name);
    let known: Vec<&str> = HelpTopic::ALL.map(HelpTopic::id).into_iter().chain(names).collect();
    // One that is near is enough of them.
    let known = nearest_word(asked, known.iter().copied()).map_or(known, |near| vec![near]);
    let known = known.into_iter().map(str::to_owned).collect();
    QueryError::NoSuchFilter { what: "command", name: asked.to_owned(), known }
}

/// Columns of help where the terminal has more.
pub(super) const WIDTH_OF_HELP: usize = 100;

/// The commands by what one wants of them.
const GROUPS: [(&str, &[&str]); 5] = [
    ("Now", &["now", "check", "red-flags"]),
    ("Look up", &["show", "points", "stretches", "techniques", "map", "learn", "search", "sources"]),
    ("Do", &["routine", "session", "handout"]),
    ("About you", &["precautions", "profile"]),
    ("Tools", &["catalogue", "completions", "man", "help"]),
];

/// Whether a command line asks for the help of the program itself; and whether for all of it.
pub(crate) fn is_of_root(arguments: &[OsString]) -> Option<bool> {
    let asked = arguments.get(1)?.to_str()?;
    matches!(asked, "-h" | "--help").then_some(asked == "--help")
}

/// The help of the program itself: every command in its group; when `long`, what it is and examples.
pub(crate) fn root(program: &Command, long: bool, color: bool, columns: usize) -> String {
    const GROUP: usize = 12;
    const NAME: usize = 13;
    let width = columns.min(WIDTH_OF_HELP);
    let about = if long { program.get_long_about() } else { program.get_about() };
    let about = about.map(ToString::to_string).unwrap_or_default();
    let mut lines: Vec<String> = about.split('\n').flat_map(|text| wrap(text, width, "", "")).collect();
    lines.push(String::new());
    for (group, names) in GROUPS {
        for (place, name) in names.iter().enumerate() {
            let about = program.find_subcommand(name).and_then(Command::get_about).map(ToString::to_string);
            let group = if place == 0 { group } else { "" };
            let first = format!("{group:<GROUP$}{name:<NAME$}");
            let mut told = wrap(&about.unwrap_or_default(), width, &first, &" ".repeat(GROUP + NAME));
            if let (Some(first), true) = (told.first_mut(), color && place == 0) {
                *first = first.replacen(group, &paint(group, HEADING, true), 1);
            }
            lines.append(&mut told);
        }
    }
    // Without help at length, all of it is to fit one screen.
    lines.extend(long.then(String::new));
    let end =
        if long { program.get_after_help().map(ToString::to_string).unwrap_or_default() } else { GO_ON.to_owned() };
    for line in end.split('\n') {
        let indent = line.get(..line.len() - line.trim_start().len()).unwrap_or_default();
        lines.extend(wrap(line.trim_start(), width, indent, "    "));
    }
    lines.iter().fold(String::new(), |help, line| help + line.trim_end() + "\n")
}

const GO_ON: &str = "sciatica COMMAND -h: its options. More: sciatica help, help levels, help privacy";
