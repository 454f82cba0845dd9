//! The words and forms in which the catalogue is written, as `data/README.md` tells them.

use std::fs;

use serde_json::Value;

use crate::support::recipes::documents_with_recipes;
use crate::support::{each_text, repository};

/// A row of the list of words: those that are not used, and the phrases in which they may stand.
struct Unused {
    words: Vec<String>,
    but_in: Vec<String>,
}

fn list_of_words() -> Vec<Unused> {
    let readme = fs::read_to_string(repository("data/README.md")).unwrap();
    let (_, table) = readme.split_once("| say | not | but in |\n").expect("the list of words");
    let parts = |cell: &str| -> Vec<String> {
        cell.split(',').map(|part| part.trim().to_lowercase()).filter(|part| !part.is_empty()).collect()
    };
    let rows = table.lines().skip(1).take_while(|line| line.starts_with('|'));
    let rows: Vec<Unused> = rows
        .map(|line| {
            let cells: Vec<&str> = line.trim_matches('|').split('|').collect();
            Unused { words: parts(cells[1]), but_in: parts(cells[2]) }
        })
        .collect();
    assert!(rows.len() > 12, "{} rows", rows.len());
    rows
}

/// Keys below which stands no sentence of ours, or a name by which something is found.
const NO_SENTENCES: [&str; 16] = [
    "lay", "lay_unless", "says", "aliases", "id", "names", "name", "traditional", "prefixes", "meridian", "ways",
    "sources", "source", "flags", "precautions", "implies",
];

/// Every sentence of ours, with the file and the key that it stands under.
fn each_sentence(mut on_sentence: impl FnMut(&str, &[&str], &str)) {
    for (path, entry) in documents_with_recipes() {
        if ["sources/", "schema/", "everyday-words", "homonyms", "meridians"].iter().any(|it| path.starts_with(it)) {
            continue;
        }
        each_text(&entry, &mut Vec::new(), &mut |keys, text| {
            if !keys.iter().any(|key| NO_SENTENCES.contains(key)) && text.contains(' ') {
                on_sentence(&path, keys, text);
            }
        });
    }
}

fn holds(text: &str, word: &str) -> bool {
    let is_inside = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '-');
    text.match_indices(word)
        .any(|(at, _)| !is_inside(text[..at].chars().next_back()) && !is_inside(text[at + word.len()..].chars().next()))
}

#[test]
fn one_word_is_used_for_one_thing() {
    let rows = list_of_words();
    let mut seen = 0;
    each_sentence(|path, keys, text| {
        seen += 1;
        for Unused { words, but_in } in &rows {
            let rest = but_in.iter().fold(text.to_lowercase(), |text, phrase| text.replace(phrase, ""));
            let found = words.iter().find(|word| holds(&rest, word));
            // Grades and counts are for who asked what a judgement stands on, and for the page that explains them.
            let explains = keys.last() == Some(&"why") || path == "topics/how-to-read-this-guide.json";
            let is_source_word = found.is_some_and(|it| it.starts_with("grade") || it.starts_with("lists"));
            assert!(found.is_none() || (is_source_word && explains), "data/{path} {keys:?}: {found:?} in {text:?}");
        }
    });
    assert!(seen > 3_000, "{seen}");
}

#[test]
fn a_word_that_is_not_used_is_found() {
    let rows = list_of_words();
    let unused = |word: &str| rows.iter().any(|row| row.words.iter().any(|it| it == word));
    assert!(unused("physical therapist") && unused("belly") && unused("seed"));
    assert!(holds("the low belly, too", "belly") && !holds("the potbelly", "belly"));
}

/// The texts under a key of every entry of a folder.
fn texts_of(folder: &str, key: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for (path, entry) in documents_with_recipes().into_iter().filter(|(path, _)| path.starts_with(folder)) {
        let claims = entry.get(key).or_else(|| entry.pointer(&format!("/location/{key}")));
        let claims = claims.and_then(Value::as_array).cloned().unwrap_or_default();
        found.extend(claims.iter().filter_map(|it| it["text"].as_str()).map(|text| (path.clone(), text.to_owned())));
    }
    found
}

#[test]
fn who_is_beside_a_point_is_told_what_to_do() {
    let texts = texts_of("points/", "off_if");
    assert!(texts.len() >= 14, "{}", texts.len());
    for (path, text) in texts {
        assert!(text.starts_with("If ") && text.ends_with('.'), "{path}: {text}");
    }
}

#[test]
fn a_mistake_completes_do_not() {
    let texts = [texts_of("stretches/", "mistakes"), texts_of("techniques/", "mistakes")].concat();
    assert!(texts.len() > 50, "{}", texts.len());
    for (path, text) in texts {
        let begins_small = text.starts_with(|c: char| c.is_lowercase());
        let is_gerund = text.split(' ').next().is_some_and(|first| first.ends_with("ing") && first != "bring");
        assert!(begins_small && !is_gerund && !text.ends_with('.'), "{path}: {text}");
        assert!(!text.starts_with("do not"), "{path}: {text}");
    }
}

#[test]
fn when_to_stop_is_told_in_whole_sentences() {
    let texts = [texts_of("stretches/", "stop_if"), texts_of("techniques/", "stop_if")].concat();
    assert!(texts.len() > 50, "{}", texts.len());
    for (path, text) in texts {
        assert!((text.starts_with("Stop") || text.starts_with("If ")) && text.ends_with('.'), "{path}: {text}");
    }
}

/// Every level of its rules has a reason in short, and whoever is to be asked is asked once for all of it.
#[test]
fn every_precaution_with_rules_says_why_in_short() {
    for (path, entry) in documents_with_recipes().into_iter().filter(|(path, _)| path.starts_with("precautions/")) {
        let rules = entry["rules"].as_array().unwrap();
        for rule in rules {
            let level = rule["level"].as_str().unwrap();
            let text = entry["in_short"][level]["text"].as_str();
            let text = text.unwrap_or_else(|| panic!("{path}: no reason in short for {level}"));
            assert!(text.chars().count() <= 66, "{path}: {} letters: {text}", text.chars().count());
            if level == "ask" {
                assert!(entry["in_short"]["ask_what"].as_str().is_some_and(|it| it.ends_with('?')), "{path}");
            }
        }
    }
}

#[test]
fn what_a_page_is_about_fits_its_line() {
    for (path, entry) in documents_with_recipes().into_iter().filter(|(path, _)| path.starts_with("topics/")) {
        let about = entry["about"].as_str().unwrap();
        assert!(about.chars().count() <= 50 && !about.ends_with('.'), "{path}: {about}");
        assert!(about.starts_with(|c: char| c.is_lowercase()), "{path}: {about}");
        assert!(entry["theme"].is_string(), "{path}: what does a reader want of it?");
    }
}
