//! What follows from the answers to the red-flag questions. Pure: it asks nobody.

use crate::catalogue::Urgency;

/// What a reader answers to one sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// It applies.
    Yes,
    /// It does not.
    No,
    /// The reader cannot tell.
    Unsure,
}

/// What the answers so far lead to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// Nothing stops the reader; the next question can be asked.
    GoOn,
    /// Stop here: this red flag applies, or may.
    Stop {
        /// The id of the red flag.
        flag: String,
        /// Whether the reader could not tell: then the first thing is to ring and ask.
        unsure: bool,
    },
}

/// The answers so far.
#[derive(Debug, Default)]
pub struct Triage {
    soon: Vec<String>,
}

impl Triage {
    /// Takes an answer. An urgent sign stops everything, and so does not knowing: missing knowledge is never safety. A
    /// sign that can wait some days is kept for the end.
    pub fn take(&mut self, flag: &str, urgency: Urgency, answer: Answer) -> Outcome {
        let unsure = match answer {
            Answer::No => return Outcome::GoOn,
            Answer::Yes => false,
            Answer::Unsure => true,
        };
        if urgency > Urgency::Soon {
            return Outcome::Stop { flag: flag.to_owned(), unsure };
        }
        self.soon.push(flag.to_owned());
        Outcome::GoOn
    }

    /// The signs to book an appointment for.
    pub fn soon(&self) -> &[String] {
        &self.soon
    }
}
