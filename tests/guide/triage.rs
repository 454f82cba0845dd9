//! `sciatica check`: whole interviews with a scripted reader, and the same answers given on the command line.

mod carried_on;
mod further;
mod reader;
mod screens;

use std::process::Stdio;
use std::time::Duration;

use guide::model::Urgency;
use sciatica::error::Exit;
use serde_json::Value;

use crate::process::program;
use crate::support::{ask, documents, each_text};
use reader::{
    after_noes, among_noes, assert_goes_on_with, assert_stops_with, catalogue, flags, interview, interview_about,
    interview_with, precautions, questions, stop_line, unwrapped,
};

// Interviews

/// Noes alone lead past the screens that few are asked.
fn screens_of_noes() -> usize {
    questions().screens.iter().filter(|screen| screen.only_for.is_empty()).count()
}

#[test]
fn noes_alone_end_with_the_line_to_go_on_with_and_the_reminder() {
    let screens = screens_of_noes();
    for no in ["n", "no", "N", " none "] {
        let held = interview(&vec![no; screens]);
        assert_goes_on_with(no, &held.answer, "none");
        assert!(held.answer.out.starts_with("You named no sign that needs help today."), "{}", held.answer.out);
        assert_eq!(held.asked(), screens, "{no:?}: one answer a screen");
    }
}

#[test]
fn a_yes_asks_which_and_takes_several() {
    let (questions, flags) = (questions(), flags());
    let first = &questions.screens[0];
    for (number, id) in first.flags.iter().enumerate() {
        let held = interview(&["y", &(number + 1).to_string()]);
        assert_stops_with(id, &held.answer, &stop_line(&flags[id]));
        assert!(held.answer.out.contains(&format!("sciatica show {id}\n")), "{id}: {}", held.answer.out);
        assert!(unwrapped(&held.answer.out).contains(&flags[id].say), "{id}: {}", held.answer.out);
    }
    let held = interview(&["y", "y", "perhaps", "", "9", "2"]);
    assert_stops_with("y", &held.answer, &stop_line(&flags[&first.flags[1]]));
    assert_eq!(held.asked(), 6);
    let soon = place_of_urgency(Urgency::Soon);
    let held = interview(&among_noes(soon, &["y", "1 2"]));
    for id in &questions.screens[soon + 1].flags[..2] {
        assert!(held.answer.out.contains(&flags[id].title), "{id}: {}", held.answer.out);
    }
}

/// How many noes lead to the first screen of an urgency after the one that few are asked.
fn place_of_urgency(urgency: Urgency) -> usize {
    let (questions, flags) = (questions(), flags());
    let asked = questions.screens.iter().filter(|screen| screen.only_for.is_empty());
    asked.take_while(|screen| screen.flags.first().is_none_or(|id| flags[id].urgency != urgency)).count()
}

#[test]
fn a_question_mark_shows_the_whole_questions_and_asks_again() {
    let (questions, flags) = (questions(), flags());
    let held = interview(&among_noes(0, &["?"]));
    assert_goes_on_with("?", &held.answer, "none");
    assert_eq!(held.asked(), screens_of_noes() + 1);
    for id in &questions.screens[0].flags {
        assert!(!unwrapped(&held.turns[0]).contains(&flags[id].question), "{id}: {}", held.turns[0]);
        assert!(unwrapped(&held.turns[1]).contains(&flags[id].question), "{id}: {}", held.turns[1]);
    }
    let about_you = screens_of_noes() - 1;
    let held = interview(&among_noes(about_you, &["?", "n"]));
    let asked = precautions().values().filter(|it| questions.screens.last().unwrap().precautions.contains(&it.id));
    for precaution in asked.filter(|it| it.red_flag.is_none()) {
        assert!(unwrapped(&held.turns[about_you + 1]).contains(&precaution.question), "{}", precaution.id);
    }
}

#[test]
fn who_cannot_tell_rings_and_asks() {
    let flags = flags();
    for (urgency, first) in [
        (Urgency::Emergency, "GET HELP NOW: Ring now and ask: your local emergency number (112,"),
        (Urgency::SameDay, "GET HELP TODAY: Ring your doctor or an advice line today and ask."),
    ] {
        let place = place_of_urgency(urgency);
        let id = if urgency == Urgency::Emergency { "saddle-numbness" } else { "suspected-clot-leg" };
        let held = interview(&after_noes(place, &["u", "1"]));
        assert_stops_with(id, &held.answer, first);
        let text = unwrapped(&held.answer.out);
        assert!(text.contains(&format!("If it is so: {}", flags[id].what_to_do[0].text)), "{id}: {text}");
    }
    let soon = interview(&among_noes(place_of_urgency(Urgency::Soon), &["u", "1"]));
    assert!(soon.answer.out.starts_with("Book an appointment."), "{}", soon.answer.out);
    let json = interview_with(&["--format", "json"], &["u", "1"]).answer;
    assert_eq!((&json.data()[0]["outcome"], &json.data()[0]["unsure"]), (&"stop".into(), &true.into()));
}

