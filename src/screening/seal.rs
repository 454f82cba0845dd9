//! The seal on everything that tells how to press.

use std::fmt;

use serde::{Deserialize, Deserializer};

/// How-to that only screening can open. It has no `Serialize`, and `Debug` does not show it.
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(inline))]
pub struct Sealed<T>(T);

impl<T> Sealed<T> {
    pub(super) fn open(&self) -> &T {
        &self.0
    }
}

impl<T> fmt::Debug for Sealed<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Sealed")
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Sealed<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        T::deserialize(deserializer).map(Self)
    }
}
