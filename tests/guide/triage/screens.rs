//! The screens of a check: how many, in which order, how long, and to whom they are shown.

use std::collections::BTreeSet;

use guide::model::Urgency;
use guide::shelf::{Catalogue, check_directory};
use serde_json::json;

use super::reader::{
    Held, assert_goes_on_with, assert_stops_with, flags, interview_about, precautions, questions, stop_line,
};
use crate::support::{FIXTURE, Scratch, ask};

/// The reader of the most questions: nothing of what they have stops them, and nobody is asked more.
fn longest() -> Held {
    interview_about(&["pregnancy", "after-birth"])
}

#[test]
fn a_check_is_nine_screens_at_most_and_says_so() {
    let screens = questions().screens.len();
    assert!(screens <= 9, "{screens}");
    let held = longest();
    assert_eq!(held.asked(), screens);
    for (place, turn) in held.turns.iter().take(screens).enumerate() {
        assert!(turn.contains(&format!("screen {} of {screens}", place + 1)), "{turn}");
    }
    let shorter = interview_about(&[]);
    assert_eq!(shorter.asked(), screens - 1);
    assert!(shorter.turns[3].contains(&format!("screen 4 of {}", screens - 1)), "{}", shorter.turns[3]);
    let told = ask(&["check", "--help"]).out;
    assert!(told.contains("nine screens") && screens == 9, "{told}");
}

#[test]
fn every_screen_fits_a_terminal_of_24_rows_and_80_columns() {
    for turn in &longest().turns {
        assert!(turn.lines().count() < 24, "{turn}");
        let questions: Vec<&str> = turn.lines().filter(|line| line.starts_with("  ")).collect();
        assert!(questions.iter().all(|line| line.chars().count() <= 76), "{turn}");
        assert!(turn.lines().all(|line| line.chars().count() <= 80), "{turn}");
    }
}

#[test]
fn emergencies_come_on_the_first_two_screens() {
    let (questions, flags) = (questions(), flags());
    let for_all = flags.values().filter(|flag| flag.urgency == Urgency::Emergency);
    let of_few: Vec<&String> =
        questions.screens.iter().filter(|it| !it.only_for.is_empty()).flat_map(|it| &it.flags).collect();
    for flag in for_all.filter(|flag| !of_few.contains(&&flag.id)) {
        assert!(questions.screens[..2].iter().any(|screen| screen.flags.contains(&flag.id)), "{}", flag.id);
    }
    // Those of few come before what can wait until later today.
    let held = longest();
    let place = |id: &str| held.questions().iter().position(|it| *it == flags[id].short).expect("a question");
    assert!(place("pregnancy-emergency") < place("suspected-clot-leg"));
    assert!(place("suspected-clot-leg") < place("not-better"));
}

#[test]
fn every_sign_is_asked_about_and_no_question_comes_twice() {
    let (flags, precautions) = (flags(), precautions());
    let held = longest();
    let asked = held.questions();
    let unique: BTreeSet<&&str> = asked.iter().collect();
    assert_eq!(unique.len(), asked.len(), "{asked:?}");
    let missed = flags.values().filter(|flag| !asked.contains(&flag.short.as_str()));
    let missed: Vec<&str> = missed.map(|flag| flag.id.as_str()).collect();
    assert_eq!(missed, ["under-16-with-back-pain"], "whoever is under 16 was asked by that");
    for precaution in precautions.values() {
        let was_a_sign = precaution.red_flag.is_some();
        assert_eq!(asked.contains(&precaution.title.as_str()), !was_a_sign, "{}", precaution.id);
    }
}

