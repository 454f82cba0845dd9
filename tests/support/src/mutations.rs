//! Copies of our catalogue with one thing changed: each is refused with a place and a remedy, or answers like ours.

use std::any::Any;
use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use guide::check::Problem;
use guide::model::Kind;
use guide::shelf::check_directory;
use guide::text::acts_on_a_terminal;
use sciatica::error::Exit;
use serde_json::{Value, json};

use crate::dice::Dice;
use crate::{Scratch, ask, files_below, ids_in, repository};

/// Files that are changed at a time: a catalogue takes some time to load, and what is wrong is told file by file.
const TOGETHER: usize = 50;

/// The files of our catalogue by folder, so that the many sources do not outweigh the rest.
fn files() -> Vec<Vec<(String, Vec<u8>)>> {
    let root = repository("data");
    let mut folders: BTreeMap<String, Vec<(String, Vec<u8>)>> = BTreeMap::new();
    let is_json = |path: &String| Path::new(path).extension().is_some_and(|it| it == "json");
    for path in files_below(&root).into_iter().filter(is_json) {
        let folder = path.split_once('/').map_or("", |(folder, _)| folder).to_owned();
        let content = std::fs::read(root.join(&path)).unwrap();
        folders.entry(folder).or_default().push((path, content));
    }
    folders.into_values().collect()
}

/// The pointers to every value of a document but the whole.
fn pointers(value: &Value, to_here: &str, found: &mut Vec<String>) {
    let mut each = |key: &str, value: &Value| {
        let pointer = format!("{to_here}/{}", key.replace('~', "~0").replace('/', "~1"));
        pointers(value, &pointer, found);
        found.push(pointer);
    };
    match value {
        Value::Array(items) => items.iter().enumerate().for_each(|(place, item)| each(&place.to_string(), item)),
        Value::Object(fields) => fields.iter().for_each(|(key, field)| each(key, field)),
        _ => {}
    }
}

fn drop_field(document: &mut Value, pointer: &str) {
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    match document.pointer_mut(parent).unwrap() {
        Value::Array(items) => drop(items.remove(key.parse().unwrap())),
        Value::Object(fields) => drop(fields.remove(key)),
        other => panic!("{pointer} leads into {other}"),
    }
}

/// A value of another type, or an extreme one of the same.
fn another(dice: &mut Dice, value: &Value) -> Value {
    let all = [
        json!(null),
        json!(true),
        json!(0),
        json!(-1),
        json!(1),
        json!(65_535),
        json!(u64::MAX),
        json!(0.5),
        json!(1e300),
        json!(""),
        json!(" "),
        json!("x"),
        json!("\u{1b}[2J"),
        json!("\u{202e}"),
        json!([]),
        json!([[]]),
        json!({}),
        json!({"text": "x"}),
    ];
    let others: Vec<&Value> = all.iter().filter(|other| *other != value).collect();
    (*dice.one_of(&others)).clone()
}

/// Changes one thing, and says what.
fn mutate(dice: &mut Dice, content: &[u8]) -> (Vec<u8>, String) {
    let mut document: Value = serde_json::from_slice(content).unwrap();
    let mut found = Vec::new();
    pointers(&document, "", &mut found);
    let pointer = dice.one_of(&found).clone();
    let what = match dice.below(3) {
        0 => {
            drop_field(&mut document, &pointer);
            format!("{pointer} dropped")
        }
        1 => {
            let value = document.pointer_mut(&pointer).unwrap();
            *value = another(dice, value);
            format!("{pointer} is {value} now")
        }
        _ => {
            let mut flipped = content.to_vec();
            let (place, bit) = (dice.below(flipped.len()), dice.below(8));
            flipped[place] ^= 1 << bit;
            return (flipped, format!("bit {bit} of byte {place} flipped"));
        }
    };
    (serde_json::to_vec_pretty(&document).unwrap(), what)
}

/// Every problem has a file, a place in it, and what to do.
fn assert_told(problems: &[Problem]) {
    assert!(!problems.is_empty());
    for problem in problems {
        let place = problem.place.unwrap_or_else(|| panic!("no place: {problem}"));
        assert!(place.line > 0 && place.column > 0, "{problem}");
        assert!(!problem.file.is_empty() && !problem.message.is_empty() && !problem.remedy.is_empty(), "{problem:?}");
    }
}

/// Questions of which each copy that loads is asked one, besides those about the entries that were changed.
const QUESTIONS: [&[&str]; 14] = [
    &["points"],
    &["precautions", "--with", "blood-thinners,numb-skin"],
    &["routine", "--minutes", "30", "--tools", "ball,roller", "--width", "80"],
    &["map", "--figure", "--width", "100"],
    &["routine", "evening", "--format", "json"],
    &["session", "desk", "--plan"],
    &["check", "--answers", "none"],
    &["sources", "--summary", "--plain"],
    &["search", "ball", "knee", "--width", "60"],
    &["sources", "--disputes", "--format", "markdown"],
    &["red-flags", "--width", "120"],
    &["stretches", "--with", "spinal-stenosis", "--plain"],
    &["learn"],
    &["now", "--width", "40"],
];

/// Forms in which the entries that were changed are shown.
const FORMS: [&[&str]; 4] = [
    &["--full", "--figure", "--width", "80"],
    &["--format", "json"],
    &["--full", "--sources", "--plain"],
    &["--full", "--format", "markdown"],
];

