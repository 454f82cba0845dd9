//! Disputes, and what the guide's claims stand on.

use serde::Serialize;

use crate::catalogue::{ClaimCount, Dispute, Said, Severity, Subject, Target};
use crate::screening::DisputeText;

/// A dispute of an entry.
#[derive(Debug, Serialize)]
pub(super) struct DisputeRecord<'a> {
    about: Subject,
    severity: Severity,
    says: Option<&'a [Said]>,
    shown: Option<&'a str>,
    why: Option<&'a str>,
    sources: &'a [String],
}

/// A dispute in a list of all.
#[derive(Debug, Serialize)]
pub struct DisputedRecord<'a> {
    kind: &'static str,
    entry_kind: &'static str,
    entry: &'a str,
    #[serde(flatten)]
    dispute: DisputeRecord<'a>,
}

/// How many claims share a basis and a grade.
#[derive(Debug, Serialize)]
pub struct SummaryRecord<'a> {
    kind: &'static str,
    basis: &'a str,
    grade: Option<&'a str>,
    claims: usize,
}

impl<'a> DisputeRecord<'a> {
    pub(super) fn new(dispute: &'a Dispute, text: Option<&DisputeText<'a>>) -> Self {
        Self {
            about: dispute.about,
            severity: dispute.severity,
            says: text.map(|text| text.says),
            shown: text.map(|text| text.shown),
            why: text.map(|text| text.why),
            sources: &dispute.sources,
        }
    }
}

impl<'a> DisputedRecord<'a> {
    /// A dispute with the entry to which it belongs.
    pub fn new(entry: Target<'a>, dispute: &'a Dispute, text: Option<&DisputeText<'a>>) -> Self {
        let dispute = DisputeRecord::new(dispute, text);
        Self { kind: "dispute", entry_kind: entry.kind.id(), entry: entry.id, dispute }
    }
}

impl<'a> From<ClaimCount<'a>> for SummaryRecord<'a> {
    fn from(count: ClaimCount<'a>) -> Self {
        let grade = Some(count.grade).filter(|grade| !grade.is_empty());
        Self { kind: "claims", basis: count.basis, grade, claims: count.claims }
    }
}
