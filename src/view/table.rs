//! Many entries, a line each.

use super::role::Role;

/// Many entries, a line each.
#[derive(Debug, Default)]
pub struct List {
    /// The columns on a terminal.
    pub columns: Vec<&'static str>,
    /// The place of the column that a reader types: it is never broken.
    pub typed: usize,
    /// Whether the first column stands on a terminal as a heading above the rows that share it.
    pub is_grouped: bool,
    /// Stems of the words that are marked where they stand.
    pub marked: Vec<String>,
    /// What to know before it; on a terminal only.
    pub before: Vec<String>,
    /// The cells on a terminal.
    pub rows: Vec<Vec<Cell>>,
    /// The columns in a pipe.
    pub piped: Vec<Vec<String>>,
    /// What to do next; on a terminal only.
    pub next: Vec<String>,
}

/// A cell of a list.
#[derive(Debug)]
pub struct Cell {
    /// What it says.
    pub text: String,
    /// What it means.
    pub role: Role,
}

impl Cell {
    /// A text that means something.
    pub(super) fn of(role: Role, text: impl Into<String>) -> Self {
        Self { text: text.into(), role }
    }
}

impl<T: Into<String>> From<T> for Cell {
    fn from(text: T) -> Self {
        Self::of(Role::Neutral, text)
    }
}

impl List {
    /// A list of these columns, of which one is to be typed, and what to do next.
    pub(super) fn new(columns: &[&'static str], typed: &str, next: &[&str]) -> Self {
        let next = next.iter().map(|&next| next.to_owned()).collect();
        let typed = columns.iter().position(|column| *column == typed).unwrap_or_default();
        Self { columns: columns.to_vec(), typed, next, ..Self::default() }
    }

    /// The same with its first column as headings.
    #[must_use]
    pub(super) fn grouped(self) -> Self {
        Self { is_grouped: true, ..self }
    }

    /// Adds a line: its cells on a terminal, and its columns in a pipe.
    pub(super) fn add(&mut self, cells: impl Into<Vec<Cell>>, piped: &[&str]) {
        self.rows.push(cells.into());
        self.piped.push(piped.iter().map(|&column| column.to_owned()).collect());
    }
}
