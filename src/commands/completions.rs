//! `sciatica completions SHELL`: a script with which a shell asks the program itself, at every Tab, what may be typed there.

mod completers;
mod names;
mod shells;
mod typed_line;

use std::ffi::OsString;
use std::sync::Arc;

use clap::{Command, ValueEnum};
use clap_complete::Shell;
use clap_complete::engine::{CompletionCandidate, complete};

use super::arguments::{OutputArgs, without_effect};
use super::catalogue_wish::CatalogueWish;
use super::guide::{Replied, Reply};
use crate::error::Error;
use crate::world::World;
use completers::{Completers, WishedNames};
use shells::{INDEX, VARIABLE};
use typed_line::TypedLine;

const AFTER_HELP: &str = "\
Examples:
  sciatica completions bash  > ~/.local/share/bash-completion/completions/sciatica
  sciatica completions zsh  > ~/.zfunc/_sciatica
  sciatica completions fish  > ~/.config/fish/completions/sciatica.fish
And then:
  bash        nothing, with bash-completion; else in ~/.bashrc: eval \"$(sciatica completions bash)\"
  zsh         in ~/.zshrc, before compinit: fpath+=~/.zfunc; or anywhere: source <(sciatica completions zsh)
  fish        nothing
  powershell  only in $PROFILE: sciatica completions powershell | Out-String | Invoke-Expression
  elvish      only in ~/.config/elvish/rc.elv: eval (sciatica completions elvish | slurp)
zsh completes nothing at all without: autoload -Uz compinit; compinit";

/// Completions for a shell: Tab knows the names
///
/// Prints a script. With it, Tab completes commands, options and names: after "show BL" the points of the bladder, after
/// "--with preg" the precaution. The names are those of the guide from which the line would be answered, with --catalogue
/// those of yours. A folder that is missing has to be made first. Print it anew after an update.
#[derive(Debug, clap::Args)]
#[command(after_help = AFTER_HELP)]
#[command(mut_args(|argument| without_effect(argument, &WITHOUT_EFFECT)))]
pub(super) struct Args {
    /// The shell
    #[arg(value_enum, value_name = "SHELL")]
    shell: Shell,
    #[command(flatten)]
    pub(super) output: OutputArgs,
}

const WITHOUT_EFFECT: [&str; 8] =
    ["sources", "format", "color", "plain", "width", "no_pager", "catalogue", "add_catalogue"];

pub(super) fn answer(args: &Args) -> Replied {
    Ok(Reply::bare(shells::registration(args.shell).map_err(Error::damaged)?))
}

/// What may be typed at a place of a command line of this program, for the shell whose script asks; `None` where no script
/// does.
pub(crate) fn completed(arguments: &[OsString], program: fn() -> Command, world: &World<'_>) -> Option<String> {
    let [_, dashes, words @ ..] = arguments else { return None };
    if dashes != "--" || words.is_empty() {
        return None;
    }
    let shell = Shell::from_str((world.variable)(VARIABLE)?.to_str()?, false).ok()?;
    let index = (world.variable)(INDEX).and_then(|index| index.to_str()?.parse().ok());
    let (line, kept) = TypedLine::of(shell, words, index);
    let candidates = candidates(&line, program(), world);
    Some(shells::written(shell, &candidates, &line, kept, world))
}

fn candidates(line: &TypedLine, program: Command, world: &World<'_>) -> Vec<CompletionCandidate> {
    let catalogue = |option: &str| line.directory(option, world);
    let by_options =
        CatalogueWish::by_options(catalogue("--catalogue").as_deref(), catalogue("--add-catalogue").as_deref());
    let by_variable = || CatalogueWish::by_variable(world).map(|(_, wish)| wish);
    let asked = Arc::new(WishedNames {
        catalogue: by_options.or_else(by_variable).unwrap_or(CatalogueWish::Bundled),
        listed: line.listed(),
    });
    let command = Completers::new(asked, &program).laid_into(program);
    let found = line.readings().into_iter().flat_map(|reading| engine(command.clone(), reading));
    let mut candidates: Vec<CompletionCandidate> = Vec::new();
    for candidate in found {
        if candidates.iter().all(|known| known.get_value() != candidate.get_value()) {
            candidates.push(candidate);
        }
    }
    // Where something else may stand, options are offered to those who have typed a dash.
    let is_option = |it: &CompletionCandidate| it.get_value().as_encoded_bytes().starts_with(b"-");
    if line.word().is_empty() && !candidates.iter().all(is_option) {
        candidates.retain(|candidate| !is_option(candidate));
    }
    candidates
}

/// What the engine offers; nothing where it is at a loss.
fn engine(mut command: Command, (words, index): (Vec<OsString>, usize)) -> Vec<CompletionCandidate> {
    complete(&mut command, words, index, Some(std::path::Path::new("."))).unwrap_or_default()
}
