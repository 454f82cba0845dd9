//! Text for a terminal, or for a pipe in the terminal's form.

use unicode_width::UnicodeWidthStr;

use super::braille::braille;
use super::joined::joined;
use super::style::{ASIDE, HEADING, of_role, paint};
use super::table;
use super::terminal::Terminal;
use crate::view::{Block, Card, Document, Drawing, MarkKind, Piece, Role, Sentence, Title};
use guide::text::wrap;

/// A document as text.
pub(super) fn text(document: &Document, terminal: &Terminal) -> String {
    let mut page = TextLines { terminal, lines: String::new() };
    for (place, piece) in document.parts.iter().enumerate() {
        if place > 0 {
            page.line("");
        }
        match piece {
            Piece::Card(card) => page.card(card),
            Piece::List(list) => {
                page.lines.push_str(&table::list(list, terminal));
                list.next.iter().for_each(|next| page.prose(next, "", "  "));
            }
        }
    }
    document.lines_beside().for_each(|line| page.prose(&line, "", ""));
    page.lines
}

/// Below this a body melts into itself.
const NARROWEST_DRAWING: usize = 40;
/// Below this no command has room.
const NARROWEST_COMMAND: usize = 40;
/// Columns of two drawings side by side.
const NARROWEST_PAIR: usize = 72;
/// Rows, so that a drawing can be seen whole on the smallest of screens.
const TALLEST_DRAWING: usize = 24;
/// A screen with so many columns has more rows too: on a map, neighbours need not share a marker.
const WIDE_SCREEN: usize = 100;
/// Rows of a map there.
const TALLEST_MAP: usize = 42;

struct TextLines<'t> {
    terminal: &'t Terminal,
    lines: String,
}

impl TextLines<'_> {
    fn line(&mut self, line: &str) {
        self.lines.push_str(line.trim_end());
        self.lines.push('\n');
    }

    fn lines(&mut self, lines: &[String]) {
        for line in lines {
            self.line(line);
        }
    }

    fn card(&mut self, card: &Card) {
        if !card.title.name.is_empty() {
            self.title(&card.title);
            if !card.red_flags.is_empty() || !card.level.is_empty() {
                self.line("");
            }
        }
        card.blocks().for_each(|block| self.block(block));
    }

    fn title(&mut self, title: &Title) {
        let others = title.others().collect::<Vec<_>>().join(" · ");
        let others = if others.is_empty() { others } else { format!("  {others}") };
        let name = paint(&title.name, HEADING, self.terminal.color);
        self.beside(&format!("{}{others}", title.name), &format!("{name}{others}"), &title.aside);
    }

    /// A line with something at its right end, or below it where there is no room. A line that has to be wrapped stays
    /// unpainted: the words carry the meaning.
    fn beside(&mut self, plain: &str, painted: &str, right: &str) {
        let width = self.terminal.prose_width();
        let room = width.saturating_sub(plain.width() + right.width());
        if !right.is_empty() && room >= 2 {
            let right = paint(right, ASIDE, self.terminal.color);
            self.line(&format!("{painted}{}{right}", " ".repeat(room)));
            return;
        }
        if plain.width() > width {
            self.prose(plain, "", "  ");
        } else {
            self.line(painted);
        }
        if !right.is_empty() {
            self.prose(right, "  ", "  ");
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Gap => self.line(""),
            Block::Drawings(drawings) => self.drawings(drawings),
            Block::Section { title, aside } => {
                self.beside(title, &paint(title, HEADING, self.terminal.color), aside);
            }
            Block::Subsection(text) => self.prose(text, "  ", "  "),
            Block::Labelled { role, label, items } => self.labelled(*role, label, items),
            Block::Steps(steps) => {
                for (place, step) in steps.iter().enumerate() {
                    self.prose(&step.text, &format!("  {:<3}", place + 1), "     ");
                    self.citations([step], "     ");
                }
            }
            Block::Text(sentence) => {
                self.prose(&sentence.text, "", if sentence.text.starts_with("- ") { "  " } else { "" });
                self.citations([sentence], "  ");
            }
            Block::Command(command) => self.command(command),
            Block::Facts(facts) => {
                let label_width = facts.iter().map(|(label, _)| label.width()).max().unwrap_or_default() + 2;
                for (label, items) in facts {
                    let indent = " ".repeat(label_width);
                    let first = format!("{label}{}", " ".repeat(label_width - label.width()));
                    self.prose(&joined(items, " · "), &first, &indent);
                    self.citations(items, &indent);
                }
            }
        }
    }

    /// A command, in lines of whole words; where one of them has no room, the command is left whole, so that it can be
    /// copied.
    fn command(&mut self, command: &str) {
        let room = self.terminal.prose_width().saturating_sub(4);
        if self.terminal.width >= NARROWEST_COMMAND && command.split(' ').any(|word| word.width() > room) {
            self.line(&format!("  {command}"));
        } else {
            self.prose(command, "  ", "    ");
        }
    }

    /// Drawings; where there is no room, or no dots for them, their words.
    fn drawings(&mut self, drawings: &[Drawing]) {
        let width = self.terminal.prose_width();
        let can_draw = self.terminal.drawings && width >= NARROWEST_DRAWING;
        // Of a place, the closest look is enough, which has the landmarks; a map needs every body.
        let mut marks = drawings.iter().flat_map(|drawing| &drawing.marks);
        let is_map = !marks.any(|mark| mark.kind == MarkKind::Landmark);
        let together = if is_map && width < NARROWEST_PAIR { 1 } else { drawings.len().max(1) };
        let is_tall = is_map && self.terminal.width >= WIDE_SCREEN && drawings.iter().any(has_several_names);
        let rows = if is_tall { TALLEST_MAP } else { TALLEST_DRAWING };
        for sheet in drawings.chunks(together) {
            let drawn = if can_draw { braille(sheet, width, rows, self.terminal.color) } else { Vec::new() };
            if drawn.is_empty() {
                for drawing in sheet {
                    self.line("");
                    self.prose(&format!("{}: {}", drawing.title, drawing.alternative), "", "  ");
                }
            } else {
                self.line("");
                self.lines(&drawn);
            }
        }
    }

    fn labelled(&mut self, role: Role, label: &str, items: &[Sentence]) {
        let text = format!("{label}: {}", joined(items, " · "));
        let before = self.lines.len();
        self.prose(&text, "", "");
        if self.terminal.color {
            let written = self.lines.split_off(before);
            let label = format!("{label}:");
            // A label that was wrapped stays unpainted: the words carry the meaning.
            self.lines.push_str(&written.replacen(&label, &paint(&label, of_role(role), true), 1));
        }
        let alike = items.chunk_by(|one, next| one.cited == next.cited);
        self.citations(alike.filter_map(<[Sentence]>::first), "  ");
    }

    fn citations<'s>(&mut self, sentences: impl IntoIterator<Item = &'s Sentence>, indent: &str) {
        for sentence in sentences.into_iter().filter(|sentence| !sentence.cited.is_empty()) {
            self.prose(&format!("[{}]", sentence.citations(" · ")), indent, &format!("{indent} "));
        }
    }

    fn prose(&mut self, text: &str, first: &str, rest: &str) {
        self.lines(&wrap(text, self.terminal.prose_width(), first, rest));
    }
}

fn has_several_names(drawing: &Drawing) -> bool {
    drawing.marks.first().is_some_and(|first| drawing.marks.iter().any(|mark| mark.name != first.name))
}
