//! An answer as headings, steps and callouts: what it says, not how it looks.

use std::borrow::Cow;

use guide::model::Stroke;

/// An answer.
#[derive(Debug, Default)]
pub struct Document {
    /// What every answer says of itself; a question that waits for the reader says nothing of itself.
    pub notice: Option<String>,
    /// What else must be known of where the answer comes from.
    pub label: Option<String>,
    /// What of it comes from the profile that the reader keeps.
    pub profile: Option<String>,
    /// The parts.
    pub parts: Vec<Piece>,
}

/// The label of [`Document::profile`].
pub const YOUR_PROFILE: &str = "Your profile";

impl Document {
    /// What stands beside the answer, a line each: where it comes from, for whom it is, what it is not.
    pub fn lines_beside(&self) -> impl Iterator<Item = String> {
        let profile = self.profile.iter().map(|profile| format!("{YOUR_PROFILE}: {profile}"));
        self.label.iter().cloned().chain(profile).chain(self.notice.iter().cloned())
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

/// An entry or page, in the order in which it is read. A reader who hears it gets the level first.
#[derive(Debug, Default)]
pub struct Card {
    /// What it is.
    pub title: Title,
    /// The signs that come before everything.
    pub red_flags: Vec<Block>,
    /// The level and why.
    pub level: Vec<Block>,
    /// The rest.
    pub body: Vec<Block>,
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
    /// Drawings, side by side where there is room.
    Drawings(Vec<Drawing>),
    /// A pause.
    Gap,
}

/// A drawing of a part of the body with what lies on it: in units of its own, x to the right, y down.
#[derive(Debug, Clone, PartialEq)]
pub struct Drawing {
    /// What is drawn.
    pub title: String,
    /// Enough without the drawing.
    pub alternative: String,
    /// Width and height.
    pub size: [f64; 2],
    /// Its lines.
    pub lines: Vec<Stroke>,
    /// What is marked on it.
    pub marks: Vec<Mark>,
    /// What lies to the left and to the right, in words; `L` and `R` are among them where it shows both sides.
    pub sides: [String; 2],
}

/// Something marked on a drawing.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    /// What it is.
    pub kind: MarkKind,
    /// Where.
    pub at: [f64; 2],
    /// Its name.
    pub name: String,
}

/// What a mark is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MarkKind {
    /// The place to press.
    Point,
    /// A place that is not for this reader; the name says so.
    Withheld,
    /// Something that fingers can feel.
    Landmark,
}

/// What a labelled line means; a renderer may colour it, the words say it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Get help.
    RedFlag,
    /// Not at all.
    Avoid,
    /// Ask first.
    Ask,
    /// With limits.
    Adapt,
    /// Anything else.
    Neutral,
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
    /// A source.
    Source(String),
}

impl Cited {
    /// What it says.
    pub fn text(&self) -> &str {
        match self {
            Self::Basis(text) | Self::Why(text) | Self::Source(text) => text,
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

/// Many entries, a line each.
#[derive(Debug, Default)]
pub struct List {
    /// The columns on a terminal.
    pub columns: Vec<&'static str>,
    /// The cells on a terminal.
    pub rows: Vec<Vec<Cell>>,
    /// The columns in a pipe.
    pub piped: Vec<Vec<String>>,
    /// What to do next; on a terminal only.
    pub next: Vec<String>,
}

/// A cell of a list.
#[derive(Debug)]
pub struct Cell {
    /// What it says.
    pub text: String,
    /// What it means.
    pub role: Role,
}

impl Cell {
    /// A text that means something.
    pub(super) fn of(role: Role, text: impl Into<String>) -> Self {
        Self { text: text.into(), role }
    }
}

impl<T: Into<String>> From<T> for Cell {
    fn from(text: T) -> Self {
        Self::of(Role::Neutral, text)
    }
}

impl List {
    /// A list of these columns, and what to do next.
    pub(super) fn new(columns: &[&'static str], next: &[&str]) -> Self {
        let next = next.iter().map(|&next| next.to_owned()).collect();
        Self { columns: columns.to_vec(), next, ..Self::default() }
    }

    /// Adds a line: its cells on a terminal, and its columns in a pipe.
    pub(super) fn add(&mut self, cells: impl Into<Vec<Cell>>, piped: &[&str]) {
        self.rows.push(cells.into());
        self.piped.push(piped.iter().map(|&column| column.to_owned()).collect());
    }
}

impl Card {
    /// All that stands below its title, in the order in which it is read.
    pub fn blocks(&self) -> impl Iterator<Item = &Block> {
        self.red_flags.iter().chain(&self.level).chain(&self.body)
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
