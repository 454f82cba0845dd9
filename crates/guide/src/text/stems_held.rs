//! Which stems the words of a text begin with: told from the letters alone, so that many texts can be looked through.

/// How many of these stems a word of a text begins with.
pub fn stems_held(text: &str, stems: &[String]) -> usize {
    let bytes = text.as_bytes();
    let mut missing: Vec<&[u8]> = stems.iter().map(|stem| as_letters(stem)).filter(|stem| !stem.is_empty()).collect();
    let all = missing.len();
    // Most letters begin no stem: that is seen by their last five bits, which small and capital letters share.
    let bit = |letter: &u8| 1_u32 << (letter & 0x1f);
    let firsts = missing.iter().filter_map(|stem| stem.first()).fold(0, |firsts, letter| firsts | bit(letter));
    let begins_word = |at: usize| text.get(..at).is_some_and(|before| !before.ends_with(char::is_alphanumeric));
    for (at, _) in bytes.iter().enumerate().filter(|(at, letter)| firsts & bit(letter) != 0 && begins_word(*at)) {
        let stands_here =
            |stem: &[u8]| bytes.get(at..at + stem.len()).is_some_and(|run| run.eq_ignore_ascii_case(stem));
        missing.retain(|stem| !stands_here(stem));
        if missing.is_empty() {
            break;
        }
    }
    all - missing.len()
}

/// "Happy" ends otherwise than its stem.
fn as_letters(stem: &str) -> &[u8] {
    stem.strip_suffix('i').unwrap_or(stem).as_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_stems_where_words_begin() {
        let held =
            |text, stems: &[&str]| stems_held(text, &stems.iter().map(|it| (*it).to_owned()).collect::<Vec<_>>());
        assert_eq!(held("Press Behind the knees.", &["knee", "behind", "press"]), 3);
        assert_eq!(held("the kneecap", &["cap"]), 0, "only where a word begins");
        assert_eq!(held("a happy day", &["happi"]), 1);
        assert_eq!(held("\u{201c}knee\u{201d} – \u{5de8}\u{9ac2}", &["knee", "\u{5de8}\u{9ac2}"]), 2);
        assert_eq!(held("", &["knee", ""]), 0);
    }
}
