//! How far a session came, and how it ended.

use std::time::Duration;

use serde::Serialize;

/// How a session ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ending {
    /// To the end.
    Done,
    /// The reader had enough.
    Quit,
    /// It hurt.
    Hurts,
}

/// What was done of a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionProgress {
    /// Of each step, the seconds of its holds that were done.
    pub held: Vec<Duration>,
    /// Of each step, whether its last phase came to its end.
    pub finished: Vec<bool>,
    /// Of each step, whether it began.
    pub begun: Vec<bool>,
}
