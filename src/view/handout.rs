//! A page to print: for whom, the signs to get help for, entries one below the other, and where it all comes from.

use std::collections::BTreeMap;

use super::document::{Block, Card, Role, Sentence, labelled};
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
    /// What the numbers behind the sentences stand for, from 1.
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
            label: scope.catalogue.directory().map(|it| format!("From {it}, which is not the bundled guide.")),
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

/// The sources in the order in which they are met.
struct Numbers {
    /// How a citation reads, and how the list tells it.
    by_citation: BTreeMap<String, String>,
    /// The citation of a source that only its name tells, as a dispute does.
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
            numbers.by_name.insert(row.short.to_owned(), citation.clone());
            numbers.by_citation.insert(citation.clone(), format!("{citation}: {}", row.title));
        }
        numbers
    }

    fn number(&mut self, citation: &str) -> Option<usize> {
        let told = self.by_citation.get(citation)?;
        if !self.met.contains_key(citation) {
            self.listed.push(told.clone());
            self.met.insert(citation.to_owned(), self.listed.len());
        }
        self.met.get(citation).copied()
    }

    /// A source may be told by its name alone.
    fn meet(&mut self, text: &str) {
        if let Some(citation) = self.by_name.get(text).cloned() {
            self.number(&citation);
        }
    }

    fn put_into(&mut self, sentence: &mut Sentence) {
        self.meet(&sentence.text);
        let mut found: Vec<usize> = Vec::new();
        let mut words: Vec<String> = Vec::new();
        for cited in std::mem::take(&mut sentence.cited) {
            match self.number(&cited) {
                Some(number) => found.push(number),
                None => words.push(cited),
            }
        }
        found.sort_unstable();
        let noun = if found.len() == 1 { "source" } else { "sources" };
        let found: Vec<String> = found.iter().map(ToString::to_string).collect();
        words.extend((!found.is_empty()).then(|| format!("{noun} {}", found.join(", "))));
        sentence.cited = words;
    }
}
