//! Prose in lines.

use proptest::prelude::*;

use guide::text::{printable, wrap};
use unicode_width::UnicodeWidthStr;

/// Texts as they reach a terminal: of words short and long, wide, without width, with spaces in a row.
fn texts() -> impl Strategy<Value = String> {
    let wide = "[a-z環跳ü가😀\u{200b}\u{301}\u{fe0f}\u{200d}©#]{0,30}";
    let piece = prop_oneof![3 => "[a-z,.]{1,9}", 1 => "[a-z/:]{30,90}", 2 => wide, 1 => " {1,3}", 1 => any::<String>()];
    let text = proptest::collection::vec(piece, 0..12).prop_map(|pieces| pieces.join(" "));
    text.prop_map(|text| printable(&text))
}

fn solid(text: &str) -> String {
    text.chars().filter(|c| !" \u{a0}".contains(*c)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_048, failure_persistence: None, ..ProptestConfig::default() })]

    /// A line is wider than there is room only where a single character, with its indent, is; from 40 columns on, where a
    /// single word is, which is left whole.
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
            let is_whole = width >= 40 && !line.trim().contains(' ');
            let fits = line.width() <= width || is_whole || single.count() <= 1;
            prop_assert!(fits, "{} {}: {:?}", width, indent.len(), lines);
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
