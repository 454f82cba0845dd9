//! Numbers in the place of citations, so that the sentences of a page stay short; a list tells what each stands for.

use std::collections::{BTreeMap, BTreeSet};

use super::document::{Block, Cited, Sentence};
use super::scope::{Scope, citation};
use guide::model::Grade;

/// Sources, all of them with titles and reasons or the strongest alone, in the order in which they are met.
#[derive(Default)]
pub(super) struct Numbers {
    /// How strong sources are, by how a citation reads, where a sentence keeps its strongest source alone; else what it stands on
    /// stays beside it, and the reason for a judgement of ours is listed.
    strength: Option<BTreeMap<String, Grade>>,
    /// How a citation reads, and how the list tells its source.
    by_citation: BTreeMap<String, String>,
    /// How the list tells a source of which a sentence gives the name alone.
    by_name: BTreeMap<String, String>,
    /// How the list tells those that were met.
    listed: Vec<String>,
}

impl Numbers {
    /// Numbers for sources, told with their titles, and for reasons.
    pub(super) fn with_reasons(scope: &Scope<'_>) -> Self {
        let mut numbers = Self::default();
        for row in scope.catalogue.index().sources() {
            let citation = citation(&row);
            let told = format!("{citation}: {}", row.title);
            numbers.by_name.insert(row.short.to_owned(), told.clone());
            numbers.by_citation.insert(citation, told);
        }
        numbers
    }

    /// Numbers for the strongest source of each sentence.
    pub(super) fn of_strongest(scope: &Scope<'_>) -> Self {
        let strength = scope.catalogue.index().sources().map(|row| (citation(&row), row.grade));
        Self { strength: Some(strength.collect()), ..Self::default() }
    }

    /// How the list tells those that were met, from 1.
    pub(super) fn listed(self) -> Vec<String> {
        self.listed
    }

    /// Puts a number in the place of each citation of a block.
    pub(super) fn put_into_block(&mut self, block: &mut Block) {
        if let Block::Labelled { label, .. } = &*block {
            self.meet(label);
        }
        for sentence in sentences(block) {
            self.put_into(sentence);
        }
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
    pub(super) fn put_into(&mut self, sentence: &mut Sentence) {
        self.meet(&sentence.text);
        if let Some(strength) = &self.strength {
            keep_strongest(strength, &mut sentence.cited);
        }
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

/// Keeps the strongest source, the first of several.
fn keep_strongest(strength: &BTreeMap<String, Grade>, cited: &mut Vec<Cited>) {
    let grade = |each: &Cited| match each {
        Cited::Source { text, .. } => strength.get(text).copied(),
        Cited::Basis(_) | Cited::Why(_) => None,
    };
    let best = cited.iter().filter_map(grade).min();
    cited.retain(|each| best.is_some() && grade(each) == best);
    cited.truncate(1);
}

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
