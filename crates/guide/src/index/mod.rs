//! What lists, lookup and screening need of all entries, so that no command has to parse them all; and what a search reads.

mod lookup;
mod rows;
mod search;
mod table;
mod touching;
mod writer;

pub use lookup::Index;
pub use rows::{
    ClaimCount, FiguresOf, PointRow, PracticeRow, PrecautionRow, RedFlagRow, RoutineRow, SourceRow, TopicRow, Touching,
};
pub(crate) use rows::{TextAt, WordRow};
pub(crate) use search::{BETWEEN_NAMES, SearchIndex, disputed, first_string, write_search};
pub(crate) use table::{Table, lay_out, write_table};
pub(crate) use writer::{write_additions, write_index};
