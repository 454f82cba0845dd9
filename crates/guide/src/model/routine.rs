//! What routines are made of, and those that have a name: which entries, in which order.

use super::claim::{Basis, Claim};
use super::objects::objects;
use super::point::{Position, Span, Tool};
use super::vocabulary::vocabulary;

objects! {
    /// `routine.json`: what every routine is made of besides its entries, and its limits.
    file RoutineFrame {
        /// The usual length, in minutes.
        pub minutes: u16,
        /// Points in one go.
        pub points_at_most: usize,
        /// Pressing in one go, all points and sides together, in seconds.
        pub pressing_seconds_at_most: u16,
        /// On what kind of ground these numbers stand.
        #[serde(rename = "basis")]
        _basis: Basis,
        /// Why these numbers.
        #[serde(rename = "why")]
        _why: String,
        /// How a routine begins.
        pub arrive: Pause,
        /// How it ends.
        pub rest: Pause,
        /// The stop rule on one line of a screen, the longest first.
        pub stop_lines: Vec<String>,
        /// What to do when it hurts.
        pub if_it_hurts: Vec<Claim>,
        /// What to do when it is worse afterwards.
        pub if_worse: Vec<Claim>,
        /// Where a routine may be done.
        pub places: Vec<Place>,
    }

    /// A step of a routine in which nothing is pressed or stretched.
    part Pause {
        /// What it is called.
        pub title: String,
        /// How long it lasts, in seconds.
        pub seconds: Span,
        /// What to do.
        pub steps: Vec<Claim>,
    }

    /// Where a routine may be done.
    part Place {
        /// Its id.
        pub id: String,
        /// How a sentence says it.
        pub title: String,
        /// Everyday words for it.
        #[serde(default)]
        pub aliases: Vec<String>,
        /// The positions that it allows, the one in which to begin first.
        pub positions: Vec<Position>,
        /// The things that are there.
        pub at_hand: Vec<Thing>,
    }

    /// A routine, as its file in `routines/` tells it. Its steps name entries; screening decides what is left of them.
    file NamedRoutine {
        /// Its id.
        pub id: String,
        /// Its name.
        pub title: String,
        /// What it is for.
        pub about: Vec<Claim>,
        /// Its usual length, in minutes.
        pub minutes: u16,
        /// The id of the place for which it is made; `None` for any.
        pub place: Option<String>,
        /// Things that it takes for granted, besides those of its place.
        pub at_hand: Vec<Thing>,
        /// Ids of the precautions whose rules hold in it, whoever does it.
        #[serde(default)]
        pub holds: Vec<String>,
        /// Its steps, in order.
        pub steps: Vec<NamedStep>,
    }

    /// A step of a routine that has a name.
    part NamedStep {
        /// The code of a point, or the id of a stretch or technique.
        pub entry: String,
        /// The labels of its ways, the preferred one first; empty for any.
        #[serde(default)]
        pub ways: Vec<String>,
        /// What is told of it where it is in the routine.
        #[serde(default)]
        pub about: Vec<Claim>,
    }
}

vocabulary! {
    /// A thing that a way may need.
    Thing {
        Ball "ball" "a soft ball",
        Roller "roller" "a foot roller",
        Chair "chair" "a sturdy chair",
        Wall "wall" "a wall",
        Mat "mat" "a mat or carpet",
        Bed "bed" "a bed",
        Pillow "pillow" "a pillow",
        Cushion "cushion" "a small cushion",
        Blanket "blanket" "a blanket",
        Shoes "shoes" "comfortable shoes",
        WarmPack "warm-pack" "a warm pack",
    }
}

impl Tool {
    /// The thing that a tool is; `None` for a part of the body.
    pub fn thing(self) -> Option<Thing> {
        match self {
            Self::SoftBall => Some(Thing::Ball),
            Self::FootRoller => Some(Thing::Roller),
            Self::Fingertip | Self::Thumb | Self::Palm => None,
        }
    }
}
