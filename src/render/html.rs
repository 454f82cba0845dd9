//! A page to print as HTML: one file without scripts that loads nothing. Every text is escaped by the template.

use askama::Template;

use super::paper::{LARGE, NORMAL, Paper};
use super::svg::{Picture, Room};
use crate::view::{Block, Card, Handout, Role, Sentence};

/// Paper is at least this wide between its margins, in millimetres.
const WIDTH: f64 = 174.0;
const GAP: f64 = 6.0;
const LINES_FOR_NOTES: usize = 8;
/// Sources that stay together.
const SOURCES_TOGETHER: usize = 4;

/// The page as HTML.
///
/// # Errors
/// None that is known: the template writes into memory.
pub fn html(handout: &Handout, large: bool) -> Result<String, askama::Error> {
    let paper = if large { LARGE } else { NORMAL };
    let mut layout = Layout { large, pictures: 0 };
    let entries: Vec<Chapter<'_>> = handout.cards.iter().map(|card| layout.entry(card, paper)).collect();
    let mut front = vec![
        Part { class: "", heading: Some(("For whom", "")), items: layout.items(&handout.whom) },
        Part { class: "first", heading: Some(("When to get help", "")), items: layout.items(&handout.red_flags) },
    ];
    if layout.pictures > 0 {
        front.push(Part { class: "key", heading: None, items: vec![Item::Note(KEY)] });
    }
    let front = Chapter::of(&handout.title, Vec::new(), front, paper);
    let back = Chapter::of("", Vec::new(), back(handout), paper);
    Page { handout, large, front, entries, back }.render()
}

const KEY: &str = "In the pictures a ring with a dot is the place to press, a small circle is what your fingers can \
                   feel. A dashed line is bone under the skin, a double line a cord. L is your left, R your right.";

fn back(handout: &Handout) -> Vec<Part<'_>> {
    let mut parts =
        vec![Part { class: "notes", heading: Some(("Notes", "")), items: vec![Item::Lines(LINES_FOR_NOTES)] }];
    for (place, together) in handout.sources.chunks(SOURCES_TOGETHER).enumerate() {
        let first = place == 0;
        let list = Item::Sources { start: place * SOURCES_TOGETHER + 1, told: together };
        let items = first.then_some(Item::Note(GRADES)).into_iter().chain([list]).collect();
        parts.push(Part { class: "sources", heading: first.then_some(("Sources and reasons", "")), items });
    }
    let notes = [handout.label.as_deref(), Some(&handout.origin), Some(&handout.notice)];
    let notes = notes.into_iter().flatten().map(Item::Note).collect();
    parts.push(Part { class: "origin", heading: Some(("About this page", "")), items: notes });
    parts
}

const GRADES: &str =
    "A is official or peer-reviewed, B professional, C weak. What stands on our judgement has its reason.";

#[derive(Template)]
#[template(path = "handout.html")]
struct Page<'h> {
    handout: &'h Handout,
    large: bool,
    front: Chapter<'h>,
    entries: Vec<Chapter<'h>>,
    back: Chapter<'h>,
}

/// An entry, or what stands before or behind them all, in sheets of which each fits a page.
struct Chapter<'h> {
    name: &'h str,
    /// Its other names and where it is.
    beside: Vec<&'h str>,
    sheets: Vec<Vec<Part<'h>>>,
}

/// What belongs together and is not torn.
struct Part<'h> {
    class: &'static str,
    heading: Option<(&'h str, &'h str)>,
    items: Vec<Item<'h>>,
}