#[test]
fn an_answer_that_is_not_clear_is_asked_for_again() {
    let all = screens_of_noes();
    for unclear in ["", ",", "maybe", "0", "99", "1 x", "y n", "-1", "1.5", "99999999999999999999999", "\u{1b}[2J"] {
        let held = interview(&among_noes(0, &[unclear]));
        assert_goes_on_with(unclear, &held.answer, "none");
        assert_eq!(held.asked(), all + 1, "{unclear:?}");
        assert!(held.turns[1].starts_with("Please type"), "{unclear:?}: {:?}", held.turns[1]);
        assert!(held.turns[1].contains("screen 1 of 9"), "{unclear:?}: {:?}", held.turns[1]);
        assert!(!held.turns.concat().contains('\u{1b}'), "{unclear:?}");
    }
    for unclear in ["", "u", "y", "maybe", "0"] {
        let held = interview(&among_noes(all - 1, &[unclear]));
        assert_goes_on_with(unclear, &held.answer, "none");
        assert!(held.turns[all].starts_with("Please type"), "{unclear:?}: {:?}", held.turns[all]);
    }
}

#[test]
fn who_leaves_is_told_that_it_was_not_finished() {
    let starts =
        (0..screens_of_noes()).map(|noes| after_noes(noes, &[])).chain([after_noes(0, &["y"]), after_noes(2, &["?"])]);
    for lines in starts {
        for options in [&[][..], &["--format", "json"], &["--plain"]] {
            let answer = interview_with(options, &lines).answer;
            assert_eq!((answer.exit, answer.out.as_str()), (Exit::Failed, ""), "{lines:?} {options:?}");
            assert!(answer.err.starts_with("error: the check was not finished\n"), "{}", answer.err);
            assert!(answer.err.contains("rules nothing out"), "{}", answer.err);
        }
    }
}

#[test]
fn several_numbers_can_be_typed_on_every_screen() {
    let named = ["pregnancy", "after-birth", "not-better", "getting-worse", "disc-flare", "spinal-stenosis"];
    let held = interview_about(&[&named[..], &["antiplatelet", "pacemaker", "skin-condition", "knee-lump"]].concat());
    let declared = "after-birth,antiplatelet,disc-flare,knee-lump,pacemaker,pregnancy,skin-condition,spinal-stenosis";
    assert_goes_on_with("several", &held.answer, declared);
    for id in ["not-better", "getting-worse"] {
        assert!(held.answer.out.contains(&flags()[id].title), "{}", held.answer.out);
    }
    let line = format!("routine --with {declared}");
    let answer = ask(&line.split_whitespace().collect::<Vec<_>>());
    assert_eq!(answer.exit, Exit::Answered, "{line}: {}", answer.err);
    // Of several signs the most urgent ends it.
    let held = interview_about(&["pregnancy", "pregnant-with-leg-pain", "pregnancy-emergency"]);
    assert_stops_with("pregnant", &held.answer, &stop_line(&flags()["pregnancy-emergency"]));
}

#[test]
fn what_is_typed_in_words_is_taken_and_never_passed_over() {
    for line in ["numb bottom", "I wet myself", "u\0numb bottom", "maybe, cauda equina"] {
        let lines: Vec<String> = line.split('\0').map(str::to_owned).collect();
        let held = interview(&lines);
        assert_eq!(held.answer.exit, Exit::Stopped, "{line}: {}", held.answer.out);
        assert!(held.answer.out.contains("GET HELP NOW"), "{line}: {}", held.answer.out);
    }
    let mut lines = after_noes(3, &["pregnant warfarin"]);
    lines.extend(after_noes(40, &[]));
    let held = interview(&lines);
    assert!(held.turns.concat().contains("Noted: blood thinners."), "{}", held.turns.concat());
    assert_goes_on_with("words", &held.answer, "blood-thinners,pregnancy");
}

