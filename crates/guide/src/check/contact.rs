//! Checks on what carries the body in a pose, and on what its hands hold.

use super::inspection::Inspection;
use super::locate::steps;
use super::poses::{Drawn, distance, drawn};
use super::problem::Problem;
use crate::model::{
    Body, Bone, Hand, Joint, PoseView, Position, Prop, PropThing, Spot, arm, leg, length, middle, minus,
};

/// A hand or foot lies on a part of the body where it is no farther from its middle, in heights of the head: half a thigh,
/// and half a hand.
const HELD_WITHIN: f64 = 0.5;
/// A joint may be so far below what carries, because lines are rounded.
const ROUNDED: f64 = 0.02;

/// Whatever is said to rest on something does.
pub(super) fn bodies_rest_on_what_carries_them(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    for drawn in drawn(inspection).filter(|drawn| !drawn.way.is_hand()) {
        for (place, body) in drawn.bodies.iter().enumerate() {
            if drawn.way.rests(place).next().is_none() {
                drawn.report(place, "rests", "rests on nothing", "tell what carries the body", problems);
            }
            for (joint, thing) in drawn.way.rests(place) {
                let (what, on) = (joint.words(), thing.words());
                let props = drawn.way.props.iter().filter(|prop| prop.thing == thing);
                let [least, most] = joint.rests_between();
                let is_above = drawn.way.view == Some(PoseView::Top) && thing.is_ground();
                let gap = |prop: &Prop, at| match (is_above, is_within(prop, at)) {
                    (true, true) => least,
                    (true, false) => f64::INFINITY,
                    (false, _) => gap(prop, at),
                };
                let nearest = body.at(joint).and_then(|at| props.map(|prop| gap(prop, at)).reduce(f64::min));
                let message = match nearest {
                    None => format!("no {what}, or nothing that is {on}, is in the picture"),
                    Some(gap) if !(least..=most).contains(&gap) => {
                        format!("the {what} is {gap:.2} heads from {on}, where {least} to {most} touches it")
                    }
                    Some(_) => continue,
                };
                let steps = drawn.steps(&steps!["poses", place, "rests", joint.id()]);
                drawn.file.report(&steps, message, "move it, or take the rest out", problems);
            }
        }
    }
}

/// From above, whether a place is over what lies on the ground.
fn is_within(prop: &Prop, [x, y]: Spot) -> bool {
    let holds = |one: f64, other: f64, at| (one.min(other)..=one.max(other)).contains(&at);
    holds(prop.from[0], prop.to[0], x) && holds(prop.from[1], prop.to[1], y)
}

/// How far a place is from the surface of a thing.
fn gap(prop: &Prop, at: Spot) -> f64 {
    match prop.thing {
        PropThing::Ball | PropThing::Roller => {
            length(minus(at, middle(prop.from, prop.to))) - length(minus(prop.to, prop.from)) / 2.0
        }
        thing => distance(at, prop.from, prop.to) - thing.radius(),
    }
}

/// A hand that is said to hold something, or a foot that lies on the other leg, is there.
pub(super) fn hands_hold_what_they_say(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    for drawn in drawn(inspection) {
        for (place, (pose, body)) in drawn.way.poses.iter().zip(&drawn.bodies).enumerate() {
            for (joint, bone) in pose.holds.iter() {
                let [from, to] = bone.ends().map(|joint| body.at(joint));
                let gap = body.at(joint).zip(from.zip(to)).map(|(at, (from, to))| distance(at, from, to));
                if gap.is_none_or(|gap| gap > HELD_WITHIN) {
                    let gap = gap.map_or_else(String::new, |gap| format!(": {gap:.2} heads lie between them"));
                    let (what, on) = (joint.words(), bone.words());
                    let message = format!("the {what} does not touch the {on}{gap}");
                    let steps = drawn.steps(&steps!["poses", place, "holds", joint.id()]);
                    drawn.file.report(&steps, message, "move it, or take the hold out", problems);
                }
            }
        }
    }
}

