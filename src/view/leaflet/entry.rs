//! An entry on a short page: how to do it by one way, its dose with room for less, and who is to leave it out.

use crate::view::document::{Block, Card, Sentence, Title, labelled};
use crate::view::drawing::{Drawing, EntryDrawings};
use crate::view::extent::CardExtent;
use crate::view::guidance::{level_lines, limit_texts};
use crate::view::numbers::Numbers;
use crate::view::point::{beneath, found, off, title, withheld as withheld_point};
use crate::view::practice::withheld;
use crate::view::pressing::{of_told, split};
use crate::view::role::Role;
use crate::view::scope::Scope;
use crate::view::words::{capitalised, dosing_words, hold_words, per_day_words, pressure_words, uncapitalised};
use guide::index::{PointRow, PracticeRow};
use guide::model::{Point, Stretch, Technique};
use guide::screening::{AllowedStretch, AllowedWay, Dose, Screened, Verdict};

/// An entry on a short page.
#[derive(Debug, Default)]
pub struct LeafletEntry {
    /// What finds it in the guide.
    pub id: String,
    /// What it is.
    pub title: Title,
    /// The level and why.
    pub level: Vec<Block>,
    /// Who is to leave it out or to ask first, besides those who are told so of the whole page.
    pub touching: Vec<Block>,
    /// How it looks.
    pub drawings: Vec<Drawing>,
    /// How to do it; empty where that is withheld.
    pub how: Vec<HowPart>,
    /// How much of it.
    pub dose: Option<RuledDose>,
    /// What lies beneath, where there is room for it: how it feels in the wrong place tells the most of that.
    pub beneath: Vec<Sentence>,
    /// What to take care of, or what stands in the place of a how-to that is withheld.
    pub rest: Vec<Block>,
    /// Whether it is pressed, so that the rules for all pressing hold for it.
    pub presses: bool,
    /// Whether it is a movement, so that the rules for all of those hold.
    pub moves: bool,
}

/// A part of how to do it.
#[derive(Debug)]
pub struct HowPart {
    /// What it leads to.
    pub heading: &'static str,
    /// By which way.
    pub by: String,
    /// The steps.
    pub steps: Vec<Sentence>,
    /// What holds besides.
    pub besides: Vec<Sentence>,
}

/// A dose as the rules leave it, and what of it may be written down smaller.
#[derive(Debug)]
pub struct RuledDose {
    /// The most that is allowed.
    pub allowed: Sentence,
    /// What stands behind each line to write on.
    pub smaller: Vec<&'static str>,
}

/// A point on a short page, by this way or by the first that is left.
pub fn point_leaflet(
    scope: &Scope<'_>,
    row: &PointRow<'_>,
    screened: &Screened<'_, Point>,
    way: Option<&str>,
    mut drawings: EntryDrawings,
) -> LeafletEntry {
    let (point, verdict) = (screened.entry(), screened.verdict());
    let mut entry = LeafletEntry {
        id: row.code.to_owned(),
        title: title(scope, point),
        level: level_lines(scope, verdict),
        ..LeafletEntry::default()
    };
    let permit = screened.permit();
    let told = permit.as_ref().and_then(|it| first_told(&it.ways, way, |way| way.label).map(|way| (it, way)));
    let Some((permit, way)) = told else {
        entry.stands_in(|card| withheld_point(scope, point, verdict, card));
        return entry;
    };
    // Of its drawings the last has the landmarks.
    entry.drawings.extend(drawings.whole.pop());
    entry.how.push(HowPart {
        heading: "Find it",
        by: String::new(),
        steps: found(scope, permit, way.label),
        besides: off(scope, permit, way.label),
    });
    entry.press(scope, way);
    entry.limits(limit_texts(scope, verdict, way.place));
    entry.beneath = beneath(scope, point);
    entry
}

/// A technique on a short page.
pub fn technique_leaflet(
    scope: &Scope<'_>,
    row: &PracticeRow<'_>,
    screened: &Screened<'_, Technique>,
    way: Option<&str>,
    mut drawings: EntryDrawings,
) -> LeafletEntry {
    let verdict = screened.verdict();
    let mut entry = LeafletEntry::of(scope, row, screened.verdict());
    let permit = screened.permit();
    let told = permit.as_ref().and_then(|it| first_told(&it.ways, way, |way| way.label).map(|way| (it, way)));
    let Some((permit, way)) = told else {
        entry.stands_in(|card| withheld(scope, verdict, card));
        return entry;
    };
    entry.drawings = drawings.take(way.label);
    entry.press(scope, way);
    entry.limits(limit_texts(scope, verdict, way.place));
    entry.care("Take care", of_told(scope, &[way.label], &permit.stop_if));
    entry
}

