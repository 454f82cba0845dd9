//! What a check says: its questions, and where its answers lead.

use super::Scope;
use super::document::{Block, Card, Role, Sentence, Title, labelled};
use crate::catalogue::{Claim, RedFlag, Urgency};
use crate::screening::{Implied, Triage};

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
    let mut card = Card {
        title: Title { name: asked.heading.to_owned(), also: Vec::new(), aside: asked.aside.clone() },
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

/// The end of a check at a red flag: what to do is its first line. Who cannot tell rings first. The signs named `besides`
/// are to be told to whoever helps.
pub fn stopped_card(scope: &Scope<'_>, flag: &RedFlag, besides: &[RedFlag], unsure: bool) -> Card {
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
    card.say(
        Role::RedFlag,
        "You named this too, so say it as well",
        besides.iter().map(|it| it.short.as_str().into()).collect(),
    );
    card.section(&flag.title, "");
    card.body.extend(scope.sentences(&flag.may_mean).into_iter().map(Block::Text));
    card.body.push(Block::Command(format!("sciatica show {}", flag.id)));
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
    let mut card = Card { title: Title { name: name.to_owned(), ..Title::default() }, ..Card::default() };
    for sign in open {
        card.section(&sign.flag.title, "");
        card.body.push(Block::Text(sign.flag.question.as_str().into()));
        card.body.push(Block::Text("If so:".into()));
        card.body.push(Block::Command(sign.yes.clone()));
    }
    card.section(to_deny, "");
    card.body.push(Block::Command(no.to_owned()));
    card
}

/// Where a check leads at which nothing stopped the reader.
pub struct GoOn<'g> {
    /// The signs to book an appointment for.
    pub soon: &'g [RedFlag],
    /// The answers.
    pub triage: &'g Triage,
    /// Whether the reader answered for every sign.
    pub asked_about_all: bool,
    /// The command to go on with.
    pub next: &'g str,
    /// What no number of noes changes.
    pub reminder: &'g Claim,
}

/// The end of a check at which nothing stopped the reader.
pub fn finished_card(scope: &Scope<'_>, end: &GoOn<'_>) -> Card {
    let name = match (end.soon.is_empty(), end.asked_about_all) {
        (false, _) => "Book an appointment.",
        (true, true) => "You named no sign that needs help today.",
        (true, false) => "Nothing that you named needs help today.",
    };
    let mut card = Card { title: Title { name: name.to_owned(), ..Title::default() }, ..Card::default() };
    for flag in end.soon {
        card.section(&flag.title, flag.urgency.words());
        card.body.extend(scope.sentences(&flag.what_to_do).into_iter().map(Block::Text));
    }
    card.section("Go on with", "");
    card.body.push(Block::Command(end.next.to_owned()));
    let implied = implied_words(scope, end.triage.implied());
    if !implied.is_empty() {
        card.say(Role::Neutral, "To be careful, it holds to the rules for", implied);
        card.body.push(Block::Text("That is no diagnosis: a clinician has to look.".into()));
    }
    if !end.asked_about_all {
        card.say(Role::Neutral, "Other signs", vec!["you were not asked about them.".into()]);
        card.body.push(Block::Command("sciatica check".to_owned()));
    }
    if !end.triage.knows_precautions() {
        let words = "you were not asked about them. See which apply, and add --with and their ids to that line.";
        card.say(Role::Neutral, "Precautions", vec![words.into()]);
        card.body.push(Block::Command("sciatica precautions".to_owned()));
    }
    card.body.push(Block::Gap);
    card.body.push(Block::Text(scope.sentence(end.reminder)));
    card
}

/// The precautions, as cards name them.
fn implied_words(scope: &Scope<'_>, implied: &[Implied]) -> Vec<Sentence> {
    let mut ids: Vec<&String> = implied.iter().flat_map(|it| &it.precautions).collect();
    ids.sort();
    ids.dedup();
    let short = |id: &String| scope.catalogue.index().precaution(id).map_or(id.clone(), |row| row.short.to_owned());
    let shorts: Vec<String> = ids.into_iter().map(short).collect();
    if shorts.is_empty() { Vec::new() } else { vec![format!("{}.", shorts.join(", ")).into()] }
}
