//! How much of an entry its card tells.

/// How much of an entry its card tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CardExtent<'w> {
    /// What fits a screen: one way, the first.
    Short,
    /// What fits a page: one way, the first or the one of this label, and what to take care of.
    Page(Option<&'w str>),
    /// Everything.
    Full,
}

impl CardExtent<'_> {
    /// Of a card on a screen.
    pub fn of_card(full: bool) -> Self {
        if full { Self::Full } else { Self::Short }
    }

    /// Whether a way is told whole, from its place among those that are left and its label.
    pub(super) fn tells_way(self, place: usize, label: &str) -> bool {
        match self {
            Self::Full => true,
            Self::Page(Some(wanted)) => wanted == label,
            Self::Page(None) | Self::Short => place == 0,
        }
    }
}
