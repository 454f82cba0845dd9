//! The files of a catalogue: embedded in the program, or read from a directory.

use std::collections::BTreeMap;
use std::fs;
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
pub(super) const ROOT_FILES: [&str; 3] = ["catalogue.json", "homonyms.json", "meridians.json"];

/// A file larger than this is refused unread: the largest of ours has some 20 kB.
const LARGEST_FILE: u64 = 1 << 20;

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
    pub(super) fn read(root: &Path) -> Result<(Self, Vec<Problem>), Error> {
        if !root.is_dir() {
            return Err(Error::NoCatalogue { path: root.display().to_string() });
        }
        let mut texts = BTreeMap::new();
        let mut problems = Vec::new();
        let mut take = |path: String| match read_file(&root.join(&path)) {
            Ok(text) => {
                texts.insert(path, text);
            }
            Err(cause) => problems.push(Problem::of_file(&path, &cause, "make it a readable JSON file in UTF-8")),
        };
        for name in ROOT_FILES {
            take(name.to_owned());
        }
        for kind in Kind::ALL {
            for name in json_names(&root.join(kind.folder())) {
                take(format!("{}/{name}", kind.folder()));
            }
        }
        Ok((Self::Read(texts), problems))
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

/// The JSON files of a folder; a folder that is missing holds none.
fn json_names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let names = entries.filter_map(|entry| entry.file_name().into_string().ok());
    let mut names: Vec<String> =
        names.filter(|name| Path::new(name).extension().is_some_and(|it| it == "json")).collect();
    names.sort();
    names
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
