//! `sciatica catalogue`: a catalogue of one's own, made, described and checked.

mod check;
mod export;
mod schema;

use clap::Subcommand;

use super::Reply;
use crate::error::{Error, Exit};
use crate::render::Rendered;
use crate::terminal::World;

/// Make and check a catalogue of your own
///
/// Export the bundled one, change it, check it, and answer from it with --catalogue DIR.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  sciatica catalogue check data\n  sciatica catalogue schema point  > point.json\n  \
                        sciatica show GB30 --catalogue data"
)]
pub(super) struct Args {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    Check(check::Args),
    Export(export::Args),
    Schema(schema::Args),
}

pub(super) fn answer(args: &Args, world: &World<'_>) -> Result<Reply, Error> {
    let rendered = match &args.action {
        Action::Check(args) => check::answer(args),
        Action::Export(args) => export::answer(args, world),
        Action::Schema(args) => schema::answer(args),
    }?;
    Ok(Reply { rendered, misses: Vec::new(), exit: Exit::Answered })
}

/// An answer as it is, without a document around it.
fn bare(answer: &str) -> Rendered {
    Rendered { answer: answer.to_owned(), aside: String::new() }
}
