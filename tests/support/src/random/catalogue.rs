//! A small catalogue with files from elsewhere: it is refused with what to do, or it answers.
//!
//! The input is files between zero characters, each its path, a line break and its text; they are laid over the frozen
//! catalogue of the tests.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::sync::LazyLock;

use super::{ask, assert_clean, assert_in_order};
use crate::repository;
use guide::model::Kind;
use guide::shelf::{Catalogue, CatalogueError};

static OURS: LazyLock<BTreeMap<String, String>> = LazyLock::new(|| {
    let root = repository("tests/fixtures/catalogue");
    let mut files = BTreeMap::new();
    for entry in fs::read_dir(&root).expect("the frozen catalogue").map(|entry| entry.expect("an entry").path()) {
        let below = if entry.is_dir() {
            fs::read_dir(&entry).expect("a folder").map(|it| it.expect("a file").path()).collect()
        } else {
            vec![entry]
        };
        for file in below {
            let path =
                file.strip_prefix(&root).expect("a path below the root").to_str().expect("a path in UTF-8").to_owned();
            files.insert(path, fs::read_to_string(&file).expect("a file in UTF-8"));
        }
    }
    files
});

/// A copy on the disk, for the commands, which read a folder.
static FOLDER: LazyLock<PathBuf> = LazyLock::new(|| {
    let folder = std::env::temp_dir().join(format!("sciatica-fuzz-{}", std::process::id()));
    for (path, text) in OURS.iter() {
        let file = folder.join(path);
        fs::create_dir_all(file.parent().expect("a folder")).expect("a folder to write in");
        fs::write(file, text).expect("a file to write");
    }
    folder
});

const QUESTIONS: [&[&str]; 16] = [
    &["show", "GB30", "BL25", "BL40", "LV3", "--full", "--figure", "--width", "100"],
    &["show", "GB30", "arch-and-round", "thumb-press", "--format", "json"],
    &["show", "knee-rock", "ball-at-wall", "how-long", "pregnancy", "--full", "--sources", "--plain"],
    &["show", "GB30", "--with", "frail,narrow-canal", "--full", "--format", "markdown"],
    &["routine", "--minutes", "120", "--tools", "ball,roller,partner"],
    &["routine", "short-break", "--format", "json"],
    &["session", "--minutes", "30", "--plan"],
    &["handout", "GB30", "arch-and-round", "--routine", "short-break"],
    &["map", "--figure", "--width", "80"],
    &["search", "knee", "press", "the", "ball"],
    &["precautions", "--with", "blood-thinners,numb-skin", "--sources"],
    &["check", "--answers", "not-better,warfarin"],
    &["sources", "--disputes"],
    &["learn", "how-it-works", "--full"],
    &["points", "--width", "120"],
    &["red-flags", "--plain"],
];

/// Files that a folder could hold too.
fn is_plain(path: &str) -> bool {
    let (folder, name) = path.split_once('/').unwrap_or(("", path));
    let known = folder.is_empty() || OURS.keys().any(|ours| ours.starts_with(&format!("{folder}/")));
    known && !folder.contains("..") && !name.contains(['/', '\0']) && !name.starts_with('.') && !name.is_empty()
}

fn assert_answers(changed: &BTreeMap<&str, &str>, number: usize) {
    let written = changed.iter().all(|(path, text)| fs::write(FOLDER.join(path), text).is_ok());
    let named: Vec<&str> = changed.keys().filter_map(|path| path.split_once('/')?.1.strip_suffix(".json")).collect();
    let show = [&["show", "--"][..], &named].concat();
    let questions = if named.is_empty() { vec![QUESTIONS[number]] } else { vec![&show, QUESTIONS[number]] };
    let folder = FOLDER.to_str().expect("a path in UTF-8");
    let asked = |question: &[&str]| {
        let (command, rest) = question.split_first().expect("a command");
        let words = [&[*command, "--catalogue", folder], rest].concat();
        ask(words.into_iter().map(Into::into), false, None)
    };
    let answers: Vec<_> = questions.into_iter().map(asked).collect();
    for path in changed.keys() {
        match OURS.get(*path) {
            Some(text) => fs::write(FOLDER.join(path), text).expect("a file to write"),
            None => drop(fs::remove_file(FOLDER.join(path))),
        }
    }
    if written {
        answers.iter().for_each(assert_in_order);
    }
}

/// A small catalogue with files from elsewhere: it is refused with what to do, or it answers.
pub fn catalogue(text: &str) {
    let sections = text.split('\0').filter_map(|section| section.split_once('\n'));
    let changed: BTreeMap<&str, &str> = sections.filter(|(path, _)| is_plain(path)).collect();
    let mut files = OURS.clone();
    files.extend(changed.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())));
    match Catalogue::of_files("elsewhere", files) {
        Ok(catalogue) => {
            for kind in Kind::ALL.into_iter().filter(|kind| kind.tells_how_to()) {
                assert!(catalogue.index().screened().any(|facets| facets.kind == kind));
            }
            assert_answers(&changed, text.len() % QUESTIONS.len());
        }
        Err(CatalogueError::Invalid { problems, .. }) => {
            assert!(!problems.is_empty());
            for problem in problems {
                assert!(!problem.file.is_empty() && !problem.remedy.is_empty(), "{problem:?}");
                assert_clean(&problem.to_string());
            }
        }
        Err(other) => panic!("{other}"),
    }
}
