//! What can go wrong: the guide's own errors, and those of the program.

mod declaration;
mod exit;
mod export;
mod page;
mod profile;
mod program;
mod query;

pub use declaration::DeclarationError;
pub use exit::Exit;
pub use export::ExportError;
pub use page::PageError;
pub use profile::ProfileError;
pub(crate) use profile::whole;
pub use program::Error;
pub(crate) use program::{ADD_CATALOGUE, CATALOGUE};
