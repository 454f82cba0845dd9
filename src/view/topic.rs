//! A page to read.

use super::at_length;
use super::document::{Block, Card, Sentence, labelled};
use super::guidance::own_sign_lines;
use super::passage::{left_out, on_card, passage};
use super::role::Role;
use super::routine::screened_lines;
use super::scope::Scope;
use super::words::{command_to, typed, urgency_role};
use guide::model::{Claim, Dispute, Form, Section, Topic, Urgency};
use guide::screening::{Passage, dispute_texts};
use guide::text::counted;

/// The card of a topic, with its disputes when `full`.
pub fn topic_card(scope: &Scope<'_>, topic: &Topic, disputes: &[Dispute], full: bool) -> Card {
    let mut card = Card::titled(&topic.title, "");
    let mut omitted = Vec::new();
    let mut sections = topic.sections.as_slice();
    while let [section, behind @ ..] = sections {
        // Sections without a heading go on with what stands before them, where that is of a like form.
        let goes_on = |next: &&Section| next.heading.is_none() && next.form.is_like(section.form);
        let more = behind.iter().take_while(goes_on).count();
        let (together, behind) = sections.split_at(more + 1);
        sections = behind;
        if section.form == Form::Undeclared && (scope.reader.profile().was_asked() || scope.reader_has_limits()) {
            card.body.extend(screened_lines(scope));
            continue;
        }
        let mut sentences: Vec<Sentence> =
            together.iter().flat_map(|section| sentences(scope, section, &mut omitted)).collect();
        sentences.dedup();
        // Under the heading before it, nobody would know of what it is left out.
        if let (true, false, Some(heading)) = (sentences.is_empty(), omitted.is_empty(), &section.heading)
            && !card.body.is_empty()
        {
            card.section(heading, "");
        }
        section_lines(section.heading.as_deref(), section.form, sentences, &mut card);
        if !omitted.is_empty() {
            if card.body.is_empty() {
                card.body.push(Block::Gap);
            }
            card.say(Role::Neutral, "Left out for you", std::mem::take(&mut omitted));
        }
    }
    if !card.red_flags.is_empty() {
        card.red_flags.extend(own_sign_lines(scope));
    }
    if full {
        at_length::disputes(scope, dispute_texts(disputes, scope.reader_has_limits()), &mut card);
    } else if !disputes.is_empty() {
        let count = counted(disputes.len(), "statement");
        card.body.push(Block::Gap);
        card.say(Role::Neutral, "Not shared", vec![format!("{count} of web articles: --full").into()]);
    }
    card
}

/// What a section says to this reader.
fn sentences(scope: &Scope<'_>, section: &Section, omitted: &mut Vec<Sentence>) -> Vec<Sentence> {
    let is_command = section.form == Form::ScreenedCommands;
    let told = |claims: &[Claim]| {
        let mut sentences = scope.sentences(claims);
        for sentence in &mut sentences {
            match section.form {
                Form::ScreenedCommands => sentence.text = scope.with_declared(&sentence.text),
                Form::Commands => sentence.text = typed(&sentence.text),
                Form::Undeclared => sentence.text = sentence.text.replace("--with ", &typed("--with ")),
                Form::Signs | Form::Steps | Form::Lines => {}
            }
        }
        sentences
    };
    match passage(scope, section) {
        None if is_command && !is_anything_open(scope) => Vec::new(),
        None => told(&section.claims),
        Some((_, Passage::Told(claims))) => told(claims),
        Some((target, Passage::OnCard)) if is_command => vec![scope.with_declared(&command_to(target.id)).into()],
        Some((target, Passage::OnCard)) => vec![on_card(scope, target)],
        Some((_, Passage::LeftOut)) if is_command => Vec::new(),
        Some((target, Passage::LeftOut)) => {
            let why = left_out(scope, target, section.does.as_ref());
            if !omitted.contains(&why) {
                omitted.push(why);
            }
            Vec::new()
        }
    }
}

/// Whether anything that this guide tells how to do is left for this reader.
fn is_anything_open(scope: &Scope<'_>) -> bool {
    scope.catalogue.index().screened().any(|entry| !scope.reader.judge(&entry).withheld)
}

fn section_lines(heading: Option<&str>, form: Form, sentences: Vec<Sentence>, card: &mut Card) {
    if sentences.is_empty() {
        return;
    }
    match form {
        Form::Signs => {
            let heading = heading.unwrap_or("Get help if");
            let words = heading.to_lowercase();
            let urgency = Urgency::ALL.into_iter().find(|urgency| words.starts_with(urgency.words()));
            card.red_flags.push(labelled(urgency.map_or(Role::RedFlag, urgency_role), heading, sentences));
        }
        Form::Commands | Form::ScreenedCommands => {
            card.body.push(Block::Gap);
            card.say(Role::Neutral, heading.unwrap_or("Next"), sentences);
        }
        Form::Steps | Form::Lines | Form::Undeclared => {
            if let Some(heading) = heading {
                card.section(heading, "");
            }
            match form {
                Form::Steps => card.body.push(Block::Steps(sentences)),
                _ => card.tell_all(sentences),
            }
        }
    }
}
