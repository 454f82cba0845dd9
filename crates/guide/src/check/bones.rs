//! Checks on the bones of poses: that they keep their length, and that joints bend as joints do.

use super::inspection::Inspection;
use super::locate::{PathStep, steps};
use super::poses::{Drawn, drawn};
use super::problem::Problem;
use crate::model::{Body, Bone, Hand, Joint, Pose, PoseView, Spot, angle, length, plus};

/// A bone may be so much longer or shorter than it is, as a part of its length.
const TOLERANCE: f64 = 0.1;

/// A first pose tells every joint that its view shows; a later one those that moved, and at least one.
pub(super) fn poses_tell_what_they_have_to(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    for drawn in drawn(inspection).filter(|drawn| !drawn.way.is_hand()) {
        let is_side = drawn.way.view == Some(PoseView::Side);
        let is_wanted = |joint: &Joint| match joint {
            Joint::LeftFingers | Joint::RightFingers => false,
            Joint::Shoulder | Joint::Hip => is_side,
            Joint::LeftShoulder | Joint::RightShoulder | Joint::LeftHip | Joint::RightHip => !is_side,
            _ => true,
        };
        let is_foreign = |joint: &Joint| match joint {
            Joint::Shoulder | Joint::Hip => !is_side,
            Joint::LeftShoulder | Joint::RightShoulder | Joint::LeftHip | Joint::RightHip => is_side,
            _ => false,
        };
        if let Some(first) = drawn.bodies.first() {
            for joint in Joint::ALL.into_iter().filter(is_wanted).filter(|joint| first.at(*joint).is_none()) {
                drawn.report(0, "joints", &format!("no {}", joint.words()), "tell where it is", problems);
            }
        }
        for (place, pose) in drawn.way.poses.iter().enumerate() {
            let before = place.checked_sub(1).and_then(|before| drawn.bodies.get(before));
            if before.is_some() && pose.joints.is_empty() {
                drawn.report(place, "joints", "nothing has moved", "tell the joints that have", problems);
            }
            for (joint, at) in pose.joints.iter() {
                let steps = drawn.steps(&steps!["poses", place, "joints", joint.id()]);
                if before.is_some_and(|before| before.at(joint) == Some(at)) {
                    drawn.file.report(&steps, "is where it was", "take it out: only what moved is told", problems);
                }
                if is_foreign(&joint) {
                    let remedy = "use shoulder and hip from the side, and those of left and right in other views";
                    drawn.file.report(&steps, "is not told in this view", remedy, problems);
                }
            }
        }
    }
}

/// A bone is as long as it is in every body; one that points to the viewer says which part of it is seen.
pub(super) fn bones_keep_their_length(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    for drawn in drawn(inspection) {
        let Some(view) = drawn.way.view else { continue };
        for (place, (pose, body)) in drawn.way.poses.iter().zip(&drawn.bodies).enumerate() {
            for (bone, part) in pose.foreshortened.iter().filter(|(_, part)| !(0.05..=0.97).contains(part)) {
                let steps = drawn.steps(&steps!["poses", place, "foreshortened", bone.id()]);
                let message = format!("{part} of the {}", bone.words());
                drawn.file.report(&steps, message, "tell the part that is seen, 0.05 to 0.97", problems);
            }
            for bone in Bone::ALL {
                let (Some(along), part) = (body.along(bone), pose.foreshortened.get(bone)) else { continue };
                let (long, right) = (length(along), bone.length(view) * part.unwrap_or(1.0));
                if (long - right).abs() > TOLERANCE * right {
                    let message = format!("the {} is {long:.2} heads long, where {right:.2} are right", bone.words());
                    drawn.file.report(&at_bone(&drawn, place, bone), message, &remedy(body, bone, right), problems);
                }
            }
        }
    }
}

