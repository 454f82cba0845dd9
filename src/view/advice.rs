//! What a precaution advises, and what its limits come to.

use super::document::Sentence;
use super::guidance::is_open;
use super::scope::Scope;
use super::words::limit_words;
use guide::model::{Advice, LimitText, Precaution};

/// The advice of a precaution, but for what calls open what is withheld from this reader.
pub(super) fn advice<'p>(scope: &Scope<'_>, precaution: &'p Precaution) -> Vec<&'p Advice> {
    let is_true = |advice: &&Advice| advice.calls_open.iter().all(|id| is_open(scope, id));
    precaution.advice.iter().filter(is_true).collect()
}

/// What a limit says, in numbers and in words.
pub(super) fn limits(scope: &Scope<'_>, limit: &LimitText) -> Vec<Sentence> {
    let numbers = limit_words(scope.catalogue.manifest(), limit.into());
    numbers.into_iter().chain(limit.text.clone()).map(Sentence::from).collect()
}
