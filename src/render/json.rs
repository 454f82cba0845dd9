//! JSON: a contract with a version. Adding a key keeps the number.

use serde::Serialize;

use crate::error::Error;

/// What stands around the data of every answer.
#[derive(Debug, Serialize)]
pub struct Envelope<'a, T: Serialize> {
    /// Which kind of answer, and its version: `sciatica.points/1`.
    pub schema: String,
    /// The edition of the catalogue.
    pub catalogue: &'a str,
    /// The directory of a catalogue that is not the bundled one.
    pub catalogue_directory: Option<&'a str>,
    /// What a directory adds to the bundled catalogue.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub additions: Option<AddedEntries<'a>>,
    /// The declared precautions.
    pub profile: &'a [String],
    /// Whether a profile that the reader keeps is among them.
    pub profile_kept: bool,
    /// Whether what the reader keeps could be looked at: `false` where its place is not known, or it cannot be read.
    pub profile_known: bool,
    /// Whether the reader declared anything, "nothing applies" included.
    pub screened: bool,
    /// What every answer says of itself.
    pub notice: &'a str,
    /// The answer.
    pub data: &'a [T],
}

/// What a directory adds to the bundled catalogue.
#[derive(Debug, Serialize)]
pub struct AddedEntries<'a> {
    /// The directory.
    pub directory: &'a str,
    /// Ids of everything in it that is not ours, whether or not it stands in this answer.
    pub entries: &'a [String],
}

/// An answer as JSON.
///
/// # Errors
/// Data that JSON cannot hold.
pub fn json<T: Serialize>(envelope: &Envelope<'_, T>) -> Result<String, Error> {
    let text = serde_json::to_string_pretty(envelope).map_err(Error::damaged)?;
    Ok(text + "\n")
}
