//! What can go wrong with a profile that is kept, and what to do about it.

use std::path::Path;

use thiserror::Error as ThisError;

use super::Exit;
use crate::catalogue::printable;

/// Why what the reader keeps cannot be used or changed.
#[derive(Debug, ThisError)]
pub enum ProfileError {
    /// There is one, and it says nothing that can be relied on.
    #[error("your profile in \"{path}\" cannot be used: {}", printable(cause))]
    Unusable {
        /// Where it is.
        path: String,
        /// Why.
        cause: String,
    },
    /// It cannot be written.
    #[error("cannot keep your profile in \"{path}\": {cause}")]
    Unwritten {
        /// Where it would be.
        path: String,
        /// Why.
        cause: std::io::Error,
    },
    /// It cannot be removed.
    #[error("cannot remove your profile in \"{path}\": {cause}")]
    Unremoved {
        /// Where it is.
        path: String,
        /// Why.
        cause: std::io::Error,
    },
    /// Nobody says where it would be.
    #[error("there is no place to keep a profile")]
    NoPlace,
    /// `none` beside a profile that declares something.
    #[error("--with none says that nothing applies, yet your profile declares {}", declared.join(", "))]
    NoneAndKept {
        /// What it declares, by id.
        declared: Vec<String>,
    },
}

/// A path as it is, however long: the reader has to find it.
pub(crate) fn whole(path: &Path) -> String {
    printable(&path.display().to_string())
}

impl ProfileError {
    /// How the program ends on it.
    pub fn exit(&self) -> Exit {
        if matches!(self, Self::NoneAndKept { .. }) { Exit::Usage } else { Exit::Failed }
    }

    /// What to do about it, a line each.
    pub fn hints(&self) -> Vec<String> {
        let hints: &[&str] = match self {
            Self::Unusable { .. } => &[
                "say anew what applies to you: sciatica profile set ID ID",
                "or keep nothing: sciatica profile clear",
                "or leave it out for once: --no-profile",
                "without any of that: sciatica, sciatica red-flags, sciatica check",
            ],
            Self::Unwritten { .. } => &[
                "nothing was changed; may you write to that folder, and is there room on the disk?",
                "for one answer: --with ID,ID",
            ],
            Self::Unremoved { .. } => {
                &["may you write to that folder, and is it a file?", "to leave it out for once: --no-profile"]
            }
            Self::NoPlace => &[NAME_A_PLACE, "for one answer: --with ID,ID"],
            Self::NoneAndKept { .. } => &[
                "leave out one of the two: --with none, or for once the profile: --no-profile",
                "if nothing applies any more: sciatica profile set none",
            ],
        };
        hints.iter().map(|&hint| hint.to_owned()).collect()
    }
}

const NAME_A_PLACE: &str = if cfg!(windows) {
    "set APPDATA to the path of a folder"
} else {
    "set HOME or XDG_CONFIG_HOME to the path of a folder, from / on"
};
