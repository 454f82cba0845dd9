//! An entry under check, wherever it stands.

use super::locate::PathStep;
use super::outline::Field;
use super::parse::CheckedFile;
use crate::model::{FoundBy, Named};

/// An entry under check.
#[derive(Clone, Copy)]
pub(crate) struct Listed<'i, 't> {
    /// Its file.
    pub(crate) file: &'i CheckedFile<'t>,
    /// What it says.
    pub(crate) entry: &'i dyn Named,
    /// Its place in the file, where that holds several.
    pub(crate) number: Option<usize>,
}

impl<'i> Listed<'i, '_> {
    /// The steps to one of its names.
    pub(super) fn steps_to(&self, found: &FoundBy<'_>) -> Vec<PathStep<'static>> {
        let keys = found.keys.iter().map(|key| PathStep::from(*key));
        self.steps().chain(keys).chain(found.item.map(PathStep::Item)).collect()
    }

    /// Its file, and where that holds several its id.
    pub(super) fn called(&self) -> String {
        let of_several = self.number.map_or_else(String::new, |_| format!(", {}", self.entry.id()));
        format!("{}{of_several}", self.file.path)
    }

    /// The steps to the entry in its file.
    pub(crate) fn steps(&self) -> impl Iterator<Item = PathStep<'static>> + use<> {
        self.number.map(PathStep::Item).into_iter()
    }

    /// Its places, and the texts that stand there.
    pub(crate) fn texts(self) -> impl Iterator<Item = (&'i Field<'i>, &'i str)> {
        let texts = self.file.outline.texts();
        texts.filter(move |(field, _)| self.number.is_none_or(|it| field.steps.first() == Some(&PathStep::Item(it))))
    }
}
