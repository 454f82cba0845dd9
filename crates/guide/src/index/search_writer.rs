//! Writes the index of a search, from the files of a catalogue as they were parsed.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::everyday::Speech;
use super::phrases::phrase;
use super::ranking::inverse_lengths;
use super::search_rows::{EntryRow, Phrase, PhraseTerm, PhrasesRow, TermPlace, TermRow, TextAt, TextField, TextRow};
use super::table::{lay_out, write_table};
use crate::check::{CheckedFile, Field, Inspection, Listed, Node, PathStep, offset_of};
use crate::model::{Dispute, Kind, Named, marked, unmarked};
use crate::screening::TextClass;
use crate::text::{Term, fold, inserted, run, stems, terms};

/// The keys whose string is a text to read.
const TEXTS: [&str; 9] = ["text", "question", "say", "heading", "about", "label", "ask_what", "limit", "ask"];

/// Writes the index of a search; `added` tells which files were added to a catalogue and bear a mark.
///
/// # Errors
/// A row that cannot be written.
pub(crate) fn write_search(files: &Inspection<'_>, added: impl Fn(&str) -> bool) -> postcard::Result<Vec<u8>> {
    let who = |id: &str| {
        let mut sources = files.sources.iter().flat_map(|file| file.content.all());
        sources.find(|source| source.id == id).map_or_else(|| id.to_owned(), |source| source.short.clone())
    };
    let speech = files.everyday_words.as_ref().map(|file| Speech::of(&file.content)).unwrap_or_default();
    let mut writer = SearchWriter {
        added: &added,
        who: &who,
        speech,
        entries: Vec::new(),
        terms: HashMap::new(),
        voices: Vec::new(),
    };
    let kinds = || Kind::ALL.into_iter().filter(|kind| *kind != Kind::Source);
    let held = kinds().filter(|kind| *kind != Kind::NotCovered).flat_map(|kind| files.entries(kind));
    let held: BTreeSet<String> = held.flat_map(|it| names_of(it.entry)).collect();
    for kind in kinds() {
        // What was added is held.
        let is_held = |entry| kind == Kind::NotCovered && names_of(entry).iter().any(|name| held.contains(name));
        files.entries(kind).filter(|it| !is_held(it.entry)).for_each(|listed| writer.entry(kind, listed));
    }
    writer.write()
}

fn names_of(entry: &dyn Named) -> Vec<String> {
    entry.names().iter().map(|found| fold(unmarked(found.name))).collect()
}