#[test]
fn signs_to_book_for_are_kept_to_the_end() {
    let (questions, flags) = (questions(), flags());
    let soon = place_of_urgency(Urgency::Soon);
    let ids = &questions.screens[soon + 1].flags;
    let lines = among_noes(soon, &["1 3"]);
    let held = interview(&lines);
    assert_goes_on_with("soon", &held.answer, "none");
    let text = unwrapped(&held.answer.out);
    for id in [&ids[0], &ids[2]] {
        assert!(text.contains(&flags[id].title) && text.contains("book an appointment"), "{id}: {text}");
    }
    let json = interview_with(&["--format", "json"], &lines).answer;
    let booked: Vec<Value> = json.data()[0]["book"].as_array().unwrap().iter().map(|it| it["id"].clone()).collect();
    assert_eq!(booked, [&ids[0], &ids[2]].map(|id| Value::from(id.as_str())));
}

#[test]
fn an_interview_has_the_look_that_was_asked_for() {
    let plain = interview_with(&["--plain"], &["?", "1"]);
    for line in plain.turns[..2].concat().lines().filter(|line| !line.is_empty()) {
        assert!(line.contains(": ") || line.ends_with(':'), "no label: {line}");
    }
    for width in ["20", "40", "60"] {
        let held = interview_with(&["--width", width], &["?", "1"]);
        assert_eq!(held.answer.exit, Exit::Stopped);
        let widest = held.answer.out.lines().map(|line| line.chars().count()).max();
        assert!(widest <= width.parse().ok(), "{widest:?} in {width}");
    }
    // What the reader typed and read is not part of the answer.
    let held = interview(&["1"]);
    assert!(!held.answer.out.contains("Which apply?"), "{}", held.answer.out);
}

// Answers on the command line

#[test]
fn each_red_flag_as_an_answer_ends_as_its_urgency_says() {
    for (id, flag) in flags() {
        let what = &flag.what_to_do[0].text;
        let text = ask(&["check", "--answers", id]);
        let plain = ask(&["check", "--answers", id, "--plain"]);
        let json = ask(&["check", "--answers", id, "--format", "json"]);
        let data = json.data();
        assert_eq!((data.len(), &data[0]["kind"]), (1, &"check".into()), "{id}");
        assert_eq!((json.exit, plain.exit), (text.exit, text.exit), "{id}");
        assert_eq!(data[0]["reminder"]["text"], questions().reminder.text, "{id}");
        if flag.urgency == Urgency::Soon {
            assert_goes_on_with(id, &text, &flag.implies.join(","));
            assert!(text.out.starts_with("Book an appointment."), "{id}: {}", text.out);
            assert_eq!((&data[0]["outcome"], &data[0]["red_flag"]), (&"go-on".into(), &Value::Null), "{id}");
            assert_eq!(data[0]["book"][0]["id"], *id);
            let next = [&["sciatica routine".to_owned()][..], &flag.implies].concat().join(" --with ");
            assert_eq!(data[0]["next"], next, "{id}");
        } else {
            assert_stops_with(id, &text, &stop_line(flag));
            assert_eq!(plain.out.lines().next(), Some(stop_line(flag).as_str()), "{id}");
            assert_eq!((&data[0]["outcome"], &data[0]["next"]), (&"stop".into(), &Value::Null), "{id}");
            assert_eq!((&data[0]["red_flag"]["id"], &data[0]["unsure"]), (&id.as_str().into(), &false.into()));
            assert_eq!(data[0]["red_flag"]["do"][0]["text"], *what, "{id}");
        }
    }
}

#[test]
fn each_precaution_as_an_answer_stands_in_a_line_that_runs() {
    let flags = flags();
    let (mut open, mut stopped) = (0, 0);
    for (id, precaution) in precautions() {
        let denied = precaution.further().iter().map(|flag| format!("not:{flag}"));
        let answers = std::iter::once(id.clone()).chain(denied).collect::<Vec<_>>().join(",");
        let answer = ask(&["check", "--answers", &answers]);
        if let Some(flag) = precaution.sign() {
            assert_stops_with(id, &answer, &stop_line(&flags[flag]));
            stopped += 1;
            continue;
        }
        assert_goes_on_with(id, &answer, id);
        let json = ask(&["check", "--answers", &answers, "--format", "json"]);
        let next = json.data()[0]["next"].as_str().expect("a line").to_owned();
        assert_eq!(json.data()[0]["precautions"], serde_json::json!([id]));
        let ran = ask(&next.split_whitespace().skip(1).collect::<Vec<_>>());
        assert_eq!((ran.exit, ran.out.is_empty()), (Exit::Answered, false), "{next}: {}", ran.err);
        open += 1;
    }
    assert!(open >= 30 && stopped >= 5, "{open} open, {stopped} stopped");
    let next = ask(&["check", "--answers", "none", "--format", "json"]).data()[0]["next"].clone();
    let ran = ask(&next.as_str().unwrap().split_whitespace().skip(1).collect::<Vec<_>>());
    assert_eq!(ran.exit, Exit::Answered);
}

