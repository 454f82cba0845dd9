//! Whether a question asks what something is, and tells nothing of whoever asks.

use crate::text::{fold, words};

const OPENINGS: [&[&str]; 9] = [
    &["what", "is"],
    &["what", "are"],
    &["what", "does"],
    &["whats"],
    &["define"],
    &["can", "sciatica"],
    &["could", "sciatica"],
    &["does", "sciatica"],
    &["is", "sciatica"],
];

/// Who may have what is asked about.
const PEOPLE: [&str; 22] = [
    "i", "im", "ive", "id", "me", "my", "mine", "we", "our", "he", "hes", "his", "him", "she", "shes", "her", "mum",
    "mom", "dad", "husband", "wife", "partner",
];

/// Whether somebody asks in general: "what is foot drop".
pub(super) fn asks_in_general(question: &str) -> bool {
    let words: Vec<String> = words(question).map(fold).collect();
    let opens =
        |opening: &[&str]| words.iter().zip(opening).filter(|(word, other)| word == *other).count() == opening.len();
    OPENINGS.iter().any(|opening| opens(opening)) && !words.iter().any(|word| PEOPLE.contains(&word.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_who_asks_in_general() {
        for general in ["what is foot drop", "What's cauda equina?", "can sciatica cause both legs to go numb"] {
            assert!(asks_in_general(general), "{general}");
        }
        for own in ["what is wrong with my foot, it drags", "foot drop", "what", "can I walk with foot drop", ""] {
            assert!(!asks_in_general(own), "{own}");
        }
    }
}
