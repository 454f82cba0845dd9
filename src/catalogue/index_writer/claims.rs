//! Counts the claims of all entries: on what they stand, and how good their best source is.

use std::collections::BTreeMap;

use serde_json::Value;

use super::{Document, array, folder, stem, text};

/// Writes a line for each basis and grade: the basis, the best grade of the sources, how many claims.
pub(super) fn write(documents: &[Document]) -> String {
    let grades: BTreeMap<&str, String> = documents
        .iter()
        .filter(|(path, _)| folder(path) == "sources")
        .map(|(path, source)| (stem(path), text(source, "/grade")))
        .collect();
    let mut counts = BTreeMap::new();
    for (_, document) in documents.iter().filter(|(path, _)| folder(path) != "sources") {
        count(document, &grades, &mut counts);
    }
    let rows = counts.into_iter().map(|((basis, grade), claims)| [basis, grade, claims.to_string()].join("\t") + "\n");
    rows.collect()
}

fn count(value: &Value, grades: &BTreeMap<&str, String>, counts: &mut BTreeMap<(String, String), usize>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| count(item, grades, counts)),
        Value::Object(fields) => {
            let basis = text(value, "/basis");
            if !basis.is_empty() {
                let cited = array(value, "/sources").iter().filter_map(Value::as_str);
                let best = cited.filter_map(|id| grades.get(id)).min().cloned().unwrap_or_default();
                *counts.entry((basis, best)).or_default() += 1;
            }
            fields.values().for_each(|field| count(field, grades, counts));
        }
        _ => {}
    }
}
