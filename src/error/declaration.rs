//! What can go wrong with what a reader declares, and what to do about it.

use thiserror::Error as ThisError;

use super::{did_you_mean, quoted};
use crate::catalogue::printable;

/// Why a declaration is not taken. To pass over it would show what this reader should not do.
#[derive(Debug, ThisError)]
pub enum DeclarationError {
    /// No precaution carries this name.
    #[error("no precaution is called {}", quoted(name))]
    Unknown {
        /// What the reader typed.
        name: String,
        /// The nearest ids.
        nearest: Vec<String>,
        /// The entries that speak of it, by id.
        spoken_of: Vec<String>,
    },
    /// A list of precautions holds one without a name.
    #[error("a precaution without a name: a comma with a blank, or nothing, behind it")]
    Empty,
    /// A word that begins like an option, and is none.
    #[error("{} begins like an option, and is none", quoted(word))]
    BeginsAnOption {
        /// What the reader typed.
        word: String,
    },
    /// A precaution stands where what to show is named.
    #[error("{} is a precaution: it changes what is shown, and is not declared", quoted(id))]
    AmongNames {
        /// Its id.
        id: String,
    },
    /// A week of pregnancy stands apart from its option, where it would name something to show.
    #[error("{} stands apart from --pregnant", quoted(week))]
    WeekApart {
        /// What the reader typed.
        week: String,
    },
}

impl DeclarationError {
    /// Whether the command line that was meant can be told.
    pub(crate) fn can_be_corrected(&self) -> bool {
        !matches!(self, Self::Unknown { .. })
    }

    /// What to do about it, a line each.
    pub fn hints(&self) -> Vec<String> {
        match self {
            Self::Unknown { name, nearest, spoken_of } => of_unknown(name, nearest, spoken_of),
            Self::Empty => vec!["a list is typed without blanks: --with ID,ID".to_owned()],
            Self::BeginsAnOption { .. } => vec!["options begin with two plain dashes: --with ID,ID".to_owned()],
            Self::AmongNames { id } => {
                vec![format!("did you mean --with {id}?"), format!("to read about it: sciatica show {id}")]
            }
            Self::WeekApart { week } => vec![format!("a week is joined by a sign: --pregnant={}", printable(week))],
        }
    }
}

/// For a word that may be a circumstance of the reader, and that screening does not know.
fn of_unknown(name: &str, nearest: &[String], spoken_of: &[String]) -> Vec<String> {
    const ASK: &str = "ask your doctor or pharmacist, or leave it out to go on";
    let name = quoted(name);
    let mut hints = did_you_mean(nearest);
    hints.extend(spoken_of.iter().map(|id| format!("this guide speaks of it: sciatica show {id}")));
    hints.push(if spoken_of.is_empty() {
        format!("this guide has no rules about {name}: {ASK}")
    } else {
        format!("it is no precaution of its own here, so no rule is about {name}: {ASK}")
    });
    hints.push("see: sciatica precautions".to_owned());
    hints
}
