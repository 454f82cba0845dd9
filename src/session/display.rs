//! Writes lines, redraws the foot of the terminal, rings: at the times at which that is due.

use std::borrow::Cow;
use std::io;
use std::time::Duration;

use super::engine::Bell;
use super::foot::{Foot, FootLines};
use super::look::Look;
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
    drawn_at: Option<Duration>,
    /// The least time from a frame to the next, where something moves.
    between_frames: Duration,
    /// How often the bell is still to ring, and when next.
    rings: (u32, Duration),
}

impl Display {
    pub(super) fn new(look: Look) -> Self {
        Self { look, foot: Foot::default(), drawn_at: None, between_frames: FRAME, rings: (0, Duration::ZERO) }
    }

    /// Writes a text above the lines that are redrawn; `first` stands before it.
    pub(super) fn tell(&mut self, device: &mut dyn Device, text: &str, first: &str) -> io::Result<()> {
        let text = self.in_its_characters(text);
        if self.look.plain {
            return device.write(&format!("{first}{text}\n"));
        }
        let (columns, _) = device.size();
        let erased = self.foot.erase(columns);
        let rest = " ".repeat(first.len());
        let lines = wrap(&text, columns.saturating_sub(1).min(WIDEST), first, &rest).join("\r\n");
        self.drawn_at = None;
        device.write(&format!("{erased}{lines}\r\n"))
    }

    /// Redraws the lines where that is due; at once where something happened, and soon where something moves.
    pub(super) fn redraw(
        &mut self,
        device: &mut dyn Device,
        now: Duration,
        haste: Haste,
        lines: impl FnOnce(usize, usize) -> FootLines,
    ) -> io::Result<()> {
        let since = self.drawn_at.map(|at| now.saturating_sub(at));
        let due = match haste {
            Haste::AtOnce => true,
            Haste::Moving => since.is_none_or(|since| since >= self.between_frames),
            Haste::Usual => since.is_none_or(|since| since >= REDRAW),
        };
        if self.look.plain || !due {
            return Ok(());
        }
        let (columns, rows) = device.size();
        let mut lines = lines(columns, rows);
        for line in &mut lines.words {
            if let Cow::Owned(text) = self.in_its_characters(line) {
                *line = text;
            }
        }
        let drawing = self.foot.draw(&lines, columns);
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
