//! `sciatica catalogue check DIR`: every problem of a catalogue at once.

use std::path::PathBuf;

use super::bare;
use crate::catalogue::check;
use crate::error::Error;
use crate::render::Rendered;

/// Report every problem of the catalogue in DIR
///
/// Each with file, line, column, field, what is wrong and what to do. Exit 1 when there is one.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  sciatica catalogue check data\n  sciatica catalogue check .\n  \
                        sciatica catalogue check /usr/share/my-catalogue")]
pub(super) struct Args {
    /// A directory that holds catalogue.json
    #[arg(value_name = "DIR")]
    directory: PathBuf,
}

pub(super) fn answer(args: &Args) -> Result<Rendered, Error> {
    let problems = check(&args.directory)?;
    if problems.is_empty() {
        return Ok(bare("No problem found.\n"));
    }
    Err(Error::InvalidCatalogue { directory: args.directory.display().to_string(), problems })
}
