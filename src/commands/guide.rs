//! What every subcommand answers from, and the reply that it gives.

use std::iter::empty;

use serde::Serialize;

use super::arguments::OutputArgs;
use super::declaration::{Declaration, most_urgent};
use crate::error::{Error, Exit};
use crate::render::{AddedEntries, Envelope, Format, Rendered, Terminal, json, render};
use crate::view::{Card, Document, List, Piece, RedFlagRecord, Scope, UNDECLARED, kept_words, red_flag_card};
use crate::world::World;
use guide::shelf::{Catalogue, Origin};

/// A reply, or why there is none.
pub(crate) type Replied = Result<Reply, Error>;

/// An answer, and how the program ends on it.
#[derive(Debug)]
pub struct Reply {
    /// What is written.
    pub rendered: Rendered,
    /// Names that were not found, beside those that were.
    pub misses: Vec<Error>,
    /// How the program ends.
    pub exit: Exit,
    /// Whether it goes through a pager where it does not fit.
    pub pages: bool,
}

impl From<Rendered> for Reply {
    fn from(rendered: Rendered) -> Self {
        Self { rendered, misses: Vec::new(), exit: Exit::Answered, pages: false }
    }
}

impl Reply {
    /// A reply without an answer.
    pub fn nothing() -> Self {
        Rendered::default().into()
    }

    /// An answer as it is, without a document around it.
    pub(super) fn bare(answer: String) -> Self {
        Rendered { answer, ..Rendered::default() }.into()
    }

    /// A word to the reader about what was done.
    pub(super) fn word(aside: String) -> Self {
        Rendered { aside, ..Rendered::default() }.into()
    }

    /// A text in a form of its own, which does not say itself where it comes from.
    pub(super) fn text(answer: String, catalogue: &Catalogue) -> Self {
        let aside = catalogue.label().map(|label| label + "\n").unwrap_or_default();
        Rendered { answer, aside }.into()
    }

    /// The reply, with an error told beside it that did not keep it from being given.
    #[must_use]
    pub(super) fn beside(mut self, error: Option<Error>) -> Self {
        self.misses.extend(error);
        self
    }

    /// The same, with the error told before others.
    #[must_use]
    pub(super) fn behind(self, error: Option<Error>) -> Self {
        Self { misses: error.into_iter().chain(self.misses).collect(), ..self }
    }

    /// The reply, with names that were not found.
    #[must_use]
    pub(super) fn missing(self, misses: Vec<Error>) -> Self {
        Self { misses, ..self }
    }

    /// The reply, with one more word to the reader.
    #[must_use]
    pub(super) fn adding(mut self, aside: &str) -> Self {
        self.rendered.aside.push_str(aside);
        self
    }

    /// The reply of a dialogue, which no other program is to come between.
    #[must_use]
    pub(super) fn in_dialogue(self) -> Self {
        Self { pages: false, ..self }
    }

    /// The reply, ending in another way.
    #[must_use]
    pub(super) fn ending(self, exit: Exit) -> Self {
        Self { exit, ..self }
    }
}

/// The catalogue, the reader, and the look of the answer.
pub(super) struct Guide<'c> {
    /// What views need to know.
    pub(super) scope: Scope<'c>,
    pub(super) format: Format,
    pub(super) terminal: Terminal,
    names_profile: bool,
    pages: bool,
    /// A sign that was declared in the place of a precaution.
    sign: Option<String>,
}

impl<'c> Guide<'c> {
    /// A guide for a reader who declared this.
    ///
    /// # Errors
    /// A damaged catalogue.
    pub(super) fn new(
        catalogue: &'c Catalogue,
        output: &OutputArgs,
        declaration: Declaration,
        world: &World<'_>,
    ) -> Result<Self, Error> {
        let Declaration { profile, sign } = declaration;
        let reader = catalogue.reader(profile)?;
        Ok(Self {
            scope: Scope { catalogue, reader, citations: output.sources, on_paper: false },
            format: output.format,
            terminal: Terminal::new(output.wishes(), world),
            names_profile: true,
            pages: !output.no_pager && output.format == Format::Text,
            sign,
        })
    }

    /// The same with a wish about drawings.
    #[must_use]
    pub(super) fn with_figures(self, wish: Option<bool>, world: &World<'_>) -> Self {
        Self { terminal: self.terminal.with_drawings(wish, world), ..self }
    }

    /// The same where the answer is the profile itself, and need not name it beside.
    #[must_use]
    pub(super) fn about_the_profile(self) -> Self {
        Self { names_profile: false, ..self }
    }

    /// Whether drawings are shown.
    pub(super) fn draws(&self) -> bool {
        self.terminal.drawings && self.format == Format::Text
    }

    /// The reply that ends everything, when a sign was declared, or a declared precaution raises one.
    ///
    /// # Errors
    /// A damaged catalogue.
    pub(super) fn red_flag(&self) -> Result<Option<Reply>, Error> {
        self.stop_at_most_urgent(empty())
    }

