//! How an answer is to look, from what the reader asked and what the terminal can show.

use crate::world::World;

/// How an answer is to look.
#[expect(clippy::struct_excessive_bools, reason = "each is a thing of its own: any can be with any")]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Terminal {
    /// Lists as tables; otherwise as a line an entry.
    pub tables: bool,
    /// Columns.
    pub width: usize,
    /// Colour, which never changes the form.
    pub color: bool,
    /// Characters beyond ASCII.
    pub unicode: bool,
    /// One `Label: value` a line: for screen readers.
    pub plain: bool,
    /// Links that can be followed.
    pub links: bool,
    /// Drawings of dots; in their place there are words.
    pub drawings: bool,
}

/// Prose is hard to read in longer lines.
const WIDEST_PROSE: usize = 80;
const WIDEST_TABLE: usize = 120;
/// Columns where nobody says how many there are.
pub const WIDTH_WITHOUT_TERMINAL: usize = 80;
/// Below this, a table has no room for its columns.
pub(super) const NARROWEST_TABLE: usize = 60;

/// What the reader asked of the look.
#[derive(Debug, Clone, Copy)]
pub struct Wishes {
    /// `--width`
    pub width: Option<u16>,
    /// `--plain`
    pub plain: bool,
    /// `--color`
    pub color: colorchoice_clap::Color,
}

impl Terminal {
    /// Decides the look from the reader's wishes and the world.
    pub fn new(wishes: Wishes, world: &World<'_>) -> Self {
        let width = wishes.width.map(usize::from).or_else(|| world.columns());
        let plain = wishes.plain || world.wants_plain();
        Self {
            tables: world.stdout_is_terminal || wishes.width.is_some(),
            width: width.unwrap_or(WIDTH_WITHOUT_TERMINAL),
            color: !plain && (world.color)(wishes.color),
            unicode: world.speaks_utf8(),
            plain,
            links: world.stdout_is_terminal && !plain && (world.links)(),
            drawings: false,
        }
    }

    /// The same with drawings, where they are wished for (or, without a wish, on a terminal) and can be shown.
    #[must_use]
    pub fn with_drawings(self, wish: Option<bool>, world: &World<'_>) -> Self {
        let wanted = wish.unwrap_or(world.stdout_is_terminal);
        Self { drawings: wanted && self.unicode && !self.plain && world.shows_dots(), ..self }
    }

    /// Columns for prose.
    pub fn prose_width(&self) -> usize {
        self.width.min(WIDEST_PROSE)
    }

    /// Columns for tables; `None` when they do not fit.
    pub fn table_width(&self) -> Option<usize> {
        (self.width >= NARROWEST_TABLE).then(|| self.width.min(WIDEST_TABLE))
    }
}
