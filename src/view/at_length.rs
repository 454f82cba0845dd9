//! What a card leaves out until it is asked for.

use super::document::{Block, Card};
use super::extent::CardExtent;
use super::role::Role;
use super::scope::Scope;
use guide::model::{Dispute, Point, YearMonth};
use guide::screening::{DisputeText, Screened};
use guide::text::counted;

/// Adds to the card of a point what `--full` asks for: all names, the evidence, where the sources disagree.
pub(super) fn point(scope: &Scope<'_>, screened: &Screened<'_, Point>, card: &mut Card) {
    let point = screened.entry();
    let more_names = point.names.english.iter().skip(1).chain(&point.aliases).map(|name| name.as_str().into());
    card.say(Role::Neutral, "Also called", more_names.collect());
    if !screened.verdict().withheld {
        card.section("The place in the standard's terms", "");
        card.tell(scope.sentence(&point.location.standard));
    }
    card.section("What it is pressed for", "");
    card.tell_all(scope.sentences(&point.eases));
    if !point.evidence.more.is_empty() {
        card.section("Evidence", "");
        card.tell_all(scope.sentences(&point.evidence.more));
    }
    disputes(scope, screened.disputes(), card);
}

/// How many disputes there are, where there is no room for them, and where they are told.
pub(super) fn disputes_elsewhere(extent: CardExtent<'_>, count: usize) -> Option<String> {
    let disputes = counted(count, "dispute");
    match extent {
        CardExtent::Short => Some(format!("{disputes}: --full")),
        CardExtent::Page(_) => Some(format!("{disputes}: told in the guide")),
        CardExtent::Full => None,
    }
}

/// Adds to the card of an entry when it was reviewed, where it says so.
pub fn review(reviewed: Option<YearMonth>, card: &mut Card) {
    if let Some(month) = reviewed {
        card.body.push(Block::Gap);
        card.say(Role::Neutral, "Last reviewed", vec![month.to_string().into()]);
    }
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
        card.body.push(Block::Subsection(format!("About the {}", dispute.about.words())));
        let Some(text) = text else {
            card.tell("Withheld: it tells how without your limits.");
            continue;
        };
        for said in text.says {
            card.say(Role::Neutral, &scope.source_name(&said.source), vec![said.text.as_str().into()]);
        }
        card.say(Role::Neutral, "Shown here", vec![text.shown.into()]);
        card.say(Role::Neutral, "Why", vec![scope.reason(text.why, &dispute.sources)]);
    }
}
