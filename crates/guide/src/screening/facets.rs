//! What rules can select on: the facets of entries and of their ways.

use serde::{Deserialize, Serialize};

use crate::model::{Kind, Movement, Point, Position, Reach, Stretch, StretchWay, Technique, Tool, Way};

/// The facets of an entry: all that a rule can select on.
#[derive(Debug, Clone)]
pub struct Facets<'c> {
    /// What it is.
    pub kind: Kind,
    /// Its id or code.
    pub id: &'c str,
    /// Its regions.
    pub regions: Vec<&'c str>,
    /// Its area; `None` for an entry that is not of one place.
    pub area: Option<&'c str>,
    /// Its ways, in order.
    pub ways: Vec<WayFacets>,
}

/// The facets of one way. A field that the way lacks is empty.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct WayFacets {
    /// What presses.
    pub tool: Option<Tool>,
    /// Who presses.
    pub reach: Option<Reach>,
    /// Positions.
    pub positions: Vec<Position>,
    /// Movements.
    pub movements: Vec<Movement>,
    /// 1 to 5.
    pub pressure: Option<u8>,
}

impl<'c> Facets<'c> {
    /// Of a point.
    pub fn of_point(point: &'c Point) -> Self {
        let ways = point.ways.open().iter().map(WayFacets::from).collect();
        Self { kind: Kind::Point, id: &point.code, regions: vec![&point.region], area: Some(&point.area), ways }
    }

    /// Of a stretch.
    pub(crate) fn of_stretch(stretch: &'c Stretch) -> Self {
        let ways = stretch.ways.open().iter().map(WayFacets::from).collect();
        Self { kind: Kind::Stretch, id: &stretch.id, regions: texts(&stretch.regions), area: None, ways }
    }

    /// Of a technique.
    pub(crate) fn of_technique(technique: &'c Technique) -> Self {
        let ways = technique.ways.open().iter().map(WayFacets::from).collect();
        Self { kind: Kind::Technique, id: &technique.id, regions: texts(&technique.regions), area: None, ways }
    }
}

impl From<&Way> for WayFacets {
    fn from(way: &Way) -> Self {
        let (positions, movements) = (way.positions.clone(), Vec::new());
        Self { tool: Some(way.tool), reach: Some(way.reach), positions, movements, pressure: Some(way.pressure) }
    }
}

impl From<&StretchWay> for WayFacets {
    fn from(way: &StretchWay) -> Self {
        let (positions, movements) = (way.positions.clone(), way.movements.clone());
        Self { tool: None, reach: None, positions, movements, pressure: None }
    }
}

impl WayFacets {
    /// The positions in which it can be done.
    pub(super) fn stances(&self) -> impl Iterator<Item = Position> {
        self.positions.iter().copied().filter(|position| position.is_stance())
    }
}

pub(super) fn texts(list: &[String]) -> Vec<&str> {
    list.iter().map(String::as_str).collect()
}
