//! Additions that say all they can: none makes an answer less strict, hides a reason of ours, or stands without the mark.

use std::collections::BTreeSet;

use guide::model::{MARK, Target};
use guide::screening::{Profile, Reader};
use guide::shelf::Catalogue;
use serde_json::{Map, Value, json};

use crate::additions::ask_with;
use crate::dice::Dice;
use crate::outcome::{Outcome, assert_no_looser, outcome_for, practices};
use crate::{Answer, Scratch, documents};

/// Ends every sentence that is added here, and stands nowhere else.
const TOKEN: &str = "Zqx.";

/// What is added in one go.
struct Addition {
    scratch: Scratch,
    /// The precaution on which it bears.
    precaution: String,
    /// The entry on which it bears, or in whose place it stands.
    entry: String,
    replaces: bool,
}

fn sentence(dice: &mut Dice) -> String {
    let begun = ["Lean in with your elbow", "Nobody minds", "Do it for long", "Ask yourself"];
    format!("{} {TOKEN}", dice.one_of(&begun))
}

fn claim(dice: &mut Dice) -> Value {
    json!({"text": sentence(dice), "basis": "editorial", "why": sentence(dice)})
}

/// A rule of any level that selects by anything.
fn rule(dice: &mut Dice, entry: &str) -> Value {
    let mut select = Map::new();
    let mut add = |key: &str, words: &[&str], dice: &mut Dice| {
        select.insert(key.to_owned(), json!([*dice.one_of(words)]));
    };
    match dice.below(6) {
        0 => add("kinds", &["point", "stretch", "technique"], dice),
        1 => add("regions", &["back", "hip", "leg", "foot"], dice),
        2 => add("positions", &["sitting", "side-lying", "standing", "supine"], dice),
        3 => add("movements", &["flexion", "extension", "stillness"], dice),
        4 => add("tools", &["thumb", "fingertip", "soft-ball"], dice),
        _ => add("entries", &[entry], dice),
    }
    let mut rule = json!({
        "level": dice.one_of(&["adapt", "ask", "avoid"]),
        "select": select,
        "because": claim(dice),
        "ask_whom": sentence(dice),
        "ask_what": sentence(dice),
        "limit": {
            "pressure_at_most": dice.below(5) + 1,
            "hold_seconds_at_most": dice.below(900) + 1,
            "text": sentence(dice)
        }
    });
    if dice.below(3) == 0 {
        rule["instead"] = json!([entry]);
    }
    if dice.below(8) == 0 {
        rule["level"] = json!("adapt");
        rule["leaves_out"] = json!(true);
        rule["select"] = json!({"only_in": ["sitting", "standing"]});
    }
    rule
}

/// An entry of ours with other sentences, and perhaps other facets.
fn changed(dice: &mut Dice, document: &Value) -> Value {
    let mut document = document.clone();
    resay(dice, &mut document);
    let ways = document["ways"].as_array_mut().unwrap();
    let way = dice.below(ways.len());
    match dice.below(8) {
        0 => ways[way]["movements"] = json!(["stillness"]),
        1 => ways[way]["positions"] = json!(["sitting"]),
        2 => ways[way]["label"] = json!("Another way"),
        3 => ways[way]["tool"] = json!("fingertip"),
        4 => ways[way]["reach"] = json!("partner"),
        5 => ways[way]["pressure"] = json!(1),
        6 if ways.len() > 1 => drop(ways.remove(way)),
        _ => {}
    }
    document
}

/// Puts other sentences in the place of those that tell how.
fn resay(dice: &mut Dice, value: &mut Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(|item| resay(dice, item)),
        Value::Object(fields) => {
            let landmark = fields.get("landmark").and_then(Value::as_str).unwrap_or_default().to_owned();
            for (key, value) in fields {
                match key.as_str() {
                    "text" => *value = json!(format!("{landmark} {}", sentence(dice)).trim()),
                    "disputes" | "names" | "stop_if" | "beneath" => {}
                    _ => resay(dice, value),
                }
            }
        }
        _ => {}
    }
}

fn addition(dice: &mut Dice, precautions: &[String], ours: &[(String, Value)]) -> Addition {
    let scratch = Scratch::new();
    let precaution = dice.one_of(precautions).clone();
    let (path, document) = dice.one_of(ours).clone();
    let entry = document["code"].as_str().or(document["id"].as_str()).unwrap().to_owned();
    let mut replaces = false;
    let write = |path: &str, document: &Value| scratch.write(path, document.to_string().as_bytes());
    match dice.below(3) {
        0 => {
            replaces = true;
            write(&path, &changed(dice, &document));
        }
        1 => write("rules/house.json", &json!({"precaution": precaution, "rules": [rule(dice, &entry)]})),
        _ => {
            let own = json!({
                "id": "house", "title": format!("House {TOKEN}"), "short": "house", "aliases": ["house-rule"],
                "implies": [precaution], "question": sentence(dice), "advice": [claim(dice)], "red_flag": null,
                "rules": [rule(dice, &entry), rule(dice, &entry)]
            });
            write("precautions/house.json", &own);
        }
    }
    Addition { scratch, precaution, entry, replaces }
}

