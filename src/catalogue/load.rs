//! Parses one file of a catalogue into its type.

use serde::de::DeserializeOwned;

use super::check::{Place, Problem};
use super::files::Files;
use super::locate::{Step, line_start, locate, path_to};
use super::strict;
use crate::error::Error;

/// Parses a file that is known to be there and in order.
pub(super) fn parse<T: DeserializeOwned>(files: &Files, path: &str) -> Result<T, Error> {
    let text = files.text(path).ok_or_else(|| Error::Internal { cause: format!("{path} is missing") })?;
    serde_json::from_str(text).map_err(|error| Error::Internal { cause: format!("{path}: {error}") })
}

/// Tries a file of unknown order, and says where it fails.
pub(super) fn try_parse<T: DeserializeOwned>(path: &str, text: &str) -> Result<T, Problem> {
    strict::from_str(text).map_err(|error| {
        let reached = Place { line: error.line(), column: error.column() };
        let message = without_place(&error.to_string());
        if error.is_data() {
            let field = path_to(text, reached);
            let place = locate(text, &field).unwrap_or_else(|| in_characters(text, reached));
            Problem::of_field(path, place, &dotted(&field), &message, remedy_for(&message))
        } else {
            Problem::of_field(path, in_characters(text, reached), "", &message, remedy_for(&message))
        }
    })
}

/// The place of the byte that was read last, from its line and column as a parser counts them: in bytes, and none for the
/// line break before a line.
fn in_characters(text: &str, reached: Place) -> Place {
    let last = line_start(text, reached.line) + reached.column;
    Place::behind(text.get(..text.floor_char_boundary(last.saturating_sub(1))).unwrap_or_default())
}

/// `ways[1].pressure`
pub(super) fn dotted(steps: &[Step<'_>]) -> String {
    let mut text = String::new();
    for step in steps {
        match step {
            Step::Key(key) if text.is_empty() => text.push_str(key),
            Step::Key(key) => {
                text.push('.');
                text.push_str(key);
            }
            Step::Item(place) => {
                text.push('[');
                text.push_str(&place.to_string());
                text.push(']');
            }
        }
    }
    text
}

/// The message without the "at line 1 column 2" that stands elsewhere in a [`Problem`].
fn without_place(message: &str) -> String {
    message.rsplit_once(" at line ").map_or(message, |(message, _)| message).to_owned()
}

fn remedy_for(message: &str) -> &'static str {
    if message.starts_with("missing field") {
        "add the field"
    } else if message.starts_with("unknown field") {
        "take the field out, or correct its name"
    } else if message.starts_with("unknown variant") {
        "use one of the words named"
    } else if message.starts_with("duplicate field") {
        "keep one of the two"
    } else if message.starts_with("invalid type") || message.starts_with("invalid value") {
        "give a value of the kind expected"
    } else if message.starts_with("recursion limit") {
        "nest it less deeply"
    } else {
        "correct the JSON here"
    }
}
