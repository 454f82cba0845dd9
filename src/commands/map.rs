//! `sciatica map`: the body with the points on it.

use super::arguments::{FigureArgs, ReaderArgs, without_effect};
use super::browsing::BrowseArgs;
use super::declaration::signs;
use super::guide::{Guide, Replied};
use super::words;
use crate::error::Error;
use crate::view::{PointLine, map_card};
use crate::world::World;
use guide::index::PointRow;
use guide::model::{Figure, Kind};
use guide::query;
use guide::screening::Verdict;
use guide::text::put_in_order;

/// The body with the points on it
///
/// From behind and from the front. A point that is not for you is marked with the word. Without room or characters for a
/// drawing, and for screen readers, it says in words where each point lies.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  sciatica map\n  sciatica map GB30 BL40\n  sciatica map --region foot --pregnant")]
#[command(mut_args(|argument| without_effect(argument, &["sources"])))]
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
    browse: BrowseArgs,
    #[command(flatten)]
    pub(super) reader: ReaderArgs,
}

pub(super) fn answer(args: &Args, guide: Guide<'_>, world: &World<'_>) -> Replied {
    let mut guide = guide.with_figures(args.figures.wish(), world);
    let is_page = args.browse.prepare(&mut guide)?;
    let scope = &guide.scope;
    let (catalogue, index) = (scope.catalogue, scope.catalogue.index());
    let found = words::entries(catalogue, &args.points, &args.reader.screening, false)?;
    if let Some(stop) = guide.stop_at_most_urgent(signs(found.iter().flatten()))? {
        return Ok(stop);
    }
    let wish = args.region.as_deref().map(|name| query::region_or_area(catalogue, name)).transpose()?;
    let (points, mut misses) = words::parted_by_kind(found, &[Kind::Point], "point");
    let asked = |row: &PointRow<'_>| args.points.is_empty() || points.iter().any(|point| point.id == row.code);
    let here = |row: &PointRow<'_>| {
        wish.is_none_or(|wish| wish.region == row.region && wish.area.is_none_or(|area| area == row.area))
    };
    let mut rows: Vec<PointRow<'_>> = index.points().filter(|row| asked(row) && here(row)).collect();
    put_in_order(&mut rows, |row| (row.rank as u64, row.code));
    if rows.is_empty() {
        return Err(if misses.is_empty() { Error::NothingMatched("point") } else { misses.remove(0) });
    }
    let mut ids: Vec<&str> = rows.iter().filter_map(|row| index.figures_of(row.code).locator).collect();
    ids.sort_unstable();
    ids.dedup();
    let figures: Vec<Figure> = ids.into_iter().map(|id| catalogue.figure(id)).collect::<Result<_, _>>()?;
    let points: Vec<(PointRow<'_>, Verdict<'_>)> = rows.into_iter().map(|row| scope.judged(row)).collect();
    let lines = || points.iter().map(|(row, verdict)| PointLine::new(scope, row, verdict)).collect();
    let exit = words::exit(&misses);
    if is_page {
        let card = map_card(scope, &figures, &points);
        return Ok(args.browse.reply(&guide, Vec::new(), vec![card], world)?.missing(misses).ending(exit));
    }
    Ok(guide.card("map", || map_card(scope, &figures, &points), lines)?.missing(misses).ending(exit))
}
