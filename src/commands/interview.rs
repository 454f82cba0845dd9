//! Asks a reader at a terminal, a screen at a time: signs, the most urgent first, and precautions.

mod line;

use super::guide::Guide;
use crate::error::Error;
use crate::view::{Asked, Sign, questions_card};
use crate::world::Dialogue;
use guide::model::{Kind, Precaution, RedFlag, Screen};
use guide::query;
use guide::screening::{Answer, Outcome, Triage};
use guide::shelf::Catalogue;
use guide::text::put_in_order;
use line::Line;

/// Why there is nothing to go on with.
pub(super) struct Stop {
    /// The red flag; several where the reader did not say which of them it is.
    pub(super) flags: Vec<String>,
    /// Whether the reader cannot tell.
    pub(super) unsure: bool,
}

impl Stop {
    /// At a sign that the reader has.
    pub(super) fn at(flag: String) -> Self {
        Self { flags: vec![flag], unsure: false }
    }

    /// What comes of an answer.
    pub(super) fn of(outcome: Outcome) -> Option<Self> {
        match outcome {
            Outcome::Stop { flag, unsure } => Some(Self { flags: vec![flag], unsure }),
            Outcome::GoOn => None,
        }
    }
}

/// What a reader says of a screen of signs.
enum Reported {
    /// These, by their places.
    Signs(Vec<usize>),
    /// One of them; not said which.
    OneOfThem(Answer),
}

/// A screen with its questions.
struct Questions<'q> {
    heading: &'q str,
    /// Each sign, with the precautions without which nobody has it; none where anybody may.
    signs: Vec<(RedFlag, Vec<String>)>,
    precautions: Vec<Precaution>,
}

/// An interview with a reader.
pub(super) struct Interview<'i, 'c> {
    guide: &'i Guide<'c>,
    dialogue: &'i mut dyn Dialogue,
    triage: &'i mut Triage,
    /// A sign that stops everything, said in words.
    said: Option<Stop>,
}

const ABOUT_SIGNS: &str = "Which apply? Their numbers; n for none; u if not sure; ? tells more: ";
const ABOUT_PRECAUTIONS: &str = "Which apply? Their numbers; n for none; ? tells more: ";
const WHICH: &str = "Which? Its number; n goes back: ";
const UNCLEAR_WHICH: &str = "Please type a number or n.\n";
const UNCLEAR: &str = "Please type numbers, n, u or ?.\n";
const UNCLEAR_NUMBERS: &str = "Please type numbers, n or ?. Not sure? Then its number.\n";

impl<'q> Questions<'q> {
    fn all(screens: &'q [Screen], catalogue: &Catalogue) -> Result<Vec<Self>, Error> {
        screens.iter().map(|screen| Self::of(screen, catalogue)).collect()
    }

    fn of(screen: &'q Screen, catalogue: &Catalogue) -> Result<Self, Error> {
        let precaution = |id: &String| catalogue.precaution(id);
        let makes_few = screen.only_for.iter().map(precaution).collect::<Result<Vec<_>, _>>()?;
        let with_precautions = |id: &String| {
            let flag = catalogue.red_flag(id)?;
            let leads_there = |it: &&Precaution| flag.implies.contains(&it.id) || it.sign() == Some(&flag.id);
            let of_flag = makes_few.iter().filter(leads_there).map(|it| it.id.clone()).collect();
            Ok((flag, of_flag))
        };
        Ok(Self {
            heading: &screen.heading,
            signs: screen.flags.iter().map(with_precautions).collect::<Result<_, Error>>()?,
            precautions: screen.precautions.iter().map(precaution).collect::<Result<_, _>>()?,
        })
    }

    /// The signs and the precautions that are still to be asked about.
    fn open(&self, triage: &Triage) -> (Vec<&RedFlag>, Vec<&Precaution>) {
        let signs = self.signs.iter().filter(|(flag, only_for)| triage.asks_about_sign(flag, only_for));
        let precautions = self.precautions.iter().filter(|it| triage.asks_about_precaution(it));
        (signs.map(|(flag, _)| flag).collect(), precautions.collect())
    }

    fn is_open(&self, triage: &Triage) -> bool {
        let (signs, precautions) = self.open(triage);
        !signs.is_empty() || !precautions.is_empty()
    }
}

impl<'i, 'c> Interview<'i, 'c> {
    /// Prepares it; what is known already is not asked.
    pub(super) fn new(guide: &'i Guide<'c>, dialogue: &'i mut dyn Dialogue, triage: &'i mut Triage) -> Self {
        Self { guide, dialogue, triage, said: None }
    }

