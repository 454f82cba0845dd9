//! One `Label: value` a line: for screen readers, and for whoever wants no boxes, colour or columns.

use super::joined::joined;
use crate::view::{Block, Card, Document, List, Piece, Ruling, Sentence, YOUR_PROFILE};

/// A document as records: the level and the notice first.
pub(super) fn plain(document: &Document) -> String {
    let mut page = PlainLines::default();
    for piece in &document.parts {
        if let Piece::Card(card) = piece {
            page.section.clear();
            card.level.iter().for_each(|block| page.block(block));
        }
    }
    document.label.iter().for_each(|label| page.record("Catalogue", label));
    document.profile.iter().for_each(|profile| page.record(YOUR_PROFILE, profile));
    document.notice.iter().for_each(|notice| page.record("Notice", notice));
    for piece in &document.parts {
        page.lines.push('\n');
        match piece {
            Piece::Card(card) => page.card(card),
            Piece::List(list) => page.list(list),
        }
    }
    document.undeclared.iter().for_each(|undeclared| page.record("Note", undeclared));
    page.lines
}

#[derive(Default)]
struct PlainLines {
    lines: String,
    section: String,
}

impl PlainLines {
    fn record(&mut self, label: &str, value: &str) {
        self.lines.extend([label, ": ", value, "\n"]);
    }

    fn card(&mut self, card: &Card) {
        self.section.clear();
        let others: Vec<&str> = card.title.others().collect();
        let title = [("Name", &card.title.name), ("Also", &others.join(", ")), ("Where", &card.title.aside)];
        title.iter().filter(|(_, value)| !value.is_empty()).for_each(|(label, value)| self.record(label, value));
        [&card.red_flags, &card.touching, &card.body].into_iter().flatten().for_each(|block| self.block(block));
    }

    fn list(&mut self, list: &List) {
        list.before.iter().for_each(|before| self.record("Note", before));
        for row in &list.rows {
            for (column, cell) in list.columns.iter().zip(row) {
                self.record(column, &cell.text.replace(" · ", ", ").replace("… ", ""));
            }
            self.lines.push('\n');
        }
        list.next.iter().for_each(|next| self.record("Next", next));
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Drawings(drawings) => {
                for drawing in drawings {
                    self.record(&drawing.title, &drawing.alternative);
                }
            }
            Block::Gap => self.section.clear(),
            Block::Section { title, aside } => {
                self.section.clone_from(title);
                if !aside.is_empty() {
                    self.record(title, aside);
                }
            }
            Block::Subsection(text) => self.record("How", text),
            Block::Labelled { label, items, .. } => self.labelled(label, items),
            Block::Steps(steps) => {
                for (place, step) in steps.iter().enumerate() {
                    let label = format!("{}, step {}", self.heading("Step"), place + 1);
                    self.record(&label, &step.text);
                    self.citations([step]);
                }
            }
            Block::Text(sentence) => {
                let label = self.heading("Note").to_owned();
                self.record(&label, sentence.text.trim_start_matches("- "));
                self.citations([sentence]);
            }
            Block::Rulings(rulings) => {
                for Ruling { label, entries, reasons, .. } in rulings {
                    // Titles hold commas.
                    self.record(label, &joined(entries, "; "));
                    self.citations(entries);
                    for reason in reasons {
                        self.record(&format!("{label}, why"), &reason.text);
                        self.citations([reason]);
                    }
                }
            }
            Block::Command(command) => self.record("Command", command),
            Block::Facts(facts) => facts.iter().for_each(|(label, items)| self.labelled(label, items)),
        }
    }

    fn heading<'p>(&'p self, without: &'p str) -> &'p str {
        if self.section.is_empty() { without } else { &self.section }
    }

    fn labelled(&mut self, label: &str, items: &[Sentence]) {
        self.record(label, &joined(items, ", "));
        self.citations(items);
    }

    fn citations<'s>(&mut self, sentences: impl IntoIterator<Item = &'s Sentence>) {
        for sentence in sentences.into_iter().filter(|sentence| !sentence.cited.is_empty()) {
            self.record("Sources", &sentence.citations(", "));
        }
    }
}
