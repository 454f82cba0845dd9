//! What screening reads of every entry: its ways, and the rules without their prose.

use std::collections::BTreeMap;

use serde_json::Value;

use super::value::{array, list, number_text, text};
use super::{Sorted, Tables, folder};

/// The lists by which a rule selects; a rule's row names only those that it has.
const SELECTING_LISTS: [&str; 8] = ["kinds", "entries", "regions", "areas", "tools", "reach", "positions", "movements"];

/// The numbers of a rule, and their names in its row.
const NUMBERS: [(&str, &str); 3] = [
    ("/select/pressure_at_least", "pressure_at_least"),
    ("/limit/pressure_at_most", "pressure_at_most"),
    ("/limit/hold_seconds_at_most", "hold_seconds_at_most"),
];

/// Writes these rows alone, without names, texts or citations: enough to see what a rule selects.
///
/// # Errors
/// A text that holds a tab or a line break.
pub(crate) fn write<'v>(documents: impl Iterator<Item = (&'v str, &'v Value)>) -> Result<Tables, String> {
    let mut tables = Sorted::default();
    for (path, value) in documents {
        match folder(path) {
            "points" => tables.point_row(value, &BTreeMap::new()),
            "stretches" => tables.practice_row("stretch", value),
            "techniques" => tables.practice_row("technique", value),
            "precautions" => tables.rules(&text(value, "/id"), array(value, "/rules")),
            "rules" => tables.rules(&text(value, "/precaution"), array(value, "/rules")),
            _ => {}
        }
    }
    tables.points.sort();
    tables.practices.sort();
    tables.into_tables()
}

/// The row of a rule: its precaution, its number there, its level, what it selects and its limits.
pub(super) fn rule(precaution: &str, number: usize, rule: &Value) -> Vec<String> {
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

/// `tool/reach/positions/movements/pressure` of one way; a field that the way lacks stays empty.
pub(super) fn way(way: &Value) -> String {
    [
        text(way, "/tool"),
        text(way, "/reach"),
        list(way, "/positions").join(","),
        list(way, "/movements").join(","),
        number_text(way, "/pressure"),
    ]
    .join("/")
}
