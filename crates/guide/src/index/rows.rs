//! The rows of the index: what lists, lookup and screening see of an entry that is not parsed. A row begins with its key.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::model::{Basis, DocumentKind, Grade, Kind, Position, Theme, Urgency};
use crate::screening::{Facets, WayFacets};

/// A folded name, and what it leads to.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
pub(crate) struct NameRow<'c> {
    /// The name; one with its tone marks kept stands behind `=`.
    #[serde(borrow)]
    pub(crate) name: Cow<'c, str>,
    /// What it leads to.
    pub(crate) kind: Kind,
    /// Its id.
    pub(crate) id: &'c str,
}

/// A folded prefix of codes.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
pub(crate) struct PrefixRow<'c> {
    /// The prefix.
    #[serde(borrow)]
    pub(crate) prefix: Cow<'c, str>,
    /// The letters in use here.
    pub(crate) letters: &'c str,
    /// The meridian, by id.
    pub(crate) meridian: &'c str,
}

/// A folded name with several meanings.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
pub(crate) struct HomonymRow<'c> {
    /// The name.
    #[serde(borrow)]
    pub(crate) name: Cow<'c, str>,
    /// Which of the homonyms it is.
    pub(crate) number: usize,
}

/// A figure on which a point lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
pub(crate) struct FigureRow<'c> {
    /// The code of the point.
    pub(crate) code: &'c str,
    /// Whether it shows where on the body; else it shows the place itself.
    pub(crate) locator: bool,
    /// The figure, by id.
    pub(crate) id: &'c str,
}

/// The precautions that close an entry, or have a clinician asked first: id and short name of each.
#[derive(Debug, Clone, Default, Deserialize, Serialize)]
pub struct Touching<'c> {
    /// Each of these alone would close the entry.
    #[serde(borrow)]
    pub avoid_if: Vec<(&'c str, &'c str)>,
    /// Each of these alone would have a clinician asked first.
    #[serde(borrow)]
    pub ask_if: Vec<(&'c str, &'c str)>,
}

impl Touching<'_> {
    /// How many they are.
    pub(crate) fn count(&self) -> usize {
        self.avoid_if.len() + self.ask_if.len()
    }
}

/// The columns of a point.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct PointRow<'c> {
    /// The code in common use here, `KD3`.
    pub code: &'c str,
    /// The code of the World Health Organization, `KI3`.
    pub who_code: &'c str,
    /// Pinyin with tone marks.
    pub pinyin: &'c str,
    /// Pinyin without tone marks.
    pub pinyin_plain: &'c str,
    /// The first English name.
    pub english: &'c str,
    /// Id of the meridian.
    pub meridian: &'c str,
    /// Id of the region.
    pub region: &'c str,
    /// Id of the area.
    pub area: &'c str,
    /// Sorts points from the back to the foot.
    pub rank: usize,
    /// How many disputes the point has.
    pub disputes: usize,
    pub(super) ways: Vec<WayFacets>,
}

/// The columns of a stretch or technique.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct PracticeRow<'c> {
    /// Its id.
    pub id: &'c str,
    /// Which of the two it is.
    pub kind: Kind,
    /// Its name.
    pub title: &'c str,
    /// Ids of its regions.
    #[serde(borrow)]
    pub regions: Vec<&'c str>,
    /// How many disputes it has.
    pub disputes: usize,
    pub(super) ways: Vec<WayFacets>,
}

/// The columns of a precaution.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct PrecautionRow<'c> {
    /// Its id, which `--with` takes.
    pub id: &'c str,
    /// Its title.
    pub title: &'c str,
    /// How a card names it in a list.
    pub short: &'c str,
    /// The red flag that declaring it raises, if any.
    pub red_flag: Option<&'c str>,
    /// Other words for it.
    #[serde(borrow)]
    pub aliases: Vec<&'c str>,
    /// The precautions that it implies, by id.
    #[serde(borrow)]
    pub implies: Vec<&'c str>,
}

/// A precaution with all that it implies, each once: those too that an implied one implies.
pub(super) fn with_implied<'c>(precaution: &'c str, implies: impl Fn(&str) -> Vec<&'c str>) -> Vec<&'c str> {
    let mut all = vec![precaution];
    let mut next = 0;
    while let Some(id) = all.get(next) {
        let more: Vec<&str> = implies(id).into_iter().filter(|id| !all.contains(id)).collect();
        all.extend(more);
        next += 1;
    }
    all
}

/// The columns of a red flag.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct RedFlagRow<'c> {
    /// Its id.
    pub id: &'c str,
    /// How fast to get help.
    pub urgency: Urgency,
    /// How a list names the sign.
    pub short: &'c str,
    /// The question that finds out whether it applies.
    pub question: &'c str,
    /// The signs that may count as it, by id.
    #[serde(borrow)]
    pub stands_for: Vec<&'c str>,
}

/// The columns of a topic.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct TopicRow<'c> {
    /// Its id.
    pub id: &'c str,
    /// Its title.
    pub title: &'c str,
    /// What it is about.
    pub about: &'c str,
    /// What a reader wants of it.
    pub theme: Option<Theme>,
    /// Whether it has steps for everybody.
    pub has_open_steps: bool,
    /// What it tells how to do: the entries, each with the position in which.
    #[serde(borrow)]
    pub does: Vec<(&'c str, Option<Position>)>,
}

/// The columns of what is asked for and not held.
#[derive(Debug, Clone, Copy, Deserialize, Serialize)]
pub struct NotCoveredRow<'c> {
    /// Its id.
    pub id: &'c str,
    /// What it is.
    pub title: &'c str,
    /// Its place in the file.
    pub(crate) number: usize,
}

/// The figures that show a point.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct FiguresOf<'c> {
    /// Where on the body.
    pub locator: Option<&'c str>,
    /// The place itself.
    pub place: Option<&'c str>,
}

/// The columns of a routine that has a name.
#[derive(Debug, Clone, Copy, Deserialize, Serialize)]
pub struct RoutineRow<'c> {
    /// Its id.
    pub id: &'c str,
    /// Its name.
    pub title: &'c str,
}

/// The columns of a source.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct SourceRow<'c> {
    /// Its id.
    pub id: &'c str,
    /// How far it can be trusted.
    pub grade: Grade,
    /// How a citation reads.
    pub short: &'c str,
    /// The kind of document.
    pub document: DocumentKind,
    /// Its title.
    pub title: &'c str,
    /// Its file.
    pub(crate) file: &'c str,
    /// Its first byte there, and the byte behind its last.
    pub(crate) bytes: (usize, usize),
    /// The entries that cite it.
    #[serde(borrow)]
    pub cited_by: Vec<&'c str>,
}

/// How many claims share a basis and the best grade of their sources.
#[derive(Debug, Clone, Copy, Deserialize, Serialize)]
pub struct ClaimCount {
    /// On what they stand.
    pub basis: Basis,
    /// The best grade; `None` for claims that are ours alone.
    pub grade: Option<Grade>,
    /// How many.
    pub claims: usize,
}

impl<'c> PointRow<'c> {
    /// What rules can select on.
    pub fn facets(&self) -> Facets<'c> {
        let ways = self.ways.clone();
        Facets { kind: Kind::Point, id: self.code, regions: vec![self.region], area: Some(self.area), ways }
    }
}

impl<'c> PracticeRow<'c> {
    /// What rules can select on. It has no area: it is not of one place.
    pub fn facets(&self) -> Facets<'c> {
        let (regions, ways) = (self.regions.clone(), self.ways.clone());
        Facets { kind: self.kind, id: self.id, regions, area: None, ways }
    }
}
