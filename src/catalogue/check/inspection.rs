//! The catalogue under check: its parsed files, by folder and by path, and what was found so far.

use std::collections::BTreeSet;

use serde_json::Value;

use super::Problem;
use super::form::parse;
use crate::catalogue::Kind;
use crate::catalogue::files::{MERIDIANS, ROOT_FILES};
use crate::catalogue::index_writer::folder;
use crate::catalogue::locate::Step;

/// A parsed file of the catalogue under check.
pub(super) struct Doc<'t> {
    pub(super) path: &'t str,
    pub(super) text: &'t str,
    pub(super) value: Value,
}

impl Doc<'_> {
    pub(super) fn stem(&self) -> &str {
        self.path.rsplit('/').next().and_then(|name| name.strip_suffix(".json")).unwrap_or(self.path)
    }

    pub(super) fn list(&self, pointer: &str) -> &[Value] {
        self.value.pointer(pointer).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default()
    }

    pub(super) fn text(&self, pointer: &str) -> &str {
        self.value.pointer(pointer).and_then(Value::as_str).unwrap_or_default()
    }
}

/// The catalogue under check, and what was found so far.
pub(super) struct Inspection<'t> {
    pub(super) docs: Vec<Doc<'t>>,
    /// Path of every file that is there, readable or not: a broken file still counts as present.
    pub(super) present: BTreeSet<String>,
    /// Path of every file that was added to another catalogue.
    pub(super) added: BTreeSet<String>,
    pub(super) problems: Vec<Problem>,
}

impl<'t> Inspection<'t> {
    pub(super) fn take(&mut self, path: &'t str, text: &'t str) {
        match parse(path, text) {
            Ok(value) => self.docs.push(Doc { path, text, value }),
            Err(problem) => self.problems.push(problem),
        }
    }

    pub(super) fn of<'i>(&'i self, kind: Kind) -> impl Iterator<Item = &'i Doc<'t>> + Clone + use<'i, 't> {
        self.below(kind.folder())
    }

    /// The documents of a folder. They are sorted by path, so those of one stand together.
    pub(super) fn below<'i>(&'i self, wanted: &str) -> impl Iterator<Item = &'i Doc<'t>> + Clone + use<'i, 't> {
        let begins = |doc: &Doc<'_>| folder(doc.path) < wanted;
        let start = self.docs.partition_point(begins);
        let rest = self.docs.get(start..).unwrap_or_default();
        let end = rest.partition_point(|doc| folder(doc.path) == wanted);
        rest.get(..end).unwrap_or_default().iter()
    }

    /// Every meridian, with the steps to it.
    pub(super) fn meridians(&self) -> impl Iterator<Item = (&Doc<'t>, Vec<Step<'_>>, &Value)> {
        let at_root = self.docs.iter().filter(|doc| doc.path == ROOT_FILES[2]);
        let at_root = at_root
            .flat_map(|doc| doc.list("").iter().enumerate().map(move |(place, it)| (doc, vec![place.into()], it)));
        at_root.chain(self.below(MERIDIANS).map(|doc| (doc, Vec::new(), &doc.value)))
    }

    pub(super) fn doc(&self, path: &str) -> Option<&Doc<'t>> {
        let place = self.docs.binary_search_by_key(&path_key(path), |doc| path_key(doc.path)).ok()?;
        self.docs.get(place)
    }

    pub(super) fn entry(&self, kind: Kind, id: &str) -> Option<&Doc<'t>> {
        self.doc(&format!("{}/{id}.json", kind.folder()))
    }

    pub(super) fn has(&self, kind: Kind, id: &str) -> bool {
        self.present.contains(&format!("{}/{id}.json", kind.folder()))
    }
}

/// Sorts the files of a folder together.
pub(super) fn path_key(path: &str) -> (&str, &str) {
    (folder(path), path)
}
