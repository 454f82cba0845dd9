//! A text beside its file, until it is whole and gets the name.

use std::fs::{self, File, OpenOptions};
use std::io::{ErrorKind, Result, Write};
use std::path::{Path, PathBuf};
use std::process;

/// Short, whatever the file is called: a name has an end.
const BEGINNING: &str = ".sciatica.";
const ENDING: &str = ".part";

/// A file that is gone when it is dropped, unless it has its name by then.
pub(super) struct Draft {
    path: PathBuf,
    pub(super) file: File,
    is_named: bool,
}

impl Draft {
    /// An empty draft in the folder of a file, locked while this process writes it. What others left there, because they were
    /// ended while they wrote, goes.
    ///
    /// # Errors
    /// What the system says; [`ErrorKind::AlreadyExists`] where something that cannot be removed has its name.
    pub(super) fn beside(target: &Path, private: bool) -> Result<Self> {
        if target.file_name().is_none() {
            return Err(ErrorKind::InvalidInput.into());
        }
        let _ = sweep(target);
        let path = target.with_file_name(format!("{BEGINNING}{}{ENDING}", process::id()));
        loop {
            // Of a process of the same number.
            let _ = fs::remove_file(&path);
            let mut options = OpenOptions::new();
            #[cfg(unix)]
            if private {
                std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
            }
            #[cfg(not(unix))]
            let _ = private;
            let file = options.write(true).create_new(true).open(&path)?;
            // Some disks have no locks; there nobody sweeps.
            let _ = file.lock();
            // Whoever sweeps may have had it first.
            if fs::symlink_metadata(&path).is_ok() {
                return Ok(Self { path, file, is_named: false });
            }
        }
    }

    /// Writes all of it.
    pub(super) fn fill(&mut self, text: &str) -> Result<()> {
        self.file.write_all(text.as_bytes())?;
        self.file.sync_all()
    }

    /// Takes the place of whatever has that name.
    pub(super) fn replace(mut self, target: &Path) -> Result<()> {
        fs::rename(&self.path, target)?;
        self.is_named = true;
        Ok(())
    }

    /// Takes a name that nothing has. A link cannot replace a file that came into being meanwhile; a rename could. Some disks
    /// have no links.
    pub(super) fn name(self, target: &Path) -> Result<()> {
        match fs::hard_link(&self.path, target) {
            Err(error) if error.kind() == ErrorKind::AlreadyExists => Err(error),
            Err(_) => self.replace(target),
            Ok(()) => Ok(()),
        }
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        if !self.is_named {
            let _ = fs::remove_file(&self.path);
        }
    }
}

/// Removes the drafts in the folder of a file that nobody writes any more.
///
/// # Errors
/// One of them cannot be removed.
pub(super) fn sweep(target: &Path) -> Result<()> {
    let (Some(folder), Some(name)) = (target.parent(), target.file_name()) else { return Ok(()) };
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let Ok(entries) = fs::read_dir(folder) else { return Ok(()) };
    // Earlier versions named a draft after its file.
    let of_file = [b".", name.as_encoded_bytes(), b"."].concat();
    let beginnings = [BEGINNING.as_bytes(), &of_file];
    for entry in entries.filter_map(Result::ok) {
        let is_draft = beginnings.iter().any(|beginning| is_numbered(entry.file_name().as_encoded_bytes(), beginning));
        let Some(draft) = is_draft.then(|| open_left_behind(&entry.path())).flatten() else { continue };
        // Locked until it is gone: whoever makes a draft of this name waits, and makes another.
        fs::remove_file(entry.path())?;
        drop(draft);
    }
    Ok(())
}

/// Whether a name is a beginning, a number and the end of drafts.
fn is_numbered(name: &[u8], beginning: &[u8]) -> bool {
    let number = name.strip_prefix(beginning).and_then(|rest| rest.strip_suffix(ENDING.as_bytes()));
    number.is_some_and(|number| !number.is_empty() && number.iter().all(u8::is_ascii_digit))
}

/// A draft that no process holds.
fn open_left_behind(draft: &Path) -> Option<File> {
    if !fs::symlink_metadata(draft).ok()?.is_file() {
        return None;
    }
    let file = File::open(draft).ok()?;
    file.try_lock().ok().map(|()| file)
}
