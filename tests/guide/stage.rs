//! A stage for sessions: a device whose clock and reader follow a script, and a terminal that shows what was written.

use std::collections::VecDeque;
use std::io;
use std::time::Duration;

use sciatica::world::{Clocks, Device, Happening, Key, Signal};

/// What is to happen at a moment of the script.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Act {
    /// Something happens.
    Happens(Happening),
    /// The terminal gets so many columns.
    Resize(usize),
    /// The process is not there for so long, by the one clock and the other.
    Gap { monotonic: Duration, wall: Duration },
    /// The machine slept for so long, until a key woke it.
    Woken(Duration, char),
    /// The wall clock is set back.
    SetBack(Duration),
    /// The voice is lost.
    LoseVoice,
}

impl Act {
    /// A character is typed.
    pub(crate) fn key(letter: char) -> Self {
        Self::Happens(Happening::Key(Key::Char(letter)))
    }

    /// Enter is typed.
    pub(crate) fn enter() -> Self {
        Self::Happens(Happening::Key(Key::Enter))
    }

    /// The system says something.
    pub(crate) fn signal(signal: Signal) -> Self {
        Self::Happens(Happening::Signal(signal))
    }
}

/// What was done on the stage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Did {
    Wrote(String),
    Resized(usize),
    Rang,
    Said(String),
    Hushed,
    Suspended,
    Restored,
}

/// Why a voice was lost, on this stage.
pub(crate) const LOST: &str = "the cat has its tongue";
/// How long a suspended process stays away.
pub(crate) const SUSPENDED: Duration = Duration::from_secs(60);
/// Of the day, when a script begins.
const MORNING: Duration = Duration::from_secs(36_000);

/// A device that follows a script. After the last act it waits a while for an end, then fails.
pub(crate) struct Stage {
    monotonic: Duration,
    wall: Duration,
    script: VecDeque<(Duration, Act)>,
    patience: Duration,
    columns: usize,
    rows: usize,
    lost: Option<String>,
    /// How long a voice takes for a word, and until when it speaks.
    a_word: Duration,
    speaks_until: Duration,
    /// Each wait takes a little longer than it was to, up to this.
    lag: Duration,
    /// What was done, each with its time on the monotonic clock.
    pub(crate) log: Vec<(Duration, Did)>,
}

impl Stage {
    /// A stage 80 columns wide and 24 rows high. Acts come in order of time.
    pub(crate) fn new(script: impl IntoIterator<Item = (Duration, Act)>) -> Self {
        let script: VecDeque<_> = script.into_iter().collect();
        let last = script.back().map_or(Duration::ZERO, |(at, _)| *at);
        Self {
            monotonic: Duration::ZERO,
            wall: MORNING,
            script,
            patience: last + Duration::from_secs(7_200),
            columns: 80,
            rows: 24,
            lost: None,
            a_word: Duration::ZERO,
            speaks_until: Duration::ZERO,
            lag: Duration::ZERO,
            log: Vec::new(),
        }
    }

    /// The same, so many rows high.
    pub(crate) fn high(self, rows: usize) -> Self {
        Self { rows, ..self }
    }

    /// The same, so many columns wide.
    pub(crate) fn wide(self, columns: usize) -> Self {
        Self { columns, ..self }
    }

    /// The same, on a machine that is busy.
    pub(crate) fn lagging(self, lag: Duration) -> Self {
        Self { lag, ..self }
    }

    /// The same, with a voice that takes so long for a word.
    pub(crate) fn speaking(self, a_word: Duration) -> Self {
        Self { a_word, ..self }
    }

    /// Somebody is there who begins at once, before anything else happens.
    pub(crate) fn begins_at_once(&mut self) {
        self.script.push_front((Duration::ZERO, Act::enter()));
    }

