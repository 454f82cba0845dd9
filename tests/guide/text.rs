//! How the guide speaks: simply enough for somebody in pain, and without words that promise.

use std::collections::{BTreeMap, BTreeSet};

use clap::CommandFactory;
use sciatica::commands::Cli;
use serde_json::Value;

use crate::support::recipes::documents_with_recipes;
use crate::support::{ask, documents, each_text};

/// The grade of American schools that reads an entry with ease.
const HIGHEST_GRADE: f64 = 8.0;

/// Names that have no plainer one, counted as 2 syllables; each stands with what it is in plain words, or is what the
/// reader's own letter or box says.
const NAMES: [(&str, &str); 12] = [
    ("trochanter", "the standard's word for the bony knob of the outer hip, which stands beside it"),
    ("trochanteric", "on a letter from a clinic: the pad over that knob"),
    ("piriformis", "the muscle that readers have been told about, by name"),
    ("semitendinosus", "the tendon that is the landmark of two points"),
    ("gastrocnemius", "the calf muscle, which stands beside it"),
    ("metatarsals", "the long bones of the foot, which stand beside it"),
    ("osteoporosis", "the reader was told so by name"),
    ("clopidogrel", "printed on the reader's box"),
    ("apixaban", "printed on the reader's box"),
    ("defibrillator", "the reader was told so by name"),
    ("haemophilia", "the reader was told so by name"),
    ("physiotherapist", "the person to ask"),
];

/// Keys that hold no sentence for a reader of the page: ids, names, numbers, citations, quotations.
const NOT_LAY: [&str; 54] = [
    "lay", "lay_unless", "see", "sources", "basis", "code", "who_code", "aliases", "names", "meridian", "region",
    "area", "aspect", "positions", "position", "movements", "regions", "only_for", "flags", "precautions", "in_check",
    "form", "tool", "reach", "motion", "severity", "source", "landmark", "id", "select", "instead", "title", "short",
    "label", "urgency", "implies", "red_flag", "standard", "equipment", "level", "edition", "reviewed", "part",
    "entry", "place", "at_hand", "only_in", "holds", "page", "get_help_for", "stands_for", "calls_open", "theme",
    "cun",
];

/// Whether a text is one that a reader reads as a sentence: what is measured must be prose, and all prose is measured.
fn is_lay(path: &str, keys: &[&str]) -> bool {
    // A drawing in words; all else of a figure tells how to draw it, or is a name from the steps.
    if path.starts_with("figures/") {
        return keys == ["title"] || keys.last() == Some(&"alternative");
    }
    // Of a pose what is said below it; all else tells where joints are.
    if path.starts_with("poses/") {
        return keys.last() == Some(&"caption");
    }
    // A closed word in a dispute; prose in stretches, techniques and pages.
    let subject_of_a_dispute = keys == ["disputes", "about"];
    // A title, short as it is, would only lower the grade; in a check it is a question.
    let title = keys.last() == Some(&"heading") && path != "triage.json";
    // The label of a way, which is measured where the way stands.
    let label = keys.last() == Some(&"ways");
    !subject_of_a_dispute && !title && !label && !keys.iter().any(|key| NOT_LAY.contains(key)) && !quoted(path, keys)
}

/// Words that promise what no one can, or praise.
const NEVER: [&str; 28] = [
    "cure", "cures", "cured", "curing", "treat", "treats", "treated", "treating", "treatment", "treatments", "heal",
    "heals", "healed", "healing", "proven", "guarantee", "guarantees", "guaranteed", "safe", "safely", "safer",
    "safest", "safety", "toxin", "toxins", "detox", "miracle", "miraculous",
];

/// Exit code 3 says that the program stopped for it.
const IN_HELP: [&str; 1] = ["safety"];

fn syllables(word: &str) -> usize {
    let word: String = word.to_lowercase().chars().filter(char::is_ascii_lowercase).collect();
    if NAMES.iter().any(|(name, _)| *name == word) {
        return 2;
    }
    let vowels = |c: char| "aeiouy".contains(c);
    let groups = word.split(|c| !vowels(c)).filter(|group| !group.is_empty()).count();
    let silent = word.ends_with('e') && !word.ends_with("le") && !word.ends_with("ee") && groups > 1;
    (groups - usize::from(silent)).max(1)
}

fn words(text: &str) -> Vec<&str> {
    let inside = |c: char| c.is_ascii_alphanumeric() || c == '\'' || c == '-';
    text.split(|c| !inside(c)).filter(|word| word.chars().any(|c| c.is_ascii_alphanumeric())).collect()
}

