//! How a session shows itself.

/// How a session shows itself.
#[expect(clippy::struct_excessive_bools, reason = "each is a thing of its own: any can be with any")]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// One line an event, nothing redrawn; commands are a letter and Enter.
    pub plain: bool,
    /// Characters beyond ASCII.
    pub unicode: bool,
    /// Bells.
    pub bell: bool,
    /// Pictures do not move.
    pub still: bool,
}
