//! Stretches and techniques.

use serde::Serialize;

use super::claim::{ClaimRecord, WayClaimRecord};
use super::dispute::DisputeRecord;
use super::keys::record;
use super::screening::Screening;
use super::way::{StretchWayRecord, WayRecord};
use crate::view::scope::Scope;
use guide::index::PracticeRow;
use guide::model::{RoutinePart, Stretch, Technique, YearMonth};
use guide::screening::{Screened, Verdict};

record! {
    /// A stretch or technique in a list, as this reader may use it.
    pub PracticeLine<'a>(scope: &'a Scope<'_>, row: &'a PracticeRow<'a>, verdict: &Verdict<'_>) {
        kind: &'static str = row.kind.id(),
        id: &'a str = row.id,
        title: &'a str = row.title,
        regions: &'a [&'a str] = &row.regions,
        #[serde(flatten)]
        screening: Screening<'a> = Screening::new(scope, row.id, verdict),
    }
}

record! {
    /// A stretch with all that this reader may see of it.
    pub StretchRecord<'a>(scope: &'a Scope<'_>, row: &PracticeRow<'a>, screened: &'a Screened<'_, Stretch>)
    with (stretch = screened.entry(), permit = screened.permit()) {
        kind: &'static str = row.kind.id(),
        id: &'a str = &stretch.id,
        title: &'a str = &stretch.title,
        aliases: &'a [String] = &stretch.aliases,
        regions: &'a [String] = &stretch.regions,
        /// The part of a routine in which it is done.
        part: RoutinePart = stretch.part,
        #[serde(flatten)]
        screening: Screening<'a> = Screening::new(scope, row.id, screened.verdict()),
        get_help: Vec<ClaimRecord<'a>> = ClaimRecord::get_help(scope, &row.regions),
        rules: Vec<ClaimRecord<'a>> = ClaimRecord::all(scope, &scope.catalogue.manifest().movement_rules),
        about: Vec<ClaimRecord<'a>> = ClaimRecord::all(scope, &stretch.about),
        ways: Option<Vec<StretchWayRecord<'a>>> =
            permit.as_ref().map(|it| it.ways.iter().map(|way| StretchWayRecord::new(scope, way)).collect()),
        struck_ways: Option<Vec<&'a str>> = permit.as_ref().map(|it| it.struck.clone()),
        easier: Option<Vec<WayClaimRecord<'a>>> = permit.as_ref().map(|it| WayClaimRecord::all(scope, &it.easier)),
        mistakes: Option<Vec<WayClaimRecord<'a>>> = permit.as_ref().map(|it| WayClaimRecord::all(scope, &it.mistakes)),
        stop_if: Option<Vec<WayClaimRecord<'a>>> = permit.map(|it| WayClaimRecord::all(scope, &it.stop_if)),
        evidence: ClaimRecord<'a> = ClaimRecord::new(scope, &stretch.evidence),
        disputes: Vec<DisputeRecord<'a>> = DisputeRecord::all(screened.disputes()),
        /// When somebody last read it against its sources; `null` where it does not say.
        reviewed: Option<YearMonth> = stretch.reviewed,
    }
}

record! {
    /// A technique with all that this reader may see of it.
    pub TechniqueRecord<'a>(scope: &'a Scope<'_>, row: &PracticeRow<'a>, screened: &'a Screened<'_, Technique>)
    with (technique = screened.entry(), permit = screened.permit()) {
        kind: &'static str = row.kind.id(),
        id: &'a str = &technique.id,
        title: &'a str = &technique.title,
        aliases: &'a [String] = &technique.aliases,
        regions: &'a [String] = &technique.regions,
        #[serde(flatten)]
        screening: Screening<'a> = Screening::new(scope, row.id, screened.verdict()),
        get_help: Vec<ClaimRecord<'a>> = ClaimRecord::get_help(scope, &row.regions),
        stop: ClaimRecord<'a> = ClaimRecord::stop(scope),
        about: Vec<ClaimRecord<'a>> = ClaimRecord::all(scope, &technique.about),
        ways: Option<Vec<WayRecord<'a>>> =
            permit.as_ref().map(|it| it.ways.iter().map(|way| WayRecord::new(scope, way)).collect()),
        struck_ways: Option<Vec<&'a str>> = permit.as_ref().map(|it| it.struck.clone()),
        mistakes: Option<Vec<WayClaimRecord<'a>>> = permit.as_ref().map(|it| WayClaimRecord::all(scope, &it.mistakes)),
        stop_if: Option<Vec<WayClaimRecord<'a>>> = permit.map(|it| WayClaimRecord::all(scope, &it.stop_if)),
        evidence: ClaimRecord<'a> = ClaimRecord::new(scope, &technique.evidence),
        disputes: Vec<DisputeRecord<'a>> = DisputeRecord::all(screened.disputes()),
        /// When somebody last read it against its sources; `null` where it does not say.
        reviewed: Option<YearMonth> = technique.reviewed,
    }
}
