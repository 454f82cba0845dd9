//! The recipes of `data/README.md`, followed as they stand: on our own `data/`, and in a directory that adds to the guide.

use crate::support::recipes::{additions_of_recipes, data_with_recipes, recipes_of};
use crate::support::{Answer, ask, repository};
use guide::model::MARK;
use sciatica::error::Exit;

/// What the recipes add, and what each is called.
const ADDED: [(&str, &str); 7] = [
    ("GB38", "Yang Assistance"),
    ("foot-slide", "Foot slide"),
    ("resting-palm", "A resting palm"),
    ("fresh-piercing", "A fresh piercing"),
    ("spreading-bite", "A bite that turns red and spreads"),
    ("house-slippers", "Slippers at home"),
    ("example-2025", "an example of a source"),
];

/// Asks our guide as it would be with all that the recipes add.
fn ask_ours(question: &[&str]) -> Answer {
    let data = data_with_recipes().to_str().expect("a path in UTF-8");
    ask(&[question, &["--catalogue", data, "--width", "80"]].concat())
}

fn assert_tells(answer: &Answer, told: &[&str]) {
    assert_eq!(answer.exit, Exit::Answered, "{}", answer.err);
    let text = answer.out.split_whitespace().collect::<Vec<_>>().join(" ");
    for it in told {
        assert!(text.contains(it), "{it}: {}", answer.out);
    }
}

#[test]
fn there_is_a_recipe_for_each_kind_of_entry() {
    let paths: Vec<String> = recipes_of("data/README.md").into_iter().map(|recipe| recipe.path).collect();
    for folder in guide::model::Kind::ALL.into_iter().filter_map(guide::model::Kind::folder) {
        assert!(paths.iter().any(|path| path.starts_with(&format!("{folder}/"))), "{folder}: {paths:?}");
    }
    for other in ["figures/", "routines/", "rules/", "meridians/", "triage.json", "not-covered.json"] {
        assert!(paths.iter().any(|path| path.starts_with(other)), "{other}: {paths:?}");
    }
}

#[test]
fn our_guide_with_one_entry_more_of_each_kind_has_no_problem() {
    let data = data_with_recipes().to_str().expect("a path in UTF-8");
    let checked = ask(&["catalogue", "check", data]);
    assert_eq!((checked.exit, checked.out.as_str()), (Exit::Answered, "No problem found.\n"), "{}", checked.err);
}

#[test]
fn each_command_knows_what_was_added_to_our_guide() {
    for (id, title) in ADDED {
        assert_tells(&ask_ours(&["show", id, "--full"]), &[title, "2026-11"]);
    }
    for (_, title) in ADDED.into_iter().filter(|(id, _)| *id != "example-2025") {
        assert_tells(&ask_ours(&["show", title]), &[title]);
    }
    assert_tells(&ask_ours(&["points", "--region", "lower-leg"]), &["GB38"]);
    assert_tells(&ask_ours(&["stretches"]), &["foot-slide"]);
    assert_tells(&ask_ours(&["techniques"]), &["resting-palm"]);
    assert_tells(&ask_ours(&["red-flags"]), &["a bite that turns red and spreads"]);
    assert_tells(&ask_ours(&["learn"]), &["house-slippers"]);
    assert_tells(&ask_ours(&["sources", "example-2025"]), &["Cited by house-slippers"]);
    assert_tells(&ask_ours(&["precautions", "fresh-piercing"]), &["Keep off the piercing: it is an open wound."]);
    assert_tells(&ask_ours(&["precautions", "GB38"]), &["fresh-piercing", "pregnancy"]);
    assert_tells(&ask_ours(&["show", "BL57", "--with", "new-piercing"]), &["Not on the piercing, not beside it."]);
    assert_tells(&ask_ours(&["routine", "tea-break"]), &["A tea break"]);
    assert_tells(&ask_ours(&["show", "magnetic belt"]), &["This guide holds no magnet belts."]);
    assert_tells(&ask_ours(&["search", "heel up and down the mattress"]), &["foot-slide"]);
    assert_tells(&ask_ours(&["show", "GB38", "--figure"]), &["● GB38", "Left lower leg from the outer side"]);
    assert_tells(&ask_ours(&["map", "GB38"]), &["GB38"]);
    assert_tells(&ask_ours(&["check", "--answers", "spreading-bite"]), &["Book an appointment with your doctor."]);
    assert_eq!(ask_ours(&["show", "GB38", "--pregnant"]).exit, Exit::Stopped);
}

#[test]
fn a_directory_that_follows_the_recipes_adds_to_the_guide() {
    if repository("data/points/GB38.json").exists() {
        // Whoever followed them to the letter has the examples in the guide: there they add nothing.
        return;
    }
    let additions = additions_of_recipes();
    let checked = ask(&["catalogue", "check", "--added", additions.argument()]);
    assert_eq!((checked.exit, checked.out.as_str()), (Exit::Answered, "No problem found.\n"), "{}", checked.err);
    let asked =
        |question: &[&str]| ask(&[question, &["--add-catalogue", additions.argument(), "--width", "80"]].concat());
    for (id, title) in ADDED {
        assert_tells(&asked(&["show", id]), &[title, MARK]);
    }
    assert_tells(&asked(&["routine", "tea-break"]), &["A tea break [added]"]);
    assert_eq!(asked(&["show", "GB38", "--pregnant"]).exit, Exit::Stopped);
    let drawn = asked(&["handout", "GB38"]);
    assert!(drawn.out.contains("<svg") && drawn.out.contains("Yang Assistance [added]"), "{}", drawn.err);
}
