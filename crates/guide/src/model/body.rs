//! A body of fixed proportions: its joints, the bones between them, and where they are in a pose.
//!
//! All lengths are in heights of the head, as are all places; x goes to the right, y down.

use super::figure::Hand;
use super::vocabulary::vocabulary;

/// A place, or the way from one to another.
pub type Spot = [f64; 2];

vocabulary! {
    /// A joint, or another place of the body that a pose tells. What is `shoulder` and `hip` is both of them, seen from the
    /// side; `head` is its middle, `neck` where it meets the trunk.
    Joint {
        Head "head" "head",
        Neck "neck" "neck",
        Waist "waist" "waist",
        Shoulder "shoulder" "shoulder",
        Hip "hip" "hip",
        LeftShoulder "left-shoulder" "left shoulder",
        LeftElbow "left-elbow" "left elbow",
        LeftWrist "left-wrist" "left wrist",
        LeftFingers "left-fingers" "left fingers",
        LeftHip "left-hip" "left hip",
        LeftKnee "left-knee" "left knee",
        LeftAnkle "left-ankle" "left ankle",
        LeftToe "left-toe" "left toe",
        RightShoulder "right-shoulder" "right shoulder",
        RightElbow "right-elbow" "right elbow",
        RightWrist "right-wrist" "right wrist",
        RightFingers "right-fingers" "right fingers",
        RightHip "right-hip" "right hip",
        RightKnee "right-knee" "right knee",
        RightAnkle "right-ankle" "right ankle",
        RightToe "right-toe" "right toe",
    }

    /// What lies between two joints.
    Bone {
        Neck "neck" "neck",
        UpperTrunk "upper-trunk" "upper trunk",
        LowerTrunk "lower-trunk" "lower trunk",
        LeftCollar "left-collar" "left collar bone",
        LeftUpperArm "left-upper-arm" "left upper arm",
        LeftForearm "left-forearm" "left forearm",
        LeftHand "left-hand" "left hand",
        LeftPelvis "left-pelvis" "left half of the pelvis",
        LeftThigh "left-thigh" "left thigh",
        LeftShin "left-shin" "left shin",
        LeftFoot "left-foot" "left foot",
        RightCollar "right-collar" "right collar bone",
        RightUpperArm "right-upper-arm" "right upper arm",
        RightForearm "right-forearm" "right forearm",
        RightHand "right-hand" "right hand",
        RightPelvis "right-pelvis" "right half of the pelvis",
        RightThigh "right-thigh" "right thigh",
        RightShin "right-shin" "right shin",
        RightFoot "right-foot" "right foot",
    }

    /// From where a pose is seen.
    PoseView {
        Side "side" "from the side",
        Front "front" "from the front",
        Back "back" "from behind",
        Top "top" "from above" => "from above, lying on the back",
    }
}

/// The joints of a limb, from the trunk outwards.
pub const fn arm(side: Hand) -> [Joint; 4] {
    match side {
        Hand::Left => [Joint::LeftShoulder, Joint::LeftElbow, Joint::LeftWrist, Joint::LeftFingers],
        Hand::Right => [Joint::RightShoulder, Joint::RightElbow, Joint::RightWrist, Joint::RightFingers],
    }
}

/// The same for a leg.
pub const fn leg(side: Hand) -> [Joint; 4] {
    match side {
        Hand::Left => [Joint::LeftHip, Joint::LeftKnee, Joint::LeftAnkle, Joint::LeftToe],
        Hand::Right => [Joint::RightHip, Joint::RightKnee, Joint::RightAnkle, Joint::RightToe],
    }
}

impl Joint {
    /// The one that stands for it where both sides are in one place.
    fn shared(self) -> Option<Self> {
        match self {
            Self::LeftShoulder | Self::RightShoulder => Some(Self::Shoulder),
            Self::LeftHip | Self::RightHip => Some(Self::Hip),
            _ => None,
        }
    }

