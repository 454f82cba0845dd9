//! What comes of a session.

use serde::Serialize;

use super::progress::{Ending, SessionProgress};
use crate::world::Signal;

/// What came of a session.
#[derive(Debug, PartialEq, Eq)]
pub enum SessionOutcome {
    /// It ended.
    Ended {
        /// How.
        ending: Ending,
        /// What was done.
        progress: SessionProgress,
        /// How the reader feels, if they were asked and said so.
        feeling: Option<Feeling>,
    },
    /// The system ended it.
    Signalled(Signal),
}

/// How a reader feels after a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Feeling {
    /// Better.
    Better,
    /// The same.
    Same,
    /// Worse.
    Worse,
    /// It moved further down the leg.
    FurtherDown,
}

impl Feeling {
    pub(super) fn of_letter(letter: char) -> Option<Self> {
        match letter {
            'b' => Some(Self::Better),
            's' => Some(Self::Same),
            'w' => Some(Self::Worse),
            'f' | 'd' => Some(Self::FurtherDown),
            _ => None,
        }
    }
}
