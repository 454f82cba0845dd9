//! `sciatica now`, and `sciatica` alone: the right-now page.

use super::{Guide, OutputArgs, Reply};
use crate::catalogue::RIGHT_NOW;
use crate::error::Error;
use crate::terminal::World;
use crate::view::{Part, TopicRecord, topic_card};

/// What to do this minute, and when to get help
///
/// Twenty lines: the signs to get help for, what may ease it this minute, and where to go on.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  sciatica\n  sciatica now --plain\n  sciatica now --sources")]
pub(super) struct Args {
    #[command(flatten)]
    output: OutputArgs,
}

pub(super) fn answer(args: &Args, world: &World<'_>) -> Result<Reply, Error> {
    let catalogue = args.output.open(world)?;
    let guide = Guide::for_anybody(&catalogue, &args.output, world)?;
    let topic = catalogue.topic(RIGHT_NOW)?;
    guide.reply(
        "now",
        || vec![Part::Card(topic_card(&guide.scope, &topic, &[], false))],
        || vec![TopicRecord::new(&guide.scope, &topic, &[])],
    )
}
