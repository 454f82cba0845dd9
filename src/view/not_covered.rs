//! The card of what readers ask for and this guide does not hold.

use super::document::{Block, Card, fact};
use super::scope::Scope;
use super::words::command_to;
use guide::model::NotCovered;

/// The card of what this guide does not hold: that it does not, where to ask, and what helps meanwhile.
pub fn not_covered_card(scope: &Scope<'_>, it: &NotCovered) -> Card {
    let mut card = Card::titled(&it.title, "not in this guide");
    card.tell_all(scope.sentences(std::slice::from_ref(&it.answer)));
    let mut facts: Vec<_> = it.ask.iter().map(|ask| fact("Where to ask", ask.as_str())).collect();
    if !it.see.is_empty() {
        let see = it.see.iter().map(|id| scope.with_declared(&command_to(id)).into()).collect();
        facts.push(("Meanwhile".to_owned(), see));
    }
    card.body.push(Block::Facts(facts));
    card
}
