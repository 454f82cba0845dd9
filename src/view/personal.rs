//! What screening decides for one reader about every entry with how-to.

use super::scope::Scope;
use guide::index::{PointRow, PracticeRow};
use guide::model::Kind;
use guide::screening::Verdict;
use guide::text::put_in_order;

/// Points, stretches and techniques with their verdicts.
pub struct Personal<'c> {
    /// The points, in the order of the body.
    pub points: Vec<(PointRow<'c>, Verdict<'c>)>,
    /// The stretches, then the techniques.
    pub practices: Vec<(PracticeRow<'c>, Verdict<'c>)>,
}

impl<'c> Personal<'c> {
    /// Judges every entry with how-to for this reader: points in the order of the body, then stretches, then techniques.
    pub fn new(scope: &Scope<'c>) -> Self {
        let index = scope.catalogue.index();
        let mut points: Vec<_> = index.points().map(|row| scope.judged(row)).collect();
        put_in_order(&mut points, |(row, _)| (row.rank as u64, row.code));
        let practices = [Kind::Stretch, Kind::Technique].into_iter().flat_map(|kind| index.practices(kind));
        let practices = practices.map(|row| (scope.reader.judge(&row.facets()), row));
        Self { points, practices: practices.map(|(verdict, row)| (row, verdict)).collect() }
    }

    pub(super) fn verdicts(&self) -> impl Iterator<Item = &Verdict<'c>> {
        self.points.iter().map(|(_, verdict)| verdict).chain(self.practices.iter().map(|(_, verdict)| verdict))
    }
}
