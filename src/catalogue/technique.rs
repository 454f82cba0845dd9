//! A manner of pressing, or a tool.

use serde::Deserialize;
use serde::de::IgnoredAny;

use super::claim::Claim;
use super::point::Way;
use crate::screening::Sealed;

/// A technique, as its file in `techniques/` tells it. What tells how to press is sealed.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Technique {
    /// Where an editor finds what may stand in this file.
    #[serde(rename = "$schema", default)]
    #[cfg_attr(test, schemars(with = "String"))]
    _schema: Option<IgnoredAny>,
    /// Its id.
    pub id: String,
    /// Its name.
    pub title: String,
    /// Other names.
    pub aliases: Vec<String>,
    /// Ids of the regions on which it is used.
    pub regions: Vec<String>,
    /// What it is, and when to choose it.
    pub about: Vec<Claim>,
    /// The manners of doing it, the commonest first.
    pub ways: Sealed<Vec<Way>>,
    /// What often goes wrong.
    pub mistakes: Sealed<Vec<Claim>>,
    /// When to stop, beside the stop rule for all pressing.
    pub stop_if: Vec<Claim>,
    /// What studies show, in one line.
    pub evidence: Claim,
    // Parsed by need, as [`super::Disputes`].
    /// Where sources disagree about it; may be empty.
    #[serde(rename = "disputes")]
    #[cfg_attr(test, schemars(with = "Vec<super::Dispute>"))]
    _disputes: IgnoredAny,
}
