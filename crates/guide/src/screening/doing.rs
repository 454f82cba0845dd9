//! A passage of a page that tells how to do an entry in a few words: whether this reader is to read it.

use super::judge::{Facets, Verdict};
use crate::model::Position;

/// What becomes of a passage for this reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Passage {
    /// It stands as it is written: no rule touches what it tells.
    Told,
    /// A rule limits what it tells. Its words know no limits, so the entry's own card stands in its place.
    OnCard,
    /// What it tells is withheld, or struck.
    LeftOut,
}

impl Passage {
    /// Of a passage about an entry, or about its ways in one position. A position that the entry lacks leaves it out.
    pub fn of(verdict: &Verdict<'_>, entry: &Facets<'_>, position: Option<Position>) -> Self {
        let is_held = |held: &[Position]| position.is_none_or(|position| held.contains(&position));
        let told = entry.ways.iter().enumerate().filter(|(_, way)| is_held(&way.positions)).map(|(place, _)| place);
        let told: Vec<usize> = told.collect();
        let touches =
            |ways: Option<&Vec<usize>>| ways.is_none_or(|touched| touched.iter().any(|place| told.contains(place)));
        if verdict.withheld || !verdict.open_ways().any(|open| told.contains(&open)) {
            Self::LeftOut
        } else if verdict.findings.iter().any(|finding| touches(finding.ways.as_ref())) {
            Self::OnCard
        } else {
            Self::Told
        }
    }
}
