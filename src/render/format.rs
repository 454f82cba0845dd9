//! The media of a document, and which of them renders it.

use super::markdown::markdown;
use super::piped::piped;
use super::plain::plain;
use super::rendered::Rendered;
use super::terminal::Terminal;
use super::text::text;
use crate::view::{Document, Piece};

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

/// Renders a document for reading or for other documents.
pub fn render(document: &Document, format: Format, terminal: &Terminal) -> Rendered {
    let lists_only = document.parts.iter().all(|piece| matches!(piece, Piece::List(_))) && !document.parts.is_empty();
    let rendered = match format {
        Format::Markdown => markdown(document).into(),
        Format::Text | Format::Json if terminal.plain => plain(document).into(),
        Format::Text | Format::Json if lists_only && !terminal.tables => piped(document),
        Format::Text | Format::Json => text(document, terminal).into(),
    };
    let rendered = rendered.with_spaces();
    if terminal.unicode { rendered } else { rendered.in_ascii() }
}
