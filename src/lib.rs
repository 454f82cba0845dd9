//! A self-care guide for people with sciatica: where to press, how hard, how long, and who must not.
//!
//! A question runs one way: the command line opens a catalogue, [`query`] finds entries, [`screening`] decides what this
//! reader may be shown, [`view`] puts it into words, [`render`] into bytes. See `ARCHITECTURE.md`.

pub mod catalogue;
pub mod commands;
pub mod error;
pub mod query;
pub mod render;
pub mod screening;
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
    let cli = match commands::parse(arguments) {
        Ok(cli) => cli,
        Err(error) => return usage(&error, world, out, err),
    };
    match commands::answer(&cli, world) {
        Ok(reply) => {
            let written = write(out, &reply.rendered.answer);
            let mut exit = reply.exit;
            let mut aside = reply.rendered.aside;
            aside.extend(reply.misses.iter().map(Error::report));
            if let Err(error) = written {
                if error.kind() == ErrorKind::BrokenPipe {
                    return Exit::Answered;
                }
                aside.push_str(&Error::Output(error).report());
                exit = Exit::Failed;
            }
            complain(err, &aside);
            exit
        }
        Err(error) => {
            complain(err, &error.report());
            error.exit()
        }
    }
}

/// Help and version are answers; anything else is a wrong command line.
fn usage(error: &clap::Error, world: &World<'_>, out: &mut dyn Write, err: &mut dyn Write) -> Exit {
    if matches!(error.kind(), ClapErrorKind::DisplayHelp | ClapErrorKind::DisplayVersion) {
        let help = error.render();
        let colored = (world.color)(colorchoice_clap::Color { color: clap::ColorChoice::Auto });
        let text = if colored { help.ansi().to_string() } else { help.to_string() };
        return match write(out, &text) {
            Err(error) if error.kind() != ErrorKind::BrokenPipe => {
                complain(err, &Error::Output(error).report());
                Exit::Failed
            }
            _ => Exit::Answered,
        };
    }
    // The message repeats what was typed, which may hold characters that act on a terminal.
    let message = error.render().to_string();
    for line in message.lines() {
        complain(err, &format!("{}\n", printable(line)));
    }
    if let (ClapErrorKind::InvalidSubcommand, Some(ContextValue::String(name))) =
        (error.kind(), error.get(ContextKind::InvalidSubcommand))
        && let Ok(catalogue) = catalogue::Catalogue::bundled()
        && query::find(&catalogue, name).is_ok()
    {
        complain(err, &format!("  did you mean: sciatica show {}\n", printable(name)));
    }
    Exit::Usage
}

fn write(out: &mut dyn Write, text: &str) -> io::Result<()> {
    out.write_all(text.as_bytes())?;
    out.flush()
}

/// Where standard error is gone too, there is nobody left to tell.
fn complain(err: &mut dyn Write, text: &str) {
    let _ = err.write_all(text.as_bytes());
}
