//! Reads the index that [`super::index_writer`] writes: sorted lines, searched without parsing the rest.

use std::borrow::Cow;
use std::sync::OnceLock;

use super::Kind;
use super::fold::{fold, fold_but_tones};
use super::index_rows::rule;
use super::index_writer::{Document, SearchTables, Tables, write_search};
use super::rows::{
    ClaimCount, FiguresOf, PointRow, PracticeRow, PrecautionRow, RedFlagRow, RoutineRow, SourceRow, Target, TopicRow,
};
use super::sorted_lines::{from_key, last_not_above, with_key};
use crate::screening::{Facets, Quotable, Rule};

macro_rules! bundled_table {
    ($name:ident) => {
        Cow::Borrowed(include_str!(concat!(env!("OUT_DIR"), "/bundle/index/", stringify!($name))))
    };
}

/// Declares the tables: bundled ones stand in the program as `build.rs` wrote them.
macro_rules! tables {
    ($($name:ident,)+) => {
        /// The tables of one catalogue, bundled or written in memory.
        #[derive(Debug)]
        pub struct Index {
            $($name: Cow<'static, str>,)+
            /// Those that only a search reads; for a directory they are written when one is asked for.
            search: OnceLock<SearchIndex>,
            /// Of what they are written.
            documents: Vec<Document>,
        }

        impl Index {
            /// The index of the bundled catalogue, written by `build.rs`.
            pub fn bundled() -> Self {
                Self {
                    $($name: bundled_table!($name),)+
                    search: OnceLock::from(SearchIndex::bundled()),
                    documents: Vec::new(),
                }
            }

            /// The index of a catalogue read from a directory, to be searched in these documents.
            pub(super) fn from_tables(tables: Tables, documents: Vec<Document>) -> Self {
                Self { $($name: Cow::Owned(tables.$name),)+ search: OnceLock::new(), documents }
            }
        }
    };
}

tables! {
    names, prefixes, homonyms, points, practices, precautions, red_flags, topics, routines, figures, rules, sources, claims,
}

/// The tables of a search.
#[derive(Debug)]
struct SearchIndex {
    words: Cow<'static, str>,
    entries: Cow<'static, str>,
    lines: Cow<'static, str>,
}

impl SearchIndex {
    fn bundled() -> Self {
        Self {
            words: bundled_table!(search_words),
            entries: bundled_table!(search_entries),
            lines: bundled_table!(search_lines),
        }
    }

    fn of(documents: &[Document]) -> Self {
        let SearchTables { words, entries, lines } = write_search(documents);
        Self { words: words.into(), entries: entries.into(), lines: lines.into() }
    }
}

impl Index {
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
        with_key(&self.points, code).next().map(|(code, rest)| PointRow::read(code, rest))
    }

    /// The columns of all points, by code.
    pub fn points(&self) -> impl Iterator<Item = PointRow<'_>> {
        keyed(&self.points).map(|(code, rest)| PointRow::read(code, rest))
    }

    /// The columns of one stretch or technique.
    pub fn practice(&self, id: &str) -> Option<PracticeRow<'_>> {
        with_key(&self.practices, id).next().and_then(|(id, rest)| PracticeRow::read(id, rest))
    }

    /// The columns of all stretches or all techniques, by id.
    pub fn practices(&self, kind: Kind) -> impl Iterator<Item = PracticeRow<'_>> {
        keyed(&self.practices).filter_map(|(id, rest)| PracticeRow::read(id, rest)).filter(move |row| row.kind == kind)
    }

    /// What rules can select on in every entry that tells how to do something: points from the back to the foot, then
    /// stretches, then techniques.
    pub fn screened(&self) -> impl Iterator<Item = Facets<'_>> {
        let mut points: Vec<PointRow<'_>> = self.points().collect();
        points.sort_by_key(|row| (row.rank, row.code));
        let practices = [Kind::Stretch, Kind::Technique].into_iter().flat_map(|kind| self.practices(kind));
        points.into_iter().map(|row| row.facets()).chain(practices.map(|row| row.facets()))
    }

    /// What rules can select on in one entry; `None` where it tells no how-to.
    pub fn facets(&self, entry: Target<'_>) -> Option<Facets<'_>> {
        match entry.kind {
            Kind::Point => self.point(entry.id).map(|row| row.facets()),
            Kind::Stretch | Kind::Technique => self.practice(entry.id).map(|row| row.facets()),
            Kind::Precaution | Kind::RedFlag | Kind::Topic | Kind::Source => None,
        }
    }

    /// The columns of all precautions, by id.
    pub fn precautions(&self) -> impl Iterator<Item = PrecautionRow<'_>> {
        keyed(&self.precautions).map(|(id, rest)| PrecautionRow::read(id, rest))
    }

    /// The columns of all red flags, by id.
    pub fn red_flags(&self) -> impl Iterator<Item = RedFlagRow<'_>> {
        keyed(&self.red_flags).map(|(id, rest)| RedFlagRow::read(id, rest))
    }

    /// The columns of one red flag.
    pub fn red_flag(&self, id: &str) -> Option<RedFlagRow<'_>> {
        with_key(&self.red_flags, id).next().map(|(id, rest)| RedFlagRow::read(id, rest))
    }

    /// The columns of one precaution.
    pub fn precaution(&self, id: &str) -> Option<PrecautionRow<'_>> {
        with_key(&self.precautions, id).next().map(|(id, rest)| PrecautionRow::read(id, rest))
    }

    /// The columns of one topic.
    pub fn topic(&self, id: &str) -> Option<TopicRow<'_>> {
        with_key(&self.topics, id).next().map(|(id, rest)| TopicRow::read(id, rest))
    }

    /// The columns of all topics, by id.
    pub fn topics(&self) -> impl Iterator<Item = TopicRow<'_>> {
        keyed(&self.topics).map(|(id, rest)| TopicRow::read(id, rest))
    }

    /// The columns of all routines that have a name, by id.
    pub fn routines(&self) -> impl Iterator<Item = RoutineRow<'_>> {
        keyed(&self.routines).map(|(id, title)| RoutineRow { id, title })
    }

    /// The figures that show a point, by id: where on the body, and the place itself.
    pub fn figures_of(&self, code: &str) -> FiguresOf<'_> {
        let mut figures = FiguresOf::default();
        for row in rows(&self.figures, code) {
            match row.split_once('\t') {
                Some(("locator", id)) => figures.locator = figures.locator.or(Some(id)),
                Some((_, id)) => figures.place = figures.place.or(Some(id)),
                None => {}
            }
        }
        figures
    }

    /// The rules of one precaution, in its order.
    pub fn rules_of(&self, precaution: &str) -> Vec<Rule<'_>> {
        with_key(&self.rules, precaution).filter_map(|(id, rest)| rule(id, rest)).collect()
    }

    /// Every rule, by precaution.
    pub fn rules(&self) -> impl Iterator<Item = Rule<'_>> {
        keyed(&self.rules).filter_map(|(id, rest)| rule(id, rest))
    }

    /// The columns of one source.
    pub fn source(&self, id: &str) -> Option<SourceRow<'_>> {
        with_key(&self.sources, id).next().map(|(id, rest)| SourceRow::read(id, rest))
    }

    /// The columns of all sources, by id.
    pub fn sources(&self) -> impl Iterator<Item = SourceRow<'_>> {
        keyed(&self.sources).map(|(id, rest)| SourceRow::read(id, rest))
    }

    /// How the claims of all entries are spread over bases and grades.
    pub fn claims(&self) -> impl Iterator<Item = ClaimCount<'_>> {
        keyed(&self.claims).filter_map(|(basis, rest)| ClaimCount::read(basis, rest))
    }

    fn search(&self) -> &SearchIndex {
        self.search.get_or_init(|| SearchIndex::of(&self.documents))
    }

    /// The folded words of all texts that begin with `word`, each with the numbers of the texts that hold it.
    pub fn words_from<'i>(&'i self, word: &str) -> impl Iterator<Item = (&'i str, &'i str)> + use<'i> {
        let word = word.to_owned();
        from_key(&self.search().words, &word).take_while(move |(found, _)| found.starts_with(&word))
    }

    /// Every folded word of all texts.
    pub fn all_words(&self) -> impl Iterator<Item = &str> {
        keyed(&self.search().words).map(|(word, _)| word)
    }

    /// The first text of the entry to which a text belongs: it holds the entry's names.
    pub fn names_of(&self, text: &str) -> Option<(&str, Target<'_>)> {
        let (first, rest) = last_not_above(&self.search().entries, text)?;
        Some((first, target(rest)?))
    }

    /// One text, which only screening quotes.
    pub fn text(&self, number: &str) -> Option<Quotable<'_>> {
        let (class, text) = rows(&self.search().lines, number).next()?.split_once('\t')?;
        Some(Quotable::new(class, text))
    }
}

/// The rows of a sorted table whose first field is `key`, found by binary search, without that field.
fn rows<'t>(table: &'t str, key: &str) -> impl Iterator<Item = &'t str> {
    with_key(table, key).map(|(_, rest)| rest)
}

/// Every row of a table, apart from its first field.
fn keyed(table: &str) -> impl Iterator<Item = (&str, &str)> {
    table.lines().map(|line| line.split_once('\t').unwrap_or((line, "")))
}

fn target(text: &str) -> Option<Target<'_>> {
    let (kind, id) = text.split_once(':')?;
    Some(Target { kind: Kind::parse(kind)?, id })
}
