//! A page to print: for whom, the signs to get help for, entries one below the other, and where it all comes from.

use std::collections::{BTreeMap, BTreeSet};

use super::document::{Block, Card, Cited, Sentence, all_labelled};
use super::guidance::{own_sign_lines, red_flag_lines};
use super::role::Role;
use super::scope::{Scope, citation};
use guide::model::Precaution;

/// A page to print.
#[derive(Debug, Default)]
pub struct Handout {
    /// Its title.
    pub title: String,
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
    pub fn new(scope: &Scope<'_>, title: String, withheld: Vec<String>, mut cards: Vec<Card>) -> Self {
        let manifest = scope.catalogue.manifest();
        for card in &mut cards {
            card.red_flags.clear();
        }
        let leg: Vec<&str> = manifest.calf.regions.iter().map(String::as_str).collect();
        let red_flags = red_flag_lines(scope, &leg).into_iter().chain(own_sign_lines(scope)).collect();
        let mut page = Self {
            title,
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
        let mut numbers = Numbers::new(scope);
        let of_cards = self
            .cards
            .iter_mut()
            .flat_map(|card| [&mut card.level, &mut card.touching, &mut card.body].into_iter().flatten());
        for block in self.whom.iter_mut().chain(&mut self.red_flags).chain(of_cards) {
            if let Block::Labelled { label, .. } = &*block {
                numbers.meet(label);
            }
            for sentence in sentences(block) {
                numbers.put_into(sentence);
            }
        }
        self.sources = numbers.listed;
    }
}

/// For whom it is made: what they declared, or that they did not.
fn whom(scope: &Scope<'_>, withheld: Vec<String>) -> Vec<Block> {
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
const UNDECLARED: &str = "Nothing was declared about who reads this. Before you do anything here, read its lines \
                          \"Avoid if\" and \"Ask first if\".";

fn sentences(block: &mut Block) -> Vec<&mut Sentence> {
    match block {
        Block::Labelled { items, .. } | Block::Steps(items) => items.iter_mut().collect(),
        Block::Text(sentence) => vec![sentence],
        Block::Facts(facts) => facts.iter_mut().flat_map(|(_, items)| items).collect(),
        Block::Rulings(rulings) => {
            rulings.iter_mut().flat_map(|it| it.entries.iter_mut().chain(&mut it.reasons)).collect()
        }
        Block::Section { .. } | Block::Subsection(_) | Block::Command(_) | Block::Drawings(_) | Block::Gap => vec![],
    }
}

/// Sources and reasons in the order in which they are met.
#[derive(Default)]
struct Numbers {
    /// How a citation reads, and how the list tells its source.
    by_citation: BTreeMap<String, String>,
    /// How the list tells a source of which a sentence gives the name alone.
    by_name: BTreeMap<String, String>,
    /// How the list tells those that were met.
    listed: Vec<String>,
}

impl Numbers {
    fn new(scope: &Scope<'_>) -> Self {
        let mut numbers = Self::default();
        for row in scope.catalogue.index().sources() {
            let citation = citation(&row);
            let told = format!("{citation}: {}", row.title);
            numbers.by_name.insert(row.short.to_owned(), told.clone());
            numbers.by_citation.insert(citation, told);
        }
        numbers
    }

    fn number(&mut self, told: String) -> usize {
        let known = self.listed.iter().position(|listed| *listed == told);
        let place = known.unwrap_or(self.listed.len());
        self.listed.extend(known.is_none().then_some(told));
        place + 1
    }

    /// A source may be told by its name alone.
    fn meet(&mut self, text: &str) {
        if let Some(told) = self.by_name.get(text).cloned() {
            self.number(told);
        }
    }

    /// What a sentence stands on stays beside it; of its sources and reasons, the numbers.
    fn put_into(&mut self, sentence: &mut Sentence) {
        self.meet(&sentence.text);
        let mut numbers: BTreeSet<usize> = BTreeSet::new();
        sentence.cited.retain(|each| {
            let told = match each {
                Cited::Basis(_) => return true,
                Cited::Why(why) => format!("Our judgement: {why}"),
                Cited::Source { text, .. } => self.by_citation.get(text).unwrap_or(text).clone(),
            };
            numbers.insert(self.number(told));
            false
        });
        let numbers: Vec<String> = numbers.iter().map(ToString::to_string).collect();
        sentence
            .cited
            .extend((!numbers.is_empty()).then(|| Cited::Source { text: numbers.join(", "), address: String::new() }));
    }
}
