//! What a catalogue says of itself and of every entry: `catalogue.json`, `meridians.json`, `homonyms.json`.

use serde::Deserialize;
use serde::de::IgnoredAny;

use super::claim::{Basis, Claim};
use super::point::Span;

/// The `format_version` that this program reads.
pub(super) const FORMAT_VERSION: u64 = 1;

/// `catalogue.json`.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// Where an editor finds what may stand in this file.
    #[serde(rename = "$schema", default)]
    #[cfg_attr(test, schemars(with = "String"))]
    _schema: Option<IgnoredAny>,
    /// The version of this format.
    #[serde(rename = "format_version")]
    _format_version: u64,
    /// Year and month of this edition.
    pub edition: String,
    /// The day on which it was last reviewed.
    pub reviewed: String,
    /// What every answer says of itself.
    pub notice: String,
    /// The pressure scale, lightest first.
    pub pressure: Vec<PressureStep>,
    /// What is enough the first time with a point.
    pub first_time: FirstTime,
    /// What is enough in one go.
    pub session: SessionLimit,
    /// Regions of the body, from the back to the foot.
    pub regions: Vec<Region>,
    /// The signs that stand before every how-to.
    pub get_help: Vec<Claim>,
    /// The sign that stands before how-to on the leg.
    pub calf: CalfSign,
    /// The stop rule.
    pub stop: Claim,
    // Parsed by need, as [`Advice`]: most answers do without.
    /// The rules for every stretch.
    #[serde(rename = "movement_rules")]
    #[cfg_attr(test, schemars(with = "Vec<Claim>"))]
    _movement_rules: IgnoredAny,
    /// What every reader may do.
    #[serde(rename = "open_to_everyone")]
    #[cfg_attr(test, schemars(with = "Vec<Claim>"))]
    _open_to_everyone: IgnoredAny,
}

/// The part of `catalogue.json` that few answers need.
#[derive(Debug, Deserialize)]
pub struct Advice {
    /// The rules for every stretch.
    pub movement_rules: Vec<Claim>,
    /// What every reader may do.
    pub open_to_everyone: Vec<Claim>,
}

impl Manifest {
    /// The words for a step of the pressure scale.
    pub fn pressure_words(&self, level: u8) -> &str {
        self.pressure.iter().find(|step| step.level == level).map_or("", |step| step.words.as_str())
    }

    /// The title of an area.
    pub fn area_title<'m>(&'m self, id: &'m str) -> &'m str {
        let mut areas = self.regions.iter().flat_map(|region| &region.areas);
        areas.find(|area| area.id == id).map_or(id, |area| area.title.as_str())
    }
}

/// One step of the pressure scale.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PressureStep {
    /// 1 to 5.
    pub level: u8,
    /// What it is called.
    pub words: String,
}

/// What is enough the first time with a point.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct FirstTime {
    /// On the pressure scale.
    pub pressure_at_most: u8,
    /// In seconds.
    pub hold_seconds: Span,
    /// Ids of the sources of these numbers.
    #[serde(rename = "sources")]
    _sources: Vec<String>,
    /// On what kind of ground they stand.
    #[serde(rename = "basis")]
    _basis: Basis,
}

/// What is enough in one go, all rounds together.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SessionLimit {
    /// In seconds, for a point and side.
    pub seconds_a_side_at_most: u16,
    /// Ids of the sources of this number.
    #[serde(rename = "sources")]
    _sources: Vec<String>,
    /// On what kind of ground it stands.
    #[serde(rename = "basis")]
    _basis: Basis,
}

/// A region of the body.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Region {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its areas.
    pub areas: Vec<Area>,
}

/// An area of a region.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Area {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
}

/// The sign of a clot, shown on entries of these regions.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CalfSign {
    /// Where it is shown.
    pub regions: Vec<String>,
    /// The red flag that it is.
    pub red_flag: String,
    /// What it says.
    pub claim: Claim,
}

/// A meridian, of `meridians.json` or as a file in `meridians/` tells it.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Meridian {
    /// Where an editor finds what may stand in this file.
    #[serde(rename = "$schema", default)]
    #[cfg_attr(test, schemars(with = "String"))]
    _schema: Option<IgnoredAny>,
    /// Its id.
    pub id: String,
    /// The letters in common use here.
    pub letters: String,
    /// The letters of the World Health Organization.
    pub who_letters: String,
    /// Its English name.
    pub name: String,
    /// Its traditional name.
    pub traditional: String,
    /// Every prefix in use.
    pub prefixes: Vec<String>,
}

/// A name with two meanings, of `homonyms.json`.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Homonym {
    /// The spellings.
    pub names: Vec<String>,
    /// What to tell the reader.
    pub explain: String,
    /// What the reader may have meant.
    pub choices: Vec<Choice>,
    /// Ids of the sources.
    pub sources: Vec<String>,
}

/// One meaning of a name.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// The entry that it may mean.
    pub entry: String,
    /// When it means that.
    pub text: String,
}
