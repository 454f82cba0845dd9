//! The questions of a check, in the order in which they are asked: `triage.json`.

use serde::Deserialize;
use serde::de::IgnoredAny;

use super::claim::Claim;
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
