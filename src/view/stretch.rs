//! The card of a stretch.

use super::document::{Block, Card, Role, Sentence, Title};
use super::guidance::{level_lines, limit_texts, red_flag_lines, touching_lines, withheld_lines};
use super::words::dosing_words;
use super::{Extent, Scope, at_length, pressing};
use crate::catalogue::{Claim, PracticeRow, Stretch};
use crate::error::counted;
use crate::screening::{AllowedStretch, Screened, StretchPermit};

/// The card of a stretch, with the rules for all of them.
pub fn card(
    scope: &Scope<'_>,
    row: &PracticeRow<'_>,
    screened: &Screened<'_, Stretch>,
    rules: &[Claim],
    extent: Extent<'_>,
) -> Card {
    let stretch = screened.entry();
    let mut card = Card {
        title: Title { name: stretch.title.clone(), also: Vec::new(), aside: stretch.id.clone() },
        red_flags: red_flag_lines(scope, row.regions),
        level: level_lines(scope, screened.verdict()),
        body: Vec::new(),
    };
    if let Some(permit) = screened.permit() {
        card.level.extend(touching_lines(&row.touching));
        card.body.push(Block::Gap);
        card.body.extend(scope.sentences(&stretch.about).into_iter().map(Block::Text));
        ways(scope, &permit, screened, extent, &mut card);
        card.body.push(Block::Gap);
        card.body.extend(scope.sentences(rules).into_iter().map(Block::Text));
        card.say(Role::Neutral, "Stop if", scope.sentences(&stretch.stop_if));
        if extent != Extent::Short {
            card.say(Role::Neutral, "Take care", scope.sentences(permit.mistakes));
            card.say(Role::Neutral, "Easier", scope.sentences(permit.easier));
        }
    } else {
        card.body.push(Block::Gap);
        card.body.extend(scope.sentences(&stretch.about).into_iter().map(Block::Text));
        card.body.push(Block::Text("How to do it is withheld for what you told us.".into()));
        withheld_lines(scope, screened.verdict(), &mut card);
    }
    let mut facts = vec![("Evidence".to_owned(), vec![scope.sentence(&stretch.evidence)])];
    match extent {
        Extent::Short => {
            let disputes = counted(row.disputes, "dispute");
            facts.push((
                "More".to_owned(),
                vec![format!("easier versions, what goes wrong, {disputes} (--full)").into()],
            ));
        }
        Extent::Page(_) => facts.push(at_length::disputes_elsewhere(row.disputes)),
        Extent::Full => {}
    }
    card.body.push(Block::Gap);
    card.body.push(Block::Facts(facts));
    if extent == Extent::Full {
        let aliases = stretch.aliases.iter().map(|alias| alias.as_str().into()).collect();
        card.say(Role::Neutral, "Also called", aliases);
        at_length::disputes(scope, screened.disputes(), &mut card);
    }
    card
}

fn ways(
    scope: &Scope<'_>,
    permit: &StretchPermit<'_>,
    screened: &Screened<'_, Stretch>,
    extent: Extent<'_>,
    card: &mut Card,
) {
    let limits = limit_texts(scope, screened.verdict());
    let (told, others) = pressing::split(&permit.ways, extent, |way| way.label);
    for (place, way) in told.into_iter().enumerate() {
        card.section(if place == 0 { "Do it" } else { "Or" }, &dosing_words(&way.dosing, way.each_side));
        card.body.push(Block::Subsection(way.label.to_owned()));
        card.body.push(Block::Steps(scope.sentences(way.steps)));
        if let Some(grounds) = way.grounds.filter(|_| scope.citations) {
            let grounds = scope.cited("These numbers:", &grounds.sources, grounds.basis, grounds.why.as_deref());
            card.body.push(Block::Text(grounds));
        }
        card.say(Role::Neutral, "You need", equipment(way));
        card.say(Role::Adapt, "Within your limits", limits.clone());
    }
    pressing::other_ways(scope, others.iter().map(|way| way.label), &permit.struck, card);
}

fn equipment(way: &AllowedStretch<'_>) -> Vec<Sentence> {
    way.equipment.iter().map(|each| each.text.as_str().into()).collect()
}
