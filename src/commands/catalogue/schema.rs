//! `sciatica catalogue schema KIND`: what may stand in a kind of file, as JSON Schema.

use clap::ValueEnum;
use clap::builder::PossibleValue;

use super::bare;
use crate::catalogue::{FILE_KINDS, FileKind};
use crate::error::Error;
use crate::render::Rendered;

/// Print the JSON Schema of a kind of file, for an editor
///
/// JSON Schema, draft 2020-12. An editor that is given it explains each field, completes words and marks what is wrong.
/// What a schema cannot say, such as that a source exists, "catalogue check" says.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  sciatica catalogue schema point  > point.json\n  \
                        sciatica catalogue schema red-flag\n  sciatica catalogue schema catalogue")]
pub(super) struct Args {
    /// The kind of file
    #[arg(value_name = "KIND")]
    kind: FileKind,
}

impl ValueEnum for FileKind {
    fn value_variants<'a>() -> &'a [Self] {
        FILE_KINDS
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.id).help(self.place))
    }
}

pub(super) fn answer(args: &Args) -> Result<Rendered, Error> {
    args.kind.schema().map(bare)
}
