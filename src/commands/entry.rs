//! An entry that was found, parsed and screened, whatever its kind.

use serde::Serialize;

use crate::catalogue::{
    Advice, Catalogue, Dispute, Kind, Point, PointRow, PracticeRow, Precaution, RedFlag, Source, SourceRow, Stretch,
    Target, Technique, Topic,
};
use crate::error::Error;
use crate::screening::{Practice, Screened, Verdict, screen};
use crate::view::{
    Card, Drawing, Extent, PointRecord, PrecautionRecord, RedFlagRecord, Scope, SourceRecord, StretchRecord,
    TechniqueRecord, TopicRecord, point_card, point_drawing, precaution_card, red_flag_card, source_card, stretch_card,
    technique_card, topic_card,
};

/// An entry with everything that a view needs of it.
pub(super) enum Entry<'c> {
    Point(PointRow<'c>, Box<Screened<'c, Point>>),
    Stretch(PracticeRow<'c>, Box<Screened<'c, Stretch>>, Advice),
    Technique(PracticeRow<'c>, Box<Screened<'c, Technique>>),
    Precaution(Precaution),
    RedFlag(RedFlag),
    Topic(Topic, Vec<Dispute>),
    Source(SourceRow<'c>, Source),
}

/// What JSON carries of it.
#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum Record<'a> {
    Point(Box<PointRecord<'a>>),
    Stretch(Box<StretchRecord<'a>>),
    Technique(Box<TechniqueRecord<'a>>),
    Precaution(PrecautionRecord<'a>),
    RedFlag(RedFlagRecord<'a>),
    Topic(TopicRecord<'a>),
    Source(SourceRecord<'a>),
}

impl<'c> Entry<'c> {
    /// Opens an entry; its disputes only where the answer is to be `whole`.
    pub(super) fn open(scope: &Scope<'c>, target: Target<'c>, whole: bool) -> Result<Self, Error> {
        let catalogue = scope.catalogue;
        let index = catalogue.index();
        let missing = || Error::Internal { cause: format!("{} has no row", target.id) };
        Ok(match target.kind {
            Kind::Point => {
                let row = index.point(target.id).ok_or_else(missing)?;
                let verdict = scope.reader.judge(&row.facets());
                Self::Point(row, Box::new(screened(scope, target, catalogue.point(target.id)?, verdict, whole)?))
            }
            Kind::Stretch => {
                let row = index.practice(target.id).ok_or_else(missing)?;
                let verdict = scope.reader.judge(&row.facets());
                let stretch = screened(scope, target, catalogue.stretch(target.id)?, verdict, whole)?;
                Self::Stretch(row, Box::new(stretch), catalogue.advice()?)
            }
            Kind::Technique => {
                let row = index.practice(target.id).ok_or_else(missing)?;
                let verdict = scope.reader.judge(&row.facets());
                Self::Technique(
                    row,
                    Box::new(screened(scope, target, catalogue.technique(target.id)?, verdict, whole)?),
                )
            }
            Kind::Precaution => Self::Precaution(catalogue.precaution(target.id)?),
            Kind::RedFlag => Self::RedFlag(catalogue.red_flag(target.id)?),
            Kind::Topic => Self::Topic(catalogue.topic(target.id)?, catalogue.disputes(target)?.disputes),
            Kind::Source => {
                let row = index.source(target.id).ok_or_else(missing)?;
                Self::Source(row, catalogue.source(target.id)?)
            }
        })
    }

    /// Whether its how-to is withheld from this reader.
    pub(super) fn is_withheld(&self) -> bool {
        match self {
            Self::Point(_, screened) => screened.verdict().withheld,
            Self::Stretch(_, screened, _) => screened.verdict().withheld,
            Self::Technique(_, screened) => screened.verdict().withheld,
            Self::Precaution(_) | Self::RedFlag(_) | Self::Topic(..) | Self::Source(..) => false,
        }
    }

    /// Where its place is: on the body, and by its landmarks. Nothing of what is withheld.
    pub(super) fn drawings(&self, catalogue: &Catalogue) -> Result<Vec<Drawing>, Error> {
        let Self::Point(row, screened) = self else { return Ok(Vec::new()) };
        if screened.verdict().withheld {
            return Ok(Vec::new());
        }
        let figures = catalogue.index().figures_of(row.code);
        let ids = [figures.locator, figures.place].into_iter().flatten();
        ids.map(|id| catalogue.figure(id).map(|figure| point_drawing(&figure, row.code))).collect()
    }

    /// Its card.
    pub(super) fn card(&self, scope: &Scope<'_>, extent: Extent<'_>, drawings: Vec<Drawing>) -> Card {
        match self {
            Self::Point(row, screened) => point_card(scope, row, screened, extent, drawings),
            Self::Stretch(row, screened, advice) => stretch_card(scope, row, screened, &advice.movement_rules, extent),
            Self::Technique(row, screened) => technique_card(scope, row, screened, extent),
            Self::Precaution(precaution) => precaution_card(scope, precaution),
            Self::RedFlag(flag) => red_flag_card(scope, flag),
            Self::Topic(topic, disputes) => topic_card(scope, topic, disputes, extent == Extent::Full),
            Self::Source(_, source) => source_card(scope, source),
        }
    }

    /// Its record.
    pub(super) fn record<'a>(&'a self, scope: &'a Scope<'_>) -> Record<'a> {
        match self {
            Self::Point(row, screened) => Record::Point(Box::new(PointRecord::new(scope, row, screened))),
            Self::Stretch(row, screened, advice) => {
                Record::Stretch(Box::new(StretchRecord::new(scope, row, screened, &advice.movement_rules)))
            }
            Self::Technique(row, screened) => Record::Technique(Box::new(TechniqueRecord::new(scope, row, screened))),
            Self::Precaution(precaution) => Record::Precaution(PrecautionRecord::new(scope, precaution)),
            Self::RedFlag(flag) => Record::RedFlag(RedFlagRecord::new(scope, flag)),
            Self::Topic(topic, disputes) => Record::Topic(TopicRecord::new(scope, topic, disputes)),
            Self::Source(row, source) => Record::Source(SourceRecord::whole(*row, source)),
        }
    }
}

fn screened<'c, E: Practice>(
    scope: &Scope<'c>,
    target: Target<'c>,
    entry: E,
    verdict: Verdict<'c>,
    whole: bool,
) -> Result<Screened<'c, E>, Error> {
    let screened = screen(entry, verdict);
    Ok(if whole { screened.with_disputes(scope.catalogue.disputes(target)?) } else { screened })
}
