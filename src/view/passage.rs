//! Passages of a page that tell how to do something, as this reader may be told of them.

use super::document::Sentence;
use super::list::shorts;
use super::scope::Scope;
use super::words::{command_to, verdict_word};
use guide::model::{Doing, Section, Target};
use guide::query;
use guide::screening::Passage;

/// What becomes of a section, and of which entry it tells; `None` where it tells of none.
pub(super) fn passage<'c, 's>(scope: &Scope<'c>, section: &'s Section) -> Option<(Target<'c>, Passage<'s>)> {
    let doing = section.does.as_ref()?;
    let index = scope.catalogue.index();
    let found = index.named(&doing.entry).into_iter().find_map(|target| Some((target, index.facets(target)?)));
    let (target, facets) = found?;
    let is_touched = || query::touching(scope.catalogue, &facets).map_or(true, |touching| !touching.is_empty());
    let untold = scope.reader.profile().is_unknown() && is_touched();
    let passage = if untold { Passage::LeftOut } else { Passage::of(doing, &scope.reader.judge(&facets), &facets) };
    Some((target, passage))
}

/// What stands in the place of a passage that limits apply to.
pub(super) fn on_card(scope: &Scope<'_>, target: Target<'_>) -> Sentence {
    let command = scope.with_declared(&command_to(target.id));
    format!("{}, within your limits: {command}", scope.name_of(target.id)).into()
}

/// Why a passage is left out.
pub(super) fn left_out(scope: &Scope<'_>, target: Target<'_>, doing: Option<&Doing>) -> Sentence {
    const UNKNOWN: &str = "what a rule may speak against, since not all that you declared can be read";
    let verdict = scope.judge(target).filter(|_| !scope.reader.profile().is_unknown());
    let Some(verdict) = verdict else { return UNKNOWN.into() };
    let level = verdict_word(&verdict).unwrap_or_default().to_lowercase();
    let why = shorts(scope, &verdict).join(", ");
    let position = doing.and_then(|doing| doing.position).map(|position| format!(", {}", position.words()));
    format!("{}{} ({level}: {why})", scope.name_of(target.id), position.unwrap_or_default()).into()
}
