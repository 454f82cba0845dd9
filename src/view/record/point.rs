//! Points.

use serde::Serialize;

use super::claim::{ClaimRecord, WayClaimRecord};
use super::dispute::DisputeRecord;
use super::keys::record;
use super::screening::Screening;
use super::way::WayRecord;
use crate::view::scope::Scope;
use guide::index::PointRow;
use guide::model::{Basis, Beneath, FindStep, Names, Point, YearMonth};
use guide::screening::{Screened, Verdict};

record! {
    /// A point in a list, as this reader may use it.
    pub PointLine<'a>(scope: &'a Scope<'_>, row: &'a PointRow<'a>, verdict: &Verdict<'_>) {
        kind: &'static str = "point",
        code: &'a str = row.code,
        who_code: &'a str = row.who_code,
        pinyin: &'a str = row.pinyin,
        pinyin_plain: &'a str = row.pinyin_plain,
        english: &'a str = row.english,
        meridian: &'a str = row.meridian,
        region: &'a str = row.region,
        area: &'a str = row.area,
        #[serde(flatten)]
        screening: Screening<'a> = Screening::new(scope, row.code, verdict),
    }
}

record! {
    /// A point with all that this reader may see of it.
    pub PointRecord<'a>(scope: &'a Scope<'_>, row: &PointRow<'a>, screened: &'a Screened<'_, Point>)
    with (point = screened.entry(), permit = screened.permit()) {
        kind: &'static str = "point",
        code: &'a str = &point.code,
        who_code: &'a str = &point.who_code,
        aliases: &'a [String] = &point.aliases,
        names: &'a Names = &point.names,
        meridian: &'a str = &point.meridian,
        region: &'a str = &point.region,
        area: &'a str = &point.area,
        aspect: &'static str = point.aspect.id(),
        bilateral: bool = point.bilateral,
        #[serde(flatten)]
        screening: Screening<'a> = Screening::new(scope, row.code, screened.verdict()),
        get_help: Vec<ClaimRecord<'a>> = ClaimRecord::get_help(scope, &[&point.region]),
        stop: ClaimRecord<'a> = ClaimRecord::stop(scope),
        place: ClaimRecord<'a> = ClaimRecord::new(scope, &point.location.standard),
        find: Option<Vec<FindRecord<'a>>> = permit.as_ref().map(|it| it.find.iter().copied().map(FindRecord::new).collect()),
        off_if: Option<Vec<WayClaimRecord<'a>>> = permit.as_ref().map(|it| WayClaimRecord::all(scope, &it.off_if)),
        ways: Option<Vec<WayRecord<'a>>> =
            permit.as_ref().map(|it| it.ways.iter().map(|way| WayRecord::new(scope, way)).collect()),
        struck_ways: Option<Vec<&'a str>> = permit.map(|it| it.struck),
        beneath: &'a [Beneath] = &point.beneath,
        eases: Vec<ClaimRecord<'a>> = ClaimRecord::all(scope, &point.eases),
        evidence: Vec<ClaimRecord<'a>> =
            ClaimRecord::all(scope, std::iter::once(&point.evidence.line).chain(&point.evidence.more)),
        disputes: Vec<DisputeRecord<'a>> = DisputeRecord::all(screened.disputes()),
        /// When somebody last read it against its sources; `null` where it does not say.
        reviewed: Option<YearMonth> = point.reviewed,
    }
}

record! {
    /// A step of finding a point by touch.
    FindRecord<'a>(step: &'a FindStep) {
        text: &'a str = &step.text,
        landmark: &'a str = &step.landmark,
        sources: &'a [String] = &step.sources,
        basis: Basis = step.basis,
        /// The labels of the ways that find it so; empty for all.
        ways: &'a [String] = &step.ways,
    }
}
