//! The keys as a Unix terminal tells them: bytes, read without ever waiting for one.
//!
//! crossterm's reader waits inside a read: for the next line after Ctrl-D in cooked mode, for the rest of an escape
//! sequence, and for ever once the terminal is gone. The clock of a session would stand still and SIGHUP go unseen.

use std::fs::File;
use std::io::{self, ErrorKind, Read};
use std::os::fd::{AsFd, OwnedFd};
use std::os::unix::net::UnixStream;
use std::time::Duration;

use crossterm::terminal::is_raw_mode_enabled;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;
use sciatica::world::{Happening, Key, Signal};

const ESCAPE: u8 = 0x1b;

/// The keys of the terminal that controls this process; or, where none does, of the one that is its standard input.
pub(super) struct Keyboard {
    terminal: File,
    /// Bytes that are not understood yet.
    bytes: Vec<u8>,
}

/// What the first bytes are.
#[derive(Debug, PartialEq, Eq)]
enum Pressed {
    /// Something, and how many bytes tell it.
    Told(Option<Happening>, usize),
    /// The beginning of something.
    Begun,
}

impl Keyboard {
    /// Opens the terminal anew, so that nothing that is set here touches standard input, which the shell shares. Standard
    /// input itself is only read when something is there.
    pub(super) fn open() -> io::Result<Self> {
        let terminal = match File::open("/dev/tty") {
            Ok(terminal) => unwaiting(terminal)?,
            Err(_) => File::from(io::stdin().as_fd().try_clone_to_owned()?),
        };
        Ok(Self { terminal, bytes: Vec::new() })
    }

    /// What is pressed. When nothing is, this takes as long as it may.
    pub(super) fn next(&mut self, at_most: Duration) -> io::Result<Option<Happening>> {
        if let Some(happening) = self.understand(false) {
            return Ok(Some(happening));
        }
        // Whatever was begun a look ago and has not gone on is all there is: Escape is a key, and begins sequences.
        let settled = !self.read()?;
        let happening = self.understand(settled);
        if happening.is_none() {
            std::thread::sleep(at_most);
        }
        Ok(happening)
    }

    /// Reads what is there; whether anything was.
    fn read(&mut self) -> io::Result<bool> {
        if !is_readable(&self.terminal) {
            return Ok(false);
        }
        let mut buffer = [0; 256];
        match self.terminal.read(&mut buffer) {
            // In cooked mode it is Ctrl-D. In raw mode it is no key: the terminal is gone.
            Ok(0) if is_raw_mode_enabled().unwrap_or(false) => Err(ErrorKind::UnexpectedEof.into()),
            Ok(count) => {
                self.bytes.extend(buffer.iter().take(count));
                Ok(count > 0)
            }
            Err(error) if matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::Interrupted) => Ok(false),
            Err(error) => Err(error),
        }
    }

    /// The first thing that the bytes tell. What was only begun is told as it is, once it is settled.
    fn understand(&mut self, settled: bool) -> Option<Happening> {
        while !self.bytes.is_empty() {
            let (happening, count) = match pressed(&self.bytes) {
                Pressed::Told(happening, count) => (happening, count),
                Pressed::Begun if !settled => return None,
                Pressed::Begun if self.bytes == [ESCAPE] => (Some(Happening::Key(Key::Escape)), 1),
                Pressed::Begun => (Some(Happening::Key(Key::Other)), self.bytes.len()),
            };
            self.bytes.drain(..count.min(self.bytes.len()));
            if happening.is_some() {
                return happening;
            }
        }
        None
    }
}

/// Only a socket of the standard library can be told not to wait; it tells the system so of any file.
fn unwaiting(terminal: File) -> io::Result<File> {
    let unwaiting = UnixStream::from(OwnedFd::from(terminal));
    unwaiting.set_nonblocking(true)?;
    Ok(File::from(OwnedFd::from(unwaiting)))
}

/// Whether a read would not wait. What goes wrong here goes wrong there too, and is told then.
fn is_readable(terminal: &File) -> bool {
    let mut asked = [PollFd::new(terminal, PollFlags::IN)];
    !matches!(poll(&mut asked, Some(&Timespec::default())), Ok(0) | Err(Errno::INTR))
}

fn pressed(bytes: &[u8]) -> Pressed {
    let key = |key, count| Pressed::Told(Some(Happening::Key(key)), count);
    match bytes {
        // The signals that raw mode leaves to us.
        [0x03, ..] => Pressed::Told(Some(Happening::Signal(Signal::Interrupt)), 1),
        [0x1c, ..] => Pressed::Told(Some(Happening::Signal(Signal::Quit)), 1),
        [0x1a, ..] => Pressed::Told(Some(Happening::Signal(Signal::Stop)), 1),
        // Ctrl-D.
        [0x04, ..] => Pressed::Told(None, 1),
        [b'\r' | b'\n', ..] => key(Key::Enter, 1),
        [] | [ESCAPE] => Pressed::Begun,
        [ESCAPE, ESCAPE, ..] => key(Key::Escape, 1),
        [ESCAPE, b'[' | b'O', rest @ ..] => sequence(rest),
        // Alt and a key.
        [ESCAPE, rest @ ..] => match pressed(rest) {
            Pressed::Told(_, count) => key(Key::Other, count + 1),
            Pressed::Begun => Pressed::Begun,
        },
        [0x00..=0x1f | 0x7f, ..] => key(Key::Other, 1),
        _ => character(bytes),
    }
}

/// What follows `ESC [` or `ESC O`: parameters, and what it is.
fn sequence(rest: &[u8]) -> Pressed {
    let key = |key, count| Pressed::Told(Some(Happening::Key(key)), count);
    // The Linux console tells F1 to F5 by a second bracket.
    if let [b'[', after @ ..] = rest {
        return if after.is_empty() { Pressed::Begun } else { key(Key::Other, 4) };
    }
    let parameters = rest.iter().take_while(|byte| matches!(byte, 0x20..=0x3f)).count();
    match rest.get(parameters) {
        None => Pressed::Begun,
        Some(b'C') => key(Key::Right, parameters + 3),
        Some(b'D') => key(Key::Left, parameters + 3),
        Some(0x40..=0x7e) => key(Key::Other, parameters + 3),
        // No sequence goes on like this: another key was pressed.
        Some(_) => key(Key::Other, parameters + 2),
    }
}

/// A character in UTF-8.
fn character(bytes: &[u8]) -> Pressed {
    let (valid, wrong) = match std::str::from_utf8(bytes) {
        Ok(text) => (text, None),
        Err(error) => {
            let valid = bytes.get(..error.valid_up_to()).and_then(|valid| std::str::from_utf8(valid).ok());
            (valid.unwrap_or_default(), Some(error.error_len()))
        }
    };
    match (valid.chars().next(), wrong) {
        (Some(first), _) if !first.is_control() => {
            Pressed::Told(Some(Happening::Key(Key::Char(first))), first.len_utf8())
        }
        (Some(first), _) => Pressed::Told(Some(Happening::Key(Key::Other)), first.len_utf8()),
        (None, Some(Some(count))) => Pressed::Told(Some(Happening::Key(Key::Other)), count),
        (None, _) => Pressed::Begun,
    }
}
