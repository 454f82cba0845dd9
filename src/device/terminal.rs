//! The mode of the terminal: taken for a session, and always given back.

use std::io::{self, Write};
use std::sync::atomic::{AtomicBool, Ordering};

use super::patient::Patient;
use crossterm::terminal::{disable_raw_mode, enable_raw_mode};

const HIDE_CURSOR: &str = "\x1b[?25l";
const SHOW_CURSOR: &str = "\x1b[?25h";
const COLUMNS: usize = 80;
const ROWS: usize = 24;

/// Whether the terminal is ours. The end of a session, its drop and a panic may all give it back.
static TAKEN: AtomicBool = AtomicBool::new(false);

/// Its columns and rows, where standard output, error or input is one.
pub(crate) fn terminal_size() -> Option<(usize, usize)> {
    terminal_size::terminal_size().map(|(columns, rows)| (usize::from(columns.0), usize::from(rows.0)))
}

/// Takes each key at once and unseen, and hides the cursor.
pub(super) fn take() -> io::Result<()> {
    // A console of Windows heeds escape sequences once it is asked whether it does.
    #[cfg(windows)]
    let _ = crossterm::ansi_support::supports_ansi();
    enable_raw_mode()?;
    TAKEN.store(true, Ordering::SeqCst);
    tell(HIDE_CURSOR);
    Ok(())
}

/// Takes it anew after somebody else may have changed its mode. crossterm would believe that nothing has.
pub(super) fn retake() -> io::Result<()> {
    restore();
    take()
}

/// Gives it back if it is taken.
pub(super) fn restore() {
    if TAKEN.swap(false, Ordering::SeqCst) {
        // A terminal that is gone needs neither.
        let _ = disable_raw_mode();
        tell(SHOW_CURSOR);
    }
}

/// How wide and how high it is; some terminals do not know, and say 0.
pub(super) fn size() -> (usize, usize) {
    let (columns, rows) = crossterm::terminal::size().unwrap_or_default();
    let or = |known: u16, usual| if known > 0 { usize::from(known) } else { usual };
    (or(columns, COLUMNS), or(rows, ROWS))
}

fn tell(sequence: &str) {
    let mut terminal = Patient(io::stderr().lock());
    let _ = terminal.write_all(sequence.as_bytes()).and_then(|()| terminal.flush());
}

/// Whether standard output is to have colour, given `--color`.
pub(crate) fn wants_color(wish: colorchoice_clap::Color) -> bool {
    wish.write_global();
    anstream::AutoStream::choice(&std::io::stdout()) != anstream::ColorChoice::Never
}
