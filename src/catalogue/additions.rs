//! A directory that adds to the bundled catalogue: what it may replace, and how its entries are told from ours.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde_json::Value;

use super::Kind;
use super::check::{Problem, problem_in};
use super::files::{Completeness, FIGURES, Files, RULES};
use super::index_writer::{MARK, folder};
use crate::error::Error;

/// The bundled catalogue with files of a directory laid over it.
pub(super) struct Overlay {
    /// Path → text.
    pub(super) texts: BTreeMap<String, String>,
    /// The paths of the files that are not ours.
    pub(super) added: BTreeSet<String>,
    /// What cannot be read, or may not be replaced.
    pub(super) problems: Vec<Problem>,
}

/// Lays the files of a directory over the bundled catalogue.
///
/// A file that says the same as ours is ours. Points and stretches may be replaced, where they lie as ours do, so that
/// every rule of ours still finds them; nothing else may.
///
/// # Errors
/// The directory cannot be read.
pub(super) fn lay_over(root: &Path) -> Result<Overlay, Error> {
    let (own, mut problems) = Files::read(root, Completeness::Part)?;
    let is_empty = own.is_empty();
    let mut texts: BTreeMap<String, String> =
        Files::Bundled.all().into_iter().map(|(path, text)| (path.to_owned(), text.to_owned())).collect();
    let mut added = BTreeSet::new();
    let mut replaced = BTreeSet::new();
    for (path, text) in own {
        if let Some(ours) = texts.get(&path) {
            let (theirs, ours) = (parsed(&text), parsed(ours));
            if theirs == ours {
                continue;
            }
            if let Some(problem) = refusal(&path, &text, &theirs, &ours) {
                problems.push(problem);
                continue;
            }
            replaced.extend(path.split(['/', '.']).nth(1).map(str::to_owned));
        }
        added.insert(path.clone());
        texts.insert(path, text);
    }
    if added.is_empty() && problems.is_empty() {
        problems.push(adds_nothing(is_empty));
    }
    undraw(&replaced, &added, &mut texts);
    Ok(Overlay { texts, added, problems })
}

/// Whoever names a directory relies on what it adds, and must hear that there is none of it.
fn adds_nothing(is_empty: bool) -> Problem {
    let message = if is_empty { "adds nothing: no file is in its folders" } else { "adds nothing: all of it is ours" };
    let remedy = "put files of your own into points/, rules/ or another of the folders, or leave the directory out";
    Problem::of_file(".", message, remedy)
}

/// `null` for what is no JSON. What an editor is told says nothing to a reader.
fn parsed(text: &str) -> Value {
    let mut document: Value = serde_json::from_str(text).unwrap_or_default();
    if let Some(fields) = document.as_object_mut() {
        fields.remove("$schema");
    }
    document
}

/// Why a file may not stand in the place of ours.
fn refusal(path: &str, text: &str, theirs: &Value, ours: &Value) -> Option<Problem> {
    let is_of = |kind: Kind| folder(path) == kind.folder();
    if theirs.is_null() && (is_of(Kind::Point) || is_of(Kind::Stretch)) {
        // The checks say where it is broken.
        return None;
    }
    if is_of(Kind::Point) {
        let moved = ["region", "area"].into_iter().find(|key| theirs.get(key) != ours.get(key))?;
        let place = ours.get(moved).and_then(Value::as_str).unwrap_or_default();
        let remedy = format!("keep {place:?}, or give the point a code of its own");
        let message = "a point that takes the place of ours lies where ours lies: rules find it by that";
        return Some(problem_in(path, text, moved, message, &remedy));
    }
    if is_of(Kind::Stretch) {
        let regions = |value: &Value| value.get("regions").and_then(Value::as_array).cloned().unwrap_or_default();
        let kept = regions(theirs);
        let lost = regions(ours).into_iter().find(|region| !kept.contains(region))?;
        let remedy = format!("add {lost}, or give the stretch an id of its own");
        let message = "a stretch that takes the place of ours has the regions of ours: rules find it by them";
        return Some(problem_in(path, text, "regions", message, &remedy));
    }
    let remedy = "take the file out, or give yours an id of its own; only points and stretches can be replaced";
    Some(Problem::of_file(path, "this file of the bundled guide cannot be replaced", remedy))
}

/// Our figures show where our points lie, not those that take their place.
fn undraw(replaced: &BTreeSet<String>, added: &BTreeSet<String>, texts: &mut BTreeMap<String, String>) {
    let ours = texts.iter_mut().filter(|(path, _)| folder(path) == FIGURES && !added.contains(*path));
    for (_, text) in ours.filter(|_| !replaced.is_empty()) {
        let mut figure = parsed(text);
        if let Some(points) = figure.get_mut("points").and_then(Value::as_array_mut) {
            let stays =
                |point: &Value| !point.get("code").and_then(Value::as_str).is_some_and(|code| replaced.contains(code));
            points.retain(stays);
        }
        *text = figure.to_string();
    }
}

/// Puts the mark behind every name by which a document is known, so that no form of an answer can leave it out.
pub(super) fn mark(path: &str, document: &mut Value) {
    const OF_POINT: [&str; 3] = ["/names/english/0", "/names/pinyin", "/names/pinyin_plain"];
    let names: &[&str] = match folder(path) {
        "points" => &OF_POINT,
        RULES => {
            let rules = document.get_mut("rules").and_then(Value::as_array_mut);
            for reason in rules.into_iter().flatten().filter_map(|rule| rule.pointer_mut("/because/text")) {
                put_mark(reason);
            }
            return;
        }
        _ => &["/title", "/short", "/question", "/name"],
    };
    for name in names {
        if let Some(name) = document.pointer_mut(name) {
            put_mark(name);
        }
    }
}

fn put_mark(name: &mut Value) {
    if let Value::String(name) = name {
        name.push(' ');
        name.push_str(MARK);
    }
}
