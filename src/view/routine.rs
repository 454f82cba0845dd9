//! The card of a routine: its steps in order, and what is not among them.

use std::collections::BTreeMap;

use super::Scope;
use super::document::{Block, Card, Role, Sentence, Title, labelled};
use super::guidance::{no_finding, red_flag_lines};
use super::words::{clock_words, level_word, pressure_words, uncapitalised};
use crate::catalogue::{Claim, Kind, Thing, Touching};
use crate::routine::{LeftOut, Reason, Routine, Step};
use crate::screening::Level;

/// A part of what was asked for that is enough not to be called short.
const NEARLY_ALL: f64 = 0.8;

/// The card of a routine; `session` is the command that leads through it.
pub fn card(scope: &Scope<'_>, routine: &Routine, about: &[Claim], session: &str) -> Card {
    let mut card = Card { title: title(routine), ..Card::default() };
    if routine.steps.is_empty() {
        card.level = screened_lines(scope);
        card.body.push(Block::Gap);
        card.body.push(Block::Text("Nothing here fits what you asked for.".into()));
        left_out(scope, &routine.left_out, &mut card);
        card.section("What would change it", "");
        card.body.extend(remedies(scope, routine).into_iter().map(|remedy| Block::Text(format!("- {remedy}").into())));
        return card;
    }
    card.red_flags = red_flag_lines(scope, &routine.regions().join(","));
    card.level = screened_lines(scope);
    card.level.extend(touching_lines(scope, routine));
    card.body.extend(scope.sentences(about).into_iter().map(Block::Text));
    card.body.push(Block::Text(scope.sentence(&scope.catalogue.manifest().stop)));
    card.section("Do it", &format!("{} in all", clock_words(routine.seconds())));
    card.body.push(Block::Facts(step_lines(scope, routine)));
    if f64::from(routine.seconds()) < f64::from(routine.asked_seconds) * NEARLY_ALL {
        card.body.push(Block::Text(
            "It ends early: nothing here is done for longer in one go, or nothing else fits.".into(),
        ));
    }
    left_out(scope, &routine.left_out, &mut card);
    if !scope.on_paper {
        card.section("Go on with", "");
        card.body.push(Block::Command(session.to_owned()));
        card.say(Role::Neutral, "How to do each", vec!["sciatica show, with its code or name.".into()]);
    }
    card
}

fn title(routine: &Routine) -> Title {
    let aside = format!("{} min asked", routine.asked_seconds / 60);
    Title { name: routine.title.clone(), also: routine.id.clone().into_iter().collect(), aside }
}

/// For whom it is put together.
pub(super) fn screened_lines(scope: &Scope<'_>) -> Vec<Block> {
    let declared: Vec<Sentence> = scope.reader.precautions().iter().map(|it| it.short.as_str().into()).collect();
    if declared.is_empty() {
        vec![Block::Text(no_finding(scope).into())]
    } else {
        vec![labelled(Role::Adapt, "Put together for", declared)]
    }
}

/// The precautions that touch any of its entries, whoever reads it.
pub(super) fn touching_lines(scope: &Scope<'_>, routine: &Routine) -> Vec<Block> {
    let touching: Vec<Touching<'_>> =
        routine.steps.iter().filter_map(|step| step.entry.as_ref()).filter_map(|entry| scope.touching(entry)).collect();
    let avoid_if: BTreeMap<&str, &str> = touching.iter().flat_map(Touching::avoid_if).collect();
    let ask_if: BTreeMap<&str, &str> =
        touching.iter().flat_map(Touching::ask_if).filter(|(id, _)| !avoid_if.contains_key(id)).collect();
    let lines = [(Role::Avoid, "Avoid if", avoid_if), (Role::Ask, "Ask first if", ask_if)];
    let lines = lines.into_iter().filter(|(_, _, shorts)| !shorts.is_empty());
    lines
        .map(|(role, label, shorts)| labelled(role, label, shorts.into_values().map(Sentence::from).collect()))
        .collect()
}

/// A line for each entry, both of its sides together.
fn step_lines(scope: &Scope<'_>, routine: &Routine) -> Vec<(String, Vec<Sentence>)> {
    let mut lines = Vec::new();
    for (place, step) in routine.steps.iter().enumerate().filter(|(_, step)| !step.other_side) {
        let both = routine.steps.get(place + 1).is_some_and(|next| next.other_side);
        lines.push((clock_words(step.start), step_sentences(scope, step, both)));
    }
    lines
}

fn step_sentences(scope: &Scope<'_>, step: &Step, both: bool) -> Vec<Sentence> {
    let side = match (step.side, both) {
        (Some(side), true) => format!(", {}, then the other side", side.id()),
        (Some(side), false) => format!(", {}", side.id()),
        (None, _) => String::new(),
    };
    let mut sentences: Vec<Sentence> = vec![format!("{}{side}", step.title).into()];
    if !step.way.is_empty() {
        sentences.push(uncapitalised(&step.way).into());
    }
    sentences.push(dose_words(scope, step).into());
    sentences.extend(step.limits.iter().map(|limit| format!("within your limits: {limit}").into()));
    sentences
}

