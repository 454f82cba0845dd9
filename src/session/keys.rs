//! The letter of a key, whatever alphabet the keyboard writes: the commands of a session are keys, and whoever reads "x it
//! hurts" presses the key on which an x stands beside another letter.

/// The keys of a keyboard, row by row, as the Latin alphabet has them.
const LATIN: &str = "qwertyuiopasdfghjklzxcvbnm";

/// The same keys in other alphabets; a Latin letter where there is none. What stands in several has its place in the first.
const OTHERS: [&str; 9] = [
    // Russian, Ukrainian, Greek, Hebrew, Arabic, Persian, Korean, Thai, Serbian.
    "йцукенгшщзфывапролдячсмить",
    "йцукенгшщзфівапролдячсмить",
    "qςερτυθιοπασδφγηξκλζχψωβνμ",
    "qwקראטוןםפשדגכעיחלךזסבהנמצ",
    "ضصثقفغعهخحشسيبلاتنمئءؤرbىة",
    "ضصثقفغعهخحشسیبلاتنمظطزرذدپ",
    "ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡ",
    "ๆไำพะัีรนยฟหกดเ้่าสผปแอิืท",
    "љњертзуиопасдфгхјклzџцвбнм",
];

/// What an East Asian keyboard writes in the width of its other characters, and how far that is from ASCII.
const FULL_WIDTH: std::ops::RangeInclusive<char> = '\u{ff01}'..='\u{ff5e}';
const FROM_ASCII: u32 = 0xfee0;

/// The letter of a key in lower case.
pub(super) fn letter_of(key: char) -> char {
    let key = match key {
        '\u{3000}' | '\u{a0}' => ' ',
        wide if FULL_WIDTH.contains(&wide) => char::from_u32(u32::from(wide) - FROM_ASCII).unwrap_or(wide),
        other => other,
    };
    let key = key.to_lowercase().next().unwrap_or(key);
    match key {
        ascii if ascii.is_ascii() => ascii,
        // It looks like an x, and whoever it hurts looks for one.
        'х' => 'x',
        '؟' | '\u{37e}' => '?',
        other => OTHERS.iter().find_map(|layout| at_the_place_of(other, layout)).unwrap_or(other),
    }
}

fn at_the_place_of(key: char, layout: &str) -> Option<char> {
    layout.chars().zip(LATIN.chars()).find(|(other, _)| *other == key).map(|(_, latin)| latin)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_layout_has_every_key() {
        for layout in OTHERS {
            assert_eq!(layout.chars().count(), LATIN.len(), "{layout}");
        }
    }

    #[test]
    fn latin_letters_are_what_they_are_in_either_case_and_width() {
        for (key, letter) in
            [('x', 'x'), ('X', 'x'), ('ｘ', 'x'), ('Ｘ', 'x'), ('？', '?'), ('\u{3000}', ' '), ('1', '1')]
        {
            assert_eq!(letter_of(key), letter, "{key:?}");
        }
        assert_eq!(LATIN.chars().map(letter_of).collect::<String>(), LATIN);
    }

    #[test]
    fn the_keys_of_a_session_are_where_they_are_on_other_keyboards() {
        for (keys, letters) in [
            ("чтикйз", "xnbrqp"),
            ("ЧТИКЙЗ", "xnbrqp"),
            ("чтикйзі", "xnbrqps"),
            ("χνβρπ", "xnbrp"),
            ("ΧΝΒΡΠ", "xnbrp"),
            ("סמנרפ", "xnbrp"),
            ("ءىقضح؟", "xnrqp?"),
            ("طدذ", "xnb"),
            ("ㅌㅜㅠㄱㅂㅔ", "xnbrqp"),
            ("ปืิพๆย", "xnbrqp"),
            ("џб", "xb"),
            // Alike.
            ("хХ", "xx"),
        ] {
            assert_eq!(keys.chars().map(letter_of).collect::<String>(), letters, "{keys}");
        }
    }

    #[test]
    fn what_is_no_letter_of_a_key_stays() {
        for key in ['é', '漢', 'ß', '\u{1f600}'] {
            assert_eq!(letter_of(key), key);
        }
    }
}
