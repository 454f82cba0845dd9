//! The terminal, read once: its width, colour and characters.

use std::ffi::OsString;
use std::io::{self, BufRead, Write};
use std::path::{Path, PathBuf};

use crate::session::{Device, DeviceWishes};

/// What surrounds the program. Everything below `main` sees the world through this.
pub struct World<'w> {
    /// Looks up an environment variable.
    pub variable: &'w dyn Fn(&str) -> Option<OsString>,
    /// Whether standard output is a terminal.
    pub stdout_is_terminal: bool,
    /// Asks the terminal for its width; not called when there is no need.
    pub terminal_width: &'w dyn Fn() -> Option<usize>,
    /// Whether colour is wanted, given `--color`.
    pub color: &'w dyn Fn(colorchoice_clap::Color) -> bool,
    /// Somebody at a terminal who can be asked; not called when there is no need.
    pub dialogue: &'w dyn Fn() -> Option<Box<dyn Dialogue>>,
    /// Takes the terminal for a session, if somebody is at it; not called when there is no need.
    pub device: &'w dyn Fn(DeviceWishes) -> Option<Box<dyn Device>>,
    /// Writes a whole file or nothing: its path, its text, and whether it may replace one that is there.
    pub write_file: &'w dyn Fn(&Path, &str, bool) -> io::Result<()>,
    /// The profile that the reader keeps; not opened when there is no need.
    pub profile: &'w dyn ProfileFile,
    /// Writes files into a folder that is not there yet or is empty.
    pub write_folder: &'w WriteFolder<'w>,
}

/// Writes files into a folder: its path, and of each file the path below it and the text.
pub type WriteFolder<'w> = dyn Fn(&Path, &[(&str, &str)]) -> Result<(), Unwritten> + 'w;

/// A file or folder that could not be written.
#[derive(Debug)]
pub struct Unwritten {
    /// Its path.
    pub path: PathBuf,
    /// Why.
    pub cause: io::Error,
}

/// Why a file or its folder cannot be used, where it is known what to do about it. An [`io::Error`] can hold one.
#[derive(Debug, thiserror::Error)]
#[error("{cause}")]
pub struct Mendable {
    /// Why.
    pub cause: String,
    /// What to do.
    pub remedy: String,
}

impl Mendable {
    /// What to do about an error, if it says so.
    pub fn remedy(error: &io::Error) -> Option<&str> {
        error.get_ref()?.downcast_ref::<Self>().map(|it| it.remedy.as_str())
    }
}

impl From<Mendable> for io::Error {
    fn from(error: Mendable) -> Self {
        Self::other(error)
    }
}

/// The file in which a reader's profile is kept, for them alone.
pub trait ProfileFile {
    /// Where it is, or would be; `None` where nobody says.
    fn path(&self) -> Option<PathBuf>;

    /// All that it holds; `None` where there is none for sure.
    ///
    /// # Errors
    /// It cannot be read, it is no ordinary file, it is too large, or somebody else could have changed it or taken it away.
    fn read(&self) -> io::Result<Option<Vec<u8>>>;

    /// Puts a text in the place of whatever is there, whole or not at all.
    ///
    /// # Errors
    /// It cannot be written, or would not be for the reader alone.
    fn write(&self, text: &str) -> io::Result<()>;

    /// Removes it, and says whether there was one.
    ///
    /// # Errors
    /// It cannot be removed, or belongs to somebody else.
    fn remove(&self) -> io::Result<bool>;

    /// Whether its mode lets others read it.
    fn is_open_to_others(&self) -> bool {
        false
    }
}

/// Somebody who reads questions and types answers.
pub trait Dialogue {
    /// Shows a text.
    ///
    /// # Errors
    /// It cannot be written.
    fn say(&mut self, text: &str) -> io::Result<()>;

    /// Waits for a line; `None` when the reader has left.
    ///
    /// # Errors
    /// It cannot be read.
    fn hear(&mut self) -> io::Result<Option<String>>;
}

/// A dialogue over a pair of streams.
#[derive(Debug)]
pub struct Console<R, W> {
    /// What the reader types.
    pub input: R,
    /// What the reader sees.
    pub output: W,
}

impl<R: BufRead, W: Write> Dialogue for Console<R, W> {
    fn say(&mut self, text: &str) -> io::Result<()> {
        self.output.write_all(text.as_bytes())?;
        self.output.flush()
    }

