//! `sciatica techniques`: the ways of pressing, screened.

use super::{Guide, OutputArgs, Reply, ScreeningArgs, practices};
use crate::catalogue::Kind;
use crate::error::Error;
use crate::query::PracticeFilter;
use crate::terminal::World;

/// List the ways of pressing
///
/// Each with how far you may use it. In a pipe: a line a technique, with these columns between tabs: level (empty, adapt,
/// ask, avoid), id, title, regions, reason.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  sciatica techniques\n  sciatica techniques --with numb-skin\n  \
                        sciatica show pressing")]
pub(super) struct Args {
    #[command(flatten)]
    screening: ScreeningArgs,
    #[command(flatten)]
    output: OutputArgs,
}

pub(super) fn answer(args: &Args, world: &World<'_>) -> Result<Reply, Error> {
    let catalogue = args.output.open(world)?;
    let guide = Guide::for_reader(&catalogue, &args.output, &args.screening, world)?;
    if let Some(reply) = guide.red_flag()? {
        return Ok(reply);
    }
    practices::answer(&guide, Kind::Technique, &PracticeFilter::default())
}
