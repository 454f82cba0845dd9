//! Reads the index: by name, by id, or row by row.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::rows::{
    ClaimCount, FigureRow, FiguresOf, HomonymRow, NameRow, NotCoveredRow, PointRow, PracticeRow, PrecautionRow,
    PrefixRow, RedFlagRow, RoutineRow, SourceRow, TopicRow, Touching, with_implied,
};
use super::table::Table;
use crate::model::{Kind, Target};
use crate::screening::{Facets, Rule};
use crate::text::{fold, fold_but_tones, put_in_order};

/// The tables of the index, by their number in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum IndexTable {
    Names,
    Prefixes,
    Homonyms,
    Points,
    Practices,
    Touching,
    Precautions,
    RedFlags,
    Topics,
    NotCovered,
    Routines,
    Figures,
    Rules,
    Sources,
    Claims,
}

/// The tables of one catalogue, bundled or written in memory.
#[derive(Debug)]
pub struct Index(Cow<'static, [u8]>);

/// Methods that read a table: one row by its key, and all rows in order.
macro_rules! rows {
    ($($(#[$about_one:meta])* $one:ident, $(#[$about_all:meta])* $all:ident: $table:ident $row:ident;)+) => { $(
        $(#[$about_one])*
        pub fn $one(&self, key: &str) -> Option<$row<'_>> {
            self.table(IndexTable::$table).get(key)
        }

        $(#[$about_all])*
        pub fn $all(&self) -> impl Iterator<Item = $row<'_>> {
            self.table(IndexTable::$table).rows()
        }
    )+ };
}

impl Index {
    /// The index in these bytes.
    pub(crate) fn of(bytes: Cow<'static, [u8]>) -> Self {
        Self(bytes)
    }

    pub(super) fn table(&self, table: IndexTable) -> Table<'_> {
        Table::of(&self.0).bytes(table as usize).map(Table::of).unwrap_or_default()
    }

    /// What carries exactly this name, tone marks included. Empty when the name has no tone marks.
    pub(crate) fn named_exactly(&self, name: &str) -> Vec<Target<'_>> {
        if name.is_ascii() { Vec::new() } else { self.targets(&format!("={}", fold_but_tones(name))) }
    }

    /// What carries this name once folded.
    pub fn named(&self, name: &str) -> Vec<Target<'_>> {
        self.targets(&fold(name))
    }

    fn targets(&self, key: &str) -> Vec<Target<'_>> {
        let rows = self.table(IndexTable::Names).with_key(key);
        rows.map(|NameRow { kind, id, .. }| Target { kind, id }).collect()
    }

    /// Every name in its folded form, with what it names; for suggestions.
    pub fn all_names(&self) -> impl Iterator<Item = (Cow<'_, str>, Target<'_>)> {
        let rows = self.table(IndexTable::Names).rows();
        let folded = rows.filter(|row: &NameRow<'_>| !row.name.starts_with('='));
        folded.map(|NameRow { name, kind, id }| (name, Target { kind, id }))
    }

    /// The meridian letters and id that a folded prefix stands for.
    pub fn meridian_letters(&self, prefix: &str) -> Option<(&str, &str)> {
        let row: PrefixRow<'_> = self.table(IndexTable::Prefixes).get(&fold(prefix))?;
        Some((row.letters, row.meridian))
    }

    /// The ids of the meridians, each once.
    pub fn meridians(&self) -> impl Iterator<Item = &str> {
        let rows = self.table(IndexTable::Prefixes).rows();
        let ids: BTreeSet<&str> = rows.map(|row: PrefixRow<'_>| row.meridian).collect();
        ids.into_iter()
    }

    /// The place in `homonyms.json` of a folded name with several meanings.
    pub(crate) fn homonym(&self, name: &str) -> Option<usize> {
        self.table(IndexTable::Homonyms).get(&fold(name)).map(|row: HomonymRow<'_>| row.number)
    }

    /// The precautions that touch an entry.
    pub fn touching(&self, id: &str) -> Touching<'_> {
        self.table(IndexTable::Touching).get(id).map(|(_, touching): (&str, _)| touching).unwrap_or_default()
    }

    rows! {
        /// The columns of one point.
        point,
        /// The columns of all points, by code.
        points: Points PointRow;
        /// The columns of one precaution.
        precaution,
        /// The columns of all precautions, by id.
        precautions: Precautions PrecautionRow;
        /// The columns of one red flag.
        red_flag,
        /// The columns of all red flags, by id.
        red_flags: RedFlags RedFlagRow;
        /// The columns of one topic.
        topic,
        /// The columns of all topics, by id.
        topics: Topics TopicRow;
        /// The columns of one thing that is not held.
        not_covered,
        /// The columns of all that is not held, by id.
        all_not_covered: NotCovered NotCoveredRow;
        /// The columns of one source.
        source,
        /// The columns of all sources, by id.
        sources: Sources SourceRow;
    }

    /// The columns of one stretch or technique.
    pub fn practice(&self, id: &str) -> Option<PracticeRow<'_>> {
        self.table(IndexTable::Practices).get(id)
    }

    /// The columns of all stretches or all techniques, by id.
    pub fn practices(&self, kind: Kind) -> impl Iterator<Item = PracticeRow<'_>> {
        self.table(IndexTable::Practices).rows().filter(move |row: &PracticeRow<'_>| row.kind == kind)
    }

    /// What rules can select on in every entry that tells how to do something: points from the back to the foot, then
    /// stretches, then techniques.
    pub fn screened(&self) -> impl Iterator<Item = Facets<'_>> {
        let mut points: Vec<PointRow<'_>> = self.points().collect();
        put_in_order(&mut points, |row| (row.rank as u64, row.code));
        let practices = [Kind::Stretch, Kind::Technique].into_iter().flat_map(|kind| self.practices(kind));
        points.into_iter().map(|row| row.facets()).chain(practices.map(|row| row.facets()))
    }

    /// What rules can select on in one entry; `None` where it tells no how-to.
    pub fn facets(&self, entry: Target<'_>) -> Option<Facets<'_>> {
        match entry.kind {
            Kind::Point => self.point(entry.id).map(|row| row.facets()),
            Kind::Stretch | Kind::Technique => self.practice(entry.id).map(|row| row.facets()),
            Kind::Precaution | Kind::RedFlag | Kind::Topic | Kind::NotCovered | Kind::Source => None,
        }
    }

    /// The columns of all routines that have a name, by id.
    pub fn routines(&self) -> impl Iterator<Item = RoutineRow<'_>> {
        self.table(IndexTable::Routines).rows()
    }

    /// The figures that show a point, by id: where on the body, and the place itself.
    pub fn figures_of(&self, code: &str) -> FiguresOf<'_> {
        let mut figures = FiguresOf::default();
        for row in self.table(IndexTable::Figures).with_key::<FigureRow<'_>>(code) {
            let shown = if row.locator { &mut figures.locator } else { &mut figures.place };
            *shown = shown.or(Some(row.id));
        }
        figures
    }

    /// The rules of one precaution, in its order. One that is passed over would show what it withholds.
    ///
    /// # Errors
    /// A damaged table.
    pub(crate) fn rules_of(&self, precaution: &str) -> postcard::Result<Vec<Rule<'_>>> {
        self.table(IndexTable::Rules).every_with_key(precaution)
    }

    /// A precaution, and those that whoever declares it declares besides: each once.
    pub fn declared_with<'i>(&'i self, precaution: &'i str) -> Vec<&'i str> {
        with_implied(precaution, |id| self.precaution(id).map(|row| row.implies).unwrap_or_default())
    }

    /// Every rule, by precaution.
    pub fn rules(&self) -> impl Iterator<Item = Rule<'_>> {
        self.table(IndexTable::Rules).rows()
    }

    /// How the claims of all entries are spread over bases and grades.
    pub fn claims(&self) -> impl Iterator<Item = ClaimCount> {
        self.table(IndexTable::Claims).rows()
    }
}
