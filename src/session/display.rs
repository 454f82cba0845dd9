//! Writes lines, redraws the foot of the terminal, rings: at the times at which that is due.

use std::borrow::Cow;
use std::io;
use std::time::Duration;

use super::engine::Bell;
use super::foot::Foot;
use super::look::Look;
use crate::world::Device;
use guide::text::{ascii, wrap};

/// The lines are redrawn this often.
const REDRAW: Duration = Duration::from_millis(250);
/// Between two rings of a bell, so that they can be told apart.
const BETWEEN_RINGS: Duration = Duration::from_millis(350);
/// Prose is hard to read in longer lines.
const WIDEST: usize = 80;

/// What stands on the terminal, and what is still to ring.
#[derive(Debug)]
pub(super) struct Display {
    look: Look,
    foot: Foot,
    drawn_at: Option<Duration>,
    /// How often the bell is still to ring, and when next.
    rings: (u32, Duration),
}

impl Display {
    pub(super) fn new(look: Look) -> Self {
        Self { look, foot: Foot::default(), drawn_at: None, rings: (0, Duration::ZERO) }
    }

    /// Writes a text above the lines that are redrawn; `first` stands before it.
    pub(super) fn tell(&mut self, device: &mut dyn Device, text: &str, first: &str) -> io::Result<()> {
        let text = self.in_its_characters(text);
        if self.look.plain {
            return device.write(&format!("{first}{text}\n"));
        }
        let columns = device.columns();
        let erased = self.foot.erase(columns);
        let rest = " ".repeat(first.len());
        let lines = wrap(&text, columns.saturating_sub(1).min(WIDEST), first, &rest).join("\r\n");
        self.drawn_at = None;
        device.write(&format!("{erased}{lines}\r\n"))
    }

    /// Redraws the lines where that is due; at once where something happened.
    pub(super) fn redraw(
        &mut self,
        device: &mut dyn Device,
        now: Duration,
        at_once: bool,
        lines: impl FnOnce(usize) -> Vec<String>,
    ) -> io::Result<()> {
        let due = self.drawn_at.is_none_or(|at| now.saturating_sub(at) >= REDRAW);
        if self.look.plain || !(at_once || due) {
            return Ok(());
        }
        let columns = device.columns();
        let lines: Vec<String> = lines(columns).iter().map(|line| self.in_its_characters(line).into_owned()).collect();
        let drawing = self.foot.draw(&lines, columns);
        self.drawn_at = Some(now);
        device.write(&drawing)
    }

    /// Takes the lines away that are redrawn.
    pub(super) fn clear(&mut self, device: &mut dyn Device) -> io::Result<()> {
        let erased = self.foot.erase(device.columns());
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
