//! The seal on everything that tells how to do something.

use std::fmt;
use std::marker::PhantomData;

use serde::de::Visitor;
use serde::{Deserialize, Deserializer};

/// How-to that is opened inside this crate alone, for whoever screening lets see it. It has no `Serialize`, and `Debug` does not
/// show it.
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(inline))]
pub struct Sealed<T>(T);

impl<T> Sealed<T> {
    pub(crate) fn open(&self) -> &T {
        &self.0
    }

    pub(crate) fn into_open(self) -> T {
        self.0
    }
}

impl<T> fmt::Debug for Sealed<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Sealed")
    }
}

/// The name under which a parser meets what is sealed, so that a file that is checked tells which of its texts are how-to.
pub(crate) const SEALED: &str = "Sealed";

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Sealed<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_newtype_struct(SEALED, SealedVisitor(PhantomData))
    }
}

struct SealedVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for SealedVisitor<T> {
    type Value = Sealed<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("what is sealed")
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<Sealed<T>, D::Error> {
        T::deserialize(deserializer).map(Sealed)
    }
}
