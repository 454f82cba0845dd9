//! Disputes, and what the guide's claims stand on.

use serde::Serialize;

use super::keys::record;
use guide::index::ClaimCount;
use guide::model::{Basis, Dispute, Grade, Said, Severity, Subject, Target};
use guide::screening::DisputeText;

record! {
    /// A dispute of an entry.
    pub(super) DisputeRecord<'a>(dispute: &'a Dispute, text: Option<&DisputeText<'a>>) {
        about: Subject = dispute.about,
        severity: Severity = dispute.severity,
        says: Option<&'a [Said]> = text.map(|text| text.says),
        shown: Option<&'a str> = text.map(|text| text.shown),
        why: Option<&'a str> = text.map(|text| text.why),
        sources: &'a [String] = &dispute.sources,
    }
}

record! {
    /// A dispute in a list of all, with the entry to which it belongs.
    pub DisputedRecord<'a>(entry: Target<'a>, dispute: &'a Dispute, text: Option<&DisputeText<'a>>) {
        kind: &'static str = "dispute",
        entry_kind: &'static str = entry.kind.id(),
        entry: &'a str = entry.id,
        #[serde(flatten)]
        dispute: DisputeRecord<'a> = DisputeRecord::new(dispute, text),
    }
}

record! {
    /// How many claims share a basis and a grade.
    pub SummaryRecord(count: &ClaimCount) {
        kind: &'static str = "claims",
        basis: Basis = count.basis,
        grade: Option<Grade> = count.grade,
        claims: usize = count.claims,
    }
}

impl<'a> DisputeRecord<'a> {
    pub(super) fn all(disputes: impl Iterator<Item = (&'a Dispute, Option<DisputeText<'a>>)>) -> Vec<Self> {
        disputes.map(|(dispute, text)| Self::new(dispute, text.as_ref())).collect()
    }
}
