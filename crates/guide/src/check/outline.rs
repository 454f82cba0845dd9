//! What stands in a file, place by place: for checks that are about every text, number or list, whatever it means.

use std::borrow::Cow;

use super::locate::PathStep;

/// What stands at a place.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Node<'t> {
    /// A text.
    Text(Cow<'t, str>),
    /// A whole number that is not below 0.
    Number(u64),
    /// A list of so many items.
    List(usize),
    /// An object.
    Object,
    /// Anything else.
    Other,
}

/// A place in a file, and what stands there.
#[derive(Debug, Clone)]
pub(crate) struct Field<'t> {
    /// The steps that lead there.
    pub(crate) steps: Vec<PathStep<'t>>,
    /// What stands there.
    pub(crate) node: Node<'t>,
    /// Whether it is part of what is sealed: of how-to.
    pub(crate) is_sealed: bool,
}

/// Every place of a file: what holds something before what it holds, the keys of an object by name.
#[derive(Debug, Default)]
pub(crate) struct Outline<'t>(Vec<Field<'t>>);

impl Field<'_> {
    /// The text that stands there.
    pub(crate) fn text(&self) -> Option<&str> {
        if let Node::Text(text) = &self.node { Some(text) } else { None }
    }

    /// The number that stands there.
    pub(crate) fn number(&self) -> Option<u64> {
        if let Node::Number(number) = self.node { Some(number) } else { None }
    }

    /// The key that leads there, where the last step is one.
    pub(crate) fn key(&self) -> Option<&str> {
        if let Some(PathStep::Key(key)) = self.steps.last() { Some(key) } else { None }
    }

    /// The last key on the way there.
    pub(crate) fn last_key(&self) -> Option<&str> {
        self.steps.iter().rev().find_map(|step| match step {
            PathStep::Key(key) => Some(key.as_ref()),
            PathStep::Item(_) => None,
        })
    }

    /// Whether it is the id of a source that is cited there.
    pub(crate) fn cites(&self) -> bool {
        let in_sources =
            matches!(self.steps.as_slice(), [.., PathStep::Key(key), PathStep::Item(_)] if key == "sources");
        in_sources || self.key() == Some("source")
    }
}

impl<'t> Outline<'t> {
    /// Of these places, in whatever order.
    pub(super) fn of(mut fields: Vec<Field<'t>>) -> Self {
        fields.sort_unstable_by(|one, other| one.steps.cmp(&other.steps));
        Self(fields)
    }

    /// Every place.
    pub(crate) fn fields(&self) -> impl Iterator<Item = &Field<'t>> {
        self.0.iter()
    }

    /// Every text, with its place.
    pub(crate) fn texts(&self) -> impl Iterator<Item = (&Field<'t>, &str)> {
        self.0.iter().filter_map(|field| Some((field, field.text()?)))
    }

    /// The ids of the sources that are cited, each with its place.
    pub(crate) fn citations(&self) -> impl Iterator<Item = (&Field<'t>, &str)> {
        self.texts().filter(|(field, _)| field.cites())
    }

    /// What stands at a key of the object at some steps.
    pub(crate) fn at(&self, steps: &[PathStep<'_>], key: &str) -> Option<&Field<'t>> {
        let wanted = steps.iter().cloned().chain([PathStep::from(key)]);
        let place = self.0.binary_search_by(|field| field.steps.iter().cloned().cmp(wanted.clone())).ok()?;
        self.0.get(place)
    }

    /// The texts in the list at a key of the object at some steps.
    pub(crate) fn items<'o>(&'o self, steps: &[PathStep<'_>], key: &str) -> impl Iterator<Item = &'o str> {
        let list: Vec<PathStep<'_>> = steps.iter().cloned().chain([PathStep::from(key)]).collect();
        let begin = self.0.partition_point(|field| field.steps.as_slice() <= list.as_slice());
        let rest = self.0.get(begin..).unwrap_or_default().iter();
        let items: Vec<&str> = rest.take_while(|it| it.steps.starts_with(&list)).filter_map(Field::text).collect();
        items.into_iter()
    }
}
