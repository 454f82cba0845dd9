//! Writes lines, redraws the foot of the terminal, rings: at the times at which that is due.

use std::borrow::Cow;
use std::io;
use std::time::Duration;

use super::bell::Bell;
use super::foot::{Foot, FootLines};
use super::look::Look;
use super::scene::FootRoom;
use super::telling::ToldLine;
use crate::world::Device;
use guide::text::{ascii, wrap};

/// The lines are redrawn this often.
const REDRAW: Duration = Duration::from_millis(250);
/// Where something moves, they are redrawn no more often than this.
const FRAME: Duration = Duration::from_millis(100);
/// A frame that took some time to write is followed by so many times as much without one.
const SLOWNESS: u32 = 8;
/// Between two rings of a bell, so that they can be told apart.
const BETWEEN_RINGS: Duration = Duration::from_millis(350);
/// Clears the screen. What was scrolled out of it stays.
const CLEAR: &str = "\x1b[H\x1b[J";
/// Prose is hard to read in longer lines.
const WIDEST: usize = 80;

/// How soon the lines are to be redrawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Haste {
    /// Something happened.
    AtOnce,
    /// Something moves.
    Moving,
    /// The clock goes on.
    Usual,
}

/// What stands on the terminal, and what is still to ring.
#[derive(Debug)]
pub(super) struct Display {
    look: Look,
    foot: Foot,
    /// What is told of the step that is on.
    page: Vec<ToldLine>,
    /// How wide and how high the terminal was when something was last written.
    size: Option<(usize, usize)>,
    drawn_at: Option<Duration>,
    /// The least time from a frame to the next, where something moves.
    between_frames: Duration,
    /// How often the bell is still to ring, and when next.
    rings: (u32, Duration),
}

impl Display {
    pub(super) fn new(look: Look) -> Self {
        let (foot, page, rings) = (Foot::default(), Vec::new(), (0, Duration::ZERO));
        Self { look, foot, page, size: None, drawn_at: None, between_frames: FRAME, rings }
    }

    /// From here on it is another page: what was told before is not shown again.
    pub(super) fn turn_page(&mut self) {
        self.page.clear();
    }

    /// Writes lines above those that are redrawn.
    pub(super) fn tell(&mut self, device: &mut dyn Device, lines: &[ToldLine]) -> io::Result<()> {
        if lines.is_empty() {
            return Ok(());
        }
        let inked = |line: &ToldLine| ToldLine { text: self.in_its_characters(&line.text).into(), ..line.clone() };
        let lines: Vec<ToldLine> = lines.iter().map(inked).collect();
        if self.look.plain {
            let lines: Vec<String> = lines.iter().map(|line| format!("{}{}\n", line.first, line.text)).collect();
            return device.write(&lines.concat());
        }
        let size = device.size();
        let erased = self.erase(size);
        let texts = if self.page.is_empty() { vec![String::new()] } else { Vec::new() };
        let texts = texts.into_iter().chain(wrapped(&lines, size.0)).collect::<Vec<_>>().join("\r\n");
        self.page.extend(lines);
        self.drawn_at = None;
        device.write(&format!("{erased}{texts}\r\n"))
    }

    /// What takes the redrawn lines away. In a terminal of another size all is broken: then the whole page is written anew.
    fn erase(&mut self, size: (usize, usize)) -> String {
        let erased = self.foot.erase(size.0);
        if self.size.replace(size).is_none_or(|before| before == size) || self.page.is_empty() {
            return erased;
        }
        let page = wrapped(&self.page, size.0).join("\r\n");
        format!("{CLEAR}{page}\r\n")
    }

    /// Redraws the lines where that is due; at once where something happened, and soon where something moves.
    pub(super) fn redraw(
        &mut self,
        device: &mut dyn Device,
        now: Duration,
        haste: Haste,
        lines: impl FnOnce(FootRoom) -> FootLines,
    ) -> io::Result<()> {
        if self.look.plain {
            return Ok(());
        }
        let size = device.size();
        let resized = self.size.is_some_and(|before| before != size);
        let since = self.drawn_at.map(|at| now.saturating_sub(at));
        let due = match haste {
            _ if resized => true,
            Haste::AtOnce => true,
            Haste::Moving => since.is_none_or(|since| since >= self.between_frames),
            Haste::Usual => since.is_none_or(|since| since >= REDRAW),
        };
        if !due {
            return Ok(());
        }
        let anew = if resized { self.erase(size) } else { String::new() };
        let (columns, rows) = size;
        let mut lines = lines(FootRoom { columns, rows, told: wrapped(&self.page, columns).len() });
        for line in &mut lines.words {
            if let Cow::Owned(text) = self.in_its_characters(line) {
                *line = text;
            }
        }
        let drawing = anew + &self.foot.draw(&lines, columns);
        self.drawn_at = Some(now);
        if drawing.is_empty() {
            return Ok(());
        }
        let before = device.now().monotonic;
        device.write(&drawing)?;
        // A slow line gets fewer frames: each may take a small part of the time alone.
        let took = device.now().monotonic.saturating_sub(before);
        self.between_frames = FRAME.max(took * SLOWNESS);
        Ok(())
    }

    /// Takes the lines away that are redrawn.
    pub(super) fn clear(&mut self, device: &mut dyn Device) -> io::Result<()> {
        let erased = self.foot.erase(device.size().0);
        self.drawn_at = None;
        device.write(&erased)
    }

    /// Begins to ring.
    pub(super) fn ring(&mut self, bell: Bell, now: Duration) {
        if self.look.bell {
            self.rings = (bell.rings(), now);
        }
    }

    /// Rings where that is due.
    pub(super) fn ring_on(&mut self, device: &mut dyn Device, now: Duration) -> io::Result<()> {
        let (left, due) = self.rings;
        if left > 0 && now >= due {
            device.ring()?;
            self.rings = (left - 1, now + BETWEEN_RINGS);
        }
        Ok(())
    }

    /// A text in characters that the terminal can show: before it is measured, since some take more columns in ASCII.
    fn in_its_characters<'t>(&self, text: &'t str) -> Cow<'t, str> {
        if self.look.unicode { text.into() } else { ascii(text).into() }
    }
}

/// Lines as rows of a terminal so wide.
fn wrapped(lines: &[ToldLine], columns: usize) -> Vec<String> {
    let room = columns.saturating_sub(1).min(WIDEST);
    let rows = |line: &ToldLine| wrap(&line.text, room, &line.first, &" ".repeat(line.first.len()));
    lines.iter().flat_map(rows).collect()
}
