//! A drawing of a part of the body, with landmarks on which points lie.

use super::objects::objects;
use super::vocabulary::vocabulary;

objects! {
    /// A figure, as its file in `figures/` tells it. All coordinates are in drawing units, x to the right, y down.
    file Figure {
        /// Its id.
        pub id: String,
        /// What is drawn; of one limb with its side, left or right.
        pub title: String,
        /// From where it is seen.
        pub aspect: FigureAspect,
        /// Whether it shows where on the body; else it shows the place itself.
        pub locator: bool,
        /// The view and its landmarks in words, enough without the drawing; nothing of the points.
        pub alternative: String,
        /// Width and height.
        pub size: [f64; 2],
        /// Drawing units of one cun.
        pub cun: f64,
        /// On which side of the drawing the reader's left lies; `None` for one limb.
        pub left_is: Option<Hand>,
        /// Which limb is drawn; `None` for both sides.
        pub side: Option<Hand>,
        /// What lies to the left and to the right of the drawing, in words.
        pub directions: [String; 2],
        /// Its lines.
        pub strokes: Vec<Stroke>,
        /// What fingers can feel on it.
        pub landmarks: Vec<Landmark>,
        /// The areas that it shows.
        pub regions: Vec<DrawnRegion>,
        /// The points that lie on it.
        pub points: Vec<DrawnPoint>,
    }

    /// A line of a figure.
    #[derive(Clone, PartialEq, Eq)]
    part Stroke {
        /// Its id.
        pub id: String,
        /// What it stands for.
        pub role: StrokeRole,
        /// Absolute `M`, `L`, `C` and `Z`, as SVG has them.
        pub path: String,
        /// Whether it is drawn a second time, mirrored at the middle.
        #[serde(default)]
        pub mirrored: bool,
    }

    /// Something that fingers can feel.
    part Landmark {
        /// Its id.
        pub id: String,
        /// Its name, in the words of the steps.
        pub name: String,
        /// Where it lies.
        pub at: [f64; 2],
    }

    /// An area of the body on a figure.
    part DrawnRegion {
        /// Id of the area.
        pub area: String,
        /// Its edge.
        pub path: String,
    }

    /// A point on a figure.
    part DrawnPoint {
        /// Its code.
        pub code: String,
        /// Where it lies in words, enough without the drawing; nothing of other points.
        pub alternative: String,
        /// Where it lies, by landmarks, so that it moves with the drawing.
        pub at: PointAt,
        /// Whether it lies on both sides of the drawing.
        #[serde(default)]
        pub mirrored: bool,
        /// What the steps call the place itself.
        #[serde(default)]
        pub called: Vec<String>,
        /// Ids of the landmarks that its steps name, which are shown with it where the figure shows the place itself; all are
        /// where none is listed.
        #[serde(default)]
        pub landmarks: Vec<String>,
    }

    /// A place by landmarks: a part of the way between two, or so many cun from one.
    part PointAt {
        /// Ids of two landmarks.
        pub between: Option<[String; 2]>,
        /// Which part of the way from the first to the second.
        pub part: Option<f64>,
        /// Id of a landmark.
        pub from: Option<String>,
        /// To the right and down from it, in cun.
        pub by: Option<[f64; 2]>,
    }
}

vocabulary! {
    /// From where a figure is seen.
    FigureAspect {
        Back "back" "from behind",
        Front "front" "from the front",
        Outer "outer" "from the outer side",
        Inner "inner" "from the inner side",
        Top "top" "from above",
        Sole "sole" "from below",
        Side "side" "from the side",
    }

    /// A hand's side.
    Hand {
        Left "left" "left",
        Right "right" "right",
    }

    /// What a line of a figure stands for.
    StrokeRole {
        Outline "outline" "the edge of the body",
        Bone "bone" "a bone",
        Tendon "tendon" "a cord",
        Crease "crease" "a fold of the skin",
        Detail "detail" "a detail",
    }
}

impl Hand {
    /// The other.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Left => Self::Right,
            Self::Right => Self::Left,
        }
    }
}

impl Figure {
    /// Where a point lies; `None` where its landmarks are not there.
    pub fn place(&self, at: &PointAt) -> Option<[f64; 2]> {
        let landmark = |id: &str| self.landmarks.iter().find(|landmark| landmark.id == id).map(|landmark| landmark.at);
        match (&at.between, at.part, &at.from, at.by) {
            (Some([one, other]), Some(part), None, None) => {
                let ([ax, ay], [bx, by]) = (landmark(one)?, landmark(other)?);
                Some([ax + (bx - ax) * part, ay + (by - ay) * part])
            }
            (None, None, Some(from), Some([right, down])) => {
                let [x, y] = landmark(from)?;
                Some([x + right * self.cun, y + down * self.cun])
            }
            _ => None,
        }
    }

    /// The same place on the other side of the drawing.
    pub fn mirror(&self, [x, y]: [f64; 2]) -> [f64; 2] {
        let [width, _] = self.size;
        [width - x, y]
    }
}
