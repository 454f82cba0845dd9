//! A drawing of a part of the body, and what is marked on it.

use guide::model::Stroke;

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
    /// A place to ask about first; the name says so.
    Ask,
    /// A place that is not for this reader; the name says so.
    Avoid,
    /// Something that fingers can feel.
    Landmark,
}
