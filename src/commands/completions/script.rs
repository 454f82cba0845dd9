//! The script for a shell: what `clap_complete` writes, and what it leaves out.
//!
//! For bash and zsh it leaves out lists between commas, for fish the names behind a subcommand too, and for PowerShell
//! and Elvish every value.

use askama::Template;
use clap::builder::NonEmptyStringValueParser;
use clap::{Arg, Command, ValueHint};
use clap_complete::{Shell, generate};

use super::offered::Offered;
use crate::error::Error;

/// Whom bash is told to call, and who calls that one in turn.
const BASH_CALLS: &str = "complete -F _sciatica ";
const BASH_IS_TO_CALL: &str = "complete -F _sciatica_words ";
/// The first line of zsh's function.
const ZSH_BEGINS: &str = "    typeset -A opt_args\n";
/// The line of PowerShell's function that takes every word for a subcommand.
const POWERSHELL_TAKES: &str = "    $commandElements = $commandAst.CommandElements\n";

/// The script with which a shell completes this command line.
pub(super) fn script(shell: Shell, command: Command) -> Result<String, Error> {
    let offered = Offered::by(shell, &command).render().map_err(Error::damaged)? + "\n";
    // The lists of fish are all ours: it would know two for each such option.
    let mut command = if shell == Shell::Fish { without_comma_lists(command) } else { command };
    let mut bytes = Vec::new();
    generate(shell, &mut command, "sciatica", &mut bytes);
    let script = String::from_utf8(bytes).map_err(Error::damaged)?;
    Ok(match shell {
        Shell::Bash => script.replace(BASH_CALLS, BASH_IS_TO_CALL) + &offered,
        Shell::Zsh => script.replacen(ZSH_BEGINS, &(offered + ZSH_BEGINS), 1),
        Shell::Fish | Shell::Elvish => script + &offered,
        Shell::PowerShell => script.replacen(POWERSHELL_TAKES, &offered, 1),
        _ => script,
    })
}

fn without_comma_lists(command: Command) -> Command {
    let free = |argument: Arg| argument.value_parser(NonEmptyStringValueParser::new()).value_hint(ValueHint::Other);
    let freed = |argument: Arg| if argument.get_value_delimiter().is_some() { free(argument) } else { argument };
    command.mut_subcommands(|subcommand| subcommand.mut_args(freed))
}
