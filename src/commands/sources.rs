//! `sciatica sources`: where the sentences come from.

use super::{Guide, OutputArgs, Reply};
use crate::catalogue::{Catalogue, ClaimCount, Disputes, Kind, SourceRow, Target};
use crate::error::Error;
use crate::query;
use crate::screening::dispute_texts;
use crate::terminal::World;
use crate::view::{
    Disputed, DisputedRecord, Part, SourceRecord, SummaryRecord, dispute_list, source_card, source_list, summary_card,
};

/// Where the sentences come from
///
/// Every source with its grade (A official or peer-reviewed, B professional, C weak) and what cites it; or one, with what
/// was read of it and when. In a pipe the list has these columns between tabs: grade, id, citation, document, title,
/// cited by; with --disputes: kind, entry, about, who, what they say, what this guide shows.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  sciatica sources\n  sciatica sources who-2008\n  \
                        sciatica sources --summary")]
pub(super) struct Args {
    /// A source
    #[arg(value_name = "ID")]
    id: Option<String>,
    /// Where the sources disagree, and what this guide shows
    #[arg(long, conflicts_with_all = ["id", "summary"])]
    disputes: bool,
    /// How many claims rest on what
    #[arg(long, conflicts_with = "id")]
    summary: bool,
    #[command(flatten)]
    output: OutputArgs,
}

pub(super) fn answer(args: &Args, world: &World<'_>) -> Result<Reply, Error> {
    let catalogue = args.output.open(world)?;
    let guide = Guide::for_anybody(&catalogue, &args.output, world)?;
    let scope = &guide.scope;
    if args.disputes {
        return disputes(&guide, &catalogue);
    }
    if args.summary {
        let counts: Vec<ClaimCount<'_>> = catalogue.index().claims().collect();
        return guide.reply(
            "claims",
            || vec![Part::Card(summary_card(&counts))],
            || counts.iter().map(|count| SummaryRecord::from(*count)).collect(),
        );
    }
    let Some(name) = &args.id else {
        let rows: Vec<SourceRow<'_>> = catalogue.index().sources().collect();
        return guide.reply(
            "sources",
            || vec![Part::List(source_list(&rows))],
            || rows.iter().map(|row| SourceRecord::line(*row)).collect(),
        );
    };
    let target = query::find(&catalogue, name)?;
    let row = catalogue
        .index()
        .source(target.id)
        .filter(|_| target.kind == Kind::Source)
        .ok_or_else(|| Error::WrongKind { id: target.id.to_owned(), is: target.kind.id(), wanted: "source" })?;
    let source = catalogue.source(row.id)?;
    guide.reply("sources", || vec![Part::Card(source_card(scope, &source))], || vec![SourceRecord::whole(row, &source)])
}

/// Every dispute of every entry. Who asks for all of them has no entry's limits, so what tells how to press is left out.
fn disputes(guide: &Guide<'_>, catalogue: &Catalogue) -> Result<Reply, Error> {
    let index = catalogue.index();
    let screened = index.screened().filter_map(|entry| Some(Target { kind: Kind::parse(entry.kind)?, id: entry.id }));
    let topics = index.topics().map(|row| Target { kind: Kind::Topic, id: row.id });
    let of_entries: Vec<(Target<'_>, Disputes)> =
        screened.chain(topics).map(|entry| Ok((entry, catalogue.disputes(entry)?))).collect::<Result<_, Error>>()?;
    let all: Vec<Disputed<'_>> = of_entries
        .iter()
        .flat_map(|(entry, disputes)| dispute_texts(&disputes.disputes, true).map(|(each, text)| (*entry, each, text)))
        .collect();
    guide.reply(
        "disputes",
        || vec![Part::List(dispute_list(&guide.scope, &all))],
        || all.iter().map(|(entry, each, text)| DisputedRecord::new(*entry, each, text.as_ref())).collect(),
    )
}
