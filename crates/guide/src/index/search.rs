//! The index of a search: every text of every entry, to whom it may be quoted, and which words stand in which text.

use std::borrow::Cow;

use serde::Deserialize;

use super::rows::{EntryRow, TextAt, TextRow, WordRow};
use super::table::{Table, lay_out, write_table};
use crate::check::{CheckedFile, Field, Inspection, Node, PathStep, offset_of};
use crate::model::{Dispute, Kind, Named, Target, marked};
use crate::screening::TextClass;
use crate::text::search_words;

/// Stands between the names of an entry in the text that holds them.
pub(crate) const BETWEEN_NAMES: &str = " \u{b7} ";

/// The tables of a search, bundled or written in memory.
#[derive(Debug, Default)]
pub(crate) struct SearchIndex(Cow<'static, [u8]>);

/// The tables, by their number.
#[derive(Debug, Clone, Copy)]
enum SearchTable {
    Words,
    Entries,
    Texts,
}

impl SearchIndex {
    /// The index in these bytes.
    pub(crate) fn of(bytes: Cow<'static, [u8]>) -> Self {
        Self(bytes)
    }

    fn table(&self, table: SearchTable) -> Table<'_> {
        Table::of(&self.0).bytes(table as usize).map(Table::of).unwrap_or_default()
    }

    /// The folded words of all texts that begin with `word`, each with the numbers of the texts that hold it.
    pub(crate) fn words_from(&self, word: &str) -> impl Iterator<Item = WordRow<'_>> {
        self.table(SearchTable::Words).beginning(word)
    }

    /// Every folded word of all texts.
    pub(crate) fn all_words(&self) -> impl Iterator<Item = &str> {
        self.table(SearchTable::Words).keyed().map(|(word, _)| word)
    }

    /// The entry to which a text belongs, and the number of its first text, which holds its names.
    pub(crate) fn entry_of(&self, text: usize) -> Option<(usize, Target<'_>)> {
        let EntryRow { first, kind, id } = self.table(SearchTable::Entries).row(self.text(text)?.entry)?;
        Some((first, Target { kind, id }))
    }

    /// The numbers of the texts that hold all of these folded words.
    pub(crate) fn texts_with_all(&self, words: &[String]) -> Vec<usize> {
        let mut held: Option<Vec<usize>> = None;
        for word in words {
            let row: Option<WordRow<'_>> = self.table(SearchTable::Words).get(word);
            let texts = row.map(|row| row.texts).unwrap_or_default();
            let both = match held {
                Some(held) => held.into_iter().filter(|text| texts.binary_search(text).is_ok()).collect(),
                None => texts,
            };
            if both.is_empty() {
                return both;
            }
            held = Some(both);
        }
        held.unwrap_or_default()
    }

    /// Whether a text tells how to do something.
    pub(crate) fn tells_how_to(&self, text: usize) -> bool {
        self.text(text).is_some_and(|row| matches!(row.class, TextClass::HowTo | TextClass::DisputeAboutHowTo))
    }

    /// What a text of a file says, where it is one sentence there.
    pub(crate) fn says(&self, text: usize, file: &str) -> Option<String> {
        match self.text(text)?.says {
            TextAt::InFile(begin) => first_string(file.get(begin..)?),
            TextAt::Disputed { says, .. } => first_string(file.get(says..)?),
            TextAt::Said(text) => Some(text.into_owned()),
        }
    }

    /// One text.
    pub(crate) fn text(&self, text: usize) -> Option<TextRow<'_>> {
        self.table(SearchTable::Texts).row(text)
    }
}

/// The keys whose string is a text to read.
const TEXTS: [&str; 8] = ["text", "question", "say", "heading", "about", "label", "ask_what", "limit"];

/// The keys at which names stand, joined to the first text of an entry.
const NAMES: [&str; 9] = ["code", "who_code", "id", "title", "aliases", "pinyin", "hanzi", "english", "short"];

/// Writes the index of a search; `added` tells which files were added to a catalogue and bear a mark.
///
/// # Errors
/// A row that cannot be written.
pub(crate) fn write_search(files: &Inspection<'_>, added: impl Fn(&str) -> bool) -> postcard::Result<Vec<u8>> {
    let who = |id: &str| {
        let source = files.sources.iter().find(|source| source.content.id == id);
        source.map_or_else(|| id.to_owned(), |source| source.content.short.clone())
    };
    let mut texts =
        SearchWriter { added: &added, who: &who, entries: Vec::new(), texts: Vec::new(), words: Vec::new() };
    for kind in Kind::ALL.into_iter().filter(|kind| *kind != Kind::Source) {
        files.entries(kind).for_each(|(file, entry)| texts.entry(kind, entry, file));
    }
    texts.write()
}

/// Whether a name stands at a place.
fn is_name(field: &Field<'_>) -> bool {
    let is_known = |step: &PathStep<'_>| matches!(step, PathStep::Key(key) if NAMES.contains(&key.as_ref()));
    match field.steps.as_slice() {
        [PathStep::Key(first), rest @ ..] if first == "names" => rest.first().is_some_and(is_known),
        [first] | [first, PathStep::Item(_)] => is_known(first),
        _ => false,
    }
}

