//! `sciatica now`, and `sciatica` alone: the right-now page.

use super::{Guide, OutputArgs, Reply, ScreeningArgs};
use crate::catalogue::RIGHT_NOW;
use crate::error::Error;
use crate::terminal::World;
use crate::view::{Part, TopicRecord, topic_card};

/// What to do this minute, and when to get help
///
/// Twenty lines: the signs to get help for, what may ease it this minute, and where to go on. What you declare decides
/// what is on it. It is what `sciatica` answers by itself, and with any of these options.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  sciatica\n  sciatica --with blood-thinners\n  sciatica now --plain --sources")]
pub(super) struct Args {
    #[command(flatten)]
    screening: ScreeningArgs,
    #[command(flatten)]
    output: OutputArgs,
}

pub(super) fn answer(args: &Args, world: &World<'_>) -> Result<Reply, Error> {
    let (catalogue, broken) = args.output.open_always(world)?;
    let is_lacking = broken.is_some();
    let (guide, unusable) = Guide::for_page(&catalogue, &args.output, &args.screening, is_lacking, world)?;
    if let Some(reply) = guide.red_flag()? {
        return Ok(reply.beside(broken));
    }
    let topic = catalogue.topic(RIGHT_NOW)?;
    let reply = guide.reply(
        "now",
        || vec![Part::Card(topic_card(&guide.scope, &topic, &[], false))],
        || vec![TopicRecord::new(&guide.scope, &topic, &[])],
    )?;
    Ok(reply.beside(broken).beside(unusable))
}
