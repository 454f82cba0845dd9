//! What every subcommand answers from, and the reply that it gives.

use serde::Serialize;

use super::{OutputArgs, ScreeningArgs};
use crate::catalogue::Catalogue;
use crate::error::{Error, Exit};
use crate::render::{Envelope, Format, Rendered, json, render};
use crate::screening::{Profile, Reader};
use crate::terminal::{Terminal, World};
use crate::view::{Card, Document, Part, RedFlagRecord, Scope, red_flag_card};

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
        let aside = catalogue.directory().map(|directory| not_bundled(directory) + "\n").unwrap_or_default();
        Self { rendered: Rendered { answer, aside }, ..Self::nothing() }
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
}

impl<'c> Guide<'c> {
    /// A guide for a reader who declared this.
    ///
    /// # Errors
    /// A declaration that is not understood.
    pub fn for_reader(
        catalogue: &'c Catalogue,
        output: &OutputArgs,
        screening: &ScreeningArgs,
        world: &World<'_>,
    ) -> Result<Self, Error> {
        let profile = screening.profile(catalogue)?;
        Self::with_profile(catalogue, output, profile, world)
    }

    /// The same with a wish about drawings.
    #[must_use]
    pub fn with_figures(self, wish: Option<bool>, world: &World<'_>) -> Self {
        Self { terminal: self.terminal.with_drawings(wish, world), ..self }
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

    fn with_profile(
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
        })
    }

    /// The reply that ends everything, when a declared precaution raises a red flag.
    ///
    /// # Errors
    /// A damaged catalogue.
    pub fn red_flag(&self) -> Result<Option<Reply>, Error> {
        let Some(id) = self.scope.reader.red_flag() else { return Ok(None) };
        let flag = self.scope.catalogue.red_flag(id)?;
        let reply = self.reply(
            "red-flag",
            || vec![Part::Card(red_flag_card(&self.scope, &flag))],
            || vec![RedFlagRecord::new(&self.scope, &flag)],
        )?;
        Ok(Some(reply.ending(Exit::Stopped)))
    }

    /// A card in the look of an answer, to be shown before the answer is there.
    pub fn rendered(&self, card: Card) -> String {
        let document = Document { notice: None, label: None, parts: vec![Part::Card(card)] };
        render(&document, Format::Text, &self.terminal).answer
    }

    /// Whether the reader wants a line at a time, and nothing redrawn.
    pub fn is_plain(&self) -> bool {
        self.terminal.plain
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
        let directory = self.scope.catalogue.directory();
        let rendered = if self.format == Format::Json {
            let envelope = Envelope {
                schema: format!("sciatica.{schema}/1"),
                catalogue: &manifest.edition,
                catalogue_directory: directory,
                profile: self.scope.reader.profile().declared(),
                screened: self.scope.reader.profile().was_asked(),
                notice: &manifest.notice,
                data: &data(),
            };
            Rendered { answer: json(&envelope)?, aside: String::new() }
        } else {
            let label = directory.map(not_bundled);
            let document = Document { notice: Some(manifest.notice.clone()), label, parts: parts() };
            render(&document, self.format, &self.terminal)
        };
        Ok(Reply { rendered, misses: Vec::new(), exit: Exit::Answered })
    }
}

fn not_bundled(directory: &str) -> String {
    format!("From {directory}, which is not the bundled guide.")
}
