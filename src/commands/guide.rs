//! What every subcommand answers from, and the reply that it gives.

use serde::Serialize;

use super::arguments::{Declared, most_urgent};
use super::{OutputArgs, ScreeningArgs};
use crate::catalogue::{Catalogue, Origin};
use crate::error::{DeclarationError, Error, Exit, ProfileError};
use crate::render::{Additions, Envelope, Format, Rendered, json, render};
use crate::screening::{Kept, Profile, Reader};
use crate::terminal::{Terminal, World};
use crate::view::{Card, Document, Part, RedFlagRecord, Scope, kept_words, red_flag_card};

/// An answer, and how the program ends on it.
#[derive(Debug)]
pub struct Reply {
    /// What is written.
    pub rendered: Rendered,
    /// Names that were not found, beside those that were.
    pub misses: Vec<Error>,
    /// How the program ends.
    pub exit: Exit,
}

impl Reply {
    /// A reply without an answer.
    pub fn nothing() -> Self {
        Self { rendered: Rendered::default(), misses: Vec::new(), exit: Exit::Answered }
    }

    /// A text in a form of its own, which does not say itself where it comes from.
    pub fn text(answer: String, catalogue: &Catalogue) -> Self {
        let aside = catalogue.label().map(|label| label + "\n").unwrap_or_default();
        Self { rendered: Rendered { answer, aside }, ..Self::nothing() }
    }

    /// The reply, with an error told beside it that did not keep it from being given.
    #[must_use]
    pub fn beside(mut self, error: Option<Error>) -> Self {
        self.misses.extend(error);
        self
    }

    /// The reply, ending in another way.
    #[must_use]
    pub fn ending(mut self, exit: Exit) -> Self {
        self.exit = exit;
        self
    }
}

/// The catalogue, the reader, and the look of the answer.
pub struct Guide<'c> {
    /// What views need to know.
    pub scope: Scope<'c>,
    format: Format,
    terminal: Terminal,
    names_profile: bool,
    /// A sign that was declared in the place of a precaution.
    sign: Option<String>,
}

impl<'c> Guide<'c> {
    /// A guide for a reader who declared this, now or in the profile that they keep.
    ///
    /// # Errors
    /// A declaration that is not understood, or a profile that cannot be used.
    pub fn for_reader(
        catalogue: &'c Catalogue,
        output: &OutputArgs,
        screening: &ScreeningArgs,
        world: &World<'_>,
    ) -> Result<Self, Error> {
        let Declared { profile, sign } = screening.declared(catalogue)?;
        if sign.is_some() {
            return Ok(Self { sign, ..Self::for_anybody(catalogue, output, world)? });
        }
        let kept = screening.kept(&profile, catalogue, world.profile)?;
        Self::with_profile(catalogue, output, profile.and_kept(kept), world)
    }

    /// The same for a page to read, which needs no profile: one that cannot be used is told beside the answer, and the
    /// answer holds nothing that limits could change. So it is where a reader declared something and what a directory
    /// adds, which may hold rules about it, `is_lacking`.
    ///
    /// # Errors
    /// A declaration that is not understood.
    pub fn for_page(
        catalogue: &'c Catalogue,
        output: &OutputArgs,
        screening: &ScreeningArgs,
        is_lacking: bool,
        world: &World<'_>,
    ) -> Result<(Self, Option<Error>), Error> {
        let (Declared { profile, sign }, unknown) = match screening.declared(catalogue) {
            // It may be one that is not here only because it was to be added.
            Err(error @ Error::Declaration(DeclarationError::Unknown { .. })) if is_lacking => {
                (Declared::default(), Some(error))
            }
            declared => (declared?, None),
        };
        if sign.is_some() {
            return Ok((Self { sign, ..Self::for_anybody(catalogue, output, world)? }, None));
        }
        let (kept, unusable) = match screening.kept(&profile, catalogue, world.profile) {
            Err(error @ ProfileError::Unusable { .. }) => (Kept::Unknown, Some(error.into())),
            kept => (kept?, None),
        };
        let profile = profile.and_kept(kept);
        let is_unknown = unknown.is_some() || (is_lacking && profile.may_have_limits());
        let profile = if is_unknown { profile.and_kept(Kept::Unknown) } else { profile };
        Ok((Self::with_profile(catalogue, output, profile, world)?, unknown.or(unusable)))
    }

    /// The same with a wish about drawings.
    #[must_use]
    pub fn with_figures(self, wish: Option<bool>, world: &World<'_>) -> Self {
        Self { terminal: self.terminal.with_drawings(wish, world), ..self }
    }

    /// The same where the answer is the profile itself, and need not name it beside.
    #[must_use]
    pub fn about_the_profile(self) -> Self {
        Self { names_profile: false, ..self }
    }

    /// Whether drawings are shown.
    pub fn draws(&self) -> bool {
        self.terminal.drawings && self.format == Format::Text
    }