/// The steps to that end of a bone which the pose tells.
fn at_bone(drawn: &Drawn<'_, '_>, place: usize, bone: Bone) -> Vec<PathStep<'static>> {
    let [from, to] = bone.ends();
    let pose = drawn.way.poses.get(place);
    let told = |joint: &Joint| pose.is_some_and(|pose| pose.joints.has(*joint));
    match [to, from].into_iter().find(told) {
        Some(joint) => drawn.steps(&steps!["poses", place, "joints", joint.id()]),
        None => drawn.steps(&steps!["poses", place]),
    }
}

/// Where the farther end would be in its place.
fn remedy(body: &Body, bone: Bone, right: f64) -> String {
    let [from, to] = bone.ends();
    let along = body.along(bone).filter(|along| length(*along) > 0.0);
    let place = along.zip(body.at(from)).map(|(along, from)| {
        let scale = right / length(along);
        plus(from, along.map(|way| way * scale))
    });
    match place {
        Some([x, y]) => format!("put {} at [{x:.2}, {y:.2}], or say that the bone is foreshortened", to.words()),
        None => "put its ends apart".to_owned(),
    }
}

/// How far a joint bends, in degrees: back, and forward. What is measured in clinics (American Academy of Orthopaedic
/// Surgeons, Joint Motion, 1965), and some 15 more, because a picture is flat and a shoulder blade glides.
const WAIST: [f64; 2] = [-40.0, 75.0];
const NECK: [f64; 2] = [-65.0, 75.0];
const HIP: [f64; 2] = [-30.0, 150.0];
const KNEE: [f64; 2] = [-10.0, 158.0];
const ELBOW: [f64; 2] = [-12.0, 160.0];
const ANKLE: [f64; 2] = [15.0, 115.0];
/// From behind over the front to overhead, and a little beyond.
const SHOULDER: [f64; 2] = [-75.0, 195.0];
const WRIST: [f64; 2] = [-100.0, 100.0];
/// Seen from the front, from behind or from above: to one side, and from the line of the upper trunk to a collar bone and to
/// half of the pelvis.
const SIDEWAYS: [f64; 2] = [0.0, 50.0];
const COLLAR: [f64; 2] = [40.0, 100.0];
const PELVIS: [f64; 2] = [0.0, 60.0];

/// No joint bends the wrong way, or farther than joints do.
pub(super) fn joints_bend_as_joints_do(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    for drawn in drawn(inspection).filter(|drawn| !drawn.way.is_hand()) {
        for (place, (pose, body)) in drawn.way.poses.iter().zip(&drawn.bodies).enumerate() {
            let bends = match drawn.front() {
                Some(front) => from_the_side(pose, body, front),
                None => from_elsewhere(pose, body),
            };
            for (what, bend, [least, most]) in bends {
                if !(least..=most).contains(&bend) {
                    let message = format!("the {what} is bent by {bend:.0} degrees");
                    let remedy = format!("keep it within {least} to {most}, or say which bone is foreshortened");
                    drawn.report(place, "joints", &message, &remedy, problems);
                }
            }
        }
    }
}

/// What bends, by how many degrees, and within which.
type Bend = (String, f64, [f64; 2]);

/// The bends of a body, as far as the bones on both sides of a joint are seen whole.
struct FoundBends<'b> {
    pose: &'b Pose,
    body: &'b Body,
    found: Vec<Bend>,
}

impl FoundBends<'_> {
    /// The way from the near end of a bone to the far one, or the way back for a `sign` of -1.
    fn along(&self, bone: Bone, sign: f64) -> Option<Spot> {
        let along = self.body.along(bone).filter(|_| !self.pose.foreshortened.has(bone))?;
        Some(along.map(|way| way * sign))
    }

    fn note(&mut self, what: &str, [one, other]: [Option<Spot>; 2], sign: f64, range: [f64; 2]) {
        if let (Some(one), Some(other)) = (one, other) {
            let degrees = sign * angle(one, other).to_degrees();
            // What is beyond overhead did not come from behind.
            let degrees = if degrees < range[1] - 360.0 { degrees + 360.0 } else { degrees };
            self.found.push((what.to_owned(), degrees, range));
        }
    }

    fn note_unsigned(&mut self, what: &str, [one, other]: [Option<Spot>; 2], range: [f64; 2]) {
        if let (Some(one), Some(other)) = (one, other) {
            self.found.push((what.to_owned(), angle(one, other).to_degrees().abs(), range));
        }
    }
}

