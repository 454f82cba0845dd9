//! A page to read.

use super::document::{Block, Card, Role, Title, labelled};
use super::{Scope, at_length};
use crate::catalogue::{Dispute, Form, Section, Topic};
use crate::error::counted;
use crate::screening::dispute_texts;

/// The card of a topic, with its disputes when `full`.
pub fn card(scope: &Scope<'_>, topic: &Topic, disputes: &[Dispute], full: bool) -> Card {
    let mut card = Card { title: Title { name: topic.title.clone(), ..Title::default() }, ..Card::default() };
    for section in &topic.sections {
        section_lines(scope, section, &mut card);
    }
    if full {
        at_length::disputes(scope, dispute_texts(disputes, scope.reader_has_limits()), &mut card);
    } else if !disputes.is_empty() {
        let count = counted(disputes.len(), "statement");
        card.body.push(Block::Gap);
        card.say(Role::Neutral, "Not shared", vec![format!("{count} of the articles we began from (--full)").into()]);
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
