//! `sciatica sources`: where the sentences come from.

use super::arguments::{OutputArgs, without_effect};
use super::guide::{Guide, Replied};
use crate::error::Error;
use crate::view::{
    Disputed, DisputedRecord, SourceRecord, SummaryRecord, dispute_list, source_card, source_list, summary_card,
};
use guide::index::{ClaimCount, SourceRow};
use guide::model::{Dispute, Kind, Target};
use guide::query;
use guide::screening::dispute_texts;

/// Where the sentences come from
///
/// Every source with its grade (A official or peer-reviewed, B professional, C weak) and what cites it; or one, with what
/// was read of it and when. In a pipe the list has these columns between tabs: grade, id, citation, document, title,
/// cited by; with --disputes: kind, entry, about, who, what they say, what this guide shows.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  sciatica sources\n  sciatica sources who-2008\n  \
                        sciatica sources --summary")]
#[command(mut_args(|argument| without_effect(argument, &["sources"])))]
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
    pub(super) output: OutputArgs,
}

pub(super) fn answer(args: &Args, guide: &Guide<'_>) -> Replied {
    let scope = &guide.scope;
    let (catalogue, index) = (scope.catalogue, scope.catalogue.index());
    if args.disputes {
        return disputes(guide);
    }
    if args.summary {
        let counts: Vec<ClaimCount> = index.claims().collect();
        let lines = || counts.iter().map(SummaryRecord::new).collect();
        return guide.card("claims", || summary_card(&counts), lines);
    }
    let Some(name) = &args.id else {
        let rows: Vec<SourceRow<'_>> = index.sources().collect();
        return guide.list(
            "sources",
            || source_list(&rows),
            || rows.iter().map(|row| SourceRecord::new(row, None)).collect(),
        );
    };
    let target = query::find(catalogue, name)?;
    let row = index.source(target.id).filter(|_| target.kind == Kind::Source);
    let row = row.ok_or_else(|| Error::wrong_kind(target, "source"))?;
    let source = catalogue.source(row.id)?;
    guide.card("sources", || source_card(scope, &source), || vec![SourceRecord::new(&row, Some(&source))])
}

/// Every dispute of every entry. Who asks for all of them has no entry's limits, so what tells how to press is left out.
fn disputes(guide: &Guide<'_>) -> Replied {
    let (catalogue, index) = (guide.scope.catalogue, guide.scope.catalogue.index());
    let screened = index.screened().map(|entry| Target { kind: entry.kind, id: entry.id });
    let topics = index.topics().map(|row| Target { kind: Kind::Topic, id: row.id });
    let of_entries: Vec<(Target<'_>, Vec<Dispute>)> =
        screened.chain(topics).map(|entry| Ok((entry, catalogue.disputes(entry)?))).collect::<Result<_, Error>>()?;
    let all: Vec<Disputed<'_>> = of_entries
        .iter()
        .flat_map(|(entry, disputes)| dispute_texts(disputes, true).map(|(each, text)| (*entry, each, text)))
        .collect();
    let lines = || all.iter().map(|(entry, each, text)| DisputedRecord::new(*entry, each, text.as_ref())).collect();
    guide.list("disputes", || dispute_list(&guide.scope, &all), lines)
}
