//! Ways of pressing, with their doses and limits.

use super::document::{Block, Card, Role, Sentence};
use super::guidance::limit_texts;
use super::words::{capitalised, hold_words, per_day_words, pressure_words, span_words, uncapitalised};
use super::{Extent, Scope};
use crate::catalogue::Manifest;
use crate::screening::{AllowedWay, Limit, Verdict};

/// The ways that are left, as far as they are told whole; the others and what a rule struck are named.
pub(super) fn ways(
    scope: &Scope<'_>,
    ways: &[AllowedWay<'_>],
    struck: &[&str],
    verdict: &Verdict<'_>,
    extent: Extent<'_>,
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
        card.body.push(Block::Text(how_often(scope, way)));
        card.say(Role::Adapt, "Within your limits", limits.clone());
    }
    other_ways(scope, others.iter().map(|way| way.label), struck, card);
}

/// The ways that are told whole, and the others.
pub(super) fn split<'w, W>(ways: &'w [W], extent: Extent<'_>, label: impl Fn(&W) -> &str) -> (Vec<&'w W>, Vec<&'w W>) {
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
    let mut text =
        format!("{}, at most {} a side in all.", capitalised(&per_day_words(way.dose.per_day)), most_a_side(manifest));
    let first = &manifest.first_time;
    let mut gentler = way.dose.within(Limit {
        pressure_at_most: Some(first.pressure_at_most),
        hold_seconds_at_most: Some(first.hold_seconds.max),
    });
    gentler.hold_seconds.min = gentler.hold_seconds.min.min(first.hold_seconds.min);
    if gentler != way.dose {
        let pressure = pressure_words(manifest, gentler.pressure);
        text.push_str(&format!(" The first time: {pressure}, {} s.", span_words(gentler.hold_seconds)));
    }
    match way.grounds {
        Some(grounds) => scope.cited(&text, &grounds.sources, grounds.basis, grounds.why.as_deref()),
        None => text.into(),
    }
}

/// In minutes where they are whole, else in seconds.
fn most_a_side(manifest: &Manifest) -> String {
    let seconds = manifest.session.seconds_a_side_at_most;
    if seconds.is_multiple_of(60) { format!("{} min", seconds / 60) } else { format!("{seconds} s") }
}
