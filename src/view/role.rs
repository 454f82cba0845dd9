//! What a labelled line means.

/// What a labelled line means; a renderer may colour it, the words say it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Get help, at once or as fast as the words say.
    RedFlag,
    /// Get help today.
    Today,
    /// Book an appointment.
    Soon,
    /// Not at all.
    Avoid,
    /// Ask first.
    Ask,
    /// With limits.
    Adapt,
    /// Nothing speaks against it.
    Open,
    /// Anything else.
    Neutral,
}

impl Role {
    /// Whether it tells to get help, however fast.
    pub fn tells_to_get_help(self) -> bool {
        matches!(self, Self::RedFlag | Self::Today | Self::Soon)
    }
}
