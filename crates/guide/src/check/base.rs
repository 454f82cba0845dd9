//! What a check asks of the catalogue to which the one under check adds.

use crate::screening::{Facets, Rule};

/// A catalogue that is known to be in order, to which the one under check adds.
pub(crate) trait Base {
    /// The text of one of its files; nothing of one in whose place another stands.
    fn text(&self, path: &str) -> Option<&str>;
    /// Whether it has a source.
    fn has_source(&self, id: &str) -> bool;
    /// The file of the entry that carries a folded name.
    fn owner_of(&self, name: &str) -> Option<String>;
    /// The file of the routine that carries a folded name.
    fn routine_called(&self, name: &str) -> Option<String>;
    /// The name of a precaution or sign of its own from which a folded name differs by one slip.
    fn nearly_declared(&self, name: &str) -> Option<String>;
    /// The file of an entry of which its how-to says these words in a row.
    fn how_to_with(&self, words: &[String]) -> Option<String>;
    /// Whether a folded name has several meanings.
    fn is_homonym(&self, name: &str) -> bool;
    /// Its routines, each with its path and text, where something stands in the place of its own.
    fn routines_to_look_at(&self) -> Vec<(&str, &str)>;
    /// The figure that draws a point on the whole body, or from near.
    fn figure_of(&self, code: &str, locator: bool) -> Option<String>;
    /// What its rules select.
    fn rules(&self) -> Vec<Rule<'_>>;
    /// What rules can select on.
    fn facets(&self) -> Vec<Facets<'_>>;
}
