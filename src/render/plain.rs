//! One `Label: value` a line: for screen readers, and for whoever wants no boxes, colour or columns.

use super::joined;
use crate::view::{Block, Card, Document, List, Part, Sentence, YOUR_PROFILE};

/// A document as records: the level and the notice first.
pub(super) fn plain(document: &Document) -> String {
    let mut page = Page::default();
    for part in &document.parts {
        if let Part::Card(card) = part {
            page.section.clear();
            card.level.iter().for_each(|block| page.block(block));
        }
    }
    document.label.iter().for_each(|label| page.record("Catalogue", label));
    document.profile.iter().for_each(|profile| page.record(YOUR_PROFILE, profile));
    document.notice.iter().for_each(|notice| page.record("Notice", notice));
    for part in &document.parts {
        page.lines.push('\n');
        match part {
            Part::Card(card) => page.card(card),
            Part::List(list) => page.list(list),
        }
    }
    page.lines
}

#[derive(Default)]
struct Page {
    lines: String,
    section: String,
}

impl Page {
    fn record(&mut self, label: &str, value: &str) {
        for part in [label, ": ", value, "\n"] {
            self.lines.push_str(part);
        }
    }

    fn card(&mut self, card: &Card) {
        self.section.clear();
        if !card.title.name.is_empty() {
            self.record("Name", &card.title.name);
        }
        let also: Vec<&str> = card.title.also.iter().map(String::as_str).filter(|name| !name.is_empty()).collect();
        if !also.is_empty() {
            self.record("Also", &also.join(", "));
        }
        if !card.title.aside.is_empty() {
            self.record("Where", &card.title.aside);
        }
        card.red_flags.iter().chain(&card.body).for_each(|block| self.block(block));
    }

    fn list(&mut self, list: &List) {
        for row in &list.rows {
            for (column, cell) in list.columns.iter().zip(row) {
                self.record(column, &cell.text.replace(" · ", ", "));
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
            Block::Labelled { label, items, .. } => {
                self.record(label, &joined(items.iter().map(|item| item.text.as_str()), ", "));
                self.all_citations(items);
            }
            Block::Steps(steps) => {
                for (place, step) in steps.iter().enumerate() {
                    let label = format!("{}, step {}", self.heading("Step"), place + 1);
                    self.record(&label, &step.text);
                    self.citations(step);
                }
            }
            Block::Text(sentence) => {
                let label = self.heading("Note").to_owned();
                self.record(&label, sentence.text.trim_start_matches("- "));
                self.citations(sentence);
            }
            Block::Command(command) => self.record("Command", command),
            Block::Facts(facts) => {
                for (label, items) in facts {
                    self.record(label, &joined(items.iter().map(|item| item.text.as_str()), ", "));
                    self.all_citations(items);
                }
            }
        }
    }

    fn heading<'p>(&'p self, without: &'p str) -> &'p str {
        if self.section.is_empty() { without } else { &self.section }
    }

    fn all_citations(&mut self, items: &[Sentence]) {
        for item in items {
            self.citations(item);
        }
    }

    fn citations(&mut self, sentence: &Sentence) {
        if !sentence.cited.is_empty() {
            self.record("Sources", &sentence.citations(", "));
        }
    }
}