/// No joint is below what lies on the ground.
pub(super) fn nothing_sinks_into_the_ground(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    for drawn in drawn(inspection).filter(|drawn| drawn.way.view != Some(PoseView::Top)) {
        for (place, (pose, body)) in drawn.way.poses.iter().zip(&drawn.bodies).enumerate() {
            for (joint, [x, y]) in body.joints().filter(|(joint, _)| pose.joints.has(*joint)) {
                let is_below = |prop: &Prop| {
                    let [left, right] = [prop.from[0].min(prop.to[0]), prop.from[0].max(prop.to[0])];
                    (left..=right).contains(&x) && y > prop.from[1].max(prop.to[1]) + ROUNDED
                };
                if let Some(ground) =
                    drawn.way.props.iter().filter(|prop| prop.thing.is_ground()).find(|prop| is_below(prop))
                {
                    let steps = drawn.steps(&steps!["poses", place, "joints", joint.id()]);
                    let message = format!("the {} is below {}", joint.words(), ground.thing.words());
                    drawn.file.report(&steps, message, "move it up", problems);
                }
            }
        }
    }
}

/// The picture shows one of the positions in which the way is done, in every pose.
pub(super) fn positions_are_seen(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    for drawn in drawn(inspection).filter(|drawn| !drawn.way.is_hand()) {
        let Some(said) = &drawn.said else { continue };
        let stances = || said.positions.iter().filter(|position| position.is_stance());
        for (place, body) in drawn.bodies.iter().enumerate() {
            if !stances().any(|position| is_in(&drawn, *position, place, body)) {
                let wanted = stances().map(|position| position.words()).collect::<Vec<_>>().join(" or ");
                let message = format!("does not show somebody {wanted}");
                let remedy = "tell in rests what carries them, and turn the trunk";
                drawn.report(place, "rests", &message, remedy, problems);
            }
        }
        let crosses = |body: &Body| Hand::ALL.into_iter().any(|side| is_ankle_on_knee(body, side));
        if said.positions.contains(&Position::AnkleOnKnee) && !drawn.bodies.iter().any(crosses) {
            drawn.report(0, "joints", "no ankle is on the other knee", "put it there in a pose", problems);
        }
    }
}

/// Whether a body is in a position: what it rests on, and how its trunk lies.
fn is_in(drawn: &Drawn<'_, '_>, position: Position, pose: usize, body: &Body) -> bool {
    /// Of a trunk that lies: so much lower, or higher, is one end than the other.
    const STEEPEST: f64 = 0.85;
    let rests = |joints: &[Joint], things: &[PropThing]| {
        drawn.way.rests(pose).any(|(joint, on)| joints.contains(&joint) && things.contains(&on))
    };
    let of_both = |limb: fn(Hand) -> [Joint; 4], number: usize| {
        Hand::ALL.into_iter().filter_map(move |side| limb(side).get(number).copied()).collect::<Vec<_>>()
    };
    let ground = [PropThing::Floor, PropThing::Mat, PropThing::Bed];
    let trunk = [Joint::Head, Joint::Neck, Joint::Waist, Joint::Shoulder, Joint::Hip];
    let trunk: Vec<Joint> = trunk.into_iter().chain(of_both(arm, 0)).chain(of_both(leg, 0)).collect();
    let lies = |front: Option<f64>| {
        let down = body.along(Bone::UpperTrunk).map(|along| along.map(|way| way / length(along)));
        let is_flat = down.is_none_or(|[_, y]| y.abs() <= STEEPEST) || drawn.way.view == Some(PoseView::Top);
        let faces = match (front, drawn.front(), down) {
            // Which way the front looks: up is less.
            (Some(up), Some(side), Some([x, _])) => side * x * up > 0.0,
            _ => true,
        };
        rests(&trunk, &ground) && is_flat && faces
    };
    match position {
        Position::Standing => rests(&[of_both(leg, 2), of_both(leg, 3)].concat(), &[PropThing::Floor]),
        Position::Sitting => {
            let seats = [PropThing::Chair, PropThing::Bed, PropThing::Floor, PropThing::Mat];
            rests(&[vec![Joint::Hip], of_both(leg, 0)].concat(), &seats)
        }
        Position::Supine => lies(Some(1.0)),
        Position::Prone => lies(Some(-1.0)),
        Position::SideLying => lies(None),
        Position::AllFours => {
            let on_hands = rests(&[of_both(arm, 2), of_both(arm, 3)].concat(), &ground);
            rests(&of_both(leg, 1), &ground) && on_hands
        }
        Position::AnkleOnKnee | Position::BendingForward => true,
    }
}

/// Whether the ankle of a side is at the knee of the other, or a little above it.
pub(super) fn is_ankle_on_knee(body: &Body, side: Hand) -> bool {
    const NEAR: f64 = 0.8;
    let ([.., ankle, _], [_, knee, ..]) = (leg(side), leg(side.other()));
    body.at(ankle).zip(body.at(knee)).is_some_and(|(ankle, knee)| length(minus(ankle, knee)) <= NEAR)
}
