//! What keeps a catalogue from being opened.

use thiserror::Error;

use crate::check::{Problem, problems_counted};
use crate::text::{printable, quoted};

/// Why a catalogue cannot be opened or read.
#[derive(Debug, Error)]
pub enum CatalogueError {
    /// A directory that is not there.
    #[error("{} is not a directory that can be read", quoted(path))]
    NoDirectory {
        /// The path.
        path: String,
    },
    /// A directory with problems.
    #[error("the catalogue in {} has {}", quoted(directory), problems_counted(problems.len()))]
    Invalid {
        /// The directory.
        directory: String,
        /// Every problem.
        problems: Vec<Problem>,
    },
    /// What the program carries itself is damaged.
    #[error("this copy of sciatica is damaged: {}", printable(cause))]
    Damaged {
        /// What is damaged.
        cause: String,
    },
}

impl CatalogueError {
    pub(super) fn of_problems(directory: &str, problems: Vec<Problem>) -> Self {
        Self::Invalid { directory: directory.to_owned(), problems }
    }

    pub(super) fn damaged(path: &str, cause: impl std::fmt::Display) -> Self {
        Self::Damaged { cause: format!("{path}: {cause}") }
    }

    pub(super) fn missing(path: &str) -> Self {
        Self::Damaged { cause: format!("{path} is missing") }
    }
}

impl From<postcard::Error> for CatalogueError {
    fn from(error: postcard::Error) -> Self {
        Self::damaged("index", error)
    }
}
