//! A page to print that tells everything: entries one below the other, each as its card.

use super::document::Card;
use super::numbers::Numbers;
use super::page_frame::{PageFrame, PageHead};
use super::scope::Scope;

/// A page to print that tells everything.
#[derive(Debug, Default)]
pub struct Handout {
    /// What stands around the cards. Its numbers stand for sources, and for reasons for judgements of ours.
    pub frame: PageFrame,
    /// The routine and the entries. Their signs stand at the top of the page, once.
    pub cards: Vec<Card>,
}

impl Handout {
    /// The page of these cards, of which those that are named are `withheld`: without how to do it.
    pub fn new(scope: &Scope<'_>, head: PageHead, withheld: Vec<String>, mut cards: Vec<Card>) -> Self {
        for card in &mut cards {
            card.red_flags.clear();
        }
        let mut page = Self { frame: PageFrame::new(scope, head, withheld), cards };
        page.number_sources(scope);
        page
    }

    /// Puts a number in the place of each citation, so that the sentences stay short; the list tells the sources in full.
    fn number_sources(&mut self, scope: &Scope<'_>) {
        let mut numbers = Numbers::with_reasons(scope);
        self.frame.number(&mut numbers);
        let of_cards = self
            .cards
            .iter_mut()
            .flat_map(|card| [&mut card.level, &mut card.touching, &mut card.body].into_iter().flatten());
        for block in of_cards {
            numbers.put_into_block(block);
        }
        self.frame.sources = numbers.listed();
    }
}
