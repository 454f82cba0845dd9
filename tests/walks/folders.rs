//! Folders that hold too much.

use std::time::{Duration, Instant};

use guide::shelf::check_additions;
use sciatica_testing::{FIXTURE, Scratch, ask};
use serde_json::{Value, json};

/// Longer than anything takes here, even on a busy machine.
const LIMIT: Duration = Duration::from_secs(30);

fn in_time<T>(act: impl FnOnce() -> T) -> T {
    let start = Instant::now();
    let done = act();
    assert!(start.elapsed() < LIMIT, "it took {:?}", start.elapsed());
    done
}

fn rule(select: &Value) -> Value {
    let because = json!({"text": "It is an example.", "basis": "editorial", "why": "It is an example."});
    json!({"level": "avoid", "select": select, "because": because})
}

fn with_a_rule() -> Scratch {
    let scratch = Scratch::new();
    let rules = json!({"precaution": "pregnancy", "rules": [rule(&json!({"entries": ["BL40"]}))]});
    scratch.write("rules/house.json", rules.to_string().as_bytes());
    scratch
}

#[test]
fn more_than_three_thousand_files_are_refused_unread() {
    let scratch = Scratch::copy_of(FIXTURE);
    for number in 0..3_001 {
        scratch.write(&format!("points/{number}.txt"), b"");
    }
    let checked = in_time(|| ask(&["catalogue", "check", scratch.argument()]));
    let asked = in_time(|| ask(&["points", "--catalogue", scratch.argument()]));
    assert!(asked.err.contains("\n  points: holds more than 3000 files; take files out\n"), "{}", asked.err);
    assert_eq!(checked.err, asked.err);
}

#[test]
fn however_much_is_hidden_is_passed_over() {
    let scratch = with_a_rule();
    for number in 0..5_001 {
        scratch.write(&format!(".cache/{number}"), b"");
    }
    assert_eq!(check_additions(sciatica::bundle(), scratch.path()).unwrap(), []);
}

#[test]
fn so_many_strays_are_told_and_no_more() {
    let scratch = with_a_rule();
    for number in 0..1_200 {
        scratch.write(&format!("{number}.txt"), b"");
    }
    assert_eq!(check_additions(sciatica::bundle(), scratch.path()).unwrap().len(), 1_000);
}

/// As much as may be of what makes an answer long: within a second in the program as it is released; what is tested here is
/// not optimised. Release figures: ARCHITECTURE.md.
#[test]
fn the_worst_that_is_let_in_answers_in_time() {
    let scratch = Scratch::new();
    let about = json!([{"text": "It is an example.", "basis": "editorial", "why": "It is an example."}]);
    let steps = vec![json!({"entry": "warm-up-walk"}); 200];
    let routine = json!({"id": "long", "title": "The longest", "about": about, "minutes": 120, "place": null,
        "at_hand": [], "steps": steps});
    scratch.write("routines/long.json", routine.to_string().as_bytes());
    for number in 0..7 {
        let more = json!({"precaution": "pregnancy", "rules": vec![rule(&json!({"kinds": ["point"]})); 100]});
        scratch.write(&format!("rules/{number}.json"), more.to_string().as_bytes());
    }
    let mut ids = Vec::new();
    for number in 0..150 {
        let id = format!("house-{number}");
        let aliases: Vec<String> = (0..200).map(|place| format!("word{number}x{place}abcdefghijklm")).collect();
        let precaution = json!({"id": id, "title": format!("House {number}"), "short": id, "aliases": aliases,
            "question": "Is it?", "advice": about, "red_flag": null, "rules": []});
        scratch.write(&format!("precautions/{id}.json"), precaution.to_string().as_bytes());
        ids.push(id);
    }
    let declared = ids.join(",");
    for question in [
        &["routine", "long"][..],
        &["routine", "long", "--gentle", "--format", "json"],
        &["session", "long", "--plan"],
        &["precautions", "--pregnant"],
        &["show", "GB30", "--pregnant"],
        &["points", "--pregnant", "--with", &declared],
        &["search", "calf", "--with", &declared],
        &["show", "word3x4abcdefghijklmm"],
    ] {
        let ran = in_time(|| ask(&[question, &["--add-catalogue", scratch.argument()]].concat()));
        assert!(!ran.err.contains("problem"), "{question:?}: {}", ran.err);
    }
}
