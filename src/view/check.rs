//! What a check says: its questions, and where its answers lead.

use std::collections::BTreeSet;

use super::document::{Block, Card, Sentence, labelled};
use super::role::Role;
use super::scope::Scope;
use super::words::{command_to, urgency_word};
use guide::model::{Claim, RedFlag, Urgency};
use guide::screening::Triage;

/// Questions that are asked together.
#[derive(Debug)]
pub struct Asked<'q> {
    /// What they have in common.
    pub heading: &'q str,
    /// Which of how many screens this is.
    pub aside: String,
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

/// A screen of questions: a numbered line each, or the whole questions when `open`.
pub fn questions_card(asked: &Asked<'_>, open: bool) -> Card {
    let mut card = Card::titled(asked.heading, &asked.aside);
    let line = |sign: &Sign<'_>| Sentence::from(if open { sign.question } else { sign.short });
    card.body.push(Block::Steps(asked.signs.iter().map(line).collect()));
    card
}

/// For whoever cannot tell which sign it is, or whether it is one.
const RING_NOW: &str =
    "Ring now and ask: your local emergency number (112, 999, 911, 000; in New Zealand 111), or an advice line.";

/// The end of the questions of a session at one of several emergencies; the reader did not say which.
pub fn stopped_group_card(flags: &[RedFlag]) -> Card {
    let first = labelled(Role::RedFlag, &urgency_word(Urgency::Emergency), vec![RING_NOW.into()]);
    let mut card = Card { level: vec![first], ..Card::default() };
    card.section("Which is it?", "");
    for flag in flags {
        card.say(Role::RedFlag, &command_to(&flag.id), vec![flag.short.as_str().into()]);
    }
    card
}

/// The end of a check at a red flag: what to do is its first line. Who cannot tell rings first. The signs named `besides`
/// are to be told to whoever helps.
pub fn stopped_card(scope: &Scope<'_>, flag: &RedFlag, besides: &[RedFlag], unsure: bool) -> Card {
    let mut what_to_do = scope.sentences(&flag.what_to_do);
    let first = match (unsure, flag.urgency) {
        (false, _) if !what_to_do.is_empty() => what_to_do.remove(0),
        (_, Urgency::Emergency) => RING_NOW.into(),
        _ => "Ring your doctor or an advice line today and ask.".into(),
    };
    let first = labelled(Role::RedFlag, &urgency_word(flag.urgency), vec![first]);
    let mut card = Card { level: vec![first], ..Card::default() };
    card.say(Role::RedFlag, if unsure { "If it is so" } else { "Then" }, what_to_do);
    card.say(Role::Neutral, "What to say", vec![format!("\"{}\"", flag.say).into()]);
    let besides = besides.iter().map(|it| it.short.as_str().into()).collect();
    card.say(Role::RedFlag, "You named this too, so say it as well", besides);
    card.section(&flag.title, "");
    card.tell_all(scope.sentences(&flag.may_mean));
    card.command(command_to(&flag.id));
    card
}

/// A sign on which an answer hangs.
#[derive(Debug)]
pub struct OpenSign<'q> {
    /// The sign.
    pub flag: &'q RedFlag,
    /// The precautions that hang on it, by id.
    pub because: &'q [String],
    /// The command that says yes.
    pub yes: String,
}

/// What there is to answer first, and the lines that answer it.
pub fn asking_card(open: &[OpenSign<'_>], no: &str) -> Card {
    let (name, to_deny) = match open {
        [_] => ("First: does this apply, with what you named?", "If not"),
        _ => ("First: does one of these apply, with what you named?", "If none of these"),
    };
    let mut card = Card::titled(name, "");
    for sign in open {
        card.section(&sign.flag.title, "");
        card.tell(sign.flag.question.as_str());
        card.tell("If so:");
        card.command(sign.yes.as_str());
    }
    card.section(to_deny, "");
    card.command(no);
    card
}

/// Where a check leads at which nothing stopped the reader.
pub struct GoOn<'g> {
    /// The signs to book an appointment for.
    pub soon: &'g [RedFlag],
    /// The answers.
    pub triage: &'g Triage,
    /// The command to go on with.
    pub next: &'g str,
    /// What no number of noes changes.
    pub reminder: &'g Claim,
}

/// The end of a check at which nothing stopped the reader.
pub fn finished_card(scope: &Scope<'_>, end: &GoOn<'_>) -> Card {
    let asked_about_all = end.triage.is_whole();
    let name = match (end.soon.is_empty(), asked_about_all) {
        (false, _) => "Book an appointment.",
        (true, true) => "You named no sign that needs help today.",
        (true, false) => "Nothing that you named needs help today.",
    };
    let mut card = Card::titled(name, "");
    for flag in end.soon {
        card.section(&flag.title, flag.urgency.words());
        card.tell_all(scope.sentences(&flag.what_to_do));
    }
    card.section("Go on with", "");
    card.command(end.next);
    let implied = end.triage.implied().iter().flat_map(|it| &it.precautions);
    let implied: BTreeSet<&str> = implied.map(String::as_str).collect();
    if !implied.is_empty() {
        let shorts: Vec<&str> = implied.into_iter().map(|id| scope.short_of(id)).collect();
        let shorts = format!("{}.", shorts.join(", "));
        card.say(Role::Neutral, "To be careful, it holds to the rules for", vec![shorts.into()]);
        card.tell("That is no diagnosis: a doctor has to look.");
    }
    if !asked_about_all {
        card.say(Role::Neutral, "Other signs", vec!["you were not asked about them.".into()]);
        card.command("sciatica check");
    }
    if !end.triage.knows_precautions() {
        let words = "you were not asked about them. See which apply, and add --with and their ids to that line.";
        card.say(Role::Neutral, "Precautions", vec![words.into()]);
        card.command("sciatica precautions");
    }
    card.body.push(Block::Gap);
    card.tell(scope.sentence(end.reminder));
    card
}
