//! What the words and numbers of answers mean, and what is kept of a reader.

use super::document::{Block, Card, fact};
use super::words::{NO_WAY_LEFT, OPEN, level_word, urgency_word};
use guide::model::{Level, Urgency};

/// What there is help about, besides the commands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HelpTopic {
    /// What the levels mean.
    Levels,
    /// How the program ends.
    ExitCodes,
    /// What it keeps of its reader.
    Privacy,
}

impl HelpTopic {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Levels, Self::ExitCodes, Self::Privacy];

    /// How it is asked for.
    pub fn id(self) -> &'static str {
        match self {
            Self::Levels => "levels",
            Self::ExitCodes => "exit-codes",
            Self::Privacy => "privacy",
        }
    }

    /// What its page is called.
    pub fn title(self) -> &'static str {
        match self {
            Self::Levels => "What the levels mean",
            Self::ExitCodes => "How the program ends",
            Self::Privacy => "What is kept of you",
        }
    }

    /// The one that is asked for by this word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|topic| topic.id() == word)
    }
}

/// The page of a topic.
pub fn help_card(topic: HelpTopic) -> Card {
    let body = match topic {
        HelpTopic::Levels => levels(),
        HelpTopic::ExitCodes => vec![facts(&EXIT_CODES)],
        HelpTopic::Privacy => vec![facts(&PRIVACY)],
    };
    Card { body, ..Card::titled(topic.title(), "") }
}

fn facts(facts: &[(&str, &str)]) -> Block {
    Block::Facts(facts.iter().map(|(label, says)| fact(label, *says)).collect())
}

fn levels() -> Vec<Block> {
    let [emergency, same_day, soon] = [Urgency::Emergency, Urgency::SameDay, Urgency::Soon].map(urgency_word);
    let [avoid, ask, adapt] = [Level::Avoid, Level::Ask, Level::Adapt].map(level_word);
    let levels = [
        (OPEN, "Nothing here speaks against it, for what you told us. We know only what you told us."),
        (adapt, "You may do it more gently, or in fewer ways. The limits stand in its steps."),
        (ask, "Ask the person who is named. Once they agree, add --cleared, and you are told how."),
        (avoid, "It is not for you. You are told why, and what to do instead. Nothing lifts it."),
        (NO_WAY_LEFT, "Nothing speaks against it, but you said that you cannot do any way of it."),
    ];
    let signs = [
        (&*emergency, "Go to an emergency department, or ring your emergency number, at once."),
        (&same_day, "Have it seen to the same day."),
        (&soon, "See a doctor in the next days. You may go on meanwhile, as the page says."),
    ];
    vec![
        facts(&levels),
        Block::Gap,
        Block::Section { title: "Signs to get help for".to_owned(), aside: String::new() },
        facts(&signs),
    ]
}

const EXIT_CODES: [(&str, &str); 5] = [
    ("0", "You have your answer."),
    ("1", "Nothing was found, or something failed. The message says what."),
    ("2", "The command line is wrong, or a word about you is not known. Nothing was shown."),
    ("3", "It stopped to keep you from harm: a sign to get help for, or how-to that is not for you."),
    ("129 to 143", "It was ended: 129 hang-up, 130 Ctrl-C, 131 Ctrl-\\, 143 by the system."),
];

const PRIVACY: [(&str, &str); 5] = [
    ("Network", "It uses none. Nothing that you type leaves this machine."),
    ("Kept", "Nothing, unless you ask for it: sciatica profile set keeps what applies to you."),
    ("Where", "In one file that only you can read. sciatica profile show names it, profile clear removes it."),
    ("History", "Your shell may keep the lines that you type. A profile keeps your words out of them."),
    ("Pages", "A page that you print or write says what you told. Mind who can see it."),
];
