//! What a search found.

use serde::Serialize;

use crate::query::Hit;
use crate::screening::Level;

/// An entry that a search found.
#[derive(Debug, Serialize)]
pub struct HitRecord<'a> {
    kind: &'static str,
    id: &'a str,
    title: &'a str,
    /// Of a sign: how fast to get help.
    #[serde(skip_serializing_if = "Option::is_none")]
    urgency: Option<&'a str>,
    level: Option<Level>,
    withheld: bool,
    /// What the guide makes of the line that matches: `shown`, `disputed`, or `withheld` from this reader.
    stance: &'static str,
    line: Option<&'a str>,
}

impl<'a> From<&'a Hit<'_>> for HitRecord<'a> {
    fn from(hit: &'a Hit<'_>) -> Self {
        Self {
            kind: hit.entry.kind.id(),
            id: hit.entry.id,
            title: hit.title,
            urgency: hit.urgency,
            level: hit.verdict.as_ref().and_then(|verdict| verdict.level),
            withheld: hit.verdict.as_ref().is_some_and(|verdict| verdict.withheld),
            stance: hit.stance.id(),
            line: hit.line.as_deref(),
        }
    }
}
