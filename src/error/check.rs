//! What can go wrong with the answers that a check is given, and what to do about it.

use thiserror::Error as ThisError;

/// Why answers contradict each other, or say nothing.
#[derive(Debug, ThisError)]
pub enum CheckError {
    /// A sign is named, and denied.
    #[error("{flag} and not:{flag} cannot both be so")]
    YesAndNo {
        /// The sign, by id.
        flag: String,
    },
    /// A precaution is denied.
    #[error("not: takes a sign, and {precaution} is a precaution")]
    NotOfPrecaution {
        /// The precaution, by id.
        precaution: String,
    },
}

impl CheckError {
    /// What to do about it, a line each.
    pub fn hints(&self) -> Vec<String> {
        match self {
            Self::YesAndNo { .. } => vec!["leave out one of the two".to_owned()],
            Self::NotOfPrecaution { .. } => {
                vec![
                    "leave it out: what is not named does not apply".to_owned(),
                    "the signs: sciatica red-flags".to_owned(),
                ]
            }
        }
    }
}
