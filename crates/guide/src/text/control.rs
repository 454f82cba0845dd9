//! Characters that could act on a terminal, turn the direction of text, or stand in it without being seen.

/// Whether a character is a control character or changes the direction of text.
pub fn acts_on_a_terminal(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{061c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        || matches!(character, '\u{2028}' | '\u{2029}' | '\u{feff}')
}

/// The first character of a text that nobody sees, and that the text does not need.
///
/// Two names that look alike would be two names, and words could be hidden in a text that somebody, or some program, reads.
pub fn first_unseen(text: &str) -> Option<char> {
    let found = if text.is_ascii() { None } else { with_neighbours(text).find(is_unseen) };
    found.map(|(_, character, _)| character)
}

/// The text without characters that act or are not seen; line breaks become spaces.
pub fn printable(text: &str) -> String {
    let kept = with_neighbours(text).filter(|at| !is_unseen(at)).map(|(_, character, _)| character);
    kept.map(|c| if c == '\n' || c == '\t' { ' ' } else { c }).filter(|&c| !acts_on_a_terminal(c)).collect()
}

/// A character between the one before and the one after it.
type InText = (Option<char>, char, Option<char>);

fn with_neighbours(text: &str) -> impl Iterator<Item = InText> {
    let mut characters = text.chars().peekable();
    let mut before = None;
    std::iter::from_fn(move || {
        let character = characters.next()?;
        let at = (before, character, characters.peek().copied());
        before = Some(character);
        Some(at)
    })
}

fn is_unseen(at: &InText) -> bool {
    match *at {
        (Some(before), '\u{200c}' | '\u{200d}', Some(after)) => !(joins(before) && joins(after)),
        (Some(before), '\u{fe0e}' | '\u{fe0f}', after) => !(has_variants(before) || after == Some('\u{20e3}')),
        (Some(before), '\u{fe00}'..='\u{fe0d}' | '\u{e0100}'..='\u{e01ef}', _) => !is_hanzi(before),
        (_, character, _) => is_invisible(character),
    }
}

/// Zero widths, fillers, hyphens that only may be, operators without a sign, variants, annotations and tags: whatever is
/// drawn as nothing and is no space.
fn is_invisible(character: char) -> bool {
    matches!(character,
        '\u{ad}' | '\u{34f}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200d}' | '\u{2060}'..='\u{2065}' | '\u{206a}'..='\u{206f}' | '\u{2800}' | '\u{3164}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{1bca0}'..='\u{1bca3}'
        | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

/// Whether a joiner, or what keeps two from joining, can change how a character looks: in the scripts from Arabic to
/// Mongolian that join, and in pictures that are put together.
fn joins(character: char) -> bool {
    matches!(character, '\u{600}'..='\u{109f}' | '\u{1780}'..='\u{18af}' | '\u{fe0f}') || is_picture(character)
}

/// Whether a picture in colour and a plain sign share this character.
fn has_variants(character: char) -> bool {
    is_picture(character) || is_hanzi(character) || matches!(character, '\u{a9}' | '\u{ae}' | '\u{3030}' | '\u{303d}')
}

fn is_picture(character: char) -> bool {
    matches!(character, '\u{203c}'..='\u{27ff}' | '\u{2900}'..='\u{2bff}' | '\u{1f000}'..='\u{1faff}')
        && !is_invisible(character)
}

fn is_hanzi(character: char) -> bool {
    matches!(character, '\u{2e80}'..='\u{2fdf}' | '\u{3005}'..='\u{3007}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}
