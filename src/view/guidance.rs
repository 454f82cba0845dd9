//! What stands before every how-to: the signs to get help for, the level and why, whom it touches; and what stands in its
//! place where it is withheld.

use std::collections::BTreeSet;

use super::document::{Block, Card, Sentence, all_labelled, labelled};
use super::role::Role;
use super::scope::Scope;
use super::words::{LEFT_OUT, NO_WAY_LEFT, command_to, level_role, level_word};
use guide::index::{RedFlagRow, Touching};
use guide::model::{Kind, Level, Position, RIGHT_NOW, Urgency};
use guide::screening::{Finding, Verdict, is_left_out};

/// What comes before every how-to on these regions: the signs to get help for.
pub(super) fn red_flag_lines(scope: &Scope<'_>, regions: &[&str]) -> Vec<Block> {
    let manifest = scope.catalogue.manifest();
    let mut now = scope.sentences(&manifest.get_help);
    let mut today = Vec::new();
    if scope.is_on_the_leg(regions) {
        let is_urgent = is_more_urgent(scope, &manifest.calf.red_flag);
        if is_urgent { &mut now } else { &mut today }.push(scope.sentence(&manifest.calf.claim));
    }
    all_labelled([(Role::RedFlag, "Get help now if", now), (Role::Today, "Get help today if", today)])
}

/// Whether a sign counts, with what this reader declared, as one that sends them for help at once.
fn is_more_urgent(scope: &Scope<'_>, sign: &str) -> bool {
    own_signs(scope).any(|row| row.urgency == Urgency::Emergency && row.stands_for.contains(&sign))
}

/// The signs that what this reader declared hangs on, besides those that everybody is told of.
pub(super) fn own_sign_lines(scope: &Scope<'_>) -> Vec<Block> {
    let told = &scope.catalogue.manifest().get_help_for;
    let rows: Vec<RedFlagRow<'_>> = own_signs(scope).filter(|row| !told.iter().any(|id| id == row.id)).collect();
    let shorts = |urgency| rows.iter().filter(|row| row.urgency == urgency).map(|row| row.short.into()).collect();
    all_labelled([
        (Role::RedFlag, "For you, get help now if", shorts(Urgency::Emergency)),
        (Role::Today, "For you, get help today if", shorts(Urgency::SameDay)),
    ])
}

fn own_signs<'s>(scope: &'s Scope<'_>) -> impl Iterator<Item = RedFlagRow<'s>> {
    let precautions = scope.reader.precautions().iter();
    let ids = precautions.flat_map(|it| it.further().iter().chain(it.sign()));
    let ids: BTreeSet<&str> = ids.map(String::as_str).collect();
    ids.into_iter().filter_map(|id| scope.catalogue.index().red_flag(id))
}

const ONCE_THEY_AGREE: &str = "Once they agree, have this page made anew: then it tells how.";

/// What screening decided, and why.
pub(super) fn level_lines(scope: &Scope<'_>, verdict: &Verdict<'_>) -> Vec<Block> {
    let mut lines = Vec::new();
    for finding in telling(verdict) {
        let Some((precaution, rule)) = scope.reader.words_of(finding) else { continue };
        if finding.rule.leaves_out && !verdict.withheld {
            let label = format!("{LEFT_OUT} ({})", precaution.short);
            lines.push(labelled(Role::Adapt, &label, vec!["the ways that you cannot do".into()]));
            continue;
        }
        let word = if finding.rule.leaves_out { NO_WAY_LEFT } else { level_word(finding.level) };
        let label = format!("{word} ({})", precaution.short);
        lines.push(labelled(level_role(finding.level), &label, vec![scope.sentence(&rule.because)]));
        if !verdict.asks(finding) {
            continue;
        }
        if finding.cleared {
            let said = format!("They agreed, you said: --cleared {}.", precaution.id);
            lines.push(Block::Text(if scope.on_paper { "They agreed, you said.".into() } else { said.into() }));
        } else {
            let whom = rule.ask_whom.as_deref().unwrap_or("your doctor");
            let what = rule.ask_what.as_deref().unwrap_or("May I do this?");
            lines.push(labelled(Role::Ask, &format!("Ask {whom}"), vec![format!("\"{what}\"").into()]));
            let add = format!("Once they agree, add --cleared {}.", precaution.id);
            lines.push(Block::Text(if scope.on_paper { ONCE_THEY_AGREE.into() } else { add.into() }));
        }
    }
    let mut seen = BTreeSet::new();
    lines.retain(|line| seen.insert(format!("{line:?}")));
    if lines.is_empty() {
        lines.extend(no_finding(scope).map(|it| Block::Text(it.into())));
    }
    lines
}

