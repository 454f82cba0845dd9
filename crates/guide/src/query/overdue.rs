//! Guidelines at which somebody should look again.

use crate::model::{DocumentKind, Source, YearMonth};
use crate::shelf::{Catalogue, CatalogueError};

/// After so many years somebody looks again. What still holds gets a new date.
const YEARS: u16 = 2;

/// The guidelines that were reviewed more than two years before a month. That each says when, a check sees to.
///
/// # Errors
/// The file of a source cannot be parsed.
pub fn guidelines_to_review(catalogue: &Catalogue, today: YearMonth) -> Result<Vec<Source>, CatalogueError> {
    let guidelines = catalogue.index().sources().filter(|row| row.document == DocumentKind::Guideline);
    let sources: Vec<Source> = guidelines.map(|row| catalogue.source(row.id)).collect::<Result<_, _>>()?;
    let is_old = |source: &Source| source.reviewed.is_some_and(|month| month < today.years_before(YEARS));
    Ok(sources.into_iter().filter(is_old).collect())
}