/// Whether the text at some steps bears a mark where its entry was added.
fn bears_mark(steps: &[PathStep<'_>]) -> bool {
    match steps {
        [PathStep::Key(key)] => matches!(key.as_ref(), "title" | "short" | "question" | "about"),
        [PathStep::Key(aliases), PathStep::Item(_)] => aliases == "aliases",
        [PathStep::Key(names), PathStep::Key(key)] => names == "names" && key == "pinyin",
        [PathStep::Key(names), PathStep::Key(key), _] => names == "names" && (key == "english" || key == "hanzi"),
        _ => false,
    }
}

/// Whether a text is among what its entry says first: what it is about, where a point lies, what a sign asks.
fn is_first(steps: &[PathStep<'_>]) -> bool {
    match steps {
        [PathStep::Key(key), ..] if matches!(key.as_ref(), "about" | "question" | "eases" | "answer") => true,
        [PathStep::Key(location), PathStep::Key(key), ..] => location == "location" && key == "standard",
        [PathStep::Key(sections), PathStep::Item(0), ..] => sections == "sections",
        _ => false,
    }
}

/// An entry, and all that is searched of it.
struct Searched<'i> {
    kind: Kind,
    id: &'i str,
    /// How many terms stand in each field.
    lengths: [usize; TextField::ALL.len()],
    texts: Vec<TextRow<'static>>,
    phrases: Vec<Vec<Term>>,
    /// Those that tell of something else.
    unless: Vec<Vec<Term>>,
}

/// A name of fewer words may stand in a question by chance.
const TELLING_NAME: usize = 3;

struct SearchWriter<'f, 'i> {
    added: &'f dyn Fn(&str) -> bool,
    /// How a citation of a source reads.
    who: &'f dyn Fn(&str) -> String,
    speech: Speech,
    entries: Vec<Searched<'i>>,
    /// Where each term stands.
    terms: HashMap<String, Vec<TermPlace>>,
    /// Who says otherwise.
    voices: Vec<String>,
}

impl<'i> SearchWriter<'_, 'i> {
    fn entry(&mut self, kind: Kind, listed: Listed<'i, '_>) {
        let Listed { file, entry, number } = listed;
        let is_added = (self.added)(file.path);
        let phrases = if kind.can_be_declared() { self.phrases_of(entry) } else { Vec::new() };
        let lengths = Default::default();
        let unless: Vec<Vec<Term>> = entry.lay_unless().iter().map(|said| terms(said, &self.speech)).collect();
        // They need not stand anywhere.
        for term in unless.iter().flatten() {
            self.terms.entry(term.stem.clone()).or_default();
        }
        self.entries.push(Searched { kind, id: entry.id(), lengths, texts: Vec::new(), phrases, unless });
        let texts = listed.texts();
        let texts: Vec<(&Field<'_>, &[PathStep<'_>], &str)> = texts
            .map(|(field, text)| (field, field.steps.get(usize::from(number.is_some())..).unwrap_or_default(), text))
            .collect();
        let names: BTreeSet<&str> = entry.names().into_iter().map(|found| found.name).collect();
        for name in names {
            self.count(TextField::Names, name);
        }
        self.quote(TextField::Names, TextClass::Open, TextAt::Names);
        for said in entry.lay() {
            self.count(TextField::Lay, said);
        }
        for (field, steps, text) in &texts {
            let is_title = matches!(steps, [PathStep::Key(key)] if key == "title" || key == "short");
            let is_text = field.key().is_some_and(|key| TEXTS.contains(&key)) && !is_in_dispute(steps);
            if !is_title && !is_text {
                continue;
            }
            let place = match steps {
                _ if is_title => TextField::Title,
                _ if is_first(steps) => TextField::First,
                _ => TextField::Body,
            };
            let class = if field.is_sealed { TextClass::HowTo } else { TextClass::Open };
            self.count(place, text);
            let bears_mark = is_added && bears_mark(steps);
            let says =
                if bears_mark { TextAt::Said(marked(text).into()) } else { TextAt::InFile(begin_of(file, field)) };
            self.quote(place, class, says);
        }
        for (number, dispute) in entry.disputes().iter().enumerate() {
            self.dispute(file, number, dispute);
        }
    }

    /// The terms of each everyday phrase, and of each name that does not stand in a question by chance. Where of several words
    /// only one tells something, a phrase is not what it was said for: "it came back" is not "back".
    fn phrases_of(&self, entry: &dyn Named) -> Vec<Vec<Term>> {
        let tells_enough = |said: &&String| stems(said).count() == 1 || run(said, &self.speech).contains(' ');
        let said = entry.lay().iter().filter(tells_enough).map(|said| terms(said, &self.speech));
        let names = entry.names();
        let telling = names.iter().filter(|found| run(found.name, &self.speech).split(' ').count() >= TELLING_NAME);
        let names = telling.map(|found| terms(found.name, &self.speech));
        said.chain(names).filter(|terms| !terms.is_empty()).collect()
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
            self.count(TextField::Dispute, &disputed(&who, &said.text, dispute.shown.open()));
            let known = self.voices.iter().position(|voice| *voice == who);
            let who = known.unwrap_or_else(|| {
                self.voices.push(who);
                self.voices.len() - 1
            });
            self.quote(TextField::Dispute, class, TextAt::Disputed { who, says, shown });
        }
    }

    fn quote(&mut self, field: TextField, class: TextClass, says: TextAt<'static>) {
        if let Some(entry) = self.entries.last_mut() {
            entry.texts.push((field, class, says));
        }
    }

    /// Counts the terms of a text, and the words of those that several mean together.
    fn count(&mut self, field: TextField, text: &str) {
        let number = self.entries.len() - 1;
        let terms = terms(text, &self.speech);
        if let Some(length) = self.entries.last_mut().and_then(|entry| entry.lengths.get_mut(field as usize)) {
            *length += terms.len();
        }
        let held = terms.into_iter().flat_map(|term| term.parts.into_iter().chain([term.stem]));
        let held: BTreeSet<String> = held.collect();
        for term in held {
            let places = self.terms.entry(term).or_default();
            match places.iter_mut().rfind(|it| it.entry == number && it.field == field as usize) {
                // That many names hold a term says no more than that one does.
                Some(_) if matches!(field, TextField::Names | TextField::Lay) => {}
                Some(place) => place.texts = place.texts.saturating_add(1),
                None => places.push(TermPlace { entry: number, field: field as usize, texts: 1 }),
            }
        }
    }

    fn write(mut self) -> postcard::Result<Vec<u8>> {
        let mut held: BTreeMap<String, Vec<TermPlace>> = inserted(std::mem::take(&mut self.terms));
        for places in held.values_mut() {
            places.sort_unstable();
        }
        let terms: Vec<&str> = held.keys().map(String::as_str).collect();
        let number = |term: &str| terms.binary_search(&term).ok();
        // By their first term, in the order of the terms.
        let mut phrases: BTreeMap<usize, Vec<(usize, bool, Vec<PhraseTerm>)>> = BTreeMap::new();
        for (entry, it) in self.entries.iter().enumerate() {
            for (is_unless, said) in [(false, &it.phrases), (true, &it.unless)] {
                for phrase in said.iter().filter_map(|terms| phrase(terms, number)) {
                    let first = phrase.first().map_or(0, |first| first / 2);
                    let with_first = phrases.entry(first).or_default();
                    let said = (entry, is_unless, phrase);
                    if !with_first.contains(&said) {
                        with_first.push(said);
                    }
                }
            }
        }
        let phrases = phrases.iter().filter_map(|(number, phrases)| {
            let phrases = phrases.iter().filter_map(|(entry, is_unless, phrase)| {
                let (first, others) = phrase.split_first()?;
                Some(Phrase { entry: *entry, is_unless: *is_unless, is_denied: first % 2 == 1, others })
            });
            Some(PhrasesRow::new(terms.get(*number)?, &phrases.collect::<Vec<_>>()))
        });
        let lengths: Vec<_> = self.entries.iter().map(|it| it.lengths).collect();
        let entries = self.entries.iter().zip(inverse_lengths(&lengths));
        let entries =
            entries.map(|(Searched { kind, id, .. }, inverse_lengths)| EntryRow { kind: *kind, id, inverse_lengths });
        // In the order of `SearchTable`.
        Ok(lay_out(&[
            write_table(held.iter().map(|(term, places)| TermRow::new(term, places)))?,
            write_table(entries)?,
            write_table(self.entries.iter().map(|it| &it.texts))?,
            write_table(&self.voices)?,
            write_table(phrases)?,
            write_table(self.speech.said())?,
            write_table(self.speech.meanings())?,
            write_table(self.speech.left_out())?,
        ]))
    }
}

/// The byte of a file at which a string begins, its quote included.
fn begin_of(file: &CheckedFile<'_>, field: &Field<'_>) -> usize {
    match &field.node {
        Node::Text(Cow::Borrowed(text)) => text.as_ptr().addr() - file.text.as_ptr().addr() - 1,
        _ => offset_of(file.text, &field.steps),
    }
}

/// How a dispute reads in one sentence.
pub(crate) fn disputed(who: &str, says: &str, shown: &str) -> String {
    format!("{who} says: {says} This guide: {shown}")
}

fn is_in_dispute(steps: &[PathStep<'_>]) -> bool {
    matches!(steps.first(), Some(PathStep::Key(key)) if key == "disputes")
}
