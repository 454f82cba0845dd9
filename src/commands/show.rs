//! `sciatica show NAME...`: entries by any of their names.

use super::arguments::{FigureArgs, ReaderArgs};
use super::browsing::BrowseArgs;
use super::declaration::signs;
use super::entry::Entry;
use super::guide::{Guide, Replied};
use super::words;
use crate::error::Exit;
use crate::render::Format;
use crate::view::{CardExtent, EntryDrawings, Piece};
use crate::world::World;
use guide::model::Target;
use guide::query;

/// Show entries by code, name, alias or id
///
/// Points, stretches, techniques, precautions, red flags, pages, sources. A point is found by any code or name in use: GB30, gb-30, VB30, Huantiao,
/// 環跳, "Jumping Circle". What you declare decides what is shown; exit 3 says that how to press was withheld.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  sciatica show GB30\n  sciatica show huan tiao --full --sources\n  \
                        sciatica show ST36 --pregnant --cleared pregnancy")]
pub(super) struct Args {
    /// Names; all words together are tried first
    #[arg(required = true, value_name = "NAME")]
    names: Vec<String>,
    /// Everything: all ways, evidence, disputes, names
    #[arg(long)]
    full: bool,
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
    let found = words::entries(scope.catalogue, &args.names, &args.reader.screening, false)?;
    let is_how_to = words::tell_how(&found);
    if let Some(stop) = guide.stop_at_most_urgent(signs(found.iter().flatten()).filter(|_| is_how_to))? {
        return Ok(stop);
    }
    let (targets, misses) = words::parted(found);
    let whole = args.full || guide.format == Format::Json;
    let alike = match (query::names_in(scope.catalogue, &args.names).as_slice(), targets.as_slice()) {
        ([name], [target]) => query::named_alike(scope.catalogue, name, *target),
        _ => Vec::new(),
    };
    let entries = targets.iter().map(|target| Entry::open(scope, *target, whole)).collect::<Result<Vec<_>, _>>()?;
    let exit = if entries.iter().any(Entry::is_withheld) { Exit::Stopped } else { words::exit(&misses) };
    if is_page && !entries.is_empty() {
        return Ok(page(args, &guide, &targets, &entries, world)?.missing(misses).ending(exit));
    }
    let drawn = guide.draws() || args.figures.wish() == Some(true);
    let draw = |entry: &Entry<'_>| if drawn { entry.drawings(scope.catalogue) } else { Ok(EntryDrawings::default()) };
    let drawings: Vec<EntryDrawings> = entries.iter().map(draw).collect::<Result<_, _>>()?;
    let extent = CardExtent::of_card(args.full);
    let cards = entries.iter().zip(drawings).map(|(entry, drawn)| {
        let mut card = entry.card(scope, extent, drawn);
        card.name_alike(scope, &alike);
        Piece::Card(card)
    });
    let records = || entries.iter().map(|entry| entry.record(scope)).collect();
    Ok(guide.reply_if_any("show", entries.is_empty(), || cards.collect(), records)?.missing(misses).ending(exit))
}

fn page(args: &Args, guide: &Guide<'_>, targets: &[Target<'_>], entries: &[Entry<'_>], world: &World<'_>) -> Replied {
    let scope = &guide.scope;
    let mut cards = Vec::new();
    for entry in entries {
        cards.push(entry.card(scope, CardExtent::Page(None), entry.drawings(scope.catalogue)?));
    }
    let withheld = targets.iter().zip(entries).filter(|(_, entry)| entry.is_withheld());
    let withheld = withheld.map(|(target, _)| scope.name_of(target.id)).collect();
    args.browse.reply(guide, withheld, cards, world)
}
