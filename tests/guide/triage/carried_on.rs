//! What a check learns is carried on: the line at the end declares it, and says that nothing applies only where that is known.

use guide::model::Urgency;
use sciatica::error::Exit;
use serde_json::json;

use super::reader::{
    assert_goes_on_with, assert_stops_with, flags, interview_about, interview_of, line_of, precautions, stop_line,
};
use crate::support::{Answer, Keeper, ask, ask_keeping};

/// What the line at the end declares.
fn declared(what: &str, answer: &Answer) -> Vec<String> {
    let line = line_of(what, answer);
    let options = line.strip_prefix("sciatica routine").unwrap_or_else(|| panic!("{what}: {line}"));
    let ids = options.strip_prefix(" --with ").map(|ids| ids.split(',').map(str::to_owned).collect());
    assert!(options.is_empty() || ids.is_some(), "{what}: {line}");
    ids.unwrap_or_default()
}

/// The ids, each once and in order.
fn union<'i>(ids: impl IntoIterator<Item = &'i String>) -> Vec<String> {
    let mut ids: Vec<String> = ids.into_iter().cloned().collect();
    ids.sort();
    ids.dedup();
    ids
}

/// Gives answers, and says no to whatever they hang on.
fn answered(answers: &str) -> Answer {
    let answer = ask(&["check", "--answers", answers]);
    if answer.exit != Exit::Failed {
        return answer;
    }
    let asked = ask(&["check", "--answers", answers, "--format", "json"]).data().remove(0);
    let no = asked["ask"]["no"].as_str().expect("a line that says no").to_owned();
    let answer = ask(&no.split(' ').skip(1).collect::<Vec<_>>());
    assert_ne!(answer.exit, Exit::Failed, "{answers}: what was answered is asked again:\n{}", answer.out);
    answer
}

fn kept(ids: &[&str]) -> Keeper {
    Keeper::of(&json!({"format_version": 1, "declared": ids, "cleared": []}).to_string())
}

#[test]
fn every_sign_carries_on_what_it_implies() {
    let mut carried = 0;
    for (id, flag) in flags() {
        let mut names = vec![id.as_str()];
        names.extend(flag.implies.iter().map(String::as_str).filter(|it| ["pregnancy", "after-birth"].contains(it)));
        let (answer, held) = (ask(&["check", "--answers", id]), interview_about(&names).answer);
        if flag.urgency == Urgency::Soon {
            assert_eq!(declared(id, &answer), union(&flag.implies), "{id}:\n{}", answer.out);
            let none = ["none".to_owned()];
            let expected = if flag.implies.is_empty() { none.to_vec() } else { union(&flag.implies) };
            assert_eq!(declared(id, &held), expected, "{id}, asked:\n{}", held.out);
            carried += usize::from(!flag.implies.is_empty());
        } else {
            for answer in [&answer, &held].into_iter().filter(|_| flag.id != "under-16-with-back-pain") {
                assert_stops_with(id, answer, &stop_line(flag));
            }
        }
    }
    assert!(carried >= 4, "{carried}");
}

#[test]
fn every_sign_with_every_precaution_carries_on_both() {
    for (id, flag) in flags() {
        for (other, precaution) in precautions() {
            let answers = format!("{other},{id}");
            let answer = answered(&answers);
            if flag.urgency > Urgency::Soon || precaution.sign().is_some() {
                assert_eq!(answer.exit, Exit::Stopped, "{answers}: {}", answer.out);
                assert!(!answer.out.contains("--with none"), "{answers}: {}", answer.out);
            } else {
                let expected = union(flag.implies.iter().chain([other]));
                assert_eq!(declared(&answers, &answer), expected, "{answers}:\n{}", answer.out);
            }
        }
    }
}

#[test]
fn a_reader_who_is_asked_carries_on_both_too() {
    for (id, flag) in flags().iter().filter(|(_, flag)| flag.urgency == Urgency::Soon) {
        for (other, precaution) in precautions().iter().filter(|(_, it)| it.sign().is_none()) {
            let held = interview_about(&[id, other]);
            let is_asked = held.shows(&flag.short);
            let implied = flag.implies.iter().filter(|_| is_asked);
            let expected = union(implied.chain([other]));
            assert_eq!(declared(id, &held.answer), expected, "{id}, {}:\n{}", precaution.id, held.answer.out);
        }
    }
}

#[test]
fn that_nothing_applies_is_said_only_where_it_is_known() {
    assert_goes_on_with("none", &ask(&["check", "--answers", "none"]), "none");
    assert_goes_on_with("asked", &interview_about(&[]).answer, "none");
    assert_goes_on_with("asked", &interview_about(&["not-better"]).answer, "none");
    for answers in ["not-better", "not:saddle-numbness", "not-better,not:cancer-history"] {
        let answer = ask(&["check", "--answers", answers]);
        assert_goes_on_with(answers, &answer, "");
        assert!(answer.out.contains("Precautions: you were not asked about them."), "{}", answer.out);
        assert!(answer.out.contains("\n  sciatica precautions\n"), "{}", answer.out);
    }
    for known in ["none", "not-better,pacemaker"] {
        let answer = ask(&["check", "--answers", known]);
        assert!(!answer.out.contains("Precautions: you were not asked"), "{}", answer.out);
    }
}

