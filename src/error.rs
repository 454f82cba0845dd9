//! What can go wrong, what to do about it, and the exit code that says so.

mod check;
mod declaration;
mod export;
mod page;
mod problem;
mod profile;

use thiserror::Error as ThisError;

use crate::catalogue::{Problem, printable};
pub use check::CheckError;
pub use declaration::DeclarationError;
pub use export::ExportError;
pub use page::PageError;
use page::lacks_room;
use problem::problems_counted;
pub use profile::ProfileError;
pub(crate) use profile::whole;

/// How the program ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Exit {
    /// The question was answered.
    Answered = 0,
    /// Nothing by that name, or reading or writing failed.
    Failed = 1,
    /// The command line is wrong.
    Usage = 2,
    /// Stopped for safety.
    Stopped = 3,
    /// The terminal hung up.
    HungUp = 129,
    /// Ctrl-C.
    Interrupted = 130,
    /// Ctrl-\.
    Quitted = 131,
    /// The system asked for an end.
    Terminated = 143,
}

/// A name with two meanings, and what the reader may have meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ambiguity {
    /// Why it is ambiguous.
    pub explain: String,
    /// What to write instead, and when.
    pub choices: Vec<(String, String)>,
}

/// What went wrong. The message says what; [`Error::hints`] say what to do.
#[derive(Debug, ThisError)]
pub enum Error {
    /// No entry carries this name.
    #[error("no point, stretch or topic is called {}", quoted(name))]
    NoEntry {
        /// What the reader typed.
        name: String,
        /// The nearest names.
        nearest: Vec<String>,
    },
    /// The name leads to something of another kind than was asked for.
    #[error("{} is a {is}, not a {wanted}", quoted(id))]
    WrongKind {
        /// Its id.
        id: String,
        /// What it is.
        is: &'static str,
        /// What was asked for.
        wanted: &'static str,
    },
    /// The name has two meanings.
    #[error("{} could mean more than one thing", quoted(name))]
    Ambiguous {
        /// What the reader typed.
        name: String,
        /// What it could mean.
        ambiguity: Ambiguity,
        /// Whether it was given to `--with` or `--cleared`.
        of_precaution: bool,
    },
    /// A declaration is not taken.
    #[error(transparent)]
    Declaration(#[from] DeclarationError),
    /// Something is wrong with the command line, and what was meant can be told.
    #[error("{error}")]
    Corrected {
        /// What is wrong.
        error: Box<Error>,
        /// The whole command line, to be typed as it is.
        line: String,
    },
    /// What a variable of the environment names cannot be used.
    #[error("{cause}")]
    FromVariable {
        /// The variable.
        variable: &'static str,
        /// What it holds.
        value: String,
        /// Why that cannot be used.
        cause: Box<Error>,
    },
    /// `none` together with a precaution.
    #[error("--with none says that nothing applies, yet a precaution is declared too")]
    NoneAndSome,
    /// A filter that names nothing.
    #[error("no {what} is called {}", quoted(name))]
    NoSuchFilter {
        /// `region` or `meridian`.
        what: &'static str,
        /// What the reader typed.
        name: String,
        /// What can be named.
        known: Vec<String>,
    },
    /// No point, stretch or technique passes all filters.
    #[error("no {what} matches all of that")]
    NothingMatched {
        /// `point`, `stretch` or `technique`.
        what: &'static str,
    },
    /// No routine carries this name.
    #[error("no routine is called {}", quoted(name))]
    NoRoutine {
        /// What the reader typed.
        name: String,
        /// The nearest ids.
        nearest: Vec<String>,
        /// All of them.
        known: Vec<String>,
    },
    /// No entry holds any of the words.
    #[error("nothing here speaks of {}", quoted(question))]
    NothingFound {
        /// What the reader searched for.
        question: String,
        /// The nearest words.
        nearest: Vec<String>,
    },
    /// The questions of a check cannot be asked without a terminal.
    #[error("there is no terminal on which to ask")]
    NobodyToAsk,
    /// The reader left in the middle of a check.
    #[error("the check was not finished")]
    Unfinished,
    /// A word that is neither a red flag nor a precaution.
    #[error("no sign and no precaution is called {}", quoted(name))]
    NoAnswer {
        /// What the reader typed.
        name: String,
        /// The nearest ids.
        nearest: Vec<String>,
    },
    /// Answers that contradict each other.
    #[error(transparent)]
    Check(#[from] CheckError),
    /// The terminal on which the questions are asked failed.
    #[error("cannot ask: {0}")]
    Dialogue(std::io::Error),
    /// A catalogue directory that is not there.
    #[error("{} is not a directory that can be read", quoted(path))]
    NoCatalogue {
        /// The path.
        path: String,
    },
    /// A catalogue directory with problems.
    #[error("the catalogue in {} has {}", quoted(directory), problems_counted(problems.len()))]
    InvalidCatalogue {
        /// The directory.
        directory: String,
        /// Every problem.
        problems: Vec<Problem>,
    },
    /// There is no page to print.
    #[error(transparent)]
    Page(#[from] PageError),
    /// What the reader keeps cannot be used or changed.
    #[error(transparent)]
    Profile(#[from] ProfileError),
    /// Another form was asked for than the only one that there is.
    #[error("{what} is text, and nothing else")]
    TextOnly {
        /// What was asked for.
        what: &'static str,
    },
    /// The catalogue was not exported.
    #[error(transparent)]
    Export(#[from] ExportError),
    /// Standard output could not be written.
    #[error("cannot write the answer: {0}")]
    Output(#[from] std::io::Error),
    /// The program's own data is damaged.
    #[error("this copy of sciatica is damaged: {}", printable(cause))]
    Internal {
        /// What is damaged.
        cause: String,
    },
}

impl Error {
    pub(crate) fn catalogue(directory: &str, problems: Vec<Problem>) -> Self {
        Self::InvalidCatalogue { directory: directory.to_owned(), problems }
    }

    /// How the program ends on it.
    pub fn exit(&self) -> Exit {
        match self {
            Self::Declaration(_)
            | Self::NoneAndSome
            | Self::NoSuchFilter { .. }
            | Self::NobodyToAsk
            | Self::NoAnswer { .. }
            | Self::Check(_)
            | Self::TextOnly { .. }
            | Self::Ambiguous { of_precaution: true, .. } => Exit::Usage,
            Self::Page(error) => error.exit(),
            Self::Profile(error) => error.exit(),
            Self::Corrected { error, .. } => error.exit(),
            _ => Exit::Failed,
        }
    }

    /// What to do about it, a line each: the nearest name first, then the command that helps.
    pub fn hints(&self) -> Vec<String> {
        match self {
            Self::NoEntry { nearest, .. } => {
                let mut hints = did_you_mean(nearest);
                hints.push("see: sciatica points".to_owned());
                hints
            }
            Self::WrongKind { id, .. } => vec![format!("see: sciatica show {}", printable(id))],
            Self::Ambiguous { ambiguity, of_precaution, .. } => {
                let mut hints = vec![printable(&ambiguity.explain)];
                let command = if *of_precaution { "--with" } else { "sciatica show" };
                for (entry, when) in &ambiguity.choices {
                    hints.push(format!("{command} {entry}: {}", printable(when)));
                }
                hints
            }
            Self::NoneAndSome => vec!["leave out one of the two".to_owned()],
            Self::NoSuchFilter { known, .. } => vec![format!("use one of: {}", known.join(", "))],
            Self::NothingMatched { .. } => vec!["leave out a filter".to_owned()],
            Self::NoRoutine { nearest, known, .. } => {
                let mut hints = did_you_mean(nearest);
                hints.push(format!("the routines: {}", known.join(", ")));
                hints.push("without a name it is put together for you: sciatica routine --minutes 10".to_owned());
                hints
            }
            Self::NothingFound { nearest, .. } => {
                let mut hints = did_you_mean(nearest);
                hints.push("use fewer or other words, or see: sciatica learn".to_owned());
                hints
            }
            Self::NobodyToAsk => vec![
                "name what applies: sciatica check --answers ID,ID, or --answers none".to_owned(),
                "the ids: sciatica red-flags and sciatica precautions".to_owned(),
            ],
            Self::Unfinished => vec![
                "an unfinished check rules nothing out".to_owned(),
                "if you are worried now: sciatica red-flags".to_owned(),
            ],
            Self::NoAnswer { nearest, .. } => {
                let mut hints = did_you_mean(nearest);
                hints.push("the ids: sciatica red-flags and sciatica precautions".to_owned());
                hints
            }
            Self::Check(error) => error.hints(),
            Self::Dialogue(_) => vec!["name what applies: sciatica check --answers ID,ID".to_owned()],
            Self::Declaration(error) => error.hints(),
            Self::Corrected { error, line } => {
                let mut hints = vec![format!("did you mean: {}", printable(line))];
                hints.extend(error.hints());
                hints
            }
            _ => self.hints_about_files(),
        }
    }

    /// The same for what is read and written.
    fn hints_about_files(&self) -> Vec<String> {
        match self {
            Self::FromVariable { variable, value, cause } => {
                let mut hints = vec![format!("{variable} names it")];
                if value.starts_with('~') {
                    hints.push(format!("~ is taken as it is there: export {variable}=\"$HOME/...\""));
                }
                hints.push(format!("to go on without it: unset {variable}"));
                let is_missing = matches!(cause.as_ref(), Self::NoCatalogue { .. });
                hints.extend(if is_missing { Vec::new() } else { cause.hints() });
                hints
            }
            Self::NoCatalogue { .. } => vec!["name a directory that holds catalogue.json".to_owned()],
            Self::InvalidCatalogue { problems, .. } => problems.iter().map(ToString::to_string).collect(),
            Self::Page(error) => error.hints(),
            Self::Profile(error) => error.hints(),
            Self::TextOnly { .. } => vec!["leave out --format".to_owned()],
            Self::Export(error) => error.hints(),
            Self::Output(cause) if lacks_room(cause) => vec!["is the disk full?".to_owned()],
            Self::Output(_) => vec!["what was written of it is not whole".to_owned()],
            Self::Internal { .. } => vec!["install it again".to_owned()],
            _ => Vec::new(),
        }
    }

    /// The whole report: the cause, then what to do.
    pub fn report(&self) -> String {
        let mut report = format!("error: {self}\n");
        for hint in self.hints() {
            report.push_str("  ");
            report.push_str(&hint);
            report.push('\n');
        }
        report
    }
}

/// `1 problem`, `2 problems`
pub(crate) fn counted(count: usize, noun: &str) -> String {
    if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
}

fn did_you_mean(nearest: &[String]) -> Vec<String> {
    if nearest.is_empty() { Vec::new() } else { vec![format!("did you mean {}?", nearest.join(", or "))] }
}

/// A name in quotes: without control characters, and no longer than a line can hold.
fn quoted(name: &str) -> String {
    const LONGEST: usize = 60;
    let clean = printable(name);
    if clean.chars().count() > LONGEST {
        format!("\"{}...\"", clean.chars().take(LONGEST).collect::<String>())
    } else {
        format!("\"{clean}\"")
    }
}