fn from_the_side(pose: &Pose, body: &Body, front: f64) -> Vec<Bend> {
    const OF_LIMBS: [(&str, usize, f64, [f64; 2]); 4] =
        [("elbow", 0, -1.0, ELBOW), ("wrist", 1, 1.0, WRIST), ("knee", 3, 1.0, KNEE), ("ankle", 4, -1.0, ANKLE)];
    let mut bends = FoundBends { pose, body, found: Vec::new() };
    let [upper, lower] = [Bone::UpperTrunk, Bone::LowerTrunk].map(|bone| bends.along(bone, 1.0));
    let (up, head) = (bends.along(Bone::UpperTrunk, -1.0), bends.along(Bone::Neck, 1.0));
    bends.note("waist", [lower, upper], front, WAIST);
    bends.note("neck", [up, head], front, NECK);
    for side in Hand::ALL {
        let limbs = limbs(side).map(|bone| bends.along(bone, 1.0));
        let name = |joint: &str| format!("{} {joint}", side.words());
        bends.note(&name("shoulder"), [upper, limbs[0]], -front, SHOULDER);
        bends.note(&name("hip"), [lower, limbs[3]], -front, HIP);
        for (joint, bone, sign, range) in OF_LIMBS {
            let [one, other] = [bone, bone + 1].map(|bone| limbs.get(bone).copied().flatten());
            bends.note(&name(joint), [one, other], sign * front, range);
        }
    }
    bends.found
}

/// Seen from elsewhere, a picture tells less: how far a joint bends, and not which way.
fn from_elsewhere(pose: &Pose, body: &Body) -> Vec<Bend> {
    let mut bends = FoundBends { pose, body, found: Vec::new() };
    let (down, up) = (bends.along(Bone::UpperTrunk, 1.0), bends.along(Bone::UpperTrunk, -1.0));
    let head = bends.along(Bone::Neck, 1.0);
    bends.note_unsigned("neck", [up, head], SIDEWAYS);
    for side in Hand::ALL {
        let [collar, pelvis] = match side {
            Hand::Left => [Bone::LeftCollar, Bone::LeftPelvis],
            Hand::Right => [Bone::RightCollar, Bone::RightPelvis],
        };
        let [collar, pelvis] = [collar, pelvis].map(|bone| bends.along(bone, 1.0));
        let [upper_arm, forearm, _, thigh, shin, _] = limbs(side).map(|bone| bends.along(bone, 1.0));
        let name = |what: &str| format!("{} {what}", side.words());
        bends.note_unsigned(&name("collar bone"), [down, collar], COLLAR);
        bends.note_unsigned(&name("half of the pelvis"), [down, pelvis], PELVIS);
        bends.note_unsigned(&name("elbow"), [upper_arm, forearm], [0.0, ELBOW[1]]);
        bends.note_unsigned(&name("knee"), [thigh, shin], [0.0, KNEE[1]]);
    }
    bends.found
}

/// Upper arm, forearm, hand, thigh, shin, foot.
pub(super) fn limbs(side: Hand) -> [Bone; 6] {
    match side {
        Hand::Left => {
            [Bone::LeftUpperArm, Bone::LeftForearm, Bone::LeftHand, Bone::LeftThigh, Bone::LeftShin, Bone::LeftFoot]
        }
        Hand::Right => [
            Bone::RightUpperArm,
            Bone::RightForearm,
            Bone::RightHand,
            Bone::RightThigh,
            Bone::RightShin,
            Bone::RightFoot,
        ],
    }
}
