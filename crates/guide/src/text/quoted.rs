//! What was typed, as an error tells it.

use super::control::printable;

/// A name in quotes: without control characters, and no longer than a line can hold.
pub fn quoted(name: &str) -> String {
    const LONGEST: usize = 60;
    let clean = printable(name);
    if clean.chars().count() > LONGEST {
        format!("\"{}...\"", clean.chars().take(LONGEST).collect::<String>())
    } else {
        format!("\"{clean}\"")
    }
}

/// The question whether one of the nearest names was meant; nothing where there is none.
pub fn did_you_mean(nearest: &[String]) -> Vec<String> {
    if nearest.is_empty() { Vec::new() } else { vec![format!("did you mean {}?", nearest.join(", or "))] }
}
