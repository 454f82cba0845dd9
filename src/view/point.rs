//! The card of a point.

use super::at_length;
use super::document::{Block, Card, Sentence, Title, fact};
use super::drawing::EntryDrawings;
use super::extent::CardExtent;
use super::guidance::{level_lines, red_flag_lines, touching_lines, withheld_lines};
use super::pressing::{labels_told, pressing_ways};
use super::scope::Scope;
use guide::index::PointRow;
use guide::model::{OfWays, Point};
use guide::screening::{PointPermit, Screened, Verdict};

/// The card of a point.
pub fn point_card(
    scope: &Scope<'_>,
    row: &PointRow<'_>,
    screened: &Screened<'_, Point>,
    extent: CardExtent<'_>,
    drawings: &mut EntryDrawings,
) -> Card {
    let (point, verdict) = (screened.entry(), screened.verdict());
    let mut card = Card {
        title: title(scope, point),
        level: level_lines(scope, verdict),
        red_flags: red_flag_lines(scope, &[&point.region]),
        is_screened: true,
        ..Card::default()
    };
    if let Some(permit) = screened.permit() {
        card.touching = touching_lines(&scope.touching(row.code));
        if let Some(first) = labels_told(&permit.ways, extent, |way| way.label).first() {
            card.section("Find it", "");
            card.body.push(Block::Steps(found(scope, &permit, first)));
            card.tell_all(off(scope, &permit, first));
        }
        card.draw(std::mem::take(&mut drawings.whole));
        let found = |way: &str| found(scope, &permit, way);
        pressing_ways(scope, (&permit.ways, &permit.struck), (&found, drawings), verdict, extent, &mut card);
        card.body.push(Block::Gap);
        card.tell_all(stop(scope, point));
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

/// Its code, its names, and where it is.
pub(super) fn title(scope: &Scope<'_>, point: &Point) -> Title {
    Title {
        name: point.code.clone(),
        also: vec![point.names.pinyin.clone(), point.names.english.first().cloned().unwrap_or_default()],
        aside: format!("{}, {}", scope.catalogue.manifest().area_title(&point.area), point.aspect.words()),
    }
}

/// How the place is found by touch, for one of the ways that are left.
pub(super) fn found(scope: &Scope<'_>, permit: &PointPermit<'_>, way: &str) -> Vec<Sentence> {
    scope.sentences(permit.find.iter().copied().filter(|step| step.holds_for(way)))
}

/// How it feels in the wrong place.
pub(super) fn off(scope: &Scope<'_>, permit: &PointPermit<'_>, way: &str) -> Vec<Sentence> {
    scope.sentences(permit.off_if.iter().copied().filter(|off| off.holds_for(way)))
}

/// When to stop, and what lies beneath.
fn stop(scope: &Scope<'_>, point: &Point) -> Vec<Sentence> {
    scope.paragraph(std::iter::once(scope.stop()).chain(beneath(scope, point)))
}

/// What lies beneath the place, and what to leave out because of it.
pub(super) fn beneath(scope: &Scope<'_>, point: &Point) -> Vec<Sentence> {
    let told = point.beneath.iter().map(|tissue| {
        let text = format!("{} {}", tissue.text, tissue.limit);
        scope.cited(&text, &tissue.sources, tissue.basis, tissue.why.as_deref())
    });
    told.collect()
}

pub(super) fn withheld(scope: &Scope<'_>, point: &Point, verdict: &Verdict<'_>, card: &mut Card) {
    card.section("Where it is", "");
    card.tell(scope.sentence(&point.location.standard));
    card.tell("How to press it is withheld for what you told us.");
    withheld_lines(scope, verdict, card);
}

fn facts(scope: &Scope<'_>, row: &PointRow<'_>, point: &Point, extent: CardExtent<'_>) -> Vec<(String, Vec<Sentence>)> {
    // The standard that gives the code gives the place too. On paper each step has its source beside it.
    let standard = point.location.standard.sources.iter().find_map(|id| scope.catalogue.index().source(id));
    let standard = standard.filter(|_| !scope.on_paper).map_or("WHO", |row| row.short);
    let mut names = names(point, standard, extent);
    let disputes = at_length::disputes_elsewhere(extent, row.disputes);
    names.extend(disputes.map(Sentence::from));
    vec![fact("Evidence", scope.sentence(&point.evidence.line)), ("Names".to_owned(), names)]
}

/// On a screen the traditional characters are enough.
fn names(point: &Point, standard: &str, extent: CardExtent<'_>) -> Vec<Sentence> {
    let hanzi = &point.names.hanzi;
    let who = format!("{standard}: {}", point.who_code);
    let simplified = Some(&hanzi.simplified).filter(|it| **it != hanzi.traditional && extent != CardExtent::Short);
    let others = [&point.names.pinyin_plain, &hanzi.traditional].into_iter().chain(simplified);
    std::iter::once(who.into()).chain(others.map(|name| name.as_str().into())).collect()
}
