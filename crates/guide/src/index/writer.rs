//! Writes the index, from the files of a catalogue as they were parsed.

use std::borrow::Cow;
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use super::lookup::{Index, IndexTable};
use super::rows::{
    ClaimCount, FigureRow, HomonymRow, NameRow, NotCoveredRow, PointRow, PracticeRow, PrecautionRow, PrefixRow,
    RedFlagRow, RoutineRow, SourceRow, TopicRow, Touching,
};
use super::source_rows::{cite, source_rows};
use super::table::{lay_out, write_table};
use super::touching::Precautions;
use crate::check::{CheckedFile, Inspection};
use crate::model::files::folder;
use crate::model::{
    Basis, Dispute, Form, Grade, Kind, MARK, Manifest, Meridian, Named, NamedRoutine, NotCovered, Point, Precaution,
    RedFlag, RuleText, Topic,
};
use crate::screening::{Facets, Rule, RuleHead, Select};
use crate::text::{fold, fold_but_tones, inserted, put_in_order};

/// The rows of all tables.
#[derive(Default)]
struct Rows<'c> {
    /// Whether what is taken in is none of ours.
    takes_additions: bool,
    names: BTreeSet<NameRow<'c>>,
    prefixes: BTreeSet<PrefixRow<'c>>,
    homonyms: BTreeSet<HomonymRow<'c>>,
    points: Vec<PointRow<'c>>,
    practices: Vec<PracticeRow<'c>>,
    /// By the id of an entry.
    touching: BTreeMap<&'c str, Touching<'c>>,
    precautions: Vec<PrecautionRow<'c>>,
    red_flags: Vec<RedFlagRow<'c>>,
    topics: Vec<TopicRow<'c>>,
    not_covered: Vec<NotCoveredRow<'c>>,
    routines: Vec<RoutineRow<'c>>,
    figures: BTreeSet<FigureRow<'c>>,
    rules: Vec<Rule<'c>>,
    sources: Vec<SourceRow<'c>>,
    /// By the words that stand for them, in which they are listed.
    claims: BTreeMap<(&'static str, Option<&'static str>), ClaimCount>,
}

/// The index of a whole catalogue.
///
/// # Errors
/// A row that cannot be written.
pub(crate) fn write_index(inspection: &Inspection<'_>) -> postcard::Result<Vec<u8>> {
    let mut rows = Rows::default();
    let areas = inspection.manifest.as_ref().map(|it| areas(&it.content)).unwrap_or_default();
    rows.take(inspection, &areas);
    let all = Precautions::new(&rows.precautions, &rows.rules);
    let touching = rows.facets().map(|facets| (facets.id, all.that_touch(&facets)));
    rows.touching = inserted(touching);
    rows.write(Vec::new())
}

/// The index of a catalogue with what was added to it; `replaced` are those of its own files in whose place others stand.
///
/// # Errors
/// A row that cannot be written.
pub(crate) fn write_additions(
    base: &Index,
    manifest: &Manifest,
    added: &Inspection<'_>,
    replaced: &Inspection<'_>,
) -> postcard::Result<Vec<u8>> {
    let gone: BTreeSet<&str> =
        [Kind::Point, Kind::Stretch].into_iter().flat_map(|kind| replaced.of(kind)).map(CheckedFile::stem).collect();
    let mut rows = Rows::of(base, &gone);
    rows.count_claims(replaced, |count| count.claims = count.claims.saturating_sub(1));
    rows.take(added, &areas(manifest));
    let all = Precautions::new(&rows.precautions, &rows.rules);
    let own = added.precautions.iter().map(|it| it.content.id.as_str());
    let changed = own.chain(added.more_rules.iter().map(|it| it.content.precaution.as_str())).collect();
    let some = all.among(&changed);
    let mut touching = std::mem::take(&mut rows.touching);
    for facets in rows.facets() {
        match touching.entry(facets.id) {
            Entry::Occupied(mut ours) => some.touch_anew(&facets, ours.get_mut()),
            Entry::Vacant(theirs) => drop(theirs.insert(all.that_touch(&facets))),
        }
    }
    rows.touching = touching;
    let stays = |row: &(&str, &[u8])| {
        let named: Option<NameRow<'_>> = if gone.is_empty() { None } else { postcard::from_bytes(row.1).ok() };
        named.is_none_or(|row| !gone.contains(row.id))
    };
    rows.write(base.table(IndexTable::Names).keyed().filter(stays).collect())
}