/// A stretch on a short page.
pub fn stretch_leaflet(
    scope: &Scope<'_>,
    row: &PracticeRow<'_>,
    screened: &Screened<'_, Stretch>,
    way: Option<&str>,
    mut drawings: EntryDrawings,
) -> LeafletEntry {
    let verdict = screened.verdict();
    let mut entry = LeafletEntry { moves: true, ..LeafletEntry::of(scope, row, verdict) };
    let permit = screened.permit();
    let told = permit.as_ref().and_then(|it| first_told(&it.ways, way, |way| way.label).map(|way| (it, way)));
    let Some((permit, way)) = told else {
        entry.moves = false;
        entry.stands_in(|card| withheld(scope, verdict, card));
        return entry;
    };
    entry.drawings = drawings.take(way.label);
    entry.how.push(HowPart {
        heading: "Do it",
        by: uncapitalised(way.label),
        steps: scope.sentences(way.steps),
        besides: needed(way),
    });
    let dosing = capitalised(&dosing_words(&way.dosing, way.each_side));
    let grounds = way.grounds.map(|it| scope.cited(&dosing, &it.sources, it.basis, it.why.as_deref()));
    let smaller = if way.dosing.repetitions.max == 1 { vec!["s", "a day"] } else { vec!["times", "s each", "a day"] };
    entry.dose = Some(RuledDose { allowed: grounds.unwrap_or_else(|| dosing.into()), smaller });
    entry.limits(limit_texts(scope, verdict, way.place));
    entry.care("Take care", of_told(scope, &[way.label], &permit.stop_if));
    entry
}

/// The way that is wanted, or the first.
fn first_told<'w, W>(ways: &'w [W], wanted: Option<&str>, label: impl Fn(&W) -> &str) -> Option<&'w W> {
    split(ways, CardExtent::Page(wanted), label).0.into_iter().next()
}

fn needed(way: &AllowedStretch<'_>) -> Vec<Sentence> {
    let things: Vec<&str> = way.equipment.iter().map(|each| each.text.as_str()).collect();
    let needed = format!("You need {}.", things.join(", "));
    if things.is_empty() { Vec::new() } else { vec![needed.into()] }
}

impl LeafletEntry {
    fn of(scope: &Scope<'_>, row: &PracticeRow<'_>, verdict: &Verdict<'_>) -> Self {
        let title = Title { name: row.title.to_owned(), ..Title::default() };
        Self { id: row.id.to_owned(), title, level: level_lines(scope, verdict), ..Self::default() }
    }

    /// Whether it tells how.
    pub fn tells_how(&self) -> bool {
        !self.how.is_empty()
    }

    /// How to press, and how much.
    fn press(&mut self, scope: &Scope<'_>, way: &AllowedWay<'_>) {
        let Dose { pressure, per_day, .. } = way.dose;
        let pressure = capitalised(&pressure_words(scope.catalogue.manifest(), pressure));
        let dose = format!("{pressure}, {}, {}", hold_words(&way.dose), per_day_words(per_day));
        let grounds = way.grounds.map(|it| scope.cited(&dose, &it.sources, it.basis, it.why.as_deref()));
        self.how.push(HowPart {
            heading: "Press it",
            by: uncapitalised(way.label),
            steps: scope.sentences(way.steps),
            besides: Vec::new(),
        });
        self.presses = true;
        self.dose = Some(RuledDose {
            allowed: grounds.unwrap_or_else(|| dose.into()),
            smaller: vec!["of 5", "s", "rounds", "a day"],
        });
    }

    fn limits(&mut self, texts: Vec<Sentence>) {
        if !texts.is_empty() {
            self.rest.push(labelled(Role::Adapt, "Within your limits", texts));
        }
    }

    fn care(&mut self, label: &str, sentences: Vec<Sentence>) {
        if !sentences.is_empty() {
            self.rest.push(labelled(Role::Neutral, label, sentences));
        }
    }

    /// What a card tells in the place of how to do it.
    fn stands_in(&mut self, tell: impl FnOnce(&mut Card)) {
        let mut card = Card::default();
        tell(&mut card);
        self.rest = card.body;
        self.rest.retain(|block| !matches!(block, Block::Gap));
    }

    /// Its blocks and sentences, in the order in which they are read.
    pub(super) fn number(&mut self, numbers: &mut Numbers) {
        self.level.iter_mut().for_each(|block| numbers.put_into_block(block));
        let how = self.how.iter_mut().flat_map(|part| part.steps.iter_mut().chain(&mut part.besides));
        let dose = self.dose.iter_mut().map(|dose| &mut dose.allowed);
        how.chain(dose).for_each(|sentence| numbers.put_into(sentence));
        self.beneath.iter_mut().for_each(|sentence| numbers.put_into(sentence));
        self.rest.iter_mut().for_each(|block| numbers.put_into_block(block));
    }
}
