//! Points.

use serde::Serialize;

use super::dispute::DisputeRecord;
use super::{ClaimRecord, Screening};
use crate::catalogue::{Basis, Beneath, FindStep, Motion, Names, Point, PointRow, Position, Reach, Span, Tool};
use crate::screening::{AllowedWay, Screened, Verdict};
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

/// A way of pressing.
#[derive(Debug, Serialize)]
pub(super) struct WayRecord<'a> {
    label: &'a str,
    positions: &'a [Position],
    tool: Tool,
    reach: Reach,
    motion: Motion,
    both_sides_at_once: bool,
    pressure: u8,
    hold_seconds: Span,
    rounds: Span,
    per_day: Span,
    dose_sources: &'a [String],
    dose_basis: Option<Basis>,
    dose_why: Option<&'a str>,
    steps: Vec<ClaimRecord<'a>>,
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
            screening: Screening::new(scope, &row.touching, verdict),
        }
    }
}

impl<'a> PointRecord<'a> {
    /// A point with all that this reader may see of it.
    pub fn new(scope: &'a Scope<'_>, row: &PointRow<'a>, screened: &'a Screened<'_, Point>) -> Self {
        let point = screened.entry();
        let manifest = scope.catalogue.manifest();
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
            screening: Screening::new(scope, &row.touching, screened.verdict()),
            get_help: super::get_help(scope, &point.region),
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
    pub(super) fn new(scope: &'a Scope<'_>, way: &AllowedWay<'a>) -> Self {
        Self {
            label: way.label,
            positions: way.positions,
            tool: way.tool,
            reach: way.reach,
            motion: way.motion,
            both_sides_at_once: way.both_sides_at_once,
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
