//! Bells that can be told apart without looking.

/// A bell that can be told from the others by how often it rings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bell {
    /// A hold begins.
    Start = 1,
    /// Change sides.
    ChangeSides = 2,
    /// All is done.
    Done = 3,
}

impl Bell {
    /// How often it rings.
    pub fn rings(self) -> u32 {
        self as u32
    }
}
