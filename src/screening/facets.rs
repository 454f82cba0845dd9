//! What rules can select on.

use crate::catalogue::Kind;

/// The facets of an entry.
#[derive(Debug, Clone)]
pub struct Facets<'c> {
    /// What it is.
    pub kind: Kind,
    /// Its id or code.
    pub id: &'c str,
    /// Its region.
    pub region: &'c str,
    /// Its area.
    pub area: &'c str,
    /// Its ways, in order.
    pub ways: Vec<WayFacets<'c>>,
}

/// The facets of one way. A field that the way lacks is empty.
#[derive(Debug, Clone, Copy)]
pub struct WayFacets<'c> {
    /// What presses.
    pub tool: &'c str,
    /// Who presses.
    pub reach: &'c str,
    /// Positions, between commas.
    pub positions: &'c str,
    /// Movements, between commas.
    pub movements: &'c str,
    /// 1 to 5.
    pub pressure: Option<u8>,
}
