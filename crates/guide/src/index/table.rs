//! Rows one behind the other, found without reading the whole: by number, or by halves where they are sorted by a key.
//!
//! A table is the count of its rows, in four bytes; how many bytes its other numbers have; the byte behind each row; and the
//! rows. The least byte of a number is the first.

use serde::{Deserialize, Serialize};

/// A table in memory, or in the program.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Table<'t>(&'t [u8]);

const COUNT: usize = size_of::<u32>();

impl<'t> Table<'t> {
    /// The table in these bytes.
    pub(crate) fn of(bytes: &'t [u8]) -> Self {
        Self(bytes)
    }

    /// How many rows it has.
    pub(crate) fn len(self) -> usize {
        self.0.first_chunk::<COUNT>().map_or(0, |count| u32::from_le_bytes(*count) as usize)
    }

    /// The bytes of a row.
    pub(crate) fn bytes(self, row: usize) -> Option<&'t [u8]> {
        let width = usize::from(*self.0.get(COUNT)?);
        let behind = self.0.get(COUNT + 1..)?;
        let (ends, rows) = behind.split_at_checked(self.len() * width)?;
        let end = |row: usize| ends.get(row * width..(row + 1) * width).map(number);
        let start = if row == 0 { 0 } else { end(row - 1)? };
        rows.get(start..end(row)?)
    }

    /// A row.
    pub(crate) fn row<R: Deserialize<'t>>(self, row: usize) -> Option<R> {
        postcard::from_bytes(self.bytes(row)?).ok()
    }

    /// Every row.
    pub(crate) fn rows<R: Deserialize<'t>>(self) -> impl Iterator<Item = R> + use<'t, R> {
        (0..self.len()).filter_map(move |row| self.row(row))
    }

    /// The bytes of the first field of a row, which is a text.
    fn key(self, row: usize) -> &'t [u8] {
        self.bytes(row).and_then(|bytes| postcard::take_from_bytes(bytes).ok()).map_or(&[], |(key, _)| key)
    }

    /// The number of the first row whose key is not below `key`.
    fn first_not_below(self, key: &str) -> usize {
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = low.midpoint(high);
            if self.key(middle) < key.as_bytes() {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }

    /// The rows whose key begins with `key`.
    pub(crate) fn beginning<R: Deserialize<'t>>(self, key: &str) -> impl Iterator<Item = R> + use<'t, R> {
        let begin = key.to_owned();
        let rows = self.first_not_below(key)..self.len();
        rows.take_while(move |row| self.key(*row).starts_with(begin.as_bytes())).filter_map(move |row| self.row(row))
    }

    /// The rows whose key is `key`.
    pub(crate) fn with_key<R: Deserialize<'t>>(self, key: &str) -> impl Iterator<Item = R> + use<'t, R> {
        let wanted = key.to_owned();
        let rows = self.first_not_below(key)..self.len();
        rows.take_while(move |row| self.key(*row) == wanted.as_bytes()).filter_map(move |row| self.row(row))
    }

    /// The same; one that cannot be read is an error rather than passed over.
    ///
    /// # Errors
    /// A damaged table.
    pub(crate) fn every_with_key<R: Deserialize<'t>>(self, key: &str) -> postcard::Result<Vec<R>> {
        // In a table that was cut short, a key is not found where it would be.
        let is_whole = self.len().checked_sub(1).is_none_or(|last| self.bytes(last).is_some());
        let mut rows = if is_whole { Vec::new() } else { return Err(postcard::Error::DeserializeUnexpectedEnd) };
        for row in self.first_not_below(key)..self.len() {
            let bytes = self.bytes(row).unwrap_or_default();
            let (known, _): (&str, _) = postcard::take_from_bytes(bytes)?;
            if known != key {
                break;
            }
            rows.push(postcard::from_bytes(bytes)?);
        }
        Ok(rows)
    }

    /// The row whose key is `key`.
    pub(crate) fn get<R: Deserialize<'t>>(self, key: &str) -> Option<R> {
        self.row(self.place_of(key)?)
    }

    /// The number of the row whose key is `key`.
    pub(super) fn place_of(self, key: &str) -> Option<usize> {
        Some(self.first_not_below(key)).filter(|row| *row < self.len() && self.key(*row) == key.as_bytes())
    }

    /// Whether the key of a row is a word, or begins with it and a blank.
    pub(super) fn has_first_word(self, word: &str) -> bool {
        let behind = self.key(self.first_not_below(word)).strip_prefix(word.as_bytes());
        behind.is_some_and(|behind| behind.first().is_none_or(|byte| *byte == b' '))
    }

    /// Its rows by their keys, as bytes.
    pub(super) fn keyed(self) -> impl Iterator<Item = (&'t str, &'t [u8])> {
        (0..self.len()).filter_map(move |row| Some((str::from_utf8(self.key(row)).ok()?, self.bytes(row)?)))
    }
}

