//! What stands in the directory of a catalogue: what is read of it, what is passed over, and what nobody would read. That
//! is a problem: in a folder `rule/`, or a file `rules/house.jsn`, could stand the very rule that withholds something.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;

use crate::check::{MOST_PROBLEMS, Problem};
use crate::model::Kind;
use crate::model::files::{FIGURES_FOLDER, MERIDIANS_FOLDER, ROOT_FILES, ROUTINES_FOLDER, RULES_FOLDER, folders};

/// Ours are some 600.
const MOST_FILES: usize = 3_000;

/// Of those that are looked through for each other file, or all for one answer. Ours are some 40 at the most.
const MOST_OF_A_FEW: usize = 200;

/// Each is a drawing that is measured with its points.
const MOST_FIGURES: usize = 60;

/// The paths of the files to be read, and what is wrong with the rest.
#[derive(Debug, Default)]
pub(super) struct Listing {
    pub(super) paths: Vec<String>,
    pub(super) problems: Vec<Problem>,
}

/// What stands at the root of a directory.
#[derive(Debug)]
enum RootItem {
    File,
    /// The names in it, and whether each is a folder.
    Folder(BTreeMap<String, bool>),
    /// It cannot be looked at, and why.
    Lost(String),
}

impl Listing {
    /// Lists a directory.
    ///
    /// # Errors
    /// There is too much in it, or what is in it is no catalogue at all: the only problem that is worth telling.
    pub(super) fn of_directory(root: &Path) -> Result<Self, Problem> {
        let refused = |error: io::Error| Problem::of_file(".", &error.to_string(), "make it a readable folder");
        let names = names(root, MOST_FILES).map_err(refused)?.ok_or_else(|| too_many(".", MOST_FILES))?;
        let mut things = BTreeMap::new();
        for name in names.into_keys().filter(|name| !is_passed_over(name)) {
            let thing = thing(root, &name)?;
            things.insert(name, thing);
        }
        Self::of(&things)
    }

    /// Lists files from elsewhere, as a directory with them would be listed.
    ///
    /// # Errors
    /// As [`Listing::of_directory`].
    pub(super) fn of_paths<'p>(paths: impl Iterator<Item = &'p String>) -> Result<Self, Problem> {
        let mut things = BTreeMap::new();
        for path in paths {
            let Some((folder, below)) = path.split_once('/') else {
                things.insert(path.clone(), RootItem::File);
                continue;
            };
            let (name, is_folder) = below.split_once('/').map_or((below, false), |(name, _)| (name, true));
            let thing = things.entry(folder.to_owned()).or_insert_with(|| RootItem::Folder(BTreeMap::new()));
            if let RootItem::Folder(names) = thing {
                names.insert(name.to_owned(), is_folder);
            }
        }
        let crowded = |(folder, thing): (&String, &RootItem)| {
            let most = most(folder);
            matches!(thing, RootItem::Folder(names) if names.len() > most).then(|| too_many(folder, most))
        };
        things.iter().find_map(crowded).map_or_else(|| Self::of(&things), Err)
    }

    fn of(things: &BTreeMap<String, RootItem>) -> Result<Self, Problem> {
        let mut listing = Self::default();
        let alone = things.iter().filter(|(name, thing)| !is_harmless(name, thing)).count() == 1;
        for (name, thing) in things {
            match thing {
                // Of a folder in the place of a file, reading tells.
                RootItem::File | RootItem::Folder(_) if ROOT_FILES.contains(&name.as_str()) => {
                    listing.paths.push(name.clone());
                }
                RootItem::Folder(names) if is_known_folder(name) => listing.folder(name, names),
                RootItem::Lost(cause) if is_known_folder(name) || ROOT_FILES.contains(&name.as_str()) => {
                    listing.problems.push(Problem::of_file(name, cause, "make it readable, or take it out"));
                }
                _ if is_harmless(name, thing) => {}
                RootItem::Folder(names) if alone && names.keys().any(|name| is_known_folder(name)) => {
                    let message = format!("is the only thing here, and holds {}", known_in(names));
                    return Err(Problem::of_file(name, &message, "name that folder, not the one around it"));
                }
                thing => listing.problems.push(stray(name, thing)),
            }
        }
        listing.problems.truncate(MOST_PROBLEMS);
        if listing.paths.len() > MOST_FILES { Err(too_many(".", MOST_FILES)) } else { Ok(listing) }
    }

    fn folder(&mut self, folder: &str, names: &BTreeMap<String, bool>) {
        for (name, is_folder) in names.iter().filter(|(name, _)| !is_passed_over(name)) {
            let path = format!("{folder}/{name}");
            if is_json(Path::new(name)) {
                self.paths.push(path);
            } else if *is_folder {
                let remedy = format!("move its files into {folder}/, or take it out");
                self.problems.push(Problem::of_file(&path, "is a folder, in which nothing would be read", &remedy));
            } else if !is_about_the_folder(name) {
                let message = "does not end in .json, so it would not be read";
                self.problems.push(Problem::of_file(&path, message, "give it that ending, or take it out"));
            }
        }
    }
}

