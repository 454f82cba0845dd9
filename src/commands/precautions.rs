//! `sciatica precautions`: all of them, one, those that touch a point, or what the reader's own change.

use serde::Serialize;

use super::{Guide, OutputArgs, Reply, ScreeningArgs, words};
use crate::catalogue::{Catalogue, Index, Kind, Precaution, PrecautionRow, Target};
use crate::error::{Error, Exit};
use crate::query;
use crate::screening::{Level, Rule};
use crate::terminal::World;
use crate::view::{
    Card, Part, Personal, PersonalRecord, PointLine, PracticeLine, PrecautionLine, PrecautionRecord, Scope, Title,
    personal_card, precaution_card, precaution_list,
};

/// What changes what you may do: all, one, or yours
///
/// Without a name: every precaution. With a precaution: its question, advice and rules. With a point, stretch or technique: those that
/// touch it. With --with or --pregnant and no name: what you avoid, ask about and limit, and what is open now. In a pipe the
/// list has these columns between tabs: strongest level, id, title, red flag, other words.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  sciatica precautions\n  sciatica precautions GB30\n  \
                        sciatica precautions --pregnant")]
pub(super) struct Args {
    /// A precaution, or an entry that it may touch
    #[arg(value_name = "NAME")]
    names: Vec<String>,
    #[command(flatten)]
    screening: ScreeningArgs,
    #[command(flatten)]
    output: OutputArgs,
}

pub(super) fn answer(args: &Args, world: &World<'_>) -> Result<Reply, Error> {
    let catalogue = args.output.open(world)?;
    let guide = Guide::for_reader(&catalogue, &args.output, &args.screening, world)?;
    if let Some(reply) = guide.red_flag()? {
        return Ok(reply);
    }
    if !args.names.is_empty() {
        return named(&guide, &catalogue, &args.names);
    }
    if !guide.scope.reader.profile().was_asked() {
        return every(&guide, catalogue.index());
    }
    personal(&guide)
}

fn every(guide: &Guide<'_>, index: &Index) -> Result<Reply, Error> {
    // A rule on ways leaves the others of the entry, so by itself it only limits.
    let effect = |rule: &Rule<'_>| if rule.select.selects_ways() { Level::Adapt } else { rule.level };
    let strongest = |row: &PrecautionRow<'_>| index.rules_of(row.id).iter().map(effect).max();
    let rows: Vec<_> = index.precautions().map(|row| (row, strongest(&row))).collect();
    list(guide, &rows)
}

fn list(guide: &Guide<'_>, rows: &[(PrecautionRow<'_>, Option<Level>)]) -> Result<Reply, Error> {
    guide.reply(
        "precautions",
        || vec![Part::List(precaution_list(rows))],
        || rows.iter().map(|(row, level)| PrecautionLine::new(&guide.scope, *row, *level)).collect(),
    )
}

fn personal(guide: &Guide<'_>) -> Result<Reply, Error> {
    let scope = &guide.scope;
    let personal = Personal::new(scope);
    let advice = scope.catalogue.advice()?;
    guide.reply(
        "precautions",
        || vec![Part::Card(personal_card(scope, &personal, &advice.open_to_everyone))],
        || {
            let declared = scope.reader.precautions().iter();
            let declared =
                declared.map(|precaution| PersonalRecord::Precaution(PrecautionRecord::new(scope, precaution)));
            let points = personal.points().iter();
            let points = points.map(|(row, verdict)| PersonalRecord::Point(PointLine::new(scope, *row, verdict)));
            let practices = personal.practices().iter();
            let practices =
                practices.map(|(row, verdict)| PersonalRecord::Practice(PracticeLine::new(scope, *row, verdict)));
            declared.chain(points).chain(practices).collect()
        },
    )
}

/// What a name leads to: an entry with how-to asks for the precautions that touch it.
enum Named<'c> {
    Touched(Target<'c>, Vec<(PrecautionRow<'c>, Option<Level>)>),
    Precaution(Precaution),
}

#[derive(Serialize)]
#[serde(untagged)]
enum Record<'a> {
    Touching(PrecautionLine<'a>),
    Whole(PrecautionRecord<'a>),
}

fn named(guide: &Guide<'_>, catalogue: &Catalogue, names: &[String]) -> Result<Reply, Error> {
    let mut misses = Vec::new();
    let mut answers = Vec::new();
    words::refuse_options(names)?;
    let mut found = query::find_all(catalogue, names);
    if let Some(reply) = guide.stop_at_most_urgent(words::signs(&found))? {
        return Ok(if words::tell_how(&found) { reply } else { reply.ending(Exit::Answered) });
    }
    found.sort_by_key(|found| !found.as_ref().is_ok_and(|target| target.kind == Kind::Precaution));
    for found in found {
        match found.and_then(|target| open(catalogue, target)) {
            Ok(answer) => answers.push(answer),
            Err(miss) => misses.push(miss),
        }
    }
    let mut reply = if answers.is_empty() && !guide.answers_in_json() {
        Reply::nothing()
    } else {
        let several = answers.len() > 1;
        guide.reply(
            "precautions",
            || answers.iter().flat_map(|answer| answer.parts(&guide.scope, several)).collect(),
            || answers.iter().flat_map(|answer| answer.records(&guide.scope)).collect(),
        )?
    };
    let exit = if misses.is_empty() { Exit::Answered } else { Exit::Failed };
    reply.misses = misses;
    Ok(reply.ending(exit))
}

fn open<'c>(catalogue: &'c Catalogue, target: Target<'c>) -> Result<Named<'c>, Error> {
    let index = catalogue.index();
    if target.kind == Kind::Precaution {
        return Ok(Named::Precaution(catalogue.precaution(target.id)?));
    }
    let Some(facets) = index.facets(target) else {
        let wanted = "precaution, point, stretch or technique";
        return Err(Error::WrongKind { id: target.id.to_owned(), is: target.kind.id(), wanted });
    };
    let mut touching: Vec<_> =
        query::touching(index, &facets).into_iter().map(|(row, level)| (row, Some(level))).collect();
    touching.sort_by_key(|(row, level)| (std::cmp::Reverse(*level), row.id));
    Ok(Named::Touched(target, touching))
}

impl<'c> Named<'c> {
    /// A list needs a name over it only where something else is answered too.
    fn parts(&self, scope: &Scope<'_>, several: bool) -> Vec<Part> {
        match self {
            Self::Touched(entry, touching) => {
                let list = Part::List(precaution_list(touching));
                let title = Title { name: entry.id.to_owned(), ..Title::default() };
                let heading = several.then(|| Part::Card(Card { title, ..Card::default() }));
                heading.into_iter().chain([list]).collect()
            }
            Self::Precaution(precaution) => vec![Part::Card(precaution_card(scope, precaution))],
        }
    }

    fn records<'a>(&'a self, scope: &'a Scope<'c>) -> Vec<Record<'a>> {
        match self {
            Self::Touched(_, touching) => {
                let lines = touching.iter().map(|(row, level)| PrecautionLine::new(scope, *row, *level));
                lines.map(Record::Touching).collect()
            }
            Self::Precaution(precaution) => vec![Record::Whole(PrecautionRecord::new(scope, precaution))],
        }
    }
}
