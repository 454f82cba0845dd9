//! Times and counts that a sentence tells in words and digits.

/// The times that a sentence names, in seconds, from the least to the most: "10 to 20 minutes", "30 seconds".
pub(crate) fn durations(text: &str) -> Vec<(u32, u32)> {
    let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let unit = |word: &str| match word {
        "s" | "second" | "seconds" => Some(1),
        "min" | "minute" | "minutes" => Some(60),
        _ => None,
    };
    let units = words.iter().enumerate().filter_map(|(place, word)| Some((place, unit(word)?)));
    units.filter_map(|(place, seconds)| span_before(&words, place).map(|(a, b)| (a * seconds, b * seconds))).collect()
}

/// How many times a day a sentence names, from the least to the most: "3 times a day", "once or twice a day".
pub(crate) fn times_a_day(text: &str) -> Option<(u32, u32)> {
    let text = text.to_lowercase();
    let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let place = words.windows(2).position(|pair| pair == ["a", "day"])?;
    match words.get(..place)? {
        [.., "once", "or", "twice"] => Some((1, 2)),
        [.., "once"] => Some((1, 1)),
        [.., "twice"] => Some((2, 2)),
        before @ [.., "times"] => span_before(before, place - 1),
        _ => None,
    }
}

/// The number, or the two with "to" between them, that stand before a word.
fn span_before(words: &[&str], place: usize) -> Option<(u32, u32)> {
    let number = |word: Option<&&str>| word.and_then(|word| word.parse::<u32>().ok());
    let most = number(words.get(place.checked_sub(1)?))?;
    let is_span = place >= 3 && words.get(place - 2) == Some(&"to");
    let least = if is_span { number(words.get(place - 3)) } else { None };
    Some((least.unwrap_or(most), most))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_how_long_and_how_often() {
        assert_eq!(durations("Leave it on for 10 to 20 minutes, then 5 s more."), [(600, 1200), (5, 5)]);
        assert_eq!(durations("At least 20 seconds, 3 times."), [(20, 20)]);
        assert_eq!(durations("A minute, or some minutes."), []);
        assert_eq!(times_a_day("5 to 10 times, 2 to 3 times a day."), Some((2, 3)));
        assert_eq!(times_a_day("Once or twice a day."), Some((1, 2)));
        assert_eq!(times_a_day("As often as you like each day."), None);
    }
}
