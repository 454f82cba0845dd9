//! The card of a precaution.

use super::document::{Block, Card, Role, Sentence, labelled};
use super::guidance::is_open;
use super::scope::Scope;
use super::words::{LEFT_OUT, level_role, level_word, limit_words};
use guide::model::{Advice, Level, LimitText, Precaution, RuleText, Weeks};
use guide::screening::Select;

/// The card of a precaution: the question, the advice, and what it changes.
pub fn precaution_card(scope: &Scope<'_>, precaution: &Precaution) -> Card {
    let aliases = precaution.aliases.iter().map(|alias| alias.as_str().into()).collect();
    let mut card = Card::titled(&precaution.title, &precaution.id);
    if let Some(flag) = &precaution.red_flag {
        let text = "this is a sign to get help for, not to press through".into();
        card.red_flags.push(labelled(Role::RedFlag, "Red flag", vec![text]));
        card.red_flags.push(Block::Command(format!("sciatica show {flag}")));
    }
    card.tell(precaution.question.as_str());
    card.say(Role::Neutral, "Declare it", vec![format!("--with {}", precaution.id).into()]);
    card.say(Role::Neutral, "Or with one of these words", aliases);
    card.section("What to know", "");
    card.tell_all(scope.sentences(advice(scope, precaution)));
    if precaution.rules.is_empty() {
        card.section("What it changes", "");
        card.tell("No rule here about an entry. The advice above still holds.");
    }
    for rule in &precaution.rules {
        rule_lines(scope, &precaution.id, rule, &mut card);
    }
    card
}

/// The advice of a precaution, but for what calls open what is withheld from this reader.
pub(super) fn advice<'p>(scope: &Scope<'_>, precaution: &'p Precaution) -> Vec<&'p Advice> {
    let is_true = |advice: &&Advice| advice.calls_open.iter().all(|id| is_open(scope, id));
    precaution.advice.iter().filter(is_true).collect()
}

fn rule_lines(scope: &Scope<'_>, precaution: &str, rule: &RuleText, card: &mut Card) {
    card.body.push(Block::Gap);
    let select = Select::of(&rule.select);
    let mut entries: Vec<Sentence> = entries(scope, &select).iter().map(|id| scope.catalogue.told(id).into()).collect();
    if let (Some(first), true) = (entries.first_mut(), select.selects_ways()) {
        first.text.insert_str(0, "some ways of ");
    }
    let word = if rule.leaves_out { LEFT_OUT } else { level_word(rule.level) };
    card.say(level_role(rule.level), word, entries);
    card.tell(scope.sentence(&rule.because));
    if let (Some(whom), Some(what)) = (&rule.ask_whom, &rule.ask_what) {
        card.say(Role::Ask, &format!("Ask {whom}"), vec![format!("\"{what}\"").into()]);
    }
    if let Some(limit) = told_limit(scope, precaution, rule) {
        card.say(Role::Adapt, "Limits", limits(scope, limit));
    }
    if let Some(weeks) = rule.weeks {
        card.say(Role::Neutral, "Holds", vec![weeks_words(weeks).into()]);
    }
}

/// The limit of a rule as far as it is told: where a clinician is to be asked first, once they agreed.
pub(super) fn told_limit<'r>(scope: &Scope<'_>, precaution: &str, rule: &'r RuleText) -> Option<&'r LimitText> {
    let is_told = rule.level == Level::Adapt || scope.reader.profile().is_cleared(precaution);
    rule.limit.as_ref().filter(|_| is_told)
}

/// `from week 16 of a pregnancy, and where the week is not told`
fn weeks_words(Weeks { from, to }: Weeks) -> String {
    let weeks = match (from, to) {
        (Some(from), Some(to)) => format!("from week {from} to week {to}"),
        (Some(from), None) => format!("from week {from}"),
        (None, Some(to)) => format!("up to week {to}"),
        (None, None) => "in every week".to_owned(),
    };
    format!("{weeks} of a pregnancy, and where the week is not told")
}

pub(super) fn limits(scope: &Scope<'_>, limit: &LimitText) -> Vec<Sentence> {
    let numbers = limit_words(scope.catalogue.manifest(), limit.into());
    numbers.into_iter().chain(limit.text.clone()).map(Sentence::from).collect()
}

/// The entries that a rule selects: points from the back to the foot, then stretches, then techniques.
pub(super) fn entries(scope: &Scope<'_>, select: &Select<'_>) -> Vec<String> {
    let selected = scope.catalogue.index().screened().filter(|entry| select.matches(entry));
    selected.map(|entry| entry.id.to_owned()).collect()
}
