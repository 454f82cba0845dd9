//! Opens a page with what opens pages here.

use std::io;
use std::path::Path;

/// Opens a page in the browser of `BROWSER`, or else in that of the system. Nobody waits for it.
///
/// # Errors
/// There is none, or it could not be started.
pub(crate) fn browse(page: &Path) -> io::Result<()> {
    opener::open_browser(page).map_err(io::Error::other)
}
