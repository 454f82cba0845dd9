//! The command line: a file a subcommand, its arguments and its answer.

mod answers;
mod arguments;
mod catalogue;
mod check;
mod cli;
mod completions;
mod correction;
mod declaration;
mod entry;
mod guide;
mod handout;
mod interview;
mod learn;
mod man;
mod map;
mod now;
mod opening;
mod points;
mod practices;
mod precautions;
mod profile;
mod red_flags;
mod refusal;
mod routine;
mod search;
mod session;
mod show;
mod sources;
mod stretches;
mod techniques;
mod words;

pub use cli::{Cli, answer, parse};
pub use guide::Reply;
pub(crate) use refusal::Refusal;
