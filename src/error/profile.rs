//! What can go wrong with a profile that is kept, and what to do about it.

use std::io::ErrorKind;
use std::path::Path;

use thiserror::Error as ThisError;

use super::Exit;
use crate::catalogue::printable;
use crate::terminal::Mendable;

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
        /// What to do about it, where saying it anew would not do.
        remedy: Option<String>,
    },
    /// It cannot be written.
    #[error("cannot keep your profile in \"{path}\": {}", printable(&cause.to_string()))]
    Unwritten {
        /// Where it would be.
        path: String,
        /// Why.
        cause: std::io::Error,
    },
    /// It cannot be removed.
    #[error("cannot remove your profile in \"{path}\": {}", printable(&cause.to_string()))]
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
    /// The error of reading what is there.
    pub(crate) fn of_reading(path: String, error: &std::io::Error) -> Self {
        let remedy = Mendable::remedy(error).map(printable);
        Self::Unusable { path, cause: error.to_string(), remedy }
    }

    /// How the program ends on it.
    pub fn exit(&self) -> Exit {
        if matches!(self, Self::NoneAndKept { .. }) { Exit::Usage } else { Exit::Failed }
    }

    /// What to do about it, a line each.
    pub fn hints(&self) -> Vec<String> {
        let hints: &[&str] = match self {
            Self::Unusable { remedy: None, .. } => &[
                "say anew what applies to you: sciatica profile set ID ID",
                "or keep nothing: sciatica profile clear",
                LEAVE_IT_OUT,
                WITHOUT_IT,
            ],
            Self::Unusable { .. } => &[LEAVE_IT_OUT, WITHOUT_IT],
            Self::Unwritten { cause, .. } if Mendable::remedy(cause).is_some() || is_no_place(cause) => {
                &["nothing was changed; for one answer: --with ID,ID"]
            }
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
        self.remedy().into_iter().chain(hints.iter().map(|&hint| hint.to_owned())).collect()
    }

    /// What the cause itself says to do.
    fn remedy(&self) -> Option<String> {
        match self {
            Self::Unusable { remedy, .. } => remedy.clone(),
            Self::Unwritten { cause, .. } if is_no_place(cause) => Some(NAME_A_PLACE.to_owned()),
            Self::Unwritten { cause, .. } | Self::Unremoved { cause, .. } => Mendable::remedy(cause).map(printable),
            Self::NoPlace | Self::NoneAndKept { .. } => None,
        }
    }
}

/// Whether nothing can ever be at that path.
fn is_no_place(cause: &std::io::Error) -> bool {
    matches!(cause.kind(), ErrorKind::NotADirectory | ErrorKind::InvalidFilename)
}

const LEAVE_IT_OUT: &str = "or leave it out for once: --no-profile";
const WITHOUT_IT: &str = "without any of that: sciatica, sciatica red-flags, sciatica check";

const NAME_A_PLACE: &str = if cfg!(windows) {
    "set APPDATA to the path of a folder"
} else {
    "set HOME or XDG_CONFIG_HOME to the path of a folder, from / on"
};
