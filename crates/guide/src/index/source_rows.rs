//! The rows of the sources: where each stands, and what cites it.

use std::collections::{BTreeMap, BTreeSet};

use super::rows::SourceRow;
use crate::check::{Inspection, Parsed, spans_of_items};
use crate::model::{Source, Sources};

/// The rows of the sources of these files, not yet cited.
pub(super) fn source_rows<'c>(files: &'c Inspection<'_>) -> impl Iterator<Item = SourceRow<'c>> {
    files.sources.iter().flat_map(|Parsed { file, content }| {
        let spans = match content {
            Sources::One(_) => vec![(0, file.text.len())],
            Sources::Several(_) => spans_of_items(file.text),
        };
        content.all().iter().zip(spans).map(|(source, bytes)| {
            let Source { id, grade, short, document, title, .. } = source;
            let (grade, document) = (*grade, *document);
            SourceRow { id, grade, short, document, title, file: file.path, bytes, cited_by: Vec::new() }
        })
    })
}

/// Adds the entries of these files that cite a source.
pub(super) fn cite<'c>(rows: &mut [SourceRow<'c>], files: &'c Inspection<'_>) {
    let mut cited_by: BTreeMap<&str, BTreeSet<&'c str>> = BTreeMap::new();
    for file in files.files() {
        for (_, id) in file.outline.citations() {
            cited_by.entry(id).or_default().insert(file.stem());
        }
    }
    for row in rows {
        if let Some(more) = cited_by.remove(row.id) {
            let all: BTreeSet<&str> = row.cited_by.iter().copied().chain(more).collect();
            row.cited_by = all.into_iter().collect();
        }
    }
}
