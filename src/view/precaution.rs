//! The card of a precaution.

use super::document::{Block, Card, Role, Sentence, labelled};
use super::scope::Scope;
use super::words::{level_role, level_word, limit_words};
use guide::model::{Precaution, RuleText};
use guide::screening::{Limit, Rule};

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
    card.tell_all(scope.sentences(&precaution.advice));
    let rules = scope.catalogue.index().rules_of(&precaution.id);
    if rules.is_empty() {
        card.section("What it changes", "");
        card.tell("No rule here about an entry. The advice above still holds.");
    }
    for (rule, text) in rules.iter().zip(&precaution.rules) {
        rule_lines(scope, rule, text, &mut card);
    }
    card
}

fn rule_lines(scope: &Scope<'_>, rule: &Rule<'_>, text: &RuleText, card: &mut Card) {
    card.body.push(Block::Gap);
    let mut entries: Vec<Sentence> = entries(scope, rule).iter().map(|id| scope.catalogue.told(id).into()).collect();
    if let (Some(first), true) = (entries.first_mut(), rule.select.selects_ways()) {
        first.text.insert_str(0, "some ways of ");
    }
    card.say(level_role(rule.head.level), level_word(rule.head.level), entries);
    card.tell(scope.sentence(&text.because));
    if let (Some(whom), Some(what)) = (&text.ask_whom, &text.ask_what) {
        card.say(Role::Ask, &format!("Ask {whom}"), vec![format!("\"{what}\"").into()]);
    }
    card.say(Role::Adapt, "Limits", limits(scope, rule.head.limit, text));
}

pub(super) fn limits(scope: &Scope<'_>, limit: Limit, text: &RuleText) -> Vec<Sentence> {
    let numbers = limit_words(scope.catalogue.manifest(), limit);
    let words = text.limit.as_ref().and_then(|limit| limit.text.clone());
    numbers.into_iter().chain(words).map(Sentence::from).collect()
}

/// The entries that a rule selects: points from the back to the foot, then stretches, then techniques.
pub(super) fn entries(scope: &Scope<'_>, rule: &Rule<'_>) -> Vec<String> {
    let selected = scope.catalogue.index().screened().filter(|entry| rule.select.matches(entry));
    selected.map(|entry| entry.id.to_owned()).collect()
}
