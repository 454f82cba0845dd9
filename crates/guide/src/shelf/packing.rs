//! JSON without the blanks between its parts, and with them again.

/// Blanks of a step inwards.
const STEP: &str = "  ";

/// A text in JSON, and what of it is within a string: there nothing is touched.
fn parts(json: &str) -> impl Iterator<Item = (char, bool)> {
    let (mut within, mut escaped) = (false, false);
    json.chars().map(move |character| {
        let quotes = character == '"' && !escaped;
        let is_within = within || quotes;
        within ^= quotes;
        escaped = within && character == '\\' && !escaped;
        (character, is_within)
    })
}

/// A text in JSON without the blanks between its parts.
pub(super) fn pack(json: &str) -> String {
    parts(json).filter(|(character, within)| *within || !character.is_whitespace()).map(|(it, _)| it).collect()
}

/// What was packed, laid out as our files are: a part a line, two blanks a step inwards.
pub(super) fn unpack(packed: &str) -> String {
    let mut text = String::with_capacity(packed.len() * 3 / 2);
    let mut depth = 0;
    let mut before = ' ';
    for (character, within) in parts(packed) {
        let closes = !within && matches!(character, '}' | ']');
        let is_empty = closes && matches!(before, '{' | '[');
        depth -= usize::from(closes).min(depth);
        if !is_empty && (closes || matches!(before, '{' | '[' | ',')) {
            text.push('\n');
            text.push_str(&STEP.repeat(depth));
        }
        text.push(character);
        if !within && character == ':' {
            text.push(' ');
        }
        depth += usize::from(!within && matches!(character, '{' | '['));
        before = if within { ' ' } else { character };
    }
    text.push('\n');
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_packed_can_be_laid_out_again() {
        let text = "{\n  \"a\": [\n    1,\n    {}\n  ],\n  \"b, {\\\"\": \" x: [\\\\\",\n  \"c\": []\n}\n";
        assert_eq!(pack(text), "{\"a\":[1,{}],\"b, {\\\"\":\" x: [\\\\\",\"c\":[]}");
        assert_eq!(unpack(&pack(text)), text);
    }
}
