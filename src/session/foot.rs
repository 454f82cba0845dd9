//! What a session redraws at the foot of the terminal: the time and the picture, and a few lines.

use std::time::Duration;

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::engine::Engine;
use super::phases::PhaseKind;
use guide::routine::Step;
use guide::text::clock;

/// The lines at the foot: the large time and the picture, where there is room for them, and words below.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(super) struct FootLines {
    /// The lines of the time and the picture, painted.
    pub(super) picture: Vec<String>,
    /// How wide they are at the most.
    pub(super) picture_width: usize,
    /// The words.
    pub(super) words: Vec<String>,
}

/// What was drawn last, so that it can be taken away again.
#[derive(Debug, Default)]
pub(super) struct Foot {
    /// Each line that stands there, and its width.
    drawn: Vec<(String, usize)>,
    /// The columns that the terminal had then.
    columns: usize,
}

/// Fewer columns than this show one bar, not two.
const ROOM_FOR_TWO_BARS: usize = 60;

impl Foot {
    /// What takes the lines away. A terminal that became narrower has broken them into more rows.
    pub(super) fn erase(&mut self, columns: usize) -> String {
        let rows: usize = self.drawn.iter().map(|(_, width)| width.div_ceil(columns.max(1)).max(1)).sum();
        self.drawn.clear();
        match rows {
            0 => String::new(),
            1 => "\r\x1b[J".to_owned(),
            rows => format!("\r\x1b[{}A\x1b[J", rows - 1),
        }
    }

    /// What draws the lines anew, in the place of those that stand there: of as many in a terminal of the same width only
    /// those that changed, so that nothing flickers. The cursor stays in the last, so that no line is begun that would scroll.
    pub(super) fn draw(&mut self, lines: &FootLines, columns: usize) -> String {
        let room = columns.saturating_sub(1);
        let picture = lines.picture.iter().map(|line| (line.clone(), lines.picture_width));
        let words = lines.words.iter().map(|line| cut(line, room)).map(|line| {
            let width = line.width();
            (line, width)
        });
        let lines: Vec<(String, usize)> = picture.chain(words).collect();
        let drawing = if lines.len() == self.drawn.len() && columns == self.columns {
            self.changes(&lines)
        } else {
            let texts: Vec<&str> = lines.iter().map(|(line, _)| line.as_str()).collect();
            format!("{}{}", self.erase(columns), texts.join("\r\n"))
        };
        (self.drawn, self.columns) = (lines, columns);
        drawing
    }

    /// What writes those lines anew that are others now; nothing where none is.
    fn changes(&self, lines: &[(String, usize)]) -> String {
        let Some(last) = lines.len().checked_sub(1).filter(|_| self.drawn != lines) else { return String::new() };
        let mut drawing = String::from("\r");
        if last > 0 {
            drawing.push_str(&format!("\x1b[{last}A"));
        }
        for (place, (line, before)) in lines.iter().zip(&self.drawn).enumerate() {
            // The cursor has to end where the last one ends.
            if line != before || place == last {
                drawing.push_str(&format!("{}\x1b[K", line.0));
            }
            if place < last {
                drawing.push_str("\r\n");
            }
        }
        drawing
    }
}

/// The words: what is on, how far it is, what is next where that is to be told, when to stop.
pub(super) fn words(
    engine: &Engine,
    steps: &[Step],
    stop_lines: &[String],
    columns: usize,
    with_next: bool,
) -> Vec<String> {
    let room = columns.saturating_sub(1);
    let mut words = vec![what(engine, steps), how_far(engine, room)];
    words.extend(with_next.then(|| next(engine, steps)));
    words.push(stop_line(stop_lines, room).to_owned());
    words
}

/// `Next: Seated cat, left`
fn next(engine: &Engine, steps: &[Step]) -> String {
    let Some(step) = engine.next_step().and_then(|place| steps.get(place)) else { return "Next: the end".to_owned() };
    let side = step.side.map(|side| format!(", {}", side.id())).unwrap_or_default();
    format!("Next: {}{side}", step.title)
}

