//! The files of a catalogue as types: a file a kind.

mod body;
mod claim;
mod everyday_words;
mod few;
mod figure;
pub(crate) mod files;
mod kind;
mod level;
mod manifest;
mod marked;
mod names;
mod not_covered;
mod objects;
mod point;
mod poses;
mod precaution;
mod red_flag;
mod routine;
mod seal;
mod source;
mod stretch;
mod technique;
mod topic;
mod triage;
mod vocabulary;
mod year_month;

pub use body::{Body, Bone, Joint, PoseView, Spot, angle, arm, direction, leg, length, middle, minus, plus};
pub use claim::{Basis, Claim, Dispute, Grounds, OfWays, Said, Severity, Stated, Subject, WayClaim};
pub use everyday_words::{EverydayWords, SameWords};
pub use few::Few;
pub use figure::{DrawnPoint, DrawnRegion, Figure, FigureAspect, Hand, Landmark, PointAt, Stroke, StrokeRole};
pub use kind::{Kind, Target};
pub use level::Level;
pub(crate) use manifest::FORMAT_VERSION;
pub use manifest::{
    Area, CalfSign, Choice, FirstTime, Homonym, Manifest, Meridian, PressureStep, Region, SessionLimit,
};
pub use marked::MARK;
pub(crate) use marked::{Marked, mark_prose, marked, unmarked};
pub(crate) use names::{FoundBy, Named};
pub use not_covered::NotCovered;
pub use point::{
    Aspect, Beneath, Evidence, FindStep, Hanzi, Location, Motion, Names, NamesElsewhere, Point, Position, Reach, Span,
    Tool, Way,
};
pub use poses::{HandPart, HandPartName, Pose, PoseArrow, PosedWay, Poses, Prop, PropThing, Turn};
pub use precaution::{
    Advice, InCheck, InShort, LimitText, MoreRules, PREGNANCY, Precaution, RuleText, Selection, Weeks,
};
pub use red_flag::{RedFlag, Urgency};
pub use routine::{NamedRoutine, NamedStep, Pause, Place, RoutineFrame, Thing};
pub(crate) use seal::SEALED;
pub use seal::Sealed;
pub use source::{AmountRead, DocumentKind, Grade, Source, Sources};
pub use stretch::{Dosage, Equipment, Movement, RoutinePart, Stretch, StretchWay};
pub use technique::Technique;
pub use topic::{Doing, Form, RIGHT_NOW, Section, Theme, Topic};
pub(crate) use triage::MOST_ON_A_SCREEN;
pub use triage::{Screen, TriageQuestions};
pub(crate) use vocabulary::vocabulary;
pub use year_month::YearMonth;
