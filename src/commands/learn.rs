//! `sciatica learn [TOPIC]`: the pages to read.

use super::entry::Entry;
use super::{Guide, OutputArgs, Reply, ScreeningArgs, words};
use crate::catalogue::{Catalogue, Kind, TopicRow};
use crate::error::{Error, Exit};
use crate::query;
use crate::terminal::World;
use crate::view::{Extent, Part, TopicLine, topic_list};

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
    screening: ScreeningArgs,
    #[command(flatten)]
    output: OutputArgs,
}

pub(super) fn answer(args: &Args, world: &World<'_>) -> Result<Reply, Error> {
    let (catalogue, broken) = args.output.open_always(world)?;
    let is_lacking = broken.is_some();
    let (guide, unusable) = Guide::for_page(&catalogue, &args.output, &args.screening, is_lacking, world)?;
    Ok(page(args, &guide, &catalogue)?.beside(broken).beside(unusable))
}

fn page(args: &Args, guide: &Guide<'_>, catalogue: &Catalogue) -> Result<Reply, Error> {
    if let Some(reply) = guide.red_flag()? {
        return Ok(reply);
    }
    let scope = &guide.scope;
    if args.topic.is_empty() {
        let rows: Vec<TopicRow<'_>> = catalogue.index().topics().collect();
        return guide.reply(
            "topics",
            || vec![Part::List(topic_list(&rows))],
            || rows.iter().map(|row| TopicLine::from(*row)).collect(),
        );
    }
    words::refuse_options(&args.topic)?;
    let target = query::find(catalogue, &args.topic.join(" "))?;
    if target.kind == Kind::RedFlag {
        return Ok(guide.stop_at(target.id)?.ending(Exit::Answered));
    }
    if target.kind != Kind::Topic {
        return Err(Error::WrongKind { id: target.id.to_owned(), is: target.kind.id(), wanted: "topic" });
    }
    let entry = Entry::open(scope, target, true)?;
    let extent = Extent::of_card(args.full);
    guide.reply("topics", || vec![Part::Card(entry.card(scope, extent, Vec::new()))], || vec![entry.record(scope)])
}
