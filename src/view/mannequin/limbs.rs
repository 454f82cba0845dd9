//! A body as layers: what is far first.

use super::shape::{at, capsule, circle, ellipse, unit};
use crate::view::drawing::{Layer, Tone};
use guide::model::{Body, Bone, Hand, Joint, PoseView, Spot, arm, leg, length, minus, plus};

/// Half the widths of limbs at their joints, in heights of the head, from the trunk outwards.
const ARM: [[f64; 2]; 3] = [[0.21, 0.16], [0.16, 0.11], [0.12, 0.07]];
const LEG: [[f64; 2]; 2] = [[0.32, 0.22], [0.21, 0.13]];
/// A little less than half the width of the trunk there.
const HIP: f64 = 0.4;
const FOOT: [f64; 2] = [0.13, 0.09];
const HEEL: f64 = 0.11;
const NECK: [f64; 2] = [0.17; 2];
const HEAD: [f64; 2] = [0.5, 0.4];
/// A loose hand, where the pose does not tell its fingers.
const MITTEN: f64 = 0.14;
/// A thigh or shin of which less than this part is seen points to the viewer, or away.
const SEEN_WHOLE: f64 = 0.85;

/// A body seen from somewhere.
pub(super) struct Seen<'b> {
    pub(super) body: &'b Body,
    pub(super) view: PoseView,
    /// Seen from the side, the side that is near.
    pub(super) near: Option<Hand>,
    /// Whether a joint moves on the way to this pose.
    pub(super) moves: &'b dyn Fn(Joint) -> bool,
    /// Whether it is where the body was before.
    pub(super) is_before: bool,
}

