//! The profile that a reader keeps, as its file holds it.

use serde::{Deserialize, Serialize};

/// The `format_version` that this program reads and writes.
const FORMAT_VERSION: u64 = 1;

/// What a reader keeps from one answer to the next. Nobody declared is not the same as nothing to declare: an empty list
/// says that the reader looked and nothing applies.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeptProfile {
    format_version: u64,
    declared: Vec<String>,
    cleared: Vec<String>,
}

/// The version alone: what else a newer file holds is not known here.
#[derive(Deserialize)]
struct Version {
    format_version: u64,
}

impl KeptProfile {
    /// What is declared, and in spite of which of it a clinician agreed: that is declared too.
    pub(super) fn new(mut declared: Vec<String>, mut cleared: Vec<String>) -> Self {
        declared.extend_from_slice(&cleared);
        for list in [&mut declared, &mut cleared] {
            list.sort();
            list.dedup();
        }
        Self { format_version: FORMAT_VERSION, declared, cleared }
    }

    /// Reads a file.
    ///
    /// # Errors
    /// Why it is none of this program's, in words.
    pub fn read(text: &[u8]) -> Result<Self, String> {
        let broken = |error: serde_json::Error| format!("it is damaged: {error}");
        let text = std::str::from_utf8(text).map_err(|error| format!("it is damaged: {error}"))?;
        let Version { format_version } = serde_json::from_str(text).map_err(broken)?;
        if format_version > FORMAT_VERSION {
            return Err(format!("its format_version is {format_version}, this program reads {FORMAT_VERSION}"));
        }
        if format_version < FORMAT_VERSION {
            return Err(format!("there is no format_version {format_version}"));
        }
        let kept: Self = serde_json::from_str(text).map_err(broken)?;
        Ok(Self::new(kept.declared, kept.cleared))
    }

    /// The file.
    ///
    /// # Errors
    /// JSON cannot hold it.
    pub fn text(&self) -> Result<String, serde_json::Error> {
        serde_json::to_string_pretty(self).map(|text| text + "\n")
    }

    /// The precautions, by id.
    pub fn declared(&self) -> &[String] {
        &self.declared
    }

    /// Those in spite of which a clinician agreed, by id.
    pub fn cleared(&self) -> &[String] {
        &self.cleared
    }
}
