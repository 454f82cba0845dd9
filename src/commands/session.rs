//! `sciatica session`: leads through a routine by screen, voice and bell.

use super::arguments::{ReaderArgs, without_effect};
use super::guide::{Guide, Replied, Reply};
use super::interview::{Interview, Stop};
use super::routine::{Composed, WishArgs, routine_reply};
use crate::error::{Error, Exit};
use crate::render::braille_picture;
use crate::session::{self, Ending, Frame, Look, Phase, Session, SessionOutcome, StepPicture, StepPlace, phases};
use crate::view::{
    PhaseRecord, RedFlagRecord, SessionRecord, SessionReport, closing_card, frame_drawing, opening_card, plan_card,
    stopped_card, stopped_group_card,
};
use crate::world::{DeviceWishes, Dialogue, Signal, World};
use guide::model::{Hand, Kind, RedFlag, Screen, Urgency};
use guide::routine::{Routine, Side, Step, step_picture};
use guide::screening::Triage;
use guide::shelf::Catalogue;

/// Be led through a routine, by screen, voice and bell
///
/// First it asks about signs that need help; Enter begins. It says each step before its clock starts, so that you need not
/// look. Keys: space pauses, x it hurts, ? shows the others. Nothing is stored. In a pipe, or with --plan, it prints the
/// timed plan and ends. If the terminal is ever left in disorder (kill -9): type reset.
#[expect(clippy::struct_excessive_bools, reason = "each is an option of its own")]
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  sciatica session desk --speak\n  sciatica session --minutes 10 --place bed --side left --bell\n  \
                        sciatica session evening --plan"
)]
#[command(mut_args(|argument| without_effect(argument, &["no_pager"])))]
pub(super) struct Args {
    #[command(flatten)]
    wish: WishArgs,
    /// Print the timed plan, and end
    #[arg(long)]
    plan: bool,
    #[arg(long, help = "Say it aloud (SCIATICA_SPEAK names a speaker)")]
    speak: bool,
    /// Ring: 1 start, 2 change sides, 3 the end
    #[arg(long)]
    bell: bool,
    /// Words only
    #[arg(long, hide_short_help = true)]
    no_figure: bool,
    #[arg(long, hide_short_help = true, help = "Pictures that do not move (SCIATICA_STILL=1: always)")]
    still: bool,
    /// State that you have no red flag; do not ask
    #[arg(long)]
    no_red_flags: bool,
    #[command(flatten)]
    pub(super) reader: ReaderArgs,
}

const KEYS: &str = "space pauses, n next, b back, r says it again, x it hurts, q ends, ? all keys";
const PLAIN_KEYS: &str = "p pauses, n next, b back, r says it again, x it hurts, q ends, each with Enter";

pub(super) fn answer(args: &Args, guide: &Guide<'_>, world: &World<'_>) -> Replied {
    if let Some(stop) = args.wish.sign_in_name(guide)? {
        return Ok(stop);
    }
    let composed = args.wish.compose(guide)?;
    if composed.routine.steps.is_empty() {
        return routine_reply(guide, &composed);
    }
    let catalogue = guide.scope.catalogue;
    let manifest = catalogue.manifest();
    let phases = phases(&composed.routine, &|pressure| manifest.pressure_words(pressure));
    let leads = world.stdout_is_terminal && !args.plan;
    let Some(mut dialogue) = leads.then(|| (world.dialogue)()).flatten() else {
        return plan(guide, &composed.routine, &phases);
    };
    // Nobody is asked for the sake of a session that cannot be held.
    let unheld = || plan(guide, &composed.routine, &phases).map(|plan| plan.adding(NO_SESSION));
    if (world.device)(DeviceWishes { raw: false, speak: false }).is_none() {
        return unheld();
    }
    if !args.no_red_flags
        && let Some(stop) = ask_about_red_flags(guide, &composed.routine, dialogue.as_mut())?
    {
        return stopped(guide, &stop);
    }
    let still = args.still || world.wants_still();
    let look = Look { plain: guide.terminal.plain, unicode: guide.terminal.unicode, bell: args.bell, still };
    let keys = if look.plain { PLAIN_KEYS } else { KEYS };
    let draws = guide.terminal.with_drawings(args.no_figure.then_some(false), world).drawings;
    let pictures = if draws { pictures(catalogue, &composed.routine)? } else { Vec::new() };
    let color = guide.terminal.color;
    let paint =
        |picture: &StepPicture, frame: &Frame, room| braille_picture(&frame_drawing(picture, frame), room, color);
    let opening = guide.rendered(opening_card(&guide.scope, &composed.routine, keys));
    dialogue.say(&format!("\n{opening}\n")).map_err(Error::Dialogue)?;
    drop(dialogue);
    let Some(mut device) = (world.device)(DeviceWishes { raw: !look.plain, speak: args.speak }) else {
        return unheld();
    };
    let steps = &composed.routine.steps;
    let stop_lines = &catalogue.routine_frame()?.stop_lines;
    let session = Session { steps, phases, stop_lines, pictures: &pictures, paint: &paint, look };
    let outcome = session::run(device.as_mut(), session);
    device.restore();
    closing(guide, &composed, outcome.map_err(Error::Dialogue)?)
}

