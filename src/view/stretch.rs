//! The card of a stretch.

use super::document::{Block, Card};
use super::drawing::EntryDrawings;
use super::extent::CardExtent;
use super::guidance::limit_texts;
use super::practice::{closing, opening, withheld};
use super::pressing::{labels_told, of_told, other_ways, split};
use super::role::Role;
use super::scope::Scope;
use super::words::dosing_words;
use guide::index::PracticeRow;
use guide::model::Stretch;
use guide::screening::{Screened, StretchPermit, Verdict};

const MORE: &str = "easier versions, what goes wrong";

/// The card of a stretch, with the rules for all of them.
pub fn stretch_card(
    scope: &Scope<'_>,
    row: &PracticeRow<'_>,
    screened: &Screened<'_, Stretch>,
    extent: CardExtent<'_>,
    drawings: &mut EntryDrawings,
) -> Card {
    let (stretch, verdict) = (screened.entry(), screened.verdict());
    let mut card = opening(scope, row, verdict, &stretch.about);
    if let Some(permit) = screened.permit() {
        ways(scope, (&permit, drawings), verdict, extent, &mut card);
        let told = labels_told(&permit.ways, extent, |way| way.label);
        card.body.push(Block::Gap);
        let rules = scope.sentences(&scope.catalogue.manifest().movement_rules);
        card.tell_all(scope.paragraph(rules.into_iter()));
        card.tell_all(scope.paragraph(of_told(scope, &told, &permit.stop_if).into_iter()));
        if extent != CardExtent::Short {
            card.say(Role::Neutral, "Do not", of_told(scope, &told, &permit.mistakes));
            card.say(Role::Neutral, "Easier", of_told(scope, &told, &permit.easier));
        }
    } else {
        withheld(scope, verdict, &mut card);
    }
    closing(scope, (row, screened), (&stretch.evidence, &stretch.aliases), MORE, extent, &mut card);
    card
}

fn ways(
    scope: &Scope<'_>,
    (permit, drawings): (&StretchPermit<'_>, &mut EntryDrawings),
    verdict: &Verdict<'_>,
    extent: CardExtent<'_>,
    card: &mut Card,
) {
    let (told, others) = split(&permit.ways, extent, |way| way.label);
    for (place, way) in told.into_iter().enumerate() {
        card.section(if place == 0 { "Do it" } else { "Or" }, &dosing_words(&way.dosing, way.each_side));
        card.body.push(Block::Subsection(way.label.to_owned()));
        card.draw(drawings.take(way.label));
        card.body.push(Block::Steps(scope.sentences(way.steps)));
        if let Some(grounds) = way.grounds.filter(|_| scope.citations) {
            card.tell(scope.cited("These numbers:", &grounds.sources, grounds.basis, grounds.why.as_deref()));
        }
        card.say(Role::Neutral, "You need", way.equipment.iter().map(|each| each.text.as_str().into()).collect());
        card.say(Role::Adapt, "Within your limits", limit_texts(scope, verdict, way.place));
    }
    other_ways(others.iter().map(|way| way.label), &permit.struck, card);
}
