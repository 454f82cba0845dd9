//! Something wrong with a catalogue, and how it is told.

use std::fmt;

use super::locate::{LineColumn, locate};
use crate::text::{counted, printable};

/// Something wrong with a catalogue: where, what, and what to do.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The file, below the root of the catalogue.
    pub file: String,
    /// Where in the file; `None` when the file as a whole is wrong.
    pub place: Option<LineColumn>,
    /// The field, as `ways[1].pressure`; empty for a whole file.
    pub field: String,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub remedy: String,
}

impl Problem {
    /// Of a file as a whole.
    pub(crate) fn of_file(file: &str, message: &str, remedy: &str) -> Self {
        let [file, message, remedy] = [file, message, remedy].map(str::to_owned);
        Self { file, place: None, field: String::new(), message, remedy }
    }

    /// Of a field at a place.
    pub(crate) fn of_field(file: &str, place: LineColumn, field: &str, message: &str, remedy: &str) -> Self {
        Self { place: Some(place), field: field.to_owned(), ..Self::of_file(file, message, remedy) }
    }

    /// Of a field at the root of a file.
    pub(crate) fn in_root_field(file: &str, text: &str, field: &str, message: &str, remedy: &str) -> Self {
        Self::of_field(file, locate(text, &[field.into()]), field, message, remedy)
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", printable(&self.file))?;
        if let Some(place) = self.place {
            write!(f, ":{}:{}", place.line, place.column)?;
        }
        if !self.field.is_empty() {
            write!(f, ": {}", printable(&self.field))?;
        }
        write!(f, ": {}; {}", printable(&self.message), printable(&self.remedy))
    }
}

/// More than anybody mends in one go; each takes a search through its file.
pub(crate) const MOST_PROBLEMS: usize = 1_000;

/// How many problems there are. No more than so many are looked for.
pub(crate) fn problems_counted(count: usize) -> String {
    if count < MOST_PROBLEMS { counted(count, "problem") } else { format!("{MOST_PROBLEMS} problems or more") }
}
