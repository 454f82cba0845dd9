//! Writes a folder of files where there is none.

use std::fs::{self, File};
use std::io::{ErrorKind, Result, Write};
use std::path::Path;

use sciatica::world::Unwritten;

/// Writes files into a folder that is made here or is empty. Nothing is ever written over, and what was written before
/// something failed stays.
///
/// # Errors
/// The first file or folder that cannot be written; [`ErrorKind::DirectoryNotEmpty`] where something is there already.
pub(crate) fn write_folder(folder: &Path, files: &[(&str, &str)]) -> std::result::Result<(), Unwritten> {
    at(folder, make_empty(folder))?;
    for (path, text) in files {
        let path = folder.join(path);
        if let Some(parent) = path.parent() {
            at(parent, fs::create_dir_all(parent))?;
        }
        at(&path, write_new(&path, text))?;
    }
    Ok(())
}

fn at(path: &Path, result: Result<()>) -> std::result::Result<(), Unwritten> {
    result.map_err(|cause| Unwritten { path: path.to_owned(), cause })
}

fn make_empty(folder: &Path) -> Result<()> {
    fs::create_dir_all(folder)?;
    if fs::read_dir(folder)?.next().is_some() { Err(ErrorKind::DirectoryNotEmpty.into()) } else { Ok(()) }
}

/// A file that could not be written whole does not stay.
fn write_new(path: &Path, text: &str) -> Result<()> {
    let written = File::create_new(path)?.write_all(text.as_bytes());
    if written.is_err() {
        let _ = fs::remove_file(path);
    }
    written
}