impl Seen<'_> {
    /// Its layers, the farthest first.
    pub(super) fn layers(&self) -> Vec<Layer> {
        let trunk = Layer { shapes: self.head().into_iter().chain(self.trunk()).collect(), ..Layer::default() };
        match (self.view, self.near) {
            (PoseView::Side, Some(near)) => {
                let far = near.other();
                let [far_leg, near_leg] = [far, near].map(|side| self.leg(side));
                let near_arm = vec![self.arm(near)];
                let near_limbs = if self.reaches_behind(near) { [near_arm, near_leg] } else { [near_leg, near_arm] };
                [vec![self.arm(far)], far_leg, vec![trunk], near_limbs.concat()].concat()
            }
            (PoseView::Back, _) => {
                let [left, right] = Hand::ALL;
                [self.leg(left), self.leg(right), vec![trunk, self.arm(left), self.arm(right)]].concat()
            }
            _ => {
                // What lies across the other is in front.
                let legs = self.legs_in_order().map(|side| self.leg(side)).concat();
                let arms = Hand::ALL.map(|side| self.arm(side)).to_vec();
                // Of a body that lies on its back, legs that are raised are nearer to the viewer than the arms.
                let limbs = if self.view == PoseView::Top { [arms, legs] } else { [legs, arms] };
                [vec![trunk], limbs.concat()].concat()
            }
        }
    }

    /// Whether a hand reaches behind the thigh, which then hides it: it is lower than the knee.
    fn reaches_behind(&self, side: Hand) -> bool {
        let heights = [arm(side)[2], leg(side)[1]].map(|joint| self.body.at(joint));
        matches!(heights, [Some([_, wrist]), Some([_, knee])] if wrist > knee)
    }

    /// The leg whose ankle is higher lies over the other.
    fn legs_in_order(&self) -> [Hand; 2] {
        let height = |side| self.body.at(leg(side)[2]).map_or(0.0, |[_, y]| y);
        let [left, right] = Hand::ALL;
        if height(left) < height(right) { [right, left] } else { [left, right] }
    }

    fn tone(&self, joints: &[Joint], side: Option<Hand>) -> Tone {
        let is_far = self.view == PoseView::Side && side.is_some() && side != self.near;
        match (self.is_before, joints.iter().any(|joint| (self.moves)(*joint)), is_far) {
            (true, ..) => Tone::Before,
            (_, true, true) => Tone::FarMoving,
            (_, true, false) => Tone::Moving,
            (_, false, true) => Tone::Far,
            (_, false, false) => Tone::Near,
        }
    }

    fn arm(&self, side: Hand) -> Layer {
        let joints = arm(side);
        let mut shapes = self.chain(&joints, &ARM, side);
        let [.., wrist, fingers] = joints;
        if let (Some([x, y]), None) = (self.body.at(wrist), self.body.at(fingers)) {
            shapes.push((self.tone(&[wrist], Some(side)), circle([x, y], MITTEN)));
        }
        Layer { shapes, ..Layer::default() }
    }

    /// A leg in one layer, or in two where the thigh points to the viewer: an edge shows that the knee is bent.
    fn leg(&self, side: Hand) -> Vec<Layer> {
        let joints = leg(side);
        let [hip, knee, ankle, tip] = joints;
        let mut limbs = self.chain(&joints, &LEG, side).into_iter();
        let thigh = Layer { shapes: limbs.next().into_iter().collect(), joins: self.buttock(hip) };
        let mut shin = Layer { shapes: limbs.collect(), ..Layer::default() };
        if let [Some(at_knee), Some(at_ankle), Some(at_tip)] = [knee, ankle, tip].map(|joint| self.body.at(joint)) {
            let tone = self.tone(&[ankle, tip], Some(side));
            shin.shapes.extend(foot(at_knee, at_ankle, at_tip).into_iter().map(|shape| (tone, shape)));
        }
        let [thigh_seen, shin_seen] = [[hip, knee], [knee, ankle]].map(|ends| self.part_seen(ends));
        match self.view {
            PoseView::Front | PoseView::Top if thigh_seen < SEEN_WHOLE && shin_seen < SEEN_WHOLE => vec![shin, thigh],
            PoseView::Front | PoseView::Top if thigh_seen < SEEN_WHOLE => vec![thigh, shin],
            _ => vec![Layer { shapes: [thigh.shapes, shin.shapes].concat(), ..thigh }],
        }
    }

    /// What of the trunk a thigh grows out of.
    fn buttock(&self, hip: Joint) -> Vec<(Tone, Vec<Spot>)> {
        let tone = self.tone(&[Joint::Waist, hip], None);
        self.body.at(hip).map(|hip| (tone, circle(hip, HIP))).into_iter().collect()
    }

    /// The part of a thigh or shin that is seen: less than the whole where it points to the viewer, or away.
    fn part_seen(&self, ends: [Joint; 2]) -> f64 {
        let [from, to] = ends.map(|joint| self.body.at(joint));
        let long = from.zip(to).map_or(0.0, |(from, to)| length(minus(to, from)));
        long / Bone::LeftThigh.length(self.view)
    }

    fn chain(&self, joints: &[Joint], widths: &[[f64; 2]], side: Hand) -> Vec<(Tone, Vec<Spot>)> {
        let pairs = joints.windows(2).zip(widths);
        let limbs = pairs.filter_map(|(pair, widths)| {
            let [from, to] = pair else { return None };
            let ends = [self.body.at(*from)?, self.body.at(*to)?];
            Some((self.tone(&[*from, *to], Some(side)), capsule(ends, *widths)))
        });
        limbs.collect()
    }

    fn head(&self) -> Vec<(Tone, Vec<Spot>)> {
        let (Some(neck), Some(head)) = (self.body.at(Joint::Neck), self.body.at(Joint::Head)) else {
            return Vec::new();
        };
        let (tone, up) = (self.tone(&[Joint::Neck, Joint::Head], None), unit(minus(head, neck)));
        let mut shapes = vec![(tone, capsule([neck, head], NECK)), (tone, ellipse(head, up, HEAD))];
        match (self.view, self.near) {
            (PoseView::Side, near) => {
                // Seen with the head up, the front of whose right side is near is to the right.
                let front = if near == Some(Hand::Right) { 1.0 } else { -1.0 };
                let nose = [[-0.05, 0.38 * front], [-0.14, 0.56 * front]].map(|by| at(head, up, by));
                shapes.push((tone, capsule(nose, [0.11, 0.06])));
            }
            (PoseView::Front | PoseView::Top, _) if !self.is_before => {
                let face = [[0.02, 0.0], [-0.12, 0.0]].map(|by| at(head, up, by));
                shapes.push((Tone::Empty, capsule(face, [0.05, 0.1])));
            }
            _ => {}
        }
        shapes
    }

    fn trunk(&self) -> Vec<(Tone, Vec<Spot>)> {
        let [neck, waist] = [Joint::Neck, Joint::Waist].map(|joint| self.body.at(joint));
        let (Some(neck), Some(waist)) = (neck, waist) else { return Vec::new() };
        let upper = self.tone(&[Joint::Neck, Joint::Waist], None);
        if let Some(hip) = self.body.at(Joint::Hip) {
            let lower = self.tone(&[Joint::Waist, Joint::Hip], None);
            let chest = plus(waist, minus(neck, waist).map(|way| way * 0.6));
            return vec![
                (lower, capsule([hip, waist], [0.45, 0.36])),
                (upper, capsule([waist, chest], [0.36, 0.42])),
                (upper, capsule([chest, neck], [0.42, 0.25])),
            ];
        }
        let both = |limb: fn(Hand) -> [Joint; 4]| Hand::ALL.map(|side| self.body.at(limb(side)[0]));
        let ([Some(left), Some(right)], [Some(left_hip), Some(right_hip)]) = (both(arm), both(leg)) else {
            return Vec::new();
        };
        let lower = self.tone(&[Joint::Waist, Joint::LeftHip, Joint::RightHip], None);
        let across = unit(minus(left, right));
        let [left_waist, right_waist] = [0.52, -0.52].map(|aside| at(waist, across, [aside, 0.0]));
        vec![
            (lower, vec![left_waist, left_hip, right_hip, right_waist]),
            (lower, capsule([left_hip, right_hip], [0.3; 2])),
            // Over the seam of the two halves.
            (lower, capsule([left_waist, right_waist], [0.1; 2])),
            (lower, capsule([left_waist, left_hip], [0.1, 0.3])),
            (lower, capsule([right_waist, right_hip], [0.1, 0.3])),
            (upper, vec![left, right, right_waist, left_waist]),
            (upper, capsule([left, right], [0.22; 2])),
            (upper, capsule([neck, left], [NECK[0], 0.2])),
            (upper, capsule([neck, right], [NECK[0], 0.2])),
            (upper, capsule([left, left_waist], [0.2, 0.1])),
            (upper, capsule([right, right_waist], [0.2, 0.1])),
        ]
    }
}

/// A foot with its heel on the side of the sole, which is away from the knee.
fn foot(knee: Spot, ankle: Spot, toe: Spot) -> Vec<Vec<Spot>> {
    /// A foot that points at the viewer shows no heel.
    const SHORTEST_WITH_HEEL: f64 = 0.6;
    let way = minus(toe, ankle);
    let ahead = unit(way);
    let mut shapes = vec![capsule([ankle, toe], FOOT)];
    if length(way) >= SHORTEST_WITH_HEEL {
        let [dx, dy] = minus(ankle, knee);
        let sole = if -ahead[1] * dx + ahead[0] * dy > 0.0 { 1.0 } else { -1.0 };
        let heel = at(ankle, ahead, [-0.15, 0.2 * sole]);
        shapes.push(capsule([ankle, heel], [FOOT[0], HEEL]));
        shapes.push(capsule([heel, toe], [HEEL, FOOT[1]]));
    }
    shapes
}
