//! The precautions that touch an entry.

use crate::index::{Index, PrecautionRow};
use crate::model::Level;
use crate::screening::{Facets, judge_alone};

/// The precautions that touch an entry, and what each alone would make of it.
pub fn touching<'c>(index: &'c Index, entry: &Facets<'c>) -> Vec<(PrecautionRow<'c>, Level)> {
    let alone = |precaution: &PrecautionRow<'c>| {
        judge_alone(entry, &index.rules_of(precaution.id), precaution.red_flag.is_some())
    };
    index.precautions().filter_map(|precaution| alone(&precaution).map(|level| (precaution, level))).collect()
}
