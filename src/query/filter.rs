//! Points, stretches and techniques that pass filters, as one reader may use them.

use crate::catalogue::{Catalogue, Kind, PointRow, PracticeRow, fold};
use crate::error::Error;
use crate::screening::{Reader, Verdict, WayFacets};

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

/// The region or area of this name.
///
/// # Errors
/// There is none; it names those that there are.
pub fn region_or_area<'c>(catalogue: &'c Catalogue, name: &str) -> Result<RegionWish<'c>, Error> {
    let regions = &catalogue.manifest().regions;
    let whole = regions.iter().map(|region| RegionWish { region: &region.id, area: None });
    let areas = regions.iter().flat_map(|region| {
        region.areas.iter().map(|area| RegionWish { region: &region.id, area: Some(area.id.as_str()) })
    });
    let known: Vec<RegionWish<'_>> = whole.chain(areas).collect();
    known.iter().copied().find(|wish| fold(wish.id()) == fold(name)).ok_or_else(|| Error::NoSuchFilter {
        what: "region",
        name: name.to_owned(),
        known: known.iter().map(|wish| wish.id().to_owned()).collect(),
    })
}

/// What a point must have; an empty filter asks nothing.
#[derive(Debug, Default)]
pub struct PointFilter<'f> {
    /// A region or an area.
    pub place: Option<&'f str>,
    /// A meridian.
    pub meridian: Option<&'f str>,
    /// A position in which one way can be done.
    pub position: Option<&'f str>,
    /// Who presses in that way.
    pub reach: Option<&'f str>,
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
    let mut found: Vec<_> = catalogue
        .index()
        .points()
        .filter(|row| filter.place.is_none_or(|place| place == row.region || place == row.area))
        .filter(|row| filter.meridian.is_none_or(|meridian| meridian == row.meridian))
        .filter_map(|row| {
            let facets = row.facets();
            let verdict = reader.judge(&facets);
            let open: Vec<usize> = verdict.open_ways().collect();
            let mut ways = facets.ways.iter().enumerate();
            let passes = ways.any(|(place, way)| (verdict.withheld || open.contains(&place)) && filter.takes(way));
            (passes || filter.asks_no_way()).then_some((row, verdict))
        })
        .collect();
    found.sort_by_key(|(row, _)| (row.rank, row.code));
    found
}

impl PointFilter<'_> {
    fn asks_no_way(&self) -> bool {
        self.position.is_none() && self.reach.is_none()
    }

    fn takes(&self, way: &WayFacets<'_>) -> bool {
        self.position.is_none_or(|position| way.positions.split(',').any(|each| each == position))
            && self.reach.is_none_or(|reach| reach == way.reach)
    }
}

/// What a stretch or technique must have; an empty filter asks nothing.
#[derive(Debug, Default)]
pub struct PracticeFilter<'f> {
    /// A region.
    pub region: Option<&'f str>,
    /// A position in which one way can be done.
    pub position: Option<&'f str>,
}

/// The stretches or techniques that pass, each with its verdict; ways count as in [`points`].
pub fn practices<'c>(
    catalogue: &'c Catalogue,
    reader: &Reader<'c>,
    kind: Kind,
    filter: &PracticeFilter<'_>,
) -> Vec<(PracticeRow<'c>, Verdict<'c>)> {
    let among = |list: &str, wanted: &str| list.split(',').any(|each| each == wanted);
    let rows = catalogue.index().practices(kind);
    rows.filter(|row| filter.region.is_none_or(|region| among(row.regions, region)))
        .filter_map(|row| {
            let facets = row.facets();
            let verdict = reader.judge(&facets);
            let passes = filter.position.is_none_or(|position| {
                let open: Vec<usize> = verdict.open_ways().collect();
                let mut ways = facets.ways.iter().enumerate();
                ways.any(|(place, way)| (verdict.withheld || open.contains(&place)) && among(way.positions, position))
            });
            passes.then_some((row, verdict))
        })
        .collect()
}
