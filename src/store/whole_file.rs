//! Writes a file whole or not at all; in its own place only where nothing else keeps what it is.

mod draft;
mod in_place;

use std::fs::{self, File, Metadata};
use std::io::{Error, ErrorKind, Result};
use std::path::{Path, PathBuf};

use draft::Draft;

/// As many links as systems follow.
const MOST_LINKS: usize = 40;

/// Writes a text beside its file first, then gives it the name. It replaces a file only if it may `overwrite`, and never
/// anything else that is there. What is replaced keeps its mode and its owner, and a link keeps leading to it.
///
/// # Errors
/// [`ErrorKind::AlreadyExists`], or what the system says.
pub(crate) fn write_file(path: &Path, text: &str, overwrite: bool) -> Result<()> {
    if fs::symlink_metadata(path).is_ok() && !overwrite {
        return Err(ErrorKind::AlreadyExists.into());
    }
    let target = end_of(path)?;
    match fs::metadata(&target) {
        Ok(about) if !about.is_file() => Err(Error::new(ErrorKind::InvalidInput, "it is no ordinary file")),
        Ok(about) => write_over(&target, &about, text),
        Err(_) => {
            let mut draft = Draft::beside(&target, false).map_err(not_the_target)?;
            draft.fill(text)?;
            if overwrite { draft.replace(&target) } else { draft.name(&target) }
        }
    }
}

/// Writes a text for nobody else to read, in the place of whatever has that name: a link is replaced and not followed.
/// `sound` has the last word on the file before it gets the name.
///
/// # Errors
/// What the system says, or `sound`.
pub(crate) fn write_private(target: &Path, text: &str, sound: impl Fn(&File) -> Result<()>) -> Result<()> {
    let mut draft = Draft::beside(target, true).map_err(not_the_target)?;
    sound(&draft.file)?;
    draft.fill(text)?;
    draft.replace(target)
}

/// Removes the drafts of a file that a process could not remove, because it was ended while it wrote.
///
/// # Errors
/// One of them cannot be removed.
pub(crate) fn remove_drafts(target: &Path) -> Result<()> {
    draft::sweep(target)
}

/// What a path leads to, which need not be there yet.
fn end_of(path: &Path) -> Result<PathBuf> {
    let mut end = path.to_owned();
    for _ in 0..MOST_LINKS {
        let Ok(next) = fs::read_link(&end) else { return Ok(end) };
        end = end.parent().map_or_else(|| next.clone(), |folder| folder.join(&next));
    }
    Err(Error::other("it is a link that leads in a circle"))
}

/// Replaces a file by another of the same mode and owner, or writes in its place where that cannot be: it is mounted, it has
/// several names, the folder is closed, its owner is somebody else.
fn write_over(target: &Path, about: &Metadata, text: &str) -> Result<()> {
    if !in_place::is_needed(target, about) {
        match replace(target, about, text) {
            Err(error) if in_place::helps(&error) => {}
            done => return done,
        }
    }
    in_place::write(target, text)
}

fn replace(target: &Path, about: &Metadata, text: &str) -> Result<()> {
    let mut draft = Draft::beside(target, true)?;
    #[cfg(unix)]
    own_as(&draft.file, about)?;
    draft.fill(text)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::{MetadataExt, PermissionsExt};

        draft.file.set_permissions(fs::Permissions::from_mode(about.mode() & 0o777))?;
    }
    #[cfg(not(unix))]
    let _ = about;
    draft.replace(target)
}

#[cfg(unix)]
fn own_as(file: &File, about: &Metadata) -> Result<()> {
    use std::os::unix::fs::{MetadataExt, fchown};

    let owners = |about: &Metadata| (about.uid(), about.gid());
    let (user, group) = owners(about);
    if owners(&file.metadata()?) == (user, group) { Ok(()) } else { fchown(file, Some(user), Some(group)) }
}

/// A draft that is in the way is no page that is there already.
fn not_the_target(error: Error) -> Error {
    if error.kind() == ErrorKind::AlreadyExists { Error::other("a draft of it is in the way") } else { error }
}
