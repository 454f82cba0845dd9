//! Puts a routine together: an ordered, timed list of steps, each of which screening lets this reader do.
//!
//! Everything here is pure, and works from permits: what a rule withholds or strikes never comes in.

mod amount;
mod candidate;
mod compose;
mod entry_name;
mod left_out;
mod offer;
mod posed;
mod repertoire;
mod request;
mod script;
mod step;
mod timing;

pub use compose::compose;
pub use entry_name::EntryName;
pub use left_out::{LeftOut, Reason};
pub use posed::step_picture;
pub use repertoire::Repertoire;
pub use request::{Request, Sides};
pub use script::{RELEASE, StepWords, prepare_text};
pub use step::{Holds, Routine, Side, Stage, Step};
