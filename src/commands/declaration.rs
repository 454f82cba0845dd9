//! What a reader declares: in words, and in the profile that they keep.

use std::cmp::Reverse;

use crate::error::{Error, ProfileError, whole};
use crate::world::ProfileFile;
use guide::model::{Kind, Target};
use guide::query::{self, QueryError};
use guide::screening::{Kept, KeptProfile, NOTHING_APPLIES, Profile};
use guide::shelf::Catalogue;
use guide::text::fold;

/// What words declare.
#[derive(Debug, Default)]
pub(super) struct Declaration {
    /// The precautions.
    pub(super) profile: Profile,
    /// The most urgent of the signs among them: it ends self-care, whatever else was said.
    pub(super) sign: Option<String>,
}

impl Declaration {
    /// What these words declare: ids or aliases of precautions and signs, or the one word for none of them.
    ///
    /// # Errors
    /// A word that is not understood, or that could mean two things: ignoring it would show everything.
    pub(super) fn of(catalogue: &Catalogue, words: &[String], cleared: &[String]) -> Result<Self, Error> {
        let (none, words): (Vec<&String>, Vec<&String>) = words.iter().partition(|word| fold(word) == NOTHING_APPLIES);
        let find = |word: &String| query::declaration(catalogue, word);
        let words: Vec<Result<Target<'_>, QueryError>> = words.into_iter().map(find).collect();
        let cleared: Vec<Result<Target<'_>, QueryError>> = cleared.iter().map(find).collect();
        if let Some(sign) = most_urgent(catalogue, signs(words.iter().chain(&cleared).flatten())) {
            return Ok(Self { sign: Some(sign.to_owned()), ..Self::default() });
        }
        let ids = |found: Vec<Result<Target<'_>, QueryError>>| -> Result<Vec<String>, QueryError> {
            found.into_iter().map(|target| Ok(target?.id.to_owned())).collect()
        };
        let (declared, cleared) = (ids(words)?, ids(cleared)?);
        let profile = match (!none.is_empty(), declared.is_empty() && cleared.is_empty()) {
            (true, true) => Profile::nothing_applies(),
            (true, false) => return Err(Error::NoneAndSome),
            (false, _) => Profile::new(declared, cleared),
        };
        Ok(Self { profile, sign: None })
    }

    /// The same, with what the reader keeps.
    pub(super) fn and_kept(self, kept: Kept) -> Self {
        Self { profile: self.profile.and_kept(kept), ..self }
    }
}

/// The ids of the signs among what words lead to.
pub(super) fn signs<'t>(targets: impl Iterator<Item = &'t Target<'t>>) -> impl Iterator<Item = &'t str> {
    targets.filter(|target| target.kind == Kind::RedFlag).map(|target| target.id)
}

/// The most urgent of some red flags; of those that are as urgent, the first.
pub(super) fn most_urgent<'f>(catalogue: &Catalogue, flags: impl Iterator<Item = &'f str>) -> Option<&'f str> {
    flags.min_by_key(|id| Reverse(catalogue.index().red_flag(id).map(|row| row.urgency)))
}

/// What the reader keeps.
///
/// # Errors
/// There is something that says nothing that can be relied on, or that this catalogue does not know.
pub(super) fn read_kept(catalogue: &Catalogue, file: &dyn ProfileFile) -> Result<Option<KeptProfile>, ProfileError> {
    let path = || path_of(file).unwrap_or_default();
    let unusable = |cause: String| ProfileError::Unusable { path: path(), cause, remedy: None };
    let Some(text) = file.read().map_err(|error| ProfileError::of_reading(path(), &error))? else { return Ok(None) };
    let kept = KeptProfile::read(&text).map_err(unusable)?;
    match kept.declared().iter().find(|id| catalogue.index().precaution(id).is_none()) {
        Some(id) => Err(unusable(format!("no precaution has the id \"{id}\" here"))),
        None => Ok(Some(kept)),
    }
}

/// Where that is, or would be.
pub(super) fn path_of(file: &dyn ProfileFile) -> Option<String> {
    file.path().map(|path| whole(&path))
}
