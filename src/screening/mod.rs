//! Decides what this reader may be shown of an entry. Everything here is pure.
//!
//! An entry's how-to is [`Sealed`]. [`screen`] judges the entry for a [`Profile`] and, where nothing forbids it, gives
//! a permit: the how-to with every limit already filled in. There is no other way in.

mod doing;
pub(crate) mod judge;
mod kept;
mod permit;
mod profile;
mod quote;
mod reader;
mod screened;
mod seal;
mod stretching;
mod triage;
mod week;

pub use doing::Passage;
pub use judge::{Facets, Finding, Level, Limit, Rule, Select, Verdict, WayFacets, judge, judge_alone};
pub use kept::KeptProfile;
pub use permit::{AllowedWay, Dose, PointPermit, TechniquePermit};
pub use profile::{Kept, NOTHING_APPLIES, Profile};
pub use quote::{Quotable, Quote};
pub use reader::Reader;
pub use screened::{DisputeText, Practice, Screened, dispute_texts, screen};
pub use seal::Sealed;
pub use stretching::{AllowedStretch, Dosing, StretchPermit};
pub use triage::{Answer, Implied, Outcome, Triage};
pub use week::Week;
