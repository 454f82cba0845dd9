//! What the reader declared.

use std::collections::BTreeSet;

use super::kept::KeptProfile;
use super::week::Week;
use crate::model::PREGNANCY;

/// The word that declares that the reader was asked and nothing applies.
pub const NOTHING_APPLIES: &str = "none";

/// The precautions that the reader declared, and those for which a clinician agreed.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Profile {
    declared: Vec<String>,
    cleared: Vec<String>,
    asked: bool,
    week: Option<Week>,
    kept: Kept,
}

/// What the reader keeps from one answer to the next.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub enum Kept {
    /// Nothing.
    #[default]
    Nothing,
    /// Nothing that is known of: nobody says where it would be.
    NoPlace,
    /// It was left out.
    LeftOut,
    /// It cannot be read, so anything may be in it.
    Unknown,
    /// This.
    Profile(KeptProfile),
}

impl Profile {
    /// A profile of these precautions. What is cleared is declared too: a clinician agreed to something that applies.
    pub fn new(declared: Vec<String>, cleared: Vec<String>) -> Self {
        let all: BTreeSet<String> = declared.into_iter().chain(cleared.iter().cloned()).collect();
        Self { asked: !all.is_empty(), declared: all.into_iter().collect(), cleared, ..Self::default() }
    }

    /// The reader was asked, and nothing applies.
    pub fn nothing_applies() -> Self {
        Self { asked: true, ..Self::default() }
    }

    /// The profile with what the reader keeps. One adds to the other, so neither loosens what the other declares.
    #[must_use]
    pub fn and_kept(self, kept: Kept) -> Self {
        let Kept::Profile(own) = &kept else { return Self { kept, ..self } };
        let declared = self.declared.iter().chain(own.declared()).cloned().collect();
        let mut cleared: Vec<String> = self.cleared.iter().chain(own.cleared()).cloned().collect();
        cleared.sort();
        cleared.dedup();
        Self { asked: true, kept, week: self.week, ..Self::new(declared, cleared) }
    }

    /// The profile of a reader who declares one more precaution.
    #[must_use]
    pub fn and_declaring(&self, precaution: &str) -> Self {
        let declared = self.declared.iter().cloned().chain([precaution.to_owned()]).collect();
        Self { week: self.week, kept: self.kept.clone(), ..Self::new(declared, self.cleared.clone()) }
    }

    /// The profile of a reader who tells the week of their pregnancy, which holds for one answer.
    #[must_use]
    pub fn in_week(self, week: Option<Week>) -> Self {
        Self { week, ..self }
    }

    /// The week of their pregnancy, where they told it.
    pub fn week(&self) -> Option<Week> {
        self.week
    }

    /// The declared precautions, by id.
    pub fn declared(&self) -> &[String] {
        &self.declared
    }

    /// The precautions in spite of which a clinician agreed, by id.
    pub fn cleared(&self) -> &[String] {
        &self.cleared
    }

    /// What of it can be kept.
    pub fn to_keep(&self) -> KeptProfile {
        KeptProfile::new(self.declared.clone(), self.cleared.clone())
    }

    /// What of it the reader keeps.
    pub fn kept(&self) -> Option<&KeptProfile> {
        if let Kept::Profile(kept) = &self.kept { Some(kept) } else { None }
    }

    /// Whether it is known where what the reader keeps would be.
    pub fn has_place(&self) -> bool {
        self.kept != Kept::NoPlace
    }

    /// Whether the reader may keep something that nobody could look at.
    pub fn may_keep_more(&self) -> bool {
        matches!(self.kept, Kept::NoPlace | Kept::Unknown)
    }

    /// The options that declare the same to whom keeps the same.
    pub fn options(&self) -> Vec<String> {
        let of_kept = |part: fn(&KeptProfile) -> &[String]| self.kept().map(part).unwrap_or_default();
        // Whoever tells the week of a pregnancy has declared it.
        let is_told = |id: &String| self.week.is_some() && id == PREGNANCY;
        let option = |name: &str, ids: &[String], kept: &[String]| {
            let is_left = |id: &&String| !kept.contains(id) && (name != "--with" || !is_told(id));
            let ids: Vec<&str> = ids.iter().filter(is_left).map(String::as_str).collect();
            (!ids.is_empty()).then(|| format!("{name} {}", ids.join(",")))
        };
        let left_out = (self.kept == Kept::LeftOut).then(|| "--no-profile".to_owned());
        let says_none = self.asked && self.declared.is_empty() && self.kept().is_none();
        let nothing = says_none.then(|| format!("--with {NOTHING_APPLIES}"));
        let declared = option("--with", &self.declared, of_kept(KeptProfile::declared));
        let cleared = option("--cleared", &self.cleared, of_kept(KeptProfile::cleared));
        let week = self.week.map(|week| format!("--pregnant={week}"));
        [left_out, nothing, declared, week, cleared].into_iter().flatten().collect()
    }

    /// Whether a clinician agreed in spite of this precaution.
    pub fn is_cleared(&self, precaution: &str) -> bool {
        self.cleared.iter().any(|id| id == precaution)
    }

    /// Whether the reader said anything at all, "nothing applies" included.
    pub fn was_asked(&self) -> bool {
        self.asked
    }

    /// Whether what they keep cannot be read, so that anything may be in it.
    pub fn is_unknown(&self) -> bool {
        self.kept == Kept::Unknown
    }

    /// Whether anything is declared, or may be.
    pub fn may_have_limits(&self) -> bool {
        !self.declared.is_empty() || self.is_unknown()
    }
}
