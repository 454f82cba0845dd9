//! `sciatica stretches`: the stretches, filtered and screened.

use super::arguments::{ReaderArgs, without_effect, word_parser};
use super::guide::{Guide, Replied};
use super::practices;
use guide::model::{Kind, Position};
use guide::query::{PracticeFilter, region_or_area};

/// List the stretches
///
/// Each with how far you may use it. In a pipe: a line a stretch, with these columns between tabs: level (empty, adapt,
/// ask, avoid), id, title, regions, reason.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  sciatica stretches --region back\n  sciatica stretches --position sitting\n  \
                        sciatica stretches --with spinal-stenosis")]
#[command(mut_args(|argument| without_effect(argument, &["sources"])))]
pub(super) struct Args {
    /// Region: back, hip, leg, foot, buttock, calf, ...
    #[arg(long, value_name = "REGION")]
    region: Option<String>,
    /// Only stretches that can be done in this position
    #[arg(long, value_name = "POSITION", value_parser = word_parser(&Position::ALL, Position::id))]
    position: Option<Position>,
    #[command(flatten)]
    pub(super) reader: ReaderArgs,
}

pub(super) fn answer(args: &Args, guide: &Guide<'_>) -> Replied {
    let wish = args.region.as_deref().map(|name| region_or_area(guide.scope.catalogue, name)).transpose()?;
    let region = wish.map(|wish| wish.region);
    practices::answer(guide, Kind::Stretch, &PracticeFilter { region, position: args.position })
}
