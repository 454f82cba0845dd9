//! A passage of a page that tells how to do an entry in a few words: whether this reader is to read it.

use super::facets::Facets;
use super::judge::Verdict;
use crate::model::{Claim, Doing, Position};

/// What becomes of a passage for this reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Passage<'p> {
    /// It stands as it is written: no rule touches what it tells.
    Told(&'p [Claim]),
    /// A rule limits what it tells. Its words know no limits, so the entry's own card stands in its place.
    OnCard,
    /// What it tells is withheld, or struck.
    LeftOut,
}

impl<'p> Passage<'p> {
    /// Of a passage about an entry, or about its ways in one position. A position that the entry lacks leaves it out.
    pub fn of(doing: &'p Doing, verdict: &Verdict<'_>, entry: &Facets<'_>) -> Self {
        let told = ways_in(doing.position, entry);
        let touches =
            |ways: Option<&Vec<usize>>| ways.is_none_or(|touched| touched.iter().any(|place| told.contains(place)));
        if is_left_out(doing.position, verdict, entry) {
            Self::LeftOut
        } else if verdict.findings.iter().any(|finding| touches(finding.ways.as_ref())) {
            Self::OnCard
        } else {
            Self::Told(doing.claims.open())
        }
    }
}

/// Whether what is told of an entry, or of its ways in one position, is withheld or struck.
pub fn is_left_out(position: Option<Position>, verdict: &Verdict<'_>, entry: &Facets<'_>) -> bool {
    let told = ways_in(position, entry);
    let can_be_there = position.is_none_or(|position| !verdict.out_of_reach.contains(&position));
    verdict.withheld || !can_be_there || !verdict.open_ways().any(|open| told.contains(&open))
}

/// The places of the ways that can be done in a position; of all, where none is named.
fn ways_in(position: Option<Position>, entry: &Facets<'_>) -> Vec<usize> {
    let is_held = |held: &[Position]| position.is_none_or(|position| held.contains(&position));
    entry.ways.iter().enumerate().filter(|(_, way)| is_held(&way.positions)).map(|(place, _)| place).collect()
}
