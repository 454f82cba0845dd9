//! `sciatica check`: questions about signs and precautions, and where the answers lead.

use super::answers::{Answers, Further};
use super::arguments::{OutputArgs, without_effect};
use super::declaration::{Declaration, read_kept};
use super::guide::{Guide, Replied};
use super::interview::{Interview, Stop};
use crate::error::{Error, Exit};
use crate::view::{CheckRecord, GoOn, OpenSign, Scope, asking_card, finished_card, stopped_card};
use crate::world::World;
use guide::model::{Claim, Precaution, RedFlag, TriageQuestions};
use guide::screening::{Kept, Triage};
use guide::shelf::Catalogue;

/// Signs that need help, by questions: nine screens
///
/// It takes some four minutes on nine screens at most, the most urgent first, and stops at a sign that needs help now or
/// today (exit 3). It asks as well what may change what you may do, and ends with the line to go on with. What your profile
/// holds is not asked again. Without a terminal it takes --answers and never waits: ID for a sign or precaution that
/// applies, not:ID for a sign that does not, or none. Where an answer hangs on a further sign it says so, with the lines
/// for yes and no (exit 1).
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  sciatica check --answers none\n  sciatica check --answers not-better,arthritis-flare\n  \
                        sciatica check --answers numb-skin,not:saddle-numbness --format json"
)]
#[command(mut_args(|argument| without_effect(argument, &["no_pager"])))]
pub(super) struct Args {
    /// What applies: red flags and precautions; not:ID denies a red flag; "none" says that nothing applies
    #[arg(long, value_name = "ID,ID", value_delimiter = ',')]
    answers: Vec<String>,
    #[command(flatten)]
    pub(super) output: OutputArgs,
}

/// Where the answers lead.
enum End {
    /// A sign stops everything.
    Stopped(Stop),
    /// First there is more to answer.
    Asks { answers: Answers, further: Vec<Further> },
    /// Nothing stops the reader.
    Finished,
}

pub(super) fn answer(args: &Args, catalogue: &Catalogue, world: &World<'_>) -> Replied {
    let (kept, unusable) = match read_kept(catalogue, world.profile) {
        Ok(kept) => (kept.map_or(Kept::Nothing, Kept::Profile), None),
        Err(error) => (Kept::Unknown, Some(error.into())),
    };
    let guide = Guide::new(catalogue, &args.output, Declaration::default().and_kept(kept.clone()), world)?;
    let mut triage = Triage::of_reader_who_keeps(kept);
    let kept_sign = kept_sign(&guide)?;
    let TriageQuestions { screens, reminder, .. } = &catalogue.triage_questions()?;
    let end = if args.answers.is_empty() {
        let mut dialogue = (world.dialogue)().ok_or(Error::NobodyToAsk)?;
        let stop = Interview::new(&guide, dialogue.as_mut(), &mut triage).hold(screens, kept_sign)?;
        stop.map_or(End::Finished, End::Stopped)
    } else {
        weigh(&guide, Answers::read(catalogue, &args.answers)?, kept_sign, &mut triage, world)?
    };
    let profile = triage.profile();
    let record = CheckRecord::new(&guide.scope, &triage, profile.declared(), reminder);
    let reply = match &end {
        End::Stopped(stop) => stopped(&guide, &triage, stop, record)?,
        End::Asks { answers, further } => asks(&guide, answers, further, record)?,
        End::Finished => finished(&guide, &triage, reminder, record)?,
    };
    Ok(reply.beside(unusable))
}

/// The most urgent sign that the reader keeps as a precaution, if any.
fn kept_sign(guide: &Guide<'_>) -> Result<Option<RedFlag>, Error> {
    let Scope { catalogue, reader, .. } = &guide.scope;
    let signs = reader.precautions().iter().filter_map(Precaution::sign).map(|flag| catalogue.red_flag(flag));
    Ok(signs.collect::<Result<Vec<_>, _>>()?.into_iter().max_by_key(|flag| flag.urgency))
}

/// Weighs answers. What a precaution hangs on is asked at a terminal, and else told as the next thing to answer.
fn weigh(
    guide: &Guide<'_>,
    answers: Answers,
    kept_sign: Option<RedFlag>,
    triage: &mut Triage,
    world: &World<'_>,
) -> Result<End, Error> {
    const HEADING: &str = "With what you named: does one of these apply?";
    let catalogue = guide.scope.catalogue;
    if let Some(stop) = answers.weigh(catalogue, kept_sign, triage) {
        return Ok(End::Stopped(stop));
    }
    let further = answers.further(catalogue, triage)?;
    if further.is_empty() {
        return Ok(End::Finished);
    }
    let Some(mut dialogue) = (world.dialogue)() else { return Ok(End::Asks { answers, further }) };
    let flags: Vec<RedFlag> = further.into_iter().map(|further| further.flag).collect();
    let stop = Interview::new(guide, dialogue.as_mut(), triage).ask_about(HEADING, &flags)?;
    Ok(stop.map_or(End::Finished, End::Stopped))
}

fn stopped(guide: &Guide<'_>, triage: &Triage, stop: &Stop, record: CheckRecord<'_>) -> Replied {
    let scope = &guide.scope;
    let id = stop.flags.first().map(String::as_str).unwrap_or_default();
    let flag = scope.catalogue.red_flag(id)?;
    let besides = triage.affirmed_besides(id).map(|id| scope.catalogue.red_flag(id));
    let besides: Vec<RedFlag> = besides.collect::<Result<_, _>>()?;
    let card = || stopped_card(scope, &flag, &besides, stop.unsure);
    let record = || vec![record.stopping(scope, &flag, &besides, stop.unsure)];
    Ok(guide.card("check", card, record)?.ending(Exit::Stopped))
}

fn asks(guide: &Guide<'_>, answers: &Answers, further: &[Further], record: CheckRecord<'_>) -> Replied {
    let no = answers.command_with(None, further.iter().map(|it| &it.flag));
    let open = further.iter().map(|Further { flag, because }| {
        let yes = answers.command_with(Some(flag), None);
        OpenSign { flag, because, yes }
    });
    let open: Vec<OpenSign<'_>> = open.collect();
    let reply = guide.card("check", || asking_card(&open, &no), || vec![record.asking(&open, &no)])?;
    Ok(reply.ending(Exit::Failed))
}

fn finished(guide: &Guide<'_>, triage: &Triage, reminder: &Claim, record: CheckRecord<'_>) -> Replied {
    let scope = &guide.scope;
    let soon = triage.soon().iter().map(|id| scope.catalogue.red_flag(id)).collect::<Result<Vec<RedFlag>, _>>()?;
    let next = scope.with_options("sciatica routine", &triage.profile());
    let end = GoOn { soon: &soon, triage, next: &next, reminder };
    guide.card("check", || finished_card(scope, &end), || vec![record.going_on(scope, &soon, &next)])
}
