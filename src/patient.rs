//! Streams that do not say "not now". Standard streams are shared: another program may have told them not to wait, and left
//! them so.

use std::io::{self, BufReader, ErrorKind, IsTerminal, Read, Result, Write};
#[cfg(unix)]
use std::os::fd::AsFd as Stream;

use sciatica::terminal::{Console, Dialogue};

/// The reader, where somebody at a terminal can be asked.
pub(super) fn dialogue() -> Option<Box<dyn Dialogue>> {
    let somebody = io::stdin().is_terminal() && io::stderr().is_terminal();
    let console = || Console { input: BufReader::new(Patient(io::stdin().lock())), output: Patient(io::stderr()) };
    somebody.then(|| Box::new(console()) as Box<dyn Dialogue>)
}

/// A stream that waits, whatever it was told.
pub(super) struct Patient<S>(pub(super) S);

/// What there is to wait for.
#[derive(Clone, Copy)]
enum Until {
    /// There is something to read.
    Readable,
    /// There is room to write.
    Writable,
}

impl<S: Stream> Patient<S> {
    fn try_until<T>(&mut self, until: Until, mut attempt: impl FnMut(&mut S) -> Result<T>) -> Result<T> {
        loop {
            match attempt(&mut self.0) {
                Err(error) if error.kind() == ErrorKind::WouldBlock => wait(&self.0, until),
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

#[cfg(unix)]
fn wait(stream: &impl Stream, until: Until) {
    use rustix::event::{PollFd, PollFlags, poll};

    let flags = match until {
        Until::Readable => PollFlags::IN,
        Until::Writable => PollFlags::OUT,
    };
    // Whatever ends the wait, the next attempt says what is the matter; what cannot be waited for is asked again a little later.
    if poll(&mut [PollFd::new(stream, flags)], None).is_err() {
        a_moment();
    }
}

#[cfg(not(unix))]
fn wait(_: &impl Stream, until: Until) {
    match until {
        Until::Readable | Until::Writable => a_moment(),
    }
}

fn a_moment() {
    std::thread::sleep(std::time::Duration::from_millis(10));
}

/// Elsewhere nothing is asked of a stream.
#[cfg(not(unix))]
pub(super) trait Stream {}

#[cfg(not(unix))]
impl<S> Stream for S {}