/// The areas of the body, in the order in which the guide lists them: from the back to the foot.
fn areas(manifest: &Manifest) -> Vec<&str> {
    manifest.regions.iter().flat_map(|region| &region.areas).map(|area| area.id.as_str()).collect()
}

impl<'c> Rows<'c> {
    /// The rows of an index, without the names and without what is gone.
    fn of(index: &'c Index, gone: &BTreeSet<&str>) -> Self {
        let mut rows = Self {
            takes_additions: true,
            names: BTreeSet::new(),
            prefixes: inserted(index.table(IndexTable::Prefixes).rows()),
            homonyms: inserted(index.table(IndexTable::Homonyms).rows()),
            points: index.points().collect(),
            practices: index.table(IndexTable::Practices).rows().collect(),
            touching: inserted(index.table(IndexTable::Touching).rows()),
            precautions: index.precautions().collect(),
            red_flags: index.red_flags().collect(),
            topics: index.topics().collect(),
            not_covered: index.all_not_covered().collect(),
            routines: index.routines().collect(),
            figures: inserted(index.table(IndexTable::Figures).rows::<FigureRow<'_>>()),
            rules: index.rules().collect(),
            sources: index.sources().collect(),
            claims: inserted(index.claims().map(|count| (place_of(&count), count))),
        };
        rows.points.retain(|row| !gone.contains(row.code));
        rows.practices.retain(|row| !gone.contains(row.id));
        rows.touching.retain(|id, _| !gone.contains(id));
        rows.figures.retain(|row| !gone.contains(row.code));
        rows.sources.iter_mut().for_each(|row| row.cited_by.retain(|id| !gone.contains(id)));
        rows
    }

    /// What rules can select on in all that tells how to do something.
    fn facets(&self) -> impl Iterator<Item = Facets<'c>> {
        self.points.iter().map(PointRow::facets).chain(self.practices.iter().map(PracticeRow::facets))
    }

    /// The rows of these files.
    fn take(&mut self, files: &'c Inspection<'_>, areas: &[&str]) {
        for kind in Kind::ALL {
            files.entries(kind).for_each(|listed| self.named(kind, listed.entry));
        }
        files.points.iter().for_each(|point| self.point(&point.content, areas));
        for stretch in files.stretches.iter().map(|it| &it.content) {
            self.practice(Facets::of_stretch(stretch), &stretch.title, &stretch.disputes);
        }
        for technique in files.techniques.iter().map(|it| &it.content) {
            self.practice(Facets::of_technique(technique), &technique.title, &technique.disputes);
        }
        files.precautions.iter().for_each(|precaution| self.precaution(&precaution.content));
        files.more_rules.iter().for_each(|more| self.rules(&more.content.precaution, &more.content.rules));
        for RedFlag { id, urgency, short, question, stands_for, .. } in files.red_flags.iter().map(|it| &it.content) {
            let stands_for = stands_for.iter().map(String::as_str).collect();
            self.red_flags.push(RedFlagRow { id, urgency: *urgency, short, question, stands_for });
        }
        for Topic { id, title, about, theme, sections, .. } in files.topics.iter().map(|it| &it.content) {
            let does = sections.iter().filter_map(|section| section.does.as_ref());
            let does = does.map(|doing| (doing.entry.as_str(), doing.position)).collect();
            let has_open_steps = sections.iter().any(|it| it.form == Form::Steps && it.does.is_none());
            self.topics.push(TopicRow { id, title, about, theme: *theme, has_open_steps, does });
        }
        for (number, NotCovered { id, title, .. }) in files.not_covered.iter().flat_map(|it| &it.content).enumerate() {
            self.not_covered.push(NotCoveredRow { id, title, number });
        }
        for NamedRoutine { id, title, .. } in files.routines.iter().map(|it| &it.content) {
            self.routines.push(RoutineRow { id, title });
        }
        self.take_what_nobody_names(files);
        self.sources.extend(source_rows(files));
        cite(&mut self.sources, files);
        self.count_claims(files, |count| count.claims += 1);
        self.sort();
    }

