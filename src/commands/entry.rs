//! An entry that was found, parsed and screened, whatever its kind.

use serde::{Serialize, Serializer};

use crate::error::Error;
use crate::view::{
    Card, CardExtent, EntryDrawings, LeafletEntry, NotCoveredRecord, PointRecord, PrecautionRecord, RedFlagRecord,
    Scope, SourceRecord, StretchRecord, TechniqueRecord, TopicRecord, not_covered_card, point_card, point_drawing,
    point_leaflet, precaution_card, red_flag_card, review, source_card, stretch_card, stretch_leaflet, technique_card,
    technique_leaflet, topic_card, way_drawings,
};
use guide::index::{PointRow, PracticeRow, SourceRow};
use guide::model::{
    Kind, NotCovered, Point, Precaution, RedFlag, Source, Stretch, Target, Technique, Topic, YearMonth,
};
use guide::screening::{Practice, Screened, screen};
use guide::shelf::Catalogue;

/// An entry with everything that a view needs of it.
pub(super) enum Entry<'c> {
    Point(Box<Screened<'c, Point>>, PointRow<'c>),
    Stretch(Box<Screened<'c, Stretch>>, PracticeRow<'c>),
    Technique(Box<Screened<'c, Technique>>, PracticeRow<'c>),
    /// With what it makes of the guide for this reader.
    Precaution(Box<Precaution>, Box<Scope<'c>>),
    RedFlag(RedFlag),
    Topic(Topic),
    NotCovered(NotCovered),
    Source(SourceRow<'c>, Source),
}

/// What JSON carries of it.
pub(super) struct ShownRecord<'a> {
    entry: &'a Entry<'a>,
    scope: &'a Scope<'a>,
}

impl Serialize for ShownRecord<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let scope = self.scope;
        match self.entry {
            Entry::Point(screened, row) => PointRecord::new(scope, row, screened).serialize(serializer),
            Entry::Stretch(screened, row) => StretchRecord::new(scope, row, screened).serialize(serializer),
            Entry::Technique(screened, row) => TechniqueRecord::new(scope, row, screened).serialize(serializer),
            Entry::Precaution(precaution, _) => PrecautionRecord::new(scope, precaution).serialize(serializer),
            Entry::RedFlag(flag) => RedFlagRecord::new(scope, flag).serialize(serializer),
            Entry::Topic(topic) => TopicRecord::new(scope, topic, &topic.disputes).serialize(serializer),
            Entry::NotCovered(it) => NotCoveredRecord::new(scope, it).serialize(serializer),
            Entry::Source(row, source) => SourceRecord::new(row, Some(source)).serialize(serializer),
        }
    }
}

impl<'c> Entry<'c> {
    /// Opens an entry; its disputes only where the answer is to be `whole`.
    pub(super) fn open(scope: &Scope<'c>, target: Target<'c>, whole: bool) -> Result<Self, Error> {
        let catalogue = scope.catalogue;
        let (index, id) = (catalogue.index(), target.id);
        let disputes = || if whole { catalogue.disputes(target) } else { Ok(Vec::new()) };
        let missing = || Error::damaged(format!("{id} has no row"));
        Ok(match target.kind {
            Kind::Point => {
                let row = index.point(id).ok_or_else(missing)?;
                let mut point = catalogue.point(id)?;
                point.disputes = disputes()?;
                Self::Point(Box::new(screen(point, scope.reader.judge(&row.facets()))), row)
            }
            Kind::Stretch => {
                let row = index.practice(id).ok_or_else(missing)?;
                let mut stretch = catalogue.stretch(id)?;
                stretch.disputes = disputes()?;
                Self::Stretch(Box::new(screen(stretch, scope.reader.judge(&row.facets()))), row)
            }
            Kind::Technique => {
                let row = index.practice(id).ok_or_else(missing)?;
                let mut technique = catalogue.technique(id)?;
                technique.disputes = disputes()?;
                Self::Technique(Box::new(screen(technique, scope.reader.judge(&row.facets()))), row)
            }
            Kind::Precaution => Self::Precaution(catalogue.precaution(id)?.into(), scope.and_declaring(id)?.into()),
            Kind::RedFlag => Self::RedFlag(catalogue.red_flag(id)?),
            Kind::Topic => {
                let mut topic = catalogue.topic(id)?;
                topic.disputes = catalogue.disputes(target)?;
                Self::Topic(topic)
            }
            Kind::NotCovered => {
                let row = index.not_covered(id).ok_or_else(missing)?;
                Self::NotCovered(catalogue.not_covered(row)?)
            }
            Kind::Source => Self::Source(index.source(id).ok_or_else(missing)?, catalogue.source(id)?),
        })
    }

