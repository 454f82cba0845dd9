//! A page to read.

use super::Scope;
use super::document::{Block, Card, Role, Title, labelled};
use crate::catalogue::{Form, Section, Topic};

/// The card of a topic.
pub fn card(scope: &Scope<'_>, topic: &Topic) -> Card {
    let mut card = Card { title: Title { name: topic.title.clone(), ..Title::default() }, ..Card::default() };
    for section in &topic.sections {
        section_lines(scope, section, &mut card);
    }
    card
}

fn section_lines(scope: &Scope<'_>, section: &Section, card: &mut Card) {
    let heading = section.heading.as_deref();
    if section.form == Form::Signs {
        let signs = labelled(Role::RedFlag, heading.unwrap_or("Get help if"), scope.sentences(&section.claims));
        card.red_flags.push(signs);
        return;
    }
    if section.form == Form::Commands {
        card.body.push(Block::Gap);
        card.say(Role::Neutral, heading.unwrap_or("Next"), scope.sentences(&section.claims));
        return;
    }
    if let Some(heading) = heading {
        card.section(heading, "");
    }
    match section.form {
        Form::Steps => card.body.push(Block::Steps(scope.sentences(&section.claims))),
        _ => card.body.extend(scope.sentences(&section.claims).into_iter().map(Block::Text)),
    }
}