    /// By their keys.
    fn sort(&mut self) {
        put_in_order(&mut self.points, |row| (0, row.code));
        put_in_order(&mut self.practices, |row| (0, row.id));
        put_in_order(&mut self.precautions, |row| (0, row.id));
        put_in_order(&mut self.red_flags, |row| (0, row.id));
        put_in_order(&mut self.topics, |row| (0, row.id));
        put_in_order(&mut self.not_covered, |row| (0, row.id));
        put_in_order(&mut self.routines, |row| (0, row.id));
        // Those of a precaution stand as they are numbered.
        put_in_order(&mut self.rules, |rule| (0, rule.head.precaution));
        put_in_order(&mut self.sources, |row| (0, row.id));
    }

    fn take_what_nobody_names(&mut self, files: &'c Inspection<'_>) {
        for figure in files.figures.iter().map(|it| &it.content) {
            let row = |code: &'c String| FigureRow { code, locator: figure.locator, id: &figure.id };
            self.figures.extend(figure.points.iter().map(|drawn| row(&drawn.code)));
        }
        let at_root = files.meridians.iter().flat_map(|it| &it.content);
        let meridians = at_root.chain(files.more_meridians.iter().map(|it| &it.content));
        for Meridian { id: meridian, letters, prefixes, .. } in meridians {
            let row = |prefix: &String| PrefixRow { prefix: fold(prefix).into(), letters, meridian };
            self.prefixes.extend(prefixes.iter().map(row));
        }
        for (number, homonym) in files.homonyms.iter().flat_map(|it| &it.content).enumerate() {
            self.homonyms.extend(homonym.names.iter().map(|name| HomonymRow { name: fold(name).into(), number }));
        }
    }

    /// The names by which an entry is found.
    fn named(&mut self, kind: Kind, entry: &'c dyn Named) {
        for found in entry.names() {
            self.name(found.name, kind, entry.id());
            // What bears a mark is found without it too.
            if let Some(unmarked) = found.name.strip_suffix(MARK) {
                self.name(unmarked, kind, entry.id());
            }
        }
    }

    fn name(&mut self, name: &str, kind: Kind, id: &'c str) {
        let folded = fold(name);
        if folded.is_empty() {
            return;
        }
        let toned = fold_but_tones(name);
        if toned != folded {
            self.names.insert(NameRow { name: format!("={toned}").into(), kind, id });
        }
        self.names.insert(NameRow { name: folded.into(), kind, id });
    }

    fn point(&mut self, point: &'c Point, areas: &[&str]) {
        self.points.push(PointRow {
            code: &point.code,
            who_code: &point.who_code,
            pinyin: &point.names.pinyin,
            pinyin_plain: &point.names.pinyin_plain,
            english: point.names.english.first().map(String::as_str).unwrap_or_default(),
            meridian: &point.meridian,
            region: &point.region,
            area: &point.area,
            rank: areas.iter().position(|area| *area == point.area).unwrap_or(areas.len()),
            disputes: point.disputes.len(),
            ways: Facets::of_point(point).ways,
        });
    }

    fn practice(&mut self, facets: Facets<'c>, title: &'c str, disputes: &[Dispute]) {
        let Facets { kind, id, regions, ways, .. } = facets;
        self.practices.push(PracticeRow { id, kind, title, regions, disputes: disputes.len(), ways });
    }

    fn precaution(&mut self, precaution: &'c Precaution) {
        let Precaution { id, title, short, red_flag, aliases, implies, rules, .. } = precaution;
        let [aliases, implies] = [aliases, implies].map(|ids| ids.iter().map(String::as_str).collect());
        self.precautions.push(PrecautionRow { id, title, short, red_flag: red_flag.as_deref(), aliases, implies });
        self.rules(id, rules);
    }

