//! The files of a catalogue: embedded in the program, or read from a directory.

use std::collections::BTreeMap;
use std::fs::{self, File, Metadata};
use std::io::{self, Read};
use std::path::Path;

use include_dir::{Dir, include_dir};

use super::Kind;
use super::check::{Place, Problem};
use super::index_writer::packed_folder;
use super::listing::Listing;
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
const LARGEST_FILE: usize = 1 << 20;

/// All files together, in bytes: ours have some 1 MB. Whatever is within this is read, checked and answered from within a
/// second.
const LARGEST_CATALOGUE: usize = 3 << 20;

/// Ours are some 600.
pub(super) const MOST_FILES: usize = 3_000;

/// Of those that are looked through for each other file, or all for one answer. Ours are some 40 at the most.
const MOST_OF_A_FEW: usize = 200;

/// Each is a drawing that is measured with its points.
const MOST_FIGURES: usize = 60;

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

/// How many files a folder may hold.
pub(super) fn most(folder: &str) -> usize {
    match folder {
        FIGURES => MOST_FIGURES,
        RULES | MERIDIANS | ROUTINES => MOST_OF_A_FEW,
        _ if folder == Kind::Precaution.folder() || folder == Kind::RedFlag.folder() => MOST_OF_A_FEW,
        _ => MOST_FILES,
    }
}

/// The folders of a catalogue.
pub(super) fn folders() -> impl Iterator<Item = &'static str> {
    Kind::ALL.into_iter().map(Kind::folder).chain([ROUTINES, FIGURES, RULES, MERIDIANS])
}

impl Files {
    /// Reads the files of a catalogue in a directory, and reports those that cannot be read, and those that nobody would.
    pub(super) fn read(
        root: &Path,
        completeness: Completeness,
    ) -> Result<(BTreeMap<String, String>, Vec<Problem>), Error> {
        let directory = root.display().to_string();
        if !root.is_dir() {
            return Err(Error::NoCatalogue { path: directory });
        }
        let refused = |problem| Error::catalogue(&directory, vec![problem]);
        let Listing { paths, mut problems } = Listing::of_directory(root).map_err(refused)?;
        let mut texts = BTreeMap::new();
        let mut bytes_left = LARGEST_CATALOGUE;
        for path in paths {
            match read_file(root, &path) {
                Ok(text) => {
                    bytes_left = bytes_left.checked_sub(text.len()).ok_or_else(|| refused(too_large()))?;
                    texts.insert(path, text);
                }
                Err(problem) => problems.push(problem),
            }
        }
        if completeness == Completeness::Whole {
            problems.extend(missing(&texts, &problems));
        }
        Ok((texts, problems))
    }

    /// The paths of the files in a folder.
    pub(super) fn in_folder<'f>(&'f self, folder: &str) -> Vec<&'f str> {
        match self {
            // The bundled catalogue has neither of the folders that are looked through.
            Self::Bundled => Vec::new(),
            Self::Read(texts) => texts.keys().map(String::as_str).filter(|path| is_below(path, folder)).collect(),
        }
    }

    /// The files of a catalogue from elsewhere, as a directory with them would be read.
    pub(super) fn given(
        mut texts: BTreeMap<String, String>,
    ) -> Result<(BTreeMap<String, String>, Vec<Problem>), Problem> {
        let Listing { paths, mut problems } = Listing::of_paths(texts.keys())?;
        let texts: BTreeMap<_, _> = paths.into_iter().filter_map(|path| texts.remove_entry(&path)).collect();
        if texts.values().map(String::len).sum::<usize>() > LARGEST_CATALOGUE {
            return Err(too_large());
        }
        let (texts, large): (BTreeMap<_, _>, BTreeMap<_, _>) =
            texts.into_iter().partition(|(_, text)| text.len() <= LARGEST_FILE);
        problems.extend(large.keys().map(|path| Problem::of_file(path, TOO_LARGE, REMEDY)));
        let texts: BTreeMap<_, _> = texts.into_iter().map(|(path, text)| (path, without_mark(text))).collect();
        problems.extend(missing(&texts, &problems));
        Ok((texts, problems))
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

/// Whether a file of this name is read, where it stands in one of the folders.
pub(super) fn is_json(name: &Path) -> bool {
    name.extension().is_some_and(|it| it.eq_ignore_ascii_case("json"))
}

/// Whether a file lies in a folder itself, not in one within it.
fn is_below(path: &str, folder: &str) -> bool {
    path.split_once('/').is_some_and(|(first, name)| first == folder && !name.contains('/'))
}

/// What every catalogue has. Whoever loses the precautions would be shown everything.
fn missing(texts: &BTreeMap<String, String>, known: &[Problem]) -> Vec<Problem> {
    let precautions = Kind::Precaution.folder();
    let is_known = |file: &str| known.iter().any(|problem| problem.file == file);
    let is_there = |file: &str| texts.contains_key(file) || is_known(file);
    let of_root = ROOT_FILES.into_iter().filter(|file| !is_there(file));
    let mut problems: Vec<_> = of_root.map(|file| Problem::of_file(file, "is missing", "add the file")).collect();
    let is_one = |file: &str| file == precautions || is_below(file, precautions);
    if !texts.keys().any(|path| is_one(path)) && !known.iter().any(|problem| is_one(&problem.file)) {
        problems.push(Problem::of_file(precautions, "holds no precaution", "add those of this program, or your own"));
    }
    problems
}

const TOO_LARGE: &str = "is larger than 1 MiB";
const REMEDY: &str = "make it a readable JSON file in UTF-8";

pub(super) fn too_many(folder: &str, most: usize) -> Problem {
    Problem::of_file(folder, &format!("holds more than {most} files"), "take files out")
}

fn too_large() -> Problem {
    Problem::of_file(".", "its files have more than 3 MiB together", "take files out")
}

fn read_file(root: &Path, path: &str) -> Result<String, Problem> {
    let bytes = bytes_of(&root.join(path)).map_err(|cause| Problem::of_file(path, &cause, REMEDY))?;
    let text = String::from_utf8(bytes).map_err(|error| {
        let valid = error.as_bytes().get(..error.utf8_error().valid_up_to()).unwrap_or_default();
        let place = Place::behind(&String::from_utf8_lossy(valid));
        Problem::of_field(path, place, "", "is not UTF-8", "save it in UTF-8")
    })?;
    Ok(without_mark(text))
}

/// Reads a regular file, and of one that grows meanwhile no more than its limit. A pipe or device is not opened, because it
/// might never end. Who changes a file into a pipe between the first look and the opening can still make us wait.
fn bytes_of(path: &Path) -> Result<Vec<u8>, String> {
    let cause = |error: io::Error| error.to_string();
    look_at(&fs::metadata(path).map_err(cause)?)?;
    let file = File::open(path).map_err(cause)?;
    look_at(&file.metadata().map_err(cause)?)?;
    let mut bytes = Vec::new();
    file.take(LARGEST_FILE as u64 + 1).read_to_end(&mut bytes).map_err(cause)?;
    if bytes.len() > LARGEST_FILE { Err(TOO_LARGE.to_owned()) } else { Ok(bytes) }
}

/// The files of the system itself, some of which wait when they are read, have no length.
fn look_at(file: &Metadata) -> Result<(), String> {
    let problem = if !file.is_file() {
        "is not a regular file"
    } else if file.len() == 0 {
        "is empty"
    } else if file.len() > LARGEST_FILE as u64 {
        TOO_LARGE
    } else {
        return Ok(());
    };
    Err(problem.to_owned())
}

/// The text without a byte order mark.
fn without_mark(text: String) -> String {
    text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text)
}