/// The findings that a reader needs. Where how-to is withheld, those that withhold it most strongly, since the rest says
/// what would hold if it were not. And where a precaution names the entry, not what it says of all entries besides. What
/// was added never stands in the place of ours: beside it all of ours is told, and before it.
pub(super) fn telling<'v, 'c>(verdict: &'v Verdict<'c>) -> impl Iterator<Item = &'v Finding<'c>> {
    let has_added = verdict.findings.iter().any(|finding| finding.rule.added);
    let is_out_of_reach = verdict.findings.iter().any(|finding| finding.rule.leaves_out);
    let is_told = move |it: &&Finding<'_>| {
        // Nobody is asked for what this reader cannot do anyway.
        let is_in_vain = is_out_of_reach && it.level == Level::Ask && !verdict.asks(it);
        let withholds = Some(it.level) == verdict.level && !is_in_vain;
        has_added || if verdict.withheld { withholds || it.rule.leaves_out } else { verdict.is_of_use(it) }
    };
    let strong = verdict.findings.iter().filter(is_told);
    strong.filter(|finding| !verdict.findings.iter().any(|other| says_it_closer(other, finding)))
}

fn says_it_closer(other: &Finding<'_>, finding: &Finding<'_>) -> bool {
    other.rule.precaution == finding.rule.precaution
        && other.rule.added == finding.rule.added
        && other.level >= finding.level
        && other.ways.is_none()
        && finding.ways.is_none()
        && other.rule.names_entries
        && !finding.rule.names_entries
}

/// What stands where no rule speaks against it. Missing knowledge is never shown as safety: of a reader who was not asked
/// it says nothing, and the answer ends with [`UNDECLARED`].
pub(super) fn no_finding(scope: &Scope<'_>) -> Option<&'static str> {
    scope.reader.profile().was_asked().then_some("Nothing here speaks against it, for what you told us.")
}

/// Ends an answer to a reader of whom nothing is known.
pub const UNDECLARED: &str = "Nothing declared. Does something apply to you? sciatica\u{a0}precautions";

/// The precautions that touch an entry, whoever reads it.
pub(super) fn touching_lines(touching: &Touching<'_>) -> Vec<Block> {
    let shorts = |list: &[(&str, &str)]| list.iter().map(|(_, short)| (*short).into()).collect::<Vec<Sentence>>();
    all_labelled([
        (Role::Avoid, "Avoid if", shorts(&touching.avoid_if)),
        (Role::Ask, "Ask first if", shorts(&touching.ask_if)),
    ])
}

/// What the findings on a way limit in words, each once.
pub(super) fn limit_texts(scope: &Scope<'_>, verdict: &Verdict<'_>, way: usize) -> Vec<Sentence> {
    scope.reader.limits_in_words(verdict, way).into_iter().map(Sentence::from).collect()
}

/// What stands in the place of a how-to that is withheld: what to do instead, where something is open.
pub(super) fn withheld_lines(scope: &Scope<'_>, verdict: &Verdict<'_>, card: &mut Card) {
    let way_to = |id: &str| if scope.on_paper { scope.name_of(id) } else { scope.with_declared(&command_to(id)) };
    let mut ids = instead(scope, &verdict.findings);
    if ids.is_empty() && is_open(scope, RIGHT_NOW) {
        ids.push(RIGHT_NOW.to_owned());
    }
    card.say(Role::Neutral, "Instead", ids.iter().map(|id| way_to(id).into()).collect());
}

/// What to do instead, screened again: nothing that is itself withheld from this reader.
pub(super) fn instead(scope: &Scope<'_>, findings: &[Finding<'_>]) -> Vec<String> {
    let mut ids: Vec<String> = Vec::new();
    for id in findings.iter().filter_map(|finding| scope.reader.words_of(finding)).flat_map(|(_, rule)| &rule.instead) {
        if !ids.contains(id) && is_open(scope, id) {
            ids.push(id.clone());
        }
    }
    ids
}

/// Whether an entry is not withheld from this reader; of a page, whether it holds more to do than what is.
pub(super) fn is_open(scope: &Scope<'_>, id: &str) -> bool {
    let index = scope.catalogue.index();
    index.named(id).into_iter().all(|entry| match index.topic(entry.id).filter(|_| entry.kind == Kind::Topic) {
        Some(page) => {
            page.has_open_steps
                || page.does.is_empty()
                || page.does.iter().any(|(id, position)| is_told(scope, id, *position))
        }
        None => !scope.judge(entry).is_some_and(|verdict| verdict.withheld),
    })
}

fn is_told(scope: &Scope<'_>, id: &str, position: Option<Position>) -> bool {
    let index = scope.catalogue.index();
    let facets = index.named(id).into_iter().find_map(|entry| index.facets(entry));
    facets.is_some_and(|facets| !is_left_out(position, &scope.reader.judge(&facets), &facets))
}
