//! `sciatica check`: the red-flag questions, then the precaution questions.

use super::interview::{Heard, Interview};
use super::{Guide, OutputArgs, Reply};
use crate::catalogue::{Catalogue, Kind, RedFlag, TriageQuestions, Urgency, fold};
use crate::error::{Error, Exit};
use crate::query;
use crate::screening::{Answer, NOTHING_APPLIES, Outcome, Triage};
use crate::terminal::World;
use crate::view::{CheckRecord, Part, finished_card, stopped_card};

/// Signs that need help, by questions: two minutes
///
/// Asks about signs in short groups, the most urgent first, and stops at the first that needs help now or today (exit 3).
/// Then it asks what may change what you may do, and ends with the line to go on with. Without a terminal it takes
/// --answers and never waits.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  sciatica check --answers none\n  sciatica check --answers not-better,blood-thinners\n  \
                        sciatica check --answers spinal-stenosis --format json"
)]
pub(super) struct Args {
    /// What applies: red flags and precautions; "none" says that nothing does
    #[arg(long, value_name = "ID,ID", value_delimiter = ',')]
    answers: Vec<String>,
    #[command(flatten)]
    output: OutputArgs,
}

/// What applies to the reader, in the order in which it is weighed.
#[derive(Default)]
struct Answers {
    flags: Vec<(String, Urgency)>,
    precautions: Vec<String>,
}

pub(super) fn answer(args: &Args, world: &World<'_>) -> Result<Reply, Error> {
    let (catalogue, broken) = args.output.open_always(world)?;
    let guide = Guide::for_anybody(&catalogue, &args.output, world)?;
    let questions = catalogue.triage_questions()?;
    let heard = if args.answers.is_empty() {
        let mut dialogue = (world.dialogue)().ok_or(Error::NobodyToAsk)?;
        Interview::new(&guide, &questions.groups, &questions.precautions, dialogue.as_mut())?.hold()?
    } else {
        weigh(answers(&catalogue, &args.answers)?)
    };
    let reply = match heard {
        Heard::Stopped { flag, unsure } => stopped(&guide, &questions, &flag, unsure),
        Heard::Finished { soon, precautions } => finished(&guide, &questions, &soon, &precautions),
    };
    Ok(reply?.beside(broken))
}

/// Reads the ids of `--answers`. A precaution that raises a red flag is one.
fn answers(catalogue: &Catalogue, words: &[String]) -> Result<Answers, Error> {
    let mut answers = Answers::default();
    let none = |word: &&String| fold(word) == NOTHING_APPLIES;
    if words.iter().any(|word| none(&word)) && words.len() > 1 {
        return Err(Error::NoneAndSome);
    }
    for word in words.iter().filter(|word| !none(word)) {
        let target = query::sign(catalogue, word)?;
        let flag = match target.kind {
            Kind::RedFlag => Some(target.id.to_owned()),
            _ => catalogue.precaution(target.id)?.red_flag,
        };
        match flag {
            Some(flag) => answers.flags.push((flag.clone(), catalogue.red_flag(&flag)?.urgency)),
            None => answers.precautions.push(target.id.to_owned()),
        }
    }
    answers.flags.sort_by(|(one, a), (other, b)| b.cmp(a).then(one.cmp(other)));
    answers.flags.dedup();
    answers.precautions.sort();
    answers.precautions.dedup();
    Ok(answers)
}

fn weigh(answers: Answers) -> Heard {
    let mut triage = Triage::default();
    for (flag, urgency) in &answers.flags {
        if let Outcome::Stop { flag, unsure } = triage.take(flag, *urgency, Answer::Yes) {
            return Heard::Stopped { flag, unsure };
        }
    }
    Heard::Finished { soon: triage.soon().to_vec(), precautions: answers.precautions }
}

fn stopped(guide: &Guide<'_>, questions: &TriageQuestions, flag: &str, unsure: bool) -> Result<Reply, Error> {
    let scope = &guide.scope;
    let flag = scope.catalogue.red_flag(flag)?;
    let reply = guide.reply(
        "check",
        || vec![Part::Card(stopped_card(scope, &flag, unsure))],
        || vec![CheckRecord::stopped(scope, &flag, unsure, &questions.reminder)],
    )?;
    Ok(reply.ending(Exit::Stopped))
}

fn finished(
    guide: &Guide<'_>,
    questions: &TriageQuestions,
    soon: &[String],
    precautions: &[String],
) -> Result<Reply, Error> {
    let scope = &guide.scope;
    let soon: Vec<RedFlag> = soon.iter().map(|id| scope.catalogue.red_flag(id)).collect::<Result<_, _>>()?;
    let declared = if precautions.is_empty() { NOTHING_APPLIES.to_owned() } else { precautions.join(",") };
    let next = format!("sciatica routine --with {declared}");
    guide.reply(
        "check",
        || vec![Part::Card(finished_card(scope, &soon, &next, &scope.sentence(&questions.reminder)))],
        || vec![CheckRecord::finished(scope, &soon, precautions, &next, &questions.reminder)],
    )
}
