//! Finds entries by what a reader types, and says what is near when nothing is.

mod beginnings;
mod declarations;
mod declared_in;
mod error;
mod filter;
mod heard;
mod hit;
mod in_general;
mod named_in;
mod names;
mod overdue;
mod routines;
mod search;
mod spoken_of;
mod suggest;
mod touching;

pub use beginnings::names_beginning;
pub use declarations::{declaration, declarations_in, declared_by_several, sign};
pub use error::{Ambiguity, QueryError};
pub use filter::{PointFilter, PracticeFilter, RegionWish, one_of, points, practices, region_or_area};
pub use hit::{Hit, Stance};
pub use names::{find, find_all, find_page, named_alike, names_in};
pub use overdue::guidelines_to_review;
pub use routines::routine;
pub use search::{Found, MOST_HITS, search};
pub use suggest::{near_declaration, nearest_word};
pub use touching::touching;
