//! How names are compared.

use proptest::prelude::*;

use guide::text::{fold, search_words};

/// Any characters, and those in which folding has most to do: digits, case, marks, full width, letters in one sign.
fn names() -> impl Strategy<Value = String> {
    prop_oneof![any::<String>(), "[0-9０-９a-cA-CÀ-ỹ环環İßſK①½ǅﬀｶﾞ가\u{300}-\u{345}\u{e01}-\u{e4d} -]{0,12}"]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4_096, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_folded_stays_as_it_is(name in names()) {
        let folded = fold(&name);
        prop_assert_eq!(fold(&folded), folded);
    }

    #[test]
    fn the_words_of_a_search_are_of_letters_and_digits(text in names()) {
        for word in search_words(&text) {
            prop_assert!(!word.is_empty() && word.chars().all(char::is_alphanumeric));
        }
    }
}
