//! The files that the program writes, and the one that a reader keeps.

use std::io;
use std::path::{Path, PathBuf};

/// Writes files into a folder: its path, and of each file the path below it and the text.
pub type WriteFolder<'w> = dyn Fn(&Path, &[(&str, &str)]) -> Result<(), Unwritten> + 'w;

/// A file or folder that could not be written.
#[derive(Debug)]
pub struct Unwritten {
    /// Its path.
    pub path: PathBuf,
    /// Why.
    pub cause: io::Error,
}

/// Why a file or its folder cannot be used, where it is known what to do about it. An [`io::Error`] can hold one.
#[derive(Debug, thiserror::Error)]
#[error("{cause}")]
pub struct Mendable {
    /// Why.
    pub cause: String,
    /// What to do.
    pub remedy: String,
}

impl Mendable {
    /// The error of it.
    pub fn error(cause: impl Into<String>, remedy: impl Into<String>) -> io::Error {
        io::Error::other(Self { cause: cause.into(), remedy: remedy.into() })
    }

    /// What to do about an error, if it says so.
    pub fn remedy(error: &io::Error) -> Option<&str> {
        error.get_ref()?.downcast_ref::<Self>().map(|it| it.remedy.as_str())
    }
}

/// The file in which a reader's profile is kept, for them alone.
pub trait ProfileFile {
    /// Where it is, or would be; `None` where nobody says.
    fn path(&self) -> Option<PathBuf>;

    /// All that it holds; `None` where there is none for sure.
    ///
    /// # Errors
    /// It cannot be read, it is no ordinary file, it is too large, or somebody else could have changed it or taken it away.
    fn read(&self) -> io::Result<Option<Vec<u8>>>;

    /// Puts a text in the place of whatever is there, whole or not at all.
    ///
    /// # Errors
    /// It cannot be written, or would not be for the reader alone.
    fn write(&self, text: &str) -> io::Result<()>;

    /// Removes it, and says whether there was one.
    ///
    /// # Errors
    /// It cannot be removed, or belongs to somebody else.
    fn remove(&self) -> io::Result<bool>;

    /// Whether its mode lets others read it.
    fn is_open_to_others(&self) -> bool {
        false
    }
}
