//! `sciatica catalogue check DIR`: every problem of a catalogue at once.

use std::path::PathBuf;

use crate::bundle::bundle;
use crate::commands::guide::{Replied, Reply};
use guide::shelf::{CatalogueError, check_additions, check_directory};

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

pub(super) fn answer(args: &Args) -> Replied {
    let problems =
        if args.added { check_additions(bundle(), &args.directory)? } else { check_directory(&args.directory)? };
    if problems.is_empty() {
        return Ok(Reply::bare("No problem found.\n".to_owned()));
    }
    Err(CatalogueError::Invalid { directory: args.directory.display().to_string(), problems }.into())
}