    /// What was said, and when.
    pub(crate) fn said(&self) -> Vec<(Duration, String)> {
        let said = |(at, did): &'_ (Duration, Did)| match did {
            Did::Said(text) => Some((*at, text.clone())),
            _ => None,
        };
        self.log.iter().filter_map(said).collect()
    }

    /// When the bell rang.
    pub(crate) fn rang(&self) -> Vec<Duration> {
        self.log.iter().filter(|(_, did)| *did == Did::Rang).map(|(at, _)| *at).collect()
    }

    /// All that was written.
    pub(crate) fn written(&self) -> String {
        self.log
            .iter()
            .filter_map(|(_, did)| if let Did::Wrote(text) = did { Some(text.as_str()) } else { None })
            .collect()
    }

    fn pass(&mut self, time: Duration) {
        self.monotonic += time;
        self.wall += time;
    }

    fn note(&mut self, did: Did) {
        self.log.push((self.monotonic, did));
    }
}

impl Device for Stage {
    fn now(&mut self) -> Clocks {
        Clocks { monotonic: self.monotonic, wall: self.wall }
    }

    fn wait(&mut self, at_most: Duration) -> io::Result<Option<Happening>> {
        let end = self.monotonic + at_most;
        let due = self.script.front().is_some_and(|(at, _)| *at <= end);
        let Some((at, act)) = due.then(|| self.script.pop_front()).flatten() else {
            // The lag differs from wait to wait, and is the same from run to run.
            let lag = self.lag.as_nanos() * (self.monotonic.as_millis() % 7) / 6;
            self.pass(at_most + Duration::from_nanos(u64::try_from(lag).unwrap()));
            return if self.monotonic > self.patience { Err(io::ErrorKind::TimedOut.into()) } else { Ok(None) };
        };
        self.pass(at.saturating_sub(self.monotonic));
        match act {
            Act::Happens(happening) => return Ok(Some(happening)),
            Act::Resize(columns) => {
                self.columns = columns;
                self.note(Did::Resized(columns));
                return Ok(Some(Happening::Resized));
            }
            Act::Gap { monotonic, wall } => {
                self.monotonic += monotonic;
                self.wall += wall;
            }
            Act::Woken(slept, key) => {
                self.pass(slept);
                return Ok(Some(Happening::Key(Key::Char(key))));
            }
            Act::SetBack(time) => self.wall -= time,
            Act::LoseVoice => self.lost = Some(format!("No voice: {LOST}.")),
        }
        Ok(None)
    }

    fn size(&mut self) -> (usize, usize) {
        (self.columns, self.rows)
    }

    fn write(&mut self, text: &str) -> io::Result<()> {
        self.note(Did::Wrote(text.to_owned()));
        Ok(())
    }

    fn ring(&mut self) -> io::Result<()> {
        self.note(Did::Rang);
        Ok(())
    }

    fn say(&mut self, text: &str) {
        let words = u32::try_from(text.split_whitespace().count()).unwrap();
        self.speaks_until = self.monotonic + self.a_word * words;
        self.note(Did::Said(text.to_owned()));
    }

    fn hush(&mut self) {
        self.speaks_until = self.monotonic;
        self.note(Did::Hushed);
    }

    fn is_speaking(&mut self) -> bool {
        self.monotonic < self.speaks_until
    }

    fn voice_note(&mut self) -> Option<String> {
        self.lost.take()
    }

    fn suspend(&mut self) -> io::Result<()> {
        self.note(Did::Suspended);
        self.pass(SUSPENDED);
        Ok(())
    }

    fn restore(&mut self) {
        self.note(Did::Restored);
    }
}

/// A terminal that breaks long lines, and breaks them anew when it gets another width, as most do.
/// It scrolls without end.
#[derive(Debug)]
pub(crate) struct Emulator {
    columns: usize,
    /// Lines as they were written; each is shown as one row or more.
    lines: Vec<Vec<char>>,
    /// The line of the cursor, and the place in it.
    line: usize,
    offset: usize,
}

impl Emulator {
    /// An empty one.
    pub(crate) fn new(columns: usize) -> Self {
        Self { columns, lines: vec![Vec::new()], line: 0, offset: 0 }
    }

    /// Gives it another width.
    pub(crate) fn resize(&mut self, columns: usize) {
        self.columns = columns;
    }