/// Mutated additions, and what answers come of those that are not refused.
pub fn assert_additions_loosen_nothing(count: usize) {
    let bundled = Catalogue::bundled(sciatica::bundle()).unwrap();
    let rows = bundled.index().precautions().filter(|row| row.red_flag.is_none());
    let precautions: Vec<String> = rows.map(|row| row.id.to_owned()).collect();
    let ours: Vec<(String, Value)> = documents("data")
        .into_iter()
        .filter(|(path, _)| path.starts_with("points/") || path.starts_with("stretches/"))
        .collect();
    let mut dice = Dice(14);
    let mut answered = 0;
    for _ in 0..count {
        let addition = addition(&mut dice, &precautions, &ours);
        let Ok(with) = Catalogue::with_additions(sciatica::bundle(), addition.scratch.path()) else { continue };
        answered += 1;
        let other = dice.one_of(&precautions).clone();
        for declared in [vec![], vec![addition.precaution.clone()], vec![addition.precaution.clone(), other]] {
            assert_as_strict(&bundled, &with, &addition, &declared);
        }
        assert_marked(&addition, answered % SEARCHED == 1);
    }
    assert!(answered * 2 > count, "only {answered} of {count} were not refused, so this proves little");
}

fn assert_as_strict(bundled: &Catalogue, with: &Catalogue, addition: &Addition, declared: &[String]) {
    let profile = || Profile::new(declared.to_vec(), Vec::new());
    let (before, after) = (bundled.reader(profile()).unwrap(), with.reader(profile()).unwrap());
    for entry in practices(bundled) {
        let what = format!("{} for {declared:?} with {}", entry.id, addition.scratch.path().display());
        let (strict, added) = (outcome_for(bundled, &before, entry), outcome_for(with, &after, entry));
        if addition.replaces && addition.entry == entry.id {
            assert!(added.level >= strict.level && added.withheld >= strict.withheld, "{what}: {strict:?}, {added:?}");
            assert!(labels(&added).is_subset(&labels(&strict)), "{what}: {strict:?}, {added:?}");
        } else {
            assert_no_looser(&what, &strict, &added);
        }
        let ours = reasons(bundled, &before, entry);
        let all = reasons(with, &after, entry);
        assert!(all.starts_with(&ours) || all.iter().filter(|it| !it.contains(MARK)).eq(&ours), "{what}: {all:?}");
        assert!(all.iter().map(|reason| reason.contains(MARK)).is_sorted(), "{what}: ours come first: {all:?}");
    }
    // What a card says of ours, it says with the addition too.
    let declared = declared.join(",");
    let mut question = vec!["show", &addition.entry, "--plain", "--full"];
    if !declared.is_empty() {
        question.extend(["--with", &declared]);
    }
    let (ours, all) = (crate::ask(&question), ask_with(addition.scratch.argument(), &question));
    for line in told_of_rules(&ours) {
        assert!(all.out.contains(line), "{question:?} hides {line:?} of ours:\n{}", all.out);
    }
}

/// What a card in plain form tells of rules: why, and whom to ask what.
fn told_of_rules(card: &Answer) -> Vec<&str> {
    const LABELS: [&str; 5] = ["AVOID (", "ASK FIRST (", "WITH LIMITS (", "NO WAY LEFT (", "Ask your"];
    let said = card.out.lines().filter_map(|line| line.split_once(": "));
    said.filter(|(label, _)| LABELS.iter().any(|it| label.starts_with(it))).map(|(_, told)| told).collect()
}

/// Why each finding of an entry holds, in order.
fn reasons(catalogue: &Catalogue, reader: &Reader<'_>, entry: Target<'_>) -> Vec<String> {
    let facets = catalogue.index().facets(Target { kind: entry.kind, id: entry.id }).unwrap();
    let verdict = reader.judge(&facets);
    let words = verdict.findings.iter().map(|finding| reader.words_of(finding).unwrap().1.because.text.clone());
    let mut words: Vec<String> = words.collect();
    // A finding may become stronger, and stand before others of ours.
    let added = words.iter().position(|reason| reason.contains(MARK)).unwrap_or(words.len());
    words[..added].sort();
    words
}

/// The labels of the ways that are left, without the mark.
fn labels(outcome: &Outcome) -> BTreeSet<&str> {
    outcome.ways.keys().map(|label| label.strip_suffix(MARK).map_or(label.as_str(), str::trim_end)).collect()
}

/// To search what is added, all of the guide is looked through anew: that is asked of one in so many.
const SEARCHED: usize = 10;

/// Every sentence of it bears the mark, in every form.
fn assert_marked(addition: &Addition, searched: bool) {
    let (entry, precaution) = (addition.entry.as_str(), addition.precaution.as_str());
    let questions: [&[&str]; 8] = [
        &["show", entry, "--with", precaution],
        &["show", entry, "--cleared", precaution],
        &["show", entry],
        &["show", precaution],
        &["precautions", "--with", precaution],
        &["routine", "--minutes", "60", "--with", precaution],
        &["session", "--minutes", "60", "--partner", "--plan"],
        &["search", "Zqx"],
    ];
    let forms: [&[&str]; 4] =
        [&["--plain", "--sources"], &["--width", "80"], &["--format", "json"], &["--format", "markdown"]];
    for question in questions {
        for form in forms {
            // A list cites nothing, and in a table the lines of its columns stand between each other.
            let form = match (question[0], form) {
                ("search", ["--width", ..]) => continue,
                ("search", _) if !searched => continue,
                ("search", _) => form.strip_suffix(&["--sources"]).unwrap_or(form),
                _ => form,
            };
            let answer = ask_with(addition.scratch.argument(), &[question, form].concat());
            let text = answer.out.replace('\\', "").split_whitespace().collect::<Vec<_>>().join(" ");
            for (at, _) in text.match_indices(TOKEN) {
                let behind = text[at + TOKEN.len()..].trim_start_matches(['*', '|', ' ']);
                let around: String = text[at..].chars().take(60).collect();
                assert!(behind.starts_with(MARK), "{question:?} {form:?} without the mark: {around:?}");
            }
        }
    }
}
