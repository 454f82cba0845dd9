//! The entries of which a routine can be made, parsed and judged for one reader.

use std::collections::BTreeSet;

use super::entry_name::EntryName;
use crate::model::{Kind, NamedRoutine, Point, Stretch, Target, Technique, Thing};
use crate::screening::{Facets, Reader, Screened, Verdict, screen};
use crate::shelf::{Catalogue, CatalogueError};
use crate::text::inserted;

/// What a reader may be led through, and what not. From one repertoire any number of routines can be composed.
#[derive(Debug)]
pub struct Repertoire<'c> {
    pub(super) catalogue: &'c Catalogue,
    pub(super) reader: &'c Reader<'c>,
    pub(super) entries: Vec<RepertoireEntry<'c>>,
}

/// An entry with what screening decided about it.
#[derive(Debug)]
pub(super) struct RepertoireEntry<'c> {
    pub(super) name: EntryName,
    pub(super) facets: Facets<'c>,
    /// What sorts those of a stage: points from back to foot, techniques behind them, stretches by how few precautions touch
    /// them.
    pub(super) rank: usize,
    pub(super) practice: ScreenedPractice<'c>,
}

#[derive(Debug)]
pub(super) enum ScreenedPractice<'c> {
    Point(Box<Screened<'c, Point>>),
    Stretch(Box<Screened<'c, Stretch>>),
    Technique(Box<Screened<'c, Technique>>),
}

impl<'c> Repertoire<'c> {
    /// Every entry that tells how to do something.
    ///
    /// # Errors
    /// An entry cannot be parsed.
    pub fn whole(catalogue: &'c Catalogue, reader: &'c Reader<'c>) -> Result<Self, CatalogueError> {
        let index = catalogue.index();
        let points = index.points().map(|row| Target { kind: Kind::Point, id: row.code });
        let practices = [Kind::Stretch, Kind::Technique].into_iter();
        let practices = practices.flat_map(|kind| index.practices(kind).map(move |row| Target { kind, id: row.id }));
        Self::of(catalogue, reader, points.chain(practices))
    }

    /// The entries of a routine that has a name.
    ///
    /// # Errors
    /// An entry cannot be parsed.
    pub fn of_routine(
        catalogue: &'c Catalogue,
        reader: &'c Reader<'c>,
        named: &NamedRoutine,
    ) -> Result<Self, CatalogueError> {
        let steps = named.steps.iter().flat_map(|step| catalogue.index().named(&step.entry));
        // One that comes twice is judged once.
        let entries: BTreeSet<Target<'c>> = inserted(steps.filter(|target| target.kind.tells_how_to()));
        Self::of(catalogue, reader, entries.into_iter())
    }

    fn of(
        catalogue: &'c Catalogue,
        reader: &'c Reader<'c>,
        targets: impl Iterator<Item = Target<'c>>,
    ) -> Result<Self, CatalogueError> {
        let entry = |target: Target<'c>| RepertoireEntry::open(catalogue, reader, target).transpose();
        let entries = targets.filter_map(entry).collect::<Result<_, _>>()?;
        Ok(Self { catalogue, reader, entries })
    }
}

impl<'c> RepertoireEntry<'c> {
    fn open(catalogue: &'c Catalogue, reader: &Reader<'c>, target: Target<'c>) -> Result<Option<Self>, CatalogueError> {
        let (index, Target { kind, id }) = (catalogue.index(), target);
        let of_point = || index.point(id).map(|row| (row.facets(), row.english, row.rank));
        let of_practice = || index.practice(id).map(|row| (row.facets(), row.title, index.touching(id).count()));
        let Some((facets, title, rank)) = (if kind == Kind::Point { of_point() } else { of_practice() }) else {
            return Ok(None);
        };
        let verdict = reader.judge(&facets);
        let (practice, rank) = match kind {
            Kind::Point => (ScreenedPractice::Point(screen(catalogue.point(id)?, verdict).into()), rank),
            Kind::Stretch => (ScreenedPractice::Stretch(screen(catalogue.stretch(id)?, verdict).into()), rank),
            _ => (ScreenedPractice::Technique(screen(catalogue.technique(id)?, verdict).into()), usize::MAX),
        };
        let name = EntryName { kind, id: id.to_owned(), title: title.to_owned() };
        Ok(Some(Self { name, facets, rank, practice }))
    }

    pub(super) fn verdict(&self) -> &Verdict<'c> {
        match &self.practice {
            ScreenedPractice::Point(screened) => screened.verdict(),
            ScreenedPractice::Stretch(screened) => screened.verdict(),
            ScreenedPractice::Technique(screened) => screened.verdict(),
        }
    }

    /// The things that its ways of pressing are done with.
    pub(super) fn tools(&self) -> impl Iterator<Item = Thing> {
        self.facets.ways.iter().filter_map(|way| way.tool?.thing())
    }
}