#[test]
fn a_program_reads_what_was_implied_by_which_sign() {
    let data = |answers: &str| ask(&["check", "--answers", answers, "--format", "json"]).data().remove(0);
    let check = data("pulsing-tummy,pacemaker");
    assert_eq!(check["precautions"], json!(["aneurysm", "pacemaker"]));
    assert_eq!(check["implied"], json!([{"red_flag": "pulsing-tummy", "precautions": ["aneurysm"]}]));
    assert_eq!((&check["precautions_asked"], &check["ask"]), (&json!(true), &json!(null)));
    assert_eq!(check["next"], "sciatica routine --with aneurysm,pacemaker");
    let check = data("not-better");
    assert_eq!((&check["precautions_asked"], &check["next"]), (&json!(false), &json!("sciatica routine")));
    assert_eq!((&check["precautions"], &check["implied"]), (&json!([]), &json!([])));
    let check = data("none");
    assert_eq!((&check["precautions_asked"], &check["next"]), (&json!(true), &json!("sciatica routine --with none")));
}

#[test]
fn what_a_sign_has_told_is_not_asked_again() {
    for (id, flag) in flags().iter().filter(|(_, flag)| flag.urgency == Urgency::Soon) {
        for implied in flag.implies.iter().map(|it| &precautions()[it]).filter(|it| it.id != "pregnancy") {
            assert!(interview_about(&[]).shows(&implied.title), "{id}");
            assert!(!interview_about(&[id]).shows(&implied.title), "{id}: {} is asked again", implied.id);
        }
    }
    for precaution in precautions().values().filter(|it| it.red_flag.is_some()) {
        assert!(!interview_about(&[]).shows(&precaution.title), "{}: was asked as a sign", precaution.id);
    }
}

#[test]
fn what_is_kept_is_not_asked_again_and_holds_by_itself() {
    let keeper = kept(&["pacemaker", "pregnancy"]);
    let held = interview_of(&keeper, &[], &["aneurysm"]);
    assert!(!held.shows(&precautions()["pacemaker"].title) && !held.shows(&precautions()["pregnancy"].title));
    assert!(held.shows(&flags()["pregnancy-emergency"].short), "a kept pregnancy has its signs");
    assert_eq!(line_of("kept", &held.answer), "sciatica routine --with aneurysm");
    assert!(held.answer.out.contains("Your profile: "), "{}", held.answer.out);
    for keeper in [&keeper, &kept(&[])] {
        assert_eq!(line_of("all noes", &interview_of(keeper, &[], &[]).answer), "sciatica routine");
        for answers in ["none", "not-better", "not-better,pacemaker"] {
            let answer = ask_keeping(keeper, &[("LANG", "C.UTF-8")], &["check", "--answers", answers]);
            let line = line_of(answers, &answer);
            assert!(!line.contains("none") && !line.contains("pregnancy"), "{answers}: {line}");
        }
    }
}

#[test]
fn a_sign_that_is_kept_stops_after_what_is_more_urgent() {
    let flags = flags();
    for (precaution, sign) in [("suspected-clot", "suspected-clot-leg"), ("under-16", "under-16-with-back-pain")] {
        let keeper = kept(&[precaution]);
        let with = |answers: &str| ask_keeping(&keeper, &[("LANG", "C.UTF-8")], &["check", "--answers", answers]);
        for answers in ["none", "not-better", "pacemaker"] {
            assert_stops_with(answers, &with(answers), &stop_line(&flags[sign]));
        }
        assert_stops_with("worse", &with("saddle-numbness"), &stop_line(&flags["saddle-numbness"]));
        let held = interview_of(&keeper, &[], &[]);
        assert_stops_with(precaution, &held.answer, &stop_line(&flags[sign]));
        assert_eq!(held.asked(), 2, "{precaution}: the emergencies alone");
        let held = interview_of(&keeper, &[], &["saddle-numbness"]);
        assert_stops_with(precaution, &held.answer, &stop_line(&flags["saddle-numbness"]));
    }
}

#[test]
fn a_profile_that_cannot_be_read_is_told_beside_the_answer() {
    for broken in ["{", "{\"format_version\": 1, \"declared\": [\"gluten\"], \"cleared\": []}"] {
        let keeper = Keeper::of(broken);
        let stopped =
            ask_keeping(&keeper, &[("LANG", "C.UTF-8")], &["check", "--answers", "saddle-numbness", "--width", "80"]);
        assert_eq!(stopped.exit, Exit::Stopped);
        assert!(stopped.out.starts_with("GET HELP NOW") && stopped.err.contains("your profile"), "{}", stopped.err);
        for answer in [
            ask_keeping(&keeper, &[("LANG", "C.UTF-8")], &["check", "--answers", "none"]),
            interview_of(&keeper, &[], &[]).answer,
        ] {
            assert_eq!(line_of("broken", &answer), "sciatica routine");
            assert!(answer.err.contains("your profile") && answer.err.contains("cannot be used"), "{}", answer.err);
        }
    }
}

#[test]
fn an_answer_that_is_a_sign_is_that_sign() {
    let flags = flags();
    let mut signs = 0;
    for (id, precaution) in precautions() {
        let Some(flag) = precaution.sign() else { continue };
        assert_stops_with(id, &ask(&["check", "--answers", id]), &stop_line(&flags[flag]));
        if precaution.red_flag.is_none() {
            assert_stops_with(id, &interview_about(&[id]).answer, &stop_line(&flags[flag]));
            assert_ne!(ask(&["points", "--with", id]).exit, Exit::Stopped, "{id}: outside a check it is a precaution");
            signs += 1;
        }
    }
    assert!(signs >= 1);
    assert_eq!(precautions()["under-16"].sign().unwrap(), "under-16-with-back-pain");
}
