//! Writes the index that search reads: every text of every entry, its class, and which words stand in which text.
//!
//! A text keeps its class, so that a search never quotes how-to that the reader's own answers would withhold.

use std::collections::BTreeMap;

use serde_json::Value;

use super::super::fold::search_words;
use super::super::index_rows::BETWEEN_NAMES;
use super::{Document, array, folder, stem, text};

/// The tables of a search.
#[derive(Debug, Default)]
pub(crate) struct SearchTables {
    /// Folded word → the numbers of the texts that hold it, between commas.
    pub(crate) words: String,
    /// Number of the first text of an entry → `kind:id`.
    pub(crate) entries: String,
    /// Number → class and text.
    pub(crate) lines: String,
}

/// The kinds of entry, by folder.
const ENTRIES: [(&str, &str); 6] = [
    ("points", "point"),
    ("stretches", "stretch"),
    ("techniques", "technique"),
    ("precautions", "precaution"),
    ("red-flags", "red-flag"),
    ("topics", "topic"),
];

/// The fields that tell how to do something, by their first key.
const HOW_TO: [&str; 5] = ["ways", "easier", "mistakes", "find", "off_if"];

/// The keys whose string is a text to read.
const TEXTS: [&str; 8] = ["text", "question", "say", "heading", "about", "label", "ask_what", "limit"];

/// The keys that hold names, joined to the first text of an entry.
const NAMES: [&str; 9] = ["code", "who_code", "id", "title", "aliases", "pinyin", "hanzi", "english", "short"];

/// Writes the tables for a catalogue.
pub(super) fn write(documents: &[Document]) -> SearchTables {
    let shorts: BTreeMap<&str, String> = documents
        .iter()
        .filter(|(path, _)| folder(path) == "sources")
        .map(|(path, source)| (stem(path), text(source, "/short")))
        .collect();
    let mut texts = Texts::default();
    for (wanted, kind) in ENTRIES {
        let mut entries: Vec<_> = documents.iter().filter(|(path, _)| folder(path) == wanted).collect();
        entries.sort_by_key(|(path, _)| path);
        for (path, entry) in entries {
            texts.entry(kind, stem(path), entry, &shorts);
        }
    }
    texts.into_tables()
}

#[derive(Default)]
struct Texts {
    /// Class and text of each.
    lines: Vec<(&'static str, String)>,
    /// The first text of an entry, and its `kind:id`.
    entries: Vec<(usize, String)>,
    /// Folded words, each with a text that holds it; sorted at the end, once, because a catalogue may hold a million.
    words: Vec<(String, usize)>,
}

impl Texts {
    fn entry(&mut self, kind: &str, id: &str, entry: &Value, shorts: &BTreeMap<&str, String>) {
        self.entries.push((self.lines.len(), format!("{kind}:{id}")));
        let mut names = Vec::new();
        collect_names(entry, None, &mut names);
        self.add("open", &names.join(BETWEEN_NAMES));
        self.walk(entry, "open");
        for dispute in array(entry, "/disputes") {
            self.dispute(dispute, shorts);
        }
    }

    fn walk(&mut self, value: &Value, class: &'static str) {
        match value {
            Value::Array(items) => items.iter().for_each(|item| self.walk(item, class)),
            Value::Object(fields) => {
                // A passage of a page that tells how to do an entry, and is screened with it.
                let class = if fields.contains_key("does") { "how-to" } else { class };
                for (key, field) in fields.iter().filter(|(key, _)| *key != "disputes") {
                    let class = if HOW_TO.contains(&key.as_str()) { "how-to" } else { class };
                    match field {
                        Value::String(text) if TEXTS.contains(&key.as_str()) => self.add(class, text),
                        _ => self.walk(field, class),
                    }
                }
            }
            _ => {}
        }
    }

    /// Who says what, and what the guide says in its place, in one text: so that nobody finds the one without the other.
    fn dispute(&mut self, dispute: &Value, shorts: &BTreeMap<&str, String>) {
        let about = text(dispute, "/about");
        let class = if matches!(about.as_str(), "pressure" | "dose") { "dispute-about-how-to" } else { "dispute" };
        let shown = text(dispute, "/shown");
        for said in array(dispute, "/says") {
            let source = text(said, "/source");
            let who = shorts.get(source.as_str()).unwrap_or(&source);
            self.add(class, &format!("{who} says: {} This guide: {shown}", text(said, "/text")));
        }
    }

    fn add(&mut self, class: &'static str, text: &str) {
        let place = self.lines.len();
        self.words.extend(search_words(text).map(|word| (word, place)));
        self.lines.push((class, text.replace(['\t', '\n'], " ")));
    }

    fn into_tables(mut self) -> SearchTables {
        // Numbers sort as text.
        let width = self.lines.len().to_string().len();
        let number = |number: usize| format!("{number:0width$}");
        let mut tables = SearchTables::default();
        self.words.sort_unstable();
        self.words.dedup();
        for texts in self.words.chunk_by(|(one, _), (other, _)| one == other) {
            let Some((word, _)) = texts.first() else { continue };
            let texts: Vec<String> = texts.iter().map(|(_, text)| number(*text)).collect();
            tables.words.push_str(&format!("{word}\t{}\n", texts.join(",")));
        }
        for (first, entry) in self.entries {
            tables.entries.push_str(&format!("{}\t{entry}\n", number(first)));
        }
        for (place, (class, text)) in self.lines.into_iter().enumerate() {
            tables.lines.push_str(&format!("{}\t{class}\t{text}\n", number(place)));
        }
        tables
    }
}

fn collect_names(value: &Value, key: Option<&str>, found: &mut Vec<String>) {
    let is_name = key.is_some_and(|key| NAMES.contains(&key));
    match value {
        Value::String(name) if is_name && !found.contains(name) => found.push(name.clone()),
        Value::Array(items) if is_name => items.iter().for_each(|item| collect_names(item, key, found)),
        Value::Object(fields) => {
            for (inner, field) in fields {
                let key = if key == Some("hanzi") { key } else { Some(inner.as_str()) };
                if key.is_some_and(|key| NAMES.contains(&key) || key == "names") {
                    collect_names(field, key, found);
                }
            }
        }
        _ => {}
    }
}
