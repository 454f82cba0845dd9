//! The files of a catalogue: embedded in the program, or read from a directory.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;

use include_dir::{Dir, include_dir};

use super::Kind;
use super::check::Problem;
use super::index_writer::packed_folder;
use super::sorted_lines::with_key;
use crate::error::Error;

/// The packed folders that `build.rs` writes.
static BUNDLE: Dir<'static> = include_dir!("$OUT_DIR/bundle/bodies");
/// Where in them each file stands: path, first byte, byte behind the last.
const PLACES: &str = include_str!(concat!(env!("OUT_DIR"), "/bundle/index/places"));

/// The files at the root of a catalogue.
pub(super) const ROOT_FILES: [&str; 5] =
    ["catalogue.json", "homonyms.json", "meridians.json", "routine.json", "triage.json"];

/// The folder of the routines, whose names are a command's own and lead to no entry.
pub(super) const ROUTINES: &str = "routines";

/// The folder of the figures, which no reader names.
pub(super) const FIGURES: &str = "figures";

/// The folder of rules for precautions whose files lie elsewhere: a catalogue that adds to the bundled one has it.
pub(super) const RULES: &str = "rules";

/// The folder of meridians beside those of `meridians.json`, for the same.
pub(super) const MERIDIANS: &str = "meridians";

/// A file larger than this is refused unread: the largest of ours has some 20 kB.
const LARGEST_FILE: u64 = 1 << 20;

/// Whether a directory holds a catalogue, or a part of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Completeness {
    /// All of it: what is missing is a problem.
    Whole,
    /// What is to be added to another.
    Part,
}

/// Where the files of a catalogue are.
#[derive(Debug)]
pub(super) enum Files {
    /// In the program.
    Bundled,
    /// Read from a directory: path below its root → content.
    Read(BTreeMap<String, String>),
}

impl Files {
    /// Reads the files of a catalogue in a directory, and reports those that cannot be read.
    pub(super) fn read(
        root: &Path,
        completeness: Completeness,
    ) -> Result<(BTreeMap<String, String>, Vec<Problem>), Error> {
        if !root.is_dir() {
            return Err(Error::NoCatalogue { path: root.display().to_string() });
        }
        let is_whole = completeness == Completeness::Whole;
        let at_root = ROOT_FILES.into_iter().filter(|name| is_whole || root.join(name).exists());
        let mut paths: Vec<String> = at_root.map(str::to_owned).collect();
        let mut problems = Vec::new();
        for folder in Kind::ALL.into_iter().map(Kind::folder).chain([ROUTINES, FIGURES, RULES, MERIDIANS]) {
            match json_names(&root.join(folder)) {
                Ok(names) => paths.extend(names.into_iter().map(|name| format!("{folder}/{name}"))),
                // Whoever loses the precautions would be shown everything.
                Err(error)
                    if error.kind() == ErrorKind::NotFound && !(is_whole && folder == Kind::Precaution.folder()) => {}
                Err(error) => problems.push(Problem::of_file(folder, &error.to_string(), "make it a readable folder")),
            }
        }
        let mut texts = BTreeMap::new();
        for path in paths {
            match read_file(&root.join(&path)) {
                Ok(text) => {
                    texts.insert(path, text);
                }
                Err(cause) => problems.push(Problem::of_file(&path, &cause, "make it a readable JSON file in UTF-8")),
            }
        }
        Ok((texts, problems))
    }

    /// The paths of the files in a folder.
    pub(super) fn in_folder<'f>(&'f self, folder: &str) -> Vec<&'f str> {
        match self {
            // The bundled catalogue has neither of the folders that are looked through.
            Self::Bundled => Vec::new(),
            Self::Read(texts) => {
                let paths = texts.keys().map(String::as_str);
                paths.filter(|path| path.split_once('/').is_some_and(|(parent, _)| parent == folder)).collect()
            }
        }
    }

    /// The text of one file.
    pub(super) fn text(&self, path: &str) -> Option<&str> {
        match self {
            Self::Bundled => bundled_text(path),
            Self::Read(texts) => texts.get(path).map(String::as_str),
        }
    }

    /// Every file, by path.
    pub(super) fn all(&self) -> Vec<(&str, &str)> {
        match self {
            Self::Bundled => {
                let paths = PLACES.lines().filter_map(|line| line.split('\t').next());
                paths.filter_map(|path| Some((path, bundled_text(path)?))).collect()
            }
            Self::Read(texts) => texts.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect(),
        }
    }
}

fn bundled_text(path: &str) -> Option<&'static str> {
    let packed = BUNDLE.get_file(packed_folder(path))?.contents();
    let (_, place) = with_key(PLACES, path).next()?;
    let (start, end) = place.split_once('\t')?;
    std::str::from_utf8(packed.get(start.parse().ok()?..end.parse().ok()?)?).ok()
}

/// The JSON files of a folder. A name that is no text keeps its place, so that reading it fails and is reported.
fn json_names(folder: &Path) -> io::Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder)? {
        let name = entry?.file_name();
        if Path::new(&name).extension().is_some_and(|it| it.eq_ignore_ascii_case("json")) {
            names.push(name.to_string_lossy().into_owned());
        }
    }
    names.sort();
    Ok(names)
}

/// Reads a regular file. A pipe or device is not opened, because it might never end.
fn read_file(path: &Path) -> Result<String, String> {
    let metadata = fs::metadata(path).map_err(|error| error.to_string())?;
    if !metadata.is_file() {
        return Err("is not a regular file".to_owned());
    }
    if metadata.len() > LARGEST_FILE {
        return Err("is larger than 1 MiB".to_owned());
    }
    let bytes = fs::read(path).map_err(|error| error.to_string())?;
    let text = String::from_utf8(bytes).map_err(|_| "is not UTF-8".to_owned())?;
    Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
}
