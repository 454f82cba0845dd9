//! Writes over what a file holds: for a file that another cannot take the place of. Whoever reads meanwhile finds half.

use std::fs::{Metadata, OpenOptions};
use std::io::{Error, ErrorKind, Result, Write};
use std::path::Path;

/// Whether a file is more than its text, its mode and its owner: with another in its place that would be lost. Where nothing
/// of it can be told, it is not.
pub(super) fn is_needed(target: &Path, about: &Metadata) -> bool {
    #[cfg(unix)]
    let is_more = std::os::unix::fs::MetadataExt::nlink(about) > 1;
    #[cfg(target_os = "linux")]
    let is_more = is_more || has_attributes(target);
    #[cfg(not(unix))]
    let is_more = false;
    let _ = (target, about);
    is_more
}

/// Access lists are among them: a mode alone would give their rights to the group. What the system sets by itself is not.
#[cfg(target_os = "linux")]
fn has_attributes(target: &Path) -> bool {
    let mut names = [0; 1024];
    match rustix::fs::listxattr(target, &mut names[..]) {
        Ok(count) => {
            let names = names.get(..count).unwrap_or_default();
            names.split(|byte| *byte == 0).any(|name| !name.is_empty() && !name.starts_with(b"security."))
        }
        Err(error) => error == rustix::io::Errno::RANGE,
    }
}

/// Whether writing in its place may do where replacing it did not. A full disk is none of these: there both would fail, and
/// this would lose what is there.
pub(super) fn helps(error: &Error) -> bool {
    use ErrorKind::{AlreadyExists, CrossesDevices, InvalidFilename, PermissionDenied, ResourceBusy, Unsupported};

    let kinds = [AlreadyExists, CrossesDevices, InvalidFilename, PermissionDenied, ResourceBusy, Unsupported];
    kinds.contains(&error.kind())
}

/// Writes over it.
///
/// # Errors
/// What the system says; where something was written by then, that too.
pub(super) fn write(target: &Path, text: &str) -> Result<()> {
    let mut options = OpenOptions::new();
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::custom_flags(&mut options, rustix::fs::OFlags::NOFOLLOW.bits().cast_signed());
    let mut file = options.write(true).open(target)?;
    // Cut last: what room the old text has is kept for the new one.
    let written =
        file.write_all(text.as_bytes()).and_then(|()| file.set_len(text.len() as u64)).and_then(|()| file.sync_all());
    written.map_err(|error| Error::new(error.kind(), format!("{error}; what is there now may be incomplete")))
}
