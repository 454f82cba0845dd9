//! What each shell is told: the script that asks, and how what is offered is written for it.
//!
//! Scripts and forms are those of the engine, but where a shell needs more. To elvish the engine tells no description, and
//! elvish takes no name that does not begin as it was typed, letter for letter. For zsh its script does nothing at the first
//! Tab when it lies in a folder of `fpath`, fails before `compinit`, and finds no name in small letters.

use std::fmt::Write as _;
use std::io;

use clap_complete::Shell;
use clap_complete::engine::CompletionCandidate;
use clap_complete::env::{Bash, EnvCompleter, Fish, Powershell, Zsh};

use super::typed_line::TypedLine;
use crate::world::World;
use guide::text::ascii;

/// The variable by which a script says which shell asks.
pub(super) const VARIABLE: &str = "SCIATICA_COMPLETE";
/// The variables by which the scripts of the engine say in which word Tab was pressed, and what parts lines.
pub(super) const INDEX: &str = "_CLAP_COMPLETE_INDEX";
const SEPARATOR: &str = "_CLAP_IFS";

const PROGRAM: &str = "sciatica";

/// The script with which a shell asks this program.
pub(super) fn registration(shell: Shell) -> io::Result<String> {
    Ok(match shell {
        Shell::Bash => of_engine(&Bash)?,
        Shell::Fish => of_engine(&Fish)?,
        Shell::PowerShell => of_engine(&Powershell)?,
        Shell::Zsh => {
            let engine = of_engine(&Zsh)?;
            format!("#compdef {PROGRAM}\n\n_sciatica_registers() {{\n{engine}}}\n\n{}", include_str!("zsh.zsh"))
        }
        _ => include_str!("elvish.elv").to_owned(),
    })
}

fn of_engine(shell: &dyn EnvCompleter) -> io::Result<String> {
    let mut script = Vec::new();
    shell.write_registration(VARIABLE, PROGRAM, PROGRAM, PROGRAM, &mut script)?;
    let script = String::from_utf8(script).map_err(io::Error::other)?;
    Ok(script.trim().to_owned() + "\n")
}

/// What is offered, in the form in which the script of a shell reads it. Of a word of which the shell keeps some bytes,
/// the rest is written.
pub(super) fn written(
    shell: Shell,
    candidates: &[CompletionCandidate],
    line: &TypedLine,
    kept: usize,
    world: &World<'_>,
) -> String {
    let speaks_utf8 = world.speaks_utf8();
    let names = candidates.iter().filter_map(|it| Some((it.get_value().to_str()?, it)));
    let written = names.filter(|(name, _)| speaks_utf8 || name.is_ascii()).map(|(name, candidate)| {
        let stands_for = candidate.get_help().map(ToString::to_string).unwrap_or_default();
        let stands_for = stands_for.lines().next().unwrap_or_default();
        let stands_for = if speaks_utf8 { stands_for.to_owned() } else { ascii(stands_for) };
        match shell {
            Shell::Bash => name.get(kept..).unwrap_or_default().to_owned(),
            Shell::Zsh => of_zsh(name, &stands_for),
            Shell::Elvish => format!("{}\t{stands_for}", begun_as_typed(name, line.word())),
            _ if stands_for.is_empty() => name.to_owned(),
            _ => format!("{name}\t{stands_for}"),
        }
    });
    let separator = (world.variable)(SEPARATOR).and_then(|it| it.into_string().ok());
    let separator = separator.filter(|_| matches!(shell, Shell::Bash | Shell::Zsh));
    joined(written, separator.as_deref())
}

/// Between separators; without one, each in a line.
fn joined(written: impl Iterator<Item = String>, separator: Option<&str>) -> String {
    match separator {
        Some(separator) => written.collect::<Vec<_>>().join(separator),
        None => written.fold(String::new(), |mut text, line| {
            let _ = writeln!(text, "{line}");
            text
        }),
    }
}

fn of_zsh(name: &str, stands_for: &str) -> String {
    let name = name.replace('\\', r"\\").replace(':', r"\:");
    if stands_for.is_empty() { name } else { format!("{name}:{}", stands_for.replace('\\', r"\\")) }
}

/// The same name in the letters in which its beginning was typed, which the program takes just as well.
fn begun_as_typed(name: &str, typed: &str) -> String {
    if name.to_lowercase().starts_with(&typed.to_lowercase()) {
        typed.chars().chain(name.chars().skip(typed.chars().count())).collect()
    } else {
        name.to_owned()
    }
}
