//! `sciatica check`: questions about signs and precautions, and where the answers lead.

use super::answers::{Answers, Further};
use super::interview::{Interview, Stop};
use super::{Guide, OutputArgs, Reply, profile};
use crate::catalogue::{Catalogue, Claim, RedFlag};
use crate::error::{Error, Exit};
use crate::screening::{Kept, Profile, Triage};
use crate::terminal::World;
use crate::view::{CheckRecord, GoOn, OpenSign, Part, asking_card, finished_card, stopped_card};

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
pub(super) struct Args {
    /// What applies: red flags and precautions; not:ID denies a red flag; "none" says that nothing applies
    #[arg(long, value_name = "ID,ID", value_delimiter = ',')]
    answers: Vec<String>,
    #[command(flatten)]
    output: OutputArgs,
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

pub(super) fn answer(args: &Args, world: &World<'_>) -> Result<Reply, Error> {
    let (catalogue, broken) = args.output.open_always(world)?;
    let (kept, unusable) = match profile::kept(&catalogue, world.profile) {
        Ok(kept) => (kept.map_or(Kept::Nothing, Kept::Profile), None),
        Err(error) => (Kept::Unknown, Some(error)),
    };
    let reader = Profile::default().and_kept(kept.clone());
    let guide = Guide::with_profile(&catalogue, &args.output, reader, world)?;
    let mut triage = Triage::of_reader_who_keeps(kept);
    let kept_sign = kept_sign(&guide)?;
    let end = if args.answers.is_empty() {
        interview(&guide, kept_sign, &mut triage, world)?
    } else {
        weigh(&guide, Answers::read(&catalogue, &args.answers)?, kept_sign, &mut triage, world)?
    };
    let reminder = &catalogue.triage_questions()?.reminder;
    let reply = match &end {
        End::Stopped(stop) => stopped(&guide, &triage, stop, reminder)?,
        End::Asks { answers, further } => asks(&guide, &triage, answers, further, reminder)?,
        End::Finished => finished(&guide, &triage, reminder)?,
    };
    Ok(reply.beside(broken).beside(unusable.map(Error::from)))
}

/// The most urgent sign that the reader keeps as a precaution, if any.
fn kept_sign(guide: &Guide<'_>) -> Result<Option<RedFlag>, Error> {
    let catalogue = guide.scope.catalogue;
    let mut signs = Vec::new();
    for id in guide.scope.reader.profile().declared() {
        if let Some(flag) = catalogue.precaution(id)?.sign() {
            signs.push(catalogue.red_flag(flag)?);
        }
    }
    Ok(signs.into_iter().max_by_key(|flag| flag.urgency))
}

fn interview(
    guide: &Guide<'_>,
    kept_sign: Option<RedFlag>,
    triage: &mut Triage,
    world: &World<'_>,
) -> Result<End, Error> {
    let mut dialogue = (world.dialogue)().ok_or(Error::NobodyToAsk)?;
    let questions = guide.scope.catalogue.triage_questions()?;
    let stop = Interview::new(guide, dialogue.as_mut(), triage).hold(&questions.screens, kept_sign)?;
    Ok(stop.map_or(End::Finished, End::Stopped))
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
    let catalogue: &Catalogue = guide.scope.catalogue;
    if let Some(stop) = answers.weigh(catalogue, kept_sign, triage)? {
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

fn stopped(guide: &Guide<'_>, triage: &Triage, stop: &Stop, reminder: &Claim) -> Result<Reply, Error> {
    let scope = &guide.scope;
    let id = stop.flags.first().map(String::as_str).unwrap_or_default();
    let flag = scope.catalogue.red_flag(id)?;
    let besides = triage.affirmed_besides(id).map(|id| scope.catalogue.red_flag(id));
    let besides: Vec<RedFlag> = besides.collect::<Result<_, _>>()?;
    let profile = triage.profile();
    let reply = guide.reply(
        "check",
        || vec![Part::Card(stopped_card(scope, &flag, &besides, stop.unsure))],
        || {
            let record = CheckRecord::of(scope, triage, profile.declared(), reminder);
            vec![record.stopping(scope, &flag, &besides, stop.unsure)]
        },
    )?;
    Ok(reply.ending(Exit::Stopped))
}

fn asks(
    guide: &Guide<'_>,
    triage: &Triage,
    answers: &Answers,
    further: &[Further],
    reminder: &Claim,
) -> Result<Reply, Error> {
    let scope = &guide.scope;
    let profile = triage.profile();
    let no = answers.command_with(None, further.iter().map(|it| &it.flag));
    let open = further.iter().map(|Further { flag, because }| {
        let yes = answers.command_with(Some(flag), None);
        OpenSign { flag, because, yes }
    });
    let open: Vec<OpenSign<'_>> = open.collect();
    let reply = guide.reply(
        "check",
        || vec![Part::Card(asking_card(&open, &no))],
        || vec![CheckRecord::of(scope, triage, profile.declared(), reminder).asking(&open, &no)],
    )?;
    Ok(reply.ending(Exit::Failed))
}

fn finished(guide: &Guide<'_>, triage: &Triage, reminder: &Claim) -> Result<Reply, Error> {
    let scope = &guide.scope;
    let soon = triage.soon().iter().map(|id| scope.catalogue.red_flag(id)).collect::<Result<Vec<RedFlag>, _>>()?;
    let profile = triage.profile();
    let words = std::iter::once("sciatica routine".to_owned()).chain(profile.options());
    let next = words.collect::<Vec<_>>().join(" ");
    guide.reply(
        "check",
        || {
            let asked_about_all = triage.is_whole();
            vec![Part::Card(finished_card(
                scope,
                &GoOn { soon: &soon, triage, asked_about_all, next: &next, reminder },
            ))]
        },
        || vec![CheckRecord::of(scope, triage, profile.declared(), reminder).going_on(scope, &soon, &next)],
    )
}
