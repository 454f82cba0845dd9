//! The card of a source.

use super::Scope;
use super::document::{Block, Card, Sentence, Title};
use crate::catalogue::Source;

/// The card of a source: what it is, what was read of it, and what cites it.
pub fn card(scope: &Scope<'_>, source: &Source) -> Card {
    let cited_by = scope.catalogue.index().source(&source.id).map_or("", |row| row.cited_by);
    let cited_by: Vec<Sentence> =
        cited_by.split(',').filter(|id| !id.is_empty()).map(|id| scope.catalogue.told(id).into()).collect();
    let fact = |label: &str, text: String| (label.to_owned(), vec![Sentence::from(text)]);
    let mut facts = vec![
        fact("Grade", format!("{}, {}", source.grade.id(), source.grade.words())),
        fact("Document", source.document.words().to_owned()),
        fact("Address", source.address.clone()),
        fact("Read", format!("{}, {}", source.read.words(), source.read_on)),
    ];
    facts.extend(source.note.iter().map(|note| fact("Note", note.clone())));
    facts.push(("Cited by".to_owned(), cited_by));
    Card {
        title: Title { name: source.title.clone(), also: Vec::new(), aside: source.id.clone() },
        body: vec![Block::Facts(facts)],
        ..Card::default()
    }
}
