//! `sciatica show NAME...`: entries by any of their names.

use serde::Serialize;

use super::{Guide, OutputArgs, Reply, ScreeningArgs};
use crate::catalogue::{Kind, PointRow, Precaution, RedFlag, Source, SourceRow, Target, Topic};
use crate::error::{Error, Exit};
use crate::query;
use crate::screening::{ScreenedPoint, screen};
use crate::terminal::World;
use crate::view::{
    Card, Part, PointRecord, PrecautionRecord, RedFlagRecord, Scope, SourceRecord, TopicRecord, point_card,
    precaution_card, red_flag_card, source_card, topic_card,
};

/// Show entries by code, name, alias or id
///
/// Points, precautions, sources and pages. A point is found by any code or name in use: GB30, gb-30, VB30, Huantiao,
/// 環跳, "Jumping Circle". What you declare decides what is shown; exit 3 says that how to press was withheld.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  sciatica show GB30\n  sciatica show huan tiao --full --sources\n  \
                        sciatica show ST36 --pregnant --cleared pregnancy")]
pub(super) struct Args {
    /// Names; all words together are tried first
    #[arg(required = true, value_name = "NAME")]
    names: Vec<String>,
    /// Everything: all ways, evidence, disputes, names
    #[arg(long)]
    full: bool,
    #[command(flatten)]
    screening: ScreeningArgs,
    #[command(flatten)]
    output: OutputArgs,
}

/// An entry that was found, parsed and screened.
enum Entry<'c> {
    Point(PointRow<'c>, Box<ScreenedPoint<'c>>),
    Precaution(Precaution),
    RedFlag(RedFlag),
    Topic(Topic),
    Source(SourceRow<'c>, Source),
}

#[derive(Serialize)]
#[serde(untagged)]
enum Record<'a> {
    Point(Box<PointRecord<'a>>),
    Precaution(PrecautionRecord<'a>),
    RedFlag(RedFlagRecord<'a>),
    Topic(TopicRecord<'a>),
    Source(SourceRecord<'a>),
}

pub(super) fn answer(args: &Args, world: &World<'_>) -> Result<Reply, Error> {
    let catalogue = args.output.open()?;
    let guide = Guide::for_reader(&catalogue, &args.output, &args.screening, world)?;
    if let Some(reply) = guide.red_flag()? {
        return Ok(reply);
    }
    let whole = args.full || guide.answers_in_json();
    let mut misses = Vec::new();
    let mut entries = Vec::new();
    for found in query::find_all(&catalogue, &args.names) {
        match found {
            Ok(target) => entries.push(Entry::open(&guide.scope, target, whole)?),
            Err(miss) => misses.push(miss),
        }
    }
    let scope = &guide.scope;
    let exit = exit(&entries, &misses);
    let mut reply = if entries.is_empty() && !guide.answers_in_json() {
        Reply::nothing()
    } else {
        guide.reply(
            "show",
            || entries.iter().map(|entry| Part::Card(entry.card(scope, args.full))).collect(),
            || entries.iter().map(|entry| entry.record(scope)).collect(),
        )?
    };
    reply.misses = misses;
    Ok(reply.ending(exit))
}

fn exit(entries: &[Entry<'_>], misses: &[Error]) -> Exit {
    if entries.iter().any(Entry::is_withheld) {
        Exit::Stopped
    } else if misses.is_empty() {
        Exit::Answered
    } else {
        Exit::Failed
    }
}

impl<'c> Entry<'c> {
    fn open(scope: &Scope<'c>, target: Target<'c>, whole: bool) -> Result<Self, Error> {
        let catalogue = scope.catalogue;
        let missing = || Error::Internal { cause: format!("{} has no row", target.id) };
        Ok(match target.kind {
            Kind::Point => {
                let row = catalogue.index().point(target.id).ok_or_else(missing)?;
                let verdict = scope.reader.judge(&row.facets());
                let mut screened = screen(catalogue.point(target.id)?, verdict);
                if whole {
                    screened = screened.with_disputes(catalogue.disputes(target.id)?);
                }
                Self::Point(row, Box::new(screened))
            }
            Kind::Precaution => Self::Precaution(catalogue.precaution(target.id)?),
            Kind::RedFlag => Self::RedFlag(catalogue.red_flag(target.id)?),
            Kind::Topic => Self::Topic(catalogue.topic(target.id)?),
            Kind::Source => {
                let row = catalogue.index().source(target.id).ok_or_else(missing)?;
                Self::Source(row, catalogue.source(target.id)?)
            }
        })
    }

    fn is_withheld(&self) -> bool {
        matches!(self, Self::Point(_, screened) if screened.verdict().withheld)
    }

    fn card(&self, scope: &Scope<'_>, full: bool) -> Card {
        match self {
            Self::Point(row, screened) => point_card(scope, row, screened, full),
            Self::Precaution(precaution) => precaution_card(scope, precaution),
            Self::RedFlag(flag) => red_flag_card(scope, flag),
            Self::Topic(topic) => topic_card(scope, topic),
            Self::Source(_, source) => source_card(scope, source),
        }
    }

    fn record<'a>(&'a self, scope: &'a Scope<'_>) -> Record<'a> {
        match self {
            Self::Point(row, screened) => Record::Point(Box::new(PointRecord::new(scope, row, screened))),
            Self::Precaution(precaution) => Record::Precaution(PrecautionRecord::new(scope, precaution)),
            Self::RedFlag(flag) => Record::RedFlag(RedFlagRecord::new(scope, flag)),
            Self::Topic(topic) => Record::Topic(TopicRecord::new(scope, topic)),
            Self::Source(row, source) => Record::Source(SourceRecord::whole(*row, source)),
        }
    }
}
