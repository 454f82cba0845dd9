//! `sciatica map`: the body with the points on it.

use super::{FigureArgs, Guide, OutputArgs, Reply, ScreeningArgs, words};
use crate::catalogue::{Figure, Kind, PointRow};
use crate::error::Error;
use crate::query;
use crate::screening::Verdict;
use crate::terminal::World;
use crate::view::{Part, PointLine, map_card};

/// The body with the points on it
///
/// From behind and from the front. A point that is not for you is marked with the word. Without room or characters for a
/// drawing, and for screen readers, it says in words where each point lies.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  sciatica map\n  sciatica map GB30 BL40\n  sciatica map --region foot --pregnant")]
pub(super) struct Args {
    /// Points; all of them if none is named
    #[arg(value_name = "POINT")]
    points: Vec<String>,
    /// Region or area: back, hip, leg, foot, knee, ...
    #[arg(long, value_name = "REGION")]
    region: Option<String>,
    #[command(flatten)]
    figures: FigureArgs,
    #[command(flatten)]
    screening: ScreeningArgs,
    #[command(flatten)]
    output: OutputArgs,
}

pub(super) fn answer(args: &Args, world: &World<'_>) -> Result<Reply, Error> {
    let catalogue = args.output.open(world)?;
    let guide = Guide::for_reader(&catalogue, &args.output, &args.screening, world)?;
    let guide = guide.with_figures(args.figures.wish(), world);
    let found = words::entries(&catalogue, &args.points, &args.screening, false)?;
    if let Some(reply) = guide.stop_at_most_urgent(words::signs(&found))? {
        return Ok(reply);
    }
    let scope = &guide.scope;
    let wish = args.region.as_deref().map(|name| query::region_or_area(&catalogue, name)).transpose()?;
    let mut codes = Vec::new();
    let mut misses = Vec::new();
    for found in found {
        match found {
            Ok(target) if target.kind == Kind::Point => codes.push(target.id),
            Ok(target) => {
                misses.push(Error::WrongKind { id: target.id.to_owned(), is: target.kind.id(), wanted: "point" });
            }
            Err(miss) => misses.push(miss),
        }
    }
    let asked = |row: &PointRow<'_>| args.points.is_empty() || codes.contains(&row.code);
    let here = |row: &PointRow<'_>| {
        wish.is_none_or(|wish| wish.region == row.region && wish.area.is_none_or(|area| area == row.area))
    };
    let mut rows: Vec<PointRow<'_>> = catalogue.index().points().filter(|row| asked(row) && here(row)).collect();
    rows.sort_by_key(|row| (row.rank, row.code));
    if let (true, Some(_)) = (rows.is_empty(), misses.first()) {
        return Err(misses.remove(0));
    }
    if rows.is_empty() {
        return Err(Error::NothingMatched { what: "point" });
    }
    let points: Vec<(PointRow<'_>, Verdict<'_>)> =
        rows.into_iter().map(|row| (row, scope.reader.judge(&row.facets()))).collect();
    let mut ids: Vec<&str> =
        points.iter().filter_map(|(row, _)| catalogue.index().figures_of(row.code).locator).collect();
    ids.sort_unstable();
    ids.dedup();
    let figures: Vec<Figure> = ids.into_iter().map(|id| catalogue.figure(id)).collect::<Result<_, _>>()?;
    let mut reply = guide.reply(
        "map",
        || vec![Part::Card(map_card(scope, &figures, &points))],
        || points.iter().map(|(row, verdict)| PointLine::new(scope, *row, verdict)).collect(),
    )?;
    if !misses.is_empty() {
        reply = reply.ending(crate::error::Exit::Failed);
    }
    reply.misses = misses;
    Ok(reply)
}
