//! Ways of pressing and stretching that are left for this reader.

use serde::Serialize;

use super::claim::ClaimRecord;
use super::keys::record;
use crate::view::scope::Scope;
use guide::model::Basis;
use guide::screening::{AllowedStretch, AllowedWay};

record! {
    /// A way of pressing.
    pub(super) WayRecord<'a>(scope: &Scope<'_>, way: &AllowedWay<'a>) {
        #[serde(flatten)]
        way: AllowedWay<'a> = way.clone(),
        dose_sources: &'a [String] = way.grounds.map_or(&[], |grounds| &grounds.sources),
        dose_basis: Option<Basis> = way.grounds.map(|grounds| grounds.basis),
        dose_why: Option<&'a str> = way.grounds.and_then(|grounds| grounds.why.as_deref()),
        steps: Vec<ClaimRecord<'a>> = ClaimRecord::all(scope, way.steps),
    }
}

record! {
    /// A way of a stretch.
    pub(super) StretchWayRecord<'a>(scope: &Scope<'_>, way: &AllowedStretch<'a>) {
        #[serde(flatten)]
        way: AllowedStretch<'a> = way.clone(),
        dosage_sources: &'a [String] = way.grounds.map_or(&[], |grounds| &grounds.sources),
        dosage_basis: Option<Basis> = way.grounds.map(|grounds| grounds.basis),
        dosage_why: Option<&'a str> = way.grounds.and_then(|grounds| grounds.why.as_deref()),
        steps: Vec<ClaimRecord<'a>> = ClaimRecord::all(scope, way.steps),
    }
}
