//! What can go wrong with a command line and its answer.

use std::io;

use guide::model::{Kind, Target};
use guide::query::QueryError;
use guide::shelf::CatalogueError;
use guide::text::{printable, quoted};

use super::declaration::DeclarationError;
use super::exit::Exit;
use super::export::ExportError;
use super::page::{PageError, lacks_room};
use super::profile::ProfileError;
use super::query;

/// The variable that names a directory from which alone to answer.
pub(crate) const CATALOGUE: &str = "SCIATICA_CATALOGUE";

/// The variable that names a directory whose entries are added always.
pub(crate) const ADD_CATALOGUE: &str = "SCIATICA_ADD_CATALOGUE";

/// What went wrong. The message says what; [`Error::hints`] say what to do.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A question has no answer.
    #[error(transparent)]
    Query(QueryError),
    /// A catalogue cannot be opened or read.
    #[error(transparent)]
    Catalogue(#[from] CatalogueError),
    /// The name leads to something of another kind than was asked for: its id, what it is, what was wanted.
    #[error("{name} is a {is}, not a {2}", name = quoted(.0), is = .1.id())]
    WrongKind(String, Kind, &'static str),
    /// A declaration is not taken.
    #[error(transparent)]
    Declaration(#[from] DeclarationError),
    /// Something is wrong with the command line, and what was meant can be told: the whole line, to be typed as it is.
    #[error("{0}")]
    Corrected(Box<Error>, String),
    /// What a variable holds cannot be used: its name, and what it holds.
    #[error("{2}")]
    FromVariable(&'static str, String, CatalogueError),
    /// `none` together with a precaution.
    #[error("--with none says that nothing applies, yet a precaution is declared too")]
    NoneAndSome,
    /// No point, stretch or technique passes all filters.
    #[error("no {0} matches all of that")]
    NothingMatched(&'static str),
    /// The questions of a check cannot be asked without a terminal.
    #[error("there is no terminal on which to ask")]
    NobodyToAsk,
    /// The reader left in the middle of a check.
    #[error("the check was not finished")]
    Unfinished,
    /// In a check a sign is named and denied, by id.
    #[error("{0} and not:{0} cannot both be so")]
    YesAndNo(String),
    /// In a check a precaution is denied, by id.
    #[error("not: takes a sign, and {0} is a precaution")]
    NotOfPrecaution(String),
    /// The terminal on which the questions are asked failed.
    #[error("cannot ask: {0}")]
    Dialogue(io::Error),
    /// There is no page to print.
    #[error(transparent)]
    Page(#[from] PageError),
    /// What the reader keeps cannot be used or changed.
    #[error(transparent)]
    Profile(#[from] ProfileError),
    /// Another form was asked for than the only one that there is.
    #[error("{0} is text, and nothing else")]
    TextOnly(&'static str),
    /// The catalogue was not exported.
    #[error(transparent)]
    Export(#[from] ExportError),
    /// Standard output could not be written.
    #[error("cannot write the answer: {0}")]
    Output(#[from] io::Error),
}

/// A catalogue that cannot be read is the same error, whatever was asked of it.
impl From<QueryError> for Error {
    fn from(error: QueryError) -> Self {
        match error {
            QueryError::Catalogue(error) => Self::Catalogue(error),
            error => Self::Query(error),
        }
    }
}

impl Error {
    /// The program itself is damaged.
    #[expect(clippy::needless_pass_by_value, reason = "so that it takes an error as map_err gives it")]
    pub(crate) fn damaged(cause: impl ToString) -> Self {
        CatalogueError::Damaged { cause: cause.to_string() }.into()
    }

    /// The name leads to something else than was wanted.
    pub(crate) fn wrong_kind(target: Target<'_>, wanted: &'static str) -> Self {
        Self::WrongKind(target.id.to_owned(), target.kind, wanted)
    }

    /// How the program ends on it.
    pub fn exit(&self) -> Exit {
        match self {
            Self::Query(error) => query::exit(error),
            Self::Page(error) => error.exit(),
            Self::Profile(error) => error.exit(),
            Self::Corrected(error, _) => error.exit(),
            Self::Declaration(_)
            | Self::NoneAndSome
            | Self::NobodyToAsk
            | Self::YesAndNo(_)
            | Self::NotOfPrecaution(_)
            | Self::TextOnly(_) => Exit::Usage,
            Self::Catalogue(_)
            | Self::WrongKind(..)
            | Self::FromVariable(..)
            | Self::NothingMatched(_)
            | Self::Unfinished
            | Self::Dialogue(_)
            | Self::Export(_)
            | Self::Output(_) => Exit::Failed,
        }
    }

    /// What to do about it, a line each.
    pub fn hints(&self) -> Vec<String> {
        let hints: &[&str] = match self {
            Self::Query(error) => return query::hints(error),
            Self::Catalogue(error) => return query::catalogue_hints(error),
            Self::WrongKind(id, ..) => return vec![format!("see: sciatica show {}", printable(id))],
            Self::Declaration(error) => return error.hints(),
            Self::Corrected(error, line) => {
                return [vec![format!("did you mean: {}", printable(line))], error.hints()].concat();
            }
            Self::FromVariable(variable, value, cause) => return variable_hints(variable, value, cause),
            Self::NoneAndSome | Self::YesAndNo(_) => &["leave out one of the two"],
            Self::NothingMatched(_) => &["leave out a filter"],
            Self::NobodyToAsk => &["name what applies: sciatica check --answers ID,ID, or --answers none", query::IDS],
            Self::Unfinished => {
                &["an unfinished check rules nothing out", "if you are worried now: sciatica red-flags"]
            }
            Self::NotOfPrecaution(_) => {
                &["leave it out: what is not named does not apply", "the signs: sciatica red-flags"]
            }
            Self::Dialogue(_) => &["name what applies: sciatica check --answers ID,ID"],
            Self::Page(error) => error.hints(),
            Self::Profile(error) => return error.hints(),
            Self::TextOnly(_) => &["leave out --format"],
            Self::Export(error) => error.hints(),
            Self::Output(cause) if lacks_room(cause) => &["is the disk full?"],
            Self::Output(_) => &["what was written of it is not whole"],
        };
        hints.iter().map(|&hint| hint.to_owned()).collect()
    }

    /// The whole report: the cause, then what to do.
    pub fn report(&self) -> String {
        let hints = self.hints().into_iter().map(|hint| format!("  {hint}\n"));
        format!("error: {self}\n{}", hints.collect::<String>())
    }
}

fn variable_hints(variable: &str, value: &str, cause: &CatalogueError) -> Vec<String> {
    let mut hints = vec![format!("{variable} names it")];
    if value.starts_with('~') {
        hints.push(format!("~ is taken as it is there: export {variable}=\"$HOME/...\""));
    }
    hints.push(format!("to go on without it: unset {variable}"));
    if !matches!(cause, CatalogueError::NoDirectory { .. }) {
        hints.extend(query::catalogue_hints(cause));
    }
    hints
}
