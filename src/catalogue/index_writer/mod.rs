//! Writes the index: what lists, lookup and screening need of *all* entries, so that no command has to parse them all.
//!
//! Each table is text: a line a row, fields between tabs, sorted by the first field. `build.rs` writes the tables of the
//! bundled catalogue; opening a directory writes them in memory. [`super::index`] reads both.

mod citations;
mod claims;
pub(crate) mod facets;
mod search;
mod touching;
mod value;

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::fold::{fold, fold_but_tones};
use citations::CitedBy;
use facets::way;
pub(crate) use search::SearchTables;
use touching::{Precautions, facets_of_point, facets_of_practice, rows_of_rules};
pub(crate) use value::stem;
use value::{array, list, text};

/// A file of the catalogue: its path below the root, with `/` between folders, and its content.
pub(crate) type Document = (String, Value);

/// The tables, each a text of sorted lines.
#[derive(Debug, Default)]
pub(crate) struct Tables {
    /// Folded name → `kind:id`. Names with tone marks stand a second time, behind `=`, with the marks kept.
    pub(crate) names: String,
    /// Folded prefix of a point code → the letters in use here.
    pub(crate) prefixes: String,
    /// Folded name with two meanings → its place in `homonyms.json`.
    pub(crate) homonyms: String,
    /// Columns and ways of every point.
    pub(crate) points: String,
    /// Columns and ways of every stretch and technique.
    pub(crate) practices: String,
    /// Columns of every precaution.
    pub(crate) precautions: String,
    /// Columns of every red flag.
    pub(crate) red_flags: String,
    /// Columns of every topic.
    pub(crate) topics: String,
    /// Columns of every routine that has a name.
    pub(crate) routines: String,
    /// Which figures show a point: its code, `locator` or `place`, the id.
    pub(crate) figures: String,
    /// Every rule without its prose.
    pub(crate) rules: String,
    /// Columns of every source, and what cites it.
    pub(crate) sources: String,
    /// How many claims stand on what.
    pub(crate) claims: String,
}

/// Stands behind the name of everything that was added to a catalogue and is not its own.
pub(crate) const MARK: &str = "[added]";

/// The fields by which a point is found, and its lists of names.
pub(crate) const NAMES_OF_POINT: [&str; 6] = [
    "/code",
    "/who_code",
    "/names/pinyin",
    "/names/pinyin_plain",
    "/names/hanzi/traditional",
    "/names/hanzi/simplified",
];
pub(crate) const NAME_LISTS_OF_POINT: [&str; 2] = ["/names/english", ALIASES];

/// The fields by which any other entry is found, but for a source, which has its id alone.
pub(crate) const NAMES_OF_ENTRY: [&str; 2] = ["/id", "/title"];
/// A sign is also found as a list names it, because readers copy that.
pub(crate) const NAMES_OF_RED_FLAG: [&str; 3] = ["/id", "/title", "/short"];
pub(crate) const NAMES_OF_SOURCE: [&str; 1] = ["/id"];

/// Other words for an entry.
pub(crate) const ALIASES: &str = "/aliases";

/// Writes the tables of a catalogue. A document that lacks a field gives an empty one: the checks report it.
///
/// # Errors
/// A text that holds a tab or a line break, which would tear the table.
pub(crate) fn write(documents: &[Document]) -> Result<Tables, String> {
    let regions = region_ranks(documents);
    let cited_by = citations::read(documents);
    let mut tables = Sorted::default();
    for (path, value) in documents {
        match folder(path) {
            "points" => tables.point(value, &regions),
            "stretches" => tables.practice("stretch", value),
            "techniques" => tables.practice("technique", value),
            "precautions" => tables.precaution(value),
            "rules" => tables.rules(&text(value, "/precaution"), array(value, "/rules")),
            "meridians" => tables.meridian(value),
            "sources" => tables.source(value, &cited_by),
            "topics" => tables.topic(value),
            "red-flags" => tables.red_flag(value),
            "figures" => tables.figure(value),
            "routines" => drop(tables.routines.insert(["/id", "/title"].map(|path| text(value, path)).to_vec())),
            _ => match path.as_str() {
                "meridians.json" => tables.meridians(value),
                "homonyms.json" => tables.homonyms(value),
                _ => {}
            },
        }
    }
    tables.note_what_touches();
    Ok(Tables { claims: claims::write(documents), ..tables.into_tables()? })
}

