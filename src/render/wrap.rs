//! Prose in lines.

use std::borrow::Cow;

use textwrap::core::Fragment;
use textwrap::wrap_algorithms::wrap_first_fit;
use textwrap::{Options, WordSplitter, WrapAlgorithm};
use unicode_width::UnicodeWidthStr;

/// A text in lines of at most `width` columns, the first behind one indent, the others behind another.
pub fn wrap(text: &str, width: usize, first: &str, rest: &str) -> Vec<String> {
    // No text is wider than its bytes are many, so most need no measuring.
    if first.len() + text.len() <= width {
        return vec![format!("{first}{text}")];
    }
    let words = words(text);
    let room = [first, rest].map(|indent| columns(width.saturating_sub(indent.width())));
    let widest = words.iter().map(|word| word.columns).fold(0.0, f64::max);
    if room.iter().any(|room| widest > *room) {
        return broken(text, width, first, rest);
    }
    let lines = wrap_first_fit(&words, &room).into_iter().enumerate();
    let lines = lines.map(|(place, words)| {
        let span = words.first().map_or(0, |word| word.start)..words.last().map_or(0, |word| word.end);
        format!("{}{}", if place == 0 { first } else { rest }, text.get(span).unwrap_or_default())
    });
    lines.collect()
}

/// A text with a word that has no room in a line, such as an address: broken within words.
fn broken(text: &str, width: usize, first: &str, rest: &str) -> Vec<String> {
    let options = Options::new(width)
        .initial_indent(first)
        .subsequent_indent(rest)
        .word_splitter(WordSplitter::NoHyphenation)
        .wrap_algorithm(WrapAlgorithm::FirstFit);
    textwrap::wrap(text, options).into_iter().map(Cow::into_owned).collect()
}

/// A word by its place in the text. textwrap's own words measure themselves character by character, which takes longer
/// than all the rest of a card.
#[derive(Debug)]
struct Word {
    start: usize,
    end: usize,
    columns: f64,
}

impl Fragment for Word {
    fn width(&self) -> f64 {
        self.columns
    }

    fn whitespace_width(&self) -> f64 {
        1.0
    }

    fn penalty_width(&self) -> f64 {
        0.0
    }
}

fn words(text: &str) -> Vec<Word> {
    let mut start = 0;
    let words = text.split(' ').map(|word| {
        let end = start + word.len();
        let width = if word.is_ascii() { word.len() } else { word.width() };
        let word = Word { start, end, columns: columns(width) };
        start = end + 1;
        word
    });
    words.collect()
}

fn columns(width: usize) -> f64 {
    u32::try_from(width).map_or(f64::MAX, f64::from)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::catalogue::printable;

    /// Texts as they reach a terminal: of words short and long, wide, without width, with spaces in a row.
    fn texts() -> impl Strategy<Value = String> {
        let wide = "[a-z環跳ü가😀\u{200b}\u{301}\u{fe0f}\u{200d}©#]{0,30}";
        let piece =
            prop_oneof![3 => "[a-z,.]{1,9}", 1 => "[a-z/:]{30,90}", 2 => wide, 1 => " {1,3}", 1 => any::<String>()];
        let text = proptest::collection::vec(piece, 0..12).prop_map(|pieces| pieces.join(" "));
        text.prop_map(|text| printable(&text))
    }

    fn solid(text: &str) -> String {
        text.chars().filter(|c| *c != ' ').collect()
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 2_048, failure_persistence: None, ..ProptestConfig::default() })]

        /// A line is wider than there is room only where a single character, with its indent, is.
        #[test]
        fn no_line_is_too_wide_and_nothing_is_lost(
            text in texts(),
            width in 1_usize..100,
            first in 0_usize..9,
            rest in 0_usize..9,
        ) {
            let (first, rest) = (" ".repeat(first), " ".repeat(rest));
            let lines = wrap(&text, width, &first, &rest);
            for (place, line) in lines.iter().enumerate() {
                let indent = if place == 0 { &first } else { &rest };
                let single = line.trim_start().chars().filter(|c| unicode_width::UnicodeWidthChar::width(*c) > Some(0));
                prop_assert!(line.width() <= width || single.count() <= 1, "{} {}: {:?}", width, indent.len(), lines);
            }
            prop_assert_eq!(solid(&lines.concat()), solid(&text));
        }
    }

    #[test]
    fn breaks_between_words_and_indents_what_follows() {
        let lines = wrap("Find the soft dip of 環跳 there.", 14, "1 ", "  ");
        assert_eq!(lines, ["1 Find the", "  soft dip of", "  環跳 there."]);
    }

    #[test]
    fn breaks_a_word_that_has_no_room() {
        let lines = wrap("See https://example.org/a/long/address now.", 12, "", "");
        assert!(lines.iter().all(|line| line.width() <= 12), "{lines:?}");
        assert_eq!(lines.concat().replace(' ', ""), "Seehttps://example.org/a/long/addressnow.");
    }
}
