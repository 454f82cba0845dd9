//! A permitted way as a routine sees it, and whether it fits what was asked for.

use super::amount::Course;
use super::left_out::Reason;
use super::request::Request;
use crate::model::{Claim, Manifest, Movement, Position, Reach, Thing};
use crate::screening::{AllowedStretch, AllowedWay};

/// A permitted way.
#[derive(Debug)]
pub(super) struct Offer<'p> {
    /// Its place among all ways of the entry.
    pub(super) place: usize,
    pub(super) label: &'p str,
    positions: Vec<Position>,
    with_partner: bool,
    /// Of each of these, one thing is needed.
    pub(super) things: Vec<Vec<Thing>>,
    movements: &'p [Movement],
    pub(super) each_side: bool,
    pub(super) course: Course,
    pub(super) pressure: Option<u8>,
    pub(super) steps: &'p [Claim],
}

/// What a gentle routine leaves for a better day.
const NOT_GENTLE: [Movement; 5] = {
    use Movement::{CrossedLegs, EndRangeFlexion, HamstringPull, Lifting, NerveGlide};
    [EndRangeFlexion, HamstringPull, NerveGlide, Lifting, CrossedLegs]
};

/// What is not assumed to be there, wherever that is.
const TO_BE_NAMED: [Thing; 3] = [Thing::Ball, Thing::Roller, Thing::WarmPack];

impl<'p> Offer<'p> {
    /// A way of pressing.
    pub(super) fn of_pressing(way: &AllowedWay<'p>, bilateral: bool, manifest: &Manifest, gentle: bool) -> Self {
        let dose = if gentle { way.dose.of_first_time(&manifest.first_time) } else { way.dose };
        let tool = way.tool.thing().into_iter();
        // Who bends forward to the foot rests it on something.
        let stool = way.positions.contains(&Position::BendingForward).then_some(Thing::Chair);
        let course = Course::of_pressing(&dose, manifest.session.seconds_a_side_at_most);
        Self {
            place: way.place,
            label: way.label,
            positions: stances(&way.positions),
            with_partner: way.reach == Reach::Partner,
            things: tool.chain(stool).map(|thing| vec![thing]).collect(),
            movements: &[],
            each_side: bilateral && !way.both_sides_at_once,
            course: if gentle { course.gentle() } else { course },
            pressure: Some(dose.pressure),
            steps: way.steps,
        }
    }

    /// A way of a stretch.
    pub(super) fn of_stretch(way: &AllowedStretch<'p>, gentle: bool) -> Self {
        let course = Course::of_stretch(&way.dosing);
        Self {
            place: way.place,
            label: way.label,
            positions: stances(&way.positions),
            with_partner: false,
            things: way.equipment.iter().map(|needed| needed.any_of.clone()).collect(),
            movements: way.movements,
            each_side: way.each_side,
            course: if gentle { course.gentle() } else { course },
            pressure: None,
            steps: way.steps,
        }
    }

    /// The positions in which it can be done there, in its own order.
    pub(super) fn positions(&self, request: &Request<'_>) -> Vec<Position> {
        let fits = |position: &Position| request.place.is_none_or(|place| place.positions.contains(position));
        self.positions.iter().copied().filter(fits).collect()
    }

    /// What speaks against it here, if anything does; what is easiest to change first.
    pub(super) fn obstacle(&self, request: &Request<'_>) -> Option<Reason> {
        let missing = self.things.iter().find(|any_of| !any_of.iter().any(|thing| is_there(*thing, request)));
        if request.gentle && self.movements.iter().any(|movement| NOT_GENTLE.contains(movement)) {
            Some(Reason::Gentle)
        } else if self.positions(request).is_empty() {
            Some(Reason::Place)
        } else if self.with_partner && !request.partner {
            Some(Reason::Partner)
        } else {
            missing.map(|any_of| Reason::Needs(any_of.iter().map(|thing| thing.id().to_owned()).collect()))
        }
    }
}

fn is_there(thing: Thing, request: &Request<'_>) -> bool {
    let of_place = request.place.map_or(!TO_BE_NAMED.contains(&thing), |place| place.at_hand.contains(&thing));
    of_place || request.at_hand.contains(&thing)
}

fn stances(positions: &[Position]) -> Vec<Position> {
    positions.iter().copied().filter(|position| position.is_stance()).collect()
}
