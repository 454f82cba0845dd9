//! Decides what this reader may be shown of an entry. Everything here is pure.
//!
//! An entry's how-to is [`Sealed`](crate::model::Sealed). [`screen`] judges the entry for a [`Profile`] and, where nothing forbids it, gives
//! a permit: the how-to with every limit already filled in. There is no other way in.

mod doing;
mod facets;
mod judge;
mod kept;
mod permit;
mod profile;
mod quote;
mod reader;
mod rule;
mod screened;
mod stretching;
mod triage;
mod week;

pub use doing::{Passage, is_left_out};
pub use facets::{Facets, WayFacets};
pub(crate) use judge::judge_alone;
pub use judge::{Finding, Verdict, judge};
pub use kept::KeptProfile;
pub use permit::{AllowedWay, Dose, PointPermit, TechniquePermit};
pub use profile::{Kept, NOTHING_APPLIES, Profile};
pub(crate) use quote::{Quotable, Quote, TextClass};
pub use reader::Reader;
pub use rule::{Limit, Rule, RuleHead, Select};
pub use screened::{DisputeText, Practice, Screened, dispute_texts, screen};
pub use stretching::{AllowedStretch, Dosing, StretchPermit};
pub use triage::{Answer, Implied, Outcome, Triage};
pub use week::Week;
