//! What lists, lookup and screening need of all entries, so that no command has to parse them all; and what a search reads.

mod everyday;
mod last_numbers;
mod lookup;
mod phrases;
mod ranking;
mod rows;
mod search;
mod search_rows;
mod search_writer;
mod source_rows;
mod table;
mod touching;
mod writer;

pub use lookup::Index;
pub(crate) use phrases::named_by_phrases;
pub(crate) use ranking::{AskedTerm, Ranked, rank, terms_held};
pub use rows::{
    ClaimCount, FiguresOf, NotCoveredRow, PointRow, PracticeRow, PrecautionRow, RedFlagRow, RoutineRow, SourceRow,
    TopicRow, Touching,
};
pub(crate) use search::{SearchIndex, first_string};
pub(crate) use search_rows::{EntryRow, TermPlace, TermRow, TextAt, TextField, TextRow};
pub(crate) use search_writer::{disputed, write_search};
pub(crate) use table::{Table, lay_out, write_table};
pub(crate) use writer::{write_additions, write_index};