#[test]
fn signs_of_pregnancy_are_asked_of_those_alone_who_may_be_pregnant() {
    let flags = flags();
    for id in ["pregnancy-emergency", "pregnancy-warning-signs", "pregnant-with-leg-pain"] {
        for (who, asked) in [(&[][..], false), (&["after-birth"], false), (&["pregnancy"], true)] {
            assert_eq!(interview_about(who).shows(&flags[id].short), asked, "{id} {who:?}");
        }
        let held = interview_about(&["pregnancy", id]);
        if flags[id].urgency == Urgency::Soon {
            assert_goes_on_with(id, &held.answer, "pregnancy");
        } else {
            assert_stops_with(id, &held.answer, &stop_line(&flags[id]));
            assert_eq!(held.asked(), 4, "{id}: right then");
        }
    }
}

#[test]
fn a_catalogue_that_asks_too_much_at_once_is_refused() {
    let scratch = Scratch::copy_of(FIXTURE);
    let precaution = std::fs::read_to_string(scratch.path().join("precautions/pacemaker.json")).unwrap();
    let mut precaution: serde_json::Value = serde_json::from_str(&precaution).unwrap();
    let triage = std::fs::read_to_string(scratch.path().join("triage.json")).unwrap();
    let mut triage: serde_json::Value = serde_json::from_str(&triage).unwrap();
    for number in 0..15 {
        let id = format!("thing-{number}");
        precaution["id"] = json!(id);
        precaution["title"] = json!(id);
        precaution["aliases"] = json!([]);
        scratch.write(&format!("precautions/{id}.json"), precaution.to_string().as_bytes());
        triage["screens"][3]["precautions"].as_array_mut().unwrap().push(json!(id));
    }
    scratch.write("triage.json", triage.to_string().as_bytes());
    let problems = check_directory(scratch.path()).unwrap();
    assert_eq!(problems.len(), 1, "{problems:?}");
    assert!(problems[0].to_string().contains("screens[3].precautions: 19 questions, where 18 are the most"));
}

#[test]
fn what_is_added_joins_the_screens_that_are_there() {
    let scratch = Scratch::new();
    for (urgency, number) in
        ["emergency", "same-day", "soon"].into_iter().flat_map(|urgency| (0..2).map(move |number| (urgency, number)))
    {
        let id = format!("{urgency}-{number}");
        let why = json!({"text": "Ring.", "basis": "editorial", "why": "An example."});
        let flag = json!({"id": id, "title": id, "short": id, "aliases": [], "urgency": urgency, "implies": [],
            "question": "Is it so?", "may_mean": [why], "do": [why], "say": "It is so."});
        scratch.write(&format!("red-flags/{id}.json"), flag.to_string().as_bytes());
        if number == 0 {
            continue;
        }
        let id = format!("own-{urgency}-{number}");
        let precaution = json!({"id": id, "title": id, "short": id, "aliases": [], "question": "Is it so?",
            "advice": [], "red_flag": null, "rules": []});
        scratch.write(&format!("precautions/{id}.json"), precaution.to_string().as_bytes());
    }
    let with_additions = Catalogue::with_additions(sciatica::bundle(), scratch.path()).unwrap();
    let questions = with_additions.triage_questions().unwrap();
    let ours = Catalogue::bundled(sciatica::bundle()).unwrap().triage_questions().unwrap();
    let is_full = |screen: &guide::model::Screen| screen.only_for.is_empty() && screen.flags.len() + 2 > 18;
    let full = ours.screens.iter().filter(|screen| is_full(screen)).count();
    assert!(questions.screens.len() <= ours.screens.len() + full, "{full} are full");
    for screen in &questions.screens {
        assert!(screen.flags.len().max(screen.precautions.len()) <= 18, "{}", screen.id);
        let first = screen.flags.first().map(|id| with_additions.red_flag(id).unwrap().urgency);
        for id in screen.flags.iter().filter(|_| screen.only_for.is_empty()) {
            assert_eq!(Some(with_additions.red_flag(id).unwrap().urgency), first, "{id}");
        }
    }
    let added = questions.flags().filter(|id| !flags().contains_key(*id)).count();
    assert_eq!(added, 6);
    let of_ours = &questions.screens[2].precautions;
    assert!(of_ours.iter().all(|id| precautions().contains_key(id)), "{of_ours:?}");
}
