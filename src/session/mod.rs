//! A routine being done, with a clock.
//!
//! [`Engine`] is a state machine over [`Phase`]s: pure, with the time given to it. [`run()`] carries its effects out on a
//! [`Device`]: the screen, the voice, the bell.

mod device;
mod display;
mod engine;
mod keys;
mod phases;
mod run;
mod screen;
mod telling;

pub use device::{Clocks, Device, DeviceWishes, Happening, Key, Signal};
pub use engine::{Bell, Effect, Ending, Engine, Event, Input, Tally};
pub use phases::{Cue, Phase, PhaseKind, phases};
pub use run::{Feeling, Look, Outcome, Session, run};
