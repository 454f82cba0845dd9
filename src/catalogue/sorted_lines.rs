//! Text of sorted lines, each a key, a tab and the rest: found by halves, without reading the whole.

/// The lines whose key is `key`: the key and the rest of each.
pub(super) fn with_key<'t>(lines: &'t str, key: &str) -> impl Iterator<Item = (&'t str, &'t str)> {
    let key = key.to_owned();
    from_key(lines, &key).take_while(move |(first, _)| *first == key)
}

/// The lines whose key is not below `key`: the key and the rest of each.
pub(super) fn from_key<'t>(lines: &'t str, key: &str) -> impl Iterator<Item = (&'t str, &'t str)> + use<'t> {
    let rest = lines.get(first_not_below(lines, key)..).unwrap_or_default();
    rest.lines().map(apart)
}

/// The last line whose key is not above `key`: the key and the rest.
pub(super) fn last_not_above<'t>(lines: &'t str, key: &str) -> Option<(&'t str, &'t str)> {
    let start = first_not_below(lines, key);
    let here = lines.get(start..).and_then(|rest| rest.lines().next()).map(apart);
    here.filter(|(first, _)| *first == key).or_else(|| lines.get(..start)?.lines().next_back().map(apart))
}

fn apart(line: &str) -> (&str, &str) {
    line.split_once('\t').unwrap_or((line, ""))
}

/// Byte offset of the first line whose key is not below `key`.
fn first_not_below(lines: &str, key: &str) -> usize {
    let (mut low, mut high) = (0, lines.len());
    while low < high {
        let middle = lines.floor_char_boundary(low.midpoint(high));
        let start = lines.get(..middle).and_then(|before| before.rfind('\n')).map_or(0, |newline| newline + 1).max(low);
        let line = lines.get(start..).unwrap_or_default();
        if line.split('\t').next().unwrap_or_default() < key {
            low = line.find('\n').map_or(lines.len(), |newline| start + newline + 1);
        } else {
            high = start;
        }
    }
    low
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINES: &str = "a\t1\nab\t2\nab\t3\nb\t4\nü\t5\n";

    #[test]
    fn finds_every_line_of_a_key() {
        let found = |key| with_key(LINES, key).map(|(_, rest)| rest).collect::<Vec<_>>();
        assert_eq!(found("a"), ["1"]);
        assert_eq!(found("ab"), ["2", "3"]);
        assert_eq!(found("ü"), ["5"]);
        assert!(found("aa").is_empty());
        assert!(found("zz").is_empty());
        assert!(with_key("", "a").next().is_none());
    }

    #[test]
    fn finds_the_line_in_whose_stretch_a_key_falls() {
        assert_eq!(last_not_above(LINES, "b"), Some(("b", "4")));
        assert_eq!(last_not_above(LINES, "ac"), Some(("ab", "3")));
        assert_eq!(last_not_above(LINES, "c"), Some(("b", "4")));
        assert_eq!(last_not_above(LINES, "A"), None);
    }
}
