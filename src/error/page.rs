//! What can go wrong with a page to print or of the manual, and what to do about it.

use std::io::{Error as IoError, ErrorKind};
use std::path::Path;

use thiserror::Error as ThisError;

use super::{Exit, quoted};

/// Why there is no page.
#[derive(Debug, ThisError)]
pub enum PageError {
    /// Nothing was named.
    #[error("there is nothing to put on the page")]
    Empty,
    /// Another form was asked for.
    #[error("a page to print is HTML, and nothing else")]
    OtherFormat,
    /// It would go to a terminal.
    #[error("a page to print is for a file, not for a terminal")]
    OnTerminal,
    /// The file is there.
    #[error("{} is there already", quoted(path))]
    Exists {
        /// Its path.
        path: String,
    },
    /// The folder for the files is not there.
    #[error("there is no folder {}", quoted(path))]
    NoFolder {
        /// Its path.
        path: String,
    },
    /// The file cannot be written.
    #[error("cannot write {}: {cause}", quoted(path))]
    Unwritten {
        /// Its path.
        path: String,
        /// Why.
        cause: IoError,
    },
}

/// Whether there is no room for what was to be written.
pub(super) fn lacks_room(cause: &IoError) -> bool {
    matches!(cause.kind(), ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge)
}

impl PageError {
    /// The error of writing to a path.
    pub(crate) fn of_writing(path: &Path, cause: IoError) -> Self {
        let path = path.display().to_string();
        if cause.kind() == ErrorKind::AlreadyExists { Self::Exists { path } } else { Self::Unwritten { path, cause } }
    }

    /// How the program ends on it.
    pub fn exit(&self) -> Exit {
        match self {
            Self::Empty | Self::OtherFormat | Self::OnTerminal => Exit::Usage,
            Self::Exists { .. } | Self::NoFolder { .. } | Self::Unwritten { .. } => Exit::Failed,
        }
    }

    /// What to do about it, a line each.
    pub fn hints(&self) -> Vec<String> {
        let hints: &[&str] = match self {
            Self::Empty => &[
                "name entries: sciatica handout GB30 cat-cow --output page.html",
                "or a routine: sciatica handout --routine desk --output page.html",
            ],
            Self::OtherFormat => {
                &["leave out --format", "the same in Markdown: sciatica show --full --format markdown"]
            }
            Self::OnTerminal => &["name a file: --output page.html"],
            Self::Exists { .. } => &["choose another name, or write over it: --force"],
            Self::NoFolder { .. } => &["make it first"],
            Self::Unwritten { cause, .. } if lacks_room(cause) => &["is the disk full?"],
            Self::Unwritten { .. } => &["is the folder there, and may you write to it?"],
        };
        hints.iter().map(|&hint| hint.to_owned()).collect()
    }
}
