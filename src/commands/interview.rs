//! Asks a reader at a terminal: short groups of signs, the most urgent first, then short groups of precautions.

use super::Guide;
use crate::catalogue::{Precaution, PrecautionGroup, RedFlag, RedFlagGroup};
use crate::error::Error;
use crate::screening::{Answer, Outcome, Triage};
use crate::terminal::Dialogue;
use crate::view::{Asked, Sign, questions_card};

/// What came of the questions.
pub(super) enum Heard {
    /// A sign stops everything.
    Stopped { flag: String, unsure: bool },
    /// Nothing did.
    Finished { soon: Vec<String>, precautions: Vec<String> },
}

/// Why a session does not begin.
pub(super) struct Stop {
    /// The red flag; several where the reader did not say which of them it is.
    pub(super) flags: Vec<String>,
    /// Whether the reader cannot tell.
    pub(super) unsure: bool,
}

/// What a reader says of a group of signs.
enum Reported {
    /// These.
    Signs(Vec<(usize, Answer)>),
    /// One of them; not said which.
    OneOfThem(Answer),
}

/// An interview with a reader.
pub(super) struct Interview<'i, 'c> {
    guide: &'i Guide<'c>,
    dialogue: &'i mut dyn Dialogue,
    flags: Vec<(&'i RedFlagGroup, Vec<RedFlag>)>,
    precautions: Vec<(&'i PrecautionGroup, Vec<Precaution>)>,
}

/// What a line of the reader means.
#[derive(Debug, PartialEq, Eq)]
enum Line {
    /// One of them applies; not said which.
    Yes,
    /// None applies.
    No,
    /// The reader cannot tell.
    Unsure,
    /// Tell more.
    Open,
    /// These, by their numbers from 1.
    Numbers(Vec<usize>),
    /// Nothing that can be understood.
    Unclear,
}

const ABOUT_SIGNS: &str =
    "Does one of these apply? y, or its number; n for none; u if you are not sure; ? tells more: ";
const ABOUT_PRECAUTIONS: &str = "Which of these apply? Their numbers; n for none; ? tells more: ";
const WHICH: &str = "Which one? Its number: ";
const UNCLEAR: &str = "Please type y, n, u, ? or a number.\n";
const UNCLEAR_NUMBERS: &str = "Please type numbers, n or ?.\n";

impl<'i, 'c> Interview<'i, 'c> {
    /// Prepares the questions.
    pub(super) fn new(
        guide: &'i Guide<'c>,
        of_flags: &'i [RedFlagGroup],
        of_precautions: &'i [PrecautionGroup],
        dialogue: &'i mut dyn Dialogue,
    ) -> Result<Self, Error> {
        let catalogue = guide.scope.catalogue;
        let mut flags = Vec::new();
        for group in of_flags {
            flags.push((group, group.flags.iter().map(|id| catalogue.red_flag(id)).collect::<Result<_, _>>()?));
        }
        let mut precautions = Vec::new();
        for group in of_precautions {
            precautions.push((group, group.ids.iter().map(|id| catalogue.precaution(id)).collect::<Result<_, _>>()?));
        }
        Ok(Self { guide, dialogue, flags, precautions })
    }

    /// Holds it.
    pub(super) fn hold(mut self) -> Result<Heard, Error> {
        let mut triage = Triage::default();
        let flags = std::mem::take(&mut self.flags);
        let precautions = std::mem::take(&mut self.precautions);
        let all = flags.len() + precautions.len();
        for (place, (group, signs)) in flags.iter().enumerate() {
            let reported = match self.ask_about_signs(&asked_about(group, signs, (place + 1, all)))? {
                Reported::Signs(reported) => reported,
                Reported::OneOfThem(answer) => vec![(self.ask_which(signs.len())?, answer)],
            };
            for (number, answer) in reported {
                let Some(flag) = signs.get(number) else { continue };
                if let Outcome::Stop { flag, unsure } = triage.take(&flag.id, flag.urgency, answer) {
                    return Ok(Heard::Stopped { flag, unsure });
                }
            }
        }
        let mut declared = Vec::new();
        for (place, (group, of_group)) in precautions.iter().enumerate() {
            let asked = Asked {
                heading: &group.heading,
                place: (flags.len() + place + 1, all),
                signs: of_group.iter().map(|it| Sign { short: &it.title, question: &it.question }).collect(),
            };
            for precaution in self.ask_for_numbers(&asked)?.into_iter().filter_map(|number| of_group.get(number)) {
                if let Some(flag) = &precaution.red_flag {
                    return Ok(Heard::Stopped { flag: flag.clone(), unsure: false });
                }
                declared.push(precaution.id.clone());
            }
        }
        Ok(Heard::Finished { soon: triage.soon().to_vec(), precautions: declared })
    }

    /// Asks about the signs alone; a yes ends it, without asking which.
    pub(super) fn ask_briefly(mut self) -> Result<Option<Stop>, Error> {
        let flags = std::mem::take(&mut self.flags);
        for (place, (group, signs)) in flags.iter().enumerate() {
            let ids =
                |places: &[usize]| places.iter().filter_map(|it| signs.get(*it)).map(|it| it.id.clone()).collect();
            match self.ask_about_signs(&asked_about(group, signs, (place + 1, flags.len())))? {
                Reported::Signs(reported) => {
                    let first: Vec<usize> = reported.iter().map(|(number, _)| *number).take(1).collect();
                    if !first.is_empty() {
                        return Ok(Some(Stop { flags: ids(&first), unsure: false }));
                    }
                }
                Reported::OneOfThem(answer) => {
                    let unsure = matches!(answer, Answer::Unsure);
                    return Ok(Some(Stop { flags: signs.iter().map(|flag| flag.id.clone()).collect(), unsure }));
                }
            }
        }
        Ok(None)
    }

    /// The signs that are not denied, by their place in the group.
    fn ask_about_signs(&mut self, asked: &Asked<'_>) -> Result<Reported, Error> {
        let mut open = false;
        loop {
            self.show(asked, open)?;
            let answer = match self.hear(ABOUT_SIGNS, asked.signs.len())? {
                Line::No => return Ok(Reported::Signs(Vec::new())),
                Line::Numbers(numbers) => {
                    return Ok(Reported::Signs(numbers.into_iter().map(|it| (it, Answer::Yes)).collect()));
                }
                Line::Yes => Answer::Yes,
                Line::Unsure => Answer::Unsure,
                Line::Open => {
                    open = true;
                    continue;
                }
                Line::Unclear => {
                    self.say(UNCLEAR)?;
                    continue;
                }
            };
            return Ok(Reported::OneOfThem(answer));
        }
    }

    fn ask_which(&mut self, signs: usize) -> Result<usize, Error> {
        if signs == 1 {
            return Ok(0);
        }
        loop {
            if let Line::Numbers(numbers) = self.hear(WHICH, signs)?
                && let Some(first) = numbers.first()
            {
                return Ok(*first);
            }
        }
    }

    fn ask_for_numbers(&mut self, asked: &Asked<'_>) -> Result<Vec<usize>, Error> {
        let mut open = false;
        loop {
            self.show(asked, open)?;
            match self.hear(ABOUT_PRECAUTIONS, asked.signs.len())? {
                Line::No => return Ok(Vec::new()),
                Line::Numbers(numbers) => return Ok(numbers),
                Line::Yes if asked.signs.len() == 1 => return Ok(vec![0]),
                Line::Open => open = true,
                Line::Yes | Line::Unsure | Line::Unclear => self.say(UNCLEAR_NUMBERS)?,
            }
        }
    }

    fn show(&mut self, asked: &Asked<'_>, open: bool) -> Result<(), Error> {
        let card = self.guide.rendered(questions_card(asked, open));
        self.say(&format!("\n{card}"))
    }

    fn hear(&mut self, prompt: &str, signs: usize) -> Result<Line, Error> {
        self.say(prompt)?;
        let line = self.dialogue.hear().map_err(Error::Dialogue)?;
        line.map(|line| Line::read(&line, signs)).ok_or(Error::Unfinished)
    }

    fn say(&mut self, text: &str) -> Result<(), Error> {
        self.dialogue.say(text).map_err(Error::Dialogue)
    }
}

fn asked_about<'q>(group: &'q RedFlagGroup, signs: &'q [RedFlag], place: (usize, usize)) -> Asked<'q> {
    let signs = signs.iter().map(|flag| Sign { short: &flag.short, question: &flag.question }).collect();
    Asked { heading: &group.heading, place, signs }
}

impl Line {
    fn read(line: &str, signs: usize) -> Self {
        match line.trim().to_lowercase().as_str() {
            "y" | "yes" => Self::Yes,
            "n" | "no" | "none" => Self::No,
            "u" | "unsure" | "not sure" => Self::Unsure,
            "?" => Self::Open,
            "" => Self::Unclear,
            numbers => {
                let numbers = numbers.split([' ', ',']).filter(|word| !word.is_empty());
                let places: Option<Vec<usize>> = numbers
                    .map(|word| word.parse().ok().filter(|number| (1..=signs).contains(number)).map(|it: usize| it - 1))
                    .collect();
                places.map_or(Self::Unclear, Self::Numbers)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_a_reader_types() {
        assert_eq!(Line::read(" Y\n", 3), Line::Yes);
        assert_eq!(Line::read("no\r\n", 3), Line::No);
        assert_eq!(Line::read("not sure\n", 3), Line::Unsure);
        assert_eq!(Line::read("?\n", 3), Line::Open);
        assert_eq!(Line::read("1, 3\n", 3), Line::Numbers(vec![0, 2]));
        for unclear in ["\n", "4\n", "0\n", "maybe\n", "1 x\n"] {
            assert_eq!(Line::read(unclear, 3), Line::Unclear, "{unclear:?}");
        }
    }
}
