//! Text of sorted lines, each a key, a tab and the rest: found by halves, without reading the whole.

/// The lines whose key is `key`: the key and the rest of each.
pub(super) fn with_key<'t>(lines: &'t str, key: &str) -> impl Iterator<Item = (&'t str, &'t str)> {
    let rest = lines.get(first_not_below(lines, key)..).unwrap_or_default();
    let key = key.to_owned();
    let keyed = rest.lines().map(|line| line.split_once('\t').unwrap_or((line, "")));
    keyed.take_while(move |(first, _)| *first == key)
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
}
