//! The questions of a check, in the order in which they are asked: `triage.json`.

use super::claim::Claim;
use super::objects::objects;

objects! {
    /// The questions of a check.
    file TriageQuestions {
        /// The screens, the most urgent first.
        pub screens: Vec<Screen>,
        /// What no number of noes changes.
        pub reminder: Claim,
    }

    /// Questions that are asked together: about signs, or about precautions.
    part Screen {
        /// Its id.
        pub id: String,
        /// What they have in common.
        pub heading: String,
        /// The precautions that make it worth asking, each asked about on an earlier screen: it is shown to those alone who
        /// have one of them, and holds the signs of those that they have. Left out where everybody is asked.
        #[serde(default)]
        pub only_for: Vec<String>,
        /// Red flags, by id.
        #[serde(default)]
        pub flags: Vec<String>,
        /// Precautions, by id; where there are no flags.
        #[serde(default)]
        pub precautions: Vec<String>,
    }
}

/// So many questions are seen at a glance on a terminal of 24 rows, with heading and prompt.
pub(crate) const MOST_ON_A_SCREEN: usize = 18;

impl TriageQuestions {
    /// Every red flag, in the order in which they are asked.
    pub fn flags(&self) -> impl Iterator<Item = &String> {
        self.screens.iter().flat_map(|screen| &screen.flags)
    }
}
