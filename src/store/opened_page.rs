//! The page that a reader opens in a browser. It tells what they declared, so it is for them alone; the next takes its place.

use std::env;
use std::io::Result;
use std::path::PathBuf;

use super::kept_profile::write_for_reader;

const NAME: &str = "page.html";

/// Writes a page for the reader alone, and says where.
///
/// # Errors
/// Somebody else could read or change it there; or what the system says.
pub(crate) fn write_page(text: &str) -> Result<PathBuf> {
    let path = folder().join(NAME);
    write_for_reader(&path, text)?;
    Ok(path)
}

/// What lies there is gone when the reader leaves; where the system has no such folder, it lies in one of their own among
/// what is temporary.
fn folder() -> PathBuf {
    let runtime = env::var_os("XDG_RUNTIME_DIR").map(PathBuf::from).filter(|folder| folder.is_absolute());
    runtime.map_or_else(|| env::temp_dir().join(own_name()), |folder| folder.join("sciatica"))
}

#[cfg(unix)]
fn own_name() -> String {
    format!("sciatica-{}", rustix::process::getuid().as_raw())
}

#[cfg(not(unix))]
fn own_name() -> String {
    "sciatica".to_owned()
}
