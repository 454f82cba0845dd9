//! A page to read.

use serde::de::IgnoredAny;
use serde::{Deserialize, Serialize};

use super::claim::Claim;
use super::point::Position;

/// The topic that holds what to do this minute.
pub const RIGHT_NOW: &str = "right-now";

/// A topic, as its file in `topics/` tells it.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Topic {
    /// Where an editor finds what may stand in this file.
    #[serde(rename = "$schema", default)]
    #[cfg_attr(test, schemars(with = "String"))]
    _schema: Option<IgnoredAny>,
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Other names.
    pub aliases: Vec<String>,
    /// What it is about, in a line.
    pub about: String,
    /// Its parts, in order.
    pub sections: Vec<Section>,
    // Parsed by need, as [`super::Disputes`].
    /// Where sources disagree about it; may be empty.
    #[serde(rename = "disputes")]
    #[cfg_attr(test, schemars(with = "Vec<super::Dispute>"))]
    _disputes: IgnoredAny,
}

/// A part of a topic.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// Its heading, if it has one.
    pub heading: Option<String>,
    /// How its claims stand.
    pub form: Form,
    /// What it tells how to do; then it is screened with that entry.
    #[serde(default)]
    pub does: Option<Doing>,
    /// What it says.
    pub claims: Vec<Claim>,
}

/// An entry that a section tells how to do.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Doing {
    /// Its id or code.
    pub entry: String,
    /// The position in which; any that the entry knows without one.
    #[serde(default)]
    pub position: Option<Position>,
}

/// How the claims of a section stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Form {
    /// Signs to get help for: short phrases after the heading.
    Signs,
    /// Numbered steps.
    Steps,
    /// A paragraph each.
    Lines,
    /// Commands to type.
    Commands,
    /// Commands to type, to which what the reader declared is added.
    ScreenedCommands,
}

impl Form {
    /// Whether claims of both forms stand together.
    pub fn is_like(self, other: Self) -> bool {
        let commands = |form| matches!(form, Self::Commands | Self::ScreenedCommands);
        self == other || (commands(self) && commands(other))
    }
}
