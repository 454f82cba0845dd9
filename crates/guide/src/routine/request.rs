//! What a reader asks of a routine.

use super::step::Side;
use crate::model::{Place, Thing};
use crate::query::RegionWish;

/// What the reader asked for.
#[derive(Debug, Clone)]
pub struct Request<'r> {
    /// How long, in minutes.
    pub minutes: u16,
    /// Where; `None` for anywhere.
    pub place: Option<&'r Place>,
    /// Which part of the body; `None` for all.
    pub region: Option<RegionWish<'r>>,
    /// Which side.
    pub sides: Sides,
    /// Things that are there besides those of the place.
    pub at_hand: Vec<Thing>,
    /// Whether a partner can help.
    pub partner: bool,
    /// Whether to do as little as counts.
    pub gentle: bool,
}

/// Which sides of the body a routine works on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sides {
    /// The left one.
    Left,
    /// The right one.
    Right,
    /// Both, for the same time.
    #[default]
    Both,
}

impl Sides {
    /// The sides, in the order in which they are done.
    pub fn in_order(self) -> &'static [Side] {
        match self {
            Self::Left => &[Side::Left],
            Self::Right => &[Side::Right],
            Self::Both => &[Side::Left, Side::Right],
        }
    }
}
