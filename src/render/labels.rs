//! What is labelled on which side of a drawing on paper.

use crate::view::{Drawing, Mark, MarkKind};

/// Between a drawing and its labels, in millimetres.
pub(super) const GAP: f64 = 1.5;
const LONGEST_LINE: usize = 14;
/// Letters are at most this part of their height wide, all in all; the bold capitals of a code are wider.
const LETTER_WIDTH: f64 = 0.62;
const CODE_WIDTH: f64 = 0.76;

/// The marks that are labelled on each side, twins once.
#[derive(Default)]
pub(super) struct Labels<'d> {
    pub(super) left: Vec<&'d Mark>,
    pub(super) right: Vec<&'d Mark>,
}

impl<'d> Labels<'d> {
    /// Each on its own side; of twins, on the side with fewer labels. Where those would take half of the room, all stand on the
    /// side where most are.
    pub(super) fn of(drawing: &'d Drawing, width: f64, letters: f64) -> Self {
        let both = Self::on_both_sides(drawing);
        if both.width(letters) * 2.0 < width {
            return both;
        }
        let is_left = both.left.len() > both.right.len();
        let mut all: Vec<&Mark> = Vec::new();
        for mark in &drawing.marks {
            match all.iter_mut().find(|known| known.name == mark.name) {
                None => all.push(mark),
                Some(twin) if (mark.at[0] < twin.at[0]) == is_left => *twin = mark,
                Some(_) => {}
            }
        }
        if is_left { Self { left: all, ..Self::default() } } else { Self { right: all, ..Self::default() } }
    }

    fn on_both_sides(drawing: &'d Drawing) -> Self {
        let [width, _] = drawing.size;
        let mut labels = Self::default();
        for mark in &drawing.marks {
            let is_left = |mark: &Mark| mark.at[0] < width / 2.0;
            let twin = drawing.marks.iter().find(|twin| twin.name == mark.name && is_left(twin) != is_left(mark));
            // The twin had its turn, or has it still.
            let known = |side: &[&Mark]| side.iter().any(|known| known.name == mark.name);
            if twin.is_some() && (known(&labels.left) || known(&labels.right)) {
                continue;
            }
            let fewer = labels.left.len() <= labels.right.len();
            let (chosen, goes_left) = match twin {
                Some(twin) if is_left(mark) != fewer => (twin, fewer),
                _ => (mark, is_left(mark)),
            };
            if goes_left { labels.left.push(chosen) } else { labels.right.push(chosen) }
        }
        labels
    }

    /// The width of the columns in millimetres.
    pub(super) fn width(&self, letters: f64) -> f64 {
        let column = |side: &[&Mark]| {
            let widest = side.iter().map(|mark| width_of(mark, &lines_of(&mark.words()))).reduce(f64::max);
            widest.map_or(0.0, |widest| widest * letters + 2.0 * GAP)
        };
        column(&self.left) + column(&self.right)
    }
}

pub(super) fn lines_of(name: &str) -> Vec<String> {
    textwrap::wrap(name, LONGEST_LINE).into_iter().map(std::borrow::Cow::into_owned).collect()
}

/// The width of a label, in heights of its letters.
pub(super) fn width_of(mark: &Mark, lines: &[String]) -> f64 {
    let widest = lines.iter().map(|line| line.chars().count()).max().unwrap_or_default();
    columns(widest) * if mark.kind == MarkKind::Landmark { LETTER_WIDTH } else { CODE_WIDTH }
}

/// So many letters or lines as a number to reckon with.
pub(super) fn columns(count: usize) -> f64 {
    u16::try_from(count).map_or(f64::from(u16::MAX), f64::from)
}
