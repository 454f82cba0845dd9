//! An entry together with what screening decided about it: the one gate before its how-to.

use super::judge::Verdict;
use super::rule::Limit;
use crate::model::{Dispute, Point, PosedWay, Poses, Position, Said, Stretch, Technique, unmarked};

/// An entry that tells how to do something, in ways that rules can strike.
pub trait Practice {
    /// Its id, or the code of a point.
    fn id(&self) -> &str;
    /// The labels of its ways.
    fn labels(&self) -> Vec<&str>;
    /// Where sources disagree about it.
    fn disputes(&self) -> &[Dispute];
}

macro_rules! practices {
    ($($entry:ident: $id:ident;)+) => {
        $(impl Practice for $entry {
            fn id(&self) -> &str {
                &self.$id
            }

            fn labels(&self) -> Vec<&str> {
                self.ways.open().iter().map(|way| way.label.as_str()).collect()
            }

            fn disputes(&self) -> &[Dispute] {
                &self.disputes
            }
        })+
    };
}

practices! { Point: code; Stretch: id; Technique: id; }

/// An entry with what screening decided about it.
#[derive(Debug)]
pub struct Screened<'c, E> {
    entry: E,
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
    verdict.withheld |= verdict.entry != entry.id() || verdict.ways.len() != entry.labels().len();
    Screened { entry, verdict }
}

impl<'c, E: Practice> Screened<'c, E> {
    /// The entry; its how-to stays sealed.
    pub fn entry(&self) -> &E {
        &self.entry
    }

    /// What screening decided.
    pub fn verdict(&self) -> &Verdict<'c> {
        &self.verdict
    }

    /// The entry's disputes. One that tells how to press does so without anybody's limits, so it
    /// is shown only where no rule applies.
    pub fn disputes(&self) -> impl Iterator<Item = (&Dispute, Option<DisputeText<'_>>)> {
        dispute_texts(self.entry.disputes(), self.verdict.withheld || self.verdict.level.is_some())
    }

    /// How the ways look that are left. Poses of another entry show nothing.
    pub fn pictures<'p>(&self, poses: &'p Poses) -> Vec<&'p PosedWay> {
        let ways = self.entry.labels().into_iter().zip(&self.verdict.ways);
        let left: Vec<&str> = ways.filter(|(_, verdict)| !verdict.struck).map(|(label, _)| unmarked(label)).collect();
        let is_left = |way: &&PosedWay| left.contains(&unmarked(&way.label));
        let of_this = !self.verdict.withheld && poses.id == self.entry.id();
        poses.ways.open().iter().filter(|way| of_this && is_left(way)).collect()
    }

    /// The entry, for whoever opens what is sealed; `None` where it is withheld.
    pub(super) fn unless_withheld(&self) -> Option<&E> {
        (!self.verdict.withheld).then_some(&self.entry)
    }

    /// The ways in two heaps: those that are left, within their limits, and the labels of those that a rule struck.
    pub(super) fn sort_ways<'w, W, A>(
        &self,
        ways: &'w [W],
        label: fn(&W) -> &String,
        allowed: fn(&'w W, usize, Limit, &[Position]) -> A,
    ) -> (Vec<A>, Vec<&'w str>) {
        let ways = ways.iter().zip(&self.verdict.ways).enumerate();
        let (struck, left): (Vec<_>, Vec<_>) = ways.partition(|(_, (_, verdict))| verdict.struck);
        let out_of_reach = &self.verdict.out_of_reach;
        let left = left.into_iter().map(|(place, (way, verdict))| allowed(way, place, verdict.limit, out_of_reach));
        (left.collect(), struck.into_iter().map(|(_, (way, _))| label(way).as_str()).collect())
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
