//! `sciatica catalogue check DIR`: every problem of a catalogue at once.

use std::path::PathBuf;

use super::bare;
use crate::catalogue::{check, check_additions};
use crate::error::Error;
use crate::render::Rendered;

/// Report every problem of the catalogue in DIR
///
/// Each with file, line, column, field, what is wrong and what to do. Exit 1 when there is one.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  sciatica catalogue check data\n  sciatica catalogue check --added my-points\n  \
                        sciatica catalogue check /usr/share/my-catalogue")]
pub(super) struct Args {
    /// A directory that holds catalogue.json, or what is to be added
    #[arg(value_name = "DIR")]
    directory: PathBuf,
    /// Check it as what is to be added to the bundled guide
    #[arg(long)]
    added: bool,
}

pub(super) fn answer(args: &Args) -> Result<Rendered, Error> {
    let problems = if args.added { check_additions(&args.directory)? } else { check(&args.directory)? };
    if problems.is_empty() {
        return Ok(bare("No problem found.\n"));
    }
    Err(Error::InvalidCatalogue { directory: args.directory.display().to_string(), problems })
}
