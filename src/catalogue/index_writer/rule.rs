//! A rule without its prose, as a row of the index.

use serde_json::Value;

use super::value::{list, number_text, text};

/// The lists by which a rule selects; a rule's row names only those that it has.
const SELECTING_LISTS: [&str; 8] = ["kinds", "entries", "regions", "areas", "tools", "reach", "positions", "movements"];

/// The numbers of a rule, and their names in its row.
const NUMBERS: [(&str, &str); 3] = [
    ("/select/pressure_at_least", "pressure_at_least"),
    ("/limit/pressure_at_most", "pressure_at_most"),
    ("/limit/hold_seconds_at_most", "hold_seconds_at_most"),
];

/// The row of a rule: its precaution, its number there, its level, what it selects and its limits.
pub(super) fn row(precaution: &str, number: usize, rule: &Value) -> Vec<String> {
    let mut row = vec![precaution.to_owned(), format!("{number:02}"), text(rule, "/level")];
    row.extend(SELECTING_LISTS.iter().filter_map(|key| {
        let words = list(rule, &format!("/select/{key}")).join(",");
        (!words.is_empty()).then(|| format!("{key}={words}"))
    }));
    row.extend(NUMBERS.iter().filter_map(|(pointer, key)| {
        let number = number_text(rule, pointer);
        (!number.is_empty()).then(|| format!("{key}={number}"))
    }));
    row
}
