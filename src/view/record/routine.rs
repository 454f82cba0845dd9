//! A routine, so that another program can run it.

use serde::Serialize;

use super::claim::ClaimRecord;
use super::keys::record;
use super::screening::TouchedIds;
use crate::view::scope::Scope;
use guide::model::{Claim, Level};
use guide::routine::{EntryName, LeftOut, Reason, Routine, Side, Step, prepare_text};

record! {
    /// A routine, with what it is for. All times are in seconds.
    pub RoutineRecord<'a>(scope: &'a Scope<'_>, routine: &'a Routine, purpose: &'a [Claim]) {
        kind: &'static str = "routine",
        /// `None` for one that has no name.
        id: Option<&'a str> = routine.id.as_deref(),
        title: &'a str = &routine.title,
        asked_seconds: u32 = routine.asked_seconds,
        length_seconds: u32 = routine.seconds(),
        get_help: Vec<ClaimRecord<'a>> = ClaimRecord::get_help(scope, &routine.regions()),
        stop: ClaimRecord<'a> = ClaimRecord::stop(scope),
        about: Vec<ClaimRecord<'a>> = ClaimRecord::all(scope, purpose),
        steps: Vec<StepRecord<'a>> = routine.steps.iter().map(|step| StepRecord::new(scope, step)).collect(),
        left_out: Vec<LeftOutRecord<'a>> = routine.left_out.iter().map(LeftOutRecord::new).collect(),
    }
}

record! {
    StepRecord<'a>(scope: &'a Scope<'_>, step: &'a Step)
    with (
        touching = step.entry.as_ref().map(|entry| scope.touching(&entry.id)),
        pressure_words = step.pressure.map(|pressure| scope.catalogue.manifest().pressure_words(pressure)),
    ) {
        stage: &'static str = step.stage.id(),
        /// `None` where it only breathes.
        entry: Option<EntryRecord<'a>> = step.entry.as_ref().map(EntryRecord::new),
        title: &'a str = &step.title,
        way: Option<&'a str> = Some(step.way.as_str()).filter(|way| !way.is_empty()),
        position: &'static str = step.position.id(),
        side: Option<&'static str> = step.side.map(Side::id),
        level: Option<Level> = step.level,
        start_seconds: u32 = step.start,
        length_seconds: u32 = step.seconds(),
        /// Getting ready, before the first hold.
        setup_seconds: u32 = step.setup,
        holds: u16 = step.holds.count,
        hold_seconds: u32 = step.holds.each,
        between_seconds: u32 = step.holds.between,
        /// Within a hold.
        repetitions: Option<u16> = step.repetitions,
        pressure: Option<u8> = step.pressure,
        #[serde(flatten)]
        touched: TouchedIds<'a> = touching.as_ref().map(TouchedIds::new).unwrap_or_default(),
        instruction: Vec<ClaimRecord<'a>> = ClaimRecord::all(scope, &step.instruction),
        limits: &'a [String] = &step.limits,
        /// What is said while getting ready.
        say: String = prepare_text(step, pressure_words),
    }
}

record! {
    EntryRecord<'a>(entry: &'a EntryName) {
        kind: &'static str = entry.kind.id(),
        id: &'a str = &entry.id,
        title: &'a str = &entry.title,
    }
}

record! {
    LeftOutRecord<'a>(item: &'a LeftOut) {
        reason: &'static str = item.reason.id(),
        entry: EntryRecord<'a> = EntryRecord::new(&item.entry),
        way: Option<&'a str> = item.way.as_deref(),
        precautions: &'a [String] = &item.precautions,
        /// The things of which one is missing.
        needs: &'a [String] = if let Reason::Needs(things) = &item.reason { things } else { &[] },
    }
}