/// Whether the text at a place bears a mark where its entry was added.
fn bears_mark(field: &Field<'_>) -> bool {
    match field.steps.as_slice() {
        [PathStep::Key(key)] => matches!(key.as_ref(), "title" | "short" | "question" | "about"),
        [PathStep::Key(aliases), PathStep::Item(_)] => aliases == "aliases",
        [PathStep::Key(names), PathStep::Key(key)] => names == "names" && key == "pinyin",
        [PathStep::Key(names), PathStep::Key(key), _] => names == "names" && (key == "english" || key == "hanzi"),
        _ => false,
    }
}

struct SearchWriter<'f, 'i> {
    added: &'f dyn Fn(&str) -> bool,
    /// How a citation of a source reads.
    who: &'f dyn Fn(&str) -> String,
    entries: Vec<EntryRow<'i>>,
    texts: Vec<TextRow<'static>>,
    /// Folded words, each with a text that holds it; sorted at the end, once, because a catalogue may hold a million.
    words: Vec<(String, usize)>,
}

impl<'i> SearchWriter<'_, 'i> {
    fn entry(&mut self, kind: Kind, entry: &'i dyn Named, file: &CheckedFile<'_>) {
        let is_added = (self.added)(file.path);
        self.entries.push(EntryRow { first: self.texts.len(), kind, id: entry.id() });
        let mut names: Vec<String> = Vec::new();
        for (field, name) in file.outline.texts().filter(|(field, _)| is_name(field)) {
            let name = if is_added && bears_mark(field) { marked(name) } else { name.to_owned() };
            if !names.contains(&name) {
                names.push(name);
            }
        }
        let names = names.join(BETWEEN_NAMES);
        self.add(TextClass::Open, &names.clone(), TextAt::Said(names.into()));
        let texts = file.outline.texts().filter(|(field, _)| !is_in_dispute(field));
        for (field, text) in texts.filter(|(field, _)| field.key().is_some_and(|key| TEXTS.contains(&key))) {
            let class = if field.is_sealed { TextClass::HowTo } else { TextClass::Open };
            if is_added && bears_mark(field) {
                let text = marked(text);
                self.add(class, &text.clone(), TextAt::Said(text.into()));
            } else {
                self.add(class, text, TextAt::InFile(begin_of(file, field)));
            }
        }
        for (number, dispute) in entry.disputes().iter().enumerate() {
            self.dispute(file, number, dispute);
        }
    }

    /// Who says what, and what the guide says in its place, in one text: so that nobody finds the one without the other.
    fn dispute(&mut self, file: &CheckedFile<'_>, number: usize, dispute: &Dispute) {
        let how_to = dispute.about.tells_how_to();
        let class = if how_to { TextClass::DisputeAboutHowTo } else { TextClass::Dispute };
        let object = [PathStep::from("disputes"), PathStep::from(number)];
        let begin = |object: &[PathStep<'_>], key| file.outline.at(object, key).map(|field| begin_of(file, field));
        let Some(shown) = begin(&object, "shown") else { return };
        for (voice, said) in dispute.says.open().iter().enumerate() {
            let who = (self.who)(&said.source);
            let [disputes, number] = object.clone();
            let Some(says) = begin(&[disputes, number, "says".into(), voice.into()], "text") else { continue };
            let text = disputed(&who, &said.text, dispute.shown.open());
            self.add(class, &text, TextAt::Disputed { who: who.into(), says, shown });
        }
    }

    fn add(&mut self, class: TextClass, text: &str, says: TextAt<'static>) {
        let number = self.texts.len();
        self.words.extend(search_words(text).map(|word| (word, number)));
        self.texts.push(TextRow { entry: self.entries.len() - 1, class, says });
    }

    fn write(mut self) -> postcard::Result<Vec<u8>> {
        self.words.sort_unstable();
        self.words.dedup();
        let words = self.words.chunk_by(|(one, _), (other, _)| one == other).filter_map(|texts| {
            let (word, _) = texts.first()?;
            Some(WordRow { word, texts: texts.iter().map(|(_, text)| *text).collect() })
        });
        // In the order of `SearchTable`.
        Ok(lay_out(&[write_table(words)?, write_table(self.entries)?, write_table(self.texts)?]))
    }
}

/// How a dispute reads in one sentence.
pub(crate) fn disputed(who: &str, says: &str, shown: &str) -> String {
    format!("{who} says: {says} This guide: {shown}")
}

fn is_in_dispute(field: &Field<'_>) -> bool {
    matches!(field.steps.first(), Some(PathStep::Key(key)) if key == "disputes")
}

/// The byte of a file at which a string begins, its quote included.
fn begin_of(file: &CheckedFile<'_>, field: &Field<'_>) -> usize {
    match &field.node {
        Node::Text(Cow::Borrowed(text)) => text.as_ptr().addr() - file.text.as_ptr().addr() - 1,
        _ => offset_of(file.text, &field.steps),
    }
}

/// The string with which a text in JSON begins.
pub(crate) fn first_string(json: &str) -> Option<String> {
    String::deserialize(&mut serde_json::Deserializer::from_str(json)).ok()
}
