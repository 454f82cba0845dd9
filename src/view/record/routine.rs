//! A routine, so that another program can run it.

use serde::Serialize;

use super::{ClaimRecord, get_help};
use crate::catalogue::{Claim, Touching};
use crate::routine::{EntryName, LeftOut, Reason, Routine, Step, prepare_text};
use crate::screening::Level;
use crate::view::Scope;

/// A routine. All times are in seconds.
#[derive(Debug, Serialize)]
pub struct RoutineRecord<'a> {
    kind: &'static str,
    /// `None` for one that has no name.
    id: Option<&'a str>,
    title: &'a str,
    asked_seconds: u32,
    length_seconds: u32,
    get_help: Vec<ClaimRecord<'a>>,
    stop: ClaimRecord<'a>,
    about: Vec<ClaimRecord<'a>>,
    steps: Vec<StepRecord<'a>>,
    left_out: Vec<LeftOutRecord<'a>>,
}

#[derive(Debug, Serialize)]
struct StepRecord<'a> {
    stage: &'static str,
    /// `None` where it only breathes.
    entry: Option<EntryRecord<'a>>,
    title: &'a str,
    way: Option<&'a str>,
    position: &'static str,
    side: Option<&'static str>,
    level: Option<Level>,
    start_seconds: u32,
    length_seconds: u32,
    /// Getting ready, before the first hold.
    setup_seconds: u32,
    holds: u16,
    hold_seconds: u32,
    between_seconds: u32,
    /// Within a hold.
    repetitions: Option<u16>,
    pressure: Option<u8>,
    /// Whom it touches, by id.
    avoid_if: Vec<&'a str>,
    ask_if: Vec<&'a str>,
    instruction: Vec<ClaimRecord<'a>>,
    limits: &'a [String],
    /// What is said while getting ready.
    say: String,
}

#[derive(Debug, Serialize)]
struct EntryRecord<'a> {
    kind: &'static str,
    id: &'a str,
    title: &'a str,
}

#[derive(Debug, Serialize)]
struct LeftOutRecord<'a> {
    reason: &'static str,
    entry: EntryRecord<'a>,
    way: Option<&'a str>,
    precautions: &'a [String],
    /// The things of which one is missing.
    needs: &'a [String],
}

impl<'a> RoutineRecord<'a> {
    /// A routine, with what it is for.
    pub fn new(scope: &'a Scope<'_>, routine: &'a Routine, about: &'a [Claim]) -> Self {
        Self {
            kind: "routine",
            id: routine.id.as_deref(),
            title: &routine.title,
            asked_seconds: routine.asked_seconds,
            length_seconds: routine.seconds(),
            get_help: get_help(scope, &routine.regions().join(",")),
            stop: ClaimRecord::new(scope, &scope.catalogue.manifest().stop),
            about: ClaimRecord::all(scope, about),
            steps: routine.steps.iter().map(|step| StepRecord::new(scope, step)).collect(),
            left_out: routine.left_out.iter().map(LeftOutRecord::new).collect(),
        }
    }
}

impl<'a> StepRecord<'a> {
    fn new(scope: &'a Scope<'_>, step: &'a Step) -> Self {
        let touching = step.entry.as_ref().and_then(|entry| scope.touching(entry));
        let pressure_words = step.pressure.map(|pressure| scope.catalogue.manifest().pressure_words(pressure));
        Self {
            stage: step.stage.id(),
            entry: step.entry.as_ref().map(EntryRecord::new),
            title: &step.title,
            way: Some(step.way.as_str()).filter(|way| !way.is_empty()),
            position: step.position.id(),
            side: step.side.map(crate::routine::Side::id),
            level: step.entry.as_ref().and_then(|entry| level(scope, entry)),
            start_seconds: step.start,
            length_seconds: step.seconds(),
            setup_seconds: step.setup,
            holds: step.holds.count,
            hold_seconds: step.holds.each,
            between_seconds: step.holds.between,
            repetitions: step.repetitions,
            pressure: step.pressure,
            avoid_if: touching.iter().flat_map(Touching::avoid_if).map(|(id, _)| id).collect(),
            ask_if: touching.iter().flat_map(Touching::ask_if).map(|(id, _)| id).collect(),
            instruction: ClaimRecord::all(scope, &step.instruction),
            limits: &step.limits,
            say: prepare_text(step, pressure_words),
        }
    }
}

fn level(scope: &Scope<'_>, entry: &EntryName) -> Option<Level> {
    let mut named = scope.catalogue.index().named(&entry.id).into_iter();
    let target = named.find(|target| target.kind == entry.kind)?;
    scope.judge(target)?.level
}

impl<'a> EntryRecord<'a> {
    fn new(entry: &'a EntryName) -> Self {
        Self { kind: entry.kind.id(), id: &entry.id, title: &entry.title }
    }
}

impl<'a> LeftOutRecord<'a> {
    fn new(item: &'a LeftOut) -> Self {
        Self {
            reason: item.reason.id(),
            entry: EntryRecord::new(&item.entry),
            way: item.way.as_deref(),
            precautions: &item.precautions,
            needs: if let Reason::Needs(things) = &item.reason { things } else { &[] },
        }
    }
}
