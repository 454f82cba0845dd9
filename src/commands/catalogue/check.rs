//! `sciatica catalogue check DIR`: every problem of a catalogue at once.

use std::path::PathBuf;

use crate::bundle::bundle;
use crate::commands::guide::{Replied, Reply};
use crate::world::World;
use guide::model::Source;
use guide::query::guidelines_to_review;
use guide::shelf::{Catalogue, CatalogueError, check_additions};
use guide::text::counted;

/// Report every problem of the catalogue in DIR
///
/// Each with file, line, column, field, what is wrong and what to do. Exit 1 when there is one. Where there is none, it
/// lists the guidelines that somebody should read again.
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

pub(super) fn answer(args: &Args, world: &World<'_>) -> Replied {
    let mut answer = "No problem found.\n".to_owned();
    if args.added {
        let problems = check_additions(bundle(), &args.directory)?;
        if !problems.is_empty() {
            return Err(CatalogueError::Invalid { directory: args.directory.display().to_string(), problems }.into());
        }
    } else {
        let catalogue = Catalogue::in_directory(&args.directory)?;
        let today = world.this_month();
        let old = today.map_or(Ok(Vec::new()), |today| guidelines_to_review(&catalogue, today))?;
        answer.push_str(&to_review(&old));
    }
    Ok(Reply::bare(answer))
}

/// That nobody looked at these for long. It is no problem of the catalogue: one that was in order stays so while time passes.
fn to_review(old: &[Source]) -> String {
    if old.is_empty() {
        return String::new();
    }
    let lines = old.iter().filter_map(|it| Some(format!("  {} ({}): {}\n", it.id, it.reviewed?, it.address)));
    let these = counted(old.len(), "guideline");
    format!("\n{these} last reviewed more than two years ago. Read again, and put the month into `reviewed`:\n")
        + &lines.collect::<String>()
}
