//! Writes the catalogue in a directory as the program carries it.

use std::collections::BTreeMap;
use std::path::Path;
use std::{fs, io};

use super::bundle::{FILES, FilePlace, INDEX, SEARCH};
use super::error::CatalogueError;
use super::files::{Completeness, is_of_catalogue, pairs, read};
use super::packing::{pack, unpack};
use crate::check::{inspect, parse_known};
use crate::index::{lay_out, write_index, write_search, write_table};

/// Checks the catalogue in a directory and writes its bundle: the parts, each with its name.
///
/// # Errors
/// The directory cannot be read, or the catalogue has problems: all of them at once.
pub fn bundle(directory: &Path) -> Result<Vec<(&'static str, Vec<u8>)>, CatalogueError> {
    let shown = directory.display().to_string();
    let (texts, unreadable) = read(directory, Completeness::Whole)?;
    let refused = |problems| CatalogueError::of_problems(&shown, problems);
    inspect(pairs(&texts), unreadable, None).map_err(refused)?;
    let beside = beside(directory).map_err(|error| CatalogueError::damaged(&shown, error))?;
    let carried: BTreeMap<String, (String, bool)> = texts.into_iter().chain(beside).map(carried).collect();
    let entries = carried.iter().map(|(path, (text, _))| (path.as_str(), text.as_str()));
    let files = parse_known(entries.filter(|(path, _)| is_of_catalogue(path)));
    let parts = [(INDEX, write_index(&files)?), (SEARCH, write_search(&files, |_| false)?)];
    let (mut places, mut all): (Vec<FilePlace<'_>>, String) = (Vec::new(), String::new());
    for (path, (text, is_packed)) in &carried {
        let start = all.len();
        all.push_str(text);
        places.push((path, start, all.len(), *is_packed));
    }
    let files = lay_out(&[write_table(places)?, all.into_bytes()]);
    Ok(parts.into_iter().chain([(FILES, files)]).collect())
}

/// A file as the program carries it: packed, where it can be laid out again as it is written.
fn carried((path, text): (String, String)) -> (String, (String, bool)) {
    let packed = pack(&text);
    let is_packed = unpack(&packed) == text;
    (path, (if is_packed { packed } else { text }, is_packed))
}

/// What stands beside the files of a catalogue, and of which no answer is made: its licence, and the schemas.
fn beside(directory: &Path) -> io::Result<BTreeMap<String, String>> {
    let mut beside = BTreeMap::from([("LICENSE".to_owned(), fs::read_to_string(directory.join("LICENSE"))?)]);
    for entry in fs::read_dir(directory.join("schema"))? {
        let path = entry?.path();
        if path.extension().is_some_and(|it| it == "json") {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            beside.insert(format!("schema/{name}"), fs::read_to_string(&path)?);
        }
    }
    Ok(beside)
}
