//! A routine, and its steps.

use std::collections::BTreeSet;

use super::entry_name::EntryName;
use super::left_out::LeftOut;
use crate::model::{Claim, Level, Position, vocabulary};

/// A routine for one reader.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Routine {
    /// Its id, where it has a name.
    pub id: Option<String>,
    /// Its title.
    pub title: String,
    /// How long it was to be, in seconds.
    pub asked_seconds: u32,
    /// Its steps, in order.
    pub steps: Vec<Step>,
    /// What could have been in it, and is not.
    pub left_out: Vec<LeftOut>,
}

impl Routine {
    /// How long it is, in seconds.
    pub fn seconds(&self) -> u32 {
        self.steps.iter().map(Step::seconds).sum()
    }

    /// The regions of its steps, each once.
    pub fn regions(&self) -> Vec<&str> {
        let regions: BTreeSet<&str> = self.steps.iter().flat_map(|step| &step.regions).map(String::as_str).collect();
        regions.into_iter().collect()
    }
}

vocabulary! {
    /// A side of the body.
    Side {
        Left "left" "left",
        Right "right" "right",
    }

    /// The stage of a routine to which a step belongs, in order.
    Stage {
        Arrive "arrive" "Find a position and breathe.",
        WarmUp "warm-up" "Get warm.",
        Press "press" "Press.",
        Stretch "stretch" "Stretch.",
        Rest "rest" "Rest.",
    }
}

/// One thing to do, on one side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// The stage to which it belongs.
    pub stage: Stage,
    /// The entry that it does; `None` where it only breathes.
    pub entry: Option<EntryName>,
    /// What it is called.
    pub title: String,
    /// The label of the way; empty where there is none.
    pub way: String,
    /// The position in which it is done.
    pub position: Position,
    /// Whether that is another one than before.
    pub moves: bool,
    /// The side; `None` for both at once.
    pub side: Option<Side>,
    /// Whether it repeats the step before on the other side.
    pub other_side: bool,
    /// When it starts, in seconds from the beginning.
    pub start: u32,
    /// Time to get ready, in seconds.
    pub setup: u32,
    /// Time to do it.
    pub holds: Holds,
    /// How often it is repeated within a hold, where it is.
    pub repetitions: Option<u16>,
    /// On the pressure scale, where it presses.
    pub pressure: Option<u8>,
    /// What to do, sentence by sentence.
    pub instruction: Vec<Claim>,
    /// How strongly a rule holds for this reader.
    pub level: Option<Level>,
    /// What holds for this reader.
    pub limits: Vec<String>,
    /// Ids of the regions of its entry.
    pub regions: Vec<String>,
}

impl Step {
    /// How long it is in all, in seconds.
    pub fn seconds(&self) -> u32 {
        self.setup + self.holds.seconds()
    }

    /// Whether a hand or tool presses.
    pub fn presses(&self) -> bool {
        self.stage == Stage::Press
    }
}

/// Holds with a pause between each two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Holds {
    /// How many.
    pub count: u16,
    /// Each, in seconds.
    pub each: u32,
    /// Between two, in seconds.
    pub between: u32,
}

impl Holds {
    /// All of it, pauses included, in seconds.
    pub fn seconds(self) -> u32 {
        self.work() + self.between * u32::from(self.count.saturating_sub(1))
    }

    /// The holds alone, in seconds.
    pub fn work(self) -> u32 {
        self.each * u32::from(self.count)
    }
}
