//! Drawings for a terminal.

mod canvas;
mod sheet;

pub use sheet::braille;
