//! `sciatica completions SHELL`: a script with which a shell completes commands, options and names.

mod names;
mod offered;
mod script;

use clap::Command;
use clap_complete::Shell;

use super::arguments::{OutputArgs, without_effect};
use super::guide::{Replied, Reply};
use crate::world::World;
use guide::shelf::Catalogue;
use guide::text::ascii;
use names::CompletionNames;
use script::script;

const AFTER_HELP: &str = "\
Examples:
  sciatica completions bash  > ~/.local/share/bash-completion/completions/sciatica
  sciatica completions zsh  > ~/.zfunc/_sciatica
  sciatica completions fish  > ~/.config/fish/completions/sciatica.fish
And then:
  bash        nothing, with bash-completion; else in ~/.bashrc: eval \"$(sciatica completions bash)\"
  zsh         in ~/.zshrc, before compinit: fpath+=~/.zfunc
  fish        nothing
  powershell  only in $PROFILE: sciatica completions powershell | Out-String | Invoke-Expression
  elvish      only in ~/.config/elvish/rc.elv: eval (sciatica completions elvish | slurp)";

/// Completions for a shell: Tab knows the names
///
/// Prints a script. With it, Tab completes commands, options and names: after "show BL" the points of the bladder, after
/// "--with preg" the precaution. The names are those of this guide; with --catalogue, those of yours. A folder that is
/// missing has to be made first. Print it anew after an update.
#[derive(Debug, clap::Args)]
#[command(after_help = AFTER_HELP)]
#[command(mut_args(|argument| without_effect(argument, &["sources", "format", "color", "plain", "width", "no_pager"])))]
pub(super) struct Args {
    /// The shell
    #[arg(value_enum, value_name = "SHELL")]
    shell: Shell,
    #[command(flatten)]
    pub(super) output: OutputArgs,
}

pub(super) fn answer(args: &Args, catalogue: &Catalogue, command: Command, world: &World<'_>) -> Replied {
    let command = CompletionNames::of(catalogue, &command)?.laid_into(command);
    let script = script(args.shell, command)?;
    Ok(Reply::text(if world.speaks_utf8() { script } else { ascii(&script) }, catalogue))
}