    fn hear(&mut self) -> io::Result<Option<String>> {
        // A terminal that counts bytes may leave half a character where one was taken back: that is no answer, and no error.
        let mut line = Vec::new();
        let read = self.input.read_until(b'\n', &mut line)?;
        Ok((read > 0).then(|| String::from_utf8_lossy(&line).into_owned()))
    }
}

impl World<'_> {
    fn text(&self, variable: &str) -> Option<String> {
        (self.variable)(variable).and_then(|value| value.into_string().ok())
    }

    /// Columns that are known: from `COLUMNS`, or from the terminal if there is one.
    pub fn columns(&self) -> Option<usize> {
        let columns = self.text("COLUMNS").and_then(|columns| columns.parse().ok()).filter(|&columns| columns > 0);
        columns.or_else(|| if self.stdout_is_terminal { (self.terminal_width)() } else { None })
    }

    /// Whether the locale can show more than ASCII, as POSIX reads it: by the first of these that is set and not empty.
    /// Windows has none, and can.
    pub fn speaks_utf8(&self) -> bool {
        let mut locales = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().filter_map(|name| self.text(name));
        match locales.find(|value| !value.is_empty()) {
            Some(locale) => {
                let locale = locale.to_lowercase();
                locale.contains("utf-8") || locale.contains("utf8")
            }
            None => cfg!(windows),
        }
    }

    /// Whether braille dots can be shown. The Linux console has none.
    fn shows_dots(&self) -> bool {
        self.text("TERM").is_none_or(|term| term != "linux")
    }

    /// Whether the reader wants records rather than columns everywhere: a screen reader, or a terminal that can do no more.
    fn wants_plain(&self) -> bool {
        let falsey = ["", "0", "n", "no", "f", "false", "off"];
        let asked = self.text("SCIATICA_PLAIN").is_some_and(|value| !falsey.contains(&value.to_lowercase().as_str()));
        asked || (self.stdout_is_terminal && self.text("TERM").is_some_and(|term| term == "dumb"))
    }
}

/// How an answer is to look.
#[expect(clippy::struct_excessive_bools, reason = "each is a thing of its own: any can be with any")]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Terminal {
    /// Lists as tables; otherwise as a line an entry.
    pub tables: bool,
    /// Columns.
    pub width: usize,
    /// Colour, which never changes the form.
    pub color: bool,
    /// Characters beyond ASCII.
    pub unicode: bool,
    /// One `Label: value` a line: for screen readers.
    pub plain: bool,
    /// Drawings of dots; in their place there are words.
    pub drawings: bool,
}

/// Prose is hard to read in longer lines.
const WIDEST_PROSE: usize = 80;
const WIDEST_TABLE: usize = 120;
const WIDTH_WITHOUT_TERMINAL: usize = 80;
/// Below this, a table has no room for its columns.
const NARROWEST_TABLE: usize = 60;

/// What the reader asked of the look.
#[derive(Debug, Clone, Copy)]
pub struct Wishes {
    /// `--width`
    pub width: Option<u16>,
    /// `--plain`
    pub plain: bool,
    /// `--color`
    pub color: colorchoice_clap::Color,
}

impl Terminal {
    /// Decides the look from the reader's wishes and the world.
    pub fn new(wishes: Wishes, world: &World<'_>) -> Self {
        let width = wishes.width.map(usize::from).or_else(|| world.columns());
        let plain = wishes.plain || world.wants_plain();
        Self {
            tables: world.stdout_is_terminal || wishes.width.is_some(),
            width: width.unwrap_or(WIDTH_WITHOUT_TERMINAL),
            color: !plain && (world.color)(wishes.color),
            unicode: world.speaks_utf8(),
            plain,
            drawings: false,
        }
    }

    /// The same with drawings, where they are wished for (or, without a wish, on a terminal) and can be shown.
    #[must_use]
    pub fn with_drawings(self, wish: Option<bool>, world: &World<'_>) -> Self {
        let wanted = wish.unwrap_or(world.stdout_is_terminal);
        Self { drawings: wanted && self.unicode && !self.plain && world.shows_dots(), ..self }
    }

    /// Columns for prose.
    pub fn prose_width(&self) -> usize {
        self.width.min(WIDEST_PROSE)
    }

    /// Columns for tables; `None` when they do not fit.
    pub fn table_width(&self) -> Option<usize> {
        (self.width >= NARROWEST_TABLE).then(|| self.width.min(WIDEST_TABLE))
    }
}
