//! Writes a file whole or not at all.

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
    let written = fill(&draft, text).and_then(|()| give_name(&draft, &target, overwrite));
    if written.is_err() {
        let _ = fs::remove_file(&draft);
    }
    written
}

fn beside(target: &Path) -> Result<PathBuf> {
    let name = target.file_name().ok_or(ErrorKind::InvalidInput)?;
    let mut draft = std::ffi::OsString::from(".");
    draft.push(name);
    draft.push(format!(".{}.part", process::id()));
    Ok(target.with_file_name(draft))
}

fn fill(draft: &Path, text: &str) -> Result<()> {
    let mut file: File = OpenOptions::new().write(true).create_new(true).open(draft).map_err(not_the_target)?;
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
