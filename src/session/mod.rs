//! A routine being done, with a clock.
//!
//! [`Engine`] is a state machine over [`Phase`]s: pure, with the time given to it. [`run()`] carries its effects out on a
//! [`Device`](crate::world::Device): the screen, the voice, the bell.

mod asking;
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
mod run;
mod scene;
mod telling;

pub use engine::{Bell, Effect, Ending, Engine, Event, Input, SessionProgress};
pub use look::Look;
pub use motion::{Frame, StepMovement, StepPicture, StepPlace};
pub use outcome::{Feeling, SessionOutcome};
pub use phases::{Cue, Phase, PhaseKind, phases};
pub use run::{Session, run};
pub use scene::Painter;
