//! A short page to print: what a reader keeps at hand, told once for all entries where it holds for all of them.

mod entry;

use std::collections::BTreeSet;

use super::document::{Block, Card, Sentence, all_labelled};
use super::guidance::touching_lines;
use super::numbers::Numbers;
use super::page_frame::{PageFrame, PageHead};
use super::role::Role;
use super::scope::Scope;
use super::words::pressure_words;
pub use entry::{HowPart, LeafletEntry, RuledDose, point_leaflet, stretch_leaflet, technique_leaflet};
use guide::index::Touching;
use guide::text::minutes_or_seconds;

/// A short page to print.
#[derive(Debug, Default)]
pub struct Leaflet {
    /// What stands around all of this.
    pub frame: PageFrame,
    /// Who is to leave out all of it, or to ask first.
    pub touching: Vec<Block>,
    /// When to stop, whatever is done.
    pub stop: Vec<Sentence>,
    /// The steps of routines in their order.
    pub routines: Vec<Card>,
    /// What they do, and what else is on the page.
    pub entries: Vec<LeafletEntry>,
    /// What is ticked, a row each.
    pub rows: Vec<String>,
}

impl Leaflet {
    /// The page of these entries, of which those that are named are `withheld`: without how to do it.
    pub fn new(
        scope: &Scope<'_>,
        head: PageHead,
        withheld: Vec<String>,
        routines: Vec<Card>,
        mut entries: Vec<LeafletEntry>,
    ) -> Self {
        let touching = touching(scope, !routines.is_empty(), &mut entries);
        if routines.is_empty() && entries.len() > ROOMY_AT_MOST {
            for entry in &mut entries {
                entry.beneath.clear();
            }
        }
        let told = entries.iter().filter(|entry| entry.tells_how()).map(|entry| entry.title.name.clone());
        let rows = routines.iter().map(|card| card.title.name.clone());
        let rows = if routines.is_empty() { told.collect() } else { rows.collect() };
        let mut page = Self {
            frame: PageFrame::new(scope, head, withheld),
            touching,
            stop: stop(scope, &entries),
            routines,
            entries,
            rows,
        };
        page.number_sources(scope);
        page
    }

    /// Puts numbers in the place of citations. What has none is a judgement of ours, which the list tells once.
    fn number_sources(&mut self, scope: &Scope<'_>) {
        let mut numbers = Numbers::of_strongest(scope);
        self.frame.number(&mut numbers);
        self.stop.iter_mut().for_each(|sentence| numbers.put_into(sentence));
        for block in self.routines.iter_mut().flat_map(|card| &mut card.body) {
            numbers.put_into_block(block);
        }
        self.entries.iter_mut().for_each(|entry| entry.number(&mut numbers));
        self.frame.sources = numbers.listed();
    }
}

/// More entries find no room on a sheet for all that can be told of each.
const ROOMY_AT_MOST: usize = 2;

/// When to stop, and what holds for all pressing and for all movements.
fn stop(scope: &Scope<'_>, entries: &[LeafletEntry]) -> Vec<Sentence> {
    let manifest = scope.catalogue.manifest();
    let mut stop = Vec::new();
    if entries.iter().any(LeafletEntry::tells_how) {
        stop.push(scope.stop());
    }
    if entries.iter().any(|entry| entry.presses) {
        let a_side = minutes_or_seconds(manifest.session.seconds_a_side_at_most.into());
        let first = &manifest.first_time;
        let pressure = pressure_words(manifest, first.pressure_at_most);
        let text = format!(
            "Press for at most {a_side} a side. The first time: {pressure} and {} s at most.",
            first.hold_seconds.max
        );
        stop.push(text.into());
    }
    if entries.iter().any(|entry| entry.moves) {
        stop.extend(scope.sentences(&manifest.movement_rules));
    }
    stop
}

/// Who is to leave out everything on the page, or to ask first; each entry keeps what is its own. A routine is done as a
/// whole: what touches one of its entries touches it.
fn touching(scope: &Scope<'_>, as_a_whole: bool, entries: &mut [LeafletEntry]) -> Vec<Block> {
    let (telling, lists): (Vec<usize>, Vec<Touching<'_>>) = entries
        .iter()
        .enumerate()
        .filter(|(_, entry)| entry.tells_how())
        .map(|(place, entry)| (place, scope.touching(&entry.id)))
        .unzip();
    if let ([place], [touching]) = (telling.as_slice(), lists.as_slice()) {
        if let Some(entry) = entries.get_mut(*place) {
            entry.touching = touching_lines(touching);
        }
        return Vec::new();
    }
    let avoid_if = Shorts::of(as_a_whole, lists.iter().map(|list| &list.avoid_if));
    let mut ask_if = Shorts::of(as_a_whole, lists.iter().map(|list| &list.ask_if));
    ask_if.shared.retain(|short| !avoid_if.shared.contains(short));
    if !as_a_whole {
        for (place, list) in telling.into_iter().zip(&lists) {
            let Some(entry) = entries.get_mut(place) else { continue };
            let own = [avoid_if.own(&list.avoid_if), ask_if.own(&list.ask_if)];
            entry.touching = lines(["Avoid if", "Ask first if"], own);
        }
    }
    let labels = if as_a_whole { ["Avoid if", "Ask first if"] } else { ["Avoid all of this if", "Ask first if"] };
    lines(labels, [avoid_if.told(), ask_if.told()])
}

fn lines(labels: [&'static str; 2], [avoid, ask]: [Vec<Sentence>; 2]) -> Vec<Block> {
    let [avoid_if, ask_if] = labels;
    all_labelled([(Role::Avoid, avoid_if, avoid), (Role::Ask, ask_if, ask)])
}

/// How precautions are named that touch all entries, or any of them.
struct Shorts<'t> {
    shared: BTreeSet<&'t str>,
}

impl<'t> Shorts<'t> {
    fn of<'l>(any: bool, lists: impl Iterator<Item = &'l Vec<(&'t str, &'t str)>>) -> Self
    where
        't: 'l,
    {
        let sets = lists.map(|list| list.iter().map(|(_, short)| *short).collect::<BTreeSet<&str>>());
        let shared = sets.reduce(|one, other| if any { &one | &other } else { &one & &other });
        Self { shared: shared.unwrap_or_default() }
    }

    fn told(&self) -> Vec<Sentence> {
        self.shared.iter().map(|short| Sentence::from(*short)).collect()
    }

    /// What of a list is not told of all.
    fn own(&self, list: &[(&str, &str)]) -> Vec<Sentence> {
        list.iter().filter(|(_, short)| !self.shared.contains(short)).map(|(_, short)| (*short).into()).collect()
    }
}
