//! The rows of the index: what lists, lookup and screening see of an entry that is not parsed.

use super::Kind;
use super::index_rows::ways;
use crate::screening::Facets;

/// An entry, source or page that a name leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Target<'c> {
    /// What it is.
    pub kind: Kind,
    /// Its id, or the code of a point.
    pub id: &'c str,
}

/// The precautions that close an entry, or have a clinician asked first.
#[derive(Debug, Clone, Copy)]
pub struct Touching<'c> {
    avoid_if: &'c str,
    ask_if: &'c str,
}

/// The columns of a point.
#[derive(Debug, Clone, Copy)]
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
    pub rank: &'c str,
    /// How many disputes the point has.
    pub disputes: usize,
    /// The precautions that touch it.
    pub touching: Touching<'c>,
    ways: &'c str,
}

/// The columns of a stretch or technique.
#[derive(Debug, Clone, Copy)]
pub struct PracticeRow<'c> {
    /// Which of the two it is.
    pub kind: Kind,
    /// Its id.
    pub id: &'c str,
    /// Its name.
    pub title: &'c str,
    /// Ids of its regions, between commas.
    pub regions: &'c str,
    /// How many disputes it has.
    pub disputes: usize,
    /// The precautions that touch it.
    pub touching: Touching<'c>,
    ways: &'c str,
}

/// The columns of a precaution.
#[derive(Debug, Clone, Copy)]
pub struct PrecautionRow<'c> {
    /// Its id, which `--with` takes.
    pub id: &'c str,
    /// Its title.
    pub title: &'c str,
    /// How a card names it in a list.
    pub short: &'c str,
    /// The red flag that declaring it raises, if any.
    pub red_flag: Option<&'c str>,
    /// Other words for it, between commas.
    pub aliases: &'c str,
}

/// The columns of a red flag.
#[derive(Debug, Clone, Copy)]
pub struct RedFlagRow<'c> {
    /// Its id.
    pub id: &'c str,
    /// `emergency`, `same-day` or `soon`.
    pub urgency: &'c str,
    /// How a list names the sign.
    pub short: &'c str,
    /// The question that finds out whether it applies.
    pub question: &'c str,
}

/// The columns of a topic.
#[derive(Debug, Clone, Copy)]
pub struct TopicRow<'c> {
    /// Its id.
    pub id: &'c str,
    /// Its title.
    pub title: &'c str,
    /// What it is about.
    pub about: &'c str,
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
#[derive(Debug, Clone, Copy)]
pub struct RoutineRow<'c> {
    /// Its id.
    pub id: &'c str,
    /// Its name.
    pub title: &'c str,
}

/// The columns of a source.
#[derive(Debug, Clone, Copy)]
pub struct SourceRow<'c> {
    /// Its id.
    pub id: &'c str,
    /// A, B or C.
    pub grade: &'c str,
    /// How a citation reads.
    pub short: &'c str,
    /// The kind of document.
    pub document: &'c str,
    /// Its title.
    pub title: &'c str,
    /// The entries that cite it, between commas.
    pub cited_by: &'c str,
}

/// How many claims share a basis and the best grade of their sources.
#[derive(Debug, Clone, Copy)]
pub struct ClaimCount<'c> {
    /// `standard`, `guideline`, ...
    pub basis: &'c str,
    /// A, B or C; empty for a claim that is ours alone.
    pub grade: &'c str,
    /// How many.
    pub claims: usize,
}

impl<'c> Touching<'c> {
    /// The precautions each of which alone would close the entry: id, and the short name.
    pub fn avoid_if(&self) -> impl Iterator<Item = (&'c str, &'c str)> + use<'c> {
        pairs(self.avoid_if)
    }

    /// The precautions each of which alone would have a clinician asked first.
    pub fn ask_if(&self) -> impl Iterator<Item = (&'c str, &'c str)> + use<'c> {
        pairs(self.ask_if)
    }
}

/// `id=short` between semicolons.
fn pairs(list: &str) -> impl Iterator<Item = (&str, &str)> {
    list.split(';').filter_map(|each| each.split_once('='))
}

impl<'c> PointRow<'c> {
    /// What rules can select on.
    pub fn facets(&self) -> Facets<'c> {
        Facets { kind: Kind::Point.id(), id: self.code, regions: self.region, area: self.area, ways: ways(self.ways) }
    }

    pub(super) fn read(code: &'c str, rest: &'c str) -> Self {
        let mut fields = rest.split('\t');
        let mut next = || fields.next().unwrap_or_default();
        Self {
            code,
            who_code: next(),
            pinyin: next(),
            pinyin_plain: next(),
            english: next(),
            meridian: next(),
            region: next(),
            area: next(),
            rank: next(),
            disputes: next().parse().unwrap_or_default(),
            ways: next(),
            touching: Touching { avoid_if: next(), ask_if: next() },
        }
    }
}

impl<'c> PracticeRow<'c> {
    /// What rules can select on. It has no area: it is not of one place.
    pub fn facets(&self) -> Facets<'c> {
        Facets { kind: self.kind.id(), id: self.id, regions: self.regions, area: "", ways: ways(self.ways) }
    }

    pub(super) fn read(id: &'c str, rest: &'c str) -> Option<Self> {
        let mut fields = rest.split('\t');
        let mut next = || fields.next().unwrap_or_default();
        Some(Self {
            kind: Kind::parse(next())?,
            id,
            title: next(),
            regions: next(),
            disputes: next().parse().unwrap_or_default(),
            ways: next(),
            touching: Touching { avoid_if: next(), ask_if: next() },
        })
    }
}

impl<'c> PrecautionRow<'c> {
    pub(super) fn read(id: &'c str, rest: &'c str) -> Self {
        let mut fields = rest.split('\t');
        let mut next = || fields.next().unwrap_or_default();
        Self { id, title: next(), short: next(), red_flag: Some(next()).filter(|id| !id.is_empty()), aliases: next() }
    }
}

impl<'c> RedFlagRow<'c> {
    pub(super) fn read(id: &'c str, rest: &'c str) -> Self {
        let mut fields = rest.split('\t');
        let mut next = || fields.next().unwrap_or_default();
        Self { id, urgency: next(), short: next(), question: next() }
    }
}

impl<'c> TopicRow<'c> {
    pub(super) fn read(id: &'c str, rest: &'c str) -> Self {
        let (title, about) = rest.split_once('\t').unwrap_or((rest, ""));
        Self { id, title, about }
    }
}

impl<'c> SourceRow<'c> {
    pub(super) fn read(id: &'c str, rest: &'c str) -> Self {
        let mut fields = rest.split('\t');
        let mut next = || fields.next().unwrap_or_default();
        Self { id, grade: next(), short: next(), document: next(), title: next(), cited_by: next() }
    }
}

impl<'c> ClaimCount<'c> {
    pub(super) fn read(basis: &'c str, rest: &'c str) -> Option<Self> {
        let (grade, claims) = rest.split_once('\t')?;
        Some(Self { basis, grade, claims: claims.parse().ok()? })
    }
}
