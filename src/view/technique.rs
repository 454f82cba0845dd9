//! The card of a technique.

use super::document::{Block, Card};
use super::drawing::EntryDrawings;
use super::extent::CardExtent;
use super::practice::{closing, opening, withheld};
use super::pressing::{labels_told, of_told, pressing_ways};
use super::role::Role;
use super::scope::Scope;
use guide::index::PracticeRow;
use guide::model::Technique;
use guide::screening::Screened;

/// The card of a technique.
pub fn technique_card(
    scope: &Scope<'_>,
    row: &PracticeRow<'_>,
    screened: &Screened<'_, Technique>,
    extent: CardExtent<'_>,
    drawings: &mut EntryDrawings,
) -> Card {
    let (technique, verdict) = (screened.entry(), screened.verdict());
    let mut card = opening(scope, row, verdict, &technique.about);
    if let Some(permit) = screened.permit() {
        let found = |_: &str| Vec::new();
        pressing_ways(scope, (&permit.ways, &permit.struck), (&found, drawings), verdict, extent, &mut card);
        let told = labels_told(&permit.ways, extent, |way| way.label);
        card.body.push(Block::Gap);
        card.tell(scope.stop());
        card.tell_all(scope.paragraph(of_told(scope, &told, &permit.stop_if).into_iter()));
        if extent != CardExtent::Short {
            card.say(Role::Neutral, "Do not", of_told(scope, &told, &permit.mistakes));
        }
    } else {
        withheld(scope, verdict, &mut card);
    }
    let grounds = (&technique.evidence, technique.aliases.as_slice());
    closing(scope, (row, screened), grounds, "what goes wrong", extent, &mut card);
    card
}