#[test]
fn answers_are_weighed_by_urgency_and_not_by_their_order() {
    let flags = flags();
    for answers in ["not-better,saddle-numbness,fever-and-back-pain", "pregnancy,fever-and-back-pain,bladder-change"] {
        let answer = ask(&["check", "--answers", answers]);
        let worst = answers.split(',').find(|id| flags.get(*id).is_some_and(|it| it.urgency == Urgency::Emergency));
        assert_stops_with(answers, &answer, &stop_line(&flags[worst.unwrap()]));
    }
    let both = ask(&["check", "--answers", "not-better", "--answers", "aspirin,arthritis-flare,clopidogrel"]);
    assert_goes_on_with("twice", &both, "antiplatelet,arthritis-flare");
    assert!(both.out.starts_with("Book an appointment."), "{}", both.out);
    let one = ask(&["check", "--answers", "arthritis-flare,antiplatelet,not-better"]);
    assert_eq!(one, both, "the order of the answers changes nothing");
}

#[test]
fn every_word_for_a_sign_or_a_precaution_is_an_answer() {
    let homonyms: Vec<String> = catalogue().homonyms().unwrap().into_iter().flat_map(|it| it.names).collect();
    let of_flags = flags().values().map(|flag| (&flag.id, &flag.aliases));
    let of_precautions = precautions().values().map(|it| (&it.id, &it.aliases));
    for (id, aliases) in of_flags.chain(of_precautions) {
        let by_id = ask(&["check", "--answers", id]);
        for alias in aliases.iter().filter(|alias| !homonyms.contains(alias)) {
            assert_eq!(ask(&["check", "--answers", alias]), by_id, "{alias} is not {id}");
        }
    }
}

#[test]
fn an_answer_that_is_not_understood_is_a_wrong_command_line() {
    for (word, near) in
        [("warfarinn", "blood-thinners"), ("sadle-numbness", "saddle-numbness"), ("pregnent", "pregnancy")]
    {
        let answer = ask(&["check", "--answers", word]);
        assert_eq!((answer.exit, answer.out.as_str()), (Exit::Usage, ""), "{word}");
        assert!(answer.err.contains(&format!("did you mean {near}")), "{word}: {}", answer.err);
        // A sign that was named beside it may be shown first; the line to go on with never is.
        let answer = ask(&["check", "--answers", &format!("bladder-change,{word}")]);
        assert!([Exit::Usage, Exit::Stopped].contains(&answer.exit), "{word}: {}", answer.out);
        assert!(!answer.out.contains("Go on with"), "{word}: {}", answer.out);
        assert!(answer.err.contains(&format!("did you mean {near}")), "{word}: {}", answer.err);
    }
    for word in ["", " ", "GB30", "knee-to-chest", "right-now", "who-2008", "qwertzuiop"] {
        let answer = ask(&["check", "--answers", word]);
        assert_eq!((answer.exit, answer.out.as_str()), (Exit::Usage, ""), "{word}");
        assert!(answer.err.contains("sciatica red-flags"), "{word}: {}", answer.err);
    }
    for answers in ["none,not-better", "warfarin,none", "NONE,saddle-numbness"] {
        let answer = ask(&["check", "--answers", answers]);
        assert!(answer.exit != Exit::Answered && !answer.out.contains("Go on with"), "{answers}: {}", answer.out);
        assert!(answer.err.contains("nothing applies"), "{answers}: {}", answer.err);
    }
    for (word, choices) in [
        ("clot", &["suspected-clot", "past-clot"][..]),
        ("blood clot", &["suspected-clot", "past-clot"]),
        ("foot drop", &["new-foot-drop", "old-foot-drop"]),
        ("high blood pressure", &["controlled-blood-pressure", "uncontrolled-blood-pressure"]),
    ] {
        let answer = ask(&["check", "--answers", word]);
        assert_eq!((answer.exit, answer.out.as_str()), (Exit::Usage, ""), "{word}");
        assert!(choices.iter().all(|choice| answer.err.contains(choice)), "{word}: {}", answer.err);
    }
    assert_goes_on_with("None", &ask(&["check", "--answers", " None "]), "none");
}