    /// Asks about some signs alone.
    pub(super) fn ask_about(mut self, heading: &str, flags: &[RedFlag]) -> Result<Option<Stop>, Error> {
        let signs: Vec<&RedFlag> = flags.iter().collect();
        self.ask_about_signs(heading, String::new(), &signs)
    }

    /// Holds it, on these screens. A sign that is known before is not asked about, but what is more urgent is.
    pub(super) fn hold(mut self, screens: &[Screen], known: Option<RedFlag>) -> Result<Option<Stop>, Error> {
        let all = Questions::all(screens, self.guide.scope.catalogue)?;
        let mut shown = 0;
        for (place, questions) in all.iter().enumerate() {
            let (signs, precautions) = questions.open(self.triage);
            if signs.is_empty() && precautions.is_empty() {
                continue;
            }
            if let Some(known) = &known
                && signs.iter().all(|flag| flag.urgency <= known.urgency)
            {
                break;
            }
            let ahead = all.iter().skip(place).filter(|it| it.is_open(self.triage)).count();
            let aside = format!("screen {} of {}", shown + 1, shown + ahead);
            shown += 1;
            let stop = if signs.is_empty() {
                self.ask_about_precautions(questions.heading, aside, &precautions)?
            } else {
                self.ask_about_signs(questions.heading, aside, &signs)?
            };
            if stop.is_some() {
                return Ok(stop);
            }
        }
        if known.is_none() {
            self.triage.end();
        }
        Ok(known.map(|flag| Stop::at(flag.id)))
    }

    /// Asks about the signs alone; a yes ends it, without asking which.
    pub(super) fn ask_briefly(mut self, screens: &[Screen]) -> Result<Option<Stop>, Error> {
        let all = Questions::all(screens, self.guide.scope.catalogue)?;
        let all: Vec<_> = all.iter().filter(|it| it.is_open(self.triage)).collect();
        for (place, questions) in all.iter().enumerate() {
            let (signs, _) = questions.open(self.triage);
            let aside = format!("screen {} of {}", place + 1, all.len());
            let mut flags: Vec<String> = signs.iter().map(|flag| flag.id.clone()).collect();
            let unsure = match self.hear_of_signs(questions.heading, aside, &signs)? {
                Reported::Signs(places) => {
                    flags = places.first().and_then(|place| flags.get(*place)).cloned().into_iter().collect();
                    false
                }
                Reported::OneOfThem(answer) => answer == Answer::Unsure,
            };
            if !flags.is_empty() || self.said.is_some() {
                return Ok(self.said.take().or(Some(Stop { flags, unsure })));
            }
        }
        Ok(None)
    }

    /// Takes what the reader says of some signs, the most urgent first.
    fn ask_about_signs(&mut self, heading: &str, aside: String, signs: &[&RedFlag]) -> Result<Option<Stop>, Error> {
        let (places, answer) = match self.hear_of_signs(heading, aside.clone(), signs)? {
            Reported::Signs(places) => (places, Answer::Yes),
            Reported::OneOfThem(answer) => match self.ask_which(signs.len())? {
                Some(places) => (places, answer),
                None => return self.ask_about_signs(heading, aside, signs),
            },
        };
        if let Some(said) = self.said.take() {
            return Ok(Some(said));
        }
        let answers = signs.iter().enumerate().map(|(place, flag)| {
            let answer = if places.contains(&place) { answer } else { Answer::No };
            (*flag, answer)
        });
        let mut answers: Vec<(&RedFlag, Answer)> = answers.collect();
        put_in_order(&mut answers, |(flag, _)| (flag.urgency.rank(), ""));
        let taken = answers.into_iter().map(|(flag, answer)| self.triage.take(flag, answer));
        Ok(taken.filter_map(Stop::of).fold(None, |first, stop| first.or(Some(stop))))
    }

    /// Takes what the reader says of some precautions.
    fn ask_about_precautions(
        &mut self,
        heading: &str,
        aside: String,
        precautions: &[&Precaution],
    ) -> Result<Option<Stop>, Error> {
        let signs = precautions.iter().map(|it| Sign { short: &it.title, question: &it.question }).collect();
        let places = self.hear_of_precautions(&Asked { heading, aside, signs })?;
        if let Some(said) = self.said.take() {
            return Ok(Some(said));
        }
        for (place, precaution) in precautions.iter().enumerate() {
            if !places.contains(&place) {
                self.triage.deny(precaution);
            } else if let Some(stop) = Stop::of(self.triage.name(precaution)) {
                return Ok(Some(stop));
            }
        }
        Ok(None)
    }

