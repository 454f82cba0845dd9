//! Opens a guide for an answer.

use super::arguments::{OutputArgs, ReaderArgs};
use super::declaration::Declaration;
use super::guide::{Guide, Replied};
use crate::error::{Error, ProfileError};
use crate::render::Format;
use crate::world::World;
use guide::query::QueryError;
use guide::screening::Kept;
use guide::shelf::Catalogue;

impl OutputArgs {
    /// Answers a question that has nothing to do with the reader.
    ///
    /// # Errors
    /// See [`OutputArgs::open`]; or of the answer.
    pub(super) fn for_anybody(&self, world: &World<'_>, answer: impl FnOnce(&Guide<'_>) -> Replied) -> Replied {
        let catalogue = self.open(world)?;
        answer(&Guide::new(&catalogue, self, Declaration::default(), world)?)
    }

    /// Answers what is always answered, with what keeps a directory from being used told beside it.
    ///
    /// # Errors
    /// See [`OutputArgs::open_always`]; or of the answer.
    pub(super) fn whatever_is_wrong(&self, world: &World<'_>, answer: impl FnOnce(&Catalogue) -> Replied) -> Replied {
        let (catalogue, broken) = self.open_always(world)?;
        Ok(answer(&catalogue)?.behind(broken))
    }

    /// The same, for an answer that is text in a form of its own.
    ///
    /// # Errors
    /// Another form was asked for; or the same.
    pub(super) fn as_text(
        &self,
        what: &'static str,
        world: &World<'_>,
        answer: impl FnOnce(&Catalogue) -> Replied,
    ) -> Replied {
        if self.format == Format::Text { self.whatever_is_wrong(world, answer) } else { Err(Error::TextOnly(what)) }
    }
}

impl ReaderArgs {
    /// Answers a reader who declared this, now or in the profile that they keep.
    ///
    /// # Errors
    /// A declaration that is not understood, or a profile that cannot be used; or of the answer.
    pub(super) fn guided(&self, world: &World<'_>, answer: impl FnOnce(Guide<'_>) -> Replied) -> Replied {
        let catalogue = self.output.open(world)?;
        let declaration = self.screening.declaration(&catalogue)?;
        let kept = self.screening.kept_beside(&declaration, &catalogue, world.profile)?;
        answer(Guide::new(&catalogue, &self.output, declaration.and_kept(kept), world)?)
    }

    /// The same, but for a reader who declared a sign: they get its card in the place of the answer.
    ///
    /// # Errors
    /// The same.
    pub(super) fn unless_stopped(&self, world: &World<'_>, answer: impl FnOnce(&Guide<'_>) -> Replied) -> Replied {
        self.guided(world, |guide| match guide.red_flag()? {
            Some(stop) => Ok(stop),
            None => answer(&guide),
        })
    }

    /// The same for a page to read, which needs no profile: one that cannot be used is told beside the answer, and beside a
    /// sign where that `is_told`, and the answer holds nothing that limits could change. So it is where a reader declared
    /// something and what a directory adds, which may hold rules about it, is lacking.
    ///
    /// # Errors
    /// A declaration that is not understood; or of the answer.
    pub(super) fn page(&self, is_told: bool, world: &World<'_>, answer: impl FnOnce(&Guide<'_>) -> Replied) -> Replied {
        let (catalogue, broken) = self.output.open_always(world)?;
        let (declaration, unknown) = match self.screening.declaration(&catalogue) {
            // It may be one that is not here only because it was to be added.
            Err(error @ Error::Query(QueryError::NoDeclaration { .. })) if broken.is_some() => {
                (Declaration::default(), Some(error))
            }
            declaration => (declaration?, None),
        };
        let (kept, unusable) = match self.screening.kept_beside(&declaration, &catalogue, world.profile) {
            Err(error @ ProfileError::Unusable { .. }) => (Kept::Unknown, Some(error.into())),
            kept => (kept?, None),
        };
        let mut declaration = declaration.and_kept(kept);
        if unknown.is_some() || (broken.is_some() && declaration.profile.may_have_limits()) {
            declaration = declaration.and_kept(Kept::Unknown);
        }
        let guide = Guide::new(&catalogue, &self.output, declaration, world)?;
        match guide.red_flag()? {
            Some(stop) if !is_told => Ok(stop.beside(broken)),
            stop => Ok(stop.map_or_else(|| answer(&guide), Ok)?.beside(broken).beside(unknown.or(unusable))),
        }
    }
}
