//! `sciatica search WORDS`: every entry that speaks of something.

use super::{Guide, OutputArgs, Reply, ScreeningArgs, words};
use crate::error::Error;
use crate::query;
use crate::terminal::World;
use crate::view::{HitRecord, Part, hit_list, red_flag_card};

/// Search every entry for words
///
/// Best first. An entry scores what each of your words is worth, a rare word more than a common one, and half when it only
/// begins like yours: once for holding it, once more in its best sentence, once more among its names. What scores less
/// than half of the best is left out. NOT SHARED: others say so, this guide does not. In a pipe: level, kind, id, title,
/// stance (shown, disputed, withheld), line.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  sciatica search pain behind knee\n  sciatica search warfarin\n  \
                        sciatica search golf ball --with blood-thinners")]
pub(super) struct Args {
    /// What to search for
    #[arg(required = true, value_name = "WORDS")]
    words: Vec<String>,
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
    words::refuse_options(&args.words)?;
    let found = query::search(&catalogue, &guide.scope.reader, &args.words.join(" "))?;
    let scope = &guide.scope;
    // In a pipe a sign is the first line, as every entry is a line there.
    let cards = if guide.lists_in_lines() { &[] } else { found.signs.as_slice() };
    guide.reply(
        "search",
        || {
            let cards = cards.iter().map(|flag| Part::Card(red_flag_card(scope, flag)));
            cards.chain([Part::List(hit_list(&found))]).collect()
        },
        || found.hits.iter().map(HitRecord::from).collect(),
    )
}
