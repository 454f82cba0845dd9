//! What a check says: its questions, and where its answers lead.

use super::Scope;
use super::document::{Block, Card, Role, Sentence, Title, labelled};
use crate::catalogue::{RedFlag, Urgency};

/// Questions that are asked together.
#[derive(Debug)]
pub struct Asked<'q> {
    /// What they have in common.
    pub heading: &'q str,
    /// Which of how many groups this is.
    pub place: (usize, usize),
    /// Each of them.
    pub signs: Vec<Sign<'q>>,
}

/// One thing that may apply.
#[derive(Debug)]
pub struct Sign<'q> {
    /// How the list names it.
    pub short: &'q str,
    /// The whole question.
    pub question: &'q str,
}

/// A group of questions: a numbered line each, or the whole questions when `open`.
pub fn questions_card(asked: &Asked<'_>, open: bool) -> Card {
    let (number, all) = asked.place;
    let mut card = Card {
        title: Title { name: asked.heading.to_owned(), also: Vec::new(), aside: format!("{number} of {all}") },
        ..Card::default()
    };
    let line = |sign: &Sign<'_>| Sentence::from(if open { sign.question } else { sign.short });
    card.body.push(Block::Steps(asked.signs.iter().map(line).collect()));
    card
}

/// For whoever cannot tell which sign it is, or whether it is one.
const RING_NOW: &str =
    "Ring now and ask: your local emergency number (112, 999, 911, 000; in New Zealand 111), or an advice line.";

/// The end of the questions of a session at one of several emergencies; the reader did not say which.
pub fn stopped_group_card(flags: &[RedFlag]) -> Card {
    let label = Urgency::Emergency.words().to_uppercase();
    let mut card = Card { level: vec![labelled(Role::RedFlag, &label, vec![RING_NOW.into()])], ..Card::default() };
    card.section("Which is it?", "");
    let lines = flags.iter().map(|flag| (format!("sciatica show {}", flag.id), vec![flag.short.as_str().into()]));
    for (command, short) in lines {
        card.say(Role::RedFlag, &command, short);
    }
    card
}

/// The end of a check at a red flag: what to do is its first line. Who cannot tell rings first.
pub fn stopped_card(scope: &Scope<'_>, flag: &RedFlag, unsure: bool) -> Card {
    let mut what_to_do = scope.sentences(&flag.what_to_do);
    let first = match (unsure, flag.urgency) {
        (false, _) if !what_to_do.is_empty() => what_to_do.remove(0),
        (_, Urgency::Emergency) => RING_NOW.into(),
        _ => "Ring your doctor or an advice line today and ask.".into(),
    };
    let mut card = Card {
        level: vec![labelled(Role::RedFlag, &flag.urgency.words().to_uppercase(), vec![first])],
        ..Card::default()
    };
    let then = if unsure { "If it is so" } else { "Then" };
    card.say(Role::RedFlag, then, what_to_do);
    card.say(Role::Neutral, "What to say", vec![format!("\"{}\"", flag.say).into()]);
    card.section(&flag.title, "");
    card.body.extend(scope.sentences(&flag.may_mean).into_iter().map(Block::Text));
    card.body.push(Block::Command(format!("sciatica show {}", flag.id)));
    card
}

/// The end of a check at which nothing stopped the reader.
pub fn finished_card(scope: &Scope<'_>, soon: &[RedFlag], next: &str, reminder: &Sentence) -> Card {
    let name = if soon.is_empty() { "You named no sign that needs help today." } else { "Book an appointment." };
    let mut card = Card { title: Title { name: name.to_owned(), ..Title::default() }, ..Card::default() };
    for flag in soon {
        card.section(&flag.title, flag.urgency.words());
        card.body.extend(scope.sentences(&flag.what_to_do).into_iter().map(Block::Text));
    }
    card.section("Go on with", "");
    card.body.push(Block::Command(next.to_owned()));
    card.body.push(Block::Gap);
    card.body.push(Block::Text(reminder.clone()));
    card
}
