//! A page to print that tells everything: for whom, the signs to get help for, entries one below the other, and where it all comes from.

use super::document::{Block, Card, Sentence, all_labelled};
use super::guidance::{own_sign_lines, red_flag_lines};
use super::numbers::Numbers;
use super::page_head::PageHead;
use super::role::Role;
use super::scope::Scope;
use guide::model::Precaution;

/// A page to print that tells everything.
#[derive(Debug, Default)]
pub struct Handout {
    /// What stands at its head.
    pub head: PageHead,
    /// For whom it is made, and what is not on it because of that.
    pub whom: Vec<Block>,
    /// The signs that come before everything.
    pub red_flags: Vec<Block>,
    /// The routine and the entries. Their signs stand at the top of the page, once.
    pub cards: Vec<Card>,
    /// What the numbers behind the sentences stand for, from 1: sources, and reasons for judgements of ours.
    pub sources: Vec<String>,
    /// Which catalogue it comes from, and of when.
    pub origin: String,
    /// What every answer says of itself.
    pub notice: String,
    /// What else must be known of where it comes from.
    pub label: Option<String>,
}

impl Handout {
    /// The page of these cards, of which those that are named are `withheld`: without how to do it.
    pub fn new(scope: &Scope<'_>, head: PageHead, withheld: Vec<String>, mut cards: Vec<Card>) -> Self {
        let manifest = scope.catalogue.manifest();
        for card in &mut cards {
            card.red_flags.clear();
        }
        let leg: Vec<&str> = manifest.calf.regions.iter().map(String::as_str).collect();
        let red_flags = red_flag_lines(scope, &leg).into_iter().chain(own_sign_lines(scope)).collect();
        let mut page = Self {
            head,
            whom: whom(scope, withheld),
            red_flags,
            cards,
            sources: Vec::new(),
            origin: format!("Edition {} of the catalogue, reviewed on {}.", manifest.edition, manifest.reviewed),
            notice: manifest.notice.clone(),
            label: scope.catalogue.label(),
        };
        page.number_sources(scope);
        page
    }

    /// Puts a number in the place of each citation, so that the sentences stay short; the list tells the sources in full.
    fn number_sources(&mut self, scope: &Scope<'_>) {
        let mut numbers = Numbers::with_reasons(scope);
        let of_cards = self
            .cards
            .iter_mut()
            .flat_map(|card| [&mut card.level, &mut card.touching, &mut card.body].into_iter().flatten());
        for block in self.whom.iter_mut().chain(&mut self.red_flags).chain(of_cards) {
            numbers.put_into_block(block);
        }
        self.sources = numbers.listed();
    }
}

/// For whom it is made: what they declared, or that they did not.
pub(super) fn whom(scope: &Scope<'_>, withheld: Vec<String>) -> Vec<Block> {
    let (precautions, profile) = (scope.reader.precautions(), scope.reader.profile());
    let title = |it: &Precaution| Sentence::from(scope.in_week(it, &it.title));
    let nothing = if profile.was_asked() { NONE_APPLIES } else { UNDECLARED };
    let nothing = precautions.is_empty().then(|| Block::Text(nothing.into()));
    let cleared = precautions.iter().filter(|it| profile.is_cleared(&it.id));
    let lines = all_labelled([
        (Role::Adapt, "Made for somebody with", precautions.iter().map(title).collect()),
        (Role::Adapt, "Whoever they asked agreed, they say", cleared.map(title).collect()),
        (Role::Avoid, "How to do it is withheld", withheld.into_iter().map(Sentence::from).collect()),
    ]);
    nothing.into_iter().chain(lines).collect()
}

const NONE_APPLIES: &str = "Made for somebody who says that no precaution of this guide applies.";
const UNDECLARED: &str = "Nothing was declared: before you begin, read \"Avoid if\" and \"Ask first if\".";
