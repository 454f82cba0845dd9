//! How the ways of a stretch or technique look: poses of a body, or a hand from near.

use super::body::{Body, Bone, Joint, PoseView, Spot, arm, leg, length, plus};
use super::few::Few;
use super::figure::Hand;
use super::objects::objects;
use super::seal::Sealed;
use super::vocabulary::vocabulary;

objects! {
    /// How a stretch or technique looks, as its file in `poses/` tells it. All places are in heights of the head, x to the
    /// right, y down.
    file Poses {
        /// Id of the stretch or technique.
        pub id: String,
        /// Its ways.
        pub ways: Sealed<Vec<PosedWay>>,
    }

    /// How a way looks.
    part PosedWay {
        /// The label of the way.
        pub label: String,
        /// From where a body is seen; `None` for a hand.
        pub view: Option<PoseView>,
        /// Seen from the side, the side of the body that is near; else `None`.
        pub near: Option<Hand>,
        /// Width and height of the picture.
        pub frame: Spot,
        /// What the body stands, sits, lies on or leans at.
        pub props: Vec<Prop>,
        /// Poses in their order: one of a rest, two to four of a movement.
        pub poses: Vec<Pose>,
        /// The parts of a hand from near, the farthest first, in the place of a body: its pose tells no joints.
        #[serde(default)]
        pub hand: Vec<HandPart>,
    }

    /// A thing in the picture.
    part Prop {
        /// What it is.
        pub thing: PropThing,
        /// Where it begins: of a chair the front edge of the seat, of a ball one end of a diameter.
        pub from: Spot,
        /// Where it ends.
        pub to: Spot,
    }

    /// Where the joints of a body are.
    part Pose {
        /// What is done here, in at most eight words.
        pub caption: String,
        /// How long one repetition stays here, the way there included. A session gives the longest what time is left.
        pub seconds: u8,
        /// Where the joints are; in a later pose those alone that have moved.
        #[serde(default)]
        pub joints: Few<Joint, Spot>,
        /// The bones that point to or from the viewer, and which part of their length is seen.
        #[serde(default)]
        pub foreshortened: Few<Bone, f64>,
        /// What carries which joint; in a later pose only where that is something else.
        #[serde(default)]
        pub rests: Few<Joint, PropThing>,
        /// On which bone a hand or foot lies.
        #[serde(default)]
        pub holds: Few<Joint, Bone>,
        /// Which way something moves; at most two.
        #[serde(default)]
        pub arrows: Vec<PoseArrow>,
    }

    /// Which way something moves.
    part PoseArrow {
        /// The joint that moves: the arrow begins beside it.
        pub joint: Option<Joint>,
        /// Where it begins, in the place of a joint.
        pub at: Option<Spot>,
        /// To the right and down.
        pub by: Spot,
        /// Which way round; `None` for straight.
        pub round: Option<Turn>,
    }

    /// A part of a hand.
    part HandPart {
        /// What it is.
        pub part: HandPartName,
        /// From joint to joint.
        pub path: Vec<Spot>,
    }
}

vocabulary! {
    /// A thing in a picture.
    PropThing {
        Floor "floor" "the floor",
        Mat "mat" "a mat",
        Bed "bed" "a bed",
        Chair "chair" "a chair",
        Wall "wall" "a wall",
        Table "table" "a table",
        Pillow "pillow" "a pillow",
        Pack "pack" "a warm pack",
        Ball "ball" "a ball",
        Roller "roller" "a roller",
        Skin "skin" "the skin",
    }

    /// A part of a hand.
    HandPartName {
        Forearm "forearm" "forearm",
        Palm "palm" "palm",
        Finger "finger" "finger",
        Thumb "thumb" "thumb",
    }

    /// Which way round.
    Turn {
        Clockwise "clockwise" "clockwise",
        Counterclockwise "counterclockwise" "counterclockwise",
    }
}

