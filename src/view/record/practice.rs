//! Stretches and techniques.

use serde::Serialize;

use super::dispute::DisputeRecord;
use super::point::WayRecord;
use super::{ClaimRecord, Screening};
use crate::catalogue::{Basis, Claim, Movement, Part, Position, PracticeRow, Span, Stretch, Technique};
use crate::screening::{AllowedStretch, Screened, Verdict};
use crate::view::Scope;

/// A stretch or technique in a list.
#[derive(Debug, Serialize)]
pub struct PracticeLine<'a> {
    kind: &'static str,
    id: &'a str,
    title: &'a str,
    regions: Vec<&'a str>,
    #[serde(flatten)]
    screening: Screening<'a>,
}

/// A stretch, whole.
#[derive(Debug, Serialize)]
pub struct StretchRecord<'a> {
    kind: &'static str,
    id: &'a str,
    title: &'a str,
    aliases: &'a [String],
    regions: &'a [String],
    /// The part of a routine in which it is done.
    part: Part,
    #[serde(flatten)]
    screening: Screening<'a>,
    get_help: Vec<ClaimRecord<'a>>,
    rules: Vec<ClaimRecord<'a>>,
    about: Vec<ClaimRecord<'a>>,
    ways: Option<Vec<StretchWayRecord<'a>>>,
    struck_ways: Option<Vec<&'a str>>,
    easier: Option<Vec<ClaimRecord<'a>>>,
    mistakes: Option<Vec<ClaimRecord<'a>>>,
    stop_if: Vec<ClaimRecord<'a>>,
    evidence: ClaimRecord<'a>,
    disputes: Vec<DisputeRecord<'a>>,
}

#[derive(Debug, Serialize)]
struct StretchWayRecord<'a> {
    label: &'a str,
    positions: &'a [Position],
    movements: &'a [Movement],
    equipment: Vec<&'a str>,
    each_side: bool,
    hold_seconds: Span,
    repetitions: Span,
    sets: Span,
    per_day: Span,
    dosage_sources: &'a [String],
    dosage_basis: Option<Basis>,
    dosage_why: Option<&'a str>,
    steps: Vec<ClaimRecord<'a>>,
}

/// A technique, whole.
#[derive(Debug, Serialize)]
pub struct TechniqueRecord<'a> {
    kind: &'static str,
    id: &'a str,
    title: &'a str,
    aliases: &'a [String],
    regions: &'a [String],
    #[serde(flatten)]
    screening: Screening<'a>,
    get_help: Vec<ClaimRecord<'a>>,
    stop: ClaimRecord<'a>,
    about: Vec<ClaimRecord<'a>>,
    ways: Option<Vec<WayRecord<'a>>>,
    struck_ways: Option<Vec<&'a str>>,
    mistakes: Option<Vec<ClaimRecord<'a>>>,
    stop_if: Vec<ClaimRecord<'a>>,
    evidence: ClaimRecord<'a>,
    disputes: Vec<DisputeRecord<'a>>,
}

impl<'a> PracticeLine<'a> {
    /// A stretch or technique as this reader may use it.
    pub fn new(scope: &'a Scope<'_>, row: PracticeRow<'a>, verdict: &Verdict<'_>) -> Self {
        Self {
            kind: row.kind.id(),
            id: row.id,
            title: row.title,
            regions: row.regions.split(',').collect(),
            screening: Screening::new(scope, &row.touching, verdict),
        }
    }
}

impl<'a> StretchRecord<'a> {
    /// A stretch with all that this reader may see of it.
    pub fn new(
        scope: &'a Scope<'_>,
        row: &PracticeRow<'a>,
        screened: &'a Screened<'_, Stretch>,
        rules: &'a [Claim],
    ) -> Self {
        let stretch = screened.entry();
        let permit = screened.permit();
        let permit = permit.as_ref();
        Self {
            kind: row.kind.id(),
            id: &stretch.id,
            title: &stretch.title,
            aliases: &stretch.aliases,
            regions: &stretch.regions,
            part: stretch.part,
            screening: Screening::new(scope, &row.touching, screened.verdict()),
            get_help: super::get_help(scope, row.regions),
            rules: ClaimRecord::all(scope, rules),
            about: ClaimRecord::all(scope, &stretch.about),
            ways: permit.map(|permit| permit.ways.iter().map(|way| StretchWayRecord::new(scope, way)).collect()),
            struck_ways: permit.map(|permit| permit.struck.clone()),
            easier: permit.map(|permit| ClaimRecord::all(scope, permit.easier)),
            mistakes: permit.map(|permit| ClaimRecord::all(scope, permit.mistakes)),
            stop_if: ClaimRecord::all(scope, &stretch.stop_if),
            evidence: ClaimRecord::new(scope, &stretch.evidence),
            disputes: screened.disputes().map(|(dispute, text)| DisputeRecord::new(dispute, text.as_ref())).collect(),
        }
    }
}

impl<'a> StretchWayRecord<'a> {
    fn new(scope: &'a Scope<'_>, way: &AllowedStretch<'a>) -> Self {
        Self {
            label: way.label,
            positions: way.positions,
            movements: way.movements,
            equipment: way.equipment.iter().map(|each| each.text.as_str()).collect(),
            each_side: way.each_side,
            hold_seconds: way.dosing.hold_seconds,
            repetitions: way.dosing.repetitions,
            sets: way.dosing.sets,
            per_day: way.dosing.per_day,
            dosage_sources: way.grounds.map_or(&[], |grounds| &grounds.sources),
            dosage_basis: way.grounds.map(|grounds| grounds.basis),
            dosage_why: way.grounds.and_then(|grounds| grounds.why.as_deref()),
            steps: ClaimRecord::all(scope, way.steps),
        }
    }
}

impl<'a> TechniqueRecord<'a> {
    /// A technique with all that this reader may see of it.
    pub fn new(scope: &'a Scope<'_>, row: &PracticeRow<'a>, screened: &'a Screened<'_, Technique>) -> Self {
        let technique = screened.entry();
        let permit = screened.permit();
        let permit = permit.as_ref();
        Self {
            kind: row.kind.id(),
            id: &technique.id,
            title: &technique.title,
            aliases: &technique.aliases,
            regions: &technique.regions,
            screening: Screening::new(scope, &row.touching, screened.verdict()),
            get_help: super::get_help(scope, row.regions),
            stop: ClaimRecord::new(scope, &scope.catalogue.manifest().stop),
            about: ClaimRecord::all(scope, &technique.about),
            ways: permit.map(|permit| permit.ways.iter().map(|way| WayRecord::new(scope, way)).collect()),
            struck_ways: permit.map(|permit| permit.struck.clone()),
            mistakes: permit.map(|permit| ClaimRecord::all(scope, permit.mistakes)),
            stop_if: ClaimRecord::all(scope, &technique.stop_if),
            evidence: ClaimRecord::new(scope, &technique.evidence),
            disputes: screened.disputes().map(|(dispute, text)| DisputeRecord::new(dispute, text.as_ref())).collect(),
        }
    }
}
