//! The card of a source.

use super::document::{Block, Card, fact};
use super::scope::Scope;
use guide::model::Source;

/// The card of a source: what it is, what was read of it, and what cites it.
pub fn source_card(scope: &Scope<'_>, source: &Source) -> Card {
    let cited_by = scope.catalogue.index().source(&source.id).map(|row| row.cited_by).unwrap_or_default();
    let cited_by = cited_by.into_iter().map(|id| scope.catalogue.told(id).into()).collect();
    let mut facts = vec![
        fact("Grade", format!("{}, {}", source.grade.id(), source.grade.words())),
        fact("Document", source.document.words()),
        fact("Address", source.address.as_str()),
        fact("Read", format!("{}, {}", source.read.words(), source.read_on)),
    ];
    facts.extend(source.reviewed.map(|month| fact("Reviewed", month.to_string())));
    facts.extend(source.note.iter().map(|note| fact("Note", note.as_str())));
    facts.push(("Cited by".to_owned(), cited_by));
    Card { body: vec![Block::Facts(facts)], ..Card::titled(&source.title, &source.id) }
}
