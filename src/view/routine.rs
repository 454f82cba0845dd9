//! The card of a routine: its steps in order, and what is not among them.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::document::{Block, Card, Sentence, all_labelled, labelled};
use super::guidance::{no_finding, own_sign_lines, red_flag_lines};
use super::role::Role;
use super::scope::Scope;
use super::words::{NO_WAY_LEFT, level_word, pressure_words, span_words, uncapitalised};
use guide::model::{Claim, Kind, Level, Thing};
use guide::routine::{LeftOut, Reason, Routine, Step};
use guide::text::{clock, clock_or_seconds};

/// A part of what was asked for that is enough not to be called short.
const NEARLY_ALL: f64 = 0.8;

/// The card of a routine; `session` is the command that leads through it.
pub fn routine_card(scope: &Scope<'_>, routine: &Routine, about: &[Claim], session: &str) -> Card {
    let mut card = Card::titled(&routine.title, &format!("{} min asked", routine.asked_seconds / 60));
    card.title.also.extend(routine.id.clone());
    card.level = screened_lines(scope);
    card.is_screened = true;
    if routine.steps.is_empty() {
        card.body.push(Block::Gap);
        card.tell("Nothing here fits what you asked for.");
        left_out(scope, &routine.left_out, &mut card);
        card.section("What would change it", "");
        card.tell_all(remedies(scope, routine).into_iter().map(|remedy| format!("- {remedy}").into()));
        return card;
    }
    card.red_flags = red_flag_lines(scope, &routine.regions());
    card.red_flags.extend(own_sign_lines(scope));
    card.touching = touching_any_lines(scope, routine);
    card.tell_all(scope.sentences(about));
    card.tell(scope.stop());
    card.tell_all(first_time(scope, routine));
    card.section("Do it", &format!("{} in all", clock(routine.seconds())));
    card.body.push(Block::Facts(step_lines(scope, routine)));
    if f64::from(routine.seconds()) < f64::from(routine.asked_seconds) * NEARLY_ALL {
        card.tell("It ends early: nothing here is done for longer in one go, or nothing else fits.");
    }
    left_out(scope, &routine.left_out, &mut card);
    if !scope.on_paper {
        card.section("Go on with", "");
        card.command(session);
        card.say(Role::Neutral, "How to do each", vec!["sciatica show, with its code or name.".into()]);
    }
    card
}

/// A routine on a short page: its steps in order, and what is not in it for this reader.
pub fn routine_outline(scope: &Scope<'_>, routine: &Routine, about: &[Claim]) -> Card {
    let mut card = Card::titled(&routine.title, &format!("{} in all", clock(routine.seconds())));
    card.tell_all(scope.sentences(about.first()));
    card.body.push(Block::Facts(step_lines(scope, routine)));
    left_out_for_reader(scope, routine, &mut card);
    card
}

/// What is enough the first time with a point, where the routine presses harder.
pub(super) fn first_time(scope: &Scope<'_>, routine: &Routine) -> Option<Sentence> {
    let manifest = scope.catalogue.manifest();
    let first = &manifest.first_time;
    let is_harder = routine.steps.iter().any(|step| step.pressure > Some(first.pressure_at_most));
    let pressure = pressure_words(manifest, first.pressure_at_most);
    let text = format!("The first time with a point: {pressure}, {} s.", span_words(first.hold_seconds));
    is_harder.then(|| text.into())
}

/// For whom it is put together.
pub(super) fn screened_lines(scope: &Scope<'_>) -> Vec<Block> {
    let precautions = scope.reader.precautions().iter();
    let declared: Vec<Sentence> = precautions.map(|it| scope.in_week(it, &it.short).into()).collect();
    if declared.is_empty() {
        no_finding(scope).map(|it| Block::Text(it.into())).into_iter().collect()
    } else {
        vec![labelled(Role::Neutral, "Put together for", declared)]
    }
}

/// The precautions that touch any of its entries, whoever reads it.
pub(super) fn touching_any_lines(scope: &Scope<'_>, routine: &Routine) -> Vec<Block> {
    let (mut avoid_if, mut ask_if) = (BTreeMap::new(), BTreeMap::new());
    for touching in routine.steps.iter().filter_map(|step| Some(scope.touching(&step.entry.as_ref()?.id))) {
        avoid_if.extend(touching.avoid_if);
        ask_if.extend(touching.ask_if);
    }
    ask_if.retain(|id, _| !avoid_if.contains_key(id));
    let lines = [(Role::Avoid, "Avoid if", avoid_if), (Role::Ask, "Ask first if", ask_if)];
    all_labelled(lines.map(|(role, label, shorts)| (role, label, shorts.into_values().map(Sentence::from).collect())))
}

/// A line for each entry, both of its sides together.
fn step_lines(scope: &Scope<'_>, routine: &Routine) -> Vec<(String, Vec<Sentence>)> {
    let first_sides = routine.steps.iter().enumerate().filter(|(_, step)| !step.other_side);
    let lines = first_sides.map(|(place, step)| {
        let both = routine.steps.get(place + 1).is_some_and(|next| next.other_side);
        (clock(step.start), step_sentences(scope, step, both))
    });
    lines.collect()
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
    sentences.push(step_dose_words(scope, step).into());
    if !step.limits.is_empty() {
        sentences.push(format!("within your limits: {}", step.limits.join(" ")).into());
    }
    sentences
}

