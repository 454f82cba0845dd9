//! An answer as headings, steps and callouts: what it says, not how it looks.

use std::borrow::Cow;

use super::drawing::Drawing;
use super::role::Role;
use super::table::List;

/// An answer.
#[derive(Debug, Default)]
pub struct Document {
    /// What every answer says of itself; a question that waits for the reader says nothing of itself.
    pub notice: Option<String>,
    /// What else must be known of where the answer comes from.
    pub label: Option<String>,
    /// What of it comes from the profile that the reader keeps.
    pub profile: Option<String>,
    /// That nothing was declared, where that would change the answer.
    pub undeclared: Option<&'static str>,
    /// The parts.
    pub parts: Vec<Piece>,
}

impl Block {
    /// The sentences that it tells.
    pub fn sentences(&self) -> Vec<&Sentence> {
        match self {
            Self::Labelled { items, .. } | Self::Steps(items) => items.iter().collect(),
            Self::Text(sentence) => vec![sentence],
            Self::Facts(facts) => facts.iter().flat_map(|(_, items)| items).collect(),
            Self::Rulings(rulings) => rulings.iter().flat_map(|it| it.entries.iter().chain(&it.reasons)).collect(),
            Self::Section { .. } | Self::Subsection(_) | Self::Command(_) | Self::Drawings(_) | Self::Gap => vec![],
        }
    }
}

/// The label of [`Document::profile`].
pub const YOUR_PROFILE: &str = "Your profile";

impl Document {
    /// The sources that its sentences cite, each once: how a citation reads, and the address.
    pub fn sources(&self) -> Vec<(&str, &str)> {
        let mut sources = Vec::new();
        let cards = self.parts.iter().filter_map(|part| if let Piece::Card(card) = part { Some(card) } else { None });
        let sentences = cards.flat_map(Card::blocks).flat_map(Block::sentences);
        for cited in sentences.flat_map(|sentence| &sentence.cited) {
            if let Cited::Source { text, address } = cited {
                let source = (text.as_str(), address.as_str());
                if !address.is_empty() && !sources.contains(&source) {
                    sources.push(source);
                }
            }
        }
        sources
    }

    /// What stands beside the answer, a line each: where it comes from, for whom it is, what it is not.
    pub fn lines_beside(&self) -> impl Iterator<Item = String> {
        let profile = self.profile.iter().map(|profile| format!("{YOUR_PROFILE}: {profile}"));
        let undeclared = self.undeclared.map(str::to_owned);
        self.label.iter().cloned().chain(profile).chain(self.notice.iter().cloned()).chain(undeclared)
    }
}

/// A part of an answer.
#[derive(Debug)]
pub enum Piece {
    /// An entry or page.
    Card(Card),
    /// Many entries, a line each.
    List(List),
}

/// An entry or page, in the order in which it is read.
#[derive(Debug, Default)]
pub struct Card {
    /// What it is.
    pub title: Title,
    /// The level and why.
    pub level: Vec<Block>,
    /// The signs to get help for, before everything that tells how.
    pub red_flags: Vec<Block>,
    /// Who is to leave it out, or to ask first.
    pub touching: Vec<Block>,
    /// The rest.
    pub body: Vec<Block>,
    /// Whether what its reader declares changes it.
    pub is_screened: bool,
}

/// What a card is about.
#[derive(Debug, Default)]
pub struct Title {
    /// The name that finds it.
    pub name: String,
    /// Other names.
    pub also: Vec<String>,
    /// Where it is, or what it is.
    pub aside: String,
}

impl Title {
    /// The other names.
    pub fn others(&self) -> impl Iterator<Item = &str> {
        self.also.iter().map(String::as_str).filter(|name| !name.is_empty())
    }

    /// What stands beside the name: the others, and where it is.
    pub fn beside(&self) -> impl Iterator<Item = &str> {
        self.others().chain(Some(self.aside.as_str()).filter(|aside| !aside.is_empty()))
    }
}

/// A piece of a card.
#[derive(Debug)]
pub enum Block {
    /// `Label: one · two`
    Labelled {
        /// What it means.
        role: Role,
        /// Before the colon.
        label: String,
        /// After it.
        items: Vec<Sentence>,
    },
    /// A heading, with what belongs beside it.
    Section {
        /// The heading.
        title: String,
        /// What stands beside it.
        aside: String,
    },
    /// A smaller heading.
    Subsection(String),
    /// Numbered steps.
    Steps(Vec<Sentence>),
    /// A paragraph.
    Text(Sentence),
    /// Something to type.
    Command(String),
    /// `Label  value`, one below the other.
    Facts(Vec<(String, Vec<Sentence>)>),
    /// What may be done and what not, one level below the other.
    Rulings(Vec<Ruling>),
    /// Drawings, side by side where there is room.
    Drawings(Vec<Drawing>),
    /// A pause.
    Gap,
}

