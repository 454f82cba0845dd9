//! `sciatica red-flags`: the signs that end self-care, the most urgent first.

use super::arguments::{OutputArgs, without_effect};
use super::declaration::Declaration;
use super::guide::{Guide, Replied};
use crate::view::{RedFlagLine, red_flag_list};
use crate::world::World;
use guide::index::RedFlagRow;
use guide::shelf::Catalogue;
use guide::text::put_in_order;

/// Signs that end self-care, by urgency
///
/// Get help now, get help today, book an appointment. In a pipe: a line a sign, with these columns between tabs: urgency
/// (emergency, same-day, soon), id, sign, question.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  sciatica red-flags\n  sciatica red-flags --plain\n  \
                        sciatica show saddle-numbness")]
#[command(mut_args(|argument| without_effect(argument, &["sources"])))]
pub(super) struct Args {
    #[command(flatten)]
    pub(super) output: OutputArgs,
}

pub(super) fn answer(args: &Args, catalogue: &Catalogue, world: &World<'_>) -> Replied {
    let guide = Guide::new(catalogue, &args.output, Declaration::default(), world)?;
    let questions = catalogue.triage_questions()?;
    let mut rows: Vec<RedFlagRow<'_>> = questions.flags().filter_map(|id| catalogue.index().red_flag(id)).collect();
    put_in_order(&mut rows, |row| (row.urgency.rank(), ""));
    let lines = || rows.iter().map(RedFlagLine::new).collect();
    guide.list("red-flags", || red_flag_list(&rows), lines)
}
