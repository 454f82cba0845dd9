//! A page to print: for whom, the signs to get help for, entries one below the other, and where it all comes from.

use std::collections::BTreeMap;

use super::document::{Block, Card, Cited, Role, Sentence, labelled};
use super::guidance::red_flag_lines;
use super::{Scope, citation};

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

/// What the page says in the words of who makes it.
#[derive(Debug)]
pub struct ReaderWords {
    /// Its title.
    pub title: String,
    /// Names of what is on the page without how to do it.
    pub withheld: Vec<String>,
}

impl Handout {
    /// The page of these cards.
    pub fn new(scope: &Scope<'_>, words: ReaderWords, mut cards: Vec<Card>) -> Self {
        let manifest = scope.catalogue.manifest();
        for card in &mut cards {
            card.red_flags.clear();
        }
        let mut page = Self {
            title: words.title,
            whom: whom(scope, words.withheld),
            red_flags: red_flag_lines(scope, &manifest.calf.regions.join(",")),
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
        let of_cards = self.cards.iter_mut().flat_map(|card| card.level.iter_mut().chain(&mut card.body));
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
    let reader = &scope.reader;
    let titles: Vec<Sentence> = reader.precautions().iter().map(|it| it.title.as_str().into()).collect();
    let mut lines = match (titles.is_empty(), reader.profile().was_asked()) {
        (false, _) => vec![labelled(Role::Adapt, "Made for somebody with", titles)],
        (true, true) => {
            vec![Block::Text("Made for somebody who says that no precaution of this guide applies.".into())]
        }
        (true, false) => vec![Block::Text(UNDECLARED.into())],
    };
    let cleared = reader.precautions().iter().filter(|it| reader.profile().is_cleared(&it.id));
    let cleared: Vec<Sentence> = cleared.map(|it| it.title.as_str().into()).collect();
    let withheld: Vec<Sentence> = withheld.into_iter().map(Sentence::from).collect();
    let more =
        [(Role::Adapt, "A clinician agreed, they say", cleared), (Role::Avoid, "How to do it is withheld", withheld)];
    let more = more.into_iter().filter(|(_, _, items)| !items.is_empty());
    lines.extend(more.map(|(role, label, items)| labelled(role, label, items)));
    lines
}

const UNDECLARED: &str = "Nothing was declared about who reads this. Before you do anything here, read its lines \
                          \"Avoid if\" and \"Ask first if\".";

fn sentences(block: &mut Block) -> Vec<&mut Sentence> {
    match block {
        Block::Labelled { items, .. } | Block::Steps(items) => items.iter_mut().collect(),
        Block::Text(sentence) => vec![sentence],
        Block::Facts(facts) => facts.iter_mut().flat_map(|(_, items)| items).collect(),
        Block::Section { .. } | Block::Subsection(_) | Block::Command(_) | Block::Drawings(_) | Block::Gap => {
            Vec::new()
        }
    }
}

/// Sources and reasons in the order in which they are met.
struct Numbers {
    /// How a citation reads, and how the list tells its source.
    by_citation: BTreeMap<String, String>,
    /// How the list tells a source of which a sentence gives the name alone.
    by_name: BTreeMap<String, String>,
    met: BTreeMap<String, usize>,
    listed: Vec<String>,
}

impl Numbers {
    fn new(scope: &Scope<'_>) -> Self {
        let mut numbers =
            Self { by_citation: BTreeMap::new(), by_name: BTreeMap::new(), met: BTreeMap::new(), listed: Vec::new() };
        for row in scope.catalogue.index().sources() {
            let citation = citation(&row);
            let told = format!("{citation}: {}", row.title);
            numbers.by_name.insert(row.short.to_owned(), told.clone());
            numbers.by_citation.insert(citation, told);
        }
        numbers
    }

    fn number(&mut self, told: &str) -> usize {
        let next = self.listed.len() + 1;
        *self.met.entry(told.to_owned()).or_insert_with(|| {
            self.listed.push(told.to_owned());
            next
        })
    }

    /// A source may be told by its name alone.
    fn meet(&mut self, text: &str) {
        if let Some(told) = self.by_name.get(text).cloned() {
            self.number(&told);
        }
    }

    /// What a sentence stands on stays beside it; of its sources and reasons, the numbers.
    fn put_into(&mut self, sentence: &mut Sentence) {
        self.meet(&sentence.text);
        let mut numbers: Vec<usize> = Vec::new();
        let mut cited = std::mem::take(&mut sentence.cited);
        cited.retain(|each| match each {
            Cited::Basis(_) => true,
            Cited::Why(why) => {
                numbers.push(self.number(&format!("Our judgement: {why}")));
                false
            }
            Cited::Source(citation) => {
                let told = self.by_citation.get(citation).cloned();
                numbers.push(self.number(told.as_deref().unwrap_or(citation)));
                false
            }
        });
        numbers.sort_unstable();
        numbers.dedup();
        let numbers: Vec<String> = numbers.iter().map(ToString::to_string).collect();
        cited.extend((!numbers.is_empty()).then(|| Cited::Source(numbers.join(", "))));
        sentence.cited = cited;
    }
}
