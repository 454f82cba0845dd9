//! Turns documents into bytes, a file a medium. Knows widths and colours, not what a point is.

mod ascii;
mod braille;
mod html;
mod json;
mod markdown;
mod paper;
mod piped;
mod plain;
mod style;
mod svg;
mod table;
mod text;
mod wrap;

pub use ascii::ascii;
pub use html::html;
pub use json::{Additions, Envelope, json};
pub use wrap::wrap;

use crate::terminal::Terminal;
use crate::view::{Document, Part};

/// The media of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// For reading.
    Text,
    /// For programs: see `schema` in the answer.
    Json,
    /// For documents.
    Markdown,
}

/// An answer ready to be written.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Rendered {
    /// For standard output.
    pub answer: String,
    /// For standard error: what must not stand among the lines of a piped list.
    pub aside: String,
}

/// Renders a document for reading or for other documents.
pub fn render(document: &Document, format: Format, terminal: &Terminal) -> Rendered {
    let lists_only = document.parts.iter().all(|part| matches!(part, Part::List(_))) && !document.parts.is_empty();
    let mut rendered = Rendered::default();
    match format {
        Format::Markdown => rendered.answer = markdown::markdown(document),
        Format::Text | Format::Json if terminal.plain => rendered.answer = plain::plain(document),
        Format::Text | Format::Json if lists_only && !terminal.tables => rendered = piped::piped(document),
        Format::Text | Format::Json => rendered.answer = text::text(document, terminal),
    }
    if !terminal.unicode {
        rendered.answer = ascii(&rendered.answer);
        rendered.aside = ascii(&rendered.aside);
    }
    rendered
}

/// Joins the items of a label: phrases by a dot, sentences by a space.
fn joined<'i>(items: impl IntoIterator<Item = &'i str>, separator: &str) -> String {
    let mut joined = String::new();
    for item in items {
        if !joined.is_empty() {
            joined.push_str(if joined.ends_with(['.', '?', '!', '"']) { " " } else { separator });
        }
        joined.push_str(item);
    }
    joined
}
