//! `sciatica stretches`: the stretches, filtered and screened.

use clap::builder::PossibleValuesParser;

use super::{Guide, OutputArgs, Reply, ScreeningArgs, practices};
use crate::catalogue::{Kind, Position};
use crate::error::Error;
use crate::query::PracticeFilter;
use crate::terminal::World;

/// List the stretches
///
/// Each with how far you may use it. In a pipe: a line a stretch, with these columns between tabs: level (empty, adapt,
/// ask, avoid), id, title, regions, reason.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  sciatica stretches --region back\n  sciatica stretches --position sitting\n  \
                        sciatica stretches --with spinal-stenosis")]
pub(super) struct Args {
    /// Region: back, hip, leg, foot
    #[arg(long, value_name = "REGION")]
    region: Option<String>,
    /// Only stretches that can be done in this position
    #[arg(long, value_name = "POSITION", value_parser = PossibleValuesParser::new(Position::ALL.iter().map(|it| it.id())))]
    position: Option<String>,
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
    let region = args.region.as_deref().map(|name| practices::region(&catalogue, name)).transpose()?;
    let filter = PracticeFilter { region, position: args.position.as_deref() };
    practices::answer(&guide, Kind::Stretch, &filter)
}
