//! A stretch or movement.

use super::claim::{Basis, Claim, Dispute, WayClaim};
use super::objects::objects;
use super::point::{Position, Span};
use super::routine::Thing;
use super::seal::Sealed;
use super::vocabulary::vocabulary;
use super::year_month::YearMonth;

objects! {
    /// A stretch, as its file in `stretches/` tells it. What tells how to do it is sealed.
    file Stretch {
        /// Its id.
        pub id: String,
        /// Its name.
        pub title: String,
        /// Other names.
        pub aliases: Vec<String>,
        /// Words in which readers ask for it, and that stand in none of its texts: never shown.
        #[serde(default)]
        pub lay: Vec<String>,
        /// Ids of the regions that it moves.
        pub regions: Vec<String>,
        /// The part of a routine in which it is done.
        pub part: RoutinePart,
        /// What it is, and what it may ease.
        pub about: Vec<Claim>,
        /// The manners of doing it, the commonest first.
        pub ways: Sealed<Vec<StretchWay>>,
        /// Easier versions.
        pub easier: Sealed<Vec<WayClaim>>,
        /// What often goes wrong.
        pub mistakes: Sealed<Vec<WayClaim>>,
        /// When to stop, beside the rules for every stretch.
        pub stop_if: Sealed<Vec<WayClaim>>,
        /// What studies show, in one line.
        pub evidence: Claim,
        /// Where sources disagree about it; may be empty.
        pub disputes: Vec<Dispute>,
        /// When somebody last read it against its sources: year and month.
        pub reviewed: Option<YearMonth>,
    }

    /// One manner of doing a stretch.
    part StretchWay {
        /// Position in plain words.
        pub label: String,
        /// The positions in which it is done.
        pub positions: Vec<Position>,
        /// What the body does.
        pub movements: Vec<Movement>,
        /// What is needed for it.
        pub equipment: Vec<Equipment>,
        /// Whether it is done once for each side.
        pub each_side: bool,
        /// The steps; they name neither time nor count.
        pub steps: Vec<Claim>,
        /// How long and how often.
        pub dosage: Dosage,
    }

    /// What is needed for a way.
    part Equipment {
        /// How a card names it.
        pub text: String,
        /// The things of which one is enough.
        pub any_of: Vec<Thing>,
    }

    /// How long and how often a stretch is done, and the grounds of these numbers.
    part Dosage {
        /// One repetition, in seconds: how long it is held, or how long it lasts.
        pub hold_seconds: Span,
        /// Repetitions in a set, for each side.
        pub repetitions: Span,
        /// Sets in one go.
        pub sets: Span,
        /// Times a day.
        pub per_day: Span,
        /// Ids of the sources.
        #[serde(default)]
        pub sources: Vec<String>,
        /// On what kind of ground the numbers stand.
        pub basis: Basis,
        /// Why these numbers, where the basis is editorial.
        pub why: Option<String>,
    }
}

vocabulary! {
    /// The part of a routine in which a stretch is done.
    #[cfg_attr(test, schemars(rename = "Part"))]
    RoutinePart {
        WarmUp "warm-up" "warm-up",
        Stretch "stretch" "stretch",
        Rest "rest" "rest",
        Apart "apart" "in a class or with a video",
        ByItself "by-itself" "by itself, in no routine",
    }

    /// What the body does in a stretch.
    Movement {
        Flexion "flexion" "rounding the low back",
        EndRangeFlexion "end-range-flexion" "rounding the low back all the way",
        Extension "extension" "arching the low back",
        Rotation "rotation" "twisting",
        HipFlexion "hip-flexion" "bending the hip far",
        CrossedLegs "crossed-legs" "one leg over the other",
        HamstringPull "hamstring-pull" "pulling on the back of the thigh",
        NerveGlide "nerve-glide" "sliding the nerve",
        PelvicTilt "pelvic-tilt" "a small tilt of the pelvis",
        Lifting "lifting" "lifting your weight",
        Balance "balance" "balance",
        Walking "walking" "walking",
        Stillness "stillness" "lying still",
    }
}
