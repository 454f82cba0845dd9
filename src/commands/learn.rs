//! `sciatica learn [TOPIC]`: the pages to read.

use super::arguments::ReaderArgs;
use super::entry::Entry;
use super::guide::{Guide, Replied};
use super::words;
use crate::error::{Error, Exit};
use crate::view::{CardExtent, EntryDrawings, TopicLine, topic_list};
use guide::index::TopicRow;
use guide::model::{Kind, Target};
use guide::query;

/// Pages to read
///
/// Without a name: every page. With one: that page; --full adds the statements of others that this guide does not share,
/// and why. In a pipe the list has these columns between tabs: id, title, about.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  sciatica learn\n  sciatica learn heat-and-cold\n  \
                        sciatica learn evidence --full --sources")]
pub(super) struct Args {
    /// A page; all words together are its name
    #[arg(value_name = "TOPIC")]
    topic: Vec<String>,
    /// Everything: statements that are not shared too
    #[arg(long)]
    full: bool,
    #[command(flatten)]
    pub(super) reader: ReaderArgs,
}

pub(super) fn answer(args: &Args, guide: &Guide<'_>) -> Replied {
    let scope = &guide.scope;
    if args.topic.is_empty() {
        let rows: Vec<TopicRow<'_>> = scope.catalogue.index().topics().collect();
        let lines = || rows.iter().map(TopicLine::new).collect();
        return guide.list("topics", || topic_list(&rows), lines);
    }
    words::refuse_options(&args.topic)?;
    words::refuse_week(&args.topic, &args.reader.screening)?;
    let name = args.topic.join(" ");
    let target = query::find_page(scope.catalogue, &name)?;
    match target.kind {
        Kind::RedFlag => Ok(guide.stop_at(target.id)?.ending(Exit::Answered)),
        Kind::Topic => page(args, guide, target),
        // Whoever wants to read about a circumstance gets the page that tells of it, or else what there is to know.
        Kind::Precaution => {
            let precaution = scope.catalogue.precaution(target.id)?;
            let told = precaution.page.as_deref().and_then(|page| scope.catalogue.index().topic(page));
            page(args, guide, told.map_or(target, |page| Target { kind: Kind::Topic, id: page.id }))
        }
        _ => Err(Error::wrong_kind(target, "topic")),
    }
}

fn page<'c>(args: &Args, guide: &Guide<'c>, target: Target<'c>) -> Replied {
    let scope = &guide.scope;
    let entry = Entry::open(scope, target, true)?;
    let card = || entry.card(scope, CardExtent::of_card(args.full), EntryDrawings::default());
    guide.card("topics", card, || vec![entry.record(scope)])
}
