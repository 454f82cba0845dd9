//! The mark on everything that was added to a catalogue and is not its own.

use serde_json::Value;

use super::figure::Figure;
use super::manifest::Meridian;
use super::point::Point;
use super::poses::Poses;
use super::precaution::{MoreRules, Precaution};
use super::red_flag::RedFlag;
use super::routine::NamedRoutine;
use super::source::{Source, Sources};
use super::stretch::Stretch;
use super::technique::Technique;
use super::topic::Topic;

/// Stands behind the name of everything that a directory adds and that is not ours.
pub const MARK: &str = "[added]";

/// What can be added to a catalogue.
pub(crate) trait Marked {
    /// The names by which it is known, so that no form of an answer can leave the mark out.
    fn names(&mut self) -> Vec<&mut String>;

    /// Puts the mark behind its names.
    fn mark(&mut self) {
        self.names().into_iter().for_each(|name| *name = marked(name));
    }
}

/// A text with the mark behind it.
pub(crate) fn marked(text: &str) -> String {
    format!("{text} {MARK}")
}

/// A text without the mark.
pub(crate) fn unmarked(text: &str) -> &str {
    text.strip_suffix(MARK).map_or(text, str::trim_end)
}

macro_rules! bear_marks {
    ($($type:ty: $($name:ident)+;)+) => {
        $(impl Marked for $type {
            fn names(&mut self) -> Vec<&mut String> {
                vec![$(&mut self.$name),+]
            }
        })+
    };
}

bear_marks! {
    Stretch: title;
    Technique: title;
    Precaution: title short question;
    RedFlag: title short question;
    Topic: title about;
    Source: title short;
    NamedRoutine: title;
    Figure: title;
    Meridian: name;
}

impl Marked for Point {
    fn names(&mut self) -> Vec<&mut String> {
        let names = &mut self.names;
        let hanzi = [&mut names.hanzi.traditional, &mut names.hanzi.simplified];
        names.english.iter_mut().chain([&mut names.pinyin, &mut names.pinyin_plain]).chain(hanzi).collect()
    }
}

impl Marked for Sources {
    fn names(&mut self) -> Vec<&mut String> {
        self.all_mut().iter_mut().flat_map(Marked::names).collect()
    }
}

/// Poses have the name of their entry.
impl Marked for Poses {
    fn names(&mut self) -> Vec<&mut String> {
        Vec::new()
    }
}

/// Rules have no names.
impl Marked for MoreRules {
    fn names(&mut self) -> Vec<&mut String> {
        Vec::new()
    }
}

/// The keys whose strings are read, rather than looked up. Names have a mark of their own.
const PROSE: [&str; 14] = [
    "alternative", "text", "why", "label", "landmark", "structure", "limit", "shown", "heading", "ask_whom",
    "ask_what", "say", "note", "caption",
];

/// Puts the mark behind every sentence of a file, so that none of it is ever taken for ours: on a screen, on paper, for
/// another program, or spoken.
pub(crate) fn mark_prose(document: &mut Value) {
    if let Some(Value::Array(aliases)) = document.get_mut("aliases") {
        aliases.iter_mut().for_each(mark_string);
    }
    mark_below(document);
}

fn mark_below(value: &mut Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(mark_below),
        Value::Object(fields) => {
            for (key, value) in fields {
                match (key.as_str(), &mut *value) {
                    (key, Value::String(_)) if PROSE.contains(&key) => mark_string(value),
                    // The labels of the ways for which a sentence holds.
                    ("ways", Value::Array(labels)) if labels.iter().all(Value::is_string) => {
                        labels.iter_mut().for_each(mark_string);
                    }
                    _ => mark_below(value),
                }
            }
        }
        _ => {}
    }
}

fn mark_string(value: &mut Value) {
    if let Value::String(text) = value {
        *text = marked(text);
    }
}
