//! An entry as a routine names it.

use crate::model::Kind;

/// An entry by name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct EntryName {
    /// What it is.
    pub kind: Kind,
    /// Its code or id.
    pub id: String,
    /// Its name in plain English.
    pub title: String,
}

impl EntryName {
    /// How a line names it: `GB30 Jumping Circle`, `Cat and cow`.
    pub fn line(&self) -> String {
        if self.kind == Kind::Point { format!("{} {}", self.id, self.title) } else { self.title.clone() }
    }
}
