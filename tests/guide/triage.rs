//! `sciatica check`: whole interviews with a scripted reader, and the same answers given on the command line.

use std::cell::RefCell;
use std::collections::{BTreeMap, VecDeque};
use std::ffi::OsString;
use std::io;
use std::process::Stdio;
use std::rc::Rc;
use std::time::Duration;

use sciatica::catalogue::{Catalogue, Precaution, RedFlag, TriageQuestions, Urgency};
use sciatica::error::Exit;
use sciatica::terminal::{Dialogue, World};
use serde_json::Value;

use crate::process::program;
use crate::support::{Answer, Keeper, ask, documents, each_text, no_folder};

// A reader who follows a script

/// What was shown before each line that the reader typed; the last is what came after the last line.
type Turns = Rc<RefCell<Vec<String>>>;

struct Scripted {
    lines: VecDeque<String>,
    turns: Turns,
}

impl Dialogue for Scripted {
    fn say(&mut self, text: &str) -> io::Result<()> {
        self.turns.borrow_mut().last_mut().expect("a turn").push_str(text);
        Ok(())
    }

    fn hear(&mut self) -> io::Result<Option<String>> {
        self.turns.borrow_mut().push(String::new());
        Ok(self.lines.pop_front().map(|line| line + "\n"))
    }
}

/// An interview that was held.
struct Held {
    answer: Answer,
    turns: Vec<String>,
}

impl Held {
    /// How often the reader was asked for a line.
    fn asked(&self) -> usize {
        self.turns.len() - 1
    }
}

/// Holds an interview with a reader who types these lines, and then leaves.
fn interview_with<S: AsRef<str>>(options: &[&str], lines: &[S]) -> Held {
    let lines: VecDeque<String> = lines.iter().map(|line| line.as_ref().to_owned()).collect();
    let turns: Turns = Rc::new(RefCell::new(vec![String::new()]));
    let dialogue = || Some(Box::new(Scripted { lines: lines.clone(), turns: Rc::clone(&turns) }) as Box<dyn Dialogue>);
    let variable = |name: &str| (name == "LANG").then(|| OsString::from("C.UTF-8"));
    let world = World {
        variable: &variable,
        stdout_is_terminal: false,
        terminal_width: &|| None,
        color: &|_| false,
        dialogue: &dialogue,
        device: &|_| None,
        write_file: &|_, _, _| Err(std::io::ErrorKind::Unsupported.into()),
        profile: &Keeper::default(),
        write_folder: &no_folder,
    };
    let arguments = ["sciatica", "check"].iter().chain(options).map(OsString::from);
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let exit = sciatica::run(arguments, &world, &mut out, &mut err);
    let text = |bytes| String::from_utf8(bytes).expect("an answer in UTF-8");
    let answer = Answer { exit, out: text(out), err: text(err) };
    let turns = turns.borrow().clone();
    Held { answer, turns }
}

fn interview<S: AsRef<str>>(lines: &[S]) -> Held {
    interview_with(&[], lines)
}

fn catalogue() -> Catalogue {
    Catalogue::bundled().expect("the bundled catalogue")
}

fn questions() -> TriageQuestions {
    catalogue().triage_questions().expect("questions")
}

fn flags() -> BTreeMap<String, RedFlag> {
    let catalogue = catalogue();
    let ids = documents("data/red-flags").into_iter().map(|(path, _)| path.replace(".json", ""));
    ids.map(|id| (id.clone(), catalogue.red_flag(&id).expect("a red flag"))).collect()
}

fn precautions() -> BTreeMap<String, Precaution> {
    let catalogue = catalogue();
    let ids: Vec<String> = catalogue.index().precautions().map(|row| row.id.to_owned()).collect();
    ids.into_iter().map(|id| (id.clone(), catalogue.precaution(&id).expect("a precaution"))).collect()
}

/// As many noes as lead to a group, and then these.
fn after_noes(noes: usize, then: &[&str]) -> Vec<String> {
    std::iter::repeat_n("n", noes).chain(then.iter().copied()).map(str::to_owned).collect()
}

/// The same, and noes to all that is asked after it.
fn among_noes(noes: usize, then: &[&str]) -> Vec<String> {
    let mut lines = after_noes(noes, then);
    lines.extend(after_noes(40, &[]));
    lines
}

