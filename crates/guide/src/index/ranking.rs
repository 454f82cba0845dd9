//! Ranks entries for a question by BM25F: a term counts by how rare it is, by the fields of an entry in which it stands, and
//! less in a long field than in a short one.
//!
//! Robertson, Zaragoza, Taylor, "Simple BM25 extension to multiple weighted fields" (2004).

use super::search::SearchIndex;
use super::search_rows::{EntryRow, TermPlace, TextField};
use crate::model::Target;

const FIELDS: usize = TextField::ALL.len();

/// What a term counts.
#[derive(Debug, Clone, Copy)]
struct Weights {
    /// In each field, in the order of [`TextField`].
    fields: [f32; FIELDS],
    /// How much a longer field is worth less, in each: 0 to 1.
    lengths: [f32; FIELDS],
    /// The more, the more it counts that a term stands there again.
    saturation: f32,
}

/// The best setting that was found, rounded. Measured on 614 questions (of readers, and our own), by coordinate search over 119 settings. In five-fold cross-validation
/// over the 345 questions of readers the best setting of each fold's others finds the right entry among the first three for
/// 310, as first for 252; equal weights for names, everyday words and titles (3, 3, 3, 1.5, 1, 0.3) for 309. Disputes weigh
/// least: what others say is never the first that is told. The name of the illness weighs as any word: the best setting took
/// it for 0.8 of one, and nothing was gained by less. The search ran on an index that counted single sentences besides, so
/// the figures are of the weights and not of today's index; `just questions` measures that.
const WEIGHTS: Weights =
    Weights { fields: [7.0, 3.0, 6.0, 1.8, 0.7, 0.6], lengths: [1.0, 0.0, 0.0, 0.35, 0.35, 0.75], saturation: 1.5 };

/// A term of a question.
pub(crate) struct AskedTerm {
    /// Where it stands, or what it is taken for: in the order of entries, each field once.
    pub(crate) places: Vec<TermPlace>,
    /// 1 for what was typed, less for what it is taken for.
    pub(crate) worth: f32,
}

/// How many of the terms of a question stand in a field of an entry.
pub(crate) fn terms_held(asked: &[AskedTerm], entry: usize, field: TextField) -> usize {
    let place = (entry, field as usize);
    let holds = |term: &&AskedTerm| term.places.binary_search_by_key(&place, |it| (it.entry, it.field)).is_ok();
    asked.iter().filter(holds).count()
}

/// An entry that a question finds.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Ranked<'i> {
    /// The entry.
    pub(crate) entry: Target<'i>,
    /// Its number.
    pub(crate) number: usize,
    /// The more, the better.
    pub(crate) score: f32,
}

const WHOLE: f32 = 32.0;

/// How much a term counts in each field of each entry, given how many terms stand there.
#[allow(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "they are few, and within bounds"
)]
pub(super) fn inverse_lengths(lengths: &[[usize; FIELDS]]) -> Vec<[u8; FIELDS]> {
    let mean = |field: usize| {
        let all: Vec<usize> = lengths.iter().filter_map(|it| it.get(field).copied()).filter(|it| *it > 0).collect();
        all.iter().sum::<usize>() as f32 / all.len().max(1) as f32
    };
    let means: [f32; FIELDS] = std::array::from_fn(mean);
    let inverse = |((length, mean), part): ((&usize, f32), f32)| {
        let longer = 1.0 - part + part * *length as f32 / mean.max(1.0);
        (WHOLE / longer).clamp(1.0, 255.0) as u8
    };
    let of_entry = |lengths: &[usize; FIELDS]| {
        let inverses: Vec<u8> = lengths.iter().zip(means).zip(WEIGHTS.lengths).map(inverse).collect();
        inverses.try_into().unwrap_or_default()
    };
    lengths.iter().map(of_entry).collect()
}

/// The entries that hold terms of a question, the best first.
pub(crate) fn rank<'i>(index: &'i SearchIndex, asked: &[AskedTerm]) -> Vec<Ranked<'i>> {
    let entries: Vec<EntryRow<'i>> = index.entries().collect();
    let mut scores = vec![0.0_f32; entries.len()];
    for term in asked {
        let counts: Vec<(usize, f32)> = term
            .places
            .chunk_by(|one, other| one.entry == other.entry)
            .filter_map(|places| {
                let entry = places.first()?.entry;
                let inverse_lengths = entries.get(entry)?.inverse_lengths;
                let weighed = places.iter().filter_map(|place| {
                    let inverse = f32::from(*inverse_lengths.get(place.field)?) / WHOLE;
                    Some(WEIGHTS.fields.get(place.field)? * inverse * f32::from(place.texts))
                });
                Some((entry, weighed.sum()))
            })
            .collect();
        let rarity = rarity(entries.len(), counts.len()) * term.worth;
        for (entry, count) in counts {
            if let Some(score) = scores.get_mut(entry) {
                *score += rarity * count / (WEIGHTS.saturation + count);
            }
        }
    }
    let found = entries.iter().zip(&scores).enumerate().filter(|(_, (_, score))| **score > 0.0);
    let mut ranked: Vec<Ranked<'i>> = found
        .map(|(number, (row, score))| {
            let entry = Target { kind: row.kind, id: row.id };
            Ranked { entry, number, score: *score }
        })
        .collect();
    ranked.sort_unstable_by(|one, other| other.score.total_cmp(&one.score).then(one.entry.cmp(&other.entry)));
    ranked
}

/// A term in few entries tells more than one in many.
#[allow(clippy::cast_precision_loss, reason = "entries are few")]
fn rarity(entries: usize, holding: usize) -> f32 {
    let (entries, holding) = (entries as f32, holding as f32);
    // Of the system's own library of mathematics this would be all that is asked.
    libm::logf(1.0 + (entries - holding + 0.5) / (holding + 0.5))
}
