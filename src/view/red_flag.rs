//! The card of a red flag.

use super::Scope;
use super::document::{Block, Card, Role, Title, labelled};
use crate::catalogue::RedFlag;

/// The card of a red flag: what to do comes first.
pub fn card(scope: &Scope<'_>, flag: &RedFlag) -> Card {
    let mut card = Card {
        title: Title { name: flag.title.clone(), also: Vec::new(), aside: flag.id.clone() },
        red_flags: vec![labelled(
            Role::RedFlag,
            &flag.urgency.words().to_uppercase(),
            scope.sentences(&flag.what_to_do),
        )],
        ..Card::default()
    };
    card.say(Role::Neutral, "What to say", vec![format!("\"{}\"", flag.say).into()]);
    card.section("What it may mean", "");
    card.body.extend(scope.sentences(&flag.may_mean).into_iter().map(Block::Text));
    card.say(Role::Neutral, "The question", vec![flag.question.as_str().into()]);
    card
}
