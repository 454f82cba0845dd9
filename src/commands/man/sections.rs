//! The sections of a page that clap knows nothing of: how the program ends, what it reads, when to get help.

use askama::Template;
use clap::Command;
use clap_mangen::roff::{Roff, roman};

use crate::error::Error;
use guide::model::Manifest;
use guide::text::printable;

/// Stands where a path may go on in the next line. It is of private use, so no text of ours holds it.
const MAY_BREAK: char = '\u{e000}';

#[derive(Template)]
#[template(path = "man/sections.roff", escape = "none")]
struct Sections<'p> {
    command: &'p Command,
    words: &'p str,
    manifest: &'p Manifest,
    blocks: Vec<HelpBlock>,
    others: &'p [&'p str],
}

/// Lines at the end of the help, and the line before them where it says more than that they are examples.
struct HelpBlock {
    lead: Option<String>,
    /// What to type, and what it does.
    lines: Vec<(String, Option<String>)>,
}

/// The sections of the page of a command.
pub(super) fn sections(command: &Command, words: &str, manifest: &Manifest, others: &[&str]) -> Result<String, Error> {
    let help = command.get_after_help().map(ToString::to_string).unwrap_or_default();
    Sections { command, words, manifest, blocks: blocks(&help), others }.render().map_err(Error::damaged)
}

impl Sections<'_> {
    /// Whether this is the page of the command, or of the program, which has everything.
    fn is(&self, command: &str) -> bool {
        self.words.is_empty() || self.words == command
    }

    /// The same of the commands that have an option.
    fn has(&self, option: &str) -> bool {
        let has = |argument: &clap::Arg| argument.get_long() == Some(option) && !argument.is_hide_set();
        self.words.is_empty() || self.command.get_arguments().any(has)
    }

    /// Whether the profile that is kept matters to this page.
    fn reads_profile(&self) -> bool {
        self.has("no-profile") || self.words.starts_with("profile")
    }
}

/// The end of a help: lines without an indent lead those that have one.
fn blocks(help: &str) -> Vec<HelpBlock> {
    let mut blocks: Vec<HelpBlock> = Vec::new();
    for line in help.lines() {
        match (line.strip_prefix("  "), blocks.last_mut()) {
            (Some(line), Some(block)) => block.lines.push(example(line)),
            _ => blocks.push(HelpBlock { lead: (line != "Examples:").then(|| roff(line)), lines: Vec::new() }),
        }
    }
    blocks.retain(|block| !block.lines.is_empty());
    blocks
}

/// What to type, and behind two spaces what it does; or where its answer goes, which is to be typed too.
fn example(line: &str) -> (String, Option<String>) {
    let line = line.replace('/', &format!("/{MAY_BREAK}")).replace(&format!("~/{MAY_BREAK}"), "~/");
    match line.split_once("  ") {
        Some((command, rest)) if rest.trim_start().starts_with(['>', '|']) => {
            (roff(&format!("{command} {}", rest.trim_start())), None)
        }
        Some((command, rest)) => (roff(command), Some(roff(rest.trim_start()))),
        None => (roff(&line), None),
    }
}

/// A text as roff reads it. Whatever is no ASCII stands there by its number, so that a page reads the same whatever the
/// locale in which it is formatted.
fn roff(text: &str) -> String {
    let escaped = Roff::new().text([roman(printable(text))]).to_roff();
    let mut ascii = String::with_capacity(escaped.len());
    for character in escaped.trim_end().chars() {
        match character {
            MAY_BREAK => ascii.push_str(r"\:"),
            '\'' => ascii.push_str(r"\*(Aq"),
            _ if character.is_ascii() => ascii.push(character),
            _ => ascii.push_str(&format!(r"\[u{:04X}]", u32::from(character))),
        }
    }
    ascii
}
