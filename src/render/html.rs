//! A page to print as HTML: one file without scripts that loads nothing. Every text is escaped by the template.

use askama::Template;

use super::svg::{Picture, Room};
use crate::view::{Block, Card, Handout, Role, Sentence};

/// Paper is at least this wide between its margins, in millimetres.
const WIDTH: f64 = 174.0;
const GAP: f64 = 6.0;
const LINES_FOR_NOTES: usize = 8;

/// The page as HTML.
///
/// # Errors
/// None that is known: the template writes into memory.
pub fn html(handout: &Handout, large: bool) -> Result<String, askama::Error> {
    let mut pictures = Pictures { large, count: 0 };
    let cards: Vec<Article<'_>> = handout.cards.iter().map(|card| pictures.article(card)).collect();
    let has_pictures = pictures.count > 0;
    let whom = pictures.items(&handout.whom);
    let red_flags = pictures.items(&handout.red_flags);
    Page { handout, large, whom, red_flags, cards, has_pictures, notes: LINES_FOR_NOTES }.render()
}

#[derive(Template)]
#[template(path = "handout.html")]
struct Page<'h> {
    handout: &'h Handout,
    large: bool,
    whom: Vec<Item<'h>>,
    red_flags: Vec<Item<'h>>,
    cards: Vec<Article<'h>>,
    has_pictures: bool,
    notes: usize,
}

/// An entry.
struct Article<'h> {
    name: &'h str,
    /// Its other names and where it is.
    beside: Vec<&'h str>,
    level: Vec<Item<'h>>,
    parts: Vec<Part<'h>>,
}

/// What belongs together, and is not torn over two pages where that can be helped.
struct Part<'h> {
    heading: Option<(&'h str, &'h str)>,
    items: Vec<Item<'h>>,
}

/// A piece of it.
enum Item<'h> {
    Signs { label: &'h str, signs: &'h [Sentence] },
    Labelled { class: &'static str, label: &'h str, pieces: Vec<Piece<'h>> },
    Subsection(&'h str),
    Steps(&'h [Sentence]),
    Text(&'h Sentence),
    Command(&'h str),
    Facts(Vec<(&'h str, Vec<Piece<'h>>)>),
    Pictures(Vec<Picture<'h>>),
}

/// A sentence with what parts it from the one before.
struct Piece<'h> {
    before: &'static str,
    sentence: &'h Sentence,
}

/// Numbers the pictures of a page.
struct Pictures {
    large: bool,
    count: usize,
}

impl Pictures {
    fn article<'h>(&mut self, card: &'h Card) -> Article<'h> {
        let beside = card.title.also.iter().chain(std::iter::once(&card.title.aside)).map(String::as_str);
        Article {
            name: &card.title.name,
            beside: beside.filter(|text| !text.is_empty()).collect(),
            level: self.items(&card.level),
            parts: self.parts(&card.body),
        }
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
                    parts.push(Part { heading: Some((title, aside)), items: Vec::new() });
                    ended = false;
                }
                other => {
                    let Some(item) = self.item(other) else { continue };
                    let pictures = matches!(item, Item::Pictures(_));
                    match parts.last_mut().filter(|_| !ended && !pictures) {
                        Some(part) => part.items.push(item),
                        None => parts.push(Part { heading: None, items: vec![item] }),
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
                    self.count += 1;
                    Picture::new(self.count, drawing, room)
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
            (6.35, Room { width: 88.0, height: 70.0, letters: 6.35 }, 115.0)
        } else {
            (3.35, Room { width: 62.0, height: 85.0, letters: 3.35 }, 95.0)
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
