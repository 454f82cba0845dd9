//! What the cards of stretches and techniques share: how they begin and how they end.

use super::at_length;
use super::document::{Block, Card, fact};
use super::extent::CardExtent;
use super::guidance::{level_lines, red_flag_lines, touching_lines, withheld_lines};
use super::role::Role;
use super::scope::Scope;
use guide::index::PracticeRow;
use guide::model::Claim;
use guide::screening::{Practice, Screened, Verdict};

/// The card up to what it is.
pub(super) fn opening(scope: &Scope<'_>, row: &PracticeRow<'_>, verdict: &Verdict<'_>, about: &[Claim]) -> Card {
    let mut card = Card {
        red_flags: red_flag_lines(scope, &row.regions),
        level: level_lines(scope, verdict),
        is_screened: true,
        ..Card::titled(row.title, row.id)
    };
    if !verdict.withheld {
        card.touching = touching_lines(&scope.touching(row.id));
    }
    card.body.push(Block::Gap);
    card.tell_all(scope.sentences(about));
    card
}

/// What stands in the place of how to do it.
pub(super) fn withheld(scope: &Scope<'_>, verdict: &Verdict<'_>, card: &mut Card) {
    card.tell("How to do it is withheld for what you told us.");
    withheld_lines(scope, verdict, card);
}

/// What stands behind how to do it: what studies show, and what `more` there is to ask for.
pub(super) fn closing<E: Practice>(
    scope: &Scope<'_>,
    (row, screened): (&PracticeRow<'_>, &Screened<'_, E>),
    (evidence, aliases): (&Claim, &[String]),
    more: &str,
    extent: CardExtent<'_>,
    card: &mut Card,
) {
    let mut facts = vec![fact("Evidence", scope.sentence(evidence))];
    let is_told_more = extent == CardExtent::Short && !screened.verdict().withheld;
    facts.extend(
        at_length::disputes_elsewhere(extent, row.disputes)
            .map(|disputes| fact("More", if is_told_more { format!("{more}, {disputes}") } else { disputes })),
    );
    card.body.push(Block::Gap);
    card.body.push(Block::Facts(facts));
    if extent == CardExtent::Full {
        card.say(Role::Neutral, "Also called", aliases.iter().map(|alias| alias.as_str().into()).collect());
        at_length::disputes(scope, screened.disputes(), card);
    }
}
