//! What a session needs of the world: a clock, keys, lines to write on, a voice. `main` brings one; a test brings another.

use std::io;
use std::time::Duration;

/// A terminal with somebody at it, and the clock beside it.
pub trait Device {
    /// What the clocks say.
    fn now(&mut self) -> Clocks;

    /// Waits for something to happen, at most this long.
    ///
    /// # Errors
    /// The terminal cannot be read.
    fn wait(&mut self, at_most: Duration) -> io::Result<Option<Happening>>;

    /// How wide and how high the terminal is now, in columns and rows.
    fn size(&mut self) -> (usize, usize);

    /// Writes to the terminal, at once. In raw mode a line ends with `\r\n`.
    ///
    /// # Errors
    /// The terminal cannot be written.
    fn write(&mut self, text: &str) -> io::Result<()>;

    /// Rings the bell.
    ///
    /// # Errors
    /// The terminal cannot be written.
    fn ring(&mut self) -> io::Result<()>;

    /// Says a text aloud in the place of whatever is still being said. Nothing where no voice was asked for.
    fn say(&mut self, text: &str);

    /// Stops saying what is being said.
    fn hush(&mut self);

    /// Whether something is still being said.
    fn is_speaking(&mut self) -> bool;

    /// What is to be told of the voice since the last time this was asked: that another one speaks, or none; told once.
    fn voice_note(&mut self) -> Option<String>;

    /// Gives the terminal back, stops the process until it is continued, and takes the terminal again.
    ///
    /// # Errors
    /// The terminal cannot be taken again.
    fn suspend(&mut self) -> io::Result<()>;

    /// Gives the terminal back for good.
    fn restore(&mut self);
}

/// Two clocks: while a laptop sleeps, only one of them goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clocks {
    /// Since some moment, never set back.
    pub monotonic: Duration,
    /// Of the day, which may be set.
    pub wall: Duration,
}

/// Something that happens to a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Happening {
    /// A key.
    Key(Key),
    /// The terminal has another size.
    Resized,
    /// The system says something.
    Signal(Signal),
}

/// A key, as far as a session knows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    /// A character.
    Char(char),
    /// Enter.
    Enter,
    /// The arrow to the right.
    Right,
    /// The arrow to the left.
    Left,
    /// Escape.
    Escape,
    /// Any other.
    Other,
}

/// What the system may say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signal {
    /// Ctrl-C.
    Interrupt,
    /// End.
    Terminate,
    /// The terminal is gone.
    HangUp,
    /// Ctrl-\.
    Quit,
    /// Ctrl-Z.
    Stop,
}

/// What a session wishes of its device.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DeviceWishes {
    /// Each key at once and unseen; otherwise in lines, as they are typed.
    pub raw: bool,
    /// A voice.
    pub speak: bool,
}
