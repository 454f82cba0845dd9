//! An answer ready to be written.

use guide::text::ascii;

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
    /// The same for a terminal that shows nothing else.
    pub(super) fn in_ascii(&self) -> Self {
        Self { answer: ascii(&self.answer), aside: ascii(&self.aside) }
    }
}
