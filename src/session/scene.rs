//! What stands at the foot of the terminal at a moment: the time that is left, the picture, the words, each where it fits.

use super::digits::{HEIGHT, digits};
use super::engine::Engine;
use super::foot::{FootLines, words};
use super::motion::{Frame, Moment, StepPicture};
use guide::routine::Step;
use guide::text::clock;
use unicode_width::UnicodeWidthStr;

/// Draws a moment of a movement in so many columns and rows at the most: lines, painted.
pub type Painter<'p> = dyn Fn(&StepPicture, &Frame, (usize, usize)) -> Vec<String> + 'p;

/// Columns and rows of a picture.
const NARROWEST_PICTURE: usize = 30;
const WIDEST_PICTURE: usize = 56;
const LOWEST_PICTURE: usize = 5;
const HIGHEST_PICTURE: usize = 15;
/// Rows that stay for the text above it: so many at the least.
const ROWS_FOR_TEXT: usize = 4;
/// A terminal as low or as narrow as this has room for neither the large time nor what comes next.
const LOW: usize = 12;
const NARROW: usize = 40;
/// Between the time and the picture.
const GAP: usize = 3;

/// The terminal, and how many of its rows the text of the step takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct FootRoom {
    pub(super) columns: usize,
    pub(super) rows: usize,
    pub(super) told: usize,
}

/// What the foot shows, and how.
pub(super) struct Scene<'h> {
    pub(super) steps: &'h [Step],
    pub(super) stop_lines: &'h [String],
    pub(super) pictures: &'h [Option<StepPicture>],
    pub(super) paint: &'h Painter<'h>,
    pub(super) is_still: bool,
    pub(super) unicode: bool,
}

impl Scene<'_> {
    /// The picture of the step that is on, and where the body is in it.
    pub(super) fn picture(&self, engine: &Engine) -> Option<(&StepPicture, Frame)> {
        let phase = engine.phase()?;
        let picture = self.pictures.get(phase.step)?.as_ref()?;
        let moment = Moment {
            kind: phase.kind,
            elapsed: engine.elapsed_in_phase(),
            length: engine.elapsed_in_phase() + engine.left(),
            repetitions: self.steps.get(phase.step).and_then(|step| step.repetitions).unwrap_or(1),
        };
        Some((picture, picture.frame(moment, self.is_still)))
    }

    /// The lines at the foot.
    pub(super) fn lines(&self, engine: &Engine, picture: Option<(&StepPicture, Frame)>, room: FootRoom) -> FootLines {
        let FootRoom { columns, rows, told } = room;
        let is_small = rows <= LOW || columns < NARROW;
        let words = words(engine, self.steps, self.stop_lines, columns, !is_small);
        let text = told.clamp(ROWS_FOR_TEXT, (rows / 2).saturating_sub(2).max(ROWS_FOR_TEXT));
        let free = (columns.saturating_sub(1), rows.saturating_sub(words.len() + text));
        let time = if is_small || free.1 <= HEIGHT { Vec::new() } else { self.time(engine) };
        let time_width = time.first().map_or(0, |row| row.width());
        let is_beside = !time.is_empty() && free.0 >= time_width + GAP + NARROWEST_PICTURE;
        let room = match (time.is_empty(), is_beside) {
            (true, _) => free,
            (false, true) => (free.0 - time_width - GAP, free.1),
            (false, false) => (free.0, free.1.saturating_sub(HEIGHT + 2)),
        };
        let has_room = room.0 >= NARROWEST_PICTURE && room.1 >= LOWEST_PICTURE;
        let room = (room.0.min(WIDEST_PICTURE), room.1.min(HIGHEST_PICTURE));
        let picture = picture.filter(|_| has_room).map(|(picture, frame)| (self.paint)(picture, &frame, room));
        let picture = picture.unwrap_or_default();
        let lines = if is_beside { beside(&time, picture, time_width) } else { below(time, picture) };
        FootLines { picture: lines, picture_width: if is_beside { time_width + GAP + room.0 } else { room.0 }, words }
    }

    /// What is left of the phase, rounded up: it begins with all of it.
    fn time(&self, engine: &Engine) -> Vec<String> {
        let left = engine.left().as_millis().div_ceil(1000);
        digits(&clock(left.try_into().unwrap_or(u64::MAX)), self.unicode).into()
    }
}

/// The time at the left of the picture, at half its height.
fn beside(time: &[String], picture: Vec<String>, width: usize) -> Vec<String> {
    let height = picture.len().max(time.len());
    let above = (height - time.len()) / 2;
    let mut picture = picture.into_iter();
    let line = |row: usize| {
        let time = row.checked_sub(above).and_then(|row| time.get(row)).map_or("", String::as_str);
        let picture = picture.next().unwrap_or_default();
        let gap = " ".repeat(width + GAP - time.width());
        if picture.is_empty() { time.to_owned() } else { format!("{time}{gap}{picture}") }
    };
    (0..height).map(line).collect()
}

/// The time above the picture, each with an empty row before it: a picture alone needs none.
fn below(time: Vec<String>, picture: Vec<String>) -> Vec<String> {
    if time.is_empty() {
        return picture;
    }
    let above = [String::new()].into_iter().chain(time);
    if picture.is_empty() { above.collect() } else { above.chain([String::new()]).chain(picture).collect() }
}
