//! What can go wrong with a profile that is kept, and what to do about it.

use std::io::{self, ErrorKind};
use std::path::Path;

use super::exit::Exit;
use crate::world::Mendable;
use guide::text::printable;

/// Why what the reader keeps cannot be used or changed.
#[derive(Debug, thiserror::Error)]
pub enum ProfileError {
    /// There is one, and it says nothing that can be relied on.
    #[error("your profile in \"{path}\" cannot be used: {}", printable(cause))]
    Unusable {
        /// Where it is.
        path: String,
        /// Why.
        cause: String,
        /// What to do about it, where saying it anew would not do.
        remedy: Option<String>,
    },
    /// It cannot be written: where it would be, and why.
    #[error("cannot keep your profile in \"{0}\": {why}", why = printable(&.1.to_string()))]
    Unwritten(String, io::Error),
    /// It cannot be removed: where it is, and why.
    #[error("cannot remove your profile in \"{0}\": {why}", why = printable(&.1.to_string()))]
    Unremoved(String, io::Error),
    /// Nobody says where it would be.
    #[error("there is no place to keep a profile")]
    NoPlace,
    /// `none` beside a profile that declares something, by id.
    #[error("--with none says that nothing applies, yet your profile declares {}", .0.join(", "))]
    NoneAndKept(Vec<String>),
}

/// A path as it is, however long: the reader has to find it.
pub(crate) fn whole(path: &Path) -> String {
    printable(&path.display().to_string())
}

impl ProfileError {
    /// The error of reading what is there.
    pub(crate) fn of_reading(path: String, error: &io::Error) -> Self {
        let remedy = Mendable::remedy(error).map(printable);
        Self::Unusable { path, cause: error.to_string(), remedy }
    }

    /// How the program ends on it.
    pub fn exit(&self) -> Exit {
        match self {
            Self::NoneAndKept(_) => Exit::Usage,
            Self::Unusable { .. } | Self::Unwritten(..) | Self::Unremoved(..) | Self::NoPlace => Exit::Failed,
        }
    }

    /// What to do about it, a line each: what the cause itself says comes first.
    pub fn hints(&self) -> Vec<String> {
        let (remedy, hints): (Option<String>, &[&str]) = match self {
            Self::Unusable { remedy: None, .. } => {
                (None, &[SAY_IT_ANEW, "or keep nothing: sciatica profile clear", LEAVE_IT_OUT, WITHOUT_IT])
            }
            Self::Unusable { remedy, .. } => (remedy.clone(), &[LEAVE_IT_OUT, WITHOUT_IT]),
            Self::Unwritten(_, cause) => match remedy_of_writing(cause) {
                None => (None, &[UNCHANGED, "for one answer: --with ID,ID"]),
                remedy => (remedy, &["nothing was changed; for one answer: --with ID,ID"]),
            },
            Self::Unremoved(_, cause) => (
                Mendable::remedy(cause).map(printable),
                &["may you write to that folder, and is it a file?", "to leave it out for once: --no-profile"],
            ),
            Self::NoPlace => (None, &[NAME_A_PLACE, "for one answer: --with ID,ID"]),
            Self::NoneAndKept(_) => (
                None,
                &[
                    "leave out one of the two: --with none, or for once the profile: --no-profile",
                    "if nothing applies any more: sciatica profile set none",
                ],
            ),
        };
        remedy.into_iter().chain(hints.iter().map(|&hint| hint.to_owned())).collect()
    }
}

/// What to do where nothing can ever be at that path, or where the cause says it.
fn remedy_of_writing(cause: &io::Error) -> Option<String> {
    match cause.kind() {
        ErrorKind::NotADirectory | ErrorKind::InvalidFilename => Some(NAME_A_PLACE.to_owned()),
        _ => Mendable::remedy(cause).map(printable),
    }
}

const SAY_IT_ANEW: &str = "say anew what applies to you: sciatica profile set ID ID";
const UNCHANGED: &str = "nothing was changed; may you write to that folder, and is there room on the disk?";
const LEAVE_IT_OUT: &str = "or leave it out for once: --no-profile";
const WITHOUT_IT: &str = "without any of that: sciatica, sciatica red-flags, sciatica check";

const NAME_A_PLACE: &str = if cfg!(windows) {
    "set APPDATA to the path of a folder"
} else {
    "set HOME or XDG_CONFIG_HOME to the path of a folder, from / on"
};