    /// The same on the other side of the body.
    pub(crate) fn on_other_side(self) -> Self {
        let twins = |side: Hand| [arm(side), leg(side)].concat();
        let of_side = |side: Hand| twins(side).iter().position(|joint| *joint == self).map(|place| (side, place));
        let found = Hand::ALL.into_iter().find_map(of_side);
        found.and_then(|(side, place)| twins(side.other()).get(place).copied()).unwrap_or(self)
    }

    /// How near and how far from what carries it the middle of it is, with flesh and clothes: half the thickness of the body
    /// there, more or less a tenth of a head. A foot rests on its sole, its heel or its side.
    pub(crate) fn rests_between(self) -> [f64; 2] {
        match self {
            Self::Head => [0.3, 0.6],
            Self::Neck => [0.1, 0.55],
            Self::Waist => [0.2, 0.65],
            Self::Shoulder | Self::LeftShoulder | Self::RightShoulder => [0.1, 0.6],
            Self::Hip | Self::LeftHip | Self::RightHip => [0.3, 0.65],
            Self::LeftElbow | Self::RightElbow => [0.05, 0.3],
            Self::LeftWrist | Self::RightWrist => [0.03, 0.27],
            Self::LeftFingers | Self::RightFingers => [0.0, 0.22],
            Self::LeftKnee | Self::RightKnee => [0.1, 0.42],
            Self::LeftAnkle | Self::RightAnkle => [0.08, 0.42],
            Self::LeftToe | Self::RightToe => [0.0, 0.27],
        }
    }
}

impl Bone {
    /// From the joint nearer to the middle of the body to the other.
    pub fn ends(self) -> [Joint; 2] {
        use Joint::{
            Head, Hip, LeftAnkle, LeftElbow, LeftFingers, LeftHip, LeftKnee, LeftShoulder, LeftToe, LeftWrist, Neck,
            RightAnkle, RightElbow, RightFingers, RightHip, RightKnee, RightShoulder, RightToe, RightWrist, Waist,
        };
        match self {
            Self::Neck => [Neck, Head],
            Self::UpperTrunk => [Neck, Waist],
            Self::LowerTrunk => [Waist, Hip],
            Self::LeftCollar => [Neck, LeftShoulder],
            Self::LeftUpperArm => [LeftShoulder, LeftElbow],
            Self::LeftForearm => [LeftElbow, LeftWrist],
            Self::LeftHand => [LeftWrist, LeftFingers],
            Self::LeftPelvis => [Waist, LeftHip],
            Self::LeftThigh => [LeftHip, LeftKnee],
            Self::LeftShin => [LeftKnee, LeftAnkle],
            Self::LeftFoot => [LeftAnkle, LeftToe],
            Self::RightCollar => [Neck, RightShoulder],
            Self::RightUpperArm => [RightShoulder, RightElbow],
            Self::RightForearm => [RightElbow, RightWrist],
            Self::RightHand => [RightWrist, RightFingers],
            Self::RightPelvis => [Waist, RightHip],
            Self::RightThigh => [RightHip, RightKnee],
            Self::RightShin => [RightKnee, RightAnkle],
            Self::RightFoot => [RightAnkle, RightToe],
        }
    }

    /// The same on the other side of the body.
    pub(crate) fn on_other_side(self) -> Self {
        let twins = self.ends().map(Joint::on_other_side);
        Self::ALL.into_iter().find(|bone| bone.ends() == twins).unwrap_or(self)
    }

    /// Its length, seen at a right angle.
    ///
    /// Lengths as parts of the stature are those of Drillis and Contini (1966), as Winter, Biomechanics and Motor Control of
    /// Human Movement, prints them, divided by the height of the head there (0.130 of the stature): thigh 0.245, shin 0.246,
    /// upper arm 0.186, forearm 0.146, hand 0.108, from hip to shoulder 0.288. The hand is a little short, as a loose one is.
    pub fn length(self, view: PoseView) -> f64 {
        match self {
            Self::Neck => 0.70,
            Self::UpperTrunk => 1.35,
            Self::LowerTrunk => 1.05,
            Self::LeftCollar | Self::RightCollar if view == PoseView::Side => 0.30,
            Self::LeftCollar | Self::RightCollar => 0.90,
            Self::LeftPelvis | Self::RightPelvis if view == PoseView::Side => 1.05,
            Self::LeftPelvis | Self::RightPelvis => 1.13,
            Self::LeftUpperArm | Self::RightUpperArm => 1.40,
            Self::LeftForearm | Self::RightForearm => 1.15,
            Self::LeftHand | Self::RightHand => 0.65,
            Self::LeftThigh | Self::RightThigh | Self::LeftShin | Self::RightShin => 1.88,
            Self::LeftFoot | Self::RightFoot => 0.95,
        }
    }
}