/// Looks at what stands at the root of a directory: into a folder, and where a link leads.
fn thing(root: &Path, name: &str) -> Result<RootItem, Problem> {
    let path = root.join(name);
    let looked =
        fs::metadata(&path).and_then(|it| if it.is_dir() { names(&path, most(name)).map(Some) } else { Ok(None) });
    match looked {
        Ok(None) => Ok(RootItem::File),
        Ok(Some(Some(names))) => Ok(RootItem::Folder(names)),
        // What was not listed could be a precaution, so nothing of it is answered from.
        Ok(Some(None)) => Err(too_many(name, most(name))),
        Err(error) if error.kind() == ErrorKind::NotFound => {
            Ok(RootItem::Lost("is a link that leads nowhere".to_owned()))
        }
        Err(error) => Ok(RootItem::Lost(error.to_string())),
    }
}

/// The names in a folder, and whether each is a folder; `None` for too many. One that is no text keeps its place, so that
/// reading it fails and is reported.
fn names(folder: &Path, most: usize) -> io::Result<Option<BTreeMap<String, bool>>> {
    let mut names = BTreeMap::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let is_folder = entry.file_type().is_ok_and(|it| it.is_dir() || it.is_symlink() && entry.path().is_dir());
        names.insert(entry.file_name().to_string_lossy().into_owned(), is_folder);
        if names.len() > most {
            return Ok(None);
        }
    }
    Ok(Some(names))
}

/// How many files a folder may hold.
fn most(folder: &str) -> usize {
    match folder {
        FIGURES_FOLDER => MOST_FIGURES,
        RULES_FOLDER | MERIDIANS_FOLDER | ROUTINES_FOLDER => MOST_OF_A_FEW,
        _ if [Kind::Precaution.folder(), Kind::RedFlag.folder()].contains(&Some(folder)) => MOST_OF_A_FEW,
        _ => MOST_FILES,
    }
}

fn too_many(folder: &str, most: usize) -> Problem {
    Problem::of_file(folder, &format!("holds more than {most} files"), "take files out")
}

/// Whether a file of this name is read, where it stands in one of the folders.
fn is_json(name: &Path) -> bool {
    name.extension().is_some_and(|it| it.eq_ignore_ascii_case("json"))
}

fn is_known_folder(name: &str) -> bool {
    folders().any(|folder| folder == name)
}

/// What editors, version control and file systems leave lying about.
fn is_passed_over(name: &str) -> bool {
    name.starts_with('.') || name.ends_with('~')
}

/// What tells people of a folder. A JSON file could have been meant to be read, whatever it is called.
fn is_about_the_folder(name: &str) -> bool {
    const ABOUT: [&str; 5] = ["readme", "license", "licence", "licenses", "copying"];
    let first = name.split(['.', '-', '_']).next().unwrap_or_default();
    ABOUT.contains(&first.to_lowercase().as_str()) && !is_json(Path::new(name))
}

/// What may stand at the root, and cannot be anything that an answer needs.
fn is_harmless(name: &str, thing: &RootItem) -> bool {
    // An export has the schemas beside its files.
    const SCHEMAS: &str = "schema";
    is_passed_over(name) || is_about_the_folder(name) || name == SCHEMAS && matches!(thing, RootItem::Folder(_))
}

/// What stands at the root and would not be read.
fn stray(name: &str, thing: &RootItem) -> Problem {
    match thing {
        RootItem::Folder(names) if names.keys().any(|name| is_known_folder(name)) => {
            let message = format!("holds {}, which would not be read there", known_in(names));
            Problem::of_file(name, &message, "move what is in it one folder higher")
        }
        RootItem::Folder(_) => Problem::of_file(name, "no folder of a catalogue is called that", &folder_remedy(name)),
        RootItem::File | RootItem::Lost(_) if is_known_folder(name) => {
            Problem::of_file(name, "is a file, where a folder is expected", "make it a folder, or take it out")
        }
        RootItem::File | RootItem::Lost(_) => {
            Problem::of_file(name, "no file of a catalogue is called that", &file_remedy(name))
        }
    }
}

fn folder_remedy(name: &str) -> String {
    match nearest(name, &folders().collect::<Vec<_>>()) {
        Some(folder) => format!("did you mean {folder}/?"),
        None => format!("take it out; the folders are {}", folders().collect::<Vec<_>>().join(", ")),
    }
}

fn file_remedy(name: &str) -> String {
    let known: Vec<&str> = ROOT_FILES.into_iter().chain(folders()).collect();
    match nearest(name, &known) {
        Some(file) if is_json(Path::new(file)) => format!("did you mean {file}?"),
        Some(folder) => format!("did you mean {folder}/?"),
        None => "put it into the folder of its kind, such as points/ or rules/, or take it out".to_owned(),
    }
}

/// The known name that somebody may have meant: written otherwise, misspelt, or with something behind it.
fn nearest<'n>(name: &str, known: &[&'n str]) -> Option<&'n str> {
    /// `rule` and `rules` have 0.80, `stretch` and `stretches` 0.78; `notes` and `routines` 0.50.
    const RELATED: f64 = 0.65;
    let plain = |name: &str| name.split('.').next().unwrap_or_default().to_lowercase().replace(['_', ' '], "-");
    let typed = plain(name);
    let scored = known.iter().map(|known| (strsim::normalized_damerau_levenshtein(&typed, &plain(known)), *known));
    let best = scored.filter(|(score, _)| *score >= RELATED).max_by(|(one, _), (other, _)| one.total_cmp(other));
    best.map(|(_, known)| known)
}

/// `points/ and rules/`
fn known_in(names: &BTreeMap<String, bool>) -> String {
    let known: Vec<String> = names.keys().filter(|name| is_known_folder(name)).map(|name| format!("{name}/")).collect();
    known.join(" and ")
}
