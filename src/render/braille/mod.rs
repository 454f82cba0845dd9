//! Drawings for a terminal.

mod canvas;
mod fill;
mod line;
mod names;
mod sheet;

pub use sheet::{braille, braille_picture, braille_poses};
