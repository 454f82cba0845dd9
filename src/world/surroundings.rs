//! What surrounds the program.

use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::device::{Device, DeviceWishes};
use super::dialogue::Dialogue;
use super::files::{ProfileFile, WriteFolder};
use guide::model::YearMonth;

/// What surrounds the program. Everything below `main` sees the world through this.
pub struct World<'w> {
    /// Looks up an environment variable.
    pub variable: &'w dyn Fn(&str) -> Option<OsString>,
    /// How long it is since 1970 began; not called when there is no need.
    pub since_1970: &'w dyn Fn() -> Duration,
    /// Whether standard output is a terminal.
    pub stdout_is_terminal: bool,
    /// Asks the terminal for its columns and rows; not called when there is no need.
    pub terminal_size: &'w dyn Fn() -> Option<(usize, usize)>,
    /// Whether the terminal lets a reader follow links; not called when there is no need.
    pub links: &'w dyn Fn() -> bool,
    /// Shows a text through another program, given by its words, and waits for its end.
    pub pager: &'w dyn Fn(&[String], &str) -> io::Result<()>,
    /// Whether colour is wanted, given `--color`.
    pub color: &'w dyn Fn(colorchoice_clap::Color) -> bool,
    /// Somebody at a terminal who can be asked; not called when there is no need.
    pub dialogue: &'w dyn Fn() -> Option<Box<dyn Dialogue>>,
    /// Takes the terminal for a session, if somebody is at it; not called when there is no need.
    pub device: &'w dyn Fn(DeviceWishes) -> Option<Box<dyn Device>>,
    /// Writes a whole file or nothing: its path, its text, and whether it may replace one that is there.
    pub write_file: &'w dyn Fn(&Path, &str, bool) -> io::Result<()>,
    /// Writes the page that the reader opens, for them alone, and says where.
    pub write_page: &'w dyn Fn(&str) -> io::Result<PathBuf>,
    /// Opens a page in a browser.
    pub browse: &'w dyn Fn(&Path) -> io::Result<()>,
    /// The profile that the reader keeps; not opened when there is no need.
    pub profile: &'w dyn ProfileFile,
    /// Writes files into a folder that is not there yet or is empty.
    pub write_folder: &'w WriteFolder<'w>,
}

impl World<'_> {
    fn text(&self, variable: &str) -> Option<String> {
        (self.variable)(variable).and_then(|value| value.into_string().ok())
    }

    /// The month in which we are; `None` where the clock tells no time of ours.
    pub(crate) fn this_month(&self) -> Option<YearMonth> {
        const SECONDS_OF_A_DAY: u64 = 24 * 60 * 60;
        YearMonth::of_day((self.since_1970)().as_secs() / SECONDS_OF_A_DAY)
    }

    /// Columns that are known: from `COLUMNS`, or from the terminal if there is one.
    pub fn columns(&self) -> Option<usize> {
        // Below this nothing can be read; `--width` takes no less.
        const FEWEST: usize = 20;
        let columns = self.text("COLUMNS").and_then(|columns| columns.parse().ok()).filter(|&columns| columns > 0);
        let columns = columns.map(|columns: usize| columns.max(FEWEST));
        columns.or_else(|| self.size().map(|(columns, _)| columns))
    }

    fn size(&self) -> Option<(usize, usize)> {
        if self.stdout_is_terminal { (self.terminal_size)() } else { None }
    }

    /// Whether a text of so many lines has no room on the terminal, with a line for what is typed next.
    pub(crate) fn is_outgrown_by(&self, lines: usize) -> bool {
        self.size().is_some_and(|(_, rows)| lines >= rows)
    }

    /// The pager that the reader wants, by its words; `None` for none.
    pub(crate) fn pager_words(&self) -> Option<Vec<String>> {
        let wanted = self.text("SCIATICA_PAGER").or_else(|| self.text("PAGER"));
        let wanted = wanted.unwrap_or_else(|| if cfg!(windows) { "" } else { "less -FRX" }.to_owned());
        let words = shell_words::split(&wanted).ok()?;
        words.first().is_some_and(|program| program != "cat").then_some(words)
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
    pub(crate) fn shows_dots(&self) -> bool {
        self.text("TERM").is_none_or(|term| term != "linux")
    }

    /// Whether the reader wants records rather than columns everywhere: a screen reader, or a terminal that can do no more.
    pub(crate) fn wants_plain(&self) -> bool {
        self.says_yes("SCIATICA_PLAIN") || self.stdout_is_terminal && self.is_dumb()
    }

    /// Whether the reader wants no picture to move, or the terminal cannot show it.
    pub(crate) fn wants_still(&self) -> bool {
        self.says_yes("SCIATICA_STILL") || self.is_dumb()
    }

    fn is_dumb(&self) -> bool {
        self.text("TERM").is_some_and(|term| term == "dumb")
    }

    fn says_yes(&self, variable: &str) -> bool {
        let falsey = ["", "0", "n", "no", "f", "false", "off"];
        self.text(variable).is_some_and(|value| !falsey.contains(&value.to_lowercase().as_str()))
    }
}
