//! Ways of pressing, with their doses and limits.

use super::document::{Block, Card, Role, Sentence};
use super::extent::CardExtent;
use super::guidance::limit_texts;
use super::scope::Scope;
use super::words::{capitalised, hold_words, per_day_words, pressure_words, span_words, uncapitalised};
use guide::screening::{AllowedWay, Verdict};
use guide::text::minutes_or_seconds;

/// The ways that are left, as far as they are told whole; the others and what a rule struck are named.
pub(super) fn pressing_ways(
    scope: &Scope<'_>,
    (ways, struck): (&[AllowedWay<'_>], &[&str]),
    verdict: &Verdict<'_>,
    extent: CardExtent<'_>,
    card: &mut Card,
) {
    let manifest = scope.catalogue.manifest();
    let limits = limit_texts(scope, verdict);
    let (told, others) = split(ways, extent, |way| way.label);
    for (place, way) in told.into_iter().enumerate() {
        let dose = format!("{}, {}", pressure_words(manifest, way.dose.pressure), hold_words(&way.dose));
        card.section(if place == 0 { "Press it" } else { "Or" }, &dose);
        card.body.push(Block::Subsection(way.label.to_owned()));
        card.body.push(Block::Steps(scope.sentences(way.steps)));
        card.tell(how_often(scope, way));
        card.say(Role::Adapt, "Within your limits", limits.clone());
    }
    other_ways(scope, others.iter().map(|way| way.label), struck, card);
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

/// The ways that are not told here, and those that are not for this reader.
pub(super) fn other_ways<'w>(
    scope: &Scope<'_>,
    labels: impl Iterator<Item = &'w str>,
    struck: &[&str],
    card: &mut Card,
) {
    let others = labels.map(|label| Sentence::from(uncapitalised(label))).collect();
    card.say(Role::Neutral, if scope.on_paper { "Other ways" } else { "Other ways (--full)" }, others);
    card.say(Role::Avoid, "Not for you", struck.iter().map(|label| uncapitalised(label).into()).collect());
}

/// `Once or twice a day. The first time: light (2 of 5), 15 to 30 s.`
fn how_often(scope: &Scope<'_>, way: &AllowedWay<'_>) -> Sentence {
    let manifest = scope.catalogue.manifest();
    let most_a_side = minutes_or_seconds(manifest.session.seconds_a_side_at_most.into());
    let mut text = format!("{}, at most {most_a_side} a side in all.", capitalised(&per_day_words(way.dose.per_day)));
    let gentler = way.dose.of_first_time(&manifest.first_time);
    if gentler != way.dose {
        let pressure = pressure_words(manifest, gentler.pressure);
        text.push_str(&format!(" The first time: {pressure}, {} s.", span_words(gentler.hold_seconds)));
    }
    match way.grounds {
        Some(grounds) => scope.cited(&text, &grounds.sources, grounds.basis, grounds.why.as_deref()),
        None => text.into(),
    }
}
