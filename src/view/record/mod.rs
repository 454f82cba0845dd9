//! What `--format json` carries: the same facts, by key.

mod check;
mod claim;
mod dispute;
mod keys;
mod page;
mod point;
mod practice;
mod precaution;
mod profile;
mod routine;
mod screening;
mod search;
mod session;
mod way;

pub use check::CheckRecord;
pub use claim::ClaimRecord;
pub use dispute::{DisputedRecord, SummaryRecord};
pub use page::{NotCoveredRecord, RedFlagLine, RedFlagRecord, SourceRecord, TopicLine, TopicRecord};
pub use point::{PointLine, PointRecord};
pub use practice::{PracticeLine, StretchRecord, TechniqueRecord};
pub use precaution::{PersonalRecord, PrecautionLine, PrecautionRecord};
pub use profile::ProfileRecord;
pub use routine::RoutineRecord;
pub use screening::FindingRecord;
pub use search::HitRecord;
pub use session::{PhaseRecord, SessionRecord};
