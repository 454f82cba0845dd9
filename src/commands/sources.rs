//! `sciatica sources`: where the sentences come from.

use super::{Guide, OutputArgs, Reply};
use crate::catalogue::{Kind, SourceRow};
use crate::error::Error;
use crate::query;
use crate::terminal::World;
use crate::view::{Part, SourceRecord, source_card, source_list};

/// Where the sentences come from
///
/// Every source with its grade (A official or peer-reviewed, B professional, C weak) and what cites it; or one, with what
/// was read of it and when. In a pipe the list has these columns between tabs: grade, id, citation, document, title,
/// cited by.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  sciatica sources\n  sciatica sources who-2008\n  \
                        sciatica show GB30 --sources")]
pub(super) struct Args {
    /// A source
    #[arg(value_name = "ID")]
    id: Option<String>,
    #[command(flatten)]
    output: OutputArgs,
}

pub(super) fn answer(args: &Args, world: &World<'_>) -> Result<Reply, Error> {
    let catalogue = args.output.open()?;
    let guide = Guide::for_anybody(&catalogue, &args.output, world)?;
    let scope = &guide.scope;
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
