//! An entry together with what screening decided about it: the one gate before its how-to.

use super::judge::{Limit, Verdict};
use crate::catalogue::{Dispute, Disputes, Said};

/// An entry that tells how to do something, in ways that rules can strike.
pub trait Practice {
    /// Its id, or the code of a point.
    fn id(&self) -> &str;
    /// How many ways it has.
    fn ways(&self) -> usize;
}

/// An entry with what screening decided about it.
#[derive(Debug)]
pub struct Screened<'c, E> {
    entry: E,
    disputes: Vec<Dispute>,
    verdict: Verdict<'c>,
}

/// What a dispute says, where this reader may see it.
#[derive(Debug)]
pub struct DisputeText<'p> {
    /// Who says what.
    pub says: &'p [Said],
    /// What the guide shows.
    pub shown: &'p str,
    /// Why.
    pub why: &'p str,
}

/// Joins an entry with its verdict. A verdict that belongs to another entry, or that does not know the entry's ways,
/// withholds everything.
pub fn screen<E: Practice>(entry: E, mut verdict: Verdict<'_>) -> Screened<'_, E> {
    verdict.withheld |= verdict.entry != entry.id() || verdict.ways.len() != entry.ways();
    Screened { entry, disputes: Vec::new(), verdict }
}

impl<'c, E: Practice> Screened<'c, E> {
    /// The entry; its how-to stays sealed.
    pub fn entry(&self) -> &E {
        &self.entry
    }

    /// The same entry with its disputes; those of another entry are dropped.
    #[must_use]
    pub fn with_disputes(self, disputes: Disputes) -> Self {
        let own = disputes.entry == self.entry.id();
        Self { disputes: if own { disputes.disputes } else { Vec::new() }, ..self }
    }

    /// What screening decided.
    pub fn verdict(&self) -> &Verdict<'c> {
        &self.verdict
    }

    /// The entry's disputes, if they were asked for. One that tells how to press does so without anybody's limits, so it
    /// is shown only where no rule applies.
    pub fn disputes(&self) -> impl Iterator<Item = (&Dispute, Option<DisputeText<'_>>)> {
        dispute_texts(&self.disputes, self.verdict.withheld || self.verdict.level.is_some())
    }

    /// The ways in two heaps, by their labels and limits: those that are left, those that a rule struck.
    pub(super) fn sort_ways<'w, W>(&self, ways: &'w [W]) -> (Vec<(&'w W, Limit)>, Vec<&'w W>) {
        let (struck, left): (Vec<_>, Vec<_>) = ways.iter().zip(&self.verdict.ways).partition(|(_, way)| way.struck);
        let left = left.into_iter().map(|(way, verdict)| (way, verdict.limit)).collect();
        (left, struck.into_iter().map(|(way, _)| way).collect())
    }
}

/// Disputes with what they say; those that tell how to press say nothing to a reader with limits.
pub fn dispute_texts(disputes: &[Dispute], limited: bool) -> impl Iterator<Item = (&Dispute, Option<DisputeText<'_>>)> {
    disputes.iter().map(move |dispute| {
        let hidden = limited && dispute.about.tells_how_to();
        let text = (!hidden).then(|| DisputeText {
            says: dispute.says.open(),
            shown: dispute.shown.open(),
            why: dispute.why.open(),
        });
        (dispute, text)
    })
}
