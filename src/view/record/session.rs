//! The plan of a session, and what came of it. All times are in seconds.

use serde::Serialize;

use super::claim::ClaimRecord;
use super::keys::record;
use crate::session::{Cue, Ending, Feeling, Phase, PhaseKind};
use crate::view::scope::Scope;
use crate::view::session::SessionReport;
use guide::model::RoutineFrame;
use guide::routine::{Routine, Side};

record! {
    /// A phase of a session, so that another program can run it.
    pub PhaseRecord<'a>(routine: &'a Routine, of: &'a Phase, start: u32) with (in_step = routine.steps.get(of.step)) {
        kind: &'static str = "phase",
        phase: &'static str = kind(of.kind),
        /// The step to which it belongs, from 1.
        step: usize = of.step + 1,
        title: &'a str = in_step.map_or("", |step| &step.title),
        entry: Option<&'a str> = in_step.and_then(|step| step.entry.as_ref()).map(|entry| entry.id.as_str()),
        side: Option<&'static str> = of.side.map(Side::id),
        start_seconds: u32 = start,
        length_seconds: u32 = of.seconds,
        /// What is said as it begins.
        say: &'a str = &of.say,
        cues: Vec<CueRecord> = of.cues.iter().map(CueRecord::new).collect(),
    }
}

record! {
    CueRecord(cue: &Cue) {
        seconds_left: u32 = cue.left,
        say: &'static str = cue.say,
    }
}

record! {
    /// What came of a session, and what to do now.
    pub SessionRecord<'a>(scope: &'a Scope<'_>, frame: &'a RoutineFrame, report: &SessionReport<'a>) {
        kind: &'static str = "session",
        routine: Option<&'a str> = report.routine.id.as_deref(),
        title: &'a str = &report.routine.title,
        ended: Ending = report.ending,
        feeling: Option<Feeling> = report.feeling,
        planned_seconds: u32 = report.routine.seconds(),
        /// The time of all holds that were done.
        held_seconds: u64 = report.seconds(),
        steps: usize = report.routine.steps.len(),
        steps_done: usize = report.steps_done(),
        done: Vec<String> = report.done(),
        /// What began, and was left before its end.
        left_out: Vec<String> = report.left_out(),
        /// To what it never came.
        left_unsaid: Vec<String> = report.left_unsaid(),
        get_help: Vec<ClaimRecord<'a>> = if report.went_wrong() {
            ClaimRecord::get_help(scope, &report.routine.regions())
        } else {
            Vec::new()
        },
        what_to_do: Vec<ClaimRecord<'a>> = ClaimRecord::all(scope, report.what_to_do(frame)),
    }
}

impl<'a> PhaseRecord<'a> {
    /// The phases of a routine, each with its start.
    pub fn all(routine: &'a Routine, phases: &'a [Phase]) -> Vec<Self> {
        let mut end = 0;
        let records = phases.iter().map(|phase| {
            end += phase.seconds;
            Self::new(routine, phase, end - phase.seconds)
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
