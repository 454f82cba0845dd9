//! A page to print that tells everything, as HTML: one file without scripts that loads nothing. Every text is escaped by the template.

use askama::Template;

use super::joined::between;
use super::paper::{LARGE, NORMAL, Paper};
use super::svg::{Picture, Room};
use crate::view::{Block, Card, Drawing, Handout, MarkKind, Role, Sentence};

/// Paper is at least this wide between its margins, in millimetres.
const WIDTH: f64 = 174.0;
const GAP: f64 = 6.0;
/// So much less, and what stands side by side stays there, however a browser rounds.
const ROUNDED: f64 = 1.0;
const LINES_FOR_NOTES: usize = 8;
/// Sources that stay together.
const SOURCES_TOGETHER: usize = 4;

/// The page as HTML.
///
/// # Errors
/// None that is known: the template writes into memory.
pub fn html(handout: &Handout, large: bool) -> Result<String, askama::Error> {
    let paper = if large { LARGE } else { NORMAL };
    let mut typesetter = Typesetter { large, pictures: 0, has_places: false, has_poses: false };
    let entries: Vec<Chapter<'_>> = handout.cards.iter().map(|card| typesetter.entry(card, paper)).collect();
    let mut front = vec![
        Cluster { class: "", heading: Some(("For whom", "")), items: typesetter.items(&handout.frame.whom) },
        Cluster {
            class: "first",
            heading: Some(("When to get help", "")),
            items: typesetter.items(&handout.frame.red_flags),
        },
    ];
    let keys = [(typesetter.has_places, KEY_OF_PLACES), (typesetter.has_poses, KEY_OF_POSES)];
    let keys: Vec<Item<'_>> = keys.iter().filter(|(has, _)| *has).map(|(_, key)| Item::Note(key)).collect();
    if !keys.is_empty() {
        front.push(Cluster { class: "key", heading: None, items: keys });
    }
    let front = Chapter::of(&handout.frame.head.title, Vec::new(), front, paper);
    let back = Chapter::of("", Vec::new(), back(handout), paper);
    HandoutPage { page: handout, large, front, entries, back }.render()
}

const KEY_OF_PLACES: &str = "In the pictures a ring with a dot is the place to press, a small circle is what your fingers can \
                   feel. A dashed line is bone under the skin, a double line a cord. L is your left, R your right.";
const KEY_OF_POSES: &str =
    "In the pictures of a movement, arrows and colour show what moves; the far side of the body is lighter.";

fn back(handout: &Handout) -> Vec<Cluster<'_>> {
    let mut clusters =
        vec![Cluster { class: "notes", heading: Some(("Notes", "")), items: vec![Item::Lines(LINES_FOR_NOTES)] }];
    for (place, together) in handout.frame.sources.chunks(SOURCES_TOGETHER).enumerate() {
        let first = place == 0;
        let list = Item::Sources { start: place * SOURCES_TOGETHER + 1, told: together };
        let items = first.then_some(Item::Note(GRADES)).into_iter().chain([list]).collect();
        clusters.push(Cluster { class: "sources", heading: first.then_some(("Sources and reasons", "")), items });
    }
    let notes = [handout.frame.label.as_deref(), Some(&handout.frame.origin), Some(&handout.frame.notice)];
    let notes = notes.into_iter().flatten().map(Item::Note).collect();
    clusters.push(Cluster { class: "origin", heading: Some(("About this page", "")), items: notes });
    clusters
}

const GRADES: &str =
    "A is official or peer-reviewed, B professional, C weak. What stands on our judgement has its reason.";

#[derive(Template)]
#[template(path = "handout.html")]
struct HandoutPage<'h> {
    page: &'h Handout,
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
    sheets: Vec<Vec<Cluster<'h>>>,
}

/// What belongs together and is not torn.
struct Cluster<'h> {
    class: &'static str,
    heading: Option<(&'h str, &'h str)>,
    items: Vec<Item<'h>>,
}