impl Turn {
    /// The other way round.
    fn other(self) -> Self {
        match self {
            Self::Clockwise => Self::Counterclockwise,
            Self::Counterclockwise => Self::Clockwise,
        }
    }
}

impl PropThing {
    /// Whether it lies below everything.
    pub fn is_ground(self) -> bool {
        matches!(self, Self::Floor | Self::Mat | Self::Bed)
    }

    /// Half its thickness, in heights of the head: what rests on it is so much farther from its line.
    pub fn radius(self) -> f64 {
        match self {
            Self::Pillow => 0.25,
            Self::Pack => 0.14,
            _ => 0.0,
        }
    }
}

impl PoseArrow {
    /// From where to where it is drawn; `None` where the body has no such joint, or it tells no beginning.
    pub fn span(&self, body: &Body) -> Option<[Spot; 2]> {
        let long = length(self.by).max(f64::MIN_POSITIVE);
        let beside = |joint| {
            // Clear of a head and its nose, and of the trunk, which are wider than a limb.
            let away = match joint {
                Joint::Head => 0.75,
                Joint::Waist | Joint::Hip => 0.6,
                _ => 0.45,
            };
            Some(plus(body.at(joint)?, self.by.map(|way| way / long * away)))
        };
        let start = self.at.or_else(|| beside(self.joint?))?;
        Some([start, plus(start, self.by)])
    }
}

impl PosedWay {
    /// The body in each pose, with the joints that a later pose does not tell anew.
    pub fn bodies(&self) -> Vec<Body> {
        let poses = self.poses.iter().scan(Body::default(), |body, pose| {
            pose.joints.iter().for_each(|(joint, at)| body.put(joint, at));
            Some(body.clone())
        });
        poses.collect()
    }

    /// The side that moves, or moves more; `None` where both do alike.
    pub fn side(&self) -> Option<Hand> {
        let told = |side| {
            let limbs = [arm(side), leg(side)].concat();
            self.poses
                .iter()
                .skip(1)
                .flat_map(|pose| pose.joints.iter())
                .filter(|(joint, _)| limbs.contains(joint))
                .count()
        };
        match (told(Hand::Left), told(Hand::Right)) {
            (left, right) if left > right => Some(Hand::Left),
            (left, right) if right > left => Some(Hand::Right),
            _ => None,
        }
    }

    /// The same for the other side of the body.
    #[must_use]
    pub fn mirrored(mut self) -> Self {
        let [width, _] = self.frame;
        let mirror = |[x, y]: Spot| [width - x, y];
        self.near = self.near.map(Hand::other);
        for prop in &mut self.props {
            (prop.from, prop.to) = (mirror(prop.from), mirror(prop.to));
        }
        for pose in &mut self.poses {
            pose.joints.change(|joint, at| (joint.on_other_side(), mirror(at)));
            pose.foreshortened.change(|bone, part| (bone.on_other_side(), part));
            pose.rests.change(|joint, thing| (joint.on_other_side(), thing));
            pose.holds.change(|joint, bone| (joint.on_other_side(), bone.on_other_side()));
            for arrow in &mut pose.arrows {
                arrow.joint = arrow.joint.map(Joint::on_other_side);
                (arrow.at, arrow.by) = (arrow.at.map(mirror), [-arrow.by[0], arrow.by[1]]);
                arrow.round = arrow.round.map(Turn::other);
            }
        }
        for at in self.hand.iter_mut().flat_map(|part| &mut part.path) {
            *at = mirror(*at);
        }
        self
    }

    /// What carries the body in a pose.
    pub fn rests(&self, pose: usize) -> impl Iterator<Item = (Joint, PropThing)> {
        let told = self.poses.iter().take(pose + 1).rev().find(|pose| !pose.rests.is_empty());
        told.into_iter().flat_map(|pose| pose.rests.iter())
    }

    /// Whether it shows a hand from near.
    pub fn is_hand(&self) -> bool {
        !self.hand.is_empty()
    }
}