fn assert_all_answer(changed: &[Mutated], directory: &str, dice: &mut Dice) {
    let entry = |file: &Mutated| {
        let (folder, name) = file.path.split_once('/')?;
        let kind = Kind::ALL.into_iter().find(|kind| kind.folder() == Some(folder))?;
        // A file of sources is a list; it was in order, so its entries have ids.
        let listed = || ids_in(&serde_json::from_slice(&file.content).ok()?).into_iter().next();
        let named = || Some(name.strip_suffix(".json").unwrap_or(name).to_owned());
        Some((kind, if kind == Kind::Source { listed()? } else { named()? }))
    };
    let entries: Vec<(Kind, String)> = changed.iter().filter_map(entry).collect();
    let form = FORMS[dice.below(FORMS.len())];
    // Beside a page or what tells how to do something, a precaution or a sign would not be there to be shown.
    let declares = |kind: Kind| matches!(kind, Kind::Precaution | Kind::RedFlag);
    for declared in [true, false] {
        let ids = entries.iter().filter(|(kind, _)| declares(*kind) == declared).map(|(_, id)| id.as_str());
        let show: Vec<&str> = ["show"].into_iter().chain(ids).collect();
        if show.len() > 1 {
            // Each is found by its id.
            let exit = assert_answers(&[&show, form].concat(), directory);
            assert_eq!(exit, Exit::Answered, "{show:?}");
        }
    }
    assert_answers(QUESTIONS[dice.below(QUESTIONS.len())], directory);
}

fn assert_answers(question: &[&str], directory: &str) -> Exit {
    let answer = ask(&[question, &["--catalogue", directory]].concat());
    assert!(!answer.err.contains("damaged") && !answer.err.contains("panicked"), "{question:?}: {}", answer.err);
    assert!(!answer.err.contains("has 1 problem"), "{question:?}: {}", answer.err);
    assert!(!answer.out.is_empty() || !answer.err.is_empty(), "{question:?}");
    let acts = |c: char| c != '\n' && c != '\t' && acts_on_a_terminal(c);
    assert!(!answer.out.contains(acts) && !answer.err.contains(acts), "{question:?}: {answer:?}");
    answer.exit
}

/// A file with one thing changed.
struct Mutated {
    path: String,
    content: Vec<u8>,
    what: String,
}

/// Our files, copies of them with some changed, and what became of each.
struct Trial {
    ours: BTreeMap<String, Vec<u8>>,
    scratch: Scratch,
    refused: usize,
    answered: usize,
}

impl Trial {
    /// Tries changed files together, and leaves out those that are refused, until what is left answers. Where no changed
    /// file is the one with the problem, it tries the halves.
    fn settle(&mut self, mut changed: Vec<Mutated>, dice: &mut Dice) {
        while !changed.is_empty() {
            let problems = self.with(&changed, |directory, _| check_directory(Path::new(directory)).unwrap());
            if problems.is_empty() {
                self.with(&changed, |directory, changed| assert_all_answer(changed, directory, dice));
                self.answered += changed.len();
                return;
            }
            assert_told(&problems);
            let before = changed.len();
            changed.retain(|file| !problems.iter().any(|problem| problem.file == file.path));
            self.refused += before - changed.len();
            if changed.len() == before {
                let Some(half) = changed.len().checked_div(2).filter(|half| *half > 0) else {
                    self.refused += 1;
                    return;
                };
                let others = changed.split_off(half);
                self.settle(others, dice);
            }
        }
    }

    /// Does something with the changed files in place.
    fn with<T>(&self, changed: &[Mutated], act: impl FnOnce(&str, &[Mutated]) -> T) -> T {
        for file in changed {
            self.scratch.write(&file.path, &file.content);
        }
        let done = catch_unwind(AssertUnwindSafe(|| act(self.scratch.argument(), changed)));
        for file in changed {
            self.scratch.write(&file.path, &self.ours[&file.path]);
        }
        done.unwrap_or_else(|panic| {
            let what: Vec<String> = changed.iter().map(|file| format!("{}: {}", file.path, file.what)).collect();
            panic!("with\n  {}\n{}", what.join("\n  "), message(panic.as_ref()))
        })
    }
}

fn message(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<String>().cloned();
    text.or_else(|| panic.downcast_ref::<&str>().map(|text| (*text).to_owned())).unwrap_or_default()
}

/// So many files with one thing changed are refused with a place, or answer.
pub fn assert_refused_with_a_place_or_answered(copies: usize) {
    let folders = files();
    let ours: BTreeMap<String, Vec<u8>> = folders.iter().flatten().cloned().collect();
    let mut trial = Trial { ours, scratch: Scratch::copy_of("data"), refused: 0, answered: 0 };
    let mut dice = Dice(1);
    let mut left = copies;
    while left > 0 {
        let mut changed: BTreeMap<String, Mutated> = BTreeMap::new();
        while changed.len() < TOGETHER.min(left) {
            let folder = dice.one_of(&folders);
            let (path, content) = dice.one_of(folder);
            let (content, what) = mutate(&mut dice, content);
            changed.insert(path.clone(), Mutated { path: path.clone(), content, what });
        }
        left -= changed.len();
        trial.settle(changed.into_values().collect(), &mut dice);
    }
    let Trial { refused, answered, .. } = trial;
    assert_eq!(refused + answered, copies);
    assert!(refused > copies / 3 && answered > copies / 10, "{refused} refused, {answered} answered");
}
