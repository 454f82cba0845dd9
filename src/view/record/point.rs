//! Points.

use serde::Serialize;

use super::{ClaimRecord, Screening};
use crate::catalogue::{
    Basis, Beneath, Dispute, FindStep, Motion, Names, PointRow, Position, Reach, Said, Severity, Span, Subject, Tool,
};
use crate::screening::{AllowedWay, DisputeText, ScreenedPoint, Verdict};
use crate::view::Scope;

/// A point in a list.
#[derive(Debug, Serialize)]
pub struct PointLine<'a> {
    kind: &'static str,
    code: &'a str,
    who_code: &'a str,
    pinyin: &'a str,
    pinyin_plain: &'a str,
    english: &'a str,
    meridian: &'a str,
    region: &'a str,
    area: &'a str,
    #[serde(flatten)]
    screening: Screening<'a>,
}

/// A point, whole.
#[derive(Debug, Serialize)]
pub struct PointRecord<'a> {
    kind: &'static str,
    code: &'a str,
    who_code: &'a str,
    aliases: &'a [String],
    names: &'a Names,
    meridian: &'a str,
    region: &'a str,
    area: &'a str,
    aspect: &'static str,
    bilateral: bool,
    #[serde(flatten)]
    screening: Screening<'a>,
    get_help: Vec<ClaimRecord<'a>>,
    stop: ClaimRecord<'a>,
    place: ClaimRecord<'a>,
    find: Option<Vec<StepRecord<'a>>>,
    off_if: Option<Vec<ClaimRecord<'a>>>,
    ways: Option<Vec<WayRecord<'a>>>,
    struck_ways: Option<Vec<&'a str>>,
    beneath: &'a [Beneath],
    eases: Vec<ClaimRecord<'a>>,
    evidence: Vec<ClaimRecord<'a>>,
    disputes: Vec<DisputeRecord<'a>>,
}

#[derive(Debug, Serialize)]
struct StepRecord<'a> {
    text: &'a str,
    landmark: &'a str,
    sources: &'a [String],
    basis: Basis,
}

#[derive(Debug, Serialize)]
struct WayRecord<'a> {
    label: &'a str,
    positions: &'a [Position],
    tool: Tool,
    reach: Reach,
    motion: Motion,
    pressure: u8,
    hold_seconds: Span,
    rounds: Span,
    per_day: Span,
    dose_sources: &'a [String],
    dose_basis: Option<Basis>,
    dose_why: Option<&'a str>,
    steps: Vec<ClaimRecord<'a>>,
}

#[derive(Debug, Serialize)]
struct DisputeRecord<'a> {
    about: Subject,
    severity: Severity,
    says: Option<&'a [Said]>,
    shown: Option<&'a str>,
    why: Option<&'a str>,
    sources: &'a [String],
}

impl<'a> PointLine<'a> {
    /// A point as this reader may use it.
    pub fn new(scope: &'a Scope<'_>, row: PointRow<'a>, verdict: &Verdict<'_>) -> Self {
        Self {
            kind: "point",
            code: row.code,
            who_code: row.who_code,
            pinyin: row.pinyin,
            pinyin_plain: row.pinyin_plain,
            english: row.english,
            meridian: row.meridian,
            region: row.region,
            area: row.area,
            screening: Screening::new(scope, &row, verdict),
        }
    }
}

impl<'a> PointRecord<'a> {
    /// A point with all that this reader may see of it.
    pub fn new(scope: &'a Scope<'_>, row: &PointRow<'a>, screened: &'a ScreenedPoint<'_>) -> Self {
        let point = screened.point();
        let manifest = scope.catalogue.manifest();
        let on_the_leg = manifest.calf.regions.contains(&point.region);
        let mut get_help = ClaimRecord::all(scope, &manifest.get_help);
        get_help.extend(on_the_leg.then(|| ClaimRecord::new(scope, &manifest.calf.claim)));
        let evidence = std::iter::once(&point.evidence.line).chain(&point.evidence.more);
        let permit = screened.permit();
        let permit = permit.as_ref();
        Self {
            kind: "point",
            code: &point.code,
            who_code: &point.who_code,
            aliases: &point.aliases,
            names: &point.names,
            meridian: &point.meridian,
            region: &point.region,
            area: &point.area,
            aspect: point.aspect.id(),
            bilateral: point.bilateral,
            screening: Screening::new(scope, row, screened.verdict()),
            get_help,
            stop: ClaimRecord::new(scope, &manifest.stop),
            place: ClaimRecord::new(scope, &point.location.standard),
            find: permit.map(|permit| permit.find.iter().map(StepRecord::new).collect()),
            off_if: permit.map(|permit| ClaimRecord::all(scope, permit.off_if)),
            ways: permit.map(|permit| permit.ways.iter().map(|way| WayRecord::new(scope, way)).collect()),
            struck_ways: permit.map(|permit| permit.struck.clone()),
            beneath: &point.beneath,
            eases: ClaimRecord::all(scope, &point.eases),
            evidence: evidence.map(|claim| ClaimRecord::new(scope, claim)).collect(),
            disputes: screened.disputes().map(|(dispute, text)| DisputeRecord::new(dispute, text.as_ref())).collect(),
        }
    }
}

impl<'a> StepRecord<'a> {
    fn new(step: &'a FindStep) -> Self {
        Self { text: &step.text, landmark: &step.landmark, sources: &step.sources, basis: step.basis }
    }
}

impl<'a> WayRecord<'a> {
    fn new(scope: &'a Scope<'_>, way: &AllowedWay<'a>) -> Self {
        Self {
            label: way.label,
            positions: way.positions,
            tool: way.tool,
            reach: way.reach,
            motion: way.motion,
            pressure: way.dose.pressure,
            hold_seconds: way.dose.hold_seconds,
            rounds: way.dose.rounds,
            per_day: way.dose.per_day,
            dose_sources: way.grounds.map_or(&[], |grounds| &grounds.sources),
            dose_basis: way.grounds.map(|grounds| grounds.basis),
            dose_why: way.grounds.and_then(|grounds| grounds.why.as_deref()),
            steps: ClaimRecord::all(scope, way.steps),
        }
    }
}

impl<'a> DisputeRecord<'a> {
    fn new(dispute: &'a Dispute, text: Option<&DisputeText<'a>>) -> Self {
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
