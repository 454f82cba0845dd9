//! `sciatica now`, and `sciatica` alone: the right-now page.

use super::arguments::ReaderArgs;
use super::guide::{Guide, Replied};
use crate::view::{TopicRecord, topic_card};
use guide::model::RIGHT_NOW;

/// What to do this minute, and when to get help
///
/// Twenty lines: the signs to get help for, what may ease it this minute, and where to go on. What you declare decides
/// what is on it. It is what `sciatica` answers by itself, and with any of these options.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  sciatica\n  sciatica --with blood-thinners\n  sciatica now --plain --sources")]
pub(super) struct Args {
    #[command(flatten)]
    pub(super) reader: ReaderArgs,
}

pub(super) fn answer(guide: &Guide<'_>) -> Replied {
    let scope = &guide.scope;
    let topic = scope.catalogue.topic(RIGHT_NOW)?;
    guide.card("now", || topic_card(scope, &topic, &[], false), || vec![TopicRecord::new(scope, &topic, &[])])
}
