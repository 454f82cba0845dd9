//! How ways and rules stand in a row of the index.
//!
//! Shared with `build.rs`, which judges what it has written.

use super::judge::{Level, Limit, Rule, Select, WayFacets};

/// Stands between the names of an entry in the text that holds them.
pub(crate) const BETWEEN_NAMES: &str = " \u{b7} ";

/// Reads the ways of an entry: `tool/reach/positions/movements/pressure` of each, between semicolons.
pub(crate) fn ways(row: &str) -> Vec<WayFacets<'_>> {
    row.split(';').filter(|way| !way.is_empty()).map(way_facets).collect()
}

fn way_facets(way: &str) -> WayFacets<'_> {
    let mut fields = way.split('/');
    let mut next = || fields.next().unwrap_or_default();
    WayFacets { tool: next(), reach: next(), positions: next(), movements: next(), pressure: next().parse().ok() }
}

/// Reads a rule: its number, its level, and `key=value` for whatever it has.
pub(crate) fn rule<'c>(precaution: &'c str, rest: &'c str) -> Option<Rule<'c>> {
    let mut fields = rest.split('\t');
    let number = fields.next()?.parse().ok()?;
    let level = Level::parse(fields.next()?)?;
    let mut rule = Rule { precaution, number, level, select: Select::default(), limit: Limit::default() };
    for (key, value) in fields.filter_map(|field| field.split_once('=')) {
        let select = &mut rule.select;
        match key {
            "kinds" => select.kinds = value,
            "entries" => select.entries = value,
            "regions" => select.regions = value,
            "areas" => select.areas = value,
            "tools" => select.tools = value,
            "reach" => select.reach = value,
            "positions" => select.positions = value,
            "movements" => select.movements = value,
            "pressure_at_least" => select.pressure_at_least = Some(value.parse().ok()?),
            "pressure_at_most" => rule.limit.pressure_at_most = Some(value.parse().ok()?),
            "hold_seconds_at_most" => rule.limit.hold_seconds_at_most = Some(value.parse().ok()?),
            _ => return None,
        }
    }
    Some(rule)
}