/// Writes the tables of a search, which is most of the work and which only a search needs.
pub(crate) fn write_search(documents: &[Document]) -> SearchTables {
    search::write(documents)
}

/// The folder of a document, "" for the files at the root.
pub(crate) fn folder(path: &str) -> &str {
    path.split_once('/').map_or("", |(folder, _)| folder)
}

/// The name of the text that holds a document's folder in the program.
pub(crate) fn packed_folder(path: &str) -> &str {
    match folder(path) {
        "" => "root",
        folder => folder,
    }
}

#[derive(Default)]
struct Sorted {
    names: BTreeSet<Vec<String>>,
    prefixes: BTreeSet<Vec<String>>,
    homonyms: BTreeSet<Vec<String>>,
    points: Vec<Vec<String>>,
    practices: Vec<Vec<String>>,
    precautions: BTreeSet<Vec<String>>,
    red_flags: BTreeSet<Vec<String>>,
    topics: BTreeSet<Vec<String>>,
    routines: BTreeSet<Vec<String>>,
    figures: BTreeSet<Vec<String>>,
    rules: BTreeSet<Vec<String>>,
    /// How many rules each precaution has so far.
    counts: BTreeMap<String, usize>,
    sources: BTreeSet<Vec<String>>,
}

impl Sorted {
    fn point(&mut self, point: &Value, regions: &BTreeMap<String, usize>) {
        let code = text(point, "/code");
        let target = format!("point:{code}");
        for path in NAMES_OF_POINT {
            self.named(&text(point, path), &target);
        }
        for name in NAME_LISTS_OF_POINT.into_iter().flat_map(|path| list(point, path)) {
            self.named(&name, &target);
        }
        self.point_row(point, regions);
    }

    fn point_row(&mut self, point: &Value, regions: &BTreeMap<String, usize>) {
        let ways: Vec<String> = array(point, "/ways").iter().map(way).collect();
        let area = text(point, "/area");
        let rank = regions.get(&area).copied().unwrap_or(regions.len());
        self.points.push(vec![
            text(point, "/code"),
            text(point, "/who_code"),
            text(point, "/names/pinyin"),
            text(point, "/names/pinyin_plain"),
            list(point, "/names/english").into_iter().next().unwrap_or_default(),
            text(point, "/meridian"),
            text(point, "/region"),
            area,
            format!("{rank:03}"),
            array(point, "/disputes").len().to_string(),
            ways.join(";"),
        ]);
    }

    /// A stretch or technique.
    fn practice(&mut self, kind: &str, practice: &Value) {
        self.entry_names(&NAMES_OF_ENTRY, kind, practice);
        self.practice_row(kind, practice);
    }

    fn practice_row(&mut self, kind: &str, practice: &Value) {
        let ways: Vec<String> = array(practice, "/ways").iter().map(way).collect();
        self.practices.push(vec![
            text(practice, "/id"),
            kind.to_owned(),
            text(practice, "/title"),
            list(practice, "/regions").join(","),
            array(practice, "/disputes").len().to_string(),
            ways.join(";"),
        ]);
    }

    fn precaution(&mut self, precaution: &Value) {
        self.entry_names(&NAMES_OF_ENTRY, "precaution", precaution);
        self.rules(&text(precaution, "/id"), array(precaution, "/rules"));
        self.precautions.insert(vec![
            text(precaution, "/id"),
            text(precaution, "/title"),
            text(precaution, "/short"),
            text(precaution, "/red_flag"),
            list(precaution, "/aliases").join(", "),
        ]);
    }

    /// Rules of a precaution, numbered on from those that it has already.
    fn rules(&mut self, precaution: &str, rules: &[Value]) {
        let known = self.counts.entry(precaution.to_owned()).or_default();
        for rule in rules {
            self.rules.insert(facets::rule(precaution, *known, rule));
            *known += 1;
        }
    }

    fn source(&mut self, source: &Value, cited_by: &CitedBy<'_>) {
        let id = text(source, "/id");
        self.named(&id, &format!("source:{id}"));
        let cited_by = cited_by.get(id.as_str()).into_iter().flatten().copied().collect::<Vec<_>>().join(",");
        self.sources.insert(vec![
            id,
            text(source, "/grade"),
            text(source, "/short"),
            text(source, "/document"),
            text(source, "/title"),
            cited_by,
        ]);
    }

