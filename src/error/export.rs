//! What can go wrong where a catalogue is exported, and what to do about it.

use std::io::{self, ErrorKind};
use std::path::Path;

use crate::world::Unwritten;
use guide::text::printable;

/// Why a catalogue was not exported, or not whole.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// Something is there, at this path.
    #[error("\"{}\" is there already, and is not an empty folder", printable(.0))]
    Occupied(String),
    /// A file or folder cannot be written: its path, and why.
    #[error("cannot write \"{path}\": {1}", path = printable(.0))]
    Unwritten(String, io::Error),
}

impl ExportError {
    /// The error of writing into a folder.
    pub(crate) fn of_writing(folder: &Path, Unwritten { path, cause }: Unwritten) -> Self {
        let is_taken = matches!(cause.kind(), ErrorKind::AlreadyExists | ErrorKind::DirectoryNotEmpty);
        let name = path.display().to_string();
        if is_taken && path == folder { Self::Occupied(name) } else { Self::Unwritten(name, cause) }
    }

    /// What to do about it, a line each.
    pub fn hints(&self) -> &'static [&'static str] {
        match self {
            Self::Occupied(_) => &["name a folder that is not there yet: nothing is written over"],
            Self::Unwritten(..) => &[
                "is there room, and may you write there?",
                "what was written before stays: remove it before you try again, or name another folder",
            ],
        }
    }
}