/// The Flesch-Kincaid grade of sentences.
#[derive(Default)]
struct Reading {
    sentences: u32,
    words: u32,
    syllables: u32,
    hardest: (f64, String),
}

impl Reading {
    fn read(&mut self, text: &str) {
        let mut rest = text;
        while !rest.is_empty() {
            let end = rest.match_indices(['.', '!', '?', ':', ';']).map(|(at, _)| at + 1);
            let end = end.into_iter().find(|&at| rest[at..].starts_with(' ')).unwrap_or(rest.len());
            let (sentence, after) = rest.split_at(end);
            self.sentence(sentence);
            rest = after.trim_start();
        }
    }

    fn sentence(&mut self, sentence: &str) {
        let words = words(sentence);
        if words.is_empty() {
            return;
        }
        let syllables = u32::try_from(words.iter().map(|word| syllables(word)).sum::<usize>()).unwrap();
        let count = u32::try_from(words.len()).unwrap();
        let grade = grade(1, count, syllables);
        if grade > self.hardest.0 {
            self.hardest = (grade, sentence.to_owned());
        }
        self.sentences += 1;
        self.words += count;
        self.syllables += syllables;
    }

    fn grade(&self) -> f64 {
        grade(self.sentences, self.words, self.syllables)
    }
}

fn grade(sentences: u32, words: u32, syllables: u32) -> f64 {
    0.39 * f64::from(words) / f64::from(sentences) + 11.8 * f64::from(syllables) / f64::from(words) - 15.59
}

/// Whether a text is quoted, or asks the reader in words that they know.
fn quoted(path: &str, keys: &[&str]) -> bool {
    keys.contains(&"says") || keys.contains(&"question") || (path.starts_with("sources/") && keys == ["title"])
}

#[test]
fn the_grade_is_counted_as_its_formula_says() {
    let mut simple = Reading::default();
    simple.read("Lean in. Hold it there. Let go.");
    assert_eq!((simple.sentences, simple.words, simple.syllables), (3, 7, 7));
    let mut hard = Reading::default();
    hard.read("Physiological considerations necessitate individualised modification of recommended intensity.");
    assert!(simple.grade() < 2.0 && hard.grade() > 16.0);
    for (word, count) in [("knee", 1), ("table", 2), ("hold", 1), ("finger", 2), ("crease", 1), ("ankle", 2)] {
        assert_eq!(syllables(word), count, "{word}");
    }
}

/// Whether a file holds names and words to look for, and no sentences.
fn is_of_names(path: &str) -> bool {
    ["everyday-words.json", "homonyms.json", "meridians.json"].contains(&path)
}

#[test]
fn every_entry_reads_at_grade_eight_or_below() {
    let mut read: BTreeMap<String, usize> = BTreeMap::new();
    for (path, entry) in documents_with_recipes() {
        let folder = path.split_once('/').map_or("", |(folder, _)| folder);
        if folder == "sources" || is_of_names(&path) {
            continue;
        }
        let mut reading = Reading::default();
        each_text(&entry, &mut Vec::new(), &mut |keys, text| {
            if is_lay(&path, keys) {
                reading.read(text);
            }
        });
        assert!(reading.sentences > 0, "data/{path} says nothing");
        let (hardest, sentence) = &reading.hardest;
        assert!(
            reading.grade() <= HIGHEST_GRADE,
            "data/{path} reads at grade {:.1}; hardest, at {hardest:.1}: {sentence}",
            reading.grade()
        );
        *read.entry(folder.to_owned()).or_default() += 1;
    }
    let at_least =
        [("", 2), ("points", 14), ("precautions", 40), ("red-flags", 41), ("stretches", 20), ("techniques", 9)];
    for (folder, count) in at_least.into_iter().chain([("topics", 26), ("routines", 7), ("figures", 10), ("poses", 30)])
    {
        assert!(read.get(folder).is_some_and(|read| *read >= count), "{folder}: {read:?}");
    }
}

