//! `sciatica show NAME...`: entries by any of their names.

use super::entry::Entry;
use super::{FigureArgs, Guide, OutputArgs, Reply, ScreeningArgs, words};
use crate::error::{Error, Exit};
use crate::terminal::World;
use crate::view::{Drawing, Extent, Part};

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
    screening: ScreeningArgs,
    #[command(flatten)]
    output: OutputArgs,
}

pub(super) fn answer(args: &Args, world: &World<'_>) -> Result<Reply, Error> {
    let catalogue = args.output.open(world)?;
    let guide = Guide::for_reader(&catalogue, &args.output, &args.screening, world)?;
    let guide = guide.with_figures(args.figures.wish(), world);
    let whole = args.full || guide.answers_in_json();
    let mut misses = Vec::new();
    let mut entries = Vec::new();
    let found = words::entries(&catalogue, &args.names, &args.screening, false)?;
    let is_how_to = words::tell_how(&found);
    if let Some(reply) = guide.stop_at_most_urgent(words::signs(&found).filter(|_| is_how_to))? {
        return Ok(reply);
    }
    for found in found {
        match found {
            Ok(target) => entries.push(Entry::open(&guide.scope, target, whole)?),
            Err(miss) => misses.push(miss),
        }
    }
    let scope = &guide.scope;
    let drawn = guide.draws() || args.figures.wish() == Some(true);
    let draw = |entry: &Entry<'_>| if drawn { entry.drawings(&catalogue) } else { Ok(Vec::new()) };
    let drawings: Vec<Vec<Drawing>> = entries.iter().map(draw).collect::<Result<_, _>>()?;
    let exit = exit(&entries, &misses);
    let mut reply = if entries.is_empty() && !guide.answers_in_json() {
        Reply::nothing()
    } else {
        guide.reply(
            "show",
            || {
                let cards = entries.iter().zip(drawings);
                cards
                    .map(|(entry, drawings)| Part::Card(entry.card(scope, Extent::of_card(args.full), drawings)))
                    .collect()
            },
            || entries.iter().map(|entry| entry.record(scope)).collect(),
        )?
    };
    reply.misses = misses;
    Ok(reply.ending(exit))
}

fn exit(entries: &[Entry<'_>], misses: &[Error]) -> Exit {
    if entries.iter().any(Entry::is_withheld) {
        Exit::Stopped
    } else if misses.is_empty() {
        Exit::Answered
    } else {
        Exit::Failed
    }
}
