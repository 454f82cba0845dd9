//! How names are compared: what a reader types and what the catalogue holds meet in the same folded form.
//!
//! Shared with `build.rs`, which folds the names of the bundled catalogue into its index.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Drops case, spaces, punctuation, tone marks, full width and leading zeros: `ＧＢ-０30`, `gb 30` and `GB30` are one.
pub(crate) fn fold(name: &str) -> String {
    let mut folded = String::with_capacity(name.len());
    if name.is_ascii() {
        keep(name.chars(), &mut folded);
    } else {
        keep(name.nfkd().filter(|&c| !is_combining_mark(c)), &mut folded);
    }
    folded
}

/// Like [`fold`], but keeps tone marks, which tell `Jūliáo` (a point on the hip) from `Jùliáo` (one on the face).
pub(crate) fn fold_but_tones(name: &str) -> String {
    let mut folded = String::with_capacity(name.len());
    keep(name.nfkc(), &mut folded);
    folded
}

fn keep(characters: impl Iterator<Item = char>, folded: &mut String) {
    for character in characters.filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase) {
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