/// Entries at one level, and why.
#[derive(Debug)]
pub struct Ruling {
    /// What it means.
    pub role: Role,
    /// The level in words.
    pub label: String,
    /// The entries.
    pub entries: Vec<Sentence>,
    /// Why, whom to ask, and what; a paragraph each.
    pub reasons: Vec<Sentence>,
}

/// A sentence and its citations.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sentence {
    /// What it says.
    pub text: String,
    /// Its citations, where they were asked for.
    pub cited: Vec<Cited>,
}

/// A part of what stands behind a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cited {
    /// What it stands on.
    Basis(String),
    /// The reason for a judgement of ours.
    Why(String),
    /// A source, and where it is to be found; empty where that is told elsewhere.
    Source {
        /// How a citation reads.
        text: String,
        /// Its address.
        address: String,
    },
}

impl Cited {
    /// What it says.
    pub fn text(&self) -> &str {
        match self {
            Self::Basis(text) | Self::Why(text) | Self::Source { text, .. } => text,
        }
    }
}

impl Sentence {
    /// Its citations as one text.
    pub fn citations(&self, separator: &str) -> String {
        self.cited.iter().map(Cited::text).collect::<Vec<_>>().join(separator)
    }
}

impl AsRef<str> for Sentence {
    fn as_ref(&self) -> &str {
        &self.text
    }
}

impl From<&str> for Sentence {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

impl From<Cow<'_, str>> for Sentence {
    fn from(text: Cow<'_, str>) -> Self {
        text.into_owned().into()
    }
}

impl From<String> for Sentence {
    fn from(text: String) -> Self {
        Self { text, cited: Vec::new() }
    }
}

impl Card {
    /// All that stands below its title, in the order in which it is read.
    pub fn blocks(&self) -> impl Iterator<Item = &Block> {
        [&self.level, &self.red_flags, &self.touching, &self.body].into_iter().flatten()
    }

    /// A card with a title, and what stands beside it.
    pub fn titled(name: &str, aside: &str) -> Self {
        let title = Title { name: name.to_owned(), also: Vec::new(), aside: aside.to_owned() };
        Self { title, ..Self::default() }
    }

    /// Adds a paragraph to the body.
    pub(super) fn tell(&mut self, text: impl Into<Sentence>) {
        self.body.push(Block::Text(text.into()));
    }

    /// Adds paragraphs to the body.
    pub(super) fn tell_all(&mut self, sentences: impl IntoIterator<Item = Sentence>) {
        self.body.extend(sentences.into_iter().map(Block::Text));
    }

    /// Adds a command to the body.
    pub(super) fn command(&mut self, command: impl Into<String>) {
        self.body.push(Block::Command(command.into()));
    }

    /// Adds a labelled line to the body, where it says anything.
    pub(super) fn say(&mut self, role: Role, label: &str, items: Vec<Sentence>) {
        if !items.is_empty() {
            self.body.push(labelled(role, label, items));
        }
    }

    /// Adds drawings to the body, where there are any.
    pub(super) fn draw(&mut self, drawings: Vec<Drawing>) {
        if !drawings.is_empty() {
            self.body.push(Block::Drawings(drawings));
        }
    }

    /// Adds a section to the body, after a pause.
    pub(super) fn section(&mut self, title: &str, aside: &str) {
        self.body.push(Block::Gap);
        self.body.push(Block::Section { title: title.to_owned(), aside: aside.to_owned() });
    }
}

/// A labelled line.
pub(super) fn labelled(role: Role, label: &str, items: Vec<Sentence>) -> Block {
    Block::Labelled { role, label: label.to_owned(), items }
}

/// Labelled lines of those that say anything.
pub(super) fn all_labelled(lines: impl IntoIterator<Item = (Role, &'static str, Vec<Sentence>)>) -> Vec<Block> {
    let lines = lines.into_iter().filter(|(_, _, items)| !items.is_empty());
    lines.map(|(role, label, items)| labelled(role, label, items)).collect()
}

/// A labelled value.
pub(super) fn fact(label: &str, value: impl Into<Sentence>) -> (String, Vec<Sentence>) {
    (label.to_owned(), vec![value.into()])
}
