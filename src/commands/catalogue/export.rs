//! `sciatica catalogue export DIR`: the bundled catalogue, as a start for one's own.

use std::path::PathBuf;

use crate::bundle::bundle;
use crate::commands::guide::{Replied, Reply};
use crate::error::ExportError;
use crate::world::World;
use guide::text::printable;

/// What to do with the files, for those who open the folder.
const README: (&str, &str) = ("README.md", include_str!("../../../templates/catalogue.md"));

/// Write the bundled catalogue into DIR, as a start for your own
///
/// All its files, their schemas, their licence, and a README.md that says how to go on. Nothing is written over: DIR is
/// made, or is empty.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  sciatica catalogue export my-guide\n  sciatica catalogue check my-guide\n  \
                        sciatica show GB30 --catalogue my-guide")]
pub(super) struct Args {
    /// A directory that is not there yet, or is empty
    #[arg(value_name = "DIR")]
    directory: PathBuf,
}

pub(super) fn answer(args: &Args, world: &World<'_>) -> Replied {
    let directory = &args.directory;
    let originals: Vec<(&str, String)> = bundle().originals().collect();
    let files = originals.iter().map(|(path, text)| (*path, text.as_str()));
    let files: Vec<(&str, &str)> = files.chain([README]).collect();
    (world.write_folder)(directory, &files).map_err(|unwritten| ExportError::of_writing(directory, unwritten))?;
    let name = printable(&directory.display().to_string());
    Ok(Reply::word(format!("Wrote {} files to {name}; begin with README.md\n", files.len())))
}
