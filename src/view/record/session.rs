//! The plan of a session, and what came of it. All times are in seconds.

use serde::Serialize;

use super::{ClaimRecord, get_help};
use crate::catalogue::RoutineFrame;
use crate::routine::{Routine, Side};
use crate::session::{Cue, Ending, Feeling, Phase, PhaseKind};
use crate::view::{Scope, SessionReport};

/// A phase of a session, so that another program can run it.
#[derive(Debug, Serialize)]
pub struct PhaseRecord<'a> {
    kind: &'static str,
    phase: &'static str,
    /// The step to which it belongs, from 1.
    step: usize,
    title: &'a str,
    entry: Option<&'a str>,
    side: Option<&'static str>,
    start_seconds: u32,
    length_seconds: u32,
    /// What is said as it begins.
    say: &'a str,
    cues: Vec<CueRecord>,
}

#[derive(Debug, Serialize)]
struct CueRecord {
    seconds_left: u32,
    say: &'static str,
}

/// What came of a session.
#[derive(Debug, Serialize)]
pub struct SessionRecord<'a> {
    kind: &'static str,
    routine: Option<&'a str>,
    title: &'a str,
    /// `done`, `quit` or `hurts`.
    ended: &'static str,
    feeling: Option<&'static str>,
    planned_seconds: u32,
    /// The time of all holds that were done.
    held_seconds: u64,
    steps: usize,
    steps_done: usize,
    get_help: Vec<ClaimRecord<'a>>,
    what_to_do: Vec<ClaimRecord<'a>>,
}

impl<'a> PhaseRecord<'a> {
    /// The phases of a routine, each with its start.
    pub fn all(routine: &'a Routine, phases: &'a [Phase]) -> Vec<Self> {
        let mut start = 0;
        let records = phases.iter().map(|phase| {
            let step = routine.steps.get(phase.step);
            let record = Self {
                kind: "phase",
                phase: kind(phase.kind),
                step: phase.step + 1,
                title: step.map_or("", |step| &step.title),
                entry: step.and_then(|step| step.entry.as_ref()).map(|entry| entry.id.as_str()),
                side: phase.side.map(Side::id),
                start_seconds: start,
                length_seconds: phase.seconds,
                say: &phase.say,
                cues: phase.cues.iter().map(CueRecord::new).collect(),
            };
            start += phase.seconds;
            record
        });
        records.collect()
    }
}

fn kind(kind: PhaseKind) -> &'static str {
    match kind {
        PhaseKind::Breathe => "breathe",
        PhaseKind::Prepare => "prepare",
        PhaseKind::ChangeSides => "change-sides",
        PhaseKind::Hold { .. } => "hold",
        PhaseKind::Release => "release",
    }
}

impl CueRecord {
    fn new(cue: &Cue) -> Self {
        Self { seconds_left: cue.left, say: cue.say }
    }
}

impl<'a> SessionRecord<'a> {
    /// What came of it, and what to do now.
    pub fn new(scope: &'a Scope<'_>, frame: &'a RoutineFrame, report: &SessionReport<'a>) -> Self {
        let (get_help, what_to_do) = match (report.went_wrong(), report.ending) {
            (false, _) => (Vec::new(), Vec::new()),
            (true, Ending::Hurts) => (signs(scope, report), ClaimRecord::all(scope, &frame.if_it_hurts)),
            (true, _) => (signs(scope, report), ClaimRecord::all(scope, &frame.if_worse)),
        };
        Self {
            kind: "session",
            routine: report.routine.id.as_deref(),
            title: &report.routine.title,
            ended: match report.ending {
                Ending::Done => "done",
                Ending::Quit => "quit",
                Ending::Hurts => "hurts",
            },
            feeling: report.feeling.map(Feeling::id),
            planned_seconds: report.routine.seconds(),
            held_seconds: report.seconds(),
            steps: report.routine.steps.len(),
            steps_done: report.steps_done(),
            get_help,
            what_to_do,
        }
    }
}

fn signs<'a>(scope: &'a Scope<'_>, report: &SessionReport<'_>) -> Vec<ClaimRecord<'a>> {
    get_help(scope, &report.routine.regions().join(","))
}
