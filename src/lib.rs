//! A self-care guide for people with sciatica: where to press, how hard, how long, and who must not.
//!
//! A question runs one way: the command line opens a catalogue, [`query`] finds entries, [`screening`] decides what this
//! reader may be shown, [`view`] puts it into words, [`render`] into bytes. See `ARCHITECTURE.md`.

pub mod catalogue;
pub mod commands;
pub mod error;
pub mod query;
pub mod render;
pub mod routine;
pub mod screening;
pub mod session;
pub mod terminal;
pub mod view;

use std::ffi::OsString;
use std::io::{self, ErrorKind, Write};

use catalogue::printable;
use clap::error::{ContextKind, ContextValue, ErrorKind as ClapErrorKind};
use error::{Error, Exit};
use terminal::World;

/// Answers a command line: the answer to `out`, everything else to `err`.
pub fn run(
    arguments: impl IntoIterator<Item = OsString>,
    world: &World<'_>,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Exit {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let (answer, aside, exit) = match commands::parse(&arguments, world.columns()) {
        Ok(cli) => match commands::answer(&cli, world) {
            Ok(reply) => {
                let misses = reply.misses.iter().map(Error::report);
                let aside: String = std::iter::once(reply.rendered.aside).chain(misses).collect();
                (reply.rendered.answer, aside, reply.exit)
            }
            Err(error) => (String::new(), error.report(), error.exit()),
        },
        Err(error) if is_help(&error) => (help(&error, &arguments, world), String::new(), Exit::Answered),
        Err(error) => (String::new(), usage(&error, &arguments), Exit::Usage),
    };
    match write(out, &answer) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Exit::Answered,
        Err(error) => {
            complain(err, world, &(aside + &Error::Output(error).report()));
            Exit::Failed
        }
        Ok(()) => {
            complain(err, world, &aside);
            exit
        }
    }
}

fn is_help(error: &clap::Error) -> bool {
    matches!(error.kind(), ClapErrorKind::DisplayHelp | ClapErrorKind::DisplayVersion)
}

/// Help and version are answers. clap stops at `--help`, so a `--color` behind it is looked up here.
fn help(error: &clap::Error, arguments: &[OsString], world: &World<'_>) -> String {
    let words: Vec<&str> = arguments.iter().filter_map(|argument| argument.to_str()).collect();
    let asks = |when: &str| {
        words.contains(&format!("--color={when}").as_str()) || words.windows(2).any(|pair| pair == ["--color", when])
    };
    let color = match (asks("always"), asks("never")) {
        (true, _) => clap::ColorChoice::Always,
        (_, true) => clap::ColorChoice::Never,
        _ => clap::ColorChoice::Auto,
    };
    let help = error.render();
    let colored = (world.color)(colorchoice_clap::Color { color });
    let text = if colored { help.ansi().to_string() } else { help.to_string() };
    if world.speaks_utf8() { text } else { render::ascii(&text) }
}

/// What is wrong with the command line. It repeats what was typed, which may hold characters that act on a terminal, or
/// line breaks that would forge a message.
fn usage(error: &clap::Error, arguments: &[OsString]) -> String {
    if let (ClapErrorKind::InvalidSubcommand, Some(ContextValue::String(name))) =
        (error.kind(), error.get(ContextKind::InvalidSubcommand))
        && let Ok(catalogue) = catalogue::Catalogue::bundled()
        && query::find(&catalogue, name).is_ok()
    {
        let name = printable(name);
        return format!(
            "error: {name:?} is not a command\n  did you mean: sciatica show {name}\n  see: sciatica --help\n"
        );
    }
    let mut message = error.render().to_string();
    let typed = arguments.iter().flat_map(|argument| {
        let argument = argument.to_string_lossy().into_owned();
        let value = argument.split_once('=').map(|(_, value)| value.to_owned());
        std::iter::once(argument).chain(value)
    });
    let acts_or_hides =
        |word: &str| word.contains(catalogue::acts_on_a_terminal) || catalogue::first_unseen(word).is_some();
    for word in typed.filter(|word| acts_or_hides(word)) {
        message = message.replace(&word, &printable(&word));
    }
    message.lines().map(|line| printable(line) + "\n").collect()
}

fn write(out: &mut dyn Write, text: &str) -> io::Result<()> {
    out.write_all(text.as_bytes())?;
    out.flush()
}

/// Where standard error is gone too, there is nobody left to tell.
fn complain(err: &mut dyn Write, world: &World<'_>, text: &str) {
    let text = if world.speaks_utf8() { text.to_owned() } else { render::ascii(text) };
    let _ = err.write_all(text.as_bytes());
}
