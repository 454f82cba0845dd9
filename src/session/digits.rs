//! A time in digits that can be read from across a room.

/// How high the digits are, in rows.
pub(super) const HEIGHT: usize = 5;

/// What one dot of a digit is made of: it is about as wide as it is high.
const DOT: &str = "\u{28ff}\u{28ff}";
const ASCII_DOT: &str = "##";

/// A time such as `1:05` as rows of dots, all of one width.
pub(super) fn digits(time: &str, unicode: bool) -> [String; HEIGHT] {
    let dot = if unicode { DOT } else { ASCII_DOT };
    let mut rows: [String; HEIGHT] = Default::default();
    for shape in time.chars().map(shape) {
        for (row, dots) in rows.iter_mut().zip(shape) {
            if !row.is_empty() {
                row.push_str("  ");
            }
            row.extend(dots.chars().map(|it| if it == '#' { dot } else { "  " }));
        }
    }
    rows
}

fn shape(character: char) -> [&'static str; HEIGHT] {
    match character {
        '0' => ["###", "# #", "# #", "# #", "###"],
        '1' => [" # ", "## ", " # ", " # ", "###"],
        '2' => ["###", "  #", "###", "#  ", "###"],
        '3' => ["###", "  #", "###", "  #", "###"],
        '4' => ["# #", "# #", "###", "  #", "  #"],
        '5' => ["###", "#  ", "###", "  #", "###"],
        '6' => ["###", "#  ", "###", "# #", "###"],
        '7' => ["###", "  #", "  #", "  #", "  #"],
        '8' => ["###", "# #", "###", "# #", "###"],
        '9' => ["###", "# #", "###", "  #", "###"],
        _ => [" ", "#", " ", "#", " "],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_as_high_as_it_says_and_every_row_as_wide_as_the_others() {
        let rows = digits("1:05", false);
        assert_eq!(
            rows,
            [
                "  ##        ######  ######",
                "####    ##  ##  ##  ##    ",
                "  ##        ##  ##  ######",
                "  ##    ##  ##  ##      ##",
                "######      ######  ######",
            ]
        );
        assert!(digits("12:34", true).iter().all(|row| row.chars().count() == 34));
    }
}
