//! Text for a terminal, or for a pipe in the terminal's form.

use unicode_width::UnicodeWidthStr;

use super::braille::{braille, braille_poses};
use super::joined::joined;
use super::style::{ASIDE, HEADING, of_role, paint};
use super::table;
use super::terminal::{NARROWEST_TABLE, Terminal};
use crate::view::{Block, Card, Cited, Document, Drawing, MarkKind, Piece, Role, Ruling, Sentence, Title};
use guide::text::{NO_BREAK, wrap};

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
                // What comes behind more than a screen is not seen.
                let is_long = list.rows.len() > LONGEST_LIST;
                let next = |page: &mut TextLines<'_>| list.next.iter().for_each(|next| page.prose(next, "", "  "));
                list.before.iter().for_each(|before| page.prose(before, "", "  "));
                if is_long {
                    next(&mut page);
                    page.line("");
                }
                page.lines.push_str(&table::list(list, terminal));
                if !is_long {
                    next(&mut page);
                }
            }
        }
    }
    let sources = document.sources();
    if !terminal.links && !sources.is_empty() {
        page.line("");
        page.line("Sources");
        for (text, address) in sources {
            page.prose(&format!("{text}: {address}"), "  ", "    ");
        }
    }
    document.lines_beside().for_each(|line| page.prose(&line, "", ""));
    page.lines
}

/// Rows of a list that fit a screen of 24, with what stands beside it.
const LONGEST_LIST: usize = 16;
/// Below this a body melts into itself.
const NARROWEST_DRAWING: usize = 40;
/// Below this no command has room.
const NARROWEST_COMMAND: usize = 40;
/// Columns of two drawings side by side.
const NARROWEST_PAIR: usize = 72;
/// Rows, so that a drawing can be seen whole on the smallest of screens.
const TALLEST_DRAWING: usize = 24;
/// Columns of drawings side by side: more is not seen at once.
const WIDEST_DRAWING: usize = 120;
/// Where two drawings stand side by side, a wider screen has more rows too: one more for so many columns.
const COLUMNS_A_ROW: usize = 4;
/// Rows of a map: neighbours need not share a marker.
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
            if ![&card.level, &card.red_flags, &card.touching].into_iter().all(Vec::is_empty) {
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
            Block::Rulings(rulings) => rulings.iter().for_each(|ruling| self.ruling(ruling)),
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

    /// A command, whole however long it is, so that it can be copied; where nothing has room, in lines of whole words.
    fn command(&mut self, command: &str) {
        if self.terminal.width >= NARROWEST_COMMAND {
            self.line(&format!("  {command}"));
        } else {
            self.prose(&command.replace(NO_BREAK, " "), "  ", "    ");
        }
    }

    /// Drawings; where there is no room, or no dots for them, their words.
    fn drawings(&mut self, drawings: &[Drawing]) {
        let width = self.terminal.width.min(WIDEST_DRAWING);
        let can_draw = self.terminal.drawings && width >= NARROWEST_DRAWING;
        if drawings.iter().any(|drawing| !drawing.layers.is_empty()) && can_draw {
            let drawn = braille_poses(drawings, width, TALLEST_DRAWING, self.terminal.color);
            return self.lines(&drawn);
        }
        // Of a place, the closest look is enough, which has the landmarks; a map needs every body.
        let mut marks = drawings.iter().flat_map(|drawing| &drawing.marks);
        let is_map = !marks.any(|mark| mark.kind == MarkKind::Landmark);
        let together = if is_map && width < NARROWEST_PAIR { 1 } else { drawings.len().max(1) };
        let is_tall = is_map && drawings.iter().any(has_several_names);
        let wider = width.saturating_sub(NARROWEST_PAIR) / COLUMNS_A_ROW;
        let rows = if is_tall { TALLEST_MAP } else { TALLEST_DRAWING + wider };
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

    /// The level, beside it the entries, and below them why; in a narrow terminal the entries below it.
    fn ruling(&mut self, Ruling { role, label, entries, reasons }: &Ruling) {
        const WIDEST_LABEL: usize = 13;
        let is_beside = self.terminal.width >= NARROWEST_TABLE;
        let indent = " ".repeat(if is_beside { WIDEST_LABEL } else { 2 });
        let painted = paint(label, of_role(*role), self.terminal.color);
        let first = format!("{label:<WIDEST_LABEL$}");
        let before = self.lines.len();
        if is_beside {
            self.prose(&joined(entries, " · "), &first, &indent);
        } else {
            self.line(label);
            self.prose(&joined(entries, " · "), &indent, &indent);
        }
        let written = self.lines.split_off(before);
        self.lines.push_str(&written.replacen(label, &painted, 1));
        self.citations(entries, &indent);
        for reason in reasons {
            self.prose(&reason.text, &indent, &indent);
            self.citations([reason], &indent);
        }
    }

    fn citations<'s>(&mut self, sentences: impl IntoIterator<Item = &'s Sentence>, indent: &str) {
        for sentence in sentences.into_iter().filter(|sentence| !sentence.cited.is_empty()) {
            let before = self.lines.len();
            let whole = |cited: &Cited| match cited {
                // A link ends with its line.
                Cited::Source { text, .. } if self.terminal.links => text.replace(' ', NO_BREAK),
                cited => cited.text().to_owned(),
            };
            let cited = sentence.cited.iter().map(whole).collect::<Vec<_>>().join(" · ");
            self.prose(&format!("[{cited}]"), indent, &format!("{indent} "));
            if self.terminal.links {
                let written = self.lines.split_off(before);
                self.lines.push_str(&linked(written, &sentence.cited));
            }
        }
    }

    fn prose(&mut self, text: &str, first: &str, rest: &str) {
        self.lines(&wrap(text, self.terminal.prose_width(), first, rest));
    }
}

/// The lines with a link on each source.
fn linked(lines: String, cited: &[Cited]) -> String {
    cited.iter().fold(lines, |lines, cited| match cited {
        Cited::Source { text, address } if !address.is_empty() => {
            let text = text.replace(' ', NO_BREAK);
            lines.replacen(&text, &link(address, &text), 1)
        }
        _ => lines,
    })
}

/// A text that leads to an address where the terminal lets one follow it (OSC 8).
fn link(address: &str, text: &str) -> String {
    let address: String = address.chars().filter(char::is_ascii_graphic).collect();
    format!("\u{1b}]8;;{address}\u{1b}\\{text}\u{1b}]8;;\u{1b}\\")
}

fn has_several_names(drawing: &Drawing) -> bool {
    drawing.marks.first().is_some_and(|first| drawing.marks.iter().any(|mark| mark.name != first.name))
}
