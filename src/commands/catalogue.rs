//! `sciatica catalogue`: a catalogue of one's own, made, described and checked.

mod check;
mod export;
mod schema;

use clap::Subcommand;

use super::guide::Replied;
use crate::world::World;

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
    action: CatalogueAction,
}

#[derive(Debug, Subcommand)]
enum CatalogueAction {
    Check(check::Args),
    Export(export::Args),
    Schema(schema::Args),
}

pub(super) fn answer(args: &Args, world: &World<'_>) -> Replied {
    match &args.action {
        CatalogueAction::Check(args) => check::answer(args, world),
        CatalogueAction::Export(args) => export::answer(args, world),
        CatalogueAction::Schema(args) => schema::answer(args),
    }
}
