//! The precautions that touch an entry.

use crate::index::PrecautionRow;
use crate::model::Level;
use crate::screening::{Facets, judge_alone};
use crate::shelf::{Catalogue, CatalogueError};

/// The precautions that touch an entry, and what each alone would make of it.
///
/// # Errors
/// A damaged index.
pub fn touching<'c>(
    catalogue: &'c Catalogue,
    entry: &Facets<'c>,
) -> Result<Vec<(PrecautionRow<'c>, Level)>, CatalogueError> {
    let mut touching = Vec::new();
    for precaution in catalogue.index().precautions() {
        let level = judge_alone(entry, &catalogue.rules_of(precaution.id)?, precaution.red_flag.is_some());
        touching.extend(level.map(|level| (precaution, level)));
    }
    Ok(touching)
}
