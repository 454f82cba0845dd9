//! The check that the poses of a way do what the way is said to do.

use super::bones::limbs;
use super::contact::is_ankle_on_knee;
use super::inspection::Inspection;
use super::poses::{Drawn, drawn};
use super::problem::Problem;
use crate::model::{Body, Bone, Hand, Joint, Movement, angle, leg, length, minus};

/// In degrees: what is seen of a bend, of a fold, and of a leg that is nearly straight; a hip that is bent far; and how much a
/// knee straightens.
const SEEN: f64 = 8.0;
const FOLDED: f64 = 15.0;
const STRAIGHT: f64 = 30.0;
const FAR: f64 = 50.0;
const STRAIGHTENED: f64 = 40.0;
/// In heights of the head: what is seen to move, and what of a small movement.
const MOVED: f64 = 0.5;
const NODDED: f64 = 0.1;
const LEAST_TILT: f64 = 0.05;
const MOST_TILT: f64 = 0.7;

/// Each movement of a way is seen in its poses.
pub(super) fn movements_are_seen(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    for drawn in drawn(inspection).filter(|drawn| !drawn.way.is_hand()) {
        let movements = drawn.said.as_ref().and_then(|said| said.movements.as_deref()).unwrap_or_default();
        for movement in movements.iter().filter(|movement| !is_seen(&drawn, **movement)) {
            let message = format!("the poses do not show {}, which the way does", movement.words());
            let last = drawn.bodies.len().saturating_sub(1);
            drawn.report(last, "joints", &message, &format!("show {}", what_is_seen(*movement)), problems);
        }
    }
}

/// What a picture of a movement has to show.
fn what_is_seen(movement: Movement) -> &'static str {
    match movement {
        Movement::Flexion | Movement::EndRangeFlexion => "the low back rounded, or hip and knee drawn together",
        Movement::HipFlexion => "a thigh nearer to the trunk than it was",
        Movement::Extension => "the low back arched, or the thigh behind the trunk",
        Movement::Rotation => "the knees to one side, from the front or from above",
        Movement::CrossedLegs => "an ankle on the other knee",
        Movement::HamstringPull => "a knee that is nearly straight, and a hip that is bent",
        Movement::NerveGlide => "a knee that straightens, and the head going with it",
        Movement::PelvicTilt => "a small movement of waist or hips",
        Movement::Lifting => "the hips lifted by half a head",
        Movement::Balance => "the weight on another place",
        Movement::Walking => "the other foot in front",
        Movement::Stillness => "one pose",
    }
}

fn is_seen(drawn: &Drawn<'_, '_>, movement: Movement) -> bool {
    let bodies = &drawn.bodies;
    let crosses_legs = |body: &Body| Hand::ALL.into_iter().any(|side| is_ankle_on_knee(body, side));
    match (movement, drawn.front()) {
        (Movement::Stillness, _) => bodies.len() == 1,
        (Movement::CrossedLegs, _) => bodies.iter().any(crosses_legs),
        (movement, Some(front)) => Bends { bodies, front }.show(movement),
        (Movement::Rotation, None) => Hand::ALL.into_iter().any(|side| far(bodies, knee_of(side)) >= MOVED),
        // What a view from elsewhere does not show cannot be measured in it.
        (_, None) => true,
    }
}

/// How far a joint moves from one of the bodies to another.
fn far(bodies: &[Body], joint: Joint) -> f64 {
    let places = || bodies.iter().filter_map(|body| body.at(joint));
    places().flat_map(|one| places().map(move |other| length(minus(one, other)))).fold(0.0, f64::max)
}

fn knee_of(side: Hand) -> Joint {
    leg(side)[1]
}

/// How the joints of bodies bend, seen from the side: in degrees, forward above 0.
struct Bends<'b> {
    bodies: &'b [Body],
    /// Which way the front is: see [`Drawn::front`].
    front: f64,
}

impl Bends<'_> {
    fn show(&self, movement: Movement) -> bool {
        let bodies = self.bodies;
        let of_sides = |holds: &dyn Fn(Hand) -> bool| Hand::ALL.into_iter().any(holds);
        match movement {
            Movement::Flexion | Movement::EndRangeFlexion => {
                self.most(&|body| self.waist(body)) >= SEEN || of_sides(&|side| self.hip_range(side) >= FOLDED)
            }
            Movement::HipFlexion => {
                of_sides(&|side| self.hip_range(side) >= FOLDED || self.most(&|body| self.hip(body, side)) >= FAR)
            }
            Movement::Extension => {
                self.least(&|body| self.waist(body)) <= -SEEN
                    || of_sides(&|side| self.least(&|body| self.hip(body, side)) <= -SEEN)
            }
            Movement::HamstringPull => {
                let pulls = |body: &Body, side: Hand| {
                    let bends = self.hip(body, side).zip(self.knee(body, side));
                    bends.is_some_and(|(hip, knee)| hip >= FAR && knee.abs() <= STRAIGHT)
                };
                bodies.iter().any(|body| of_sides(&|side| pulls(body, side)))
            }
            Movement::NerveGlide => {
                let knee = |side| move |body: &Body| self.knee(body, side);
                of_sides(&|side| self.most(&knee(side)) - self.least(&knee(side)) >= STRAIGHTENED)
                    && far(bodies, Joint::Head) >= NODDED
            }
            Movement::PelvicTilt => {
                let moved = far(bodies, Joint::Waist).max(far(bodies, Joint::Hip));
                (LEAST_TILT..=MOST_TILT).contains(&moved)
            }
            Movement::Lifting => far(bodies, Joint::Hip) >= MOVED,
            Movement::Balance => Joint::ALL.into_iter().any(|joint| far(bodies, joint) >= MOVED),
            Movement::Walking => of_sides(&|side| far(bodies, leg(side)[2]) >= MOVED),
            // Twisting is not seen from the side; what else there is needs no bend.
            Movement::Rotation | Movement::CrossedLegs | Movement::Stillness => false,
        }
    }

    fn bend(&self, body: &Body, one: Bone, other: Bone) -> Option<f64> {
        Some(self.front * angle(body.along(one)?, body.along(other)?).to_degrees())
    }

    fn waist(&self, body: &Body) -> Option<f64> {
        self.bend(body, Bone::LowerTrunk, Bone::UpperTrunk)
    }

    fn hip(&self, body: &Body, side: Hand) -> Option<f64> {
        let [.., thigh, _, _] = limbs(side);
        self.bend(body, Bone::LowerTrunk, thigh).map(|bend| -bend)
    }

    fn knee(&self, body: &Body, side: Hand) -> Option<f64> {
        let [.., thigh, shin, _] = limbs(side);
        self.bend(body, thigh, shin)
    }

    /// By how much the bend of a hip changes.
    fn hip_range(&self, side: Hand) -> f64 {
        let hip = |body: &Body| self.hip(body, side);
        self.most(&hip) - self.least(&hip)
    }

    fn most(&self, bend: &dyn Fn(&Body) -> Option<f64>) -> f64 {
        self.bodies.iter().filter_map(bend).fold(f64::NEG_INFINITY, f64::max)
    }

    fn least(&self, bend: &dyn Fn(&Body) -> Option<f64>) -> f64 {
        self.bodies.iter().filter_map(bend).fold(f64::INFINITY, f64::min)
    }
}
