//! Takes objects for objects alone, and notes what stands in a file while it is parsed. Left to itself, serde takes a list
//! for an object too, its values in the order of the fields; whoever reads by name would lose a limit written as a list.

use std::borrow::Cow;
use std::cell::RefCell;
use std::fmt;

use serde::de::value::SeqDeserializer;
use serde::de::{
    Deserialize, DeserializeSeed, Deserializer, EnumAccess, Error, IgnoredAny, MapAccess, SeqAccess, Unexpected,
    Visitor,
};

use super::locate::PathStep;
use super::outline::{Field, Node, Outline};
use crate::model::SEALED;

/// Parses a text in which no list stands for an object, and outlines it.
///
/// # Errors
/// The text is no JSON, or not of this type.
pub(super) fn from_str<'t, T: Deserialize<'t>>(text: &'t str) -> serde_json::Result<(T, Outline<'t>)> {
    let notes = Notes { takes_any: true, passes_over: &[], noted: RefCell::default() };
    let value = with_notes(text, &notes)?;
    Ok((value, Outline::of(notes.noted.into_inner().fields)))
}

/// Parses a text that is known to be in order. The lists at these keys are passed over, and empty: what few answers need is
/// half of a file.
///
/// # Errors
/// The text is no JSON, or not of this type.
pub(crate) fn of_known<'t, T: Deserialize<'t>>(text: &'t str, passes_over: &'static [&str]) -> serde_json::Result<T> {
    with_notes(text, &Notes { takes_any: false, passes_over, noted: RefCell::default() })
}

fn with_notes<'t, T: Deserialize<'t>>(text: &'t str, notes: &Notes<'t>) -> serde_json::Result<T> {
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let value = T::deserialize(Strict { inner: &mut deserializer, notes })?;
    deserializer.end()?;
    Ok(value)
}

/// What was met so far. One parser for what is checked and what is known is half the code of two.
struct Notes<'de> {
    takes_any: bool,
    passes_over: &'static [&'static str],
    noted: RefCell<Noted<'de>>,
}

#[derive(Default)]
struct Noted<'de> {
    steps: Vec<PathStep<'de>>,
    fields: Vec<Field<'de>>,
    /// How many seals are around this place.
    seals: usize,
    /// Whether what is read next is the key of an object.
    reads_key: bool,
    key: Cow<'de, str>,
    /// Whether the value of that key is passed over.
    passes_over: bool,
}

impl<'de> Notes<'de> {
    /// Notes what stands at this place, and tells the number of the note.
    fn take(&self, node: Node<'de>) -> usize {
        if !self.takes_any {
            return 0;
        }
        let mut noted = self.noted.borrow_mut();
        let field = Field { steps: noted.steps.clone(), node, is_sealed: noted.seals > 0 };
        noted.fields.push(field);
        noted.fields.len() - 1
    }

    fn text(&self, text: &str, owned: impl FnOnce() -> Cow<'de, str>) {
        let reads_key = self.noted.borrow().reads_key;
        if reads_key && !self.takes_any {
            self.noted.borrow_mut().passes_over = self.passes_over.contains(&text);
        } else if reads_key {
            self.noted.borrow_mut().key = owned();
        } else if self.takes_any {
            self.take(Node::Text(owned()));
        }
    }

    fn count(&self, note: usize, length: usize) {
        if let Some(field) = self.noted.borrow_mut().fields.get_mut(note) {
            field.node = Node::List(length);
        }
    }

    fn reads_key(&self, it_does: bool) {
        self.noted.borrow_mut().reads_key = it_does;
    }

    /// Goes one step down, does something there, and comes back.
    fn below<R>(&self, step: PathStep<'de>, there: impl FnOnce() -> R) -> R {
        if !self.takes_any {
            return there();
        }
        self.noted.borrow_mut().steps.push(step);
        let result = there();
        self.noted.borrow_mut().steps.pop();
        result
    }

    /// Goes behind a seal, does something there, and comes back.
    fn sealed<R>(&self, there: impl FnOnce() -> R) -> R {
        self.noted.borrow_mut().seals += 1;
        let result = there();
        self.noted.borrow_mut().seals -= 1;
        result
    }
}

/// Anything of serde's, with everything below it strict.
struct Strict<'n, 'de, T> {
    inner: T,
    notes: &'n Notes<'de>,
}

/// The same for a visitor, which may be one of an object.
struct StrictVisitor<'n, 'de, V> {
    visitor: V,
    notes: &'n Notes<'de>,
    is_of_object: bool,
}

/// Methods that ask the same of what is within, for a strict visitor: of an object or not.
macro_rules! forward {
    ($is_of_object:literal: $($method:ident($($argument:ident: $type:ty),*))+) => {
        $(fn $method<V: Visitor<'de>>(self, $($argument: $type,)* visitor: V) -> Result<V::Value, D::Error> {
            let visitor = StrictVisitor { visitor, notes: self.notes, is_of_object: $is_of_object };
            self.inner.$method($($argument,)* visitor)
        })+
    };
}

