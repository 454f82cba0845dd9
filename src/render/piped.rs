//! Lists for other programs: a line an entry, fields between tabs, no header, nothing cut.

use super::rendered::Rendered;
use crate::view::{Document, Piece};

/// A document of lists as lines; what belongs to no entry goes aside.
pub(super) fn piped(document: &Document) -> Rendered {
    let rows = document.parts.iter().flat_map(|piece| match piece {
        Piece::List(list) => list.piped.as_slice(),
        Piece::Card(_) => &[],
    });
    Rendered {
        answer: rows.map(|row| row.join("\t") + "\n").collect(),
        aside: document.lines_beside().map(|line| line + "\n").collect(),
    }
}
