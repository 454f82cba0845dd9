//! The card of a technique.

use super::document::{Block, Card, Role, Title};
use super::guidance::{level_lines, red_flag_lines, touching_lines, withheld_lines};
use super::{Extent, Scope, at_length, pressing};
use crate::catalogue::{PracticeRow, Technique};
use crate::error::counted;
use crate::screening::Screened;

/// The card of a technique.
pub fn card(scope: &Scope<'_>, row: &PracticeRow<'_>, screened: &Screened<'_, Technique>, extent: Extent<'_>) -> Card {
    let technique = screened.entry();
    let mut card = Card {
        title: Title { name: technique.title.clone(), also: Vec::new(), aside: technique.id.clone() },
        red_flags: red_flag_lines(scope, row.regions),
        level: level_lines(scope, screened.verdict()),
        body: vec![Block::Gap],
    };
    card.body.extend(scope.sentences(&technique.about).into_iter().map(Block::Text));
    if let Some(permit) = screened.permit() {
        card.level.extend(touching_lines(&row.touching));
        pressing::ways(scope, &permit.ways, &permit.struck, screened.verdict(), extent, &mut card);
        card.body.push(Block::Gap);
        card.body.push(Block::Text(scope.sentence(&scope.catalogue.manifest().stop)));
        card.say(Role::Neutral, "Stop if", scope.sentences(&technique.stop_if));
        if extent != Extent::Short {
            card.say(Role::Neutral, "Take care", scope.sentences(permit.mistakes));
        }
    } else {
        card.body.push(Block::Text("How to do it is withheld for what you told us.".into()));
        withheld_lines(scope, screened.verdict(), &mut card);
    }
    let mut facts = vec![("Evidence".to_owned(), vec![scope.sentence(&technique.evidence)])];
    match extent {
        Extent::Short => {
            let disputes = counted(row.disputes, "dispute");
            facts.push(("More".to_owned(), vec![format!("what goes wrong, {disputes} (--full)").into()]));
        }
        Extent::Page(_) => facts.push(at_length::disputes_elsewhere(row.disputes)),
        Extent::Full => {}
    }
    card.body.push(Block::Gap);
    card.body.push(Block::Facts(facts));
    if extent == Extent::Full {
        let aliases = technique.aliases.iter().map(|alias| alias.as_str().into()).collect();
        card.say(Role::Neutral, "Also called", aliases);
        at_length::disputes(scope, screened.disputes(), &mut card);
    }
    card
}