fn number(bytes: &[u8]) -> usize {
    bytes.iter().rev().fold(0, |number, byte| number << u8::BITS | usize::from(*byte))
}

/// Lays the bytes of rows out as a table.
pub(crate) fn lay_out<B: AsRef<[u8]>>(rows: &[B]) -> Vec<u8> {
    let (mut ends, mut bytes) = (Vec::new(), Vec::new());
    for row in rows {
        bytes.extend(row.as_ref());
        ends.push(bytes.len());
    }
    of_ends(&ends, &bytes)
}

/// The table of rows that lie one behind the other.
fn of_ends(ends: &[usize], rows: &[u8]) -> Vec<u8> {
    let width = rows.len().to_le_bytes().iter().rposition(|byte| *byte != 0).map_or(0, |last| last + 1);
    let mut table = Vec::with_capacity(COUNT + 1 + ends.len() * width + rows.len());
    table.extend(u32::try_from(ends.len()).unwrap_or(u32::MAX).to_le_bytes());
    table.extend(u8::try_from(width));
    table.extend(ends.iter().flat_map(|end| end.to_le_bytes().into_iter().take(width)));
    table.extend(rows);
    table
}

/// Writes rows, which are in order, as a table.
///
/// # Errors
/// A row that cannot be written.
pub(crate) fn write_table<R: Serialize>(rows: impl IntoIterator<Item = R>) -> postcard::Result<Vec<u8>> {
    let (mut ends, mut bytes) = (Vec::new(), Vec::new());
    for row in rows {
        bytes = postcard::to_extend(&row, bytes)?;
        ends.push(bytes.len());
    }
    Ok(of_ends(&ends, &bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table() -> Vec<u8> {
        write_table([("a", 1_u8), ("ab", 2), ("ab", 3), ("b", 4), ("ü", 5)]).unwrap()
    }

    #[test]
    fn finds_every_row_of_a_key() {
        let bytes = table();
        let found = |key| Table::of(&bytes).with_key::<(&str, u8)>(key).map(|(_, value)| value).collect::<Vec<_>>();
        assert_eq!(found("a"), [1]);
        assert_eq!(found("ab"), [2, 3]);
        assert_eq!(found("ü"), [5]);
        assert!(found("aa").is_empty());
        assert!(found("zz").is_empty());
        assert!(Table::default().with_key::<(&str, u8)>("a").next().is_none());
    }

    #[test]
    fn says_that_a_row_cannot_be_read() {
        let bytes = write_table([("a", 1_u8), ("a", 2)]).unwrap();
        let cut = bytes.get(..bytes.len() - 1).unwrap();
        assert_eq!(Table::of(&bytes).every_with_key::<(&str, u8)>("a"), Ok(vec![("a", 1), ("a", 2)]));
        assert!(Table::of(cut).every_with_key::<(&str, u8)>("a").is_err());
        assert_eq!(Table::of(&bytes).every_with_key::<(&str, u8)>("b"), Ok(vec![]));
    }

    #[test]
    fn finds_every_row_that_begins_like_a_key() {
        let bytes = table();
        let found = Table::of(&bytes).beginning::<(&str, u8)>("a").map(|(_, value)| value).collect::<Vec<_>>();
        assert_eq!(found, [1, 2, 3]);
    }

    #[test]
    fn has_no_row_behind_the_last() {
        let bytes = table();
        assert_eq!(Table::of(&bytes).row::<(&str, u8)>(4), Some(("ü", 5)));
        assert_eq!(Table::of(&bytes).row::<(&str, u8)>(5), None);
    }
}
