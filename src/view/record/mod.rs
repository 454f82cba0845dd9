//! What `--format json` carries: the same facts, by key. Built field by field, so that nothing sealed slips in.

mod check;
mod dispute;
mod page;
mod point;
mod practice;
mod precaution;
mod profile;
mod routine;
mod search;
mod session;

pub use check::CheckRecord;
pub use dispute::{DisputedRecord, SummaryRecord};
pub use page::{RedFlagLine, RedFlagRecord, SourceRecord, TopicLine, TopicRecord};
pub use point::{PointLine, PointRecord};
pub use practice::{PracticeLine, StretchRecord, TechniqueRecord};
pub use precaution::{PersonalRecord, PrecautionLine, PrecautionRecord};
pub use profile::ProfileRecord;
pub use routine::RoutineRecord;
pub use search::HitRecord;
pub use session::{PhaseRecord, SessionRecord};

use serde::Serialize;

use super::Scope;
use super::guidance::instead;
use crate::catalogue::{Basis, Claim, LimitText, Touching};
use crate::screening::{Finding, Level, Verdict};

/// A claim.
#[derive(Debug, Serialize)]
pub struct ClaimRecord<'a> {
    text: &'a str,
    sources: &'a [String],
    basis: Basis,
    #[serde(skip_serializing_if = "Option::is_none")]
    why: Option<&'a str>,
    /// The strongest grade among the sources.
    grade: Option<&'a str>,
}

/// What a rule says of an entry.
#[derive(Debug, Serialize)]
pub struct FindingRecord<'a> {
    precaution: &'a str,
    level: Level,
    because: &'a str,
    limit: Option<LimitRecord<'a>>,
    ask_whom: Option<&'a str>,
    ask_what: Option<&'a str>,
    instead: Vec<String>,
    sources: &'a [String],
    cleared: bool,
    /// Whether it strikes some ways only.
    some_ways_only: bool,
}

#[derive(Debug, Serialize)]
struct LimitRecord<'a> {
    pressure_at_most: Option<u8>,
    hold_seconds_at_most: Option<u16>,
    text: Option<&'a str>,
}

/// What screening decided, on every entry.
#[derive(Debug, Serialize)]
struct Screening<'a> {
    level: Option<Level>,
    withheld: bool,
    findings: Vec<FindingRecord<'a>>,
    avoid_if: Vec<&'a str>,
    ask_if: Vec<&'a str>,
}

impl<'a> ClaimRecord<'a> {
    fn new(scope: &'a Scope<'_>, claim: &'a Claim) -> Self {
        Self {
            text: &claim.text,
            sources: &claim.sources,
            basis: claim.basis,
            why: claim.why.as_deref(),
            grade: scope.best_grade(&claim.sources),
        }
    }

    fn all(scope: &'a Scope<'_>, claims: &'a [Claim]) -> Vec<Self> {
        claims.iter().map(|claim| Self::new(scope, claim)).collect()
    }
}

/// The signs to get help for that stand before how-to; `regions` stand between commas.
fn get_help<'a>(scope: &'a Scope<'_>, regions: &str) -> Vec<ClaimRecord<'a>> {
    let manifest = scope.catalogue.manifest();
    let mut signs = ClaimRecord::all(scope, &manifest.get_help);
    signs.extend(scope.is_on_the_leg(regions).then(|| ClaimRecord::new(scope, &manifest.calf.claim)));
    signs
}

impl<'a> Screening<'a> {
    fn new(scope: &'a Scope<'_>, touching: &Touching<'a>, verdict: &Verdict<'_>) -> Self {
        Self {
            level: verdict.level,
            withheld: verdict.withheld,
            findings: verdict.findings.iter().filter_map(|finding| FindingRecord::new(scope, finding)).collect(),
            avoid_if: touching.avoid_if().map(|(id, _)| id).collect(),
            ask_if: touching.ask_if().map(|(id, _)| id).collect(),
        }
    }
}

impl Screening<'_> {
    /// Of an entry on which no rule can bear: a page, a precaution, a red flag.
    fn of_page() -> Self {
        Self { level: None, withheld: false, findings: Vec::new(), avoid_if: Vec::new(), ask_if: Vec::new() }
    }
}

impl<'a> FindingRecord<'a> {
    fn new(scope: &'a Scope<'_>, finding: &Finding<'_>) -> Option<Self> {
        let (precaution, rule) = scope.reader.words_of(finding)?;
        Some(Self {
            precaution: &precaution.id,
            level: finding.level,
            because: &rule.because.text,
            limit: rule.limit.as_ref().map(LimitRecord::new),
            ask_whom: rule.ask_whom.as_deref(),
            ask_what: rule.ask_what.as_deref(),
            instead: instead(scope, std::slice::from_ref(finding)),
            sources: &rule.because.sources,
            cleared: finding.cleared,
            some_ways_only: finding.ways.is_some(),
        })
    }
}

impl<'a> LimitRecord<'a> {
    fn new(limit: &'a LimitText) -> Self {
        Self {
            pressure_at_most: limit.pressure_at_most,
            hold_seconds_at_most: limit.hold_seconds_at_most,
            text: limit.text.as_deref(),
        }
    }
}