/// Why there is a plan and no session.
const NO_SESSION: &str = "No session can be held here, because the keys of this terminal cannot be read.\n";

/// The signs of an emergency, those of few where the reader did not say that they are none of them; and where the routine
/// comes near the leg, the sign of a clot.
fn ask_about_red_flags(
    guide: &Guide<'_>,
    routine: &Routine,
    dialogue: &mut dyn Dialogue,
) -> Result<Option<Stop>, Error> {
    let catalogue = guide.scope.catalogue;
    let is_emergency =
        |id: &String| catalogue.index().red_flag(id).is_some_and(|row| row.urgency == Urgency::Emergency);
    let mut screens = catalogue.triage_questions()?.screens;
    for screen in &mut screens {
        screen.flags.retain(is_emergency);
    }
    screens.retain(|screen| !screen.flags.is_empty());
    let calf = &catalogue.manifest().calf;
    if routine.regions().iter().any(|region| calf.regions.iter().any(|leg| leg == region)) {
        screens.push(Screen {
            id: calf.red_flag.clone(),
            heading: "One calf or thigh?".to_owned(),
            only_for: Vec::new(),
            flags: vec![calf.red_flag.clone()],
            precautions: Vec::new(),
        });
    }
    let mut triage = Triage::of_profile(guide.scope.reader.profile());
    Interview::new(guide, dialogue, &mut triage).ask_briefly(&screens)
}

/// How the steps look.
fn pictures(catalogue: &Catalogue, routine: &Routine) -> Result<Vec<Option<StepPicture>>, Error> {
    let of_step = |step: &Step| -> Result<Option<StepPicture>, Error> {
        let Some(entry) = &step.entry else { return Ok(None) };
        if entry.kind == Kind::Point {
            return place(catalogue, step, &entry.id);
        }
        let poses = catalogue.poses(&entry.id)?;
        Ok(poses.and_then(|poses| step_picture(step, poses)).map(StepPicture::of))
    };
    routine.steps.iter().map(of_step).collect()
}

/// The place that a step presses. A step is made of what screening permits.
fn place(catalogue: &Catalogue, step: &Step, code: &str) -> Result<Option<StepPicture>, Error> {
    let Some(id) = catalogue.index().figures_of(code).place else { return Ok(None) };
    let figure = catalogue.figure(id)?;
    let is_other = |side: Side| figure.side.is_some_and(|drawn| (drawn == Hand::Left) != (side == Side::Left));
    let is_other_side = step.side.is_some_and(is_other);
    Ok(Some(StepPicture::Place(StepPlace { figure, code: code.to_owned(), is_other_side })))
}

fn stopped(guide: &Guide<'_>, stop: &Stop) -> Replied {
    let scope = &guide.scope;
    let red_flag = |id: &String| scope.catalogue.red_flag(id);
    let flags: Vec<RedFlag> = stop.flags.iter().map(red_flag).collect::<Result<_, _>>()?;
    let card = || match flags.as_slice() {
        [only] => stopped_card(scope, only, &[], stop.unsure),
        several => stopped_group_card(several),
    };
    let records = || flags.iter().map(|flag| RedFlagRecord::new(scope, flag)).collect();
    Ok(guide.card("red-flag", card, records)?.ending(Exit::Stopped))
}

fn plan(guide: &Guide<'_>, routine: &Routine, phases: &[Phase]) -> Replied {
    let card = || plan_card(&guide.scope, routine, phases);
    guide.card("session-plan", card, || PhaseRecord::all(routine, phases))
}

fn closing(guide: &Guide<'_>, composed: &Composed, outcome: SessionOutcome) -> Replied {
    let (ending, progress, feeling) = match outcome {
        SessionOutcome::Ended { ending, progress, feeling } => (ending, progress, feeling),
        SessionOutcome::Signalled(signal) => return Ok(Reply::nothing().ending(exit_of(signal))),
    };
    let scope = &guide.scope;
    let frame = scope.catalogue.routine_frame()?;
    let report = SessionReport { routine: &composed.routine, ending, progress: &progress, feeling };
    let record = || vec![SessionRecord::new(scope, frame, &report)];
    let reply = guide.card("session", || closing_card(scope, frame, &report), record)?;
    Ok(if ending == Ending::Hurts { reply.ending(Exit::Stopped) } else { reply })
}

fn exit_of(signal: Signal) -> Exit {
    match signal {
        Signal::HangUp => Exit::HungUp,
        Signal::Terminate => Exit::Terminated,
        Signal::Quit => Exit::Quitted,
        Signal::Interrupt | Signal::Stop => Exit::Interrupted,
    }
}
