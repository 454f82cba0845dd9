//! The questions of a check, in the order in which they are asked: `triage.json`.

use serde::Deserialize;
use serde::de::IgnoredAny;

use super::claim::Claim;
use super::index::Index;
use super::red_flag::Urgency;

/// The questions of a check.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TriageQuestions {
    /// Where an editor finds what may stand in this file.
    #[serde(rename = "$schema", default)]
    #[cfg_attr(test, schemars(with = "String"))]
    _schema: Option<IgnoredAny>,
    /// Groups of red flags, the most urgent first.
    pub groups: Vec<RedFlagGroup>,
    /// Groups of precautions.
    pub precautions: Vec<PrecautionGroup>,
    /// What no number of noes changes.
    pub reminder: Claim,
}

impl TriageQuestions {
    /// Asks about every red flag and precaution that no group names: those that were added. Each flag is asked about
    /// with the first of ours that are as urgent.
    pub(super) fn ask_the_rest(&mut self, index: &Index) {
        const HEADING: &str = "Added to the guide by whoever runs it here";
        for flag in index.red_flags() {
            let Some(urgency) = Urgency::parse(flag.urgency) else { continue };
            if self.groups.iter().any(|group| group.flags.iter().any(|id| id == flag.id)) {
                continue;
            }
            let flags = vec![flag.id.to_owned()];
            let id = format!("added-{}", flag.id);
            let heading = HEADING.to_owned();
            let behind = self.groups.iter().take_while(|group| group.urgency >= urgency).count();
            self.groups.insert(behind, RedFlagGroup { id, heading, urgency, flags });
        }
        let is_asked = |id: &str| self.precautions.iter().any(|group| group.ids.iter().any(|asked| asked == id));
        let ids: Vec<String> =
            index.precautions().map(|row| row.id).filter(|id| !is_asked(id)).map(str::to_owned).collect();
        if !ids.is_empty() {
            self.precautions.push(PrecautionGroup { heading: HEADING.to_owned(), ids });
        }
    }
}

/// Red flags that are asked about together.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RedFlagGroup {
    /// Its id.
    pub id: String,
    /// What they have in common.
    pub heading: String,
    /// The urgency of each of them.
    pub urgency: Urgency,
    /// Their ids.
    pub flags: Vec<String>,
}

/// Precautions that are asked about together.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PrecautionGroup {
    /// What they have in common.
    pub heading: String,
    /// Their ids.
    pub ids: Vec<String>,
}