    /// Writes to it. It knows what a session uses, and stops at anything else.
    pub(crate) fn feed(&mut self, text: &str) {
        let mut characters = text.chars();
        while let Some(character) = characters.next() {
            match character {
                '\r' => self.offset = self.row() * self.columns,
                '\n' => self.line_feed(),
                '\x07' => {}
                '\x1b' => {
                    assert_eq!(characters.next(), Some('['), "{text:?}");
                    let mut parameter = String::new();
                    let order = loop {
                        match characters.next().expect("the end of a sequence") {
                            order if order.is_ascii_alphabetic() => break order,
                            other => parameter.push(other),
                        }
                    };
                    self.obey(order, &parameter);
                }
                _ => {
                    assert!(!character.is_control(), "{character:?} in {text:?}");
                    self.put(character);
                }
            }
        }
    }

    /// What it shows, row by row.
    pub(crate) fn rows(&self) -> Vec<String> {
        let rows = self.lines.iter().flat_map(|line| {
            let broken = line.chunks(self.columns).map(|row| row.iter().collect());
            if line.is_empty() { vec![String::new()] } else { broken.collect() }
        });
        rows.collect()
    }

    /// What was written on it, unbroken, and is not taken away.
    pub(crate) fn lines(&self) -> Vec<String> {
        self.lines.iter().map(|line| line.iter().collect()).collect()
    }

    /// The row of the cursor within its line. After the last column it waits there for another character.
    fn row(&self) -> usize {
        let waits =
            self.offset > 0 && self.offset == self.lines[self.line].len() && self.offset.is_multiple_of(self.columns);
        self.offset / self.columns - usize::from(waits)
    }

    fn rows_of(&self, line: usize) -> usize {
        self.lines[line].len().div_ceil(self.columns).max(1)
    }

    fn line_feed(&mut self) {
        let (row, column) = (self.row(), self.offset - self.row() * self.columns);
        if row + 1 < self.rows_of(self.line) {
            self.offset += self.columns;
            return;
        }
        self.line += 1;
        self.offset = column;
        if self.line == self.lines.len() {
            self.lines.push(Vec::new());
        }
    }

    fn put(&mut self, character: char) {
        let line = &mut self.lines[self.line];
        if self.offset < line.len() {
            line[self.offset] = character;
        } else {
            line.resize(self.offset, ' ');
            line.push(character);
        }
        self.offset += 1;
    }

    fn obey(&mut self, order: char, parameter: &str) {
        match (order, parameter) {
            ('A', rows) => {
                let column = self.offset - self.row() * self.columns;
                let mut row = self.row();
                for _ in 0..rows.parse().expect("a number of rows") {
                    if row > 0 {
                        row -= 1;
                    } else if self.line > 0 {
                        self.line -= 1;
                        row = self.rows_of(self.line) - 1;
                    }
                }
                self.offset = row * self.columns + column;
            }
            ('K', "") => self.lines[self.line].truncate(self.offset),
            ('J', "") => {
                self.lines.truncate(self.line + 1);
                self.lines[self.line].truncate(self.offset);
            }
            ('H', "") => (self.line, self.offset) = (0, 0),
            // The cursor, hidden and shown.
            ('l' | 'h', "?25") => {}
            _ => panic!("a session writes ESC [ {parameter} {order}"),
        }
    }
}

#[test]
fn the_emulator_breaks_lines_and_breaks_them_anew() {
    let mut terminal = Emulator::new(10);
    terminal.feed("above\r\nabcdefghijklm\r\n[###...]");
    assert_eq!(terminal.rows(), ["above", "abcdefghij", "klm", "[###...]"]);
    terminal.resize(4);
    assert_eq!(terminal.rows(), ["abov", "e", "abcd", "efgh", "ijkl", "m", "[###", "...]"]);
    terminal.feed("\r\x1b[4A\x1b[Jx");
    assert_eq!(terminal.rows(), ["abov", "e", "abcd", "x"]);
    assert_eq!(terminal.lines(), ["above", "abcdx"]);
}

#[test]
fn the_emulator_shows_stairs_where_a_carriage_return_is_missing() {
    let mut terminal = Emulator::new(10);
    terminal.feed("one\ntwo");
    assert_eq!(terminal.rows(), ["one", "   two"]);
}
