//! Lists for other programs: a line an entry, fields between tabs, no header, nothing cut.

use super::Rendered;
use crate::view::{Document, Part};

/// A document of lists as lines; what belongs to no entry goes aside.
pub(super) fn piped(document: &Document) -> Rendered {
    let mut rendered = Rendered::default();
    for part in &document.parts {
        let Part::List(list) = part else { continue };
        for row in &list.piped {
            rendered.answer.push_str(&row.join("\t"));
            rendered.answer.push('\n');
        }
    }
    for line in document.lines_beside() {
        rendered.aside.push_str(&line);
        rendered.aside.push('\n');
    }
    rendered
}
