//! Characters that could act on a terminal, or turn the direction of text.

/// Whether a character is a control character or changes the direction of text.
pub fn acts_on_a_terminal(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{061c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        || matches!(character, '\u{2028}' | '\u{2029}' | '\u{feff}')
}

/// The text without such characters; line breaks become spaces.
pub fn printable(text: &str) -> String {
    text.chars().map(|c| if c == '\n' || c == '\t' { ' ' } else { c }).filter(|&c| !acts_on_a_terminal(c)).collect()
}
