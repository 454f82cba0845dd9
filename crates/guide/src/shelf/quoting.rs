//! What the texts of a catalogue say, where a search looks through them.

use std::collections::BTreeSet;

use super::catalogue::Catalogue;
use crate::index::{TextAt, TextRow, disputed, first_string};
use crate::model::files::path_of;
use crate::model::{Kind, Named, Target, marked};
use crate::screening::{Quotable, TextClass};

/// Stands between the names of an entry, where they are quoted.
pub(crate) const BETWEEN_NAMES: &str = " \u{b7} ";

impl Catalogue {
    /// The texts of an entry that a search looks through, which only screening quotes, each read when it is looked at; of its
    /// names, all.
    pub(crate) fn quotable<'c, 'q>(
        &'c self,
        entry: Target<'c>,
        rows: impl IntoIterator<Item = &'q TextRow<'q>>,
    ) -> impl Iterator<Item = Quotable<'c>> {
        let path = path_of(entry.kind, entry.id);
        // To look a file up is to look through it: once for all.
        let (file, is_added) = (self.files.bytes(&path).unwrap_or_default(), self.files.is_added(&path));
        let string = move |begin: &usize| {
            let string = first_string(file.get(*begin..)?)?;
            Some(if is_added { marked(&string).into() } else { string })
        };
        let text = move |(_, class, says): &TextRow<'_>| {
            let says = match says {
                TextAt::Names => self.names_of(entry)?.join(BETWEEN_NAMES).into(),
                TextAt::Said(text) => text.clone().into_owned().into(),
                TextAt::InFile(begin) => string(begin)?,
                TextAt::Disputed { who, says, shown } => {
                    disputed(self.search_index().voice(*who), &string(says)?, &string(shown)?).into()
                }
            };
            Some(Quotable::new(*class, says))
        };
        // One that cannot be read is told to nobody.
        let unread = || Quotable::new(TextClass::Open, String::new().into());
        rows.into_iter().map(move |row| text(row).unwrap_or_else(unread))
    }

    /// The names of an entry, its id first.
    fn names_of(&self, entry: Target<'_>) -> Option<Vec<String>> {
        let (kind, id) = (entry.kind, entry.id);
        let names = |named: &dyn Named| {
            let mut names: Vec<String> = named.names().iter().map(|found| found.name.to_owned()).collect();
            let mut seen = BTreeSet::new();
            names.retain(|name| seen.insert(name.clone()));
            names
        };
        Some(match kind {
            Kind::Point => names(&self.point(id).ok()?),
            Kind::Stretch => names(&self.stretch(id).ok()?),
            Kind::Technique => names(&self.technique(id).ok()?),
            Kind::Precaution => names(&self.precaution(id).ok()?),
            Kind::RedFlag => names(&self.red_flag(id).ok()?),
            Kind::Topic => names(&self.topic(id).ok()?),
            Kind::NotCovered => names(&self.not_covered(self.index().not_covered(id)?).ok()?),
            Kind::Source => names(&self.source(id).ok()?),
        })
    }
}
