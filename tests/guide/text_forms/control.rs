//! Characters that act on a terminal, or that nobody sees.

use guide::text::{first_unseen, printable};

#[test]
fn what_nobody_sees_is_found_and_dropped() {
    for unseen in [
        '\u{ad}', '\u{34f}', '\u{115f}', '\u{180e}', '\u{200b}', '\u{200c}', '\u{200d}', '\u{2060}', '\u{2061}',
        '\u{2064}', '\u{206a}', '\u{2800}', '\u{3164}', '\u{fe0f}', '\u{ffa0}', '\u{fff9}', '\u{fffb}', '\u{e0001}',
        '\u{e0041}', '\u{e007f}', '\u{e0100}',
    ] {
        let text = format!("calf{unseen}pain");
        assert_eq!(first_unseen(&text), Some(unseen), "{text:?}");
        assert_eq!(printable(&text), "calfpain");
    }
}

#[test]
fn what_a_script_or_a_picture_needs_is_kept() {
    for text in [
        "環跳",
        "葛\u{e0100}城",
        "\u{4fae}\u{fe00}",
        "می\u{200c}خواهم",
        "क\u{94d}\u{200d}ष",
        "👩\u{200d}⚕\u{fe0f}",
        "❤\u{fe0f}",
        "❤\u{fe0e}",
        "1\u{fe0f}\u{20e3}",
        "Huántiào",
        "e\u{301}",
        "한글",
        "½ – “x” · 30\u{a0}s",
        "⠁",
    ] {
        assert_eq!(first_unseen(text), None, "{text:?}");
        assert_eq!(printable(text), text);
    }
}
