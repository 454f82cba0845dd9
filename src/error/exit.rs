//! How the program ends.

/// How the program ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Exit {
    /// The question was answered.
    Answered = 0,
    /// Nothing by that name, or reading or writing failed.
    Failed = 1,
    /// The command line is wrong.
    Usage = 2,
    /// Stopped for safety.
    Stopped = 3,
    /// The terminal hung up.
    HungUp = 129,
    /// Ctrl-C.
    Interrupted = 130,
    /// Ctrl-\.
    Quitted = 131,
    /// The system asked for an end.
    Terminated = 143,
}
