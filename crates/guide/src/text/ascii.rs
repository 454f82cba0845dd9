//! Text for a locale without UTF-8: rules and dots in ASCII, pinyin without tones, no Chinese characters.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The text in ASCII. Spaces that pad a line are kept, so columns may move where characters fall away.
pub fn ascii(text: &str) -> String {
    if text.is_ascii() {
        return text.to_owned();
    }
    let mut ascii = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        let mut plain: String = apart(line).nfkd().filter(|&c| !is_combining_mark(c)).filter_map(replacement).collect();
        // A separator before a name that fell away would stand alone.
        while plain.contains(" -  - ") || plain.ends_with(" - \n") || plain.ends_with(" -\n") {
            plain = plain.replace(" -  - ", " - ").replace(" - \n", "\n").replace(" -\n", "\n");
        }
        ascii.push_str(&plain);
    }
    ascii
}

/// Fractions apart from the number before them: 1½ is to become 1 1/2, never 112.
fn apart(line: &str) -> String {
    let mut spaced = String::with_capacity(line.len());
    for character in line.chars() {
        if matches!(character, '¼'..='¾' | '⅐'..='⅞') && spaced.ends_with(|c: char| c.is_ascii_digit()) {
            spaced.push(' ');
        }
        spaced.push(character);
    }
    spaced
}

fn replacement(character: char) -> Option<char> {
    match character {
        c if c.is_ascii() => Some(c),
        '·' | '–' | '—' | '─' | '━' | '╌' | '…' | '•' => Some('-'),
        '═' | '╞' | '╪' | '╡' => Some('='),
        '│' | '┆' => Some('|'),
        '┌' | '┐' | '└' | '┘' | '├' | '┤' | '┬' | '┴' | '┼' => Some('+'),
        '’' | '‘' => Some('\''),
        '“' | '”' => Some('"'),
        '×' => Some('x'),
        '\u{2044}' => Some('/'),
        _ => None,
    }
}