#[test]
fn both_legs_old_and_examined_are_no_emergency() {
    let answer = ask(&["check", "--answers", "both-legs-old"]);
    assert_goes_on_with("both-legs-old", &answer, "");
    assert!(!answer.out.contains("GET HELP"), "{}", answer.out);
    let first = &flags()["both-legs-old"].what_to_do[0].text;
    assert!(!first.to_lowercase().contains("emergency"), "{first}");
    // What is new is one.
    assert_eq!(ask(&["check", "--answers", "both-legs-new"]).exit, Exit::Stopped);
}

// Numbers to ring

/// The numbers of several countries stand together; the advice line of one is named with its country.
const TOGETHER: [&str; 2] = ["(112, 999, 911, 000; in New Zealand 111)", "(in the UK 111)"];

/// A number to ring that stands without the others.
fn number_alone(text: &str) -> Option<&'static str> {
    let rest = TOGETHER.iter().fold(unwrapped(text), |rest, together| rest.replace(together, ""));
    let words: Vec<&str> = rest.split(|c: char| !c.is_ascii_alphanumeric()).collect();
    let of_a_seed =
        |place: usize| place > 0 && ["seed", "Seed", "Seeds", "seeds", "article"].contains(&words[place - 1]);
    ["112", "999", "911", "000", "111", "108", "118", "119"]
        .into_iter()
        .find(|number| words.iter().enumerate().any(|(place, word)| word == number && !of_a_seed(place)))
}

#[test]
fn no_text_names_the_number_of_one_country_alone() {
    assert_eq!(number_alone("Ring 999 now."), Some("999"));
    assert_eq!(number_alone("Ring (112, 999, 911, 000; in\nNew Zealand 111), or ask (in the UK 111)."), None);
    for (path, document) in documents("data").into_iter().filter(|(path, _)| !path.starts_with("sources/")) {
        each_text(&document, &mut Vec::new(), &mut |keys, text| {
            if !keys.iter().any(|key| ["source", "sources", "id", "path"].contains(key)) {
                assert_eq!(number_alone(text), None, "{path}, {keys:?}: {text}");
            }
        });
    }
    let mut texts = vec![interview(&["u", "1"]).answer.out, interview(&after_noes(40, &[])).turns.concat()];
    for form in [&[][..], &["--plain"], &["--width", "80"], &["--format", "markdown"]] {
        texts.push(ask(&[&["red-flags"], form].concat()).out);
        for id in flags().keys() {
            texts.extend([&["show", id][..], &["check", "--answers", id]].map(|it| ask(&[it, form].concat()).out));
        }
    }
    for text in texts {
        assert_eq!(number_alone(&text), None, "{text}");
    }
}

// Processes and terminals

#[test]
fn without_a_terminal_it_never_waits() {
    // A pipe that stays open without a word, and no input at all.
    for stdin in [Stdio::null(), Stdio::piped()] {
        let mut command = program();
        command.args(["check"]).stdin(stdin).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("a process");
        let held_open = child.stdin.take();
        let output = child.wait_with_output().expect("an end");
        drop(held_open);
        let err = String::from_utf8_lossy(&output.stderr);
        assert_eq!((output.status.code(), output.stdout.is_empty()), (Some(2), true), "{err}");
        assert!(err.contains("no terminal on which to ask") && err.contains("--answers"), "{err}");
    }
}

#[cfg(unix)]
#[test]
fn on_a_terminal_a_reader_is_asked_and_answered() {
    use expectrl::{Eof, Expect, Session};

    let (questions, flags) = (questions(), flags());
    let id = &questions.screens[1].flags[0];
    let mut command = program();
    command.env("TERM", "xterm").env("NO_COLOR", "1").env("COLUMNS", "80").arg("check");
    let mut session = Session::spawn(command).expect("a terminal");
    session.set_expect_timeout(Some(Duration::from_secs(20)));
    let mut seen = Vec::new();
    for (prompt, line) in [("tells more: ", "n"), ("tells more: ", "y"), ("goes back: ", "1")] {
        let found = session.expect(prompt).expect("a question");
        seen.extend_from_slice(found.as_bytes());
        session.send_line(line).expect("a reader");
    }
    seen.extend_from_slice(session.expect(Eof).expect("an end").as_bytes());
    let text = unwrapped(&String::from_utf8(seen).expect("UTF-8"));
    for screen in &questions.screens[..2] {
        assert!(text.contains(&screen.heading), "{text}");
    }
    assert!(text.contains(&stop_line(&flags[id])), "{text}");
    let status = session.get_process().wait().expect("a status");
    assert!(format!("{status:?}").contains("Exited") && format!("{status:?}").ends_with(", 3)"), "{status:?}");
}
