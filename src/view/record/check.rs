//! Where a check leads.

use serde::Serialize;

use super::claim::ClaimRecord;
use super::keys::record;
use super::page::RedFlagRecord;
use crate::view::check::OpenSign;
use crate::view::scope::Scope;
use guide::model::{Claim, RedFlag};
use guide::screening::{Implied, Triage};

record! {
    /// What the answers of a check tell; where they lead is still open.
    pub CheckRecord<'a>(scope: &Scope<'_>, triage: &'a Triage, named: &'a [String], more: &'a Claim) {
        kind: &'static str = "check",
        /// `stop`, `go-on`, or `ask`.
        outcome: &'static str = "go-on",
        /// Whether the reader could not tell.
        unsure: bool = false,
        /// The red flag that stops everything.
        red_flag: Option<RedFlagRecord<'a>> = None,
        /// Other signs that were named, by id: to be told as well.
        besides: Vec<&'a str> = Vec::new(),
        /// The signs to book an appointment for.
        book: Vec<RedFlagRecord<'a>> = Vec::new(),
        /// The precautions that apply: named, implied by a sign, or kept.
        precautions: &'a [String] = named,
        /// Which sign implied which of them.
        implied: Vec<ImpliedRecord<'a>> = triage.implied().iter().map(ImpliedRecord::new).collect(),
        /// Whether the reader was asked about precautions, or named some, or said that none applies.
        precautions_asked: bool = triage.knows_precautions(),
        /// What there is to answer first.
        ask: Option<AskRecord<'a>> = None,
        /// The command to go on with.
        next: Option<&'a str> = None,
        /// What no number of noes changes.
        reminder: ClaimRecord<'a> = ClaimRecord::new(scope, more),
    }
}

record! {
    /// The precautions that a sign implies.
    ImpliedRecord<'a>(implied: &'a Implied) {
        red_flag: &'a str = &implied.sign,
        precautions: &'a [String] = &implied.precautions,
    }
}

record! {
    /// Signs on which answers hang.
    AskRecord<'a>(open: &'a [OpenSign<'a>], none: &'a str) {
        questions: Vec<QuestionRecord<'a>> = open.iter().map(QuestionRecord::new).collect(),
        /// The command that says no to all of them.
        no: &'a str = none,
    }
}

record! {
    QuestionRecord<'a>(sign: &'a OpenSign<'a>) {
        red_flag: &'a str = &sign.flag.id,
        /// The precautions that hang on it.
        because: &'a [String] = sign.because,
        question: &'a str = &sign.flag.question,
        /// The command that says yes.
        yes: &'a str = &sign.yes,
    }
}

impl<'a> CheckRecord<'a> {
    /// A red flag ends it.
    #[must_use]
    pub fn stopping(self, scope: &Scope<'_>, flag: &'a RedFlag, besides: &'a [RedFlag], unsure: bool) -> Self {
        let besides = besides.iter().map(|it| it.id.as_str()).collect();
        Self { outcome: "stop", unsure, red_flag: Some(RedFlagRecord::new(scope, flag)), besides, ..self }
    }

    /// There is more to answer first.
    #[must_use]
    pub fn asking(self, open: &'a [OpenSign<'a>], no: &'a str) -> Self {
        Self { outcome: "ask", ask: Some(AskRecord::new(open, no)), ..self }
    }

    /// Nothing stops the reader.
    #[must_use]
    pub fn going_on(self, scope: &Scope<'_>, soon: &'a [RedFlag], next: &'a str) -> Self {
        let book = soon.iter().map(|flag| RedFlagRecord::new(scope, flag)).collect();
        Self { book, next: Some(next), ..self }
    }
}
