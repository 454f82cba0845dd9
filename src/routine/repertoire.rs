//! The entries of which a routine can be made, parsed and judged for one reader.

use std::collections::BTreeSet;

use crate::catalogue::{
    Catalogue, Kind, NamedRoutine, Point, PointRow, PracticeRow, Stretch, Target, Technique, Thing, Tool,
};
use crate::error::Error;
use crate::screening::{Reader, Screened, screen};

/// What a reader may be led through, and what not. From one repertoire any number of routines can be composed.
#[derive(Debug)]
pub struct Repertoire<'c> {
    pub(super) catalogue: &'c Catalogue,
    pub(super) reader: &'c Reader<'c>,
    pub(super) entries: Vec<Entry<'c>>,
}

/// An entry with what screening decided about it.
#[derive(Debug)]
pub(super) enum Entry<'c> {
    Point(PointRow<'c>, Box<Screened<'c, Point>>),
    Stretch(PracticeRow<'c>, Box<Screened<'c, Stretch>>),
    Technique(PracticeRow<'c>, Box<Screened<'c, Technique>>),
}

impl<'c> Repertoire<'c> {
    /// Every entry that tells how to do something.
    ///
    /// # Errors
    /// An entry cannot be parsed.
    pub fn whole(catalogue: &'c Catalogue, reader: &'c Reader<'c>) -> Result<Self, Error> {
        let index = catalogue.index();
        let points = index.points().map(|row| Target { kind: Kind::Point, id: row.code });
        let practices = [Kind::Stretch, Kind::Technique]
            .into_iter()
            .flat_map(|kind| index.practices(kind).map(move |row| Target { kind, id: row.id }));
        Self::of(catalogue, reader, points.chain(practices))
    }

    /// The entries of a routine that has a name.
    ///
    /// # Errors
    /// An entry cannot be parsed.
    pub fn of_routine(catalogue: &'c Catalogue, reader: &'c Reader<'c>, named: &NamedRoutine) -> Result<Self, Error> {
        let steps = named.steps.iter().flat_map(|step| catalogue.index().named(&step.entry));
        // One that comes twice is judged once.
        let entries: BTreeSet<Target<'c>> = steps.filter(|target| target.kind.tells_how_to()).collect();
        Self::of(catalogue, reader, entries.into_iter())
    }

    fn of(
        catalogue: &'c Catalogue,
        reader: &'c Reader<'c>,
        targets: impl Iterator<Item = Target<'c>>,
    ) -> Result<Self, Error> {
        let entry = |target: Target<'c>| Entry::open(catalogue, reader, target).transpose();
        let entries = targets.filter_map(entry).collect::<Result<_, _>>()?;
        Ok(Self { catalogue, reader, entries })
    }
}

impl<'c> Entry<'c> {
    fn open(catalogue: &'c Catalogue, reader: &Reader<'c>, target: Target<'c>) -> Result<Option<Self>, Error> {
        let (index, id) = (catalogue.index(), target.id);
        if target.kind == Kind::Point {
            let Some(row) = index.point(id) else { return Ok(None) };
            let screened = screen(catalogue.point(id)?, reader.judge(&row.facets()));
            return Ok(Some(Self::Point(row, Box::new(screened))));
        }
        let Some(row) = index.practice(id) else { return Ok(None) };
        let verdict = reader.judge(&row.facets());
        Ok(Some(match target.kind {
            Kind::Stretch => Self::Stretch(row, Box::new(screen(catalogue.stretch(id)?, verdict))),
            _ => Self::Technique(row, Box::new(screen(catalogue.technique(id)?, verdict))),
        }))
    }

    pub(super) fn id(&self) -> &str {
        match self {
            Self::Point(row, _) => row.code,
            Self::Stretch(row, _) | Self::Technique(row, _) => row.id,
        }
    }

    /// The things that its ways of pressing are done with.
    pub(super) fn tools(&self) -> impl Iterator<Item = Thing> {
        let ways = match self {
            Self::Point(row, _) => row.facets().ways,
            Self::Stretch(row, _) | Self::Technique(row, _) => row.facets().ways,
        };
        let tools = ways.into_iter().filter_map(|way| Tool::ALL.iter().find(|tool| tool.id() == way.tool));
        tools.filter_map(|tool| tool.thing())
    }
}
