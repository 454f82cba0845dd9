//! What a search found.

use serde::Serialize;

use super::keys::record;
use guide::model::{Level, Urgency};
use guide::query::Hit;

record! {
    /// An entry that a search found.
    pub HitRecord<'a>(hit: &'a Hit<'_>) {
        kind: &'static str = hit.entry.kind.id(),
        id: &'a str = hit.entry.id,
        title: &'a str = hit.title,
        /// Of a sign: how fast to get help.
        #[serde(skip_serializing_if = "Option::is_none")]
        urgency: Option<Urgency> = hit.urgency,
        level: Option<Level> = hit.verdict.as_ref().and_then(|verdict| verdict.level),
        withheld: bool = hit.verdict.as_ref().is_some_and(|verdict| verdict.withheld),
        /// What the guide makes of the line that matches: `shown`, `disputed`, or `withheld` from this reader.
        stance: &'static str = hit.stance.id(),
        line: Option<&'a str> = hit.line.as_deref(),
    }
}
