//! Claims, with how far their sources can be trusted.

use serde::Serialize;

use super::keys::record;
use crate::view::scope::Scope;
use guide::model::{Basis, Grade, Stated, WayClaim};

record! {
    /// A claim.
    pub ClaimRecord<'a>(scope: &Scope<'_>, claim: &'a dyn Stated) {
        text: &'a str = claim.text(),
        sources: &'a [String] = claim.sources(),
        basis: Basis = claim.basis(),
        #[serde(skip_serializing_if = "Option::is_none")]
        why: Option<&'a str> = claim.why(),
        /// The strongest grade among the sources.
        grade: Option<Grade> = scope.best_grade(claim.sources()),
    }
}

record! {
    /// A sentence that holds for some ways.
    pub(super) WayClaimRecord<'a>(scope: &Scope<'_>, claim: &'a WayClaim) {
        #[serde(flatten)]
        claim: ClaimRecord<'a> = ClaimRecord::new(scope, claim),
        /// The labels of the ways; empty for all.
        ways: &'a [String] = &claim.ways,
    }
}

impl<'a> WayClaimRecord<'a> {
    pub(super) fn all(scope: &Scope<'_>, claims: &[&'a WayClaim]) -> Vec<Self> {
        claims.iter().map(|claim| Self::new(scope, claim)).collect()
    }
}

impl<'a> ClaimRecord<'a> {
    pub(super) fn all<S: Stated + 'a>(scope: &Scope<'_>, claims: impl IntoIterator<Item = &'a S>) -> Vec<Self> {
        claims.into_iter().map(|claim| Self::new(scope, claim)).collect()
    }

    /// The signs to get help for that stand before how-to on these regions.
    pub(super) fn get_help(scope: &'a Scope<'_>, regions: &[&str]) -> Vec<Self> {
        let manifest = scope.catalogue.manifest();
        let calf = scope.is_on_the_leg(regions).then_some(&manifest.calf.claim);
        Self::all(scope, manifest.get_help.iter().chain(calf))
    }

    /// When to stop, whatever is done.
    pub(super) fn stop(scope: &'a Scope<'_>) -> Self {
        Self::new(scope, &scope.catalogue.manifest().stop)
    }
}
