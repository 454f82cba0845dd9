//! Answers a command line.

use std::ffi::OsString;
use std::io::{self, ErrorKind, Write};

use crate::commands::{Cli, Refusal, Reply, answer, parse};
use crate::error::{Error, Exit};
use crate::world::World;
use guide::text::ascii;

/// Answers a command line: the answer to `out`, everything else to `err`.
pub fn run(
    arguments: impl IntoIterator<Item = OsString>,
    world: &World<'_>,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Exit {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    // What is wrong, the sign that was named, and nothing more: so that the sign is what is read last.
    let refused = |it: Refusal| (it.message, it.card, String::new(), it.exit);
    let (before, answer, aside, exit) = match parse(&arguments, world.columns()) {
        Ok(cli) => match replied(&cli, &arguments, world) {
            Ok(reply) => {
                let misses = reply.misses.iter().map(Error::report);
                let aside: String = std::iter::once(reply.rendered.aside).chain(misses).collect();
                (String::new(), reply.rendered.answer, aside, reply.exit)
            }
            Err(refusal) => refused(refusal),
        },
        Err(error) if is_help(&error) => {
            (String::new(), help(&error, &arguments, world), String::new(), Exit::Answered)
        }
        Err(error) => refused(Refusal::of_usage(&error, &arguments, world)),
    };
    complain(err, world, &before);
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

fn replied(cli: &Cli, arguments: &[OsString], world: &World<'_>) -> Result<Reply, Refusal> {
    match Refusal::of_unjoined(arguments, world) {
        Some(refusal) => Err(refusal),
        None => answer(cli, world).map_err(|error| Refusal::of_error(error, arguments, world)),
    }
}

fn is_help(error: &clap::Error) -> bool {
    use clap::error::ErrorKind::{DisplayHelp, DisplayVersion};

    matches!(error.kind(), DisplayHelp | DisplayVersion)
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
    if world.speaks_utf8() { text } else { ascii(&text) }
}

fn write(out: &mut dyn Write, text: &str) -> io::Result<()> {
    out.write_all(text.as_bytes())?;
    out.flush()
}

/// Where standard error is gone too, there is nobody left to tell.
fn complain(err: &mut dyn Write, world: &World<'_>, text: &str) {
    if text.is_empty() {
        return;
    }
    let text = if world.speaks_utf8() { text.to_owned() } else { ascii(text) };
    let _ = err.write_all(text.as_bytes());
}
