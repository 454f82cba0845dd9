//! `sciatica points`: the points, filtered and screened.

use clap::builder::PossibleValuesParser;

use super::{Guide, OutputArgs, Reply, ScreeningArgs};
use crate::catalogue::{Catalogue, PointRow, Position, Reach};
use crate::error::Error;
use crate::query::{self, PointFilter, points};
use crate::screening::Verdict;
use crate::terminal::World;
use crate::view::{Part, PointLine, point_list};

/// List the points
///
/// Each with how far you may use it, from the back to the foot. In a pipe: a line a point, with these columns between
/// tabs: level (empty, adapt, ask, avoid), code, name, region, area, reason.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  sciatica points --region leg\n  sciatica points --position side-lying --alone\n  \
                        sciatica points --with blood-thinners,varicose-veins"
)]
pub(super) struct Args {
    /// Region or area: back, hip, leg, foot, knee, ...
    #[arg(long, value_name = "REGION")]
    region: Option<String>,
    /// Meridian, by name or letters: bladder, UB, ...
    #[arg(long, value_name = "MERIDIAN")]
    meridian: Option<String>,
    /// Only points that can be pressed in this position
    #[arg(long, value_name = "POSITION", value_parser = PossibleValuesParser::new(Position::ALL.iter().map(|it| it.id())))]
    position: Option<String>,
    /// Only points that you can press on your own
    #[arg(long)]
    alone: bool,
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
    let filter = filter(args, &catalogue)?;
    let found: Vec<(PointRow<'_>, Verdict<'_>)> = points(&catalogue, &guide.scope.reader, &filter);
    if found.is_empty() {
        return Err(Error::NothingMatched { what: "point" });
    }
    guide.reply(
        "points",
        || vec![Part::List(point_list(&guide.scope, &found))],
        || found.iter().map(|(row, verdict)| PointLine::new(&guide.scope, *row, verdict)).collect(),
    )
}

fn filter<'c>(args: &'c Args, catalogue: &'c Catalogue) -> Result<PointFilter<'c>, Error> {
    let place = args.region.as_deref().map(|name| query::region_or_area(catalogue, name)).transpose()?;
    let meridian = args.meridian.as_deref().map(|name| {
        let found = catalogue.index().meridian_letters(name).map(|(_, id)| id);
        found.ok_or_else(|| Error::NoSuchFilter {
            what: "meridian",
            name: name.to_owned(),
            known: catalogue.index().meridians().map(str::to_owned).collect(),
        })
    });
    Ok(PointFilter {
        place: place.map(|wish| wish.id()),
        meridian: meridian.transpose()?,
        position: args.position.as_deref(),
        reach: args.alone.then_some(Reach::Alone.id()),
    })
}