    /// The same, when any of these signs was named, too: the most urgent of them all.
    ///
    /// # Errors
    /// A damaged catalogue.
    pub(super) fn stop_at_most_urgent<'s>(
        &'s self,
        named: impl Iterator<Item = &'s str>,
    ) -> Result<Option<Reply>, Error> {
        let declared = self.sign.as_deref().into_iter().chain(self.scope.reader.red_flags());
        most_urgent(self.scope.catalogue, declared.chain(named)).map(|id| self.stop_at(id)).transpose()
    }

    /// The card of a sign, and nothing else: whoever has it is to get help before anything here.
    ///
    /// # Errors
    /// A damaged catalogue.
    pub(super) fn stop_at(&self, id: &str) -> Replied {
        let flag = self.scope.catalogue.red_flag(id)?;
        let record = || vec![RedFlagRecord::new(&self.scope, &flag)];
        Ok(self.card("red-flag", || red_flag_card(&self.scope, &flag), record)?.ending(Exit::Stopped))
    }

    /// A card in the look of an answer, to be shown before the answer is there.
    pub(super) fn rendered(&self, card: Card) -> String {
        let document = Document { parts: vec![Piece::Card(card)], ..Document::default() };
        render(&document, Format::Text, &self.terminal).answer
    }

    /// A reply that goes through a pager where it does not fit, unless the reader wants none.
    pub(super) fn paged(&self, reply: Reply) -> Reply {
        Reply { pages: self.pages && !self.terminal.plain, ..reply }
    }

    /// Whether a list is a line an entry, for another program.
    pub(super) fn lists_in_lines(&self) -> bool {
        self.format == Format::Text && !self.terminal.plain && !self.terminal.tables
    }

    /// Renders an answer in the form that was asked for; only that form is built.
    ///
    /// # Errors
    /// Data that JSON cannot hold.
    pub(super) fn reply<T: Serialize>(
        &self,
        schema: &str,
        parts: impl FnOnce() -> Vec<Piece>,
        data: impl FnOnce() -> Vec<T>,
    ) -> Replied {
        let catalogue = self.scope.catalogue;
        let manifest = catalogue.manifest();
        if self.format != Format::Json {
            let notice = Some(manifest.notice.clone());
            let profile = self.names_profile.then(|| kept_words(&self.scope)).flatten();
            let parts = parts();
            let is_screened = parts.iter().any(|part| matches!(part, Piece::Card(card) if card.is_screened));
            let undeclared = (is_screened && !self.scope.reader.profile().was_asked()).then_some(UNDECLARED);
            let document = Document { notice, label: catalogue.label(), profile, undeclared, parts };
            return Ok(self.paged(render(&document, self.format, &self.terminal).into()));
        }
        let (catalogue_directory, additions) = match catalogue.origin() {
            Origin::Bundled => (None, None),
            Origin::Directory(directory) => (Some(directory.as_str()), None),
            Origin::BundledAnd { directory, added } => (None, Some(AddedEntries { directory, entries: added })),
        };
        let profile = self.scope.reader.profile();
        let envelope = Envelope {
            schema: format!("sciatica.{schema}/1"),
            catalogue: &manifest.edition,
            catalogue_directory,
            additions,
            profile: profile.declared(),
            profile_kept: profile.kept().is_some(),
            profile_known: !profile.may_keep_more(),
            screened: profile.was_asked(),
            notice: &manifest.notice,
            data: &data(),
        };
        Ok(Rendered { answer: json(&envelope)?, ..Rendered::default() }.into())
    }

    /// The same, where there may be nothing to tell: then a program gets an empty list, and a reader nothing.
    ///
    /// # Errors
    /// Data that JSON cannot hold.
    pub(super) fn reply_if_any<T: Serialize>(
        &self,
        schema: &str,
        is_empty: bool,
        parts: impl FnOnce() -> Vec<Piece>,
        data: impl FnOnce() -> Vec<T>,
    ) -> Replied {
        if is_empty && self.format != Format::Json { Ok(Reply::nothing()) } else { self.reply(schema, parts, data) }
    }

    /// An answer that is one card.
    ///
    /// # Errors
    /// Data that JSON cannot hold.
    pub(super) fn card<T: Serialize>(
        &self,
        schema: &str,
        card: impl FnOnce() -> Card,
        data: impl FnOnce() -> Vec<T>,
    ) -> Replied {
        self.reply(schema, || vec![Piece::Card(card())], data)
    }

    /// An answer that is one list.
    ///
    /// # Errors
    /// Data that JSON cannot hold.
    pub(super) fn list<T: Serialize>(
        &self,
        schema: &str,
        list: impl FnOnce() -> List,
        data: impl FnOnce() -> Vec<T>,
    ) -> Replied {
        self.reply(schema, || vec![Piece::List(list())], data)
    }
}
