//! What a card leaves out until it is asked for.

use super::Scope;
use super::document::{Block, Card, Role, Sentence};
use crate::catalogue::{Dispute, Point};
use crate::error::counted;
use crate::screening::{DisputeText, Screened};

/// Adds to the card of a point what `--full` asks for: all names, the evidence, where the sources disagree.
pub(super) fn point(scope: &Scope<'_>, screened: &Screened<'_, Point>, card: &mut Card) {
    let point = screened.entry();
    let more_names: Vec<Sentence> =
        point.names.english.iter().skip(1).chain(&point.aliases).map(|name| name.as_str().into()).collect();
    if !more_names.is_empty() {
        card.say(Role::Neutral, "Also called", more_names);
    }
    if !screened.verdict().withheld {
        card.section("The place in the standard's terms", "");
        card.body.push(Block::Text(scope.sentence(&point.location.standard)));
    }
    card.section("What it is pressed for", "");
    card.body.extend(scope.sentences(&point.eases).into_iter().map(Block::Text));
    if !point.evidence.more.is_empty() {
        card.section("Evidence", "");
        card.body.extend(scope.sentences(&point.evidence.more).into_iter().map(Block::Text));
    }
    disputes(scope, screened.disputes(), card);
}

/// On a page, which has no room for the disputes: how many there are.
pub(super) fn disputes_elsewhere(count: usize) -> (String, Vec<Sentence>) {
    let disputes = counted(count, "dispute");
    ("Disputes".to_owned(), vec![format!("{disputes} between the sources (told in the guide)").into()])
}

/// Where the sources disagree.
pub(super) fn disputes<'d>(
    scope: &Scope<'_>,
    disputes: impl Iterator<Item = (&'d Dispute, Option<DisputeText<'d>>)>,
    card: &mut Card,
) {
    for (place, (dispute, text)) in disputes.enumerate() {
        if place == 0 {
            card.section("Where the sources disagree", "");
        } else {
            card.body.push(Block::Gap);
        }
        dispute_lines(scope, dispute, text.as_ref(), card);
    }
}

fn dispute_lines(scope: &Scope<'_>, dispute: &Dispute, text: Option<&DisputeText<'_>>, card: &mut Card) {
    card.body.push(Block::Subsection(format!("About the {}", dispute.about.word())));
    let Some(text) = text else {
        card.body.push(Block::Text("Withheld: it tells of pressing without your limits.".into()));
        return;
    };
    for said in text.says {
        card.say(Role::Neutral, &scope.source_name(&said.source), vec![said.text.as_str().into()]);
    }
    card.say(Role::Neutral, "Shown here", vec![text.shown.into()]);
    card.say(Role::Neutral, "Why", vec![scope.reason(text.why, &dispute.sources)]);
}
