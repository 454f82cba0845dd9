//! What can go wrong where a catalogue is exported, and what to do about it.

use std::io::{Error as IoError, ErrorKind};
use std::path::Path;

use thiserror::Error as ThisError;

use crate::catalogue::printable;
use crate::terminal::Unwritten;

/// Why a catalogue was not exported, or not whole.
#[derive(Debug, ThisError)]
pub enum ExportError {
    /// Something is there.
    #[error("\"{}\" is there already, and is not an empty folder", printable(path))]
    Occupied {
        /// Its path.
        path: String,
    },
    /// A file or folder cannot be written.
    #[error("cannot write \"{}\": {cause}", printable(path))]
    Unwritten {
        /// Its path.
        path: String,
        /// Why.
        cause: IoError,
    },
}

impl ExportError {
    /// The error of writing into a folder.
    pub(crate) fn of_writing(folder: &Path, Unwritten { path, cause }: Unwritten) -> Self {
        let taken = matches!(cause.kind(), ErrorKind::AlreadyExists | ErrorKind::DirectoryNotEmpty);
        let taken = taken && path == folder;
        let path = path.display().to_string();
        if taken { Self::Occupied { path } } else { Self::Unwritten { path, cause } }
    }

    /// What to do about it, a line each.
    pub fn hints(&self) -> Vec<String> {
        let hints: &[&str] = match self {
            Self::Occupied { .. } => &["name a folder that is not there yet: nothing is written over"],
            Self::Unwritten { .. } => &[
                "is there room, and may you write there?",
                "what was written before stays: remove it before you try again, or name another folder",
            ],
        };
        hints.iter().map(|&hint| hint.to_owned()).collect()
    }
}