/// Every key of the data that ends in a text is known here, so that a new one is either measured or left out on purpose.
#[test]
fn prose_is_measured_and_nothing_else() {
    const MEASURED: [&str; 20] = [
        "about", "ask", "alternative", "caption", "title", "ask_what", "ask_whom", "explain", "heading", "limit",
        "name", "notice", "say", "shown", "stop_lines", "structure", "text", "why", "words", "question",
    ];
    let mut measured = BTreeSet::new();
    for (path, entry) in documents_with_recipes() {
        if path.starts_with("sources/") || is_of_names(&path) {
            continue;
        }
        each_text(&entry, &mut Vec::new(), &mut |keys, text| {
            let last = *keys.last().expect("a key");
            if is_lay(&path, keys) {
                assert!(MEASURED.contains(&last), "{path}: is {keys:?} prose? {text}");
                measured.insert(format!("{}/{last}", path.split('/').next().unwrap_or_default()));
            } else {
                let sentence = text.ends_with('.') && text.contains(' ');
                let known = quoted(&path, keys) || keys.contains(&"standard") || keys.contains(&"heading");
                assert!(!sentence || known, "{path}: {keys:?} is left out: {text}");
            }
        });
    }
    for key in [
        "stretches/text",
        "stretches/why",
        "stretches/shown",
        "techniques/text",
        "techniques/why",
        "techniques/shown",
        "topics/text",
        "topics/about",
        "topics/shown",
        "red-flags/text",
        "red-flags/say",
        "triage.json/heading",
        "triage.json/text",
        "precautions/text",
        "points/text",
        "catalogue.json/text",
        "routine.json/text",
        "routine.json/stop_lines",
        "routines/text",
        "routines/why",
        "figures/title",
        "figures/alternative",
    ] {
        assert!(measured.contains(key), "{key} is not measured: {measured:?}");
    }
}

/// A question may name an illness, and is no harder to read for that.
#[test]
fn every_question_about_a_sign_reads_at_grade_ten_or_below() {
    // It lists illnesses and drugs by name in one sentence.
    const HARDER: &str = "weak-defences.json";
    for (path, entry) in documents("data/red-flags").into_iter().filter(|(path, _)| path != HARDER) {
        let question = entry["question"].as_str().expect("a question");
        let mut reading = Reading::default();
        reading.read(question);
        assert!(reading.grade() <= 10.0, "data/red-flags/{path} asks at grade {:.1}: {question}", reading.grade());
        assert!(question.contains('?') && words(question).len() <= 60, "data/red-flags/{path}: {question}");
        let short = entry["short"].as_str().expect("a short name");
        assert!(short.chars().count() <= 60, "data/red-flags/{path}: {short}");
    }
}

const SPOKEN_WORDS_A_MINUTE: usize = 150;

/// A voice that reads a step is done before the reader has lost it.
#[test]
fn every_step_can_be_spoken_in_ten_seconds_and_every_way_while_it_is_done() {
    const SECONDS_TO_BEGIN: u64 = 20;
    let mut steps_read = 0;
    for folder in ["points", "stretches", "techniques"] {
        for (path, entry) in documents(&format!("data/{folder}")) {
            for way in entry["ways"].as_array().expect("ways") {
                let steps = way["steps"].as_array().expect("steps");
                let steps: Vec<&str> = steps.iter().map(|step| step["text"].as_str().expect("a text")).collect();
                let mut spoken = 0;
                for step in &steps {
                    let count = words(step).len();
                    assert!(count * 60 <= 10 * SPOKEN_WORDS_A_MINUTE, "data/{folder}/{path}: {count} words: {step}");
                    spoken += count;
                }
                steps_read += steps.len();
                if folder == "points" {
                    continue;
                }
                let least = |value: &Value, key: &str| value[key]["min"].as_u64().expect("a number");
                let dosage = &way["dosage"];
                let once = if dosage.is_object() {
                    least(dosage, "hold_seconds") * least(dosage, "repetitions") * least(dosage, "sets")
                } else {
                    least(way, "hold_seconds") * least(way, "rounds")
                };
                let done = if way["each_side"] == true { 2 * once } else { once };
                let spoken = u64::try_from(spoken * 60 / SPOKEN_WORDS_A_MINUTE).expect("seconds");
                assert!(
                    spoken <= done + SECONDS_TO_BEGIN,
                    "data/{folder}/{path}, {}: {spoken} s to say and {done} s to do",
                    way["label"]
                );
            }
        }
    }
    assert!(steps_read > 250, "{steps_read}");
}

#[test]
fn every_name_on_the_list_is_used() {
    let data: String =
        documents_with_recipes().into_iter().map(|(_, value)| value.to_string().to_lowercase()).collect();
    for (name, reason) in NAMES {
        assert!(data.contains(name) && !reason.is_empty(), "{name} is on the list for nothing");
    }
}

pub(crate) fn promise(text: &str) -> Option<String> {
    let mut words = text.split(|c: char| !c.is_alphabetic()).map(str::to_lowercase);
    words.find(|word| NEVER.contains(&word.as_str()))
}

#[test]
fn no_text_promises() {
    for (path, entry) in documents_with_recipes().into_iter().chain(documents("data/schema")) {
        each_text(&entry, &mut Vec::new(), &mut |keys, text| {
            let identifies = ["sources", "source", "id", "address", "aliases", "lay", "lay_unless", "names"]
                .iter()
                .any(|key| keys.contains(key));
            if !quoted(&path, keys) && !identifies && path != "everyday-words.json" {
                assert_eq!(promise(text), None, "data/{path}, {keys:?}: {text}");
            }
        });
    }
}