/// Where the joints of a body are.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Body([Option<Spot>; Joint::ALL.len()]);

impl Body {
    /// Where a joint is; `None` where the pose does not tell it.
    pub fn at(&self, joint: Joint) -> Option<Spot> {
        self.told(joint).or_else(|| self.told(joint.shared()?))
    }

    /// The same, by its own name alone.
    fn told(&self, joint: Joint) -> Option<Spot> {
        self.0.get(joint as usize).copied().flatten()
    }

    /// Puts a joint somewhere.
    pub fn put(&mut self, joint: Joint, at: Spot) {
        if let Some(place) = self.0.get_mut(joint as usize) {
            *place = Some(at);
        }
    }

    /// The joints that it tells, each with its place.
    pub fn joints(&self) -> impl Iterator<Item = (Joint, Spot)> {
        Joint::ALL.into_iter().zip(self.0).filter_map(|(joint, at)| Some((joint, at?)))
    }

    /// From one end of a bone to the other.
    pub fn along(&self, bone: Bone) -> Option<Spot> {
        let [from, to] = bone.ends();
        Some(minus(self.at(to)?, self.at(from)?))
    }

    /// A part of the way from this body to another, from 0 to 1: bones turn, and keep their length on the way.
    #[must_use]
    pub fn towards(&self, other: &Self, part: f64) -> Self {
        let mut body = Self::default();
        let between = |one: Spot, other: Spot| plus(one, minus(other, one).map(|way| way * part));
        // The trunk hangs between hip and neck: either may be what rests.
        for joint in [Joint::Hip, Joint::LeftHip, Joint::RightHip, Joint::Neck] {
            if let Some((one, other)) = self.told(joint).zip(other.told(joint)) {
                body.put(joint, between(one, other));
            }
        }
        for bone in Bone::ALL {
            let [from, to] = bone.ends();
            let (Some(one), Some(other), Some(start)) = (self.along(bone), other.along(bone), body.at(from)) else {
                continue;
            };
            if body.at(to).is_none() {
                body.put(to, plus(start, turned(one, other, part)));
            }
        }
        body
    }
}

/// From one way to another, so that direction and length change evenly, by the shorter turn.
fn turned(one: Spot, other: Spot, part: f64) -> Spot {
    let long = length(one) + (length(other) - length(one)) * part;
    let scale = if length(one) > 0.0 { long / length(one) } else { 0.0 };
    let [cos, sin] = direction(angle(one, other) * part);
    [(one[0] * cos - one[1] * sin) * scale, (one[0] * sin + one[1] * cos) * scale]
}

/// By how much the second way is turned from the first, clockwise on a page, in radians.
pub fn angle(one: Spot, other: Spot) -> f64 {
    libm::atan2(one[0] * other[1] - one[1] * other[0], one[0] * other[0] + one[1] * other[1])
}

/// The way as long as one that is turned from the way to the right by so much, clockwise on a page, in radians.
pub fn direction(radians: f64) -> Spot {
    let (sin, cos) = libm::sincos(radians);
    [cos, sin]
}

/// How long a way is.
pub fn length([x, y]: Spot) -> f64 {
    (x * x + y * y).sqrt()
}

/// Half-way between two places.
pub fn middle(one: Spot, other: Spot) -> Spot {
    [f64::midpoint(one[0], other[0]), f64::midpoint(one[1], other[1])]
}

/// The sum of two.
pub fn plus(one: Spot, other: Spot) -> Spot {
    [one[0] + other[0], one[1] + other[1]]
}

/// The way from the second to the first.
pub fn minus(one: Spot, other: Spot) -> Spot {
    [one[0] - other[0], one[1] - other[1]]
}
