//! What a catalogue says of itself and of every entry: `catalogue.json`, `meridians.json`, `homonyms.json`.

use super::claim::{Basis, Claim};
use super::objects::objects;
use super::point::Span;
use super::topic::Section;
use crate::text::NO_BREAK;

/// The `format_version` that this program reads.
pub(crate) const FORMAT_VERSION: u64 = 1;

objects! {
    /// `catalogue.json`.
    file Manifest {
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
        /// What cun are in centimetres; left out where nobody has measured.
        pub centimetres: Option<Centimetres>,
        /// Regions of the body, from the back to the foot.
        pub regions: Vec<Region>,
        /// The signs that stand before every how-to.
        pub get_help: Vec<Claim>,
        /// The red flags that they stand for, by id: nobody need be told of these twice.
        pub get_help_for: Vec<String>,
        /// The sign that stands before how-to on the leg.
        pub calf: CalfSign,
        /// The stop rule.
        pub stop: Claim,
        /// The rules for every stretch.
        pub movement_rules: Vec<Claim>,
        /// What every reader may do.
        pub open_to_everyone: Vec<Section>,
    }

    /// One step of the pressure scale.
    part PressureStep {
        /// 1 to 5.
        pub level: u8,
        /// What it is called.
        pub words: String,
    }

    /// What is enough the first time with a point.
    part FirstTime {
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
    part SessionLimit {
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
    part Region {
        /// Its id.
        pub id: String,
        /// Its title.
        pub title: String,
        /// Everyday words for it.
        #[serde(default)]
        pub aliases: Vec<String>,
        /// Its areas.
        pub areas: Vec<Area>,
    }

    /// An area of a region.
    part Area {
        /// Its id.
        pub id: String,
        /// Its title.
        pub title: String,
        /// Everyday words for it.
        #[serde(default)]
        pub aliases: Vec<String>,
    }

    /// What some lengths in cun are in centimetres, on a middling body.
    part Centimetres {
        /// The lengths.
        pub rows: Vec<Length>,
        /// Ids of the sources.
        #[serde(default)]
        pub sources: Vec<String>,
        /// On what kind of ground it stands.
        pub basis: Basis,
        /// Why, where the basis is editorial.
        pub why: Option<String>,
    }

    /// One length.
    part Length {
        /// In cun, as texts write it.
        pub cun: String,
        /// In centimetres, in words.
        pub words: String,
    }

    /// The sign of a clot, shown on entries of these regions.
    part CalfSign {
        /// Where it is shown.
        pub regions: Vec<String>,
        /// The red flag that it is.
        pub red_flag: String,
        /// What it says.
        pub claim: Claim,
    }

    /// A meridian, of `meridians.json` or as a file in `meridians/` tells it.
    file Meridian {
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
    part Homonym {
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
    part Choice {
        /// The entry that it may mean.
        pub entry: String,
        /// When it means that.
        pub text: String,
    }
}

impl Manifest {
    /// The words for a step of the pressure scale.
    pub fn pressure_words(&self, level: u8) -> &str {
        self.pressure.iter().find(|step| step.level == level).map_or("", |step| step.words.as_str())
    }

    /// A text with centimetres beside each length in cun that stands in brackets: `(3 cun)`. `None` where there is none.
    pub fn with_centimetres(&self, text: &str) -> Option<String> {
        let table = self.centimetres.as_ref().filter(|_| text.contains(" cun)"))?;
        let told = |text: String, Length { cun, words }: &Length| {
            text.replace(&format!("({cun} cun)"), &format!("({cun} cun, {})", words.replace(' ', NO_BREAK)))
        };
        Some(table.rows.iter().fold(text.to_owned(), told)).filter(|told| told != text)
    }

    /// The title of an area.
    pub fn area_title<'m>(&'m self, id: &'m str) -> &'m str {
        let mut areas = self.regions.iter().flat_map(|region| &region.areas);
        areas.find(|area| area.id == id).map_or(id, |area| area.title.as_str())
    }
}
