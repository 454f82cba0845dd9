//! What the system says while a session goes on. A key is all that Windows says.

use std::io;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, OnceLock};

use sciatica::world::{Happening, Signal};
#[cfg(unix)]
use signal_hook::consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};

/// Signals are heard for a process, not for a device.
static SIGNALS: OnceLock<Option<Signals>> = OnceLock::new();

/// The signals of a session.
#[derive(Default)]
pub(super) struct Signals {
    /// The last one that was not looked at yet; 0 for none.
    pending: Arc<AtomicUsize>,
    /// The terminal has another size.
    resized: Arc<AtomicBool>,
    /// Nobody looks any more: a signal does what it does by default.
    released: Arc<AtomicBool>,
}

impl Signals {
    /// Hears them from now on; `None` where that cannot be.
    pub(super) fn watch() -> Option<&'static Self> {
        let signals = SIGNALS
            .get_or_init(|| {
                let signals = Self::default();
                #[cfg(unix)]
                signals.register().ok()?;
                Some(signals)
            })
            .as_ref()?;
        signals.released.store(false, Ordering::SeqCst);
        Some(signals)
    }

    #[cfg(unix)]
    fn register(&self) -> io::Result<()> {
        use signal_hook::flag;

        for (signal, number) in [SIGTERM, SIGHUP, SIGINT, SIGTSTP, SIGQUIT].into_iter().zip(1..) {
            flag::register_conditional_default(signal, Arc::clone(&self.released))?;
            flag::register_usize(signal, Arc::clone(&self.pending), number)?;
        }
        flag::register(SIGWINCH, Arc::clone(&self.resized))?;
        Ok(())
    }

    /// What was said since the last look.
    pub(super) fn take(&self) -> Option<Happening> {
        let signal = match self.pending.swap(0, Ordering::SeqCst) {
            1 => Signal::Terminate,
            2 => Signal::HangUp,
            3 => Signal::Interrupt,
            4 => Signal::Stop,
            5 => Signal::Quit,
            _ => return self.resized.swap(false, Ordering::SeqCst).then_some(Happening::Resized),
        };
        Some(Happening::Signal(signal))
    }

    /// Leaves them to the system again: after the session Ctrl-C is to end the program.
    pub(super) fn release(&self) {
        self.released.store(true, Ordering::SeqCst);
    }
}

/// Stops this process until it is continued, where a process can be stopped.
pub(super) fn stop() -> io::Result<()> {
    #[cfg(unix)]
    signal_hook::low_level::emulate_default_handler(SIGTSTP)?;
    Ok(())
}
