//! Numbers that are the last of a row: the row ends where they end, so how many they are is not written.

use std::fmt;

use serde::de::{SeqAccess, Visitor};
use serde::ser::SerializeTuple;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// The numbers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct LastNumbers(pub(super) Vec<usize>);

impl Serialize for LastNumbers {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut tuple = serializer.serialize_tuple(self.0.len())?;
        self.0.iter().try_for_each(|number| tuple.serialize_element(number))?;
        tuple.end()
    }
}

impl<'de> Deserialize<'de> for LastNumbers {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct ToTheEnd;

        impl<'de> Visitor<'de> for ToTheEnd {
            type Value = LastNumbers;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("numbers")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<LastNumbers, A::Error> {
                let mut numbers = Vec::new();
                // The end of the row is no error.
                while let Ok(Some(number)) = seq.next_element() {
                    numbers.push(number);
                }
                Ok(LastNumbers(numbers))
            }
        }

        deserializer.deserialize_tuple(usize::MAX, ToTheEnd)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn end_where_their_row_ends() {
        for numbers in [vec![], vec![0], vec![1, 300, 70_000]] {
            let row = ("a term", LastNumbers(numbers));
            let bytes = postcard::to_allocvec(&row).unwrap();
            assert_eq!(postcard::from_bytes::<(&str, LastNumbers)>(&bytes).unwrap(), row);
        }
    }
}
