//! What `stretches` and `techniques` share: a screened list of one kind.

use super::{Guide, Reply};
use crate::catalogue::{Catalogue, Kind, fold};
use crate::error::Error;
use crate::query::{self, PracticeFilter};
use crate::view::{Part, PracticeLine, practice_list};

/// The list of a kind, for this reader.
pub(super) fn answer(guide: &Guide<'_>, kind: Kind, filter: &PracticeFilter<'_>) -> Result<Reply, Error> {
    let scope = &guide.scope;
    let found = query::practices(scope.catalogue, &scope.reader, kind, filter);
    if found.is_empty() {
        return Err(Error::NothingMatched { what: kind.id() });
    }
    guide.reply(
        kind.folder(),
        || vec![Part::List(practice_list(scope, &found))],
        || found.iter().map(|(row, verdict)| PracticeLine::new(scope, *row, verdict)).collect(),
    )
}

/// The region of this name.
pub(super) fn region<'c>(catalogue: &'c Catalogue, name: &str) -> Result<&'c str, Error> {
    let known: Vec<&str> = catalogue.manifest().regions.iter().map(|region| region.id.as_str()).collect();
    let found = known.iter().copied().find(|id| fold(id) == fold(name));
    let unknown = || known.iter().map(|id| (*id).to_owned()).collect();
    found.ok_or_else(|| Error::NoSuchFilter { what: "region", name: name.to_owned(), known: unknown() })
}