/// `firm and comfortable (3 of 5), 2 times 30 s`
pub(super) fn dose_words(scope: &Scope<'_>, step: &Step) -> String {
    let pressure = step.pressure.map(|pressure| pressure_words(scope.catalogue.manifest(), pressure) + ", ");
    let each = clock_or_seconds(step.holds.each);
    let time = match (step.repetitions, step.holds.count) {
        (Some(times), _) => format!("slowly {times} times, {each}"),
        (None, 1) => each,
        (None, count) => format!("{count} times {each}"),
    };
    pressure.unwrap_or_default() + &time
}

fn clock_or_seconds(seconds: u32) -> String {
    if seconds > 120 { format!("{} min", clock_words(seconds)) } else { format!("{seconds} s") }
}

/// What is not in it, by reason.
fn left_out(scope: &Scope<'_>, left_out: &[LeftOut], card: &mut Card) {
    if left_out.is_empty() {
        return;
    }
    card.section("Left out", "");
    say_left_out(scope, left_out, card);
}

/// What is not in it because of what the reader declared.
pub(super) fn left_out_for_reader(scope: &Scope<'_>, routine: &Routine, card: &mut Card) {
    let screened = |item: &&LeftOut| matches!(item.reason, Reason::Avoid | Reason::Ask);
    let items: Vec<LeftOut> = routine.left_out.iter().filter(screened).cloned().collect();
    say_left_out(scope, &items, card);
}

fn say_left_out(scope: &Scope<'_>, left_out: &[LeftOut], card: &mut Card) {
    let mut rest = left_out;
    while let Some(first) = rest.first() {
        let same = rest.iter().take_while(|it| it.reason == first.reason).count();
        let (group, others) = rest.split_at(same);
        let items = group.iter().map(|item| item_words(scope, item).into()).collect();
        card.say(role(&first.reason), &reason_words(&first.reason), items);
        rest = others;
    }
}

/// `BL60 (pregnant)`
fn item_words(scope: &Scope<'_>, item: &LeftOut) -> String {
    let way = item.way.as_deref().map(|way| format!(", {}", uncapitalised(way))).unwrap_or_default();
    let shorts: Vec<&str> = item.precautions.iter().map(|id| short(scope, id)).collect();
    let why = if shorts.is_empty() { String::new() } else { format!(" ({})", shorts.join(", ")) };
    let is_point = item.entry.kind == Kind::Point;
    let name = if is_point { scope.catalogue.told(&item.entry.id) } else { item.entry.title.as_str().into() };
    format!("{name}{way}{why}")
}

fn short<'s>(scope: &'s Scope<'_>, id: &'s str) -> &'s str {
    scope.catalogue.index().precaution(id).map_or(id, |row| row.short)
}

fn role(reason: &Reason) -> Role {
    match reason {
        Reason::Avoid => Role::Avoid,
        Reason::Ask => Role::Ask,
        _ => Role::Neutral,
    }
}

fn reason_words(reason: &Reason) -> String {
    match reason {
        Reason::Avoid => level_word(Level::Avoid).to_owned(),
        Reason::Ask => level_word(Level::Ask).to_owned(),
        Reason::Needs(things) => format!("Needs {}", things_words(things)),
        Reason::Partner => "Needs a partner".to_owned(),
        Reason::Place => "Does not fit the place".to_owned(),
        Reason::Gentle => "Not gentle enough".to_owned(),
        Reason::Apart => "Done in a class or with a video".to_owned(),
        Reason::Enough => "Enough pressing for one go".to_owned(),
        Reason::Time => "No time".to_owned(),
    }
}

fn things_words(things: &[String]) -> String {
    let words = things.iter().filter_map(|id| Thing::ALL.iter().find(|thing| thing.id() == id));
    words.map(|thing| thing.words()).collect::<Vec<_>>().join(" or ")
}

/// What the reader can change, each once.
fn remedies(scope: &Scope<'_>, routine: &Routine) -> Vec<String> {
    let mut remedies: Vec<String> = Vec::new();
    if routine.id.is_some() {
        remedies.push("Leave out the name: a routine is put together for you.".to_owned());
    }
    for item in &routine.left_out {
        let remedy = match &item.reason {
            Reason::Avoid => {
                let options = scope.reader.profile().options();
                let words: Vec<&str> =
                    std::iter::once("sciatica precautions").chain(options.iter().map(String::as_str)).collect();
                format!("See what is open to you: {}.", words.join(" "))
            }
            Reason::Ask => "Ask the clinician; once they agree, add --cleared.".to_owned(),
            Reason::Needs(things) => format!("Have {} at hand: --tools {}.", things_words(things), things.join(",")),
            Reason::Partner => "Ask somebody to help: --partner.".to_owned(),
            Reason::Place => "Choose another --place, or none.".to_owned(),
            Reason::Gentle => "Leave out --gentle on a better day.".to_owned(),
            Reason::Apart => continue,
            Reason::Enough | Reason::Time => "Take more time: --minutes.".to_owned(),
        };
        if !remedies.contains(&remedy) {
            remedies.push(remedy);
        }
    }
    remedies.push("What anybody may do this minute: sciatica now.".to_owned());
    remedies
}
