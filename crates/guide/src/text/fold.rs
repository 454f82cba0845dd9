//! How names are compared: what a reader types and what the catalogue holds meet in the same folded form.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Drops case, spaces, punctuation, tone marks, full width and leading zeros: `ＧＢ-０30`, `gb 30` and `GB30` are one.
pub fn fold(name: &str) -> String {
    let mut folded = String::with_capacity(name.len());
    if name.is_ascii() {
        keep(name.chars(), &mut folded);
    } else {
        keep(name.nfkd().filter(|&c| !is_combining_mark(c)), &mut folded);
    }
    folded
}

/// Like [`fold`], but keeps tone marks, which tell `Jūliáo` (a point on the hip) from `Jùliáo` (one on the face).
pub fn fold_but_tones(name: &str) -> String {
    let mut folded = String::with_capacity(name.len());
    keep(name.nfkc(), &mut folded);
    folded
}

/// The words of a text as a search compares them: folded, without what English adds for more than one, and without words
/// that say nothing by themselves.
pub fn search_words(text: &str) -> impl Iterator<Item = String> {
    let words = text.split(|c: char| !c.is_alphanumeric() && !is_combining_mark(c)).map(fold);
    words.filter(|word| !word.is_empty() && !says_nothing(word)).map(singular)
}

/// Letters alone, and the commonest little words.
fn says_nothing(word: &str) -> bool {
    // In the order of the alphabet.
    const LITTLE: [&str; 38] = [
        "about", "all", "an", "and", "any", "are", "as", "at", "be", "but", "by", "can", "do", "for", "from", "has",
        "have", "if", "in", "is", "it", "its", "may", "my", "no", "not", "of", "on", "or", "so", "that", "the", "this",
        "to", "was", "with", "you", "your",
    ];
    debug_assert!(LITTLE.is_sorted());
    (word.len() == 1 && word.is_ascii()) || LITTLE.binary_search(&word).is_ok()
}

fn singular(mut word: String) -> String {
    const SHORTEST: usize = 4;
    if word.len() < SHORTEST || !word.is_ascii() || word.ends_with("ss") || word.ends_with("us") || word.ends_with("is")
    {
        return word;
    }
    if word.ends_with("ies") {
        word.truncate(word.len() - 3);
        word.push('y');
    } else if word.ends_with("tches") || word.ends_with("shes") || word.ends_with("sses") {
        word.truncate(word.len() - 2);
    } else if word.ends_with("lves") {
        word.truncate(word.len() - 3);
        word.push('f');
    } else if word.ends_with('s') {
        word.pop();
    }
    word
}

fn keep(characters: impl Iterator<Item = char>, folded: &mut String) {
    for character in characters.filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase) {
        // A stroke is no mark, and a sharp s no s.
        let plain = match character {
            'đ' => "d",
            'ß' => "ss",
            _ => "",
        };
        if !plain.is_empty() {
            folded.push_str(plain);
            continue;
        }
        let zero_leads = folded.ends_with('0') && !ends_in_longer_number(folded);
        if character.is_ascii_digit() && zero_leads {
            folded.pop();
        }
        folded.push(character);
    }
}

fn ends_in_longer_number(text: &str) -> bool {
    text.chars().rev().nth(1).is_some_and(|c| c.is_ascii_digit())
}