fn unwrapped(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// How the first line of a stop begins.
fn stop_line(flag: &RedFlag) -> String {
    format!("{}: {}", flag.urgency.words().to_uppercase(), flag.what_to_do[0].text)
}

fn assert_stops_with(what: &str, answer: &Answer, first: &str) {
    assert_eq!((answer.exit, answer.err.as_str()), (Exit::Stopped, ""), "{what}");
    assert!(unwrapped(&answer.out).starts_with(first), "{what} does not begin with {first:?}:\n{}", answer.out);
    let next = ["Go on with", "sciatica routine", "--with"];
    assert!(!next.iter().any(|part| answer.out.contains(part)), "{what} goes on:\n{}", answer.out);
}

fn assert_goes_on_with(what: &str, answer: &Answer, declared: &str) {
    assert_eq!((answer.exit, answer.err.as_str()), (Exit::Answered, ""), "{what}");
    let reminder = questions().reminder.text;
    let text = unwrapped(&answer.out);
    let end = format!("Go on with sciatica routine --with {declared} {reminder} {}", catalogue().manifest().notice);
    assert!(text.ends_with(&end), "{what} does not end with {end:?}:\n{}", answer.out);
}

// Interviews

#[test]
fn noes_alone_end_with_the_line_to_go_on_with_and_the_reminder() {
    let questions = questions();
    let groups = questions.groups.len() + questions.precautions.len();
    for no in ["n", "no", "N", " none "] {
        let held = interview(&vec![no; groups]);
        assert_goes_on_with(no, &held.answer, "none");
        assert!(held.answer.out.starts_with("You named no sign that needs help today."), "{}", held.answer.out);
        assert_eq!(held.asked(), groups, "{no:?}: one answer a group");
    }
}

#[test]
fn the_questions_come_in_the_order_of_the_catalogue_and_are_counted() {
    let questions = questions();
    let (flags, precautions) = (flags(), precautions());
    let of_flags = questions
        .groups
        .iter()
        .map(|group| (&group.heading, group.flags.iter().map(|id| flags[id].short.as_str()).collect::<Vec<_>>()));
    let of_precautions = questions
        .precautions
        .iter()
        .map(|group| (&group.heading, group.ids.iter().map(|id| precautions[id].title.as_str()).collect::<Vec<_>>()));
    let groups: Vec<_> = of_flags.chain(of_precautions).collect();
    let held = interview(&vec!["n"; groups.len()]);
    for (place, (turn, (heading, signs))) in held.turns.iter().zip(&groups).enumerate() {
        let text = unwrapped(turn);
        assert!(text.contains(heading.as_str()), "group {place}: {turn}");
        assert!(text.contains(&format!("{} of {}", place + 1, groups.len())), "group {place}: {turn}");
        for (number, sign) in signs.iter().enumerate() {
            assert!(text.contains(&format!("{} {sign}", number + 1)), "group {place}: {sign:?} in {turn}");
        }
    }
    let shown: Vec<usize> = held.turns.iter().map(|turn| turn.lines().count()).collect();
    assert!(shown.iter().all(|lines| *lines <= 12), "no group is longer than a glance: {shown:?}");
}

#[test]
fn emergencies_are_asked_about_first_and_everything_is_asked_about_once() {
    let questions = questions();
    let urgencies: Vec<Urgency> = questions.groups.iter().map(|group| group.urgency).collect();
    assert!(urgencies.is_sorted_by(|one, other| one >= other), "{urgencies:?}");
    assert_eq!(urgencies.first(), Some(&Urgency::Emergency));
    let flags = flags();
    for group in &questions.groups {
        for id in &group.flags {
            assert_eq!(flags[id].urgency, group.urgency, "{id} in {}", group.id);
        }
    }
    let mut asked: Vec<&String> = questions.groups.iter().flat_map(|group| &group.flags).collect();
    asked.sort();
    assert_eq!(asked, flags.keys().collect::<Vec<_>>());
    let precautions = precautions();
    let mut asked: Vec<&String> = questions.precautions.iter().flat_map(|group| &group.ids).collect();
    asked.sort();
    assert_eq!(asked, precautions.keys().collect::<Vec<_>>());
}

#[test]
fn every_red_flag_can_be_reached_by_its_number_and_by_yes() {
    let (questions, flags) = (questions(), flags());
    for (place, group) in questions.groups.iter().enumerate() {
        for (number, id) in group.flags.iter().enumerate() {
            let (flag, number) = (&flags[id], (number + 1).to_string());
            for lines in [among_noes(place, &[&number]), among_noes(place, &["y", &number])] {
                let held = interview(&lines);
                if flag.urgency == Urgency::Soon {
                    assert_goes_on_with(id, &held.answer, "none");
                    assert!(held.answer.out.starts_with("Book an appointment."), "{id}: {}", held.answer.out);
                    let text = unwrapped(&held.answer.out);
                    assert!(text.contains(&flag.what_to_do[0].text), "{id}: {text}");
                } else {
                    assert_stops_with(id, &held.answer, &stop_line(flag));
                    assert!(held.answer.out.contains(&format!("sciatica show {id}\n")), "{id}: {}", held.answer.out);
                    assert!(unwrapped(&held.answer.out).contains(&flag.say), "{id}: {}", held.answer.out);
                    assert!(held.asked() <= place + 2, "{id}: nothing is asked after it");
                }
            }
        }
    }
}

#[test]
fn yes_asks_which_until_a_number_is_given() {
    let (questions, flags) = (questions(), flags());
    let group = &questions.groups[0];
    let held = interview(&["y", "y", "perhaps", "", "9", "2"]);
    assert_stops_with("y", &held.answer, &stop_line(&flags[&group.flags[1]]));
    for turn in &held.turns[1..6] {
        assert!(turn.contains("Which one? Its number:") && !turn.contains(&group.heading), "{turn:?}");
    }
}

#[test]
fn a_question_mark_shows_the_whole_questions_and_asks_again() {
    let (questions, flags, precautions) = (questions(), flags(), precautions());
    let of_flags = questions.groups.iter().map(|group| group.flags.iter().map(|id| &flags[id].question).collect());
    let of_precautions =
        questions.precautions.iter().map(|group| group.ids.iter().map(|id| &precautions[id].question).collect());
    let groups: Vec<Vec<&String>> = of_flags.chain(of_precautions).collect();
    for (place, group) in groups.iter().enumerate() {
        let held = interview(&after_noes(place, &["?", "n"]));
        for question in group {
            assert!(!unwrapped(&held.turns[place]).contains(question.as_str()), "{question}: {:?}", held.turns);
            assert!(unwrapped(&held.turns[place + 1]).contains(question.as_str()), "{question}: {:?}", held.turns);
        }
        let again = unwrapped(&held.turns[place + 1]);
        assert!(again.contains(&format!("{} of {}", place + 1, groups.len())), "{again}");
    }
    let held = interview(&["?", "1"]);
    assert_stops_with("? and 1", &held.answer, &stop_line(&flags[&questions.groups[0].flags[0]]));
}

#[test]
fn who_cannot_tell_rings_and_asks() {
    let (questions, flags) = (questions(), flags());
    for (place, group) in questions.groups.iter().enumerate() {
        for (number, id) in group.flags.iter().enumerate() {
            let flag = &flags[id];
            let held = interview(&among_noes(place, &["u", &(number + 1).to_string()]));
            let first = match flag.urgency {
                Urgency::Emergency => "GET HELP NOW: Ring now and ask",
                Urgency::SameDay => "GET HELP TODAY: Ring your doctor or an advice line today and ask",
                Urgency::Soon => {
                    assert_goes_on_with(id, &held.answer, "none");
                    continue;
                }
            };
            assert_stops_with(id, &held.answer, first);
            let text = unwrapped(&held.answer.out);
            assert!(text.contains(&format!("If it is so: {}", flag.what_to_do[0].text)), "{id}: {text}");
        }
    }
    let json = interview_with(&["--format", "json"], &["u", "1"]).answer;
    assert_eq!((&json.data()[0]["outcome"], &json.data()[0]["unsure"]), (&"stop".into(), &true.into()));
}

#[test]
fn an_answer_that_is_not_clear_is_asked_for_again() {
    let all = questions().groups.len() + questions().precautions.len();
    for unclear in ["", "maybe", "0", "9", "1 x", "y n", "-1", "1.5", "99999999999999999999999", "\u{1b}[2J"] {
        let held = interview(&among_noes(0, &[unclear]));
        assert_goes_on_with(unclear, &held.answer, "none");
        assert_eq!(held.asked(), all + 1, "{unclear:?}");
        assert!(held.turns[1].starts_with("Please type"), "{unclear:?}: {:?}", held.turns[1]);
        assert!(held.turns[1].contains(&format!("1 of {all}")), "{unclear:?}: {:?}", held.turns[1]);
        assert!(!held.turns.concat().contains('\u{1b}'), "{unclear:?}");
    }
    let groups = questions().groups.len();
    for unclear in ["", "u", "y", "maybe", "0"] {
        let held = interview(&among_noes(groups, &[unclear]));
        assert_goes_on_with(unclear, &held.answer, "none");
        assert!(held.turns[groups + 1].starts_with("Please type"), "{unclear:?}: {:?}", held.turns[groups + 1]);
    }
}

#[test]
fn who_leaves_is_told_that_it_was_not_finished() {
    let all = questions().groups.len() + questions().precautions.len();
    let starts = (0..all).map(|noes| after_noes(noes, &[])).chain([after_noes(0, &["y"]), after_noes(2, &["?"])]);
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
fn every_precaution_can_be_reached_by_its_number() {
    let (questions, flags, precautions) = (questions(), flags(), precautions());
    let before = questions.groups.len();
    for (place, group) in questions.precautions.iter().enumerate() {
        for (number, id) in group.ids.iter().enumerate() {
            let held = interview(&among_noes(before + place, &[&(number + 1).to_string()]));
            match &precautions[id].red_flag {
                Some(flag) => assert_stops_with(id, &held.answer, &stop_line(&flags[flag])),
                None => assert_goes_on_with(id, &held.answer, id),
            }
        }
    }
}

#[test]
fn several_precautions_stand_in_the_line_to_go_on_with() {
    let (questions, precautions) = (questions(), precautions());
    let open = |id: &&String| precautions[*id].red_flag.is_none();
    let groups: Vec<&Vec<String>> = questions.precautions.iter().map(|group| &group.ids).collect();
    let of_two: Vec<usize> = (0..groups.len()).filter(|at| groups[*at].iter().filter(open).count() >= 2).collect();
    let (one, other) = (of_two[0], of_two[1]);
    let mut lines = after_noes(questions.groups.len() + one, &["2, 1"]);
    lines.extend(after_noes(other - one - 1, &["1 2"]));
    lines.extend(after_noes(40, &[]));
    let held = interview(&lines);
    let line = held.answer.out.lines().find(|line| line.contains("sciatica routine")).expect("a line to go on with");
    let (_, declared) = line.split_once("--with ").expect("what was declared");
    let mut found: Vec<&str> = declared.split(',').collect();
    let mut expected: Vec<&str> =
        [one, other].iter().flat_map(|at| groups[*at][..2].iter().map(String::as_str)).collect();
    found.sort_unstable();
    expected.sort_unstable();
    assert_eq!((held.answer.exit, found), (Exit::Answered, expected), "{}", held.answer.out);
    let answer = ask(&line.split_whitespace().skip(1).collect::<Vec<_>>());
    assert_eq!(answer.exit, Exit::Answered, "{line}: {}", answer.err);
}

#[test]
fn signs_to_book_for_are_kept_to_the_end() {
    let (questions, flags) = (questions(), flags());
    let soon: Vec<usize> =
        (0..questions.groups.len()).filter(|at| questions.groups[*at].urgency == Urgency::Soon).collect();
    let (first, second) = (soon[0], soon[1]);
    let mut lines = after_noes(first, &["1 2"]);
    lines.extend(among_noes(second - first - 1, &["y", "1"]));
    let held = interview(&lines);
    assert_goes_on_with("soon", &held.answer, "none");
    let ids =
        [&questions.groups[first].flags[0], &questions.groups[first].flags[1], &questions.groups[second].flags[0]];
    let text = unwrapped(&held.answer.out);
    for id in ids {
        assert!(text.contains(&flags[id].title) && text.contains("book an appointment"), "{id}: {text}");
    }
    let json = interview_with(&["--format", "json"], &lines).answer;
    let booked: Vec<Value> = json.data()[0]["book"].as_array().unwrap().iter().map(|it| it["id"].clone()).collect();
    assert_eq!(booked, ids.map(|id| Value::from(id.as_str())));
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
    assert!(!held.answer.out.contains("Does one of these apply"), "{}", held.answer.out);
}

// Answers on the command line

#[test]
fn each_red_flag_as_an_answer_ends_as_its_urgency_says() {
    for (id, flag) in flags() {
        let what = &flag.what_to_do[0].text;
        let text = ask(&["check", "--answers", &id]);
        let plain = ask(&["check", "--answers", &id, "--plain"]);
        let json = ask(&["check", "--answers", &id, "--format", "json"]);
        let data = json.data();
        assert_eq!((data.len(), &data[0]["kind"]), (1, &"check".into()), "{id}");
        assert_eq!((json.exit, plain.exit), (text.exit, text.exit), "{id}");
        assert_eq!(data[0]["reminder"]["text"], questions().reminder.text, "{id}");
        if flag.urgency == Urgency::Soon {
            assert_goes_on_with(&id, &text, "none");
            assert!(text.out.starts_with("Book an appointment."), "{id}: {}", text.out);
            assert_eq!((&data[0]["outcome"], &data[0]["red_flag"]), (&"go-on".into(), &Value::Null), "{id}");
            assert_eq!(data[0]["book"][0]["id"], id);
            assert_eq!(data[0]["next"], "sciatica routine --with none", "{id}");
        } else {
            assert_stops_with(&id, &text, &stop_line(&flag));
            assert_eq!(plain.out.lines().next(), Some(stop_line(&flag).as_str()), "{id}");
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
        let answer = ask(&["check", "--answers", &id]);
        if let Some(flag) = &precaution.red_flag {
            assert_stops_with(&id, &answer, &stop_line(&flags[flag]));
            stopped += 1;
            continue;
        }
        assert_goes_on_with(&id, &answer, &id);
        let json = ask(&["check", "--answers", &id, "--format", "json"]);
        let next = json.data()[0]["next"].as_str().expect("a line").to_owned();
        assert_eq!(json.data()[0]["precautions"], serde_json::json!([id]));
        let ran = ask(&next.split_whitespace().skip(1).collect::<Vec<_>>());
        // Nothing here is for a child; the answer says so, and what is open.
        let expected = if id == "under-16" { Exit::Failed } else { Exit::Answered };
        assert_eq!((ran.exit, ran.out.is_empty()), (expected, false), "{next}: {}", ran.err);
        open += 1;
    }
    assert!(open >= 30 && stopped >= 4, "{open} open, {stopped} stopped");
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
    let both = ask(&["check", "--answers", "not-better", "--answers", "warfarin,frail,coumadin"]);
    assert_goes_on_with("twice", &both, "blood-thinners,frail");
    assert!(both.out.starts_with("Book an appointment."), "{}", both.out);
    let one = ask(&["check", "--answers", "frail,blood-thinners,not-better"]);
    assert_eq!(one, both, "the order of the answers changes nothing");
}

#[test]
fn every_word_for_a_sign_or_a_precaution_is_an_answer() {
    let homonyms: Vec<String> = catalogue().homonyms().unwrap().into_iter().flat_map(|it| it.names).collect();
    let of_flags = flags().into_values().map(|flag| (flag.id, flag.aliases));
    let of_precautions = precautions().into_values().map(|it| (it.id, it.aliases));
    for (id, aliases) in of_flags.chain(of_precautions) {
        let by_id = ask(&["check", "--answers", &id]);
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
        for answers in [word.to_owned(), format!("not-better,{word}"), format!("saddle-numbness,{word}")] {
            let answer = ask(&["check", "--answers", &answers]);
            assert_eq!((answer.exit, answer.out.as_str()), (Exit::Usage, ""), "{answers}");
            assert!(answer.err.contains(&format!("did you mean {near}")), "{answers}: {}", answer.err);
        }
    }
    for word in ["", " ", "GB30", "knee-to-chest", "right-now", "who-2008", "qwertzuiop"] {
        let answer = ask(&["check", "--answers", word]);
        assert_eq!((answer.exit, answer.out.as_str()), (Exit::Usage, ""), "{word}");
        assert!(answer.err.contains("sciatica red-flags"), "{word}: {}", answer.err);
    }
    for answers in ["none,not-better", "warfarin,none", "NONE,saddle-numbness"] {
        let answer = ask(&["check", "--answers", answers]);
        assert_eq!((answer.exit, answer.out.as_str()), (Exit::Usage, ""), "{answers}");
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
    assert_goes_on_with("both-legs-old", &answer, "none");
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
    let id = &questions.groups[2].flags[0];
    let mut command = program();
    command.env("TERM", "xterm").env("NO_COLOR", "1").env("COLUMNS", "80").arg("check");
    let mut session = Session::spawn(command).expect("a terminal");
    session.set_expect_timeout(Some(Duration::from_secs(20)));
    let mut seen = Vec::new();
    for (prompt, line) in [("tells more: ", "n"), ("tells more: ", "n"), ("tells more: ", "y"), ("number: ", "1")] {
        let found = session.expect(prompt).expect("a question");
        seen.extend_from_slice(found.as_bytes());
        session.send_line(line).expect("a reader");
    }
    seen.extend_from_slice(session.expect(Eof).expect("an end").as_bytes());
    let text = unwrapped(&String::from_utf8(seen).expect("UTF-8"));
    for group in &questions.groups[..3] {
        assert!(text.contains(&group.heading), "{text}");
    }
    assert!(text.contains(&stop_line(&flags[id])), "{text}");
    let status = session.get_process().wait().expect("a status");
    assert!(format!("{status:?}").contains("Exited") && format!("{status:?}").ends_with(", 3)"), "{status:?}");
}