/// Every subcommand by its own words.
fn subcommands() -> Vec<String> {
    let names: Vec<String> = Cli::command().get_subcommands().map(|it| it.get_name().to_owned()).collect();
    assert!(names.len() >= 12, "{names:?}");
    names
}

#[test]
fn no_help_promises() {
    let mut questions = vec![vec!["-h".to_owned()], vec!["--help".to_owned()]];
    for name in subcommands() {
        questions.extend(["-h", "--help"].map(|help| vec![name.clone(), help.to_owned()]));
    }
    for action in ["check", "export", "schema"] {
        questions.push(["catalogue", action, "--help"].map(str::to_owned).to_vec());
    }
    for question in questions {
        let answer = ask(&question);
        assert_eq!((answer.exit as i32, answer.err.as_str()), (0, ""), "{question:?}");
        for line in answer.out.lines() {
            let found = promise(line).filter(|word| !IN_HELP.contains(&word.as_str()));
            assert_eq!(found, None, "{question:?}: {line}");
        }
    }
}

#[test]
fn what_the_program_says_of_its_own_promises_nothing() {
    let questions: [&[&str]; 24] = [
        &["map", "--figure"],
        &["map", "--pregnant"],
        &["routine", "--minutes", "30"],
        &["routine", "evening", "--with", "pregnancy,warfarin"],
        &["routine", "--region", "foot", "--place", "standing"],
        &["routine", "siesta"],
        &["session", "flare-up", "--plan"],
        &["routine", "desk", "--place", "moon"],
        &["stretches", "--with", "pregnancy"],
        &["techniques", "--with", "warfarin"],
        &["red-flags"],
        &["check", "--answers", "none"],
        &["check", "--answers", "not-better,frail"],
        &["check"],
        &["show", "cat-cow", "thumb"],
        &["show", "swan", "--pregnant"],
        &["search", "xylophone"],
        &["sources", "--summary"],
        &["points", "--with", "none"],
        &["show", "GB30"],
        &["show", "GB30", "--pregnant"],
        &["show", "GB300"],
        &["points", "--with", "gluten"],
        &["precautions", "--with", "pregnancy"],
    ];
    for question in questions {
        let answer = ask(question);
        let text = format!("{}{}", answer.out, answer.err);
        assert_eq!(promise(&text), None, "{question:?}:\n{text}");
    }
}

#[test]
fn steps_and_numbers_are_written_as_the_guide_writes_them() {
    let folders = ["points", "stretches", "techniques"];
    let entries = folders.map(|folder| documents(&format!("data/{folder}")).into_iter().map(move |it| (folder, it)));
    for (folder, (path, entry)) in entries.into_iter().flatten() {
        each_text(&entry, &mut Vec::new(), &mut |keys, text| {
            if keys.contains(&"says") || keys.contains(&"names") || keys.contains(&"aliases") {
                return;
            }
            let other = text.chars().find(|c| !c.is_ascii());
            assert!(other.is_none() || !keys.contains(&"ways"), "data/{folder}/{path}, {keys:?}: {other:?} in {text}");
        });
        let ways = entry["ways"].as_array().into_iter().flatten();
        for step in ways.filter_map(|way| way["steps"].as_array()).flatten() {
            let text = step["text"].as_str().unwrap_or_default();
            assert!(text.len() <= 152, "data/{folder}/{path}: more than two lines: {text}");
        }
    }
}

/// The pages that most readers see first.
const FIRST_PAGES: [&[&str]; 10] = [
    &["now"],
    &["points", "--region", "leg"],
    &["show", "GB30"],
    &["precautions", "--pregnant"],
    &["precautions", "--with", "apixaban,osteoporosis"],
    &["stretches", "--with", "spinal-stenosis"],
    &["red-flags"],
    &["search", "sitting"],
    &["learn"],
    &["help"],
];

#[test]
fn the_first_pages_read_at_grade_six_or_below() {
    for page in FIRST_PAGES {
        let answer = ask(&[page, &["--plain"]].concat());
        let mut reading = Reading::default();
        // Lists of names are no sentences.
        let values = answer.out.lines().map(|line| line.split_once(": ").map_or(line, |(_, value)| value));
        values.filter(|value| value.ends_with(['.', '?', '!'])).for_each(|value| reading.read(value));
        assert!(reading.grade() <= 6.0, "{page:?}: grade {:.1}, hardest: {:?}", reading.grade(), reading.hardest);
    }
}
