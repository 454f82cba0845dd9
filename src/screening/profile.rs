//! What the reader declared.

/// The word that declares that the reader was asked and nothing applies.
pub const NOTHING_APPLIES: &str = "none";

/// The precautions that the reader declared, and those for which a clinician agreed.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Profile {
    declared: Vec<String>,
    cleared: Vec<String>,
    asked: bool,
}

impl Profile {
    /// A profile of these precautions. What is cleared is declared too: a clinician agreed to something that applies.
    pub fn new(declared: Vec<String>, cleared: Vec<String>) -> Self {
        let mut all: Vec<String> = declared.into_iter().chain(cleared.iter().cloned()).collect();
        all.sort();
        all.dedup();
        Self { asked: !all.is_empty(), declared: all, cleared }
    }

    /// The reader was asked, and nothing applies.
    pub fn nothing_applies() -> Self {
        Self { asked: true, ..Self::default() }
    }

    /// The declared precautions, by id.
    pub fn declared(&self) -> &[String] {
        &self.declared
    }

    /// The options that declare the same.
    pub fn options(&self) -> Vec<String> {
        let option = |name: &str, ids: &[String]| (!ids.is_empty()).then(|| format!("{name} {}", ids.join(",")));
        let nothing = (self.asked && self.declared.is_empty()).then(|| format!("--with {NOTHING_APPLIES}"));
        [nothing, option("--with", &self.declared), option("--cleared", &self.cleared)].into_iter().flatten().collect()
    }

    /// Whether a clinician agreed in spite of this precaution.
    pub fn is_cleared(&self, precaution: &str) -> bool {
        self.cleared.iter().any(|id| id == precaution)
    }

    /// Whether the reader said anything at all, "nothing applies" included.
    pub fn was_asked(&self) -> bool {
        self.asked
    }
}
