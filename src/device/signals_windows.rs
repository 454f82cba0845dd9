//! Signals where there are none: a key is all that Windows says.

use std::io;

use sciatica::session::Happening;

/// No signals.
pub(super) struct Signals;

impl Signals {
    /// Hears nothing.
    #[expect(clippy::unnecessary_wraps, reason = "elsewhere it can fail")]
    pub(super) fn watch() -> Option<&'static Self> {
        Some(&Self)
    }

    /// Nothing was said.
    #[expect(clippy::unused_self, reason = "elsewhere it holds them")]
    pub(super) fn take(&self) -> Option<Happening> {
        None
    }

    /// Changes nothing.
    #[expect(clippy::unused_self, reason = "elsewhere it holds them")]
    pub(super) fn release(&self) {}
}

/// Goes on: a process is not stopped here.
#[expect(clippy::unnecessary_wraps, reason = "elsewhere it can fail")]
pub(super) fn stop() -> io::Result<()> {
    Ok(())
}
