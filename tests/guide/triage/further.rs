//! Answers that hang on a further sign: it is asked at a terminal, and told where there is none.

use std::collections::BTreeSet;

use guide::model::Urgency;
use sciatica::error::Exit;
use serde_json::{Value, json};

use super::reader::{
    assert_goes_on_with, assert_stops_with, flags, interview_of, interview_with, precautions, stop_line, unwrapped,
};
use crate::support::{Answer, Keeper, ask};

fn data(answer: &Answer) -> Value {
    answer.data().remove(0)
}

/// Runs a command that an answer told.
fn run(command: &str) -> Answer {
    ask(&command.split_whitespace().skip(1).collect::<Vec<_>>())
}

#[test]
fn cancer_asks_whether_the_pain_is_new() {
    let answer = ask(&["check", "--answers", "cancer"]);
    assert_eq!((answer.exit, answer.err.as_str()), (Exit::Failed, ""));
    let text = unwrapped(&answer.out);
    assert!(text.contains(&flags()["cancer-history"].question), "{text}");
    let no = "sciatica check --answers cancer,not:cancer-with-leg-signs,not:cancer-history";
    for line in ["sciatica check --answers cancer,cancer-history", no] {
        assert!(answer.out.contains(&format!("  {line}\n")), "{}", answer.out);
    }
    assert_stops_with(
        "yes",
        &run("sciatica check --answers cancer,cancer-history"),
        &stop_line(&flags()["cancer-history"]),
    );
    assert_goes_on_with("no", &run(no), "cancer");
}

#[test]
fn each_line_that_is_told_leads_on_and_what_was_answered_is_never_asked_again() {
    let mut asking = BTreeSet::new();
    for (id, precaution) in precautions().iter().filter(|(_, it)| !it.further().is_empty()) {
        let answer = ask(&["check", "--answers", id, "--format", "json"]);
        let check = data(&answer);
        assert_eq!(
            (answer.exit, &check["outcome"], &check["next"]),
            (Exit::Failed, &json!("ask"), &json!(null)),
            "{id}"
        );
        let questions = check["ask"]["questions"].as_array().unwrap();
        assert_eq!(questions.len(), precaution.further().len(), "{id}");
        for question in questions {
            let flag = &flags()[question["red_flag"].as_str().unwrap()];
            assert_eq!((&question["because"], &question["question"]), (&json!([id]), &json!(flag.question)), "{id}");
            assert!(flag.urgency > Urgency::Soon, "{id}");
            assert_stops_with(id, &run(question["yes"].as_str().unwrap()), &stop_line(flag));
            // The others are still open.
            let one = ask(&["check", "--answers", &format!("{id},not:{}", flag.id), "--format", "json"]);
            let left = data(&one)["ask"]["questions"].as_array().map_or(0, Vec::len);
            assert_eq!(left, questions.len() - 1, "{id}");
        }
        assert_goes_on_with(id, &run(check["ask"]["no"].as_str().unwrap()), id);
        asking.insert(id.as_str());
    }
    for id in [
        "aneurysm", "blood-thinners", "cancer", "infection", "osteoporosis", "past-clot", "pregnancy", "spinal-surgery",
    ] {
        assert!(asking.contains(id), "{id}: {asking:?}");
    }
}

#[test]
fn several_answers_ask_on_one_page_and_each_sign_once() {
    let answer = ask(&["check", "--answers", "past-clot,knee-lump,cancer,not-better", "--format", "json"]);
    let check = data(&answer);
    let questions = check["ask"]["questions"].as_array().unwrap();
    let ids: BTreeSet<&str> = questions.iter().map(|it| it["red_flag"].as_str().unwrap()).collect();
    assert_eq!(ids.len(), questions.len(), "{questions:?}");
    let clot = questions.iter().find(|it| it["red_flag"] == "suspected-clot-leg").unwrap();
    assert_eq!(clot["because"], json!(["knee-lump", "past-clot"]));
    assert_goes_on_with("no", &run(check["ask"]["no"].as_str().unwrap()), "cancer,knee-lump,past-clot");
}

#[test]
fn at_a_terminal_it_asks_right_away() {
    let options = ["--answers", "cancer"];
    let held = interview_with(&options, &["n"]);
    assert_goes_on_with("n", &held.answer, "cancer");
    assert_eq!(held.asked(), 1);
    let held = interview_of(&Keeper::default(), &options, &["cancer-history"]);
    assert_stops_with("cancer-history", &held.answer, &stop_line(&flags()["cancer-history"]));
    assert_eq!(interview_with::<&str>(&options, &[]).answer.exit, Exit::Failed);
    // Nothing hangs on these.
    for answers in ["none", "not-better", "pacemaker", "cancer,not:cancer-history,not:cancer-with-leg-signs"] {
        assert_eq!(interview_with::<&str>(&["--answers", answers], &[]).asked(), 0, "{answers}");
    }
}

#[test]
fn only_a_sign_can_be_denied_and_not_the_one_that_is_named() {
    for (answers, told) in [
        ("cancer,not:cancer", "not: takes a sign, and cancer is a precaution"),
        ("cancer-history,not:cancer-history", "cancer-history and not:cancer-history cannot both be so"),
        ("not:saddle-numbness,saddle-numbness", "saddle-numbness and not:saddle-numbness"),
        ("not:sadle-numbness", "did you mean saddle-numbness"),
        ("not:", "no sign and no precaution is called"),
        ("none,not:saddle-numbness", "nothing applies"),
    ] {
        let answer = ask(&["check", "--answers", answers]);
        assert_eq!((answer.exit, answer.out.as_str()), (Exit::Usage, ""), "{answers}");
        assert!(answer.err.contains(told), "{answers}: {}", answer.err);
    }
    let spelt = ask(&["check", "--answers", "cancer, NOT:cancer-history ,not:cord-compression"]);
    assert_goes_on_with("spelt otherwise", &spelt, "cancer");
    assert!(ask(&["check", "--help"]).out.contains("not:ID"));
}
