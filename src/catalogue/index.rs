//! Reads the index that [`super::index_writer`] writes: sorted lines, searched without parsing the rest.

use std::borrow::Cow;

use super::Kind;
use super::fold::{fold, fold_but_tones};
use super::index_rows::{rule, ways};
use super::index_writer::Tables;
use super::sorted_lines::with_key;
use crate::screening::{Facets, Rule};

/// The tables of one catalogue, bundled or written in memory.
#[derive(Debug)]
pub struct Index {
    names: Cow<'static, str>,
    prefixes: Cow<'static, str>,
    homonyms: Cow<'static, str>,
    points: Cow<'static, str>,
    precautions: Cow<'static, str>,
    rules: Cow<'static, str>,
    sources: Cow<'static, str>,
}

macro_rules! bundled_table {
    ($name:literal) => {
        Cow::Borrowed(include_str!(concat!(env!("OUT_DIR"), "/bundle/index/", $name)))
    };
}

/// An entry, source or page that a name leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Target<'c> {
    /// What it is.
    pub kind: Kind,
    /// Its id, or the code of a point.
    pub id: &'c str,
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
    ways: &'c str,
    avoid_if: &'c str,
    ask_if: &'c str,
}

impl<'c> PointRow<'c> {
    /// The precautions each of which alone would close the point: id, and the short name.
    pub fn avoid_if(&self) -> impl Iterator<Item = (&'c str, &'c str)> {
        touching(self.avoid_if)
    }

    /// The precautions each of which alone would have a clinician asked first.
    pub fn ask_if(&self) -> impl Iterator<Item = (&'c str, &'c str)> {
        touching(self.ask_if)
    }

    /// What rules can select on.
    pub fn facets(&self) -> Facets<'c> {
        Facets { kind: Kind::Point.id(), id: self.code, region: self.region, area: self.area, ways: ways(self.ways) }
    }
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

impl Index {
    /// The index of the bundled catalogue, written by `build.rs`.
    pub fn bundled() -> Self {
        Self {
            names: bundled_table!("names"),
            prefixes: bundled_table!("prefixes"),
            homonyms: bundled_table!("homonyms"),
            points: bundled_table!("points"),
            precautions: bundled_table!("precautions"),
            rules: bundled_table!("rules"),
            sources: bundled_table!("sources"),
        }
    }

    /// The index of a catalogue read from a directory.
    pub(super) fn from_tables(tables: Tables) -> Self {
        Self {
            names: Cow::Owned(tables.names),
            prefixes: Cow::Owned(tables.prefixes),
            homonyms: Cow::Owned(tables.homonyms),
            points: Cow::Owned(tables.points),
            precautions: Cow::Owned(tables.precautions),
            rules: Cow::Owned(tables.rules),
            sources: Cow::Owned(tables.sources),
        }
    }

    /// What carries exactly this name, tone marks included. Empty when the name has no tone marks.
    pub fn named_exactly(&self, name: &str) -> Vec<Target<'_>> {
        if name.is_ascii() {
            return Vec::new();
        }
        rows(&self.names, &format!("={}", fold_but_tones(name))).filter_map(target).collect()
    }

    /// What carries this name once folded.
    pub fn named(&self, name: &str) -> Vec<Target<'_>> {
        rows(&self.names, &fold(name)).filter_map(target).collect()
    }

    /// Every name in its folded form, with what it names; for suggestions.
    pub fn all_names(&self) -> impl Iterator<Item = (&str, Target<'_>)> {
        self.names.lines().filter(|line| !line.starts_with('=')).filter_map(|line| {
            let (name, rest) = line.split_once('\t')?;
            Some((name, target(rest)?))
        })
    }

    /// The meridian letters and id that a folded prefix stands for.
    pub fn meridian_letters(&self, prefix: &str) -> Option<(&str, &str)> {
        rows(&self.prefixes, &fold(prefix)).next()?.split_once('\t')
    }

    /// The ids of the meridians, each once.
    pub fn meridians(&self) -> impl Iterator<Item = &str> {
        let mut ids: Vec<&str> = self.prefixes.lines().filter_map(|line| line.rsplit('\t').next()).collect();
        ids.sort_unstable();
        ids.dedup();
        ids.into_iter()
    }

    /// The place in `homonyms.json` of a folded name with two meanings.
    pub fn homonym(&self, name: &str) -> Option<usize> {
        rows(&self.homonyms, &fold(name)).next()?.parse().ok()
    }

    /// The columns of one point.
    pub fn point(&self, code: &str) -> Option<PointRow<'_>> {
        with_key(&self.points, code).next().map(|(code, rest)| point_row(code, rest))
    }

    /// The columns of all points, by code.
    pub fn points(&self) -> impl Iterator<Item = PointRow<'_>> {
        self.points.lines().map(|line| {
            let (code, rest) = line.split_once('\t').unwrap_or((line, ""));
            point_row(code, rest)
        })
    }

    /// The columns of all precautions, by id.
    pub fn precautions(&self) -> impl Iterator<Item = PrecautionRow<'_>> {
        self.precautions.lines().filter_map(|line| line.split_once('\t')).map(|(id, rest)| precaution_row(id, rest))
    }

    /// The rules of one precaution, in its order.
    pub fn rules_of(&self, precaution: &str) -> Vec<Rule<'_>> {
        with_key(&self.rules, precaution).filter_map(|(id, rest)| rule(id, rest)).collect()
    }

    /// Every rule, by precaution.
    pub fn rules(&self) -> impl Iterator<Item = Rule<'_>> {
        self.rules.lines().filter_map(|line| line.split_once('\t')).filter_map(|(id, rest)| rule(id, rest))
    }

    /// The columns of one source.
    pub fn source(&self, id: &str) -> Option<SourceRow<'_>> {
        with_key(&self.sources, id).next().map(|(id, rest)| source_row(id, rest))
    }

    /// The columns of all sources, by id.
    pub fn sources(&self) -> impl Iterator<Item = SourceRow<'_>> {
        self.sources.lines().filter_map(|line| line.split_once('\t')).map(|(id, rest)| source_row(id, rest))
    }
}

/// The rows of a sorted table whose first field is `key`, found by binary search, without that field.
fn rows<'t>(table: &'t str, key: &str) -> impl Iterator<Item = &'t str> {
    with_key(table, key).map(|(_, rest)| rest)
}

fn target(text: &str) -> Option<Target<'_>> {
    let (kind, id) = text.split_once(':')?;
    Some(Target { kind: Kind::parse(kind)?, id })
}

fn point_row<'c>(code: &'c str, rest: &'c str) -> PointRow<'c> {
    let mut fields = rest.split('\t');
    let mut next = || fields.next().unwrap_or_default();
    PointRow {
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
        avoid_if: next(),
        ask_if: next(),
    }
}

/// `id=short` between semicolons.
fn touching(list: &str) -> impl Iterator<Item = (&str, &str)> {
    list.split(';').filter_map(|each| each.split_once('='))
}

fn precaution_row<'c>(id: &'c str, rest: &'c str) -> PrecautionRow<'c> {
    let mut fields = rest.split('\t');
    let mut next = || fields.next().unwrap_or_default();
    PrecautionRow {
        id,
        title: next(),
        short: next(),
        red_flag: Some(next()).filter(|id| !id.is_empty()),
        aliases: next(),
    }
}

fn source_row<'c>(id: &'c str, rest: &'c str) -> SourceRow<'c> {
    let mut fields = rest.split('\t');
    let mut next = || fields.next().unwrap_or_default();
    SourceRow { id, grade: next(), short: next(), document: next(), title: next(), cited_by: next() }
}
