//! Where a check leads.

use serde::Serialize;

use super::{ClaimRecord, RedFlagRecord};
use crate::catalogue::{Claim, RedFlag};
use crate::screening::Triage;
use crate::view::{OpenSign, Scope};

/// The end of a check.
#[derive(Debug, Serialize)]
pub struct CheckRecord<'a> {
    kind: &'static str,
    /// `stop`, `go-on`, or `ask`.
    outcome: &'static str,
    /// Whether the reader could not tell.
    unsure: bool,
    /// The red flag that stops everything.
    red_flag: Option<RedFlagRecord<'a>>,
    /// Other signs that were named, by id: to be told as well.
    besides: Vec<&'a str>,
    /// The signs to book an appointment for.
    book: Vec<RedFlagRecord<'a>>,
    /// The precautions that apply: named, implied by a sign, or kept.
    precautions: &'a [String],
    /// Which sign implied which of them.
    implied: Vec<ImpliedRecord<'a>>,
    /// Whether the reader was asked about precautions, or named some, or said that none applies.
    precautions_asked: bool,
    /// What there is to answer first.
    ask: Option<AskRecord<'a>>,
    /// The command to go on with.
    next: Option<&'a str>,
    reminder: ClaimRecord<'a>,
}

/// The precautions that a sign implies.
#[derive(Debug, Serialize)]
struct ImpliedRecord<'a> {
    red_flag: &'a str,
    precautions: &'a [String],
}

/// Signs on which answers hang.
#[derive(Debug, Serialize)]
struct AskRecord<'a> {
    questions: Vec<QuestionRecord<'a>>,
    /// The command that says no to all of them.
    no: &'a str,
}

#[derive(Debug, Serialize)]
struct QuestionRecord<'a> {
    red_flag: &'a str,
    /// The precautions that hang on it.
    because: &'a [String],
    question: &'a str,
    /// The command that says yes.
    yes: &'a str,
}

impl<'a> CheckRecord<'a> {
    /// What the answers tell; where they lead is still open.
    pub fn of(scope: &'a Scope<'_>, triage: &'a Triage, precautions: &'a [String], reminder: &'a Claim) -> Self {
        let implied = triage.implied().iter();
        let implied = implied.map(|it| ImpliedRecord { red_flag: &it.sign, precautions: &it.precautions });
        Self {
            kind: "check",
            outcome: "go-on",
            unsure: false,
            red_flag: None,
            besides: Vec::new(),
            book: Vec::new(),
            precautions,
            implied: implied.collect(),
            precautions_asked: triage.knows_precautions(),
            ask: None,
            next: None,
            reminder: ClaimRecord::new(scope, reminder),
        }
    }

    /// A red flag ends it.
    #[must_use]
    pub fn stopping(self, scope: &'a Scope<'_>, flag: &'a RedFlag, besides: &'a [RedFlag], unsure: bool) -> Self {
        let besides = besides.iter().map(|it| it.id.as_str()).collect();
        Self { outcome: "stop", unsure, red_flag: Some(RedFlagRecord::new(scope, flag)), besides, ..self }
    }

    /// There is more to answer first.
    #[must_use]
    pub fn asking(self, open: &'a [OpenSign<'a>], no: &'a str) -> Self {
        let question = |sign: &'a OpenSign<'a>| QuestionRecord {
            red_flag: &sign.flag.id,
            because: sign.because,
            question: &sign.flag.question,
            yes: &sign.yes,
        };
        Self { outcome: "ask", ask: Some(AskRecord { questions: open.iter().map(question).collect(), no }), ..self }
    }

    /// Nothing stops the reader.
    #[must_use]
    pub fn going_on(self, scope: &'a Scope<'_>, soon: &'a [RedFlag], next: &'a str) -> Self {
        let book = soon.iter().map(|flag| RedFlagRecord::new(scope, flag)).collect();
        Self { book, next: Some(next), ..self }
    }
}
