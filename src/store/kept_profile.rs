//! The file in which a reader's profile is kept: where it is, and that nobody else has a hand in it.

mod place;

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{Error, ErrorKind, Read, Result};
use std::path::{Path, PathBuf};
use std::{env, io};

use sciatica::world::ProfileFile;

use super::whole_file;

/// Far more than every id of a catalogue takes.
const LARGEST: u64 = 64 * 1024;

/// Room for what most keep.
const USUAL: usize = 1024;

/// Writes a text that is for the reader alone, and the folders in which it lies.
///
/// # Errors
/// Somebody else could read or change it there; or what the system says.
pub(super) fn write_for_reader(path: &Path, text: &str) -> Result<()> {
    place::may_be_kept(path)?;
    let mut folder = DirBuilder::new();
    folder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut folder, 0o700);
    path.parent().map_or(Ok(()), |parent| folder.create(parent))?;
    whole_file::write_private(path, text, is_ours)
}

/// The profile of whoever runs this process.
pub(crate) struct OwnFile;

impl ProfileFile for OwnFile {
    fn path(&self) -> Option<PathBuf> {
        Some(configuration()?.join("sciatica").join("profile.json"))
    }

    fn read(&self) -> Result<Option<Vec<u8>>> {
        let Some(path) = self.path() else { return Ok(None) };
        let mut options = OpenOptions::new();
        options.read(true);
        // Neither a link is followed, nor a pipe waited for.
        #[cfg(unix)]
        unix::open_only_what_is_there(&mut options);
        let file = match options.open(&path) {
            Err(error) if error.kind() == ErrorKind::NotFound => return place::is_absent(&path).map(|()| None),
            // Where nothing can be kept, nothing is.
            Err(error) if place::can_never_be(&error) => return Ok(None),
            #[cfg(unix)]
            Err(error) if unix::is_link(&error, &path) => {
                return Err(Error::other("it is a link, and no ordinary file"));
            }
            opened => opened.map_err(|error| place::closed(&path, error))?,
        };
        is_ours(&file)?;
        place::is_ours(&path)?;
        let mut text = Vec::with_capacity(USUAL);
        file.take(LARGEST + 1).read_to_end(&mut text)?;
        if text.len() as u64 > LARGEST {
            return Err(Error::other("it is larger than 64 KiB"));
        }
        Ok(Some(text))
    }

    fn write(&self, text: &str) -> Result<()> {
        write_for_reader(&self.path().ok_or(ErrorKind::NotFound)?, text)
    }

    fn remove(&self) -> Result<bool> {
        let Some(path) = self.path() else { return Ok(false) };
        #[cfg(unix)]
        place::may_be_removed(&path)?;
        let removed = match fs::remove_file(&path) {
            Err(error) if error.kind() == ErrorKind::NotFound => place::is_reached(&path).map(|()| false)?,
            Err(error) if place::can_never_be(&error) => return Ok(false),
            removed => removed.map(|()| true)?,
        };
        whole_file::remove_drafts(&path)?;
        Ok(removed)
    }

    #[cfg(unix)]
    fn is_open_to_others(&self) -> bool {
        use std::os::unix::fs::MetadataExt;

        let about = self.path().and_then(|path| fs::symlink_metadata(path).ok());
        about.is_some_and(|about| about.mode() & unix::READ_BY_OTHERS != 0)
    }
}

/// The folder for what a reader sets. What is no whole path is passed over: it would mean another place in each folder.
fn configuration() -> Option<PathBuf> {
    let whole = |name: &str| env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
    if cfg!(windows) {
        return whole("APPDATA");
    }
    whole("XDG_CONFIG_HOME").or_else(|| Some(whole("HOME")?.join(".config")))
}

/// Whether an opened file is one that only the reader could have written.
fn is_ours(file: &File) -> io::Result<()> {
    let about = file.metadata()?;
    if !about.is_file() {
        return Err(Error::other("it is no ordinary file"));
    }
    #[cfg(unix)]
    unix::belongs_to_us(&about)?;
    Ok(())
}

#[cfg(unix)]
mod unix {
    use std::fs::{self, Metadata, OpenOptions};
    use std::io::{Error, Result};
    use std::os::unix::fs::{MetadataExt, OpenOptionsExt};
    use std::path::Path;

    use rustix::fs::OFlags;
    use rustix::io::Errno;
    use rustix::process::geteuid;

    /// The bits that let the group and everybody else write.
    const WRITTEN_BY_OTHERS: u32 = 0o022;

    /// The bits that let the group and everybody else read.
    pub(crate) const READ_BY_OTHERS: u32 = 0o044;

    pub(crate) fn open_only_what_is_there(options: &mut OpenOptions) {
        options.custom_flags((OFlags::NOFOLLOW | OFlags::NONBLOCK).bits().cast_signed());
    }

    /// Links above it may lead in a circle, which is told by the same number.
    pub(crate) fn is_link(error: &Error, path: &Path) -> bool {
        error.raw_os_error() == Some(Errno::LOOP.raw_os_error())
            && fs::symlink_metadata(path).is_ok_and(|about| about.is_symlink())
    }

    pub(crate) fn belongs_to_us(about: &Metadata) -> Result<()> {
        if about.uid() != geteuid().as_raw() {
            return Err(Error::other("it belongs to another account, so somebody else could have changed it"));
        }
        if about.mode() & WRITTEN_BY_OTHERS != 0 {
            return Err(Error::other("others may write to it, so somebody else could have changed it"));
        }
        Ok(())
    }
}
