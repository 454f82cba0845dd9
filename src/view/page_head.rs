//! What stands at the head of a page to print.

/// What stands at the head of a page to print: what nobody wrote there is a line to fill in.
#[derive(Debug, Default)]
pub struct PageHead {
    /// The title.
    pub title: String,
    /// For whom it is.
    pub reader: Option<String>,
    /// Who hands it out.
    pub clinic: Option<String>,
}
