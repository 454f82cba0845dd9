//! How the ways of a stretch or technique look: poses of a body, or a hand from near.

use std::collections::BTreeMap;

use super::body::{Body, Bone, Joint, PoseView, Spot, arm, leg, length, plus};
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

    /// How a way looks: by poses, or by a hand.
    #[derive(Clone)]
    part PosedWay {
        /// The label of the way.
        pub label: String,
        /// From where the poses are seen; `None` for a hand.
        pub view: Option<PoseView>,
        /// Seen from the side, the side of the body that is near; else `None`.
        pub near: Option<Hand>,
        /// Width and height of the picture.
        pub frame: Spot,
        /// What the body stands, sits, lies on or leans at.
        pub props: Vec<Prop>,
        /// Poses in their order: one of a rest, two to four of a movement.
        #[serde(default)]
        pub poses: Vec<Pose>,
        /// A hand from near, in the place of poses.
        pub hand: Option<HandPose>,
    }

    /// A thing in the picture.
    #[derive(Clone)]
    part Prop {
        /// What it is.
        pub thing: PropThing,
        /// Where it begins: of a chair the front edge of the seat, of a ball one end of a diameter.
        pub from: Spot,
        /// Where it ends.
        pub to: Spot,
    }

    /// Where the joints of a body are.
    #[derive(Clone)]
    part Pose {
        /// What is done here, in at most eight words.
        pub caption: String,
        /// How long one repetition stays here, the way there included. A session gives the longest what time is left.
        pub seconds: u8,
        /// Where the joints are; in a later pose those alone that have moved.
        pub joints: BTreeMap<Joint, Spot>,
        /// The bones that point to or from the viewer, and which part of their length is seen.
        #[serde(default)]
        pub foreshortened: BTreeMap<Bone, f64>,
        /// What carries the body.
        pub rests: Vec<Rest>,
        /// Where hands and feet lie on the body itself.
        #[serde(default)]
        pub holds: Vec<Hold>,
        /// Which way something moves; at most two.
        #[serde(default)]
        pub arrows: Vec<PoseArrow>,
    }

    /// A joint that something carries.
    #[derive(Clone)]
    part Rest {
        /// The joint.
        pub joint: Joint,
        /// What carries it.
        pub on: PropThing,
    }

    /// A joint that lies on a part of the body.
    #[derive(Clone)]
    part Hold {
        /// The joint.
        pub joint: Joint,
        /// On what it lies.
        pub bone: Bone,
    }

    /// Which way a joint moves.
    #[derive(Clone)]
    part PoseArrow {
        /// The joint.
        pub joint: Joint,
        /// To the right and down.
        pub by: Spot,
        /// Which way round; `None` for straight.
        pub round: Option<Turn>,
    }

    /// A hand from near.
    #[derive(Clone)]
    part HandPose {
        /// What it does, in at most eight words.
        pub caption: String,
        /// Its parts, the farthest first.
        pub parts: Vec<HandPart>,
        /// Which way it moves; at most two.
        #[serde(default)]
        pub arrows: Vec<HandArrow>,
    }

    /// A part of a hand.
    #[derive(Clone)]
    part HandPart {
        /// What it is.
        pub part: HandPartName,
        /// From joint to joint.
        pub path: Vec<Spot>,
    }

    /// Which way a hand moves.
    #[derive(Clone)]
    part HandArrow {
        /// From where.
        pub at: Spot,
        /// To the right and down.
        pub by: Spot,
        /// Which way round; `None` for straight.
        pub round: Option<Turn>,
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
    /// From where to where it is drawn, for a joint that is there: it begins beside the body.
    pub fn span(&self, joint: Spot) -> [Spot; 2] {
        const BESIDE: f64 = 0.45;
        let long = length(self.by).max(f64::MIN_POSITIVE);
        let start = plus(joint, self.by.map(|way| way / long * BESIDE));
        [start, plus(start, self.by)]
    }
}

impl PosedWay {
    /// The body in each pose, with the joints that a later pose does not tell anew.
    pub fn bodies(&self) -> Vec<Body> {
        let poses = self.poses.iter().scan(Body::default(), |body, pose| {
            pose.joints.iter().for_each(|(joint, at)| body.put(*joint, *at));
            Some(body.clone())
        });
        poses.collect()
    }

    /// The side that moves, or moves more; `None` where both do alike.
    pub fn side(&self) -> Option<Hand> {
        let told = |side| {
            let limbs = [arm(side), leg(side)].concat();
            self.poses.iter().skip(1).flat_map(|pose| pose.joints.keys()).filter(|joint| limbs.contains(joint)).count()
        };
        match (told(Hand::Left), told(Hand::Right)) {
            (left, right) if left > right => Some(Hand::Left),
            (left, right) if right > left => Some(Hand::Right),
            _ => None,
        }
    }

    /// The same for the other side of the body.
    #[must_use]
    pub fn mirrored(&self) -> Self {
        let mut way = self.clone();
        let [width, _] = self.frame;
        let mirror = |[x, y]: Spot| [width - x, y];
        let aside = |[x, y]: Spot| [-x, y];
        way.near = self.near.map(Hand::other);
        for prop in &mut way.props {
            (prop.from, prop.to) = (mirror(prop.from), mirror(prop.to));
        }
        for (pose, own) in way.poses.iter_mut().zip(&self.poses) {
            pose.joints = own.joints.iter().map(|(joint, at)| (joint.on_other_side(), mirror(*at))).collect();
            pose.foreshortened = own.foreshortened.iter().map(|(bone, part)| (bone.on_other_side(), *part)).collect();
            pose.rests.iter_mut().for_each(|rest| rest.joint = rest.joint.on_other_side());
            pose.holds.iter_mut().for_each(|hold| {
                (hold.joint, hold.bone) = (hold.joint.on_other_side(), hold.bone.on_other_side());
            });
            for arrow in &mut pose.arrows {
                (arrow.joint, arrow.by) = (arrow.joint.on_other_side(), aside(arrow.by));
                arrow.round = arrow.round.map(Turn::other);
            }
        }
        if let Some(hand) = &mut way.hand {
            hand.parts.iter_mut().flat_map(|part| &mut part.path).for_each(|at| *at = mirror(*at));
            for arrow in &mut hand.arrows {
                (arrow.at, arrow.by) = (mirror(arrow.at), aside(arrow.by));
                arrow.round = arrow.round.map(Turn::other);
            }
        }
        way
    }

    /// What is done in each pose.
    pub fn captions(&self) -> impl Iterator<Item = &str> {
        let poses = self.poses.iter().map(|pose| pose.caption.as_str());
        poses.chain(self.hand.iter().map(|hand| hand.caption.as_str()))
    }
}
