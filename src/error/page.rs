//! What can go wrong with a page to print or of the manual, and what to do about it.

use std::io::{self, ErrorKind};
use std::path::Path;

use super::exit::Exit;
use guide::text::quoted;

/// Why there is no page.
#[derive(Debug, thiserror::Error)]
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
    /// The file of this path is there.
    #[error("{} is there already", quoted(.0))]
    Exists(String),
    /// The file cannot be written: its path, and why.
    #[error("cannot write {path}: {1}", path = quoted(.0))]
    Unwritten(String, io::Error),
    /// The page to open cannot be written for the reader alone.
    #[error("cannot write the page for you alone: {0}")]
    NoPlace(io::Error),
    /// No browser opened the page of this path.
    #[error("no browser could be started to open {path}: {1}", path = quoted(.0))]
    NoBrowser(String, io::Error),
}

/// Whether there is no room for what was to be written.
pub(super) fn lacks_room(cause: &io::Error) -> bool {
    matches!(cause.kind(), ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge)
}

impl PageError {
    /// The error of writing to a path.
    pub(crate) fn of_writing(path: &Path, cause: io::Error) -> Self {
        let path = path.display().to_string();
        if cause.kind() == ErrorKind::AlreadyExists { Self::Exists(path) } else { Self::Unwritten(path, cause) }
    }

    /// How the program ends on it.
    pub fn exit(&self) -> Exit {
        match self {
            Self::Empty | Self::OtherFormat | Self::OnTerminal => Exit::Usage,
            Self::Exists(_) | Self::Unwritten(..) | Self::NoPlace(_) | Self::NoBrowser(..) => Exit::Failed,
        }
    }

    /// What to do about it, a line each.
    pub fn hints(&self) -> &'static [&'static str] {
        match self {
            Self::Empty => &[
                "name entries: sciatica handout GB30 cat-cow --output page.html",
                "or a routine: sciatica handout --routine desk --output page.html",
            ],
            Self::OtherFormat => {
                &["leave out --format", "the same in Markdown: sciatica show --full --format markdown"]
            }
            Self::OnTerminal => &["name a file: --output page.html"],
            Self::Exists(_) => &["choose another name, or write over it: --force"],
            Self::Unwritten(_, cause) if lacks_room(cause) => &["is the disk full?"],
            Self::Unwritten(..) => &["is the folder there, and may you write to it?"],
            Self::NoPlace(_) => &["set XDG_RUNTIME_DIR to a folder of your own", "or name a file: --output page.html"],
            Self::NoBrowser(..) => &["name one in BROWSER", "or write the page to a file: --output page.html"],
        }
    }
}