/// A piece of it.
enum Item<'h> {
    Signs {
        label: &'h str,
        signs: &'h [Sentence],
    },
    Labelled {
        class: &'static str,
        label: &'h str,
        pieces: Vec<Piece<'h>>,
    },
    Subsection(&'h str),
    Steps(&'h [Sentence]),
    Text(&'h Sentence),
    Note(&'h str),
    Command(&'h str),
    Facts(Vec<(&'h str, Vec<Piece<'h>>)>),
    Pictures(Vec<Picture<'h>>),
    Sources {
        start: usize,
        told: &'h [String],
    },
    /// Empty lines to write on.
    Lines(usize),
}

/// A sentence with what parts it from the one before.
struct Piece<'h> {
    before: &'static str,
    sentence: &'h Sentence,
}

impl<'h> Chapter<'h> {
    fn of(name: &'h str, beside: Vec<&'h str>, parts: Vec<Part<'h>>, paper: Paper) -> Self {
        const TITLE: f64 = 3.0;
        Self { name, beside, sheets: paper.deal(parts, TITLE, |part| part.lines(paper)) }
    }
}

impl Part<'_> {
    fn lines(&self, paper: Paper) -> f64 {
        const HEADING: f64 = 2.0;
        let heading = self.heading.map_or(0.0, |_| HEADING);
        heading + self.items.iter().map(|item| item.lines(paper)).sum::<f64>()
    }
}

impl Item<'_> {
    /// Lines that it takes, with what parts it from the next.
    fn lines(&self, paper: Paper) -> f64 {
        const APART: f64 = 0.25;
        const NARROWER: f64 = 4.0;
        let letters = |told: &Sentence| paper.letters(&told.text, &told.citations("    "));
        let listed = |told: &Sentence| paper.lines_of_letters(letters(told), NARROWER) + APART;
        let line = |label: &str, pieces: &[Piece<'_>]| {
            let told: f64 = pieces.iter().map(|piece| letters(piece.sentence) + paper.letters(piece.before, "")).sum();
            paper.lines_of_letters(paper.letters(label, "") + told, NARROWER) + APART
        };
        match self {
            Self::Signs { signs, .. } => 1.0 + APART + signs.iter().map(listed).sum::<f64>(),
            Self::Labelled { label, pieces, .. } => line(label, pieces),
            Self::Steps(steps) => APART + steps.iter().map(listed).sum::<f64>(),
            Self::Text(sentence) => paper.lines_of_letters(letters(sentence), 0.0) + APART,
            Self::Subsection(text) | Self::Note(text) | Self::Command(text) => paper.lines_of(text, 0.0) + APART,
            Self::Facts(facts) => facts.iter().map(|(label, pieces)| line(label, pieces)).sum(),
            Self::Sources { told, .. } => told.iter().map(|told| paper.lines_of(told, NARROWER)).sum(),
            Self::Lines(count) => (0..*count).map(|_| 1.6).sum(),
            Self::Pictures(pictures) => {
                const CAPTION: f64 = 3.5;
                let widths: f64 = pictures.iter().map(|picture| picture.size()[0] + GAP).sum();
                let heights = pictures.iter().map(|picture| paper.lines_high(picture.size()[1]) + CAPTION);
                if widths > WIDTH + GAP { heights.sum() } else { heights.fold(0.0, f64::max) }
            }
        }
    }
}

/// Numbers the pictures of a page.
struct Layout {
    large: bool,
    pictures: usize,
}

impl Layout {
    fn entry<'h>(&mut self, card: &'h Card, paper: Paper) -> Chapter<'h> {
        let beside = card.title.also.iter().chain(std::iter::once(&card.title.aside)).map(String::as_str);
        let mut parts = Vec::new();
        if !card.level.is_empty() {
            parts.push(Part { class: "level", heading: None, items: self.items(&card.level) });
        }
        parts.extend(self.parts(&card.body));
        Chapter::of(&card.title.name, beside.filter(|text| !text.is_empty()).collect(), parts, paper)
    }

    fn items<'h>(&mut self, blocks: &'h [Block]) -> Vec<Item<'h>> {
        blocks.iter().filter_map(|block| self.item(block)).collect()
    }

    /// A part ends at a pause and at a heading; pictures are one by themselves.
    fn parts<'h>(&mut self, blocks: &'h [Block]) -> Vec<Part<'h>> {
        let mut parts: Vec<Part<'h>> = Vec::new();
        let mut ended = true;
        for block in blocks {
            match block {
                Block::Gap => ended = true,
                Block::Section { title, aside } => {
                    parts.push(Part { class: "part", heading: Some((title, aside)), items: Vec::new() });
                    ended = false;
                }
                other => {
                    let Some(item) = self.item(other) else { continue };
                    let pictures = matches!(item, Item::Pictures(_));
                    match parts.last_mut().filter(|_| !ended && !pictures) {
                        Some(part) => part.items.push(item),
                        None => parts.push(Part { class: "part", heading: None, items: vec![item] }),
                    }
                    ended = pictures;
                }
            }
        }
        parts
    }

    fn item<'h>(&mut self, block: &'h Block) -> Option<Item<'h>> {
        Some(match block {
            Block::Labelled { role: Role::RedFlag, label, items } => Item::Signs { label, signs: items },
            Block::Labelled { role, label, items } => {
                Item::Labelled { class: class(*role), label, pieces: pieces(items) }
            }
            Block::Subsection(text) => Item::Subsection(text),
            Block::Steps(steps) => Item::Steps(steps),
            Block::Text(sentence) => Item::Text(sentence),
            Block::Command(command) => Item::Command(command),
            Block::Facts(facts) => {
                Item::Facts(facts.iter().map(|(label, items)| (label.as_str(), pieces(items))).collect())
            }
            Block::Drawings(drawings) => {
                let rooms = self.rooms(drawings.len());
                let numbered = drawings.iter().zip(rooms).map(|(drawing, room)| {
                    self.pictures += 1;
                    Picture::new(self.pictures, drawing, room)
                });
                Item::Pictures(numbered.collect())
            }
            Block::Section { .. } | Block::Gap => return None,
        })
    }

    /// The first of several shows where on the body, and may be small; the last shows the place.
    fn rooms(&self, drawings: usize) -> Vec<Room> {
        // Letters of 9.5 and of 18 points.
        let (letters, small, height) = if self.large {
            (6.35, Room { width: 88.0, height: 70.0, letters: 6.35 }, 100.0)
        } else {
            (3.35, Room { width: 58.0, height: 56.0, letters: 3.35 }, 60.0)
        };
        let width = if drawings > 1 && !self.large { WIDTH - GAP - small.width } else { WIDTH };
        let whole = Room { width, height, letters };
        let mut rooms = vec![small; drawings.saturating_sub(1)];
        rooms.push(whole);
        rooms
    }
}

fn class(role: Role) -> &'static str {
    match role {
        Role::RedFlag => "red-flag",
        Role::Avoid => "avoid",
        Role::Ask => "ask",
        Role::Adapt => "adapt",
        Role::Neutral => "neutral",
    }
}

/// As [`super::joined`] does, phrases are parted by a dot, sentences by a space.
fn pieces(items: &[Sentence]) -> Vec<Piece<'_>> {
    let mut before = "";
    let mut pieces = Vec::new();
    for sentence in items {
        pieces.push(Piece { before, sentence });
        let ends = sentence.cited.is_empty() && sentence.text.ends_with(['.', '?', '!', '"']);
        before = if ends { " " } else { " · " };
    }
    pieces
}
