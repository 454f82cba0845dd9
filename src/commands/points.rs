//! `sciatica points`: the points, filtered and screened.

use super::arguments::{ReaderArgs, without_effect, word_parser};
use super::guide::{Guide, Replied};
use crate::error::Error;
use crate::view::{PointLine, point_list};
use guide::model::{Position, Reach};
use guide::query::{PointFilter, QueryError, points, region_or_area};
use guide::shelf::Catalogue;

/// List the points
///
/// Each with how far you may use it, from the back to the foot. In a pipe: a line a point, with these columns between
/// tabs: level (empty, adapt, ask, avoid), code, name, region, area, reason.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  sciatica points --region leg\n  sciatica points --position side-lying --alone\n  \
                        sciatica points --with blood-thinners,varicose-veins"
)]
#[command(mut_args(|argument| without_effect(argument, &["sources"])))]
pub(super) struct Args {
    /// Region or area: back, hip, leg, foot, knee, ...
    #[arg(long, value_name = "REGION")]
    region: Option<String>,
    /// Meridian, by name or letters: bladder, UB, ...
    #[arg(long, value_name = "MERIDIAN")]
    meridian: Option<String>,
    /// Only points that can be pressed in this position
    #[arg(long, value_name = "POSITION", value_parser = word_parser(&Position::ALL, Position::id))]
    position: Option<Position>,
    /// Only points that you can press on your own
    #[arg(long)]
    alone: bool,
    #[command(flatten)]
    pub(super) reader: ReaderArgs,
}

pub(super) fn answer(args: &Args, guide: &Guide<'_>) -> Replied {
    let scope = &guide.scope;
    let found = points(scope.catalogue, &scope.reader, &filter(args, scope.catalogue)?);
    if found.is_empty() {
        return Err(Error::NothingMatched("point"));
    }
    let lines = || found.iter().map(|(row, verdict)| PointLine::new(scope, row, verdict)).collect();
    guide.list("points", || point_list(scope, &found), lines)
}

fn filter<'c>(args: &'c Args, catalogue: &'c Catalogue) -> Result<PointFilter<'c>, Error> {
    let index = catalogue.index();
    let place = args.region.as_deref().map(|name| region_or_area(catalogue, name)).transpose()?;
    let meridian = args.meridian.as_deref().map(|name| {
        let found = index.meridian_letters(name).map(|(_, id)| id);
        let known = || index.meridians().map(str::to_owned).collect();
        found.ok_or_else(|| QueryError::NoSuchFilter { what: "meridian", name: name.to_owned(), known: known() })
    });
    Ok(PointFilter {
        place: place.map(|wish| wish.id()),
        meridian: meridian.transpose()?,
        position: args.position,
        reach: args.alone.then_some(Reach::Alone),
    })
}
