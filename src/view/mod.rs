//! Turns entries into documents and records. Knows words, not widths or colours.

mod advice;
mod alike;
mod at_length;
mod check;
mod disputes;
mod document;
mod drawing;
mod extent;
mod figure;
mod guidance;
mod handout;
mod help;
mod leaflet;
mod list;
mod mannequin;
mod map;
mod not_covered;
mod numbers;
mod page_frame;
mod passage;
mod personal;
mod personal_page;
mod point;
mod practice;
mod precaution;
mod pressing;
mod profile;
mod record;
mod red_flag;
mod role;
mod routine;
mod ruling;
mod scope;
mod session;
mod source;
mod stretch;
mod table;
mod technique;
mod topic;
mod words;

pub use at_length::review;
pub use check::{
    Asked, GoOn, OpenSign, Sign, asking_card, finished_card, questions_card, stopped_card, stopped_group_card,
};
pub use disputes::{Disputed, dispute_list, summary_card};
pub use document::{Block, Card, Cited, Document, Piece, Ruling, Sentence, Title, YOUR_PROFILE};
pub use drawing::{Drawing, EntryDrawings, Layer, Mark, MarkKind, Tone};
pub use extent::CardExtent;
pub use figure::point_drawing;
pub use guidance::UNDECLARED;
pub use handout::Handout;
pub use help::{HelpTopic, help_card};
pub use leaflet::{HowPart, Leaflet, LeafletEntry, RuledDose, point_leaflet, stretch_leaflet, technique_leaflet};
pub use list::{hit_list, point_list, practice_list, precaution_list, red_flag_list, source_list, topic_list};
pub use mannequin::{frame_drawing, way_drawings};
pub use map::map_card;
pub use not_covered::not_covered_card;
pub use page_frame::{PageFrame, PageHead};
pub use personal::Personal;
pub use personal_page::personal_card;
pub use point::point_card;
pub use precaution::precaution_card;
pub use profile::{ProfileReport, kept_words, profile_card};
pub use record::{
    CheckRecord, ClaimRecord, DisputedRecord, FindingRecord, HitRecord, NotCoveredRecord, PersonalRecord, PhaseRecord,
    PointLine, PointRecord, PracticeLine, PrecautionLine, PrecautionRecord, ProfileRecord, RedFlagLine, RedFlagRecord,
    RoutineRecord, SessionRecord, SourceRecord, StretchRecord, SummaryRecord, TechniqueRecord, TopicLine, TopicRecord,
};
pub use red_flag::{red_flag_card, red_flag_in_general};
pub use role::Role;
pub use routine::{routine_card, routine_outline};
pub use scope::Scope;
pub use session::{SessionReport, closing_card, opening_card, plan_card};
pub use source::source_card;
pub use stretch::stretch_card;
pub use table::{Cell, List};
pub use technique::technique_card;
pub use topic::topic_card;
