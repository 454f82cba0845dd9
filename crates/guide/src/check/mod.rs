//! Every rule about data, each a small named check. The build, the tests, `catalogue check` and loading a directory run the
//! same ones.

mod base;
mod bones;
mod bounds;
mod checks;
mod claims;
mod contact;
mod doses;
mod entries;
mod figures;
mod how_to;
mod inspection;
mod listed;
mod locate;
mod moving;
mod names;
mod outline;
mod parse;
mod poses;
mod problem;
mod routines;
mod rules;
mod signs;
mod strict;
mod triage;
mod ways;

pub(crate) use base::Base;
pub(crate) use checks::{inspect, parse_known};
pub(crate) use inspection::Inspection;
pub(crate) use listed::Listed;
pub use locate::LineColumn;
pub(crate) use locate::{PathStep, offset_of, spans_of_items};
pub(crate) use outline::{Field, Node};
pub(crate) use parse::{CheckedFile, Parsed};
pub use problem::Problem;
pub(crate) use problem::{MOST_PROBLEMS, problems_counted};
pub(crate) use strict::of_known;
