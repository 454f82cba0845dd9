//! What can go wrong with what a reader declares, and what to do about it.

use guide::text::{printable, quoted};

/// Why a declaration is not taken. To pass over it would show what this reader should not do.
#[derive(Debug, thiserror::Error)]
pub enum DeclarationError {
    /// A word that begins like an option, and is none, as it was typed.
    #[error("{} begins like an option, and is none", quoted(.0))]
    BeginsAnOption(String),
    /// A precaution, by id, stands where what to show is named.
    #[error("{} is a precaution: it changes what is shown, and is not declared", quoted(.0))]
    AmongNames(String),
    /// A week of pregnancy, as it was typed, stands apart from its option, where it would name something to show.
    #[error("{} stands apart from --pregnant", quoted(.0))]
    WeekApart(String),
}

impl DeclarationError {
    /// What to do about it, a line each.
    pub fn hints(&self) -> Vec<String> {
        match self {
            Self::BeginsAnOption(_) => vec!["options begin with two plain dashes: --with ID,ID".to_owned()],
            Self::AmongNames(id) => {
                vec![format!("did you mean --with {id}?"), format!("to read about it: sciatica show {id}")]
            }
            Self::WeekApart(week) => vec![format!("a week is joined by a sign: --pregnant={}", printable(week))],
        }
    }
}
