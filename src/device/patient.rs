//! Streams that do not say "not now". Standard streams are shared: another program may have told them not to wait, and left
//! them so.

use std::io::{self, BufReader, ErrorKind, IsTerminal, Read, Result, Write};
#[cfg(unix)]
use std::os::fd::AsFd;
use std::thread::sleep;
use std::time::Duration;

#[cfg(unix)]
use rustix::event::{PollFd, PollFlags, poll};
use sciatica::world::{Console, Dialogue};

const MOMENT: Duration = Duration::from_millis(10);

/// The reader, where somebody at a terminal can be asked.
pub(crate) fn dialogue() -> Option<Box<dyn Dialogue>> {
    let somebody = io::stdin().is_terminal() && io::stderr().is_terminal();
    let console = || Console { input: BufReader::new(Patient(io::stdin().lock())), output: Patient(io::stderr()) };
    somebody.then(|| Box::new(console()) as Box<dyn Dialogue>)
}

/// A stream that waits, whatever it was told.
pub(crate) struct Patient<S>(pub(crate) S);

/// What there is to wait for.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Until {
    /// There is something to read.
    Readable,
    /// There is room to write.
    Writable,
}

impl<S: Stream> Patient<S> {
    fn try_until<T>(&mut self, until: Until, mut attempt: impl FnMut(&mut S) -> Result<T>) -> Result<T> {
        loop {
            match attempt(&mut self.0) {
                Err(error) if error.kind() == ErrorKind::WouldBlock => self.0.wait(until),
                done => return done,
            }
        }
    }
}

impl<S: Write + Stream> Write for Patient<S> {
    fn write(&mut self, bytes: &[u8]) -> Result<usize> {
        self.try_until(Until::Writable, |stream| stream.write(bytes))
    }

    fn flush(&mut self) -> Result<()> {
        self.try_until(Until::Writable, Write::flush)
    }
}

impl<S: Read + Stream> Read for Patient<S> {
    fn read(&mut self, buffer: &mut [u8]) -> Result<usize> {
        self.try_until(Until::Readable, |stream| stream.read(buffer))
    }
}

/// A stream that can be waited for.
pub(crate) trait Stream {
    /// Waits until there is something to do. Whatever ends the wait, the next attempt says what is the matter.
    fn wait(&self, until: Until);
}

#[cfg(unix)]
impl<S: AsFd> Stream for S {
    fn wait(&self, until: Until) {
        let flags = if until == Until::Readable { PollFlags::IN } else { PollFlags::OUT };
        // What cannot be waited for is asked again a little later.
        if poll(&mut [PollFd::new(self, flags)], None).is_err() {
            sleep(MOMENT);
        }
    }
}

#[cfg(not(unix))]
impl<S> Stream for S {
    fn wait(&self, _: Until) {
        sleep(MOMENT);
    }
}
