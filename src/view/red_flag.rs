//! The card of a red flag.

use super::document::{Card, labelled};
use super::role::Role;
use super::scope::Scope;
use super::words::{urgency_role, urgency_word};
use guide::model::RedFlag;

/// The card of a red flag: what to do comes first.
pub fn red_flag_card(scope: &Scope<'_>, flag: &RedFlag) -> Card {
    card(scope, flag, &urgency_word(flag.urgency))
}

/// The same for somebody who asks what it is: calm, as they may not have it.
pub fn red_flag_in_general(scope: &Scope<'_>, flag: &RedFlag) -> Card {
    card(scope, flag, &format!("If you have it, {}", flag.urgency.words()))
}

fn card(scope: &Scope<'_>, flag: &RedFlag, how_fast: &str) -> Card {
    let mut card = Card::titled(&flag.title, &flag.id);
    let what_to_do = scope.sentences(&flag.what_to_do);
    card.level.push(labelled(urgency_role(flag.urgency), how_fast, what_to_do));
    card.say(Role::Neutral, "What to say", vec![format!("\"{}\"", flag.say).into()]);
    card.section("What it may mean", "");
    card.tell_all(scope.sentences(&flag.may_mean));
    card.say(Role::Neutral, "The question", vec![flag.question.as_str().into()]);
    card
}
