//! An answer ready to be written.

use guide::text::{NO_BREAK, ascii};

/// An answer ready to be written.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Rendered {
    /// For standard output.
    pub answer: String,
    /// For standard error: what must not stand among the lines of a piped list.
    pub aside: String,
}

impl From<String> for Rendered {
    fn from(answer: String) -> Self {
        Self { answer, aside: String::new() }
    }
}

impl Rendered {
    /// The same with a space wherever two words were kept on one line: what is copied from it is to be typed.
    pub(super) fn with_spaces(self) -> Self {
        if self.answer.contains(NO_BREAK) { Self { answer: self.answer.replace(NO_BREAK, " "), ..self } } else { self }
    }

    /// The same for a terminal that shows nothing else.
    pub(super) fn in_ascii(&self) -> Self {
        Self { answer: ascii(&self.answer), aside: ascii(&self.aside) }
    }
}
