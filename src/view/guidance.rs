//! What stands before every how-to: the signs to get help for, the level and why, whom it touches; and what stands in its
//! place where it is withheld.

use std::collections::BTreeSet;

use super::document::{Block, Card, Role, Sentence, all_labelled, labelled};
use super::scope::Scope;
use super::words::{command_to, level_role, level_word};
use guide::index::Touching;
use guide::model::{Level, RIGHT_NOW};
use guide::screening::{Finding, Verdict};

/// What comes before every how-to on these regions: the signs to get help for.
pub(super) fn red_flag_lines(scope: &Scope<'_>, regions: &[&str]) -> Vec<Block> {
    let manifest = scope.catalogue.manifest();
    let mut lines = vec![labelled(Role::RedFlag, "Get help now if", scope.sentences(&manifest.get_help))];
    if scope.is_on_the_leg(regions) {
        lines.push(labelled(Role::RedFlag, "Get help today if", vec![scope.sentence(&manifest.calf.claim)]));
    }
    lines
}

const ONCE_THEY_AGREE: &str = "Once they agree, have this page made anew: then it tells how.";

/// What screening decided, and why.
pub(super) fn level_lines(scope: &Scope<'_>, verdict: &Verdict<'_>) -> Vec<Block> {
    let mut lines = Vec::new();
    for finding in telling(verdict) {
        let Some((precaution, rule)) = scope.reader.words_of(finding) else { continue };
        let label = format!("{} ({})", level_word(finding.level), precaution.short);
        lines.push(labelled(level_role(finding.level), &label, vec![scope.sentence(&rule.because)]));
        let asks = finding.rule.level == Level::Ask;
        if asks && !finding.cleared {
            let whom = rule.ask_whom.as_deref().unwrap_or("your doctor");
            let what = rule.ask_what.as_deref().unwrap_or("May I do this?");
            lines.push(labelled(Role::Ask, &format!("Ask {whom}"), vec![format!("\"{what}\"").into()]));
            let add = format!("Once they agree, add --cleared {}.", precaution.id);
            lines.push(Block::Text(if scope.on_paper { ONCE_THEY_AGREE.into() } else { add.into() }));
        } else if asks {
            let said = format!("They agreed, you said: --cleared {}.", precaution.id);
            lines.push(Block::Text(if scope.on_paper { "They agreed, you said.".into() } else { said.into() }));
        }
    }
    let mut seen = BTreeSet::new();
    lines.retain(|line| seen.insert(format!("{line:?}")));
    // A page says at its top that nothing was declared.
    if lines.is_empty() && (!scope.on_paper || scope.reader.profile().was_asked()) {
        lines.push(Block::Text(no_finding(scope).into()));
    }
    lines
}

/// The findings that a reader needs. Where how-to is withheld, those that withhold it most strongly, since the rest says
/// what would hold if it were not. And where a precaution names the entry, not what it says of all entries besides.
pub(super) fn telling<'v, 'c>(verdict: &'v Verdict<'c>) -> impl Iterator<Item = &'v Finding<'c>> {
    let strong = verdict.findings.iter().filter(|it| !verdict.withheld || Some(it.level) == verdict.level);
    strong.filter(|finding| !verdict.findings.iter().any(|other| says_it_closer(other, finding)))
}

fn says_it_closer(other: &Finding<'_>, finding: &Finding<'_>) -> bool {
    other.rule.precaution == finding.rule.precaution
        && other.level >= finding.level
        && other.ways.is_none()
        && finding.ways.is_none()
        && other.rule.names_entries
        && !finding.rule.names_entries
}

/// Missing knowledge is never shown as safety.
pub(super) fn no_finding(scope: &Scope<'_>) -> &'static str {
    if scope.reader.profile().was_asked() {
        "No rule here speaks against it for what you told us."
    } else if scope.on_paper {
        "Nothing was declared for this page, so no limit of yours is in it."
    } else {
        "You have declared nothing: add --with, or see sciatica precautions."
    }
}

/// The precautions that touch an entry, whoever reads it.
pub(super) fn touching_lines(touching: &Touching<'_>) -> Vec<Block> {
    let shorts = |list: &[(&str, &str)]| list.iter().map(|(_, short)| (*short).into()).collect::<Vec<Sentence>>();
    all_labelled([
        (Role::Avoid, "Avoid if", shorts(&touching.avoid_if)),
        (Role::Ask, "Ask first if", shorts(&touching.ask_if)),
    ])
}

/// What the findings limit in words, each once.
pub(super) fn limit_texts(scope: &Scope<'_>, verdict: &Verdict<'_>) -> Vec<Sentence> {
    scope.reader.limits_in_words(verdict).into_iter().map(Sentence::from).collect()
}

/// What stands in the place of a how-to that is withheld: that it is, and what to do instead.
pub(super) fn withheld_lines(scope: &Scope<'_>, verdict: &Verdict<'_>, card: &mut Card) {
    let way_to = |id: &str| if scope.on_paper { scope.name_of(id) } else { command_to(id) };
    let instead = instead(scope, &verdict.findings);
    let ids = if instead.is_empty() { vec![RIGHT_NOW.to_owned()] } else { instead };
    card.say(Role::Neutral, "Instead", ids.iter().map(|id| way_to(id).into()).collect());
}

/// What to do instead, screened again: nothing that is itself withheld from this reader.
pub(super) fn instead(scope: &Scope<'_>, findings: &[Finding<'_>]) -> Vec<String> {
    let mut ids: Vec<String> = Vec::new();
    for id in findings.iter().filter_map(|finding| scope.reader.words_of(finding)).flat_map(|(_, rule)| &rule.instead) {
        let mut entries = scope.catalogue.index().named(id).into_iter();
        let withheld = entries.any(|entry| scope.judge(entry).is_some_and(|verdict| verdict.withheld));
        if !withheld && !ids.contains(id) {
            ids.push(id.clone());
        }
    }
    ids
}
