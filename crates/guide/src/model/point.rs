//! An acupressure point.

use serde::Serialize;

use super::claim::{Basis, Claim, Dispute, Grounds, WayClaim, of_ways};
use super::objects::objects;
use super::seal::Sealed;
use super::vocabulary::vocabulary;
use super::year_month::YearMonth;

objects! {
    /// An acupressure point, as its file in `points/` tells it. What tells how to press is sealed.
    file Point {
        /// The code in common use here.
        pub code: String,
        /// The code of the World Health Organization.
        pub who_code: String,
        /// Other spellings and older names.
        pub aliases: Vec<String>,
        /// Words in which readers ask for it, and that stand in none of its texts: never shown.
        #[serde(default)]
        pub lay: Vec<String>,
        /// Its names.
        pub names: Names,
        /// Id of the meridian.
        pub meridian: String,
        /// Id of the region.
        pub region: String,
        /// Id of the area.
        pub area: String,
        /// The side of the body part on which it lies.
        pub aspect: Aspect,
        /// Whether there is one on each side of the body.
        pub bilateral: bool,
        /// Where it lies.
        pub location: Location,
        /// The manners of pressing it, the commonest first.
        pub ways: Sealed<Vec<Way>>,
        /// Nerves and vessels below, and the limits that follow.
        pub beneath: Vec<Beneath>,
        /// What it is pressed for.
        pub eases: Vec<Claim>,
        /// What studies show.
        pub evidence: Evidence,
        /// Where sources disagree about it; may be empty.
        pub disputes: Vec<Dispute>,
        /// When somebody last read it against its sources: year and month.
        pub reviewed: Option<YearMonth>,
    }

    /// The names of a point.
    #[derive(Serialize)]
    part Names {
        /// Pinyin with tone marks.
        pub pinyin: String,
        /// Pinyin without tone marks.
        pub pinyin_plain: String,
        /// Chinese characters.
        pub hanzi: Hanzi,
        /// English names, the commonest first.
        pub english: Vec<String>,
        /// Its names in other languages.
        #[serde(default)]
        pub elsewhere: Vec<NamesElsewhere>,
    }

    /// The names of a point in another language.
    #[derive(Serialize)]
    part NamesElsewhere {
        /// The language, in English and small letters.
        pub language: String,
        /// The names, in its script and in ours.
        pub names: Vec<String>,
        /// Ids of the sources.
        pub sources: Vec<String>,
    }

    /// A name in Chinese characters.
    #[derive(Serialize)]
    part Hanzi {
        /// Traditional characters.
        pub traditional: String,
        /// Simplified characters.
        pub simplified: String,
    }

    /// Where a point lies: for everybody, and by touch for those who may press it.
    part Location {
        /// The place as the standard gives it.
        pub standard: Claim,
        /// Steps by touch.
        pub find: Sealed<Vec<FindStep>>,
        /// How it feels when the finger is in the wrong place.
        pub off_if: Sealed<Vec<WayClaim>>,
    }

    /// One step of finding a point by touch.
    claim FindStep {
        /// What the finger feels there; the step names it.
        pub landmark: String,
        /// The labels of the ways that find it so; empty for all.
        #[serde(default)]
        pub ways: Vec<String>,
    }

    /// One manner of pressing a point.
    part Way {
        /// Tool and position in plain words.
        pub label: String,
        /// The positions in which it is done.
        pub positions: Vec<Position>,
        /// What presses.
        pub tool: Tool,
        /// Who presses.
        pub reach: Reach,
        /// What the hand does.
        pub motion: Motion,
        /// Whether it presses the left and the right place at once, rather than one after the other.
        #[serde(default)]
        pub both_sides_at_once: bool,
        /// On the scale of 1 (a touch) to 5 (pain).
        pub pressure: u8,
        /// How long one hold lasts, in seconds.
        pub hold_seconds: Span,
        /// How many holds in one go.
        pub rounds: Span,
        /// How many times a day.
        pub per_day: Span,
        /// The grounds of these numbers.
        pub dose: Grounds,
        /// The steps; they name neither pressure nor time.
        pub steps: Vec<Claim>,
    }

    /// From a least to a most.
    #[derive(Clone, Copy, PartialEq, Eq, Serialize)]
    part Span {
        /// The least.
        pub min: u16,
        /// The most.
        pub max: u16,
    }

    /// A nerve, vessel or other tissue below a point.
    #[derive(Serialize)]
    part Beneath {
        /// What it is.
        pub structure: String,
        /// Where it lies.
        pub text: String,
        /// What follows from it.
        pub limit: String,
        /// Ids of the sources.
        #[serde(default)]
        pub sources: Vec<String>,
        /// On what kind of ground it stands.
        pub basis: Basis,
        /// Why, where the basis is editorial.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub why: Option<String>,
    }

    /// What studies show of a point.
    part Evidence {
        /// In one line.
        pub line: Claim,
        /// At length.
        pub more: Vec<Claim>,
    }
}

vocabulary! {
    /// The side of a body part on which a point lies.
    Aspect {
        Front "front" "front",
        Back "back" "back",
        Inner "inner" "inner side",
        Outer "outer" "outer side",
        OuterFront "outer-front" "outer side, to the front",
        OuterBack "outer-back" "outer side, to the back",
        InnerBack "inner-back" "inner side, to the back",
        Top "top" "top",
        Sole "sole" "sole",
    }

    /// How the body is held.
    Position {
        Sitting "sitting" "sitting",
        Standing "standing" "standing",
        Supine "supine" "lying on the back",
        Prone "prone" "lying on the front",
        SideLying "side-lying" "lying on the side",
        AllFours "all-fours" "on hands and knees",
        AnkleOnKnee "ankle-on-knee" "ankle on the other knee",
        BendingForward "bending-forward" "bending forward",
    }

    /// What presses.
    Tool {
        Fingertip "fingertip" "a fingertip",
        Thumb "thumb" "a thumb",
        Palm "palm" "a palm",
        SoftBall "soft-ball" "a soft ball",
        FootRoller "foot-roller" "a foot roller",
    }

    /// Who presses.
    Reach {
        Alone "self" "on your own",
        Partner "partner" "with a partner",
    }

    /// What the hand does.
    Motion {
        Hold "hold" "hold",
        Circles "circles" "small circles",
        Roll "roll" "roll",
    }
}

impl Position {
    /// Whether it is one that the body is in by itself, rather than what a leg or the trunk does besides.
    pub fn is_stance(self) -> bool {
        !matches!(self, Self::AnkleOnKnee | Self::BendingForward)
    }
}

of_ways! { FindStep }
