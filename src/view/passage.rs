//! Passages of a page that tell how to do something, as this reader may be told of them.

use super::document::Sentence;
use super::list::shorts;
use super::scope::Scope;
use super::words::{command_to, level_word};
use guide::model::{Doing, Section, Target};
use guide::query;
use guide::screening::Passage;

/// What becomes of a section, and of which entry it tells; `None` where it tells of none.
pub(super) fn passage<'c>(scope: &Scope<'c>, section: &Section) -> Option<(Target<'c>, Passage)> {
    let Doing { entry, position } = section.does.as_ref()?;
    let index = scope.catalogue.index();
    let found = index.named(entry).into_iter().find_map(|target| Some((target, index.facets(target)?)));
    let (target, facets) = found?;
    let untold = scope.reader.profile().is_unknown() && !query::touching(index, &facets).is_empty();
    let passage = if untold { Passage::LeftOut } else { Passage::of(&scope.reader.judge(&facets), &facets, *position) };
    Some((target, passage))
}

/// What stands in the place of a passage that limits apply to.
pub(super) fn on_card(scope: &Scope<'_>, target: Target<'_>) -> Sentence {
    let command = scope.with_declared(&command_to(target.id));
    format!("{}, within your limits: {command}", scope.name_of(target.id)).into()
}

/// Why a passage is left out.
pub(super) fn left_out(scope: &Scope<'_>, target: Target<'_>) -> Sentence {
    const UNKNOWN: &str = "what a rule may speak against, since not all that you declared can be read";
    let verdict = scope.judge(target).filter(|_| !scope.reader.profile().is_unknown());
    let Some(verdict) = verdict else { return UNKNOWN.into() };
    let level = verdict.level.map(|level| level_word(level).to_lowercase()).unwrap_or_default();
    let why = shorts(scope, &verdict).join(", ");
    format!("{} ({level}: {why})", scope.name_of(target.id)).into()
}
