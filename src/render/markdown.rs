//! Markdown, for notes and documents.

use super::joined::joined;
use crate::view::{Block, Card, Cited, Document, List, Piece, Ruling, Sentence};

/// A document as Markdown.
pub(super) fn markdown(document: &Document) -> String {
    let mut page = String::new();
    for piece in &document.parts {
        match piece {
            Piece::Card(card) => self::card(card, &mut page),
            Piece::List(list) => self::list(list, &mut page),
        }
    }
    for line in document.lines_beside() {
        page.push_str(&format!("*{}*\n\n", escaped(&line)));
    }
    page.truncate(page.trim_end().len());
    page.push('\n');
    page
}

fn card(card: &Card, page: &mut String) {
    if !card.title.name.is_empty() {
        page.push_str(&format!("## {}\n\n", escaped(&card.title.name)));
    }
    let beside: Vec<String> = card.title.beside().map(escaped).collect();
    if !beside.is_empty() {
        page.push_str(&format!("{}\n\n", beside.join(" · ")));
    }
    card.blocks().for_each(|each| block(each, page));
}

fn block(block: &Block, page: &mut String) {
    match block {
        Block::Drawings(drawings) => page.extend(
            drawings
                .iter()
                .map(|drawing| format!("**{}:** {}\n\n", escaped(&drawing.title), escaped(&drawing.alternative))),
        ),
        Block::Gap => {}
        Block::Rulings(rulings) => {
            for Ruling { label, entries, reasons, .. } in rulings {
                page.push_str(&format!("**{}:** {}\n\n", escaped(label), sentences(entries)));
                for reason in reasons {
                    page.push_str(&format!("{}\n\n", with_citations(reason)));
                }
            }
        }
        Block::Section { title, aside } if aside.is_empty() => page.push_str(&format!("### {}\n\n", escaped(title))),
        Block::Section { title, aside } => page.push_str(&format!("### {}: {}\n\n", escaped(title), escaped(aside))),
        Block::Subsection(text) => page.push_str(&format!("#### {}\n\n", escaped(text))),
        Block::Labelled { label, items, .. } => {
            page.push_str(&format!("**{}:** {}\n\n", escaped(label), sentences(items)));
        }
        Block::Steps(steps) => {
            for (place, step) in steps.iter().enumerate() {
                page.push_str(&format!("{}. {}\n", place + 1, with_citations(step)));
            }
            page.push('\n');
        }
        Block::Text(sentence) => page.push_str(&format!("{}\n\n", with_citations(sentence))),
        Block::Command(command) => page.push_str(&format!("    {command}\n\n")),
        Block::Facts(facts) => {
            for (label, items) in facts {
                page.push_str(&format!("- **{}:** {}\n", escaped(label), sentences(items)));
            }
            page.push('\n');
        }
    }
}

fn list(list: &List, page: &mut String) {
    page.push_str(&format!("| {} |\n", list.columns.join(" | ")));
    page.push_str(&format!("|{}\n", " --- |".repeat(list.columns.len())));
    for row in &list.rows {
        let cells: Vec<String> = row.iter().map(|cell| escaped(&cell.text).replace('|', "\\|")).collect();
        page.push_str(&format!("| {} |\n", cells.join(" | ")));
    }
    page.push('\n');
}

fn sentences(items: &[Sentence]) -> String {
    joined(items.iter().map(with_citations), " · ")
}

fn with_citations(sentence: &Sentence) -> String {
    let text = escaped(&sentence.text);
    if sentence.cited.is_empty() {
        return text;
    }
    let cited = sentence.cited.iter().map(|cited| match cited {
        Cited::Source { text, address } if !address.is_empty() => format!("[{}](<{address}>)", escaped(text)),
        cited => escaped(cited.text()),
    });
    format!("{text} ({})", cited.collect::<Vec<_>>().join("; "))
}

/// Text from a catalogue, so that it cannot become markup.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for (place, character) in text.char_indices() {
        let starts_list = place == 0 && matches!(character, '-' | '+' | '#');
        if starts_list && text.starts_with("- ") {
            escaped.push('-');
            continue;
        }
        if starts_list || matches!(character, '\\' | '`' | '*' | '_' | '<' | '>' | '[' | ']') {
            escaped.push('\\');
        }
        escaped.push(character);
    }
    escaped
}
