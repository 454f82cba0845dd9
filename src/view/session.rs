//! What a session says before it begins and after it ended; and its plan.

use super::document::{Block, Card, Sentence, YOUR_PROFILE, fact, labelled};
use super::guidance::{UNDECLARED, own_sign_lines, red_flag_lines};
use super::profile::kept_words;
use super::role::Role;
use super::routine::{first_time, left_out_for_reader, screened_lines, touching_any_lines};
use super::scope::Scope;
use crate::session::{Ending, Feeling, Phase, PhaseKind, SessionProgress};
use guide::model::{Claim, RoutineFrame};
use guide::routine::{Routine, Side};
use guide::text::clock;

/// What came of a session.
#[derive(Debug)]
pub struct SessionReport<'s> {
    /// The routine that was done.
    pub routine: &'s Routine,
    /// How it ended.
    pub ending: Ending,
    /// What was done of it.
    pub progress: &'s SessionProgress,
    /// How the reader feels, if they said so.
    pub feeling: Option<Feeling>,
}

impl SessionReport<'_> {
    /// How many steps were done to their end.
    pub fn steps_done(&self) -> usize {
        self.progress.finished.iter().filter(|finished| **finished).count()
    }

    /// The steps that were done to their end.
    pub fn done(&self) -> Vec<String> {
        self.steps_where(|_, finished| finished)
    }

    /// The steps that began, and were left before their end.
    pub fn left_out(&self) -> Vec<String> {
        self.steps_where(|begun, finished| begun && !finished)
    }

    /// The steps to which it never came.
    pub fn left_unsaid(&self) -> Vec<String> {
        self.steps_where(|begun, _| !begun)
    }

    /// Steps by whether they began and whether they were finished: each title once, with its sides.
    fn steps_where(&self, is: impl Fn(bool, bool) -> bool) -> Vec<String> {
        let states = self.progress.begun.iter().zip(&self.progress.finished);
        let steps = self.routine.steps.iter().zip(states).filter(|(_, (begun, finished))| is(**begun, **finished));
        let steps: Vec<_> = steps.map(|(step, _)| step).collect();
        let titles = steps.chunk_by(|one, next| one.title == next.title && next.other_side);
        let named = titles.filter_map(|same| {
            let sides: Vec<&str> = same.iter().filter_map(|step| step.side).map(Side::id).collect();
            let title = same.first()?.title.as_str();
            Some(if sides.is_empty() { title.to_owned() } else { format!("{title}, {}", sides.join(" and ")) })
        });
        named.collect()
    }

    /// The time of all holds that were done, in seconds.
    pub fn seconds(&self) -> u64 {
        self.progress.held.iter().sum::<std::time::Duration>().as_secs()
    }

    /// Whether what to do next has to be said.
    pub fn went_wrong(&self) -> bool {
        self.ending == Ending::Hurts || matches!(self.feeling, Some(Feeling::Worse | Feeling::FurtherDown))
    }

    /// What to do next, where it has to be said.
    pub fn what_to_do<'f>(&self, frame: &'f RoutineFrame) -> &'f [Claim] {
        match (self.went_wrong(), self.ending) {
            (false, _) => &[],
            (true, Ending::Hurts) => &frame.if_it_hurts,
            (true, _) => &frame.if_worse,
        }
    }
}

/// What is said before a session begins: how long, for whom, what is left out for them, when to stop, which keys.
pub fn opening_card(scope: &Scope<'_>, routine: &Routine, keys: &str) -> Card {
    let kept = kept_words(scope).map(|words| labelled(Role::Neutral, YOUR_PROFILE, vec![words.into()]));
    let mut card = beginning(scope, routine, kept);
    if let Some(first) = routine.steps.first() {
        card.tell(format!("It begins {}.", first.position.words()));
    }
    card.say(Role::Neutral, "Keys", vec![keys.into()]);
    if !scope.reader.profile().was_asked() {
        card.tell(UNDECLARED);
    }
    card
}

/// The timed plan of a session: each phase with its start, and what is said in it.
pub fn plan_card(scope: &Scope<'_>, routine: &Routine, phases: &[Phase]) -> Card {
    let mut card = beginning(scope, routine, None);
    card.red_flags.splice(..0, red_flag_lines(scope, &routine.regions()));
    card.is_screened = true;
    card.section("Plan", &format!("{} in all", clock(routine.seconds())));
    let mut end = 0;
    let lines = phases.iter().map(|phase| {
        end += phase.seconds;
        (clock(end - phase.seconds), vec![phase_sentence(scope, routine, phase)])
    });
    card.body.push(Block::Facts(lines.collect()));
    card
}

/// How long it is, for whom, what is left out for them, when to stop.
fn beginning(scope: &Scope<'_>, routine: &Routine, kept: Option<Block>) -> Card {
    let mut card = Card::titled(&routine.title, &clock(routine.seconds()));
    card.red_flags = own_sign_lines(scope);
    card.level = screened_lines(scope);
    card.level.extend(kept);
    card.touching = touching_any_lines(scope, routine);
    left_out_for_reader(scope, routine, &mut card);
    card.tell(scope.stop());
    card.tell_all(first_time(scope, routine));
    card
}

fn phase_sentence(scope: &Scope<'_>, routine: &Routine, phase: &Phase) -> Sentence {
    match phase.kind {
        PhaseKind::Hold { number, of } if of > 1 => format!("Start {number} of {of}: {} s.", phase.seconds).into(),
        PhaseKind::Hold { .. } => format!("Start: {} s.", phase.seconds).into(),
        PhaseKind::Release | PhaseKind::ChangeSides => phase.say.as_str().into(),
        PhaseKind::Breathe | PhaseKind::Prepare => {
            let instruction = routine.steps.get(phase.step).map_or(&[][..], |step| &step.instruction);
            scope.joined(&phase.say, instruction)
        }
    }
}

/// What came of a session, and what to do now.
pub fn closing_card(scope: &Scope<'_>, frame: &RoutineFrame, report: &SessionReport<'_>) -> Card {
    let name = match report.ending {
        Ending::Done => "Done.",
        Ending::Quit => "Ended early.",
        Ending::Hurts => "Stopped, because it hurt.",
    };
    let mut card = Card::titled(name, "");
    if report.went_wrong() {
        card.red_flags = red_flag_lines(scope, &report.routine.regions());
        card.level = vec![labelled(Role::Avoid, "What to do", scope.sentences(report.what_to_do(frame)))];
    }
    let mut facts = vec![
        fact("Routine", report.routine.title.as_str()),
        fact("Steps done", format!("{} of {}", report.steps_done(), report.routine.steps.len())),
        fact("Time", clock(report.seconds())),
    ];
    for (label, steps) in
        [("Done", report.done()), ("Left out", report.left_out()), ("Left unsaid", report.left_unsaid())]
    {
        if !steps.is_empty() {
            facts.push(fact(label, steps.join("; ")));
        }
    }
    facts.extend(report.feeling.map(|feeling| fact("Now", feeling_words(feeling))));
    card.body.push(Block::Facts(facts));
    card
}

fn feeling_words(feeling: Feeling) -> &'static str {
    match feeling {
        Feeling::Better => "better",
        Feeling::Same => "the same",
        Feeling::Worse => "worse",
        Feeling::FurtherDown => "further down the leg",
    }
}