impl<'de, D: Deserializer<'de>> Deserializer<'de> for Strict<'_, 'de, D> {
    type Error = D::Error;

    forward! { false:
        deserialize_any() deserialize_bool() deserialize_i8() deserialize_i16() deserialize_i32() deserialize_i64()
        deserialize_u8() deserialize_u16() deserialize_u32() deserialize_u64() deserialize_f32() deserialize_f64()
        deserialize_char() deserialize_str() deserialize_string() deserialize_bytes() deserialize_byte_buf()
        deserialize_option() deserialize_unit() deserialize_seq() deserialize_map() deserialize_identifier()
        deserialize_unit_struct(name: &'static str) deserialize_tuple(len: usize)
        deserialize_tuple_struct(name: &'static str, len: usize)
        deserialize_enum(name: &'static str, words: &'static [&'static str])
    }

    forward! { true: deserialize_struct(name: &'static str, fields: &'static [&'static str]) }

    /// What a type passes over is looked at all the same.
    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        self.deserialize_any(visitor)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, name: &'static str, visitor: V) -> Result<V::Value, D::Error> {
        let Self { inner, notes } = self;
        let go_on = || inner.deserialize_newtype_struct(name, StrictVisitor { visitor, notes, is_of_object: false });
        if name == SEALED { notes.sealed(go_on) } else { go_on() }
    }
}

/// Methods that note a value and hand it on.
macro_rules! visit {
    ($($method:ident($($value:ident: $type:ty)?) $note:ident($($what:expr),+);)+) => {
        $(fn $method<E: Error>(self $(, $value: $type)?) -> Result<V::Value, E> {
            self.notes.$note($($what),+);
            self.visitor.$method($($value)?)
        })+
    };
}

impl<'de, V: Visitor<'de>> Visitor<'de> for StrictVisitor<'_, 'de, V> {
    type Value = V::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.visitor.expecting(f)
    }

    visit! {
        visit_bool(truth: bool) take(Node::Other);
        visit_i64(number: i64) take(u64::try_from(number).map_or(Node::Other, Node::Number));
        visit_u64(number: u64) take(Node::Number(number));
        visit_f64(number: f64) take(Node::Other);
        visit_str(text: &str) text(text, || Cow::Owned(text.to_owned()));
        visit_borrowed_str(text: &'de str) text(text, || Cow::Borrowed(text));
        visit_string(text: String) text(&text, || Cow::Owned(text.clone()));
        visit_none() take(Node::Other);
        visit_unit() take(Node::Other);
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<V::Value, D::Error> {
        self.visitor.visit_some(Strict { inner: deserializer, notes: self.notes })
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<V::Value, D::Error> {
        self.visitor.visit_newtype_struct(Strict { inner: deserializer, notes: self.notes })
    }

    fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<V::Value, A::Error> {
        if self.is_of_object {
            return Err(Error::invalid_type(Unexpected::Seq, &self));
        }
        let note = self.notes.take(Node::List(0));
        self.visitor.visit_seq(StrictList { list, notes: self.notes, note, length: 0 })
    }

    fn visit_map<A: MapAccess<'de>>(self, object: A) -> Result<V::Value, A::Error> {
        self.notes.take(Node::Object);
        self.visitor.visit_map(Strict { inner: object, notes: self.notes })
    }

    fn visit_enum<A: EnumAccess<'de>>(self, word: A) -> Result<V::Value, A::Error> {
        self.visitor.visit_enum(Strict { inner: word, notes: self.notes })
    }
}

/// The items of a list, which are counted.
struct StrictList<'n, 'de, A> {
    list: A,
    notes: &'n Notes<'de>,
    note: usize,
    length: usize,
}

impl<'de, A: SeqAccess<'de>> SeqAccess<'de> for StrictList<'_, 'de, A> {
    type Error = A::Error;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, A::Error> {
        let notes = self.notes;
        let step = PathStep::Item(self.length);
        let item = notes.below(step, || self.list.next_element_seed(Strict { inner: seed, notes }))?;
        if item.is_some() {
            self.length += 1;
            notes.count(self.note, self.length);
        }
        Ok(item)
    }

    fn size_hint(&self) -> Option<usize> {
        self.list.size_hint()
    }
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Strict<'_, 'de, A> {
    type Error = A::Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, A::Error> {
        self.notes.reads_key(true);
        let key = self.inner.next_key_seed(Strict { inner: seed, notes: self.notes });
        self.notes.reads_key(false);
        key
    }

    fn next_value_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<T::Value, A::Error> {
        let notes = self.notes;
        if std::mem::take(&mut notes.noted.borrow_mut().passes_over) {
            self.inner.next_value::<IgnoredAny>()?;
            return seed.deserialize(SeqDeserializer::new(std::iter::empty::<()>()));
        }
        let key = std::mem::take(&mut notes.noted.borrow_mut().key);
        notes.below(PathStep::Key(key), || self.inner.next_value_seed(Strict { inner: seed, notes }))
    }
}

impl<'de, A: EnumAccess<'de>> EnumAccess<'de> for Strict<'_, 'de, A> {
    type Error = A::Error;
    type Variant = A::Variant;

    fn variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<(T::Value, A::Variant), A::Error> {
        self.inner.variant_seed(Strict { inner: seed, notes: self.notes })
    }
}

impl<'de, S: DeserializeSeed<'de>> DeserializeSeed<'de> for Strict<'_, 'de, S> {
    type Value = S::Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<S::Value, D::Error> {
        self.inner.deserialize(Strict { inner: deserializer, notes: self.notes })
    }
}
