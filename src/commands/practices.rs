//! What `stretches` and `techniques` share: a screened list of one kind.

use super::guide::{Guide, Replied};
use crate::error::Error;
use crate::view::{PracticeLine, practice_list};
use guide::model::Kind;
use guide::query::{PracticeFilter, practices};

/// The list of a kind, for this reader.
pub(super) fn answer(guide: &Guide<'_>, kind: Kind, filter: &PracticeFilter<'_>) -> Replied {
    let scope = &guide.scope;
    let found = practices(scope.catalogue, &scope.reader, kind, filter);
    if found.is_empty() {
        return Err(Error::NothingMatched(kind.id()));
    }
    let lines = || found.iter().map(|(row, verdict)| PracticeLine::new(scope, row, verdict)).collect();
    guide.list(kind.folder().unwrap_or_default(), || practice_list(scope, &found), lines)
}
