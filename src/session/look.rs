//! How a session shows itself.

/// How a session shows itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// One line an event, nothing redrawn; commands are a letter and Enter.
    pub plain: bool,
    /// Characters beyond ASCII.
    pub unicode: bool,
    /// Bells.
    pub bell: bool,
}