/// A piece of it.
enum Item<'h> {
    Block(&'h Block),
    Pictures(Vec<Picture<'h>>),
    Note(&'h str),
    Sources {
        start: usize,
        told: &'h [String],
    },
    /// Empty lines to write on.
    Lines(usize),
}

/// A sentence with what parts it from the one before.
struct SpacedSentence<'h> {
    before: &'static str,
    sentence: &'h Sentence,
}

impl<'h> Chapter<'h> {
    fn of(name: &'h str, beside: Vec<&'h str>, clusters: Vec<Cluster<'h>>, paper: Paper) -> Self {
        const TITLE: f64 = 3.0;
        Self { name, beside, sheets: paper.deal(clusters, TITLE, |cluster| cluster.lines(paper)) }
    }
}

impl Cluster<'_> {
    fn lines(&self, paper: Paper) -> f64 {
        const HEADING: f64 = 2.0;
        let heading = self.heading.map_or(0.0, |_| HEADING);
        heading + self.items.iter().map(|item| item.lines(paper)).sum::<f64>()
    }
}

/// What parts an item from the next, in lines.
const APART: f64 = 0.25;
/// Letters by which a list is narrower than the text.
const NARROWER: f64 = 4.0;

impl Item<'_> {
    /// Lines that it takes, with what parts it from the next.
    fn lines(&self, paper: Paper) -> f64 {
        match self {
            Self::Block(block) => lines_of_block(block, paper),
            Self::Note(text) => paper.lines_of(text, 0.0) + APART,
            Self::Sources { told, .. } => told.iter().map(|told| paper.lines_of(told, NARROWER)).sum(),
            Self::Lines(count) => (0..*count).map(|_| 1.6).sum(),
            Self::Pictures(pictures) => {
                let widths: f64 = pictures.iter().map(|picture| picture.column + GAP).sum();
                let heights = pictures.iter().map(|picture| picture.lines(paper));
                if widths > WIDTH + GAP { heights.sum() } else { heights.fold(0.0, f64::max) }
            }
        }
    }
}

impl Picture<'_> {
    /// Lines that it takes with what stands below it: of a place its sides and a short title; of a pose its caption.
    fn lines(&self, paper: Paper) -> f64 {
        const SIDES_AND_TITLE: f64 = 3.5;
        const MARGINS: f64 = 1.5;
        let below = if self.layers.is_empty() {
            SIDES_AND_TITLE
        } else {
            MARGINS + paper.lines_across(&self.drawing.title, self.column / WIDTH)
        };
        paper.lines_high(self.size[1]) + below
    }
}

fn lines_of_block(block: &Block, paper: Paper) -> f64 {
    let letters = |told: &Sentence| paper.letters(&told.text, &told.citations("    "));
    let listed = |told: &Sentence| paper.lines_of_letters(letters(told), NARROWER) + APART;
    let line = |label: &str, items: &[Sentence]| {
        let told = pieces(items).into_iter().map(|piece| letters(piece.sentence) + paper.letters(piece.before, ""));
        paper.lines_of_letters(paper.letters(label, "") + told.sum::<f64>(), NARROWER) + APART
    };
    match block {
        Block::Labelled { role, items, .. } if role.tells_to_get_help() => {
            1.0 + APART + items.iter().map(listed).sum::<f64>()
        }
        Block::Labelled { label, items, .. } => line(label, items),
        Block::Steps(steps) => APART + steps.iter().map(listed).sum::<f64>(),
        Block::Text(sentence) => paper.lines_of_letters(letters(sentence), 0.0) + APART,
        Block::Subsection(text) | Block::Command(text) => paper.lines_of(text, 0.0) + APART,
        Block::Facts(facts) => facts.iter().map(|(label, items)| line(label, items)).sum(),
        // On paper there is no personal page.
        Block::Section { .. } | Block::Rulings(_) | Block::Drawings(_) | Block::Gap => 0.0,
    }
}

/// Numbers the pictures of a page.
struct Typesetter {
    large: bool,
    pictures: usize,
    has_places: bool,
    has_poses: bool,
}

