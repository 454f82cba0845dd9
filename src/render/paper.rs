//! What fits on a page, and how the parts of a page to print are dealt out over sheets, so that none is torn.

/// How much goes on to a page between its margins, on A4 and on Letter alike.
#[derive(Debug, Clone, Copy)]
pub(super) struct Paper {
    /// Letters in a line.
    columns: f64,
    /// Lines on a page.
    lines: f64,
    /// Height of a line in millimetres.
    line: f64,
    /// Size of the letters of a citation, as a part of those of the text.
    citation: f64,
}

/// Letters of 11 and of 18 points between margins of 12 and 18 mm. What is reckoned here comes out a few lines too long, as
/// the browser's pages show, so that these are a few lines more than a page has.
pub(super) const NORMAL: Paper = Paper { columns: 102.0, lines: 52.0, line: 5.1, citation: 0.8 };
pub(super) const LARGE: Paper = Paper { columns: 57.0, lines: 30.5, line: 8.25, citation: 1.0 };

impl Paper {
    /// Lines that a text takes, in a column that is so many letters narrower.
    pub(super) fn lines_of(self, text: &str, narrower: f64) -> f64 {
        self.lines_of_letters(self.letters(text, ""), narrower)
    }

    /// Lines that so many letters take.
    pub(super) fn lines_of_letters(self, letters: f64, narrower: f64) -> f64 {
        (letters / (self.columns - narrower)).ceil().max(1.0)
    }

    /// Lines that a text takes in a column of a part of the width; words are not torn, so that each loses some letters.
    pub(super) fn lines_across(self, text: &str, part: f64) -> f64 {
        const LOST: f64 = 4.0;
        (self.letters(text, "") / (self.columns * part - LOST).max(1.0)).ceil().max(1.0)
    }

    /// Letters of a text and of its citation, which is printed smaller.
    pub(super) fn letters(self, text: &str, citation: &str) -> f64 {
        count(text) + count(citation) * self.citation
    }

    /// Lines that a height in millimetres takes.
    pub(super) fn lines_high(self, millimetres: f64) -> f64 {
        millimetres / self.line
    }

    /// Deals parts out over sheets, of which each has a title that takes some lines. A part that is taller than a sheet
    /// is alone on its own.
    pub(super) fn deal<P>(self, parts: Vec<P>, title: f64, lines_of: impl Fn(&P) -> f64) -> Vec<Vec<P>> {
        let mut sheets: Vec<Vec<P>> = vec![Vec::new()];
        let mut taken = title;
        for part in parts {
            let lines = lines_of(&part);
            if taken + lines > self.lines && taken > title {
                sheets.push(Vec::new());
                taken = title;
            }
            taken += lines;
            if let Some(sheet) = sheets.last_mut() {
                sheet.push(part);
            }
        }
        sheets
    }
}

#[expect(clippy::cast_precision_loss, reason = "texts are far shorter than 2^52")]
fn count(text: &str) -> f64 {
    text.chars().count() as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_that_no_longer_fits_begins_a_sheet() {
        let paper = Paper { columns: 10.0, lines: 10.0, line: 5.0, citation: 0.5 };
        let dealt = |parts: &[f64]| paper.deal(parts.to_vec(), 2.0, |lines| *lines);
        assert_eq!(dealt(&[4.0, 4.0, 1.0]), [vec![4.0, 4.0], vec![1.0]]);
        assert_eq!(dealt(&[30.0, 1.0]), [vec![30.0], vec![1.0]]);
        assert_eq!(dealt(&[]), [Vec::<f64>::new()]);
    }

    #[test]
    fn a_text_takes_the_lines_that_its_letters_need() {
        let paper = Paper { columns: 10.0, lines: 10.0, line: 5.0, citation: 0.5 };
        let lines = |text, narrower| format!("{:.1}", paper.lines_of(text, narrower));
        assert_eq!([lines("", 0.0), lines("0123456789", 0.0)], ["1.0", "1.0"]);
        assert_eq!([lines("0123456789a", 0.0), lines("0123456789", 4.0)], ["2.0", "2.0"]);
        assert_eq!(format!("{:.1} {:.1}", paper.letters("0123", "45"), paper.lines_high(12.5)), "5.0 2.5");
    }
}
