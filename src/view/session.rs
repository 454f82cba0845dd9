//! What a session says before it begins and after it ended; and its plan.

use super::Scope;
use super::document::{Block, Card, Role, Sentence, Title, YOUR_PROFILE, labelled};
use super::guidance::red_flag_lines;
use super::profile::kept_words;
use super::routine::{left_out_for_reader, screened_lines, touching_lines};
use super::words::clock_words;
use crate::catalogue::RoutineFrame;
use crate::routine::Routine;
use crate::session::{Ending, Feeling, Phase, PhaseKind, Tally};

/// What came of a session.
#[derive(Debug)]
pub struct SessionReport<'s> {
    /// The routine that was done.
    pub routine: &'s Routine,
    /// How it ended.
    pub ending: Ending,
    /// What was done of it.
    pub tally: &'s Tally,
    /// How the reader feels, if they said so.
    pub feeling: Option<Feeling>,
}

impl SessionReport<'_> {
    /// How many steps were done to their end.
    pub fn steps_done(&self) -> usize {
        self.tally.finished.iter().filter(|finished| **finished).count()
    }

    /// The time of all holds that were done, in seconds.
    pub fn seconds(&self) -> u64 {
        self.tally.held.iter().sum::<std::time::Duration>().as_secs()
    }

    /// Whether what to do next has to be said.
    pub fn went_wrong(&self) -> bool {
        self.ending == Ending::Hurts || matches!(self.feeling, Some(Feeling::Worse | Feeling::FurtherDown))
    }
}

/// What is said before a session begins: how long, for whom, what is left out for them, when to stop, which keys.
pub fn opening_card(scope: &Scope<'_>, routine: &Routine, keys: &str) -> Card {
    let title = Title { name: routine.title.clone(), also: Vec::new(), aside: clock_words(routine.seconds()) };
    let mut card = Card { title, level: screened_lines(scope), ..Card::default() };
    card.level.extend(kept_words(scope).map(|words| labelled(Role::Neutral, YOUR_PROFILE, vec![words.into()])));
    card.level.extend(touching_lines(scope, routine));
    left_out_for_reader(scope, routine, &mut card);
    card.body.push(Block::Text(scope.sentence(&scope.catalogue.manifest().stop)));
    if let Some(first) = routine.steps.first() {
        card.body.push(Block::Text(format!("It begins {}.", first.position.words()).into()));
    }
    card.say(Role::Neutral, "Keys", vec![keys.into()]);
    card
}

/// The timed plan of a session: each phase with its start, and what is said in it.
pub fn plan_card(scope: &Scope<'_>, routine: &Routine, phases: &[Phase]) -> Card {
    let title = Title { name: routine.title.clone(), also: Vec::new(), aside: clock_words(routine.seconds()) };
    let red_flags = red_flag_lines(scope, &routine.regions().join(","));
    let mut card = Card { title, red_flags, level: screened_lines(scope), body: Vec::new() };
    card.level.extend(touching_lines(scope, routine));
    left_out_for_reader(scope, routine, &mut card);
    card.body.push(Block::Text(scope.sentence(&scope.catalogue.manifest().stop)));
    card.section("Plan", &format!("{} in all", clock_words(routine.seconds())));
    let mut start = 0;
    let lines = phases.iter().map(|phase| {
        let line = (clock_words(start), vec![phase_sentence(scope, routine, phase)]);
        start += phase.seconds;
        line
    });
    card.body.push(Block::Facts(lines.collect()));
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
    let mut card = Card { title: Title { name: name.to_owned(), ..Title::default() }, ..Card::default() };
    if report.went_wrong() {
        card.red_flags = red_flag_lines(scope, &report.routine.regions().join(","));
        let claims = if report.ending == Ending::Hurts { &frame.if_it_hurts } else { &frame.if_worse };
        card.level = vec![labelled(Role::Avoid, "What to do", scope.sentences(claims))];
    }
    let steps = format!("{} of {}", report.steps_done(), report.routine.steps.len());
    let mut facts = vec![
        ("Routine".to_owned(), vec![report.routine.title.as_str().into()]),
        ("Steps done".to_owned(), vec![steps.into()]),
        ("Time".to_owned(), vec![clock_words(u32::try_from(report.seconds()).unwrap_or(u32::MAX)).into()]),
    ];
    facts.extend(report.feeling.map(|feeling| ("Now".to_owned(), vec![feeling_words(feeling).into()])));
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
