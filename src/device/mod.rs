//! The terminal that a session is done at, with the clocks and the voice beside it.

#[cfg(unix)]
mod keyboard;
#[cfg(windows)]
#[path = "keyboard_windows.rs"]
mod keyboard;
#[cfg(unix)]
mod signals;
#[cfg(windows)]
#[path = "signals_windows.rs"]
mod signals;
mod speaker;
mod terminal;

use std::io::{self, IsTerminal, Write};
use std::time::{Duration, Instant, SystemTime};

use crate::patient::Patient;
use keyboard::Keyboard;
use sciatica::session::{Clocks, Device, DeviceWishes, Happening};
use signals::Signals;
use speaker::Speaker;

/// Between two looks at the keys, the signals and the speaker. A signal is seen within 50 ms.
const LOOK: Duration = Duration::from_millis(40);
/// A wait that took this much longer than it was to: the process was stopped, or the machine slept.
const GAP: Duration = Duration::from_secs(2);
/// A terminal that goes away is seen at the keys before the signal about it comes.
const GRACE: Duration = Duration::from_millis(200);

/// The terminal of this process, with somebody at it; `None` where there is none, or it cannot be taken.
pub(crate) fn open(wishes: DeviceWishes) -> Option<Box<dyn Device>> {
    let somebody = io::stdin().is_terminal() && io::stdout().is_terminal() && io::stderr().is_terminal();
    if !somebody {
        return None;
    }
    let keyboard = Keyboard::open().ok()?;
    let signals = Signals::watch()?;
    restore_on_panic();
    if wishes.raw && terminal::take().is_err() {
        signals.release();
        return None;
    }
    let speaker = wishes.speak.then(|| Speaker::new(std::env::var_os("SCIATICA_SPEAK")));
    let opened = Instant::now();
    Some(Box::new(Seat { raw: wishes.raw, opened, waited: false, keyboard, signals, speaker }))
}

/// Gives the terminal back before a panic is reported. Where a panic ends the process at once, nothing is dropped.
fn restore_on_panic() {
    let previous = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        terminal::restore();
        previous(panic);
    }));
}

/// Whoever does a session sits here.
struct Seat {
    raw: bool,
    opened: Instant,
    /// One wait at least has gone by.
    waited: bool,
    keyboard: Keyboard,
    signals: &'static Signals,
    speaker: Option<Speaker>,
}

impl Seat {
    fn watch(&mut self, at_most: Duration) -> io::Result<Option<Happening>> {
        let begun = Instant::now();
        loop {
            if let Some(speaker) = &mut self.speaker {
                speaker.look();
            }
            if let Some(happening) = self.signals.take() {
                return Ok(Some(happening));
            }
            let left = at_most.saturating_sub(begun.elapsed());
            match self.keyboard.next(left.min(LOOK)) {
                Ok(None) if left.is_zero() => return Ok(None),
                Ok(None) => {}
                Ok(happening) => return Ok(happening),
                Err(error) => return self.signal_soon().map(Some).ok_or(error),
            }
        }
    }

    /// A signal within the time of grace: it says more than an error of the keyboard.
    fn signal_soon(&self) -> Option<Happening> {
        let begun = Instant::now();
        loop {
            let happening = self.signals.take();
            if happening.is_some() || begun.elapsed() > GRACE {
                return happening;
            }
            std::thread::sleep(LOOK);
        }
    }
}

impl Device for Seat {
    fn now(&mut self) -> Clocks {
        let wall = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
        Clocks { monotonic: self.opened.elapsed(), wall }
    }

    fn wait(&mut self, at_most: Duration) -> io::Result<Option<Happening>> {
        debug_assert!(!self.waited || std::env::var_os("SCIATICA_TEST_PANIC").is_none(), "a panic was asked for");
        self.waited = true;
        let before = self.now();
        let happening = self.watch(at_most);
        let after = self.now();
        // One of the clocks stands still while the machine sleeps.
        let passed = (after.monotonic.saturating_sub(before.monotonic)).max(after.wall.saturating_sub(before.wall));
        if self.raw && passed > at_most.saturating_add(GAP) {
            // Where it cannot be taken, writing to it will say so.
            let _ = terminal::retake();
        }
        happening
    }

    fn columns(&mut self) -> usize {
        terminal::columns()
    }

    fn write(&mut self, text: &str) -> io::Result<()> {
        let mut terminal = Patient(io::stderr().lock());
        terminal.write_all(text.as_bytes())?;
        terminal.flush()
    }

    fn ring(&mut self) -> io::Result<()> {
        self.write("\x07")
    }

    fn say(&mut self, text: &str) {
        if let Some(speaker) = &mut self.speaker {
            speaker.say(text);
        }
    }

    fn hush(&mut self) {
        if let Some(speaker) = &mut self.speaker {
            speaker.hush();
        }
    }

    fn lost_voice(&mut self) -> Option<String> {
        self.speaker.as_mut().and_then(Speaker::lost)
    }

    fn suspend(&mut self) -> io::Result<()> {
        self.hush();
        terminal::restore();
        let stopped = signals::stop();
        if self.raw {
            terminal::take()?;
        }
        stopped
    }

    fn restore(&mut self) {
        terminal::restore();
        self.signals.release();
    }
}

impl Drop for Seat {
    /// The speaker goes after this, and may take a moment: by then the terminal is the reader's again.
    fn drop(&mut self) {
        self.restore();
    }
}
