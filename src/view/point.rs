//! The card of a point.

use super::at_length;
use super::document::{Block, Card, Drawing, Sentence, Title, fact};
use super::extent::CardExtent;
use super::guidance::{level_lines, red_flag_lines, touching_lines, withheld_lines};
use super::pressing::{labels_told, pressing_ways};
use super::scope::Scope;
use super::words::uncapitalised;
use guide::index::PointRow;
use guide::model::{OfWays, Point};
use guide::screening::{PointPermit, Screened, Verdict};

/// The card of a point.
pub fn point_card(
    scope: &Scope<'_>,
    row: &PointRow<'_>,
    screened: &Screened<'_, Point>,
    extent: CardExtent<'_>,
    drawings: Vec<Drawing>,
) -> Card {
    let (point, verdict) = (screened.entry(), screened.verdict());
    let mut card = Card {
        title: Title {
            name: point.code.clone(),
            also: vec![point.names.pinyin.clone(), point.names.english.first().cloned().unwrap_or_default()],
            aside: format!("{}, {}", scope.catalogue.manifest().area_title(&point.area), point.aspect.words()),
        },
        red_flags: red_flag_lines(scope, &[&point.region]),
        level: level_lines(scope, verdict),
        body: Vec::new(),
    };
    if let Some(permit) = screened.permit() {
        card.level.extend(touching_lines(&scope.touching(row.code)));
        if let Some(first) = labels_told(&permit.ways, extent, |way| way.label).first() {
            card.section("Find it", "");
            card.body.push(Block::Steps(found(scope, &permit, first)));
            card.tell_all(off(scope, &permit, first));
        }
        card.body.extend((!drawings.is_empty()).then_some(Block::Drawings(drawings)));
        let found = |way: &str| found(scope, &permit, way);
        pressing_ways(scope, (&permit.ways, &permit.struck), &found, verdict, extent, &mut card);
        card.body.push(Block::Gap);
        card.tell(scope.stop());
        for tissue in &point.beneath {
            let text = format!("{} {}", tissue.text, tissue.limit);
            card.tell(scope.cited(&text, &tissue.sources, tissue.basis, tissue.why.as_deref()));
        }
    } else {
        withheld(scope, point, verdict, &mut card);
    }
    card.body.push(Block::Gap);
    card.body.push(Block::Facts(facts(scope, row, point, extent)));
    if extent == CardExtent::Full {
        at_length::point(scope, screened, &mut card);
    }
    card
}

/// How the place is found by touch, for one of the ways that are left.
fn found(scope: &Scope<'_>, permit: &PointPermit<'_>, way: &str) -> Vec<Sentence> {
    scope.sentences(permit.find.iter().copied().filter(|step| step.holds_for(way)))
}

/// How it feels in the wrong place.
fn off(scope: &Scope<'_>, permit: &PointPermit<'_>, way: &str) -> Vec<Sentence> {
    let off = scope.sentences(permit.off_if.iter().copied().filter(|off| off.holds_for(way)));
    off.into_iter().map(|off| Sentence { text: format!("Off it if {}", uncapitalised(&off.text)), ..off }).collect()
}

fn withheld(scope: &Scope<'_>, point: &Point, verdict: &Verdict<'_>, card: &mut Card) {
    card.section("Where it is", "");
    card.tell(scope.sentence(&point.location.standard));
    card.tell("How to press it is withheld for what you told us.");
    withheld_lines(scope, verdict, card);
}

fn facts(scope: &Scope<'_>, row: &PointRow<'_>, point: &Point, extent: CardExtent<'_>) -> Vec<(String, Vec<Sentence>)> {
    let mut facts = vec![fact("Evidence", scope.sentence(&point.evidence.line))];
    // On paper each step has its source beside it.
    if !scope.on_paper {
        let standard = point.location.standard.sources.iter().filter_map(|id| scope.catalogue.index().source(id));
        facts.push(("Place by".to_owned(), standard.map(|row| row.short.into()).collect()));
    }
    facts.extend(at_length::disputes_elsewhere(extent, row.disputes, |disputes| {
        fact("Disputes", format!("{disputes} between the sources (--full)"))
    }));
    facts.push(("Names".to_owned(), names(point)));
    facts
}

fn names(point: &Point) -> Vec<Sentence> {
    let hanzi = &point.names.hanzi;
    let who = format!("WHO {}", point.who_code);
    let simplified = Some(&hanzi.simplified).filter(|simplified| **simplified != hanzi.traditional);
    let others = [&point.names.pinyin_plain, &hanzi.traditional].into_iter().chain(simplified);
    std::iter::once(who.into()).chain(others.map(|name| name.as_str().into())).collect()
}
