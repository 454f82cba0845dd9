//! `sciatica techniques`: the ways of pressing, screened.

use super::arguments::{ReaderArgs, without_effect};
use super::guide::{Guide, Replied};
use super::practices;
use guide::model::Kind;
use guide::query::PracticeFilter;

/// List the ways of pressing
///
/// Each with how far you may use it. In a pipe: a line a technique, with these columns between tabs: level (empty, adapt,
/// ask, avoid), id, title, regions, reason.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  sciatica techniques\n  sciatica techniques --with numb-skin\n  \
                        sciatica show pressing")]
#[command(mut_args(|argument| without_effect(argument, &["sources"])))]
pub(super) struct Args {
    #[command(flatten)]
    pub(super) reader: ReaderArgs,
}

pub(super) fn answer(guide: &Guide<'_>) -> Replied {
    practices::answer(guide, Kind::Technique, &PracticeFilter::default())
}
