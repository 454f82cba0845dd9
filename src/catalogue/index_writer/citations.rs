//! Which entries cite which source.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::{Document, stem};

/// Source id → the entries that cite it.
pub(super) type CitedBy<'d> = BTreeMap<&'d str, BTreeSet<&'d str>>;

/// Reads the citations of all entries.
pub(super) fn read(documents: &[Document]) -> CitedBy<'_> {
    let mut cited_by = CitedBy::new();
    for (path, value) in documents {
        collect(value, stem(path), &mut cited_by);
    }
    cited_by
}

fn collect<'d>(value: &'d Value, entry: &'d str, cited_by: &mut CitedBy<'d>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| collect(item, entry, cited_by)),
        Value::Object(fields) => {
            for (key, value) in fields {
                let ids = match key.as_str() {
                    "sources" => value.as_array().map(Vec::as_slice).unwrap_or_default(),
                    "source" => std::slice::from_ref(value),
                    _ => {
                        collect(value, entry, cited_by);
                        continue;
                    }
                };
                for id in ids.iter().filter_map(Value::as_str) {
                    cited_by.entry(id).or_default().insert(entry);
                }
            }
        }
        _ => {}
    }
}
