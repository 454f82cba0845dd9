//! Writes a file whole or not at all.

use std::ffi::{OsStr, OsString};
use std::fs::{self, File, OpenOptions};
use std::io::{Error, ErrorKind, Result, Write};
use std::path::{Path, PathBuf};
use std::process;

/// Writes a text beside its file first, then gives it the name. It replaces a file only if it may `overwrite`, and never
/// anything else that is there.
///
/// # Errors
/// [`ErrorKind::AlreadyExists`], or what the system says.
pub(super) fn write(path: &Path, text: &str, overwrite: bool) -> Result<()> {
    if fs::symlink_metadata(path).is_ok() && !overwrite {
        return Err(ErrorKind::AlreadyExists.into());
    }
    // A link keeps leading to the file.
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    if target.exists() && !target.is_file() {
        return Err(Error::new(ErrorKind::InvalidInput, "it is no ordinary file"));
    }
    let draft = beside(&target)?;
    let written = fill(&draft, text, &mut OpenOptions::new(), |_| Ok(()));
    swept(&draft, written.and_then(|()| give_name(&draft, &target, overwrite)))
}

/// Writes a text for nobody else to read, in the place of whatever has that name: a link is replaced and not followed.
/// `sound` has the last word on the file before it gets the name.
///
/// # Errors
/// What the system says, or `sound`.
pub(super) fn write_private(target: &Path, text: &str, sound: impl Fn(&File) -> Result<()>) -> Result<()> {
    let draft = beside(target)?;
    // Of a process of the same number that was ended while it wrote.
    let _ = fs::remove_file(&draft);
    let mut options = OpenOptions::new();
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let written = fill(&draft, text, &mut options, sound);
    swept(&draft, written.and_then(|()| fs::rename(&draft, target)))
}

/// Removes the drafts of a file that a process could not remove, because it was ended while it wrote.
///
/// # Errors
/// One of them cannot be removed.
pub(super) fn remove_drafts(target: &Path) -> Result<()> {
    let (Some(folder), Some(name)) = (target.parent(), target.file_name()) else { return Ok(()) };
    let begin = beginning(name);
    let Ok(entries) = fs::read_dir(folder) else { return Ok(()) };
    let names = entries.filter_map(|entry| Some(entry.ok()?.file_name()));
    let is_draft = |name: &OsString| {
        let (name, begin) = (name.as_encoded_bytes(), begin.as_encoded_bytes());
        name.starts_with(begin) && name.ends_with(ENDING.as_bytes())
    };
    names.filter(is_draft).try_for_each(|name| fs::remove_file(folder.join(name)))
}

const ENDING: &str = ".part";

fn beginning(name: &OsStr) -> OsString {
    [OsStr::new("."), name, OsStr::new(".")].into_iter().collect()
}

fn beside(target: &Path) -> Result<PathBuf> {
    let mut draft = beginning(target.file_name().ok_or(ErrorKind::InvalidInput)?);
    draft.push(format!("{}{ENDING}", process::id()));
    Ok(target.with_file_name(draft))
}

/// Leaves no draft behind where it could not be written or named.
fn swept(draft: &Path, written: Result<()>) -> Result<()> {
    if written.is_err() {
        let _ = fs::remove_file(draft);
    }
    written
}

fn fill(draft: &Path, text: &str, options: &mut OpenOptions, sound: impl Fn(&File) -> Result<()>) -> Result<()> {
    let mut file: File = options.write(true).create_new(true).open(draft).map_err(not_the_target)?;
    sound(&file)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()
}

/// A draft that is in the way is no page that is there already.
fn not_the_target(error: Error) -> Error {
    if error.kind() == ErrorKind::AlreadyExists { Error::other("a draft of it is in the way") } else { error }
}

/// A link cannot replace a file that came into being meanwhile; a rename could. Some disks have no links.
fn give_name(draft: &Path, target: &Path, overwrite: bool) -> Result<()> {
    if overwrite {
        return fs::rename(draft, target);
    }
    match fs::hard_link(draft, target) {
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Err(error),
        Err(_) => fs::rename(draft, target),
        Ok(()) => fs::remove_file(draft).or(Ok(())),
    }
}
