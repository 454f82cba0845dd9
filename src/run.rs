//! Answers a command line.

use std::ffi::OsString;
use std::io::{self, Write};

use clap::error::ErrorKind;

use crate::bundle::bundle;
use crate::commands::{
    Cli, Refusal, Reply, answer, completed, help_of_root, is_of_root, keeping_declared, parse, whole_command,
};
use crate::error::{Error, Exit};
use crate::render::WIDTH_WITHOUT_TERMINAL;
use crate::world::World;
use guide::model::Kind;
use guide::shelf::Catalogue;
use guide::text::ascii;

/// Answers a command line: the answer to `out`, everything else to `err`.
pub fn run(
    arguments: impl IntoIterator<Item = OsString>,
    world: &World<'_>,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Exit {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    if let Some(offered) = completed(&arguments, whole_command, world) {
        // Whoever only pressed Tab is told of no error.
        let _ = write(out, &offered);
        return Exit::Answered;
    }
    // What is wrong, the sign that was named, and nothing more: so that the sign is what is read last.
    let refused = |it: Refusal| (it.message, it.card, String::new(), it.exit);
    let mut pages = false;
    let (before, answer, aside, exit) = match parse(&arguments, world.columns()) {
        Ok(cli) => match replied(&cli, &arguments, world) {
            Ok(reply) => {
                pages = reply.pages;
                let misses = reply.misses.iter().map(|miss| keeping_declared(&miss.report(), &arguments));
                let aside: String = std::iter::once(reply.rendered.aside).chain(misses).collect();
                (String::new(), reply.rendered.answer, aside, reply.exit)
            }
            Err(refusal) => refused(refusal),
        },
        Err(error) if error.kind() == ErrorKind::DisplayVersion => {
            (String::new(), version(&arguments), String::new(), Exit::Answered)
        }
        Err(error) if error.kind() == ErrorKind::DisplayHelp => {
            (String::new(), help(&error, &arguments, world), String::new(), Exit::Answered)
        }
        Err(error) => refused(Refusal::of_usage(&error, &arguments, world)),
    };
    complain(err, world, &before);
    let shown = if pages && is_paged(&answer, world) { Ok(()) } else { write(out, &answer) };
    match shown {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Exit::Answered,
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

/// The version; asked for at length, with that of the catalogue.
fn version(arguments: &[OsString]) -> String {
    let version = format!("sciatica {}\n", env!("CARGO_PKG_VERSION"));
    let is_long = arguments.iter().any(|argument| argument == "--version");
    match Catalogue::bundled(bundle()) {
        Ok(catalogue) if is_long => format!("{version}{}", edition(&catalogue)),
        _ => version,
    }
}

fn edition(catalogue: &Catalogue) -> String {
    let (index, manifest) = (catalogue.index(), catalogue.manifest());
    let entries = [
        (index.points().count(), "points"),
        (index.practices(Kind::Stretch).count(), "stretches"),
        (index.practices(Kind::Technique).count(), "techniques"),
        (index.precautions().count(), "precautions"),
        (index.red_flags().count(), "red flags"),
        (index.topics().count(), "pages"),
    ];
    let entries = entries.map(|(count, kind)| format!("{count} {kind}")).join(", ");
    let (edition, reviewed) = (&manifest.edition, &manifest.reviewed);
    format!("catalogue {edition}, reviewed {reviewed}: {entries}\ntarget {}\n", env!("SCIATICA_TARGET"))
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
    let colored = (world.color)(colorchoice_clap::Color { color }) && !world.wants_plain();
    let colored = colored && !words.contains(&"--plain");
    let text = match is_of_root(arguments) {
        Some(long) => help_of_root(&whole_command(), long, colored, world.columns().unwrap_or(WIDTH_WITHOUT_TERMINAL)),
        None if colored => error.render().ansi().to_string(),
        None => error.render().to_string(),
    };
    if world.speaks_utf8() { text } else { ascii(&text) }
}

/// Whether an answer that does not fit the terminal was shown through a pager.
fn is_paged(answer: &str, world: &World<'_>) -> bool {
    if !world.is_outgrown_by(answer.lines().count()) {
        return false;
    }
    world.pager_words().is_some_and(|words| (world.pager)(&words, answer).is_ok())
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
