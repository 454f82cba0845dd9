//! Ways of pressing, with their doses and limits.

use super::document::{Block, Card, Sentence};
use super::drawing::EntryDrawings;
use super::extent::CardExtent;
use super::guidance::limit_texts;
use super::role::Role;
use super::scope::Scope;
use super::words::{capitalised, hold_words, per_day_words, pressure_words, span_words, uncapitalised};
use guide::model::{OfWays, WayClaim};
use guide::screening::{AllowedWay, Verdict};
use guide::text::minutes_or_seconds;

/// How a place is found for a way, by its label.
pub(super) type Found<'f> = dyn Fn(&str) -> Vec<Sentence> + 'f;

/// The ways that are left, as far as they are told whole; the others and what a rule struck are named. Before each of
/// them but the first stands how the place is found for it, where that is `found` in another manner than for the one before;
/// below its name, how it looks.
pub(super) fn pressing_ways(
    scope: &Scope<'_>,
    (ways, struck): (&[AllowedWay<'_>], &[&str]),
    (found, drawings): (&Found<'_>, &mut EntryDrawings),
    verdict: &Verdict<'_>,
    extent: CardExtent<'_>,
    card: &mut Card,
) {
    let manifest = scope.catalogue.manifest();
    let (told, others) = split(ways, extent, |way| way.label);
    let mut found_before = told.first().map(|way| found(way.label)).unwrap_or_default();
    for (place, way) in told.into_iter().enumerate() {
        let dose = format!("{}, {}", pressure_words(manifest, way.dose.pressure), hold_words(&way.dose));
        card.section(if place == 0 { "Press it" } else { "Or" }, &dose);
        let found = found(way.label);
        if found != found_before {
            card.body.push(Block::Subsection("To find it so".to_owned()));
            card.body.push(Block::Steps(found.clone()));
            found_before = found;
        }
        card.body.push(Block::Subsection(way.label.to_owned()));
        card.draw(drawings.take(way.label));
        card.body.push(Block::Steps(scope.sentences(way.steps)));
        card.tell(how_often(scope, way));
        card.say(Role::Adapt, "Within your limits", limit_texts(scope, verdict, way.place));
    }
    other_ways(others.iter().map(|way| way.label), struck, card);
}

/// The ways that are told whole, and the others.
pub(super) fn split<'w, W>(
    ways: &'w [W],
    extent: CardExtent<'_>,
    label: impl Fn(&W) -> &str,
) -> (Vec<&'w W>, Vec<&'w W>) {
    let mut place = 0..;
    ways.iter().partition(|way| place.next().is_some_and(|place| extent.tells_way(place, label(way))))
}

/// The labels of the ways that are told whole.
pub(super) fn labels_told<'w, W>(ways: &'w [W], extent: CardExtent<'_>, label: fn(&'w W) -> &'w str) -> Vec<&'w str> {
    let told = ways.iter().map(label).enumerate().filter(|(place, label)| extent.tells_way(*place, label));
    told.map(|(_, label)| label).collect()
}

/// What holds for one of the ways that are told, by their labels.
pub(super) fn of_told(scope: &Scope<'_>, told: &[&str], claims: &[&WayClaim]) -> Vec<Sentence> {
    let holds = |claim: &&WayClaim| told.iter().any(|label| claim.holds_for(label));
    scope.sentences(claims.iter().copied().filter(holds))
}

/// The ways that are not told here, and those that are not for this reader.
pub(super) fn other_ways<'w>(labels: impl Iterator<Item = &'w str>, struck: &[&str], card: &mut Card) {
    let others = labels.map(|label| Sentence::from(uncapitalised(label))).collect();
    card.say(Role::Neutral, "Other ways", others);
    card.say(Role::Avoid, "Not for you", struck.iter().map(|label| uncapitalised(label).into()).collect());
}

/// `Once or twice a day, at most 2 min a side. First time: light, 15 to 30 s.`
fn how_often(scope: &Scope<'_>, way: &AllowedWay<'_>) -> Sentence {
    let manifest = scope.catalogue.manifest();
    let most_a_side = minutes_or_seconds(manifest.session.seconds_a_side_at_most.into());
    let mut text = format!("{}, at most {most_a_side} a side.", capitalised(&per_day_words(way.dose.per_day)));
    let gentler = way.dose.of_first_time(&manifest.first_time);
    if gentler != way.dose {
        let pressure = manifest.pressure_words(gentler.pressure);
        text.push_str(&format!(" First time: {pressure}, {} s.", span_words(gentler.hold_seconds)));
    }
    match way.grounds {
        Some(grounds) => scope.cited(&text, &grounds.sources, grounds.basis, grounds.why.as_deref()),
        None => text.into(),
    }
}