impl Typesetter {
    /// An entry, without the pictures of its poses where only so it fits one sheet: a page that is torn is worse.
    fn entry<'h>(&mut self, card: &'h Card, paper: Paper) -> Chapter<'h> {
        let whole = self.chapter(card, card.body.iter(), paper);
        let are_poses = |block: &&Block| matches!(block, Block::Drawings(drawings) if shows_poses(drawings));
        if whole.sheets.len() == 1 || !card.body.iter().any(|block| are_poses(&block)) {
            return whole;
        }
        let bare = self.chapter(card, card.body.iter().filter(|block| !are_poses(block)), paper);
        if bare.sheets.len() == 1 { bare } else { whole }
    }

    fn chapter<'h>(&mut self, card: &'h Card, body: impl Iterator<Item = &'h Block>, paper: Paper) -> Chapter<'h> {
        let level = self.items(&card.level).into_iter().chain(self.items(&card.touching)).collect();
        let level = Cluster { class: "level", heading: None, items: level };
        let level = Some(level).filter(|level| !level.items.is_empty());
        let clusters = level.into_iter().chain(self.clusters(body)).collect();
        Chapter::of(&card.title.name, card.title.beside().collect(), clusters, paper)
    }

    fn items<'h>(&mut self, blocks: &'h [Block]) -> Vec<Item<'h>> {
        blocks.iter().map(|block| self.item(block)).collect()
    }

    /// A cluster ends at a pause and at a heading; pictures are one by themselves.
    fn clusters<'h>(&mut self, blocks: impl Iterator<Item = &'h Block>) -> Vec<Cluster<'h>> {
        let mut clusters: Vec<Cluster<'h>> = Vec::new();
        let mut ended = true;
        for block in blocks {
            match block {
                Block::Gap => ended = true,
                Block::Section { title, aside } => {
                    clusters.push(Cluster { class: "part", heading: Some((title, aside)), items: Vec::new() });
                    ended = false;
                }
                other => {
                    let item = self.item(other);
                    let pictures = matches!(item, Item::Pictures(_));
                    match clusters.last_mut().filter(|_| !ended && !pictures) {
                        Some(cluster) => cluster.items.push(item),
                        None => clusters.push(Cluster { class: "part", heading: None, items: vec![item] }),
                    }
                    ended = pictures;
                }
            }
        }
        clusters
    }

    fn item<'h>(&mut self, block: &'h Block) -> Item<'h> {
        let Block::Drawings(drawings) = block else { return Item::Block(block) };
        let are_poses = shows_poses(drawings);
        self.has_poses |= are_poses;
        self.has_places |= !are_poses;
        let leads_to_place = |drawing: &Drawing| drawing.marks.iter().any(|mark| mark.kind == MarkKind::Landmark);
        let rooms = match drawings.len() {
            poses if are_poses => self.rooms_of_poses(poses),
            bodies if bodies > 1 && !drawings.iter().any(leads_to_place) => self.rooms_of_map(bodies),
            places => self.rooms(places),
        };
        let numbered = drawings.iter().zip(rooms).map(|(drawing, room)| {
            self.pictures += 1;
            Picture::new(self.pictures, drawing, room)
        });
        Item::Pictures(numbered.collect())
    }

    /// Poses stand side by side, as large as one another.
    fn rooms_of_poses(&self, poses: usize) -> Vec<Room> {
        let (letters, height, beside) = if self.large { (6.35, 60.0, poses.min(2)) } else { (3.35, 21.0, poses) };
        let beside = u8::try_from(beside.max(1)).map_or(1.0, f64::from);
        vec![Room { width: (WIDTH - ROUNDED + GAP) / beside - GAP, height, letters }; poses]
    }

    /// Bodies side by side with many points on them.
    fn rooms_of_map(&self, bodies: usize) -> Vec<Room> {
        const HEIGHT: f64 = 130.0;
        let letters = if self.large { 6.35 } else { 3.35 };
        let beside = u8::try_from(bodies).map_or(1.0, f64::from);
        vec![Room { width: (WIDTH + GAP) / beside - GAP, height: HEIGHT, letters }; bodies]
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

fn shows_poses(drawings: &[Drawing]) -> bool {
    drawings.iter().any(|drawing| !drawing.layers.is_empty())
}

/// Phrases are parted by a dot, sentences without citations by a space.
fn pieces(items: &[Sentence]) -> Vec<SpacedSentence<'_>> {
    let mut before = "";
    let pieces = items.iter().map(|sentence| {
        let behind = if sentence.cited.is_empty() { between(&sentence.text, " · ") } else { " · " };
        SpacedSentence { before: std::mem::replace(&mut before, behind), sentence }
    });
    pieces.collect()
}
