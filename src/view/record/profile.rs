//! The record of the profile that a reader keeps.

use serde::Serialize;

use super::keys::record;
use guide::screening::KeptProfile;

record! {
    /// What is kept, and where. Nothing kept is not the same as nothing declared.
    pub ProfileRecord<'a>(profile: Option<&'a KeptProfile>, place: Option<&'a str>) {
        kind: &'static str = "profile",
        kept: bool = profile.is_some(),
        path: Option<&'a str> = place,
        declared: Option<&'a [String]> = profile.map(KeptProfile::declared),
        cleared: Option<&'a [String]> = profile.map(KeptProfile::cleared),
    }
}
