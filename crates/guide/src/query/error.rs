//! Why nothing was found, or nothing for sure.

use thiserror::Error;

use crate::shelf::CatalogueError;
use crate::text::quoted;

/// A name with two meanings, and what the reader may have meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ambiguity {
    /// Why it is ambiguous.
    pub explain: String,
    /// What to write instead, and when.
    pub choices: Vec<(String, String)>,
}

/// Why a question has no answer.
#[derive(Debug, Error)]
pub enum QueryError {
    /// No entry carries this name.
    #[error("no point, stretch or topic is called {}", quoted(name))]
    NoEntry {
        /// What the reader typed.
        name: String,
        /// The nearest names.
        nearest: Vec<String>,
    },
    /// No page carries this name.
    #[error("no page is called {}", quoted(name))]
    NoPage {
        /// What the reader typed.
        name: String,
        /// The nearest pages, by id.
        nearest: Vec<String>,
    },
    /// The name has two meanings.
    #[error("{} could mean more than one thing", quoted(name))]
    Ambiguous {
        /// What the reader typed.
        name: String,
        /// What it could mean.
        ambiguity: Ambiguity,
        /// Whether it was given as a declaration.
        of_precaution: bool,
    },
    /// A list of declarations holds one without a name.
    #[error("a precaution without a name: a comma with a blank, or nothing, behind it")]
    NothingDeclared,
    /// No precaution carries this name.
    #[error("no precaution is called {}", quoted(name))]
    NoDeclaration {
        /// What the reader typed.
        name: String,
        /// The nearest ids.
        nearest: Vec<String>,
        /// The entries that speak of it, by id.
        spoken_of: Vec<String>,
        /// The precautions that some of its words name, by id.
        held: Vec<String>,
    },
    /// A word that is neither a red flag nor a precaution.
    #[error("no sign and no precaution is called {}", quoted(name))]
    NoAnswer {
        /// What the reader typed.
        name: String,
        /// The nearest ids.
        nearest: Vec<String>,
    },
    /// A filter that names nothing.
    #[error("no {what} is called {}", quoted(name))]
    NoSuchFilter {
        /// `region`, `meridian`, `position`.
        what: &'static str,
        /// What the reader typed.
        name: String,
        /// What can be named.
        known: Vec<String>,
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
    /// The catalogue cannot be read.
    #[error(transparent)]
    Catalogue(#[from] CatalogueError),
}
