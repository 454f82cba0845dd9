//! How a problem of a catalogue is told, and how many there are.

use std::fmt;

use super::counted;
use crate::catalogue::{MOST_PROBLEMS, Problem, printable};

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

/// No more than so many are looked for.
pub(super) fn problems_counted(count: usize) -> String {
    if count < MOST_PROBLEMS { counted(count, "problem") } else { format!("{MOST_PROBLEMS} problems or more") }
}
