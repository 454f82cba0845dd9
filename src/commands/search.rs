//! `sciatica search WORDS`: every entry that speaks of something.

use super::arguments::ReaderArgs;
use super::guide::{Guide, Replied};
use super::words;
use crate::render::Format;
use crate::view::{HitRecord, Piece, hit_list, red_flag_card, red_flag_in_general};
use guide::query;

/// Search every entry for words
///
/// Ask as you would ask somebody. A sign to get help for comes first, then what your question tells of you, then points that
/// it names. The rest is ranked: a rare word counts more than a common one, and more in a name or a title than further
/// down. What scores far less than the best is left out. NOT SHARED: others say so, this guide does not. In a pipe: level,
/// kind, id, title, stance (shown, disputed, withheld), line.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  sciatica search pain behind knee\n  sciatica search warfarin\n  \
                        sciatica search golf ball --with blood-thinners")]
pub(super) struct Args {
    /// What to search for
    #[arg(required = true, value_name = "WORDS")]
    words: Vec<String>,
    /// All that is found, not the first few
    #[arg(long)]
    all: bool,
    #[command(flatten)]
    pub(super) reader: ReaderArgs,
}

pub(super) fn answer(args: &Args, guide: &Guide<'_>) -> Replied {
    let scope = &guide.scope;
    words::refuse_options(&args.words)?;
    words::refuse_week(&args.words, &args.reader.screening)?;
    let question = args.words.join(" ");
    let most = if args.all { usize::MAX } else { query::MOST_HITS };
    let found = query::search(scope.catalogue, &scope.reader, &question, most)?;
    // In a pipe a sign is the first line, as every entry is a line there.
    let signs = if guide.lists_in_lines() { &[] } else { found.signs.as_slice() };
    let card = if found.asks_in_general { red_flag_in_general } else { red_flag_card };
    let cards = signs.iter().map(|flag| Piece::Card(card(scope, flag)));
    let parts = || cards.chain([Piece::List(hit_list(scope, &found, args.all))]).collect();
    let reply = guide.reply("search", parts, || found.hits.iter().map(HitRecord::new).collect())?;
    // Among lines for a program it would be one of them.
    let corrected = found.correction().filter(|_| guide.lists_in_lines() || guide.format == Format::Json);
    Ok(reply.adding(&corrected.map(|it| it + "\n").unwrap_or_default()))
}
