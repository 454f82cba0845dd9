//! The routines that have a name.

use super::error::QueryError;
use super::suggest;
use crate::shelf::Catalogue;
use crate::text::fold;

/// The id of the routine of this name.
///
/// # Errors
/// No routine is called that.
pub fn routine<'c>(catalogue: &'c Catalogue, name: &str) -> Result<&'c str, QueryError> {
    let folded = fold(name);
    let known = || catalogue.index().routines();
    let found = known().find(|row| fold(row.id) == folded || fold(row.title) == folded);
    found.map(|row| row.id).ok_or_else(|| QueryError::NoRoutine {
        name: name.to_owned(),
        nearest: suggest::routines(catalogue, name),
        known: known().map(|row| row.id.to_owned()).collect(),
    })
}
