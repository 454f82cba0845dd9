//! The texts that tell how to do something, and whether an answer or a search quotes them.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use guide::model::Kind;
use guide::query;
use guide::query::Stance;
use guide::screening::{Reader, Verdict};
use guide::shelf::Catalogue;
use serde_json::Value;

use crate::{documents, each_text};

/// The texts of an entry that tell how to do something, in the order of its file.
pub fn how_to_texts(entry: &Value) -> Vec<&str> {
    let mut texts = texts_of_ways(entry, |_| true);
    for list in ["/location/find", "/location/off_if", "/easier", "/mistakes"] {
        let claims = entry.pointer(list).and_then(Value::as_array).into_iter().flatten();
        texts.extend(claims.filter_map(|claim| claim["text"].as_str()));
    }
    texts
}

/// The steps of the ways of an entry, for the places that are wanted.
pub fn texts_of_ways(entry: &Value, wanted: impl Fn(usize) -> bool) -> Vec<&str> {
    let ways = entry["ways"].as_array().into_iter().flatten().enumerate().filter(|(place, _)| wanted(*place));
    let steps = ways.flat_map(|(_, way)| way["steps"].as_array().into_iter().flatten());
    steps.filter_map(|step| step["text"].as_str()).collect()
}

/// What the disputes about pressure and dose of a file say, what is shown in their place, and why.
pub fn texts_of_doses_disputed(file: &Value) -> Vec<&str> {
    let disputes = file["disputes"].as_array().into_iter().flatten();
    let about_dose = disputes.filter(|dispute| dispute["about"] == "pressure" || dispute["about"] == "dose");
    about_dose
        .flat_map(|dispute| {
            let said = dispute["says"].as_array().into_iter().flatten().map(|said| &said["text"]);
            said.chain([&dispute["shown"]]).filter_map(Value::as_str)
        })
        .collect()
}

/// The words of a text without what lies between them: an answer breaks lines, and puts a full stop of its own.
pub fn words_of(text: &str) -> String {
    let mut words = String::from(" ");
    for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        let _ = write!(words, "{} ", word.to_lowercase());
    }
    words
}

/// The files of the guide that ships, by kind and id.
pub fn files() -> BTreeMap<(Kind, String), Value> {
    let mut files = BTreeMap::new();
    for (kind, folder) in Kind::ALL.into_iter().filter_map(|kind| Some((kind, kind.folder()?))) {
        for (path, file) in documents(&format!("data/{folder}")) {
            files.insert((kind, path.trim_end_matches(".json").to_owned()), file);
        }
    }
    files
}

/// What search quotes of an entry, and everything else that it quotes.
pub fn lines_found(catalogue: &Catalogue, reader: &Reader<'_>, question: &str) -> Vec<(Kind, String, Stance, String)> {
    let found = query::search(catalogue, reader, question, query::MOST_HITS).expect("a hit for words that stand there");
    let hits = found.hits.iter().map(|hit| {
        let line = hit.line.as_deref().unwrap_or_default().to_owned();
        (hit.entry.kind, hit.entry.id.to_owned(), hit.stance, line)
    });
    hits.collect()
}

/// Every text of the guide that is not how-to, as words.
pub fn told_to_anybody(files: &BTreeMap<(Kind, String), Value>) -> String {
    const HOW_TO: [&str; 4] = ["ways", "location", "easier", "mistakes"];
    let mut told = String::new();
    for ((kind, _), file) in files {
        let practice = matches!(kind, Kind::Point | Kind::Stretch | Kind::Technique);
        each_text(file, &mut Vec::new(), &mut |keys, text| {
            let of_how_to = practice && keys.iter().any(|key| HOW_TO.contains(key));
            if !of_how_to || keys.contains(&"standard") {
                told.push_str(&words_of(text));
            }
        });
    }
    told
}

/// The how-to that a reader may see, as words.
pub fn told_to(files: &BTreeMap<(Kind, String), Value>, verdicts: &BTreeMap<(Kind, String), Verdict<'_>>) -> String {
    let mut told = String::new();
    let mut tell = |text: &str| told.push_str(&words_of(text));
    for (key, verdict) in verdicts.iter().filter(|(_, verdict)| !verdict.withheld) {
        let file = &files[key];
        let open: Vec<usize> = verdict.open_ways().collect();
        texts_of_ways(file, |place| open.contains(&place)).into_iter().for_each(&mut tell);
        for list in ["/location/find", "/location/off_if", "/easier", "/mistakes"] {
            let claims = file.pointer(list).and_then(Value::as_array).into_iter().flatten();
            claims.filter_map(|claim| claim["text"].as_str()).for_each(&mut tell);
        }
    }
    told
}
