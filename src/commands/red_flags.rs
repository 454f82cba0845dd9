//! `sciatica red-flags`: the signs that end self-care, the most urgent first.

use super::{Guide, OutputArgs, Reply};
use crate::catalogue::{RedFlagRow, Urgency};
use crate::error::Error;
use crate::terminal::World;
use crate::view::{Part, RedFlagLine, red_flag_list};

/// Signs that end self-care, by urgency
///
/// Get help now, get help today, book an appointment. In a pipe: a line a sign, with these columns between tabs: urgency
/// (emergency, same-day, soon), id, sign, question.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  sciatica red-flags\n  sciatica red-flags --plain\n  \
                        sciatica show saddle-numbness")]
pub(super) struct Args {
    #[command(flatten)]
    output: OutputArgs,
}

pub(super) fn answer(args: &Args, world: &World<'_>) -> Result<Reply, Error> {
    let (catalogue, broken) = args.output.open_always(world)?;
    let guide = Guide::for_anybody(&catalogue, &args.output, world)?;
    let questions = catalogue.triage_questions()?;
    let mut rows: Vec<RedFlagRow<'_>> = questions.flags().filter_map(|id| catalogue.index().red_flag(id)).collect();
    rows.sort_by_key(|row| std::cmp::Reverse(Urgency::parse(row.urgency)));
    let reply = guide.reply(
        "red-flags",
        || vec![Part::List(red_flag_list(&rows))],
        || rows.iter().map(|row| RedFlagLine::from(*row)).collect(),
    )?;
    Ok(reply.beside(broken))
}
