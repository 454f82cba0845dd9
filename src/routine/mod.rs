//! Puts a routine together: an ordered, timed list of steps, each of which screening lets this reader do.
//!
//! Everything here is pure, and works from permits: what a rule withholds or strikes never comes in.

mod amount;
mod candidate;
mod compose;
mod offer;
mod repertoire;
mod script;
mod timing;

pub use compose::compose;
pub use repertoire::Repertoire;
pub use script::{RELEASE, instruction_text, prepare_text};

pub use crate::query::RegionWish;

use crate::catalogue::{Claim, Kind, Place, Position, Thing};

/// What the reader asked for.
#[derive(Debug, Clone)]
pub struct Request<'r> {
    /// How long, in minutes.
    pub minutes: u16,
    /// Where; `None` for anywhere.
    pub place: Option<&'r Place>,
    /// Which part of the body; `None` for all.
    pub region: Option<RegionWish<'r>>,
    /// Which side.
    pub sides: Sides,
    /// Things that are there besides those of the place.
    pub at_hand: Vec<Thing>,
    /// Whether a partner can help.
    pub partner: bool,
    /// Whether to do as little as counts.
    pub gentle: bool,
}

/// Which sides of the body a routine works on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, clap::ValueEnum)]
pub enum Sides {
    /// The left one.
    Left,
    /// The right one.
    Right,
    /// Both, for the same time.
    #[default]
    Both,
}

/// A side of the body.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    /// The left one.
    Left,
    /// The right one.
    Right,
}

impl Side {
    /// Its name in JSON and in sentences.
    pub fn id(self) -> &'static str {
        match self {
            Self::Left => "left",
            Self::Right => "right",
        }
    }
}

impl Sides {
    /// The sides, in the order in which they are done.
    pub fn in_order(self) -> &'static [Side] {
        match self {
            Self::Left => &[Side::Left],
            Self::Right => &[Side::Right],
            Self::Both => &[Side::Left, Side::Right],
        }
    }
}

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
        let mut regions: Vec<&str> = self.steps.iter().flat_map(|step| &step.regions).map(String::as_str).collect();
        regions.sort_unstable();
        regions.dedup();
        regions
    }
}

/// The stage of a routine to which a step belongs, in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// Find a position and breathe.
    Arrive,
    /// Get warm.
    WarmUp,
    /// Press.
    Press,
    /// Stretch.
    Stretch,
    /// Rest.
    Rest,
}

impl Stage {
    /// Its name in JSON.
    pub fn id(self) -> &'static str {
        match self {
            Self::Arrive => "arrive",
            Self::WarmUp => "warm-up",
            Self::Press => "press",
            Self::Stretch => "stretch",
            Self::Rest => "rest",
        }
    }
}

/// An entry by name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct EntryName {
    /// What it is.
    pub kind: Kind,
    /// Its code or id.
    pub id: String,
    /// Its name in plain English.
    pub title: String,
}

impl EntryName {
    /// How a line names it: `GB30 Jumping Circle`, `Cat and cow`.
    pub fn line(&self) -> String {
        if self.kind == Kind::Point { format!("{} {}", self.id, self.title) } else { self.title.clone() }
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

/// An entry, or one way of it, that is not in the routine.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct LeftOut {
    /// Why.
    pub reason: Reason,
    /// The entry.
    pub entry: EntryName,
    /// The way; `None` for the whole entry.
    pub way: Option<String>,
    /// The precautions that speak against it, by id.
    pub precautions: Vec<String>,
}

impl LeftOut {
    /// A whole entry, against which no precaution speaks.
    fn of(reason: Reason, entry: EntryName) -> Self {
        Self { reason, entry, way: None, precautions: Vec::new() }
    }
}

/// Why something is not in a routine.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// A rule says no.
    Avoid,
    /// A clinician is to be asked first.
    Ask,
    /// None of these things is there.
    Needs(Vec<String>),
    /// It takes a partner.
    Partner,
    /// It does not fit the place.
    Place,
    /// It is not among what a gentle routine does.
    Gentle,
    /// It is done apart, in a class or with a video.
    Apart,
    /// There is enough pressing already.
    Enough,
    /// There is no time for it.
    Time,
}

impl Reason {
    /// Its name in JSON.
    pub fn id(&self) -> &'static str {
        match self {
            Self::Avoid => "avoid",
            Self::Ask => "ask",
            Self::Needs(_) => "needs",
            Self::Partner => "partner",
            Self::Place => "place",
            Self::Gentle => "gentle",
            Self::Apart => "apart",
            Self::Enough => "enough",
            Self::Time => "time",
        }
    }
}
