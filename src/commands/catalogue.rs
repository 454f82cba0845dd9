//! `sciatica catalogue check DIR`: every problem of a catalogue at once.

use std::path::PathBuf;

use clap::Subcommand;

use super::Reply;
use crate::catalogue::{check, check_additions};
use crate::error::{Error, Exit};
use crate::render::Rendered;
use crate::terminal::World;

/// Check a catalogue of your own
///
/// Reports every problem at once: file, line, column, field, what is wrong and what to do. Exit 1 when there is one.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  sciatica catalogue check data\n  sciatica points --catalogue data\n  \
                        sciatica show GB30 --catalogue data")]
pub(super) struct Args {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// Report every problem of the catalogue in DIR
    #[command(
        after_help = "Examples:\n  sciatica catalogue check data\n  sciatica catalogue check --added my-points\n  \
                            sciatica catalogue check /usr/share/my-catalogue"
    )]
    Check {
        /// A directory that holds catalogue.json, or what is to be added
        #[arg(value_name = "DIR")]
        directory: PathBuf,
        /// Check it as what is to be added to the bundled guide
        #[arg(long)]
        added: bool,
    },
}

pub(super) fn answer(args: &Args, _world: &World<'_>) -> Result<Reply, Error> {
    let Action::Check { directory, added } = &args.action;
    let problems = if *added { check_additions(directory)? } else { check(directory)? };
    if problems.is_empty() {
        let answer = "No problem found.\n".to_owned();
        let rendered = Rendered { answer, aside: String::new() };
        return Ok(Reply { rendered, misses: Vec::new(), exit: Exit::Answered });
    }
    Err(Error::InvalidCatalogue { directory: directory.display().to_string(), problems })
}
