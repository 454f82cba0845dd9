//! A directory that adds to the bundled guide, and whether what it adds is marked.

use guide::model::MARK;
use sciatica::error::Exit;
use serde_json::{Value, json};

use crate::screening::Extent;
use crate::{Answer, ask, folder};

/// A point, stretch, technique, precaution, red flag, topic, source, routine, figures, a meridian and rules.
pub const ADDITIONS: &str = "tests/fixtures/additions";

/// The names of what is added there. Only the list of other names may tell them without the mark.
const NAMES: [&str; 12] = [
    "Suspended Bell",
    "Xuánzhōng",
    "Xuanzhong",
    "Example Gate",
    "Heel slide",
    "Your own palm",
    "After lunch",
    "A red ring after a tick bite",
    "Shoes",
    "A new tattoo",
    "new tattoo",
    "Left lower leg from the outer side",
];

/// Asks with the additions.
pub fn ask_with(directory: &str, words: &[&str]) -> Answer {
    ask(&[words, &["--add-catalogue", directory]].concat())
}

/// The places where a name stands without the mark behind it.
fn unmarked(text: &str) -> Vec<String> {
    let lines: Vec<&str> = text.lines().filter(|line| !line.contains("Also called")).collect();
    let text = lines.join(" ").split_whitespace().collect::<Vec<_>>().join(" ");
    // The title of a source of ours.
    let text = text.replace("Rocker Sole Shoes", "");
    let mut found = Vec::new();
    for name in NAMES {
        for (at, _) in text.match_indices(name) {
            let rest = &text[at + name.len()..];
            // A figure names its points by their codes; pinyin stands before the other names of a point.
            if !rest.trim_start_matches(['*', '\\', ' ']).starts_with(['[', '\\']) {
                found.push(text[at..].chars().take(60).collect());
            }
        }
    }
    found
}

/// What is added answers every command, and is marked.
pub fn assert_added_and_marked(extent: Extent) {
    let directory = folder(ADDITIONS);
    let questions: [(&str, &str); 20] = [
        ("points", "Xuánzhōng"),
        ("points --region leg", "Xuánzhōng"),
        ("points --meridian example", "Lìzi"),
        ("show GB39", "Suspended Bell"),
        ("show suspended bell --full --sources", "Suspended Bell"),
        ("show heel-slide", "Heel slide"),
        ("show own-palm --full", "Your own palm"),
        ("show ring-after-a-tick", "A red ring after a tick bite"),
        ("show new-tattoo", "A new tattoo"),
        ("stretches", "Heel slide"),
        ("techniques", "Your own palm"),
        ("precautions", "A new tattoo"),
        ("precautions --with new-tattoo", "New tattoo"),
        ("precautions GB39", "A new tattoo"),
        ("red-flags", "red ring"),
        ("learn", "sore day"),
        ("search suspended bell", "Suspended Bell"),
        ("sources", "example"),
        ("routine lunch-break", "After lunch"),
        ("map GB39 --figure", "Suspended Bell"),
    ];
    let forms: [&[&str]; 5] = [&[], &["--width", "80"], &["--width", "40"], &["--plain"], &["--format", "markdown"]];
    for (place, (question, name)) in questions.into_iter().enumerate() {
        for (other, form) in forms.into_iter().enumerate() {
            if extent == Extent::Quick && other != place % forms.len() {
                continue;
            }
            let words: Vec<&str> = question.split(' ').chain(form.iter().copied()).collect();
            let answer = ask_with(&directory, &words);
            assert!(matches!(answer.exit, Exit::Answered), "{words:?}: {}", answer.err);
            let told = answer.out.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(told.contains(name), "{words:?}: {told}");
            assert_eq!(unmarked(&answer.out), Vec::<String>::new(), "{words:?}: {}", answer.out);
            let label = (answer.out + &answer.err).split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(label.contains("With additions from"), "{words:?}: {label}");
        }
        if extent == Extent::Quick && place % forms.len() != 0 {
            continue;
        }
        let words: Vec<&str> = question.split(' ').chain(["--format", "json"]).collect();
        let answer: Value = serde_json::from_str(&ask_with(&directory, &words).out).expect("JSON");
        let entries = answer["additions"]["entries"].as_array().expect("a list of what is added");
        for id in ["EX1", "GB39", "heel-slide", "lunch-break", "new-tattoo", "own-palm", "ring-after-a-tick", "shoes"] {
            assert!(entries.contains(&json!(id)), "{words:?}: {entries:?}");
        }
        assert!(!entries.contains(&json!("pregnancy")), "a rule does not make the precaution theirs");
    }
    let page = ask_with(&directory, &["handout", "GB39", "heel-slide", "lunch-break", "--full"]);
    assert_eq!(page.exit, Exit::Answered, "{}", page.err);
    let (_, body) = page.out.split_once("<body>").expect("a page");
    assert!(body.contains("<svg") && body.contains("With additions from"), "{body}");
    for name in ["Suspended Bell", "Xuánzhōng", "Heel slide", "After lunch", "Left lower leg from the outer side"] {
        let marked = body.matches(&format!("{name} {MARK}")).count();
        assert!(marked > 0 && marked == body.matches(name).count(), "{name}: {body}");
    }
}
