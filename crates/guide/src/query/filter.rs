//! Points, stretches and techniques that pass filters, as one reader may use them.

use super::error::QueryError;
use crate::index::{PointRow, PracticeRow};
use crate::model::{Kind, Position, Reach};
use crate::screening::{Facets, Reader, Verdict, WayFacets};
use crate::shelf::Catalogue;
use crate::text::{fold, put_in_order};

/// A region of the body, or one of its areas.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RegionWish<'r> {
    /// Id of the region.
    pub region: &'r str,
    /// Id of the area; `None` for the whole region.
    pub area: Option<&'r str>,
}

impl<'r> RegionWish<'r> {
    /// The id by which it was wished for.
    pub fn id(&self) -> &'r str {
        self.area.unwrap_or(self.region)
    }
}

/// The region or area of this name, by its id or an everyday word.
///
/// # Errors
/// There is none; it names those that there are.
pub fn region_or_area<'c>(catalogue: &'c Catalogue, name: &str) -> Result<RegionWish<'c>, QueryError> {
    let regions = &catalogue.manifest().regions;
    let whole = regions.iter().map(|it| (RegionWish { region: &it.id, area: None }, it.aliases.as_slice()));
    let areas = regions.iter().flat_map(|region| {
        let of_region = |it| RegionWish { region: &region.id, area: Some(it) };
        region.areas.iter().map(move |it| (of_region(it.id.as_str()), it.aliases.as_slice()))
    });
    one_of("region", name, whole.chain(areas), |(wish, aliases)| (wish.id(), aliases)).map(|(wish, _)| wish)
}

/// The one of this name among some, each of which is called by its id or by an everyday word.
///
/// # Errors
/// There is none; it names those that there are.
pub fn one_of<'k, T>(
    what: &'static str,
    name: &str,
    all: impl IntoIterator<Item = T>,
    names: impl Fn(&T) -> (&'k str, &'k [String]),
) -> Result<T, QueryError> {
    let wanted = fold(name);
    let mut known = Vec::new();
    for each in all {
        let (id, aliases) = names(&each);
        if fold(id) == wanted || aliases.iter().any(|alias| fold(alias) == wanted) {
            return Ok(each);
        }
        known.push(id.to_owned());
    }
    Err(QueryError::NoSuchFilter { what, name: name.to_owned(), known })
}

/// What a point must have; an empty filter asks nothing.
#[derive(Debug, Default)]
pub struct PointFilter<'f> {
    /// A region or an area.
    pub place: Option<&'f str>,
    /// A meridian.
    pub meridian: Option<&'f str>,
    /// A position in which one way can be done.
    pub position: Option<Position>,
    /// Who presses in that way.
    pub reach: Option<Reach>,
}

/// The points that pass, from the back to the foot, each with its verdict.
///
/// A way that is struck for this reader does not count. A point that is withheld passes by what it has, so that the
/// reader is told that it is not for them.
pub fn points<'c>(
    catalogue: &'c Catalogue,
    reader: &Reader<'c>,
    filter: &PointFilter<'_>,
) -> Vec<(PointRow<'c>, Verdict<'c>)> {
    let rows = catalogue.index().points();
    let rows = rows.filter(|row| filter.place.is_none_or(|place| place == row.region || place == row.area));
    let rows = rows.filter(|row| filter.meridian.is_none_or(|meridian| meridian == row.meridian));
    let verdict = |row: &PointRow<'c>| passing(reader, &row.facets(), filter.position, filter.reach);
    let mut found: Vec<_> = rows.filter_map(|row| verdict(&row).map(|verdict| (row, verdict))).collect();
    put_in_order(&mut found, |(row, _)| (row.rank as u64, row.code));
    found
}

/// The verdict on an entry, where one of its ways that count is done in this position, by whoever is to press.
fn passing<'c>(
    reader: &Reader<'c>,
    entry: &Facets<'c>,
    position: Option<Position>,
    reach: Option<Reach>,
) -> Option<Verdict<'c>> {
    let verdict = reader.judge(entry);
    let open: Vec<usize> = verdict.open_ways().collect();
    let takes = |way: &WayFacets| {
        position.is_none_or(|position| way.positions.contains(&position))
            && reach.is_none_or(|it| way.reach == Some(it))
    };
    let mut ways = entry.ways.iter().enumerate();
    let passes = ways.any(|(place, way)| (verdict.withheld || open.contains(&place)) && takes(way));
    (passes || (position.is_none() && reach.is_none())).then_some(verdict)
}

/// What a stretch or technique must have; an empty filter asks nothing.
#[derive(Debug, Default)]
pub struct PracticeFilter<'f> {
    /// A region.
    pub region: Option<&'f str>,
    /// A position in which one way can be done.
    pub position: Option<Position>,
}

/// The stretches or techniques that pass, each with its verdict; ways count as in [`points`].
pub fn practices<'c>(
    catalogue: &'c Catalogue,
    reader: &Reader<'c>,
    kind: Kind,
    filter: &PracticeFilter<'_>,
) -> Vec<(PracticeRow<'c>, Verdict<'c>)> {
    let rows = catalogue.index().practices(kind);
    let rows = rows.filter(|row| filter.region.is_none_or(|region| row.regions.contains(&region)));
    let verdict = |row: &PracticeRow<'c>| passing(reader, &row.facets(), filter.position, None);
    rows.filter_map(|row| verdict(&row).map(|verdict| (row, verdict))).collect()
}