    /// Rules of a precaution, numbered on from those that it has already.
    fn rules(&mut self, precaution: &'c str, rules: &'c [RuleText]) {
        let added = self.takes_additions;
        let known = self.rules.iter().filter(|rule| rule.head.precaution == precaution).count();
        self.rules.extend(rules.iter().enumerate().map(|(number, rule)| Rule {
            head: RuleHead {
                precaution,
                number: known + number,
                level: rule.level,
                limit: rule.limit.as_ref().map(Into::into).unwrap_or_default(),
                names_entries: !rule.select.entries.is_empty(),
                leaves_out: rule.leaves_out,
                added,
            },
            select: Select::of(&rule.select),
            weeks: rule.weeks,
        }));
    }

    /// Counts the claims of files: on what they stand, and how good their best source is.
    fn count_claims(&mut self, files: &Inspection<'_>, count: impl Fn(&mut ClaimCount)) {
        let grades: BTreeMap<&str, Grade> = inserted(self.sources.iter().map(|row| (row.id, row.grade)));
        for file in files.files().filter(|file| Some(folder(file.path)) != Kind::Source.folder()) {
            for (basis, word) in file.outline.texts().filter(|(field, _)| field.key() == Some("basis")) {
                let Some(basis_of_claim) = Basis::parse(word) else { continue };
                let object = basis.steps.split_last().map(|(_, object)| object).unwrap_or_default();
                let cited = file.outline.items(object, "sources");
                let grade = cited.filter_map(|id| grades.get(id)).min().copied();
                let one = ClaimCount { basis: basis_of_claim, grade, claims: 0 };
                count(self.claims.entry(place_of(&one)).or_insert(one));
            }
        }
    }

    /// All tables, with names that are written already.
    fn write(self, written: Vec<(&str, &[u8])>) -> postcard::Result<Vec<u8>> {
        let own = self.names.iter().map(|row| Ok((row.name.as_ref(), Cow::Owned(postcard::to_allocvec(row)?))));
        let mut names: Vec<(&str, Cow<'_, [u8]>)> = own.collect::<postcard::Result<_>>()?;
        names.extend(written.into_iter().map(|(name, row)| (name, Cow::Borrowed(row))));
        put_in_order(&mut names, |(name, _)| (0, name));
        let names: Vec<Cow<'_, [u8]>> =
            names.chunk_by(|(one, _), (other, _)| one == other).flat_map(of_what_is_held).collect();
        // In the order of `IndexTable`.
        Ok(lay_out(&[
            lay_out(&names),
            write_table(self.prefixes)?,
            write_table(self.homonyms)?,
            write_table(self.points)?,
            write_table(self.practices)?,
            write_table(self.touching)?,
            write_table(self.precautions)?,
            write_table(self.red_flags)?,
            write_table(self.topics)?,
            write_table(self.not_covered)?,
            write_table(self.routines)?,
            write_table(self.figures)?,
            write_table(self.rules)?,
            write_table(self.sources)?,
            write_table(self.claims.into_values().filter(|count| count.claims > 0))?,
        ]))
    }
}

/// The rows of a name, without those of what is not held where something that is bears it.
fn of_what_is_held<'r>(rows: &[(&str, Cow<'r, [u8]>)]) -> Vec<Cow<'r, [u8]>> {
    let is_held = |(_, row): &&(&str, Cow<'r, [u8]>)| {
        postcard::from_bytes(row).is_ok_and(|row: NameRow<'_>| row.kind != Kind::NotCovered)
    };
    let held: Vec<Cow<'r, [u8]>> = rows.iter().filter(is_held).map(|(_, row)| row.clone()).collect();
    if held.is_empty() { rows.iter().map(|(_, row)| row.clone()).collect() } else { held }
}

fn place_of(count: &ClaimCount) -> (&'static str, Option<&'static str>) {
    (count.basis.id(), count.grade.map(Grade::id))
}
