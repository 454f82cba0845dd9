//! How strongly a rule holds.

use super::vocabulary::vocabulary;

vocabulary! {
    /// How strongly a rule holds; a later one outranks an earlier one.
    Level {
        Adapt "adapt" "With limits.",
        Ask "ask" "A clinician is asked first.",
        Avoid "avoid" "Not at all.",
    }
}
