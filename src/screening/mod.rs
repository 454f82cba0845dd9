//! Decides what this reader may be shown of an entry. Everything here is pure.
//!
//! An entry's how-to is [`Sealed`]. [`screen`] judges the entry for a [`Profile`] and, where nothing forbids it, gives
//! a [`Permit`]: the how-to with every limit already filled in. There is no other way in.

mod facets;
mod permit;
mod profile;
mod reader;
mod rule;
mod seal;
mod verdict;

pub use facets::{Facets, WayFacets};
pub use permit::{AllowedWay, DisputeText, Dose, Permit, ScreenedPoint, screen};
pub use profile::Profile;
pub use reader::{Reader, touching};
pub use rule::{Level, Limit, Rule, Select};
pub use seal::Sealed;
pub use verdict::{Finding, Verdict, judge};