    fn red_flag(&mut self, flag: &Value) {
        self.entry_names(&NAMES_OF_RED_FLAG, "red-flag", flag);
        self.red_flags.insert(["/id", "/urgency", "/short", "/question"].map(|path| text(flag, path)).to_vec());
    }

    fn topic(&mut self, topic: &Value) {
        self.entry_names(&NAMES_OF_ENTRY, "topic", topic);
        self.topics.insert(["/id", "/title", "/about"].map(|path| text(topic, path)).to_vec());
    }

    fn figure(&mut self, figure: &Value) {
        let shows = if figure.pointer("/locator").and_then(Value::as_bool) == Some(true) { "locator" } else { "place" };
        for point in array(figure, "/points") {
            self.figures.insert(vec![text(point, "/code"), shows.to_owned(), text(figure, "/id")]);
        }
    }

    fn meridians(&mut self, meridians: &Value) {
        for meridian in array(meridians, "") {
            self.meridian(meridian);
        }
    }

    fn meridian(&mut self, meridian: &Value) {
        for prefix in list(meridian, "/prefixes") {
            self.prefixes.insert(vec![fold(&prefix), text(meridian, "/letters"), text(meridian, "/id")]);
        }
    }

    fn homonyms(&mut self, homonyms: &Value) {
        for (number, homonym) in array(homonyms, "").iter().enumerate() {
            for name in list(homonym, "/names") {
                self.homonyms.insert(vec![fold(&name), number.to_string()]);
            }
        }
    }

    /// The id, title and aliases of anything but a point.
    fn entry_names(&mut self, paths: &[&str], kind: &str, entry: &Value) {
        let target = format!("{kind}:{}", text(entry, "/id"));
        let names = paths.iter().map(|path| text(entry, path));
        for name in names.chain(list(entry, ALIASES)) {
            self.named(&name, &target);
        }
    }

    /// A name, and what it is without a mark behind it.
    fn named(&mut self, name: &str, target: &str) {
        if let Some(unmarked) = name.strip_suffix(MARK) {
            self.named(unmarked, target);
        }
        let folded = fold(name);
        if folded.is_empty() {
            return;
        }
        let toned = fold_but_tones(name);
        if toned != folded {
            self.names.insert(vec![format!("={toned}"), target.to_owned()]);
        }
        self.names.insert(vec![folded, target.to_owned()]);
    }

    /// For each entry with how-to the precautions that, each alone, would close it or have a clinician asked.
    fn note_what_touches(&mut self) {
        self.points.sort();
        self.practices.sort();
        let rules = rows_of_rules(&self.rules);
        let touching = Precautions::new(&self.precautions, &rules);
        for row in &mut self.points {
            let touching = touching.that_touch(&facets_of_point(row));
            row.extend(touching);
        }
        for row in &mut self.practices {
            let touching = touching.that_touch(&facets_of_practice(row));
            row.extend(touching);
        }
    }

    fn into_tables(self) -> Result<Tables, String> {
        Ok(Tables {
            names: lines(self.names)?,
            prefixes: lines(self.prefixes)?,
            homonyms: lines(self.homonyms)?,
            points: lines(self.points)?,
            practices: lines(self.practices)?,
            precautions: lines(self.precautions)?,
            red_flags: lines(self.red_flags)?,
            topics: lines(self.topics)?,
            routines: lines(self.routines)?,
            figures: lines(self.figures)?,
            rules: lines(self.rules)?,
            sources: lines(self.sources)?,
            ..Tables::default()
        })
    }
}

fn lines(rows: impl IntoIterator<Item = Vec<String>>) -> Result<String, String> {
    let mut table = String::new();
    for row in rows {
        if let Some(torn) = row.iter().find(|field| field.contains(['\t', '\n'])) {
            return Err(format!("a tab or line break in {torn:?}"));
        }
        table.push_str(&row.join("\t"));
        table.push('\n');
    }
    Ok(table)
}

/// Areas in the order in which the guide lists them: from the back to the foot.
fn region_ranks(documents: &[Document]) -> BTreeMap<String, usize> {
    let manifest = documents.iter().find(|(path, _)| path == "catalogue.json");
    let regions = manifest.map(|(_, value)| array(value, "/regions")).unwrap_or_default();
    let areas = regions.iter().flat_map(|region| array(region, "/areas"));
    areas.enumerate().map(|(rank, area)| (text(area, "/id"), rank)).collect()
}