/// `Step 3 of 9  GB30 Jumping Circle, left: hold 1 of 2`
pub(super) fn what(engine: &Engine, steps: &[Step]) -> String {
    let Some(phase) = engine.phase() else { return String::new() };
    let side = phase.side.map(|side| format!(", {}", side.id())).unwrap_or_default();
    let doing = match phase.kind {
        PhaseKind::Breathe => "breathe",
        PhaseKind::Prepare => "get ready",
        PhaseKind::ChangeSides => "change sides",
        PhaseKind::Release => "let go",
        PhaseKind::Hold { of: 1, .. } => "go",
        PhaseKind::Hold { number, of } => &format!("{number} of {of}"),
    };
    let title = steps.get(phase.step).map_or("", |step| step.title.as_str());
    format!("Step {} of {}: {doing}. {title}{side}", phase.step + 1, steps.len())
}

/// `[#####.....] 0:34 of 1:00   all [##........] 4:20 of 12:00`
fn how_far(engine: &Engine, room: usize) -> String {
    let of = |done: Duration, all: Duration| format!("{} of {}", clock(done.as_secs()), clock(all.as_secs()));
    let all_of_phase = engine.elapsed_in_phase() + engine.left();
    let time = if engine.is_paused() { "PAUSED".to_owned() } else { of(engine.elapsed_in_phase(), all_of_phase) };
    let whole = of(engine.elapsed(), engine.total());
    if room < ROOM_FOR_TWO_BARS {
        let short = format!("{time}  {}", clock(engine.elapsed().as_secs()));
        let columns = room.saturating_sub(short.width() + 3);
        return format!("{} {short}", bar(engine.elapsed_in_phase(), all_of_phase, columns));
    }
    let columns = (room.min(100) - time.width() - whole.width() - 14) / 2;
    let bars = [(engine.elapsed_in_phase(), all_of_phase), (engine.elapsed(), engine.total())];
    let [of_phase, of_whole] = bars.map(|(done, all)| bar(done, all, columns));
    format!("{of_phase} {time}   all {of_whole} {whole}")
}

fn bar(done: Duration, all: Duration, columns: usize) -> String {
    let whole = all.as_millis().max(1);
    let full = usize::try_from(done.as_millis() * columns as u128 / whole).unwrap_or(columns).min(columns);
    format!("[{}{}]", "#".repeat(full), ".".repeat(columns - full))
}

/// The longest that fits; the shortest where none does.
fn stop_line(stop_lines: &[String], room: usize) -> &str {
    let fitting = stop_lines.iter().find(|line| line.width() <= room);
    fitting.or(stop_lines.last()).map_or("", String::as_str)
}

/// The beginning of a line that fits.
fn cut(line: &str, room: usize) -> String {
    let mut columns = 0;
    let fits = |character: &char| {
        columns += character.width().unwrap_or_default();
        columns <= room
    };
    line.chars().take_while(fits).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_away_the_rows_into_which_a_narrower_terminal_broke_the_lines() {
        let mut foot = Foot::default();
        foot.draw(&words(&["x".repeat(100), "y".repeat(50), "z".repeat(10)]), 120);
        assert_eq!(foot.erase(30), "\r\x1b[6A\x1b[J", "4 rows and 2 and 1: 6 above the last");
    }

    #[test]
    fn no_line_reaches_the_last_column() {
        let mut foot = Foot::default();
        assert_eq!(foot.draw(&words(&["環跳 is at the hip".to_owned()]), 8), "環跳 is");
    }

    #[test]
    fn writes_those_lines_anew_that_have_changed() {
        let mut foot = Foot::default();
        let picture = |line: &str| FootLines {
            picture: vec![line.to_owned()],
            picture_width: 3,
            words: vec!["same".to_owned(), "0:01".to_owned()],
        };
        assert_eq!(foot.draw(&picture("one"), 80), "one\r\nsame\r\n0:01");
        assert_eq!(foot.draw(&picture("one"), 80), "");
        assert_eq!(foot.draw(&picture("two"), 80), "\r\x1b[2Atwo\x1b[K\r\n\r\n0:01\x1b[K");
        assert_eq!(foot.draw(&words(&["0:02".to_owned()]), 80), "\r\x1b[2A\x1b[J0:02");
    }

    fn words<const N: usize>(words: &[String; N]) -> FootLines {
        FootLines { words: words.to_vec(), ..FootLines::default() }
    }
}