    /// What the reader says of some signs.
    fn hear_of_signs(&mut self, heading: &str, aside: String, signs: &[&RedFlag]) -> Result<Reported, Error> {
        let signs = signs.iter().map(|flag| Sign { short: &flag.short, question: &flag.question }).collect();
        self.hear_of(&Asked { heading, aside, signs }, ABOUT_SIGNS, UNCLEAR, |line| match line {
            Line::No | Line::Said => Some(Reported::Signs(Vec::new())),
            Line::Numbers(places) => Some(Reported::Signs(places)),
            Line::Yes => Some(Reported::OneOfThem(Answer::Yes)),
            Line::Unsure => Some(Reported::OneOfThem(Answer::Unsure)),
            Line::Open | Line::Unclear => None,
        })
    }

    /// Which of some precautions apply.
    fn hear_of_precautions(&mut self, asked: &Asked<'_>) -> Result<Vec<usize>, Error> {
        self.hear_of(asked, ABOUT_PRECAUTIONS, UNCLEAR_NUMBERS, |line| match line {
            Line::No | Line::Said => Some(Vec::new()),
            Line::Numbers(places) => Some(places),
            Line::Yes if asked.signs.len() == 1 => Some(vec![0]),
            Line::Yes | Line::Unsure | Line::Open | Line::Unclear => None,
        })
    }

    /// Asks until what is said means something, and tells more where the reader wants it.
    fn hear_of<T>(
        &mut self,
        asked: &Asked<'_>,
        prompt: &str,
        unclear: &str,
        means: impl Fn(Line) -> Option<T>,
    ) -> Result<T, Error> {
        let mut open = false;
        loop {
            let card = self.guide.rendered(questions_card(asked, open));
            self.say(&format!("\n{card}"))?;
            match self.hear(prompt, asked.signs.len())? {
                Line::Open => open = true,
                Line::Said if self.said.is_none() => {}
                line => match means(line) {
                    Some(heard) => return Ok(heard),
                    None => self.say(unclear)?,
                },
            }
        }
    }

    /// Which of the signs; `None` where the reader wants to see them again.
    fn ask_which(&mut self, signs: usize) -> Result<Option<Vec<usize>>, Error> {
        if signs == 1 {
            return Ok(Some(vec![0]));
        }
        loop {
            match self.hear(WHICH, signs)? {
                Line::Numbers(places) => return Ok(Some(places)),
                Line::No => return Ok(None),
                Line::Said if self.said.is_some() => return Ok(Some(Vec::new())),
                Line::Said => {}
                Line::Yes | Line::Unsure | Line::Open | Line::Unclear => self.say(UNCLEAR_WHICH)?,
            }
        }
    }

    fn hear(&mut self, prompt: &str, signs: usize) -> Result<Line, Error> {
        self.say(prompt)?;
        let line = self.dialogue.hear().map_err(Error::Dialogue)?.ok_or(Error::Unfinished)?;
        match Line::read(&line, signs) {
            Line::Unclear if self.hear_words(&line)? => Ok(Line::Said),
            heard => Ok(heard),
        }
    }

    /// Takes the signs and precautions that stand in words; whether any does.
    fn hear_words(&mut self, line: &str) -> Result<bool, Error> {
        let catalogue = self.guide.scope.catalogue;
        let words: Vec<&str> = line.split([' ', ',', '\n', '\r', '\t']).filter(|word| !word.is_empty()).collect();
        let declared = query::declarations_in(catalogue, &words);
        for target in &declared {
            let (short, outcome) = if target.kind == Kind::RedFlag {
                let flag = catalogue.red_flag(target.id)?;
                (flag.short.clone(), self.triage.take(&flag, Answer::Yes))
            } else {
                let precaution = catalogue.precaution(target.id)?;
                (precaution.short.clone(), self.triage.name(&precaution))
            };
            match Stop::of(outcome) {
                Some(stop) => self.said = self.said.take().or(Some(stop)),
                None => self.say(&format!("Noted: {short}.\n"))?,
            }
        }
        Ok(!declared.is_empty())
    }

    fn say(&mut self, text: &str) -> Result<(), Error> {
        self.dialogue.say(text).map_err(Error::Dialogue)
    }
}
