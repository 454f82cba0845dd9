//! Parses a file of a catalogue that is known to be in order.

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::error::CatalogueError;
use super::files::Files;
use crate::check::of_known;
use crate::model::{Dispute, Marked, mark_prose};

/// Parses a file.
pub(super) fn load<T: DeserializeOwned>(files: &Files, path: &str) -> Result<T, CatalogueError> {
    parsed(path, text_of(files, path)?, &[])
}

/// What few answers need of an entry: see [`disputes`]; by which words it is found, the index tells.
const PASSED_OVER: &[&str] = &["disputes", "lay", "lay_unless"];

/// The same for what can be added, and bears a mark where it was. Without what is [`PASSED_OVER`].
pub(super) fn load_marked<T: DeserializeOwned + Marked>(files: &Files, path: &str) -> Result<T, CatalogueError> {
    load_marked_part(files, path, text_of(files, path)?)
}

/// The same for the entry that stands at these bytes of a file.
pub(super) fn load_marked_at<T: DeserializeOwned + Marked>(
    files: &Files,
    path: &str,
    (begin, end): (usize, usize),
) -> Result<T, CatalogueError> {
    let text = text_of(files, path)?.get(begin..end).ok_or_else(|| CatalogueError::missing(path))?;
    load_marked_part(files, path, text)
}

fn load_marked_part<T: DeserializeOwned + Marked>(files: &Files, path: &str, text: &str) -> Result<T, CatalogueError> {
    let mut entry: T = load_prose(files, path, text, PASSED_OVER)?;
    if files.is_added(path) {
        entry.mark();
    }
    Ok(entry)
}

/// The disputes of an entry alone, which only an answer that is to be whole asks for.
pub(super) fn disputes(files: &Files, path: &str) -> Result<Vec<Dispute>, CatalogueError> {
    #[derive(Deserialize)]
    struct Disputed {
        disputes: Vec<Dispute>,
    }
    load_prose(files, path, text_of(files, path)?, &[]).map(|Disputed { disputes }| disputes)
}

/// Parses what stands in a file; each sentence of one that was added bears the mark.
fn load_prose<T: DeserializeOwned>(
    files: &Files,
    path: &str,
    text: &str,
    passed_over: &'static [&str],
) -> Result<T, CatalogueError> {
    if !files.is_added(path) {
        return parsed(path, text, passed_over);
    }
    let mut document: Value = parsed(path, text, &[])?;
    mark_prose(&mut document);
    // Parsed as a text again: types that are parsed from values too would double their code.
    parsed(path, &document.to_string(), passed_over)
}

fn text_of<'f>(files: &'f Files, path: &str) -> Result<&'f str, CatalogueError> {
    files.text(path).ok_or_else(|| CatalogueError::missing(path))
}

fn parsed<T: DeserializeOwned>(path: &str, text: &str, passed_over: &'static [&str]) -> Result<T, CatalogueError> {
    of_known(text, passed_over).map_err(|error| CatalogueError::damaged(path, error))
}
