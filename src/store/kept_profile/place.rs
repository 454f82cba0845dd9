//! The folders around a kept profile: whether one can be there, and that nobody else has a hand in them.

use std::fs::{self, Metadata};
use std::io::{Error, ErrorKind, Result};
use std::path::Path;

use sciatica::world::Mendable;

const ANOTHER_PLACE: &str = if cfg!(windows) {
    "name a folder of your own: set APPDATA to its path"
} else {
    "name a folder of your own: set HOME or XDG_CONFIG_HOME to its path"
};

/// An error of reading a file, with what to do where the way to it is closed: to say it anew would not help there.
pub(super) fn closed(file: &Path, error: Error) -> Error {
    match fs::symlink_metadata(file) {
        Ok(_) => error,
        Err(_) => Mendable::error(error.to_string(), ANOTHER_PLACE),
    }
}

/// Whether a path can lead to nothing at all, now or later: on the way there is something that is no folder, or the path is
/// longer than the system takes.
pub(super) fn can_never_be(error: &Error) -> bool {
    matches!(error.kind(), ErrorKind::NotADirectory | ErrorKind::InvalidFilename)
}

/// Makes sure that a file which was not found is not there: that no link on the way leads nowhere, and that nobody else could
/// have taken it away.
///
/// # Errors
/// It may be somewhere.
pub(super) fn is_absent(file: &Path) -> Result<()> {
    is_reached(file)?;
    is_ours(file)
}

/// Makes sure that no link on the way to a file leads nowhere.
///
/// # Errors
/// One does.
pub(super) fn is_reached(file: &Path) -> Result<()> {
    about_the_nearest(file).map(|_| ())
}

/// Whether a file may be put there, before any folder is made for it.
///
/// # Errors
/// What is there on the way is no folder, belongs to somebody else, or others may write to it.
pub(super) fn may_be_kept(file: &Path) -> Result<()> {
    let Some(folder) = file.parent() else { return Err(ErrorKind::NotFound.into()) };
    let (nearest, about) = about_the_nearest(folder)?;
    if !about.is_dir() {
        return Err(Mendable::error(format!("\"{}\" is not a folder", nearest.display()), ANOTHER_PLACE));
    }
    #[cfg(unix)]
    unix::belongs_to_us(nearest, &about)?;
    is_ours(file)
}

/// Whether nobody else could have put a file there or taken it away. Our folder and the one above it are looked at: what
/// lies above belongs to whoever set the system up. In a folder of somebody else, without ours in it, nothing of ours can be.
///
/// # Errors
/// Somebody else could have.
pub(super) fn is_ours(file: &Path) -> Result<()> {
    #[cfg(unix)]
    {
        let mut folders = file.ancestors().skip(1);
        let mut look = || folders.next().map_or(Ok(None), unix::look);
        let (ours, above) = (look()?, look()?);
        let is_there = ours.is_some();
        let found: Vec<(&Path, Metadata)> = ours.into_iter().chain(above).collect();
        found.iter().filter(|_| is_there).try_for_each(|(folder, about)| unix::belongs_to_us(folder, about))?;
        found.iter().try_for_each(|(folder, about)| unix::only_we_write(folder, about))?;
    }
    #[cfg(not(unix))]
    let _ = file;
    Ok(())
}

/// Whether what is there may be removed: not what belongs to somebody else in a folder that is not ours either.
///
/// # Errors
/// It may not.
#[cfg(unix)]
pub(super) fn may_be_removed(file: &Path) -> Result<()> {
    use std::os::unix::fs::MetadataExt;

    let folder = file.parent().map_or(Ok(None), unix::look)?;
    let Some((folder, about)) = folder else { return Ok(()) };
    unix::belongs_to_us(folder, &about)?;
    let is_theirs = fs::symlink_metadata(file).is_ok_and(|file| !unix::is_us(file.uid()));
    if is_theirs && !unix::is_us(about.uid()) {
        return Err(Error::other("it belongs to another account"));
    }
    Ok(())
}

/// The nearest thing that is there, from a path upwards.
///
/// # Errors
/// It is a link that leads nowhere, or nobody can tell.
fn about_the_nearest(path: &Path) -> Result<(&Path, Metadata)> {
    for place in path.ancestors() {
        match fs::symlink_metadata(place) {
            Err(error) if error.kind() == ErrorKind::NotFound || error.kind() == ErrorKind::NotADirectory => {}
            Ok(about) if !about.is_symlink() => return Ok((place, about)),
            found => {
                found?;
                return fs::metadata(place).map(|about| (place, about)).map_err(|error| no_end(place, error));
            }
        }
    }
    Err(ErrorKind::NotFound.into())
}

fn no_end(link: &Path, error: Error) -> Error {
    if error.kind() != ErrorKind::NotFound {
        return error;
    }
    let link = link.display().to_string();
    Mendable::error(
        format!("\"{link}\" is a link that leads nowhere"),
        format!("make what it leads to, or remove the link: rm {}", shell_words::quote(&link)),
    )
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::MetadataExt;

    use rustix::process::geteuid;

    use super::{ANOTHER_PLACE, ErrorKind, Mendable, Metadata, Path, Result, can_never_be, fs};

    const GROUP_WRITES: u32 = 0o020;
    const OTHERS_WRITE: u32 = 0o002;
    /// In a folder with this bit only the owner of a file, or of the folder, can remove it.
    const STICKY: u32 = 0o1000;

    pub(super) fn look(folder: &Path) -> Result<Option<(&Path, Metadata)>> {
        match fs::metadata(folder) {
            Err(error) if error.kind() == ErrorKind::NotFound || can_never_be(&error) => Ok(None),
            found => found.map(|about| Some((folder, about))),
        }
    }

    pub(super) fn is_us(account: u32) -> bool {
        account == geteuid().as_raw()
    }

    /// Root may do everything anyway.
    pub(super) fn belongs_to_us(folder: &Path, about: &Metadata) -> Result<()> {
        if is_us(about.uid()) || about.uid() == 0 {
            return Ok(());
        }
        let cause = format!("the folder \"{}\" belongs to another account", folder.display());
        Err(Mendable::error(cause, ANOTHER_PLACE))
    }

    pub(super) fn only_we_write(folder: &Path, about: &Metadata) -> Result<()> {
        // Where each account has a group of its own, with its number, that group is nobody else.
        let own_group = about.gid() == about.uid() && about.uid() != 0;
        let written = if own_group { OTHERS_WRITE } else { GROUP_WRITES | OTHERS_WRITE };
        if about.mode() & written == 0 || about.mode() & STICKY != 0 {
            return Ok(());
        }
        let folder = folder.display().to_string();
        let written = format!("others may write to the folder \"{folder}\"");
        Err(Mendable::error(
            written + ", so somebody else could have put it there or taken it away",
            format!("keep them out of it: chmod go-w {}", shell_words::quote(&folder)),
        ))
    }
}
