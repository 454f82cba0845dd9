//! `sciatica catalogue schema KIND`: what may stand in a kind of file, as JSON Schema.

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};

use crate::bundle::bundle;
use crate::commands::guide::{Replied, Reply};
use guide::shelf::{FILE_KINDS, FileKind};

/// Print the JSON Schema of a kind of file, for an editor
///
/// JSON Schema, draft 2020-12. An editor that is given it explains each field, completes words and marks what is wrong.
/// What a schema cannot say, such as that a source exists, "catalogue check" says.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  sciatica catalogue schema point  > point.json\n  \
                        sciatica catalogue schema red-flag\n  sciatica catalogue schema catalogue")]
pub(super) struct Args {
    /// The kind of file
    #[arg(value_name = "KIND", value_parser = kind_parser())]
    kind: FileKind,
}

/// Takes a kind of file by its name.
fn kind_parser() -> impl TypedValueParser<Value = FileKind> {
    let names = PossibleValuesParser::new(FILE_KINDS.iter().map(|kind| PossibleValue::new(kind.id).help(kind.place)));
    names.try_map(|name| FILE_KINDS.iter().copied().find(|kind| kind.id == name).ok_or("no kind is called that"))
}

pub(super) fn answer(args: &Args) -> Replied {
    Ok(args.kind.schema(bundle()).map(Reply::bare)?)
}
