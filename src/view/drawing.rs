//! A drawing of the body, or of a part of it, and what is marked on it.

use guide::model::{Spot, Stroke};

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
    /// What is filled; each covers those before it, and stands off from them.
    pub layers: Vec<Layer>,
    /// What is marked on it.
    pub marks: Vec<Mark>,
    /// Whether it is turned about, left and right.
    pub is_mirrored: bool,
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
    /// The level, in words, of what is withheld; else nothing.
    pub level: &'static str,
}

impl Mark {
    /// Its name, and the level of what is withheld.
    pub fn words(&self) -> String {
        if self.level.is_empty() { self.name.clone() } else { format!("{} {}", self.name, self.level) }
    }
}

/// What a mark is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MarkKind {
    /// The place to press.
    Point,
    /// A place to ask about first.
    Ask,
    /// A place that is not for this reader.
    Avoid,
    /// Something that fingers can feel.
    Landmark,
}

/// Shapes that belong together.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Layer {
    /// Each with how it is filled: the corners of its edge.
    pub shapes: Vec<(Tone, Vec<Spot>)>,
    /// What grows together with what is behind: it does not stand off from that.
    pub joins: Vec<(Tone, Vec<Spot>)>,
}

/// How a shape is filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tone {
    /// A thing: its edge alone.
    Thing,
    /// Where the body was before.
    Before,
    /// What is far from the viewer.
    Far,
    /// The same, where it moves.
    FarMoving,
    /// What is near.
    Near,
    /// The same, where it moves.
    Moving,
    /// What stays empty on something full.
    Empty,
    /// Which way something moves.
    Arrow,
}

impl Tone {
    /// Whether it covers what is behind it.
    pub fn covers(self) -> bool {
        !matches!(self, Self::Thing | Self::Before | Self::Empty)
    }

    /// Whether it shows what moves.
    pub fn is_moving(self) -> bool {
        matches!(self, Self::FarMoving | Self::Moving | Self::Arrow)
    }
}

/// Drawings of an entry: of all of it, and of its ways by their labels.
#[derive(Debug, Default)]
pub struct EntryDrawings {
    /// Of all of it.
    pub whole: Vec<Drawing>,
    /// Of its ways.
    pub ways: Vec<(String, Vec<Drawing>)>,
}

impl EntryDrawings {
    /// Takes those of a way; none where it has none.
    pub(super) fn take(&mut self, label: &str) -> Vec<Drawing> {
        let of_way = self.ways.iter_mut().find(|(of, _)| of == label);
        of_way.map(|(_, drawings)| std::mem::take(drawings)).unwrap_or_default()
    }
}
