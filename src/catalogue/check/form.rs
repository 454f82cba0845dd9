//! Whether a file has the form of its kind, and how much there is of it.

use serde_json::Value;

use super::{Place, Problem, bounds, steps};
use crate::catalogue::files::{FIGURES, MERIDIANS, ROOT_FILES, ROUTINES, RULES};
use crate::catalogue::index_writer::folder;
use crate::catalogue::load::try_parse;
use crate::catalogue::locate::locate;
use crate::catalogue::manifest::{FORMAT_VERSION, Homonym, Manifest, Meridian};
use crate::catalogue::{
    Advice, Disputes, Figure, MoreRules, NamedRoutine, Point, Precaution, RedFlag, RoutineFrame, Source, Stretch,
    Technique, Topic, TriageQuestions,
};

/// A file as a value, if it has the form of its kind.
pub(super) fn parse(path: &str, text: &str) -> Result<Value, Problem> {
    if path == ROOT_FILES[0] {
        check_format_version(path, text)?;
    }
    parse_as_its_type(path, text)?;
    // What its type passes over can be more than a value can hold.
    let value = try_parse(path, text)?;
    bounds::keep(path, text, &value)?;
    Ok(value)
}

/// The version of the format decides whether the rest can be understood, so it comes first.
fn check_format_version(path: &str, text: &str) -> Result<(), Problem> {
    let Ok(value) = serde_json::from_str::<Value>(text) else { return Ok(()) };
    match value.get("format_version").and_then(Value::as_u64) {
        None | Some(FORMAT_VERSION) => Ok(()),
        Some(other) => {
            let steps = steps!["format_version"];
            let place = locate(text, &steps).unwrap_or(Place { line: 1, column: 1 });
            let message = format!("format version {other}; this program reads version {FORMAT_VERSION}");
            Err(Problem::of_field(path, place, "format_version", &message, "use a program of the same age"))
        }
    }
}

/// Whether a file has the form of its kind; what it says is for the checks.
pub(in crate::catalogue) fn parse_as_its_type(path: &str, text: &str) -> Result<(), Problem> {
    match folder(path) {
        "points" => try_parse::<Point>(path, text).and_then(|_| try_parse::<Disputes>(path, text)).map(drop),
        "stretches" => try_parse::<Stretch>(path, text).and_then(|_| try_parse::<Disputes>(path, text)).map(drop),
        "techniques" => try_parse::<Technique>(path, text).and_then(|_| try_parse::<Disputes>(path, text)).map(drop),
        "precautions" => try_parse::<Precaution>(path, text).map(drop),
        "sources" => try_parse::<Source>(path, text).map(drop),
        "topics" => try_parse::<Topic>(path, text).and_then(|_| try_parse::<Disputes>(path, text)).map(drop),
        "red-flags" => try_parse::<RedFlag>(path, text).map(drop),
        FIGURES => try_parse::<Figure>(path, text).map(drop),
        ROUTINES => try_parse::<NamedRoutine>(path, text).map(drop),
        RULES => try_parse::<MoreRules>(path, text).map(drop),
        MERIDIANS => try_parse::<Meridian>(path, text).map(drop),
        _ if path == ROOT_FILES[0] => {
            try_parse::<Manifest>(path, text).and_then(|_| try_parse::<Advice>(path, text)).map(drop)
        }
        _ if path == ROOT_FILES[1] => try_parse::<Vec<Homonym>>(path, text).map(drop),
        _ if path == ROOT_FILES[2] => try_parse::<Vec<Meridian>>(path, text).map(drop),
        _ if path == ROOT_FILES[3] => try_parse::<RoutineFrame>(path, text).map(drop),
        _ => try_parse::<TriageQuestions>(path, text).map(drop),
    }
}
