//! Parses one file of a catalogue into its type, and says where it fails.

use serde::de::DeserializeOwned;

use super::locate::{LineColumn, PathStep, dotted, line_start, locate, path_to, steps};
use super::outline::Outline;
use super::problem::{MOST_PROBLEMS, Problem};
use super::strict;
use crate::model::files::stem;

/// A file of the catalogue under check.
#[derive(Debug)]
pub(crate) struct CheckedFile<'t> {
    /// Its path below the root.
    pub(crate) path: &'t str,
    /// Its text.
    pub(crate) text: &'t str,
    /// What stands in it, place by place.
    pub(crate) outline: Outline<'t>,
}

/// A file of the catalogue under check, and what it says.
#[derive(Debug)]
pub(crate) struct Parsed<'t, T> {
    /// The file.
    pub(crate) file: CheckedFile<'t>,
    /// What it says.
    pub(crate) content: T,
}

impl CheckedFile<'_> {
    /// Its name without folder and ending.
    pub(crate) fn stem(&self) -> &str {
        stem(self.path)
    }

    /// A problem of a field.
    pub(super) fn problem(&self, steps: &[PathStep<'_>], message: &str, remedy: &str) -> Problem {
        Problem::of_field(self.path, locate(self.text, steps), &dotted(steps), message, remedy)
    }

    /// Reports a problem of a field.
    pub(super) fn report(
        &self,
        steps: &[PathStep<'_>],
        message: impl AsRef<str>,
        remedy: &str,
        problems: &mut Vec<Problem>,
    ) {
        if problems.len() < MOST_PROBLEMS {
            problems.push(self.problem(steps, message.as_ref(), remedy));
        }
    }

    /// Reports a file that does not bear the id, or code, of what it holds.
    pub(super) fn has_to_bear(&self, key: &str, id: &str, problems: &mut Vec<Problem>) {
        if id != self.stem() {
            let remedy = format!("rename the file to {id}.json, or correct the {key}");
            self.report(&steps![key], format!("{id:?} does not match the name of the file"), &remedy, problems);
        }
    }
}

/// Parses a file of unknown order, once.
///
/// # Errors
/// It has not the form of its kind.
pub(super) fn parse<'t, T: DeserializeOwned>(path: &'t str, text: &'t str) -> Result<Parsed<'t, T>, Problem> {
    let (content, outline) = strict::from_str(text).map_err(|error| problem(path, text, &error))?;
    Ok(Parsed { file: CheckedFile { path, text, outline }, content })
}

fn problem(path: &str, text: &str, error: &serde_json::Error) -> Problem {
    let reached = LineColumn { line: error.line(), column: error.column() };
    let message = without_place(&error.to_string());
    let field = if error.is_data() { path_to(text, reached) } else { Vec::new() };
    let place = if error.is_data() { locate(text, &field) } else { in_characters(text, reached) };
    Problem::of_field(path, place, &dotted(&field), &message, remedy_for(&message))
}

/// The place of the byte that was read last, from its line and column as a parser counts them: in bytes, and none for the
/// line break before a line.
fn in_characters(text: &str, reached: LineColumn) -> LineColumn {
    let last = line_start(text, reached.line) + reached.column;
    let read = (0..last).rev().find_map(|end| text.get(..end));
    LineColumn::behind(read.unwrap_or_default())
}

/// The message without the "at line 1 column 2" that stands elsewhere in a [`Problem`].
fn without_place(message: &str) -> String {
    message.rsplit_once(" at line ").map_or(message, |(message, _)| message).to_owned()
}

fn remedy_for(message: &str) -> &'static str {
    const REMEDIES: [(&str, &str); 7] = [
        ("missing field", "add the field"),
        ("unknown field", "take the field out, or correct its name"),
        ("unknown variant", "use one of the words named"),
        ("duplicate field", "keep one of the two"),
        ("invalid type", "give a value of the kind expected"),
        ("invalid value", "give a value of the kind expected"),
        ("recursion limit", "nest it less deeply"),
    ];
    let known = REMEDIES.iter().find(|(beginning, _)| message.starts_with(beginning));
    known.map_or("correct the JSON here", |(_, remedy)| remedy)
}
