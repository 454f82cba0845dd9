//! Where whoever does a session sits.

use std::io::{self, IsTerminal, Write};
use std::time::{Duration, Instant, SystemTime};

#[cfg(windows)]
use super::console;
#[cfg(unix)]
use super::keyboard::Keyboard;
use super::patient::Patient;
use super::signals::{Signals, stop};
use super::speaker::Speaker;
use super::terminal;
use sciatica::world::{Clocks, Device, DeviceWishes, Happening};

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
    let next_key = keys().ok()?;
    let signals = Signals::watch()?;
    restore_on_panic();
    if wishes.raw && terminal::take().is_err() {
        signals.release();
        return None;
    }
    let speaker = if wishes.speak { Speaker::new(std::env::var_os("SCIATICA_SPEAK")) } else { Speaker::default() };
    Some(Box::new(Seat { raw: wishes.raw, opened: Instant::now(), waited: false, next_key, signals, speaker }))
}

/// What is pressed, at most this long from now.
type NextKey = Box<dyn FnMut(Duration) -> io::Result<Option<Happening>>>;

fn keys() -> io::Result<NextKey> {
    #[cfg(unix)]
    let mut keyboard = Keyboard::open()?;
    #[cfg(unix)]
    let next = move |at_most| keyboard.next(at_most);
    #[cfg(windows)]
    let next = console::next;
    Ok(Box::new(next))
}

/// Gives the terminal back before a panic is reported. Where a panic ends the process at once, nothing is dropped.
fn restore_on_panic() {
    let previous = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        terminal::restore();
        previous(panic);
    }));
}

/// A place at the terminal of this process.
struct Seat {
    raw: bool,
    opened: Instant,
    /// One wait at least has gone by.
    waited: bool,
    next_key: NextKey,
    signals: &'static Signals,
    speaker: Speaker,
}

impl Seat {
    fn watch(&mut self, at_most: Duration) -> io::Result<Option<Happening>> {
        let begun = Instant::now();
        loop {
            self.speaker.look();
            if let Some(happening) = self.signals.take() {
                return Ok(Some(happening));
            }
            let left = at_most.saturating_sub(begun.elapsed());
            match (self.next_key)(left.min(LOOK)) {
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

    fn size(&mut self) -> (usize, usize) {
        terminal::size()
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
        self.speaker.say(text);
    }

    fn hush(&mut self) {
        self.speaker.hush();
    }

    fn is_speaking(&mut self) -> bool {
        self.speaker.is_speaking()
    }

    fn voice_note(&mut self) -> Option<String> {
        self.speaker.note()
    }

    fn suspend(&mut self) -> io::Result<()> {
        self.hush();
        terminal::restore();
        let stopped = stop();
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
