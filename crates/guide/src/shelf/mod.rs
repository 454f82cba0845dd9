//! Opens a catalogue: the one that the program carries, one in a directory, or the first with additions.

mod additions;
mod bundle;
mod bundling;
mod catalogue;
mod error;
mod files;
mod listing;
mod load;
mod more_rules;
mod packing;
mod questions;
mod quoting;
mod replacing;
mod schema;

pub use additions::check_additions;
pub use bundle::Bundle;
pub use bundling::bundle;
pub use catalogue::{Catalogue, Origin};
pub use error::CatalogueError;
pub use files::check_directory;
pub(crate) use quoting::BETWEEN_NAMES;
pub use schema::{FILE_KINDS, FileKind};
