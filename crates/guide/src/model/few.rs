//! A map of few: a list of keys with their values, in the order of the file.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};

/// Some keys with their values. A tree would be larger in the program than all that is in it.
#[derive(Debug)]
pub struct Few<K, V>(Vec<(K, V)>);

impl<K, V> Default for Few<K, V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<K: Copy + PartialEq, V: Copy> Few<K, V> {
    /// The value of a key.
    pub fn get(&self, key: K) -> Option<V> {
        self.iter().find(|(known, _)| *known == key).map(|(_, value)| value)
    }

    /// Whether it has a key.
    pub fn has(&self, key: K) -> bool {
        self.get(key).is_some()
    }

    /// Each key with its value.
    pub fn iter(&self) -> impl Iterator<Item = (K, V)> {
        self.0.iter().copied()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Puts another key and another value in the place of each.
    pub(super) fn change(&mut self, to: impl Fn(K, V) -> (K, V)) {
        for each in &mut self.0 {
            *each = to(each.0, each.1);
        }
    }
}

impl<'de, K: Deserialize<'de> + PartialEq, V: Deserialize<'de>> Deserialize<'de> for Few<K, V> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(FewVisitor(PhantomData))
    }
}

struct FewVisitor<K, V>(PhantomData<(K, V)>);

impl<'de, K: Deserialize<'de> + PartialEq, V: Deserialize<'de>> Visitor<'de> for FewVisitor<K, V> {
    type Value = Few<K, V>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Few<K, V>, A::Error> {
        let mut few = Vec::new();
        while let Some((key, value)) = map.next_entry()? {
            if few.iter().any(|(known, _)| *known == key) {
                return Err(Error::custom("duplicate field"));
            }
            few.push((key, value));
        }
        Ok(Few(few))
    }
}

#[cfg(test)]
impl<K: schemars::JsonSchema, V: schemars::JsonSchema> schemars::JsonSchema for Few<K, V> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        std::collections::BTreeMap::<K, V>::schema_name()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        std::collections::BTreeMap::<K, V>::json_schema(generator)
    }
}
