//! How tall a text comes out that runs around a picture, so that a page to print is known to fit before it is printed.

/// A text in letters of one size.
#[derive(Debug, Clone, Copy)]
pub(super) struct Flow {
    /// Height of the letters in millimetres.
    letters: f64,
}

/// A paragraph: its letters, and by how much it is narrower than its column, in millimetres.
#[derive(Debug, Clone, Copy)]
pub(super) struct Paragraph {
    pub(super) letters: usize,
    pub(super) narrower: f64,
    /// Whether it has an edge, and stays as wide as it begins.
    pub(super) is_box: bool,
}

/// Millimetres of a point, the unit of letters.
const POINT: f64 = 0.3528;
/// Of the letters and blanks of a text, in heights of them.
const LETTER_WIDTH: f64 = 0.44;
/// From line to line, in heights of the letters.
pub(super) const LINE_HEIGHT: f64 = 1.17;
/// Between paragraphs.
const APART: f64 = 0.25;

impl Flow {
    /// Text in letters of so many points.
    pub(super) fn of_points(points: f64) -> Self {
        Self { letters: points * POINT }
    }

    /// The height of so many lines.
    pub(super) fn lines(self, count: f64) -> f64 {
        count * self.letters * LINE_HEIGHT
    }

    /// The height of paragraphs in a column that is so wide, around a picture of this width and height.
    pub(super) fn height(self, paragraphs: &[Paragraph], width: f64, [across, down]: [f64; 2]) -> f64 {
        let mut height = 0.0;
        for paragraph in paragraphs {
            let mut left = paragraph.letters;
            let begins_beside = height < down;
            loop {
                let is_beside = if paragraph.is_box { begins_beside } else { height < down };
                let beside = if is_beside { across } else { 0.0 };
                let room = (width - beside - paragraph.narrower) / (self.letters * LETTER_WIDTH);
                height += self.lines(1.0);
                // The last word of a line stands in the next, half of it all in all.
                let taken = whole(room - 2.0);
                if left <= taken {
                    break;
                }
                left -= taken;
            }
            height += self.letters * APART;
        }
        height
    }
}

/// So many whole letters, one at least.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is between 1 and 1000")]
fn whole(letters: f64) -> usize {
    letters.clamp(1.0, 1000.0) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paragraphs(count: usize, letters: usize) -> Vec<Paragraph> {
        vec![Paragraph { letters, narrower: 0.0, is_box: false }; count]
    }

    #[test]
    fn a_text_beside_a_picture_is_taller_and_below_it_as_wide_as_the_column() {
        let flow = Flow::of_points(10.0);
        let alone = flow.height(&paragraphs(4, 300), 186.0, [0.0, 0.0]);
        let beside = flow.height(&paragraphs(4, 300), 186.0, [60.0, 20.0]);
        let beside_more = flow.height(&paragraphs(4, 300), 186.0, [60.0, 50.0]);
        assert!(alone < beside && beside < beside_more, "{alone} {beside} {beside_more}");
    }
}
