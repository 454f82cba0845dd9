//! A routine being done, with a clock.
//!
//! [`Engine`] is a state machine over [`Phase`]s: pure, with the time given to it. [`run()`] carries its effects out on a
//! [`Device`](crate::world::Device): the screen, the voice, the bell.

mod asking;
mod bell;
mod digits;
mod display;
mod engine;
mod foot;
mod host;
mod keys;
mod look;
mod motion;
mod outcome;
mod phases;
mod progress;
mod run;
mod scene;
mod telling;

pub use bell::Bell;
pub use engine::{Effect, Engine, Event, Input};
pub use look::Look;
pub use motion::{Frame, StepMovement, StepPicture, StepPlace};
pub use outcome::{Feeling, SessionOutcome};
pub use phases::{Cue, Phase, PhaseKind, phases};
pub use progress::{Ending, SessionProgress};
pub use run::{Session, run};
pub use scene::Painter;
