//! Where a check leads.

use serde::Serialize;

use super::{ClaimRecord, RedFlagRecord};
use crate::catalogue::{Claim, RedFlag};
use crate::view::Scope;

/// The end of a check.
#[derive(Debug, Serialize)]
pub struct CheckRecord<'a> {
    kind: &'static str,
    /// `stop`, or `go-on`.
    outcome: &'static str,
    /// Whether the reader could not tell.
    unsure: bool,
    /// The red flag that stops everything.
    red_flag: Option<RedFlagRecord<'a>>,
    /// The signs to book an appointment for.
    book: Vec<RedFlagRecord<'a>>,
    /// The precautions that apply.
    precautions: &'a [String],
    /// The command to go on with.
    next: Option<&'a str>,
    reminder: ClaimRecord<'a>,
}

impl<'a> CheckRecord<'a> {
    /// A red flag ends it.
    pub fn stopped(scope: &'a Scope<'_>, flag: &'a RedFlag, unsure: bool, reminder: &'a Claim) -> Self {
        Self {
            kind: "check",
            outcome: "stop",
            unsure,
            red_flag: Some(RedFlagRecord::new(scope, flag)),
            book: Vec::new(),
            precautions: &[],
            next: None,
            reminder: ClaimRecord::new(scope, reminder),
        }
    }

    /// Nothing stops the reader.
    pub fn finished(
        scope: &'a Scope<'_>,
        soon: &'a [RedFlag],
        precautions: &'a [String],
        next: &'a str,
        reminder: &'a Claim,
    ) -> Self {
        Self {
            kind: "check",
            outcome: "go-on",
            unsure: false,
            red_flag: None,
            book: soon.iter().map(|flag| RedFlagRecord::new(scope, flag)).collect(),
            precautions,
            next: Some(next),
            reminder: ClaimRecord::new(scope, reminder),
        }
    }
}
