//! Decides what this reader may be shown of an entry. Everything here is pure.
//!
//! An entry's how-to is [`Sealed`]. [`screen`] judges the entry for a [`Profile`] and, where nothing forbids it, gives
//! a [`Permit`]: the how-to with every limit already filled in. There is no other way in.

pub(crate) mod judge;
mod permit;
mod profile;
mod reader;
mod seal;

pub use judge::{Facets, Finding, Level, Limit, Rule, Select, Verdict, WayFacets, judge, judge_alone};
pub use permit::{AllowedWay, DisputeText, Dose, Permit, ScreenedPoint, screen};
pub use profile::{NOTHING_APPLIES, Profile};
pub use reader::Reader;
pub use seal::Sealed;
