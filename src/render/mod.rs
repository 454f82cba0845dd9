//! Turns documents into bytes, a file a medium. Knows widths and colours, not what a point is.

mod braille;
mod flow;
mod format;
mod html;
mod joined;
mod json;
mod labels;
mod leaders;
mod leaflet;
mod markdown;
mod paper;
mod piped;
mod plain;
mod rendered;
mod setting;
mod style;
mod svg;
mod table;
mod terminal;
mod text;

pub use braille::{braille, braille_picture, braille_poses};
pub use format::{Format, render};
pub use html::html;
pub use json::{AddedEntries, Envelope, json};
pub use leaflet::leaflet;
pub use rendered::Rendered;
pub(crate) use style::{HEADING, paint};
pub use terminal::{Terminal, WIDTH_WITHOUT_TERMINAL, Wishes};
