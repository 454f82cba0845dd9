//! The index of a search: which terms stand in which fields of which entry, where each text stands and to whom it may be
//! quoted, and the phrases that name a sign or a precaution.

use std::borrow::Cow;

use serde::Deserialize;

use super::everyday::Carried;
use super::search_rows::{EntryRow, PhrasesRow, TermRow, TextRow};
use super::table::Table;
use crate::model::Target;
use crate::text::{Term, terms};

/// The tables of a search, bundled or written in memory.
#[derive(Debug, Default)]
pub(crate) struct SearchIndex(Cow<'static, [u8]>);

/// The tables, by their number.
#[derive(Debug, Clone, Copy)]
enum SearchTable {
    Terms,
    Entries,
    /// The texts of each entry.
    Texts,
    /// Who says otherwise.
    Voices,
    Phrases,
    Said,
    Meanings,
    LeftOut,
}

impl SearchIndex {
    /// The index in these bytes.
    pub(crate) fn of(bytes: Cow<'static, [u8]>) -> Self {
        Self(bytes)
    }

    fn table(&self, table: SearchTable) -> Table<'_> {
        Table::of(Table::of(&self.0).bytes(table as usize).unwrap_or_default())
    }

    fn speech(&self) -> Carried<'_> {
        let [said, meanings, left_out] =
            [SearchTable::Said, SearchTable::Meanings, SearchTable::LeftOut].map(|table| self.table(table));
        Carried { said, meanings, left_out }
    }

    /// The terms of a question or text, in its order.
    pub(crate) fn terms_in(&self, text: &str) -> Vec<Term> {
        terms(text, &self.speech())
    }

    /// The number of a term that stands somewhere.
    pub(super) fn number_of(&self, term: &str) -> Option<usize> {
        self.table(SearchTable::Terms).place_of(term)
    }

    /// A term that stands somewhere.
    pub(crate) fn term(&self, term: &str) -> Option<TermRow<'_>> {
        self.table(SearchTable::Terms).get(term)
    }

    /// The terms that begin with these letters.
    pub(crate) fn terms_from(&self, letters: &str) -> impl Iterator<Item = TermRow<'_>> {
        self.table(SearchTable::Terms).beginning(letters)
    }

    /// Every term.
    pub(crate) fn all_terms(&self) -> impl Iterator<Item = &str> {
        self.table(SearchTable::Terms).keyed().map(|(term, _)| term)
    }

    /// Every entry, in the order of their numbers.
    pub(crate) fn entries(&self) -> impl Iterator<Item = EntryRow<'_>> {
        self.table(SearchTable::Entries).rows()
    }

    /// The number of an entry.
    pub(crate) fn number_of_entry(&self, entry: Target<'_>) -> Option<usize> {
        self.entries().position(|row| row.kind == entry.kind && row.id == entry.id)
    }

    /// Whether each of these terms stands somewhere in an entry.
    pub(crate) fn holds_all(&self, entry: usize, terms: &[String]) -> bool {
        let holds = |term: &String| self.term(term).is_some_and(|row| row.places().any(|place| place.entry == entry));
        terms.iter().all(holds)
    }

    /// The texts of an entry that can be quoted, its names first.
    pub(crate) fn texts_of(&self, entry: usize) -> Vec<TextRow<'_>> {
        self.table(SearchTable::Texts).row(entry).unwrap_or_default()
    }

    /// How a citation of whoever says otherwise reads.
    pub(crate) fn voice(&self, number: usize) -> &str {
        self.table(SearchTable::Voices).row(number).unwrap_or_default()
    }

    /// The phrases of which this is the first term.
    pub(super) fn phrases_of(&self, term: &str) -> Option<PhrasesRow<'_>> {
        self.table(SearchTable::Phrases).get(term)
    }
}

/// The string with which a text in JSON begins.
pub(crate) fn first_string(json: &[u8]) -> Option<Cow<'_, str>> {
    let begin = || serde_json::Deserializer::from_slice(json);
    // What holds no escapes stands there as it reads.
    let as_it_stands = <&str>::deserialize(&mut begin()).map(Cow::Borrowed);
    as_it_stands.or_else(|_| String::deserialize(&mut begin()).map(Cow::Owned)).ok()
}
