//! The record of the profile that a reader keeps.

use serde::Serialize;

use crate::screening::KeptProfile;

/// What is kept, and where. Nothing kept is not the same as nothing declared.
#[derive(Debug, Serialize)]
pub struct ProfileRecord<'a> {
    kind: &'static str,
    kept: bool,
    path: Option<&'a str>,
    declared: Option<&'a [String]>,
    cleared: Option<&'a [String]>,
}

impl<'a> ProfileRecord<'a> {
    /// The record of what is kept in this place.
    pub fn new(kept: Option<&'a KeptProfile>, path: Option<&'a str>) -> Self {
        Self {
            kind: "profile",
            kept: kept.is_some(),
            path,
            declared: kept.map(KeptProfile::declared),
            cleared: kept.map(KeptProfile::cleared),
        }
    }
}
