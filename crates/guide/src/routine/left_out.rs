//! What could have been in a routine, and is not.

use super::entry_name::EntryName;

/// An entry, or one way of it, that is not in the routine.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct LeftOut {
    /// Why.
    pub reason: Reason,
    /// The entry.
    pub entry: EntryName,
    /// The way; `None` for the whole entry.
    pub way: Option<String>,
    /// The precautions that speak against it, by id.
    pub precautions: Vec<String>,
}

impl LeftOut {
    /// A whole entry, against which no precaution speaks.
    pub(super) fn of(reason: Reason, entry: EntryName) -> Self {
        Self { reason, entry, way: None, precautions: Vec::new() }
    }
}

/// Why something is not in a routine.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// A rule says no.
    Avoid,
    /// A clinician is to be asked first.
    Ask,
    /// This reader can do no way of it, or not this one.
    OutOfReach,
    /// None of these things is there.
    Needs(Vec<String>),
    /// It takes a partner.
    Partner,
    /// It does not fit the place.
    Place,
    /// It is not among what a gentle routine does.
    Gentle,
    /// It is done apart, in a class or with a video.
    Apart,
    /// It is done by itself, in no routine.
    ByItself,
    /// There is enough pressing already.
    Enough,
    /// There is no time for it.
    Time,
}

impl Reason {
    /// Its name in JSON.
    pub fn id(&self) -> &'static str {
        match self {
            Self::Avoid => "avoid",
            Self::Ask => "ask",
            Self::OutOfReach => "out-of-reach",
            Self::Needs(_) => "needs",
            Self::Partner => "partner",
            Self::Place => "place",
            Self::Gentle => "gentle",
            Self::Apart => "apart",
            Self::ByItself => "by-itself",
            Self::Enough => "enough",
            Self::Time => "time",
        }
    }
}
