//! `sciatica precautions`: all of them, one, those that touch a point, or what the reader's own change.

use super::arguments::ReaderArgs;
use super::declaration::signs;
use super::guide::{Guide, Replied};
use super::words;
use crate::error::{Error, Exit};
use crate::view::{
    Card, Personal, PersonalRecord, Piece, PointLine, PracticeLine, PrecautionLine, PrecautionRecord, Scope, Title,
    personal_card, precaution_card, precaution_list, review,
};
use guide::index::PrecautionRow;
use guide::model::{Kind, Level, Precaution, Target};
use guide::query;
use guide::text::put_in_order;
use serde::Serialize;

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
    /// Everything: each rule with its reason
    #[arg(long)]
    full: bool,
    #[command(flatten)]
    pub(super) reader: ReaderArgs,
}

pub(super) fn answer(args: &Args, guide: &Guide<'_>) -> Replied {
    words::refuse_week(&args.names, &args.reader.screening)?;
    if !args.names.is_empty() {
        named(guide, &args.names, args.full)
    } else if guide.scope.reader.profile().was_asked() {
        personal(guide, args.full)
    } else {
        every(guide)
    }
}

/// A precaution, and how strongly it speaks.
type Strength<'c> = (PrecautionRow<'c>, Option<Level>);

fn every(guide: &Guide<'_>) -> Replied {
    let (scope, index) = (&guide.scope, guide.scope.catalogue.index());
    let mut rows: Vec<Strength<'_>> = Vec::new();
    for row in index.precautions() {
        let strongest = scope.catalogue.rules_of(row.id)?.iter().map(|rule| rule.head.level).max();
        rows.push((row, strongest));
    }
    let lines = || rows.iter().map(|(row, level)| PrecautionLine::new(scope, row, *level)).collect();
    guide.list("precautions", || precaution_list(&rows), lines)
}

fn personal(guide: &Guide<'_>, full: bool) -> Replied {
    let scope = &guide.scope;
    let personal = Personal::new(scope);
    let card = || personal_card(scope, &personal, full);
    guide.card("precautions", card, || {
        let declared = scope.reader.precautions().iter();
        let declared = declared.map(|it| PersonalRecord::Precaution(PrecautionRecord::new(scope, it)));
        let points = personal.points.iter();
        let points = points.map(|(row, verdict)| PersonalRecord::Point(PointLine::new(scope, row, verdict)));
        let practices = personal.practices.iter();
        let practices = practices.map(|(row, it)| PersonalRecord::Practice(PracticeLine::new(scope, row, it)));
        declared.chain(points).chain(practices).collect()
    })
}

/// What a name leads to: an entry with how-to asks for the precautions that touch it.
enum NamedPrecautions<'c> {
    Touched(Target<'c>, Vec<Strength<'c>>),
    Whole(Box<Precaution>, Box<Scope<'c>>),
}

#[derive(Serialize)]
#[serde(untagged)]
enum NamedPrecautionsRecord<'a> {
    Touching(PrecautionLine<'a>),
    Whole(PrecautionRecord<'a>),
}

fn named(guide: &Guide<'_>, names: &[String], full: bool) -> Replied {
    let scope = &guide.scope;
    words::refuse_options(names)?;
    let mut found = query::find_all(scope.catalogue, names);
    if let Some(stop) = guide.stop_at_most_urgent(signs(found.iter().flatten()))? {
        return Ok(if words::tell_how(&found) { stop } else { stop.ending(Exit::Answered) });
    }
    put_in_order(&mut found, |found| {
        (u64::from(!found.as_ref().is_ok_and(|target| target.kind == Kind::Precaution)), "")
    });
    let (asked, misses) = words::parted(found.into_iter().map(|found| NamedPrecautions::open(scope, found?)));
    let several = asked.len() > 1;
    let parts = || asked.iter().flat_map(|asked| asked.parts(scope, several, full)).collect();
    let records = || asked.iter().flat_map(|asked| asked.records(scope)).collect();
    let exit = words::exit(&misses);
    Ok(guide.reply_if_any("precautions", asked.is_empty(), parts, records)?.missing(misses).ending(exit))
}

impl<'c> NamedPrecautions<'c> {
    fn open(scope: &Scope<'c>, target: Target<'c>) -> Result<Self, Error> {
        const WANTED: &str = "precaution, point, stretch or technique";
        let index = scope.catalogue.index();
        if target.kind == Kind::Precaution {
            let declaring = scope.and_declaring(target.id)?;
            return Ok(Self::Whole(scope.catalogue.precaution(target.id)?.into(), declaring.into()));
        }
        let facets = index.facets(target).ok_or_else(|| Error::wrong_kind(target, WANTED))?;
        let touching = query::touching(scope.catalogue, &facets)?.into_iter().map(|(row, level)| (row, Some(level)));
        let mut touching: Vec<Strength<'_>> = touching.collect();
        put_in_order(&mut touching, |(row, level)| (strictest_first(*level), row.id));
        Ok(Self::Touched(target, touching))
    }

    /// A list needs a name over it only where something else is answered too.
    fn parts(&self, scope: &Scope<'_>, several: bool, full: bool) -> Vec<Piece> {
        match self {
            Self::Touched(entry, touching) => {
                let title = Title { name: entry.id.to_owned(), ..Title::default() };
                let heading = several.then(|| Piece::Card(Card { title, ..Card::default() }));
                heading.into_iter().chain([Piece::List(precaution_list(touching))]).collect()
            }
            Self::Whole(precaution, declaring) => {
                let mut card = precaution_card(scope, precaution, declaring, full);
                if full {
                    review(precaution.reviewed, &mut card);
                }
                vec![Piece::Card(card)]
            }
        }
    }

    fn records<'a>(&'a self, scope: &'a Scope<'c>) -> Vec<NamedPrecautionsRecord<'a>> {
        match self {
            Self::Touched(_, touching) => {
                let lines = touching.iter().map(|(row, level)| PrecautionLine::new(scope, row, *level));
                lines.map(NamedPrecautionsRecord::Touching).collect()
            }
            Self::Whole(precaution, _) => vec![NamedPrecautionsRecord::Whole(PrecautionRecord::new(scope, precaution))],
        }
    }
}

/// What puts the strictest first.
fn strictest_first(level: Option<Level>) -> u64 {
    level.map_or(u64::MAX, |level| Level::Avoid as u64 - level as u64)
}
