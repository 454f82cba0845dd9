//! What everyday words mean: as the file tells it, and as the index carries it.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

use super::table::Table;
use crate::model::{EverydayWords, SameWords};
use crate::text::{EverydaySpeech, MOST_WORDS_OF_A_TERM, Weight, fold, inserted, run, stem, stems};

/// Stands before what is looked for once little words are left out.
const AFTERWARDS: &str = " ";

/// Of a file.
#[derive(Debug, Default)]
pub(super) struct Speech {
    terms: BTreeMap<String, String>,
    /// How many stems the longest run has that begins with one.
    longest: HashMap<String, usize>,
    /// The words that tell less than something.
    left_out: BTreeMap<String, Weight>,
}

/// A run of stems, and the number of the term for which it stands.
pub(super) type SaidRow<'c> = (&'c str, usize);

impl Speech {
    pub(super) fn of(file: &EverydayWords) -> Self {
        let lists =
            [(Weight::Nothing, &file.left_out), (Weight::Denying, &file.denying), (Weight::Asking, &file.asking)];
        let left_out = lists.into_iter().flat_map(|(weight, words)| words.iter().map(move |word| (fold(word), weight)));
        let left_out = inserted(left_out);
        let mut speech = Self { terms: BTreeMap::new(), longest: HashMap::new(), left_out };
        for SameWords { means, said } in &file.same_in_full {
            let runs = said.iter().map(|said| stems(said).collect::<Vec<_>>().join(" "));
            speech.terms.extend(runs.map(|run| (run, stem(&fold(means)))));
        }
        speech.measure();
        let mut same = Vec::new();
        for SameWords { means, said } in &file.same {
            let runs = said.iter().map(|said| run(said, &speech));
            same.extend(runs.map(|run| (run, stem(&fold(means)))));
        }
        speech.terms.extend(same.into_iter().map(|(run, term)| (format!("{AFTERWARDS}{run}"), term)));
        speech.measure();
        speech
    }

    fn measure(&mut self) {
        for said in self.terms.keys() {
            let run = said.strip_prefix(AFTERWARDS).unwrap_or(said);
            let begin = said.len() - run.len() + run.find(' ').unwrap_or(run.len());
            let longest = self.longest.entry(said.get(..begin).unwrap_or_default().to_owned()).or_default();
            *longest = run.split(' ').count().max(*longest);
        }
    }

    /// The terms that runs of stems stand for, each once.
    pub(super) fn meanings(&self) -> Vec<&str> {
        let mut meanings: Vec<&str> = self.terms.values().map(String::as_str).collect();
        meanings.sort_unstable();
        meanings.dedup();
        meanings
    }

    /// The runs that stand for another term than themselves.
    pub(super) fn said(&self) -> Vec<SaidRow<'_>> {
        let meanings = self.meanings();
        let differs = self.terms.iter().filter(|(said, term)| said.trim_start() != *term);
        differs.filter_map(|(said, term)| Some((said.as_str(), meanings.binary_search(&term.as_str()).ok()?))).collect()
    }

    pub(super) fn left_out(&self) -> &BTreeMap<String, Weight> {
        &self.left_out
    }
}

fn key(stems: &str, is_whole: bool) -> String {
    if is_whole { stems.to_owned() } else { format!("{AFTERWARDS}{stems}") }
}

/// A letter alone tells nothing; a character that is a word does.
fn of_a_word(word: &str) -> Weight {
    if word.len() == 1 { Weight::Nothing } else { Weight::Telling }
}

impl EverydaySpeech for Speech {
    fn term_of(&self, stems: &str, is_whole: bool) -> Option<Cow<'_, str>> {
        self.terms.get(&key(stems, is_whole)).map(|term| term.as_str().into())
    }

    fn longest_from(&self, stem: &str, is_whole: bool) -> usize {
        self.longest.get(&key(stem, is_whole)).copied().unwrap_or_default()
    }

    fn weight_of(&self, word: &str) -> Weight {
        self.left_out.get(word).copied().unwrap_or_else(|| of_a_word(word))
    }
}

/// Of an index.
pub(super) struct Carried<'t> {
    pub(super) said: Table<'t>,
    pub(super) meanings: Table<'t>,
    pub(super) left_out: Table<'t>,
}

impl EverydaySpeech for Carried<'_> {
    fn term_of(&self, stems: &str, is_whole: bool) -> Option<Cow<'_, str>> {
        let (_, meaning): SaidRow<'_> = self.said.get(&key(stems, is_whole))?;
        self.meanings.row(meaning).map(Cow::Borrowed)
    }

    fn longest_from(&self, stem: &str, is_whole: bool) -> usize {
        if self.said.has_first_word(&key(stem, is_whole)) { MOST_WORDS_OF_A_TERM } else { 0 }
    }

    fn weight_of(&self, word: &str) -> Weight {
        self.left_out.get(word).map_or_else(|| of_a_word(word), |(_, weight): (&str, Weight)| weight)
    }
}
