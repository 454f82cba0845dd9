//! The card of a point.

use super::document::{Block, Card, Drawing, Sentence, Title};
use super::guidance::{level_lines, red_flag_lines, touching_lines, withheld_lines};
use super::words::uncapitalised;
use super::{Extent, Scope, at_length, pressing};
use crate::catalogue::{Point, PointRow};
use crate::error::counted;
use crate::screening::{PointPermit, Screened};

/// The card of a point.
pub fn card(
    scope: &Scope<'_>,
    row: &PointRow<'_>,
    screened: &Screened<'_, Point>,
    extent: Extent<'_>,
    drawings: Vec<Drawing>,
) -> Card {
    let point = screened.entry();
    let manifest = scope.catalogue.manifest();
    let mut card = Card {
        title: Title {
            name: point.code.clone(),
            also: vec![point.names.pinyin.clone(), point.names.english.first().cloned().unwrap_or_default()],
            aside: format!("{}, {}", manifest.area_title(&point.area), point.aspect.words()),
        },
        red_flags: red_flag_lines(scope, &point.region),
        level: level_lines(scope, screened.verdict()),
        body: Vec::new(),
    };
    match screened.permit() {
        Some(permit) => {
            card.level.extend(touching_lines(&row.touching));
            find(scope, &permit, &mut card);
            card.body.extend((!drawings.is_empty()).then_some(Block::Drawings(drawings)));
            press(scope, &permit, screened, extent, &mut card);
        }
        None => withheld(scope, screened, &mut card),
    }
    evidence(scope, row, screened, extent, &mut card);
    card
}

fn find(scope: &Scope<'_>, permit: &PointPermit<'_>, card: &mut Card) {
    card.section("Find it", "");
    let steps = permit.find.iter().map(|step| scope.cited(&step.text, &step.sources, step.basis, step.why.as_deref()));
    card.body.push(Block::Steps(steps.collect()));
    for off in scope.sentences(permit.off_if) {
        card.body.push(Block::Text(Sentence { text: format!("Off it if {}", uncapitalised(&off.text)), ..off }));
    }
}

fn press(
    scope: &Scope<'_>,
    permit: &PointPermit<'_>,
    screened: &Screened<'_, Point>,
    extent: Extent<'_>,
    card: &mut Card,
) {
    pressing::ways(scope, &permit.ways, &permit.struck, screened.verdict(), extent, card);
    card.body.push(Block::Gap);
    card.body.push(Block::Text(scope.sentence(&scope.catalogue.manifest().stop)));
    for tissue in &screened.entry().beneath {
        let text = format!("{} {}", tissue.text, tissue.limit);
        card.body.push(Block::Text(scope.cited(&text, &tissue.sources, tissue.basis, tissue.why.as_deref())));
    }
}

fn withheld(scope: &Scope<'_>, screened: &Screened<'_, Point>, card: &mut Card) {
    card.section("Where it is", "");
    card.body.push(Block::Text(scope.sentence(&screened.entry().location.standard)));
    card.body.push(Block::Text("How to press it is withheld for what you told us.".into()));
    withheld_lines(scope, screened.verdict(), card);
    card.body.push(Block::Gap);
    card.body.push(Block::Text(scope.sentence(&scope.catalogue.manifest().stop)));
}

fn evidence(
    scope: &Scope<'_>,
    row: &PointRow<'_>,
    screened: &Screened<'_, Point>,
    extent: Extent<'_>,
    card: &mut Card,
) {
    let point = screened.entry();
    let place = &point.location.standard;
    let mut facts = vec![("Evidence".to_owned(), vec![scope.sentence(&point.evidence.line)])];
    // On paper each step has its source beside it.
    let standard = place.sources.iter().filter_map(|id| scope.catalogue.index().source(id)).map(|row| row.short.into());
    if !scope.on_paper {
        facts.push(("Place by".to_owned(), standard.collect()));
    }
    match extent {
        Extent::Short => {
            let disputes = counted(row.disputes, "dispute");
            facts.push(("Disputes".to_owned(), vec![format!("{disputes} between the sources (--full)").into()]));
        }
        Extent::Page(_) => facts.push(at_length::disputes_elsewhere(row.disputes)),
        Extent::Full => {}
    }
    facts.push(("Names".to_owned(), names(point)));
    card.body.push(Block::Gap);
    card.body.push(Block::Facts(facts));
    if extent == Extent::Full {
        at_length::point(scope, screened, card);
    }
}

fn names(point: &Point) -> Vec<Sentence> {
    let hanzi = &point.names.hanzi;
    let mut names =
        vec![format!("WHO {}", point.who_code), point.names.pinyin_plain.clone(), hanzi.traditional.clone()];
    if hanzi.simplified != hanzi.traditional {
        names.push(hanzi.simplified.clone());
    }
    names.into_iter().map(Sentence::from).collect()
}