    /// A guide for questions that have nothing to do with the reader.
    ///
    /// # Errors
    /// A damaged catalogue.
    pub fn for_anybody(catalogue: &'c Catalogue, output: &OutputArgs, world: &World<'_>) -> Result<Self, Error> {
        Self::with_profile(catalogue, output, Profile::default(), world)
    }

    /// A guide for a reader of this profile.
    ///
    /// # Errors
    /// A damaged catalogue.
    pub fn with_profile(
        catalogue: &'c Catalogue,
        output: &OutputArgs,
        profile: Profile,
        world: &World<'_>,
    ) -> Result<Self, Error> {
        let reader = Reader::new(catalogue, profile)?;
        let terminal = Terminal::new(output.wishes(), world);
        Ok(Self {
            scope: Scope { catalogue, reader, citations: output.sources, on_paper: false },
            format: output.format,
            terminal,
            names_profile: true,
            sign: None,
        })
    }

    /// The reply that ends everything, when a sign was declared, or a declared precaution raises one.
    ///
    /// # Errors
    /// A damaged catalogue.
    pub fn red_flag(&self) -> Result<Option<Reply>, Error> {
        self.stop_at_most_urgent(std::iter::empty())
    }

    /// The same, when any of these signs was named, too: the most urgent of them all.
    ///
    /// # Errors
    /// A damaged catalogue.
    pub fn stop_at_most_urgent<'s>(&'s self, named: impl Iterator<Item = &'s str>) -> Result<Option<Reply>, Error> {
        let declared = self.sign.as_deref().into_iter().chain(self.scope.reader.red_flags());
        most_urgent(self.scope.catalogue, declared.chain(named)).map(|id| self.stop_at(id)).transpose()
    }

    /// The card of a sign, and nothing else: whoever has it is to get help before anything here.
    ///
    /// # Errors
    /// A damaged catalogue.
    pub fn stop_at(&self, id: &str) -> Result<Reply, Error> {
        let flag = self.scope.catalogue.red_flag(id)?;
        let reply = self.reply(
            "red-flag",
            || vec![Part::Card(red_flag_card(&self.scope, &flag))],
            || vec![RedFlagRecord::new(&self.scope, &flag)],
        )?;
        Ok(reply.ending(Exit::Stopped))
    }

    /// A card in the look of an answer, to be shown before the answer is there.
    pub fn rendered(&self, card: Card) -> String {
        let document = Document { parts: vec![Part::Card(card)], ..Document::default() };
        render(&document, Format::Text, &self.terminal).answer
    }

    /// Whether the reader wants a line at a time, and nothing redrawn.
    pub fn is_plain(&self) -> bool {
        self.terminal.plain
    }

    /// Whether a list is a line an entry, for another program.
    pub fn lists_in_lines(&self) -> bool {
        self.format == Format::Text && !self.terminal.plain && !self.terminal.tables
    }

    /// Whether more than ASCII can be shown.
    pub fn has_unicode(&self) -> bool {
        self.terminal.unicode
    }

    /// Whether the answer is for a program, which gets an empty list where a reader gets nothing.
    pub fn answers_in_json(&self) -> bool {
        self.format == Format::Json
    }

    /// Renders an answer in the form that was asked for; only that form is built.
    ///
    /// # Errors
    /// Data that JSON cannot hold.
    pub fn reply<T: Serialize>(
        &self,
        schema: &str,
        parts: impl FnOnce() -> Vec<Part>,
        data: impl FnOnce() -> Vec<T>,
    ) -> Result<Reply, Error> {
        let manifest = self.scope.catalogue.manifest();
        let catalogue = self.scope.catalogue;
        let profile = self.scope.reader.profile();
        let rendered = if self.format == Format::Json {
            let envelope = Envelope {
                schema: format!("sciatica.{schema}/1"),
                catalogue: &manifest.edition,
                catalogue_directory: match catalogue.origin() {
                    Origin::Directory(directory) => Some(directory),
                    Origin::Bundled | Origin::BundledAnd { .. } => None,
                },
                additions: match catalogue.origin() {
                    Origin::BundledAnd { directory, added } => Some(Additions { directory, entries: added }),
                    Origin::Bundled | Origin::Directory(_) => None,
                },
                profile: profile.declared(),
                profile_kept: profile.kept().is_some(),
                screened: profile.was_asked(),
                notice: &manifest.notice,
                data: &data(),
            };
            Rendered { answer: json(&envelope)?, aside: String::new() }
        } else {
            let label = catalogue.label();
            let notice = Some(manifest.notice.clone());
            let profile = self.names_profile.then(|| kept_words(&self.scope)).flatten();
            let document = Document { notice, label, profile, parts: parts() };
            render(&document, self.format, &self.terminal)
        };
        Ok(Reply { rendered, misses: Vec::new(), exit: Exit::Answered })
    }
}
