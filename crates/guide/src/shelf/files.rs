//! The files of a catalogue: in the program, read from a directory, or both.

use std::collections::BTreeMap;
use std::fs::{self, File, Metadata};
use std::io::{self, Read};
use std::path::Path;

use super::bundle::Bundle;
use super::error::CatalogueError;
use super::listing::Listing;
use crate::check::{LineColumn, Problem, inspect};
use crate::model::Kind;
use crate::model::files::{ROOT_FILES, folder};

/// A file larger than this is refused unread: the largest of ours has some 20 kB.
const LARGEST_FILE: usize = 1 << 20;

/// All files together, in bytes: ours have some 1 MB. Whatever is within this is read, checked and answered from within a
/// second.
const LARGEST_CATALOGUE: usize = 3 << 20;

/// Whether a directory holds a catalogue, or a part of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Completeness {
    /// All of it: what is missing is a problem.
    Whole,
    /// What is to be added to another.
    Part,
}

/// Path below the root of a catalogue → text.
pub(super) type FileTexts = BTreeMap<String, String>;

/// Each path with its text.
pub(super) fn pairs(texts: &FileTexts) -> impl Iterator<Item = (&str, &str)> {
    texts.iter().map(|(path, text)| (path.as_str(), text.as_str()))
}

/// Where the files of a catalogue are.
#[derive(Debug)]
pub(super) enum Files {
    /// In the program.
    Bundled(Bundle),
    /// Read from a directory.
    Read(FileTexts),
    /// In the program, with others that add to them or stand in their place.
    BundledAnd(Bundle, FileTexts),
}

impl Files {
    /// The text of one file.
    pub(super) fn text(&self, path: &str) -> Option<&str> {
        match self {
            Self::Bundled(bundle) => bundle.text(path),
            Self::Read(texts) => texts.get(path).map(String::as_str),
            Self::BundledAnd(bundle, own) => own.get(path).map(String::as_str).or_else(|| bundle.text(path)),
        }
    }

    /// The same as bytes, for who reads little of it: that it is text is looked at there.
    pub(super) fn bytes(&self, path: &str) -> Option<&[u8]> {
        match self {
            Self::Bundled(bundle) => bundle.bytes(path),
            Self::Read(texts) => texts.get(path).map(String::as_bytes),
            Self::BundledAnd(bundle, own) => own.get(path).map(String::as_bytes).or_else(|| bundle.bytes(path)),
        }
    }

    /// The files that are not in the program.
    pub(super) fn own(&self) -> Option<&FileTexts> {
        match self {
            Self::Bundled(_) => None,
            Self::Read(texts) | Self::BundledAnd(_, texts) => Some(texts),
        }
    }

    /// Whether a file was added to those of the program.
    pub(super) fn is_added(&self, path: &str) -> bool {
        matches!(self, Self::BundledAnd(_, own) if own.contains_key(path))
    }

    /// The paths of the files in a folder that the program's own catalogue does not have.
    pub(super) fn in_folder<'f>(&'f self, wanted: &str) -> impl Iterator<Item = &'f str> {
        let paths = self.own().into_iter().flat_map(BTreeMap::keys);
        paths.map(String::as_str).filter(move |path| folder(path) == wanted)
    }

    /// Every file of the catalogue, in whatever order.
    pub(super) fn all(&self) -> Vec<(&str, &str)> {
        let bundle = match self {
            Self::Bundled(bundle) | Self::BundledAnd(bundle, _) => Some(bundle),
            Self::Read(_) => None,
        };
        let is_read = |path: &str| is_of_catalogue(path) && !self.is_added(path);
        let bundled = bundle.into_iter().flat_map(|bundle| bundle.texts()).filter(|(path, _)| is_read(path));
        let mut all: Vec<(&str, &str)> = bundled.collect();
        all.extend(self.own().into_iter().flat_map(pairs));
        all
    }
}

/// Whether answers are made of a file of the bundle: of its licence and its schemas they are not.
pub(super) fn is_of_catalogue(path: &str) -> bool {
    folder(path) != "schema" && Path::new(path).extension().is_some_and(|it| it == "json")
}

/// Reads the files of a catalogue in a directory, and reports those that cannot be read, and those that nobody would.
///
/// # Errors
/// The directory cannot be read at all.
pub(super) fn read(root: &Path, completeness: Completeness) -> Result<(FileTexts, Vec<Problem>), CatalogueError> {
    let directory = root.display().to_string();
    if !root.is_dir() {
        return Err(CatalogueError::NoDirectory { path: directory });
    }
    let refused = |problem| CatalogueError::of_problems(&directory, vec![problem]);
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

/// The files of a catalogue from elsewhere, as a directory with them would be read.
///
/// # Errors
/// There is too much of it, or it is no catalogue at all.
pub(super) fn given(mut texts: FileTexts) -> Result<(FileTexts, Vec<Problem>), Problem> {
    let Listing { paths, mut problems } = Listing::of_paths(texts.keys())?;
    let texts: FileTexts = paths.into_iter().filter_map(|path| texts.remove_entry(&path)).collect();
    if texts.values().map(String::len).sum::<usize>() > LARGEST_CATALOGUE {
        return Err(too_large());
    }
    let (texts, large): (FileTexts, FileTexts) = texts.into_iter().partition(|(_, text)| text.len() <= LARGEST_FILE);
    problems.extend(large.keys().map(|path| Problem::of_file(path, TOO_LARGE, REMEDY)));
    let texts: FileTexts = texts.into_iter().map(|(path, text)| (path, without_mark(text))).collect();
    problems.extend(missing(&texts, &problems));
    Ok((texts, problems))
}

/// What every catalogue has. Whoever loses the precautions would be shown everything.
fn missing(texts: &FileTexts, known: &[Problem]) -> Vec<Problem> {
    let precautions = Kind::Precaution.folder().unwrap_or_default();
    let is_known = |file: &str| known.iter().any(|problem| problem.file == file);
    let is_there = |file: &str| texts.contains_key(file) || is_known(file);
    let of_root = ROOT_FILES.into_iter().filter(|file| !is_there(file));
    let mut problems: Vec<_> = of_root.map(|file| Problem::of_file(file, "is missing", "add the file")).collect();
    let is_one = |file: &str| file == precautions || folder(file) == precautions;
    if !texts.keys().any(|path| is_one(path)) && !known.iter().any(|problem| is_one(&problem.file)) {
        problems.push(Problem::of_file(precautions, "holds no precaution", "add those of this program, or your own"));
    }
    problems
}

const TOO_LARGE: &str = "is larger than 1 MiB";
const REMEDY: &str = "make it a readable JSON file in UTF-8";

fn too_large() -> Problem {
    Problem::of_file(".", "its files have more than 3 MiB together", "take files out")
}

fn read_file(root: &Path, path: &str) -> Result<String, Problem> {
    let bytes = bytes_of(&root.join(path)).map_err(|cause| Problem::of_file(path, &cause, REMEDY))?;
    let text = String::from_utf8(bytes).map_err(|error| {
        let valid = error.as_bytes().get(..error.utf8_error().valid_up_to()).unwrap_or_default();
        let place = LineColumn::behind(&String::from_utf8_lossy(valid));
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

/// Every problem of the catalogue in a directory, sorted by file and place.
///
/// # Errors
/// The directory cannot be read at all.
pub fn check_directory(path: &Path) -> Result<Vec<Problem>, CatalogueError> {
    let (texts, unreadable) = read(path, Completeness::Whole)?;
    Ok(inspect(pairs(&texts), unreadable, None).err().unwrap_or_default())
}