    /// Whether its how-to is withheld from this reader.
    pub(super) fn is_withheld(&self) -> bool {
        match self {
            Self::Point(screened, _) => screened.verdict().withheld,
            Self::Stretch(screened, _) => screened.verdict().withheld,
            Self::Technique(screened, _) => screened.verdict().withheld,
            Self::Precaution(..) | Self::RedFlag(_) | Self::Topic(_) | Self::NotCovered(_) | Self::Source(..) => false,
        }
    }

    /// Where its place is, on the body and by its landmarks, or how its ways look. Nothing of what is withheld.
    pub(super) fn drawings(&self, catalogue: &Catalogue) -> Result<EntryDrawings, Error> {
        match self {
            _ if self.is_withheld() => Ok(EntryDrawings::default()),
            Self::Point(_, row) => {
                let figures = catalogue.index().figures_of(row.code);
                let ids = [figures.locator, figures.place].into_iter().flatten();
                let whole = ids.map(|id| Ok(point_drawing(&catalogue.figure(id)?, row.code)));
                Ok(EntryDrawings { whole: whole.collect::<Result<_, Error>>()?, ..EntryDrawings::default() })
            }
            Self::Stretch(screened, row) => pictures(catalogue, row.id, screened),
            Self::Technique(screened, row) => pictures(catalogue, row.id, screened),
            _ => Ok(EntryDrawings::default()),
        }
    }

    /// Its card.
    pub(super) fn card(&self, scope: &Scope<'_>, extent: CardExtent<'_>, mut drawings: EntryDrawings) -> Card {
        let full = extent == CardExtent::Full;
        let mut card = match self {
            Self::Point(screened, row) => point_card(scope, row, screened, extent, &mut drawings),
            Self::Stretch(screened, row) => stretch_card(scope, row, screened, extent, &mut drawings),
            Self::Technique(screened, row) => technique_card(scope, row, screened, extent, &mut drawings),
            Self::Precaution(precaution, declaring) => precaution_card(scope, precaution, declaring, full),
            Self::RedFlag(flag) => red_flag_card(scope, flag),
            Self::Topic(topic) => topic_card(scope, topic, &topic.disputes, full),
            Self::NotCovered(it) => not_covered_card(scope, it),
            Self::Source(_, source) => return source_card(scope, source),
        };
        if full {
            review(self.reviewed(), &mut card);
        }
        card
    }

    /// What a short page tells of it; nothing of what is no point, stretch or technique.
    pub(super) fn leaflet(
        &self,
        scope: &Scope<'_>,
        way: Option<&str>,
        drawings: EntryDrawings,
    ) -> Option<LeafletEntry> {
        Some(match self {
            Self::Point(screened, row) => point_leaflet(scope, row, screened, way, drawings),
            Self::Stretch(screened, row) => stretch_leaflet(scope, row, screened, way, drawings),
            Self::Technique(screened, row) => technique_leaflet(scope, row, screened, way, drawings),
            _ => return None,
        })
    }

    /// When somebody last read it against its sources.
    fn reviewed(&self) -> Option<YearMonth> {
        match self {
            Self::Point(screened, _) => screened.entry().reviewed,
            Self::Stretch(screened, _) => screened.entry().reviewed,
            Self::Technique(screened, _) => screened.entry().reviewed,
            Self::Precaution(precaution, _) => precaution.reviewed,
            Self::RedFlag(flag) => flag.reviewed,
            Self::Topic(topic) => topic.reviewed,
            Self::NotCovered(it) => it.reviewed,
            Self::Source(_, source) => source.reviewed,
        }
    }

    /// Its record.
    pub(super) fn record<'a>(&'a self, scope: &'a Scope<'_>) -> ShownRecord<'a> {
        ShownRecord { entry: self, scope }
    }
}

/// How the ways look that are left of an entry.
fn pictures<E: Practice>(catalogue: &Catalogue, id: &str, screened: &Screened<'_, E>) -> Result<EntryDrawings, Error> {
    let Some(poses) = catalogue.poses(id)? else { return Ok(EntryDrawings::default()) };
    let ways = screened.pictures(&poses).into_iter().map(|way| (way.label.clone(), way_drawings(way)));
    Ok(EntryDrawings { ways: ways.collect(), ..EntryDrawings::default() })
}