/// `firm and comfortable (3 of 5), 2 times 30 s`
fn step_dose_words(scope: &Scope<'_>, step: &Step) -> String {
    let pressure = step.pressure.map(|pressure| pressure_words(scope.catalogue.manifest(), pressure) + ", ");
    let each = clock_or_seconds(step.holds.each);
    let time = match (step.repetitions, step.holds.count) {
        (Some(times), _) => format!("slowly {times} times, {each}"),
        (None, 1) => each,
        (None, count) => format!("{count} times {each}"),
    };
    pressure.unwrap_or_default() + &time
}

/// What is not in it, by reason.
fn left_out(scope: &Scope<'_>, left_out: &[LeftOut], card: &mut Card) {
    if !left_out.is_empty() {
        card.section("Left out", "");
        say_left_out(scope, left_out, card);
    }
}

/// What is not in it because of what the reader declared.
pub(super) fn left_out_for_reader(scope: &Scope<'_>, routine: &Routine, card: &mut Card) {
    let screened = |item: &&LeftOut| matches!(item.reason, Reason::Avoid | Reason::Ask | Reason::OutOfReach);
    let items: Vec<LeftOut> = routine.left_out.iter().filter(screened).cloned().collect();
    say_left_out(scope, &items, card);
}

fn say_left_out(scope: &Scope<'_>, left_out: &[LeftOut], card: &mut Card) {
    for group in left_out.chunk_by(|one, next| one.reason == next.reason) {
        let Some(LeftOut { reason, .. }) = group.first() else { continue };
        let (role, label): (Role, Cow<'_, str>) = match reason {
            Reason::Avoid => (Role::Avoid, level_word(Level::Avoid).into()),
            Reason::Ask => (Role::Ask, level_word(Level::Ask).into()),
            Reason::OutOfReach => (Role::Adapt, NO_WAY_LEFT.into()),
            Reason::Needs(things) => (Role::Neutral, format!("Needs {}", things_words(things)).into()),
            Reason::Partner => (Role::Neutral, "Needs a partner".into()),
            Reason::Place => (Role::Neutral, "Does not fit the place".into()),
            Reason::Gentle => (Role::Neutral, "Not gentle enough".into()),
            Reason::Apart => (Role::Neutral, "Done in a class or with a video".into()),
            Reason::ByItself => (Role::Neutral, "Done by itself, in no routine".into()),
            Reason::Enough => (Role::Neutral, "Enough pressing for one go".into()),
            Reason::Time => (Role::Neutral, "No time".into()),
        };
        card.say(role, &label, group.iter().map(|item| item_words(scope, item).into()).collect());
    }
}

/// `BL60 (pregnant)`
fn item_words(scope: &Scope<'_>, item: &LeftOut) -> String {
    let way = item.way.as_deref().map(|way| format!(", {}", uncapitalised(way))).unwrap_or_default();
    let shorts: Vec<&str> = item.precautions.iter().map(|id| scope.short_of(id)).collect();
    let why = if shorts.is_empty() { String::new() } else { format!(" ({})", shorts.join(", ")) };
    let is_point = item.entry.kind == Kind::Point;
    let name = if is_point { scope.catalogue.told(&item.entry.id) } else { item.entry.title.as_str().into() };
    format!("{name}{way}{why}")
}

fn things_words(things: &[String]) -> String {
    let words = things.iter().filter_map(|id| Thing::parse(id)).map(Thing::words);
    words.collect::<Vec<_>>().join(" or ")
}

/// What the reader can change, each once.
fn remedies(scope: &Scope<'_>, routine: &Routine) -> Vec<String> {
    let mut remedies: Vec<String> = Vec::new();
    if routine.id.is_some() {
        remedies.push("Leave out the name: a routine is put together for you.".to_owned());
    }
    let open = || format!("See what is open to you: {}.", scope.with_declared("sciatica precautions"));
    for item in &routine.left_out {
        let remedy = match &item.reason {
            Reason::Ask => {
                let ask = "Ask the person who is named; once they agree, add --cleared.".to_owned();
                remedies.extend((!remedies.contains(&ask)).then_some(ask));
                open()
            }
            Reason::Avoid => open(),
            Reason::Needs(things) => format!("Have {} at hand: --tools {}.", things_words(things), things.join(",")),
            Reason::Partner => "Ask somebody to help: --partner.".to_owned(),
            Reason::Place => "Choose another --place, or none.".to_owned(),
            Reason::Gentle => "Leave out --gentle on a better day.".to_owned(),
            Reason::Apart | Reason::ByItself | Reason::OutOfReach => continue,
            Reason::Enough | Reason::Time => "Take more time: --minutes.".to_owned(),
        };
        if !remedies.contains(&remedy) {
            remedies.push(remedy);
        }
    }
    remedies.push(format!("What you may do this minute: {}.", scope.with_declared("sciatica now")));
    remedies
}
