//! Routines: whoever asks, wherever, for however long, gets what they may do and nothing else, within the time. Every pair of
//! precautions is walked in `tests/walks`.

use std::collections::BTreeSet;

use guide::model::NamedRoutine;
use guide::query::RegionWish;
use guide::routine::{LeftOut, Reason, Request};
use guide::screening::Profile;
use guide::shelf::Catalogue;
use sciatica::error::Exit;
use sciatica_testing::routine::{
    Asked, MINUTES, NEARLY_ALL, assert_every_place_gets_what_is_permitted, assert_sound, bundled, open_precautions,
    places, repertoire, screening, variants, walk,
};
use sciatica_testing::screening::{Extent, alone, reader};
use serde_json::Value;

use crate::support::{Answer, FIXTURE, ask, documents, folder};

#[test]
fn every_precaution_in_every_place_gets_what_is_permitted_within_the_time() {
    assert_every_place_gets_what_is_permitted(Extent::Quick);
}

#[test]
fn each_region_and_area_gets_what_belongs_to_it() {
    let catalogue = bundled();
    let ids = open_precautions(&catalogue);
    let profiles: Vec<Vec<String>> = alone(&ids);
    let came = walk(&profiles, |catalogue, declared, came| {
        let reader = reader(catalogue, declared);
        let repertoire = repertoire(catalogue, &reader);
        let screening = screening(catalogue, &reader);
        for region in &catalogue.manifest().regions {
            let areas = region.areas.iter().map(|area| Some(area.id.as_str()));
            for area in std::iter::once(None).chain(areas) {
                let mut asked = Asked::new(declared, 15, None);
                asked.request.region = Some(RegionWish { region: &region.id, area });
                let routine = asked.compose(&repertoire);
                assert_sound(catalogue, &asked, &screening, &routine);
                came.by(&routine);
            }
        }
    });
    assert!(came.empty * 2 < came.routines, "{} of {} are empty", came.empty, came.routines);
}

// Routines that have a name

fn named_routines(catalogue: &Catalogue) -> Vec<NamedRoutine> {
    let ids = catalogue.index().routines();
    ids.map(|row| catalogue.named_routine(row.id).expect("a routine")).collect()
}

#[test]
fn every_named_routine_gives_each_reader_what_is_permitted_of_it() {
    let catalogue = bundled();
    let ids = open_precautions(&catalogue);
    let profiles: Vec<Vec<String>> = alone(&ids);
    let came = walk(&profiles, |catalogue, declared, came| {
        for named in named_routines(catalogue) {
            let reader = catalogue.reader_with(Profile::new(declared.to_vec(), Vec::new()), &named.holds).unwrap();
            let repertoire = repertoire(catalogue, &reader);
            let screening = screening(catalogue, &reader);
            let usual = Asked::named(declared, &named, catalogue);
            let mut asked = variants(&usual);
            for minutes in MINUTES {
                let request = Request { minutes, ..usual.request.clone() };
                asked.push(Asked { declared, request, named: Some(&named) });
            }
            for place in places(catalogue) {
                let request = Request { place, ..usual.request.clone() };
                asked.push(Asked { declared, request, named: Some(&named) });
            }
            for asked in asked.iter().chain([&usual]) {
                let routine = asked.compose(&repertoire);
                assert_eq!((routine.id.as_ref(), &routine.title), (Some(&named.id), &named.title));
                assert_sound(catalogue, asked, &screening, &routine);
                let of_it = |entry: &str| named.steps.iter().any(|step| step.entry == entry);
                let foreign = routine.steps.iter().filter_map(|step| step.entry.as_ref()).find(|it| !of_it(&it.id));
                assert!(foreign.is_none(), "{} does {foreign:?}: {asked:?}", named.id);
                came.by(&routine);
            }
        }
    });
    assert!(came.empty * 4 < came.routines, "{} of {} are empty", came.empty, came.routines);
}

#[test]
fn every_named_routine_is_whole_and_about_as_long_as_it_says_for_who_may_do_all() {
    let catalogue = bundled();
    let routines = named_routines(&catalogue);
    let ids: Vec<&str> = routines.iter().map(|named| named.id.as_str()).collect();
    for id in ["back-and-leg", "desk", "evening", "flare-up", "foot-while-sitting", "low-back-then-cat-cow", "morning"]
    {
        assert!(ids.contains(&id), "{id}: {ids:?}");
    }
    for named in &routines {
        let reader = catalogue.reader_with(Profile::default(), &named.holds).unwrap();
        let routine = Asked::named(&[], named, &catalogue).compose(&repertoire(&catalogue, &reader));
        let (seconds, asked) = (routine.seconds(), routine.asked_seconds);
        assert!(seconds * 100 >= asked * NEARLY_ALL, "{}: {seconds} s of {asked}", named.id);
        let needs = |item: &&LeftOut| !matches!(&item.reason, Reason::Needs(things) if things.contains(&"ball".into()));
        let missing: Vec<&LeftOut> = routine.left_out.iter().filter(needs).collect();
        assert!(missing.is_empty(), "{} leaves out {missing:?}", named.id);
        let mut done: Vec<&str> =
            routine.steps.iter().filter_map(|it| it.entry.as_ref()).map(|it| it.id.as_str()).collect();
        done.dedup();
        let left_out = |id: &str| routine.left_out.iter().any(|item| item.entry.id == id);
        let all: Vec<&str> = named.steps.iter().map(|it| it.entry.as_str()).filter(|id| !left_out(id)).collect();
        assert_eq!(done, all, "{}: its order", named.id);
        assert!(!named.about.is_empty(), "{}", named.id);
    }
}

#[test]
fn no_named_routine_pulls_on_the_hamstrings_and_a_flare_up_presses_nothing() {
    let steps = |routine: &Value| -> Vec<(Value, Vec<String>)> {
        let steps = routine["steps"].as_array().unwrap().iter().map(|step| {
            let file = format!("{}.json", step["entry"].as_str().unwrap());
            let mut files =
                ["points", "stretches", "techniques"].map(|kind| documents(&format!("data/{kind}"))).into_iter();
            let entry = files.find_map(|files| files.into_iter().find(|(path, _)| *path == file)).expect("an entry").1;
            let named: Vec<&Value> = step["ways"].as_array().into_iter().flatten().collect();
            let ways = entry["ways"].as_array().unwrap().iter();
            let ways = ways.filter(|way| named.is_empty() || named.contains(&&way["label"]));
            let movements = ways.flat_map(|way| way["movements"].as_array().into_iter().flatten());
            let movements = movements.map(|movement| movement.as_str().unwrap().to_owned()).collect();
            (entry, movements)
        });
        steps.collect()
    };
    let mut flare_up = 0;
    for (path, routine) in documents("data/routines") {
        for (entry, done) in steps(&routine) {
            assert!(!done.iter().any(|it| it == "hamstring-pull"), "{path}: {}", entry["title"]);
            if path == "flare-up.json" {
                assert!(entry["code"].is_null(), "a flare-up presses {}", entry["code"]);
                assert!(!done.is_empty(), "a flare-up has a technique: {}", entry["title"]);
                for harsh in ["nerve-glide", "end-range-flexion", "extension", "rotation", "lifting", "hip-flexion"] {
                    assert!(!done.iter().any(|it| it == harsh), "a flare-up does {harsh}: {}", entry["title"]);
                }
                flare_up += 1;
            }
        }
    }
    assert!(flare_up >= 3);
}

/// The only routine of an answer in JSON.
fn routine_of(answer: &Answer) -> Value {
    let mut data = answer.data();
    assert_eq!(data.len(), 1, "{}", answer.out);
    data.remove(0)
}

fn in_json(question: &[&str]) -> Value {
    routine_of(&ask(&[question, &["--format", "json"]].concat()))
}

fn steps(routine: &Value) -> &Vec<Value> {
    routine["steps"].as_array().expect("steps")
}

fn text<'v>(value: &'v Value, pointer: &str) -> &'v str {
    value.pointer(pointer).and_then(Value::as_str).unwrap_or_default()
}

fn number(value: &Value, key: &str) -> u64 {
    value[key].as_u64().unwrap_or_else(|| panic!("{key} is no number in {value}"))
}

#[test]
fn the_desk_begins_on_your_feet_and_the_evening_ends_at_rest() {
    let desk = in_json(&["routine", "desk"]);
    assert!(steps(&desk).iter().take(3).all(|step| step["position"] == "standing"), "{desk}");
    let evening = in_json(&["routine", "evening"]);
    let last = steps(&evening).iter().rev().find(|step| step["entry"].is_object()).unwrap();
    assert_eq!((text(last, "/stage"), text(last, "/entry/id")), ("rest", "resting-positions"));
    assert!(["side-lying", "supine"].contains(&text(last, "/position")), "{last}");
}

#[test]
fn a_ball_or_roller_is_used_only_by_who_has_one() {
    let entries = |question: &[&str]| -> Vec<String> {
        let routine = in_json(question);
        let steps = steps(&routine).iter();
        steps.map(|step| format!("{} {}", text(step, "/entry/id"), text(step, "/way")).to_lowercase()).collect()
    };
    for question in [&["routine", "foot-while-sitting"][..], &["routine", "--minutes", "30", "--place", "desk"]] {
        let without = entries(question);
        assert!(!without.iter().any(|step| step.contains("ball") || step.contains("roller")), "{without:?}");
    }
    for tool in ["ball", "roller"] {
        let with = entries(&["routine", "foot-while-sitting", "--tools", tool]);
        assert!(with.iter().any(|step| step.contains(tool)), "{tool}: {with:?}");
        // Where there is no room left for it, that is said.
        let routine = in_json(&["routine", "--minutes", "30", "--place", "desk", "--tools", tool]);
        let told = steps(&routine).iter().any(|step| text(step, "/way").to_lowercase().contains(tool));
        let left_out = routine["left_out"].as_array().unwrap();
        let named = left_out.iter().any(|item| text(item, "/entry/title").to_lowercase().contains(tool));
        assert!(told || named, "nothing is said of the {tool}: {routine}");
    }
}

#[test]
fn a_tool_that_is_at_hand_is_never_passed_over_in_silence() {
    for (question, reason) in [
        (["routine", "--tools", "roller", "--with", "pregnancy"], "avoid"),
        (["routine", "--tools", "roller", "--with", "numb-skin"], "avoid"),
        (["routine", "--tools", "roller", "--place", "standing"], "place"),
        (["routine", "--tools", "ball", "--with", "pregnancy"], "avoid"),
    ] {
        let routine = in_json(&question);
        let left_out = routine["left_out"].as_array().unwrap().iter();
        let reasons: BTreeSet<&str> = left_out
            .filter(|item| {
                let about = format!("{} {}", text(item, "/entry/title"), text(item, "/way")).to_lowercase();
                about.contains(question[2])
            })
            .map(|item| text(item, "/reason"))
            .collect();
        assert!(reasons.contains(reason), "{question:?}: {reasons:?}");
    }
}

// The answer

/// Questions with something to do, and something left out for each reason.
const ROUTINES: [&[&str]; 8] = [
    &["routine"],
    &["routine", "desk", "--with", "pregnancy"],
    &["routine", "evening", "--minutes", "5", "--side", "left"],
    &["routine", "foot-while-sitting", "--with", "frail"],
    &["routine", "--minutes", "30", "--place", "floor", "--with", "spinal-stenosis"],
    &["routine", "--minutes", "20", "--place", "bed", "--region", "leg", "--side", "right"],
    &["routine", "--minutes", "30", "--tools", "ball,roller,warm-pack", "--partner", "--gentle"],
    &["routine", "--minutes", "15", "--place", "desk", "--with", "heart-condition", "--cleared", "warfarin"],
];

#[test]
fn json_carries_entry_way_side_start_and_length_that_add_up() {
    let mut sides = BTreeSet::new();
    for question in ROUTINES {
        let routine = in_json(question);
        let mut start = 0;
        for step in steps(&routine) {
            assert_eq!(number(step, "start_seconds"), start, "{question:?}: {step}");
            let (holds, between) = (number(step, "holds"), number(step, "between_seconds"));
            let work = holds * number(step, "hold_seconds") + between * (holds - 1);
            assert_eq!(number(step, "length_seconds"), number(step, "setup_seconds") + work, "{question:?}: {step}");
            start += number(step, "length_seconds");
            let breathes = step["entry"].is_null();
            assert_eq!(breathes, step["way"].is_null(), "{question:?}: {step}");
            assert_eq!(breathes, ["Arrive and breathe", "Rest a moment"].contains(&text(step, "/title")), "{step}");
            if !breathes {
                let parts = ["/entry/kind", "/entry/id", "/entry/title", "/way", "/position", "/stage", "/say"];
                assert!(parts.iter().all(|part| !text(step, part).is_empty()), "{question:?}: {step}");
                assert_eq!(step["pressure"].is_null(), step["stage"] != "press", "{question:?}: {step}");
                let level = &step["level"];
                assert!(level.is_null() || ["adapt", "ask"].iter().any(|it| level == it), "{question:?}: {step}");
                let who = ["avoid_if", "ask_if"].map(|key| step[key].as_array().unwrap().len());
                assert!(who.iter().sum::<usize>() > 0, "{question:?}: nobody must not: {step}");
            }
            assert!(!step["instruction"].as_array().unwrap().is_empty(), "{question:?}: {step}");
            sides.insert(text(step, "/side").to_owned());
        }
        assert_eq!(start, number(&routine, "length_seconds"), "{question:?}");
        assert!(start <= number(&routine, "asked_seconds"), "{question:?}");
        assert!(!routine["get_help"].as_array().unwrap().is_empty() && routine["stop"].is_object(), "{question:?}");
    }
    assert_eq!(sides, BTreeSet::from([String::new(), "left".to_owned(), "right".to_owned()]));
}

/// A text without its line breaks and marks.
fn unwrapped(text: &str) -> String {
    text.replace("**", "").split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// How a card names a reason.
fn words_of(reason: &str, needs: &[Value]) -> String {
    let words = match reason {
        "avoid" => "avoid: ",
        "ask" => "ask first: ",
        "needs" => {
            return format!("needs {}", needs[0].as_str().unwrap().replace('-', " ").replace("ball", "a soft ball"));
        }
        "partner" => "needs a partner: ",
        "place" => "does not fit the place: ",
        "gentle" => "not gentle enough: ",
        "apart" => "done in a class or with a video: ",
        "by-itself" => "done by itself, in no routine: ",
        "out-of-reach" => "no way left: ",
        "enough" => "enough pressing for one go: ",
        "time" => "no time: ",
        other => panic!("a reason that has no words: {other}"),
    };
    words.to_owned()
}

#[test]
fn every_form_names_each_entry_that_is_left_out_and_why() {
    let mut reasons = BTreeSet::new();
    for question in ROUTINES {
        let routine = in_json(question);
        let left_out = routine["left_out"].as_array().unwrap();
        let forms: [&[&str]; 6] =
            [&[], &["--width", "40"], &["--width", "80"], &["--width", "120"], &["--plain"], &["--format", "markdown"]];
        for form in forms {
            let answer = ask(&[question, form].concat());
            assert_eq!(answer.exit, Exit::Answered, "{question:?}");
            let page = unwrapped(&answer.out);
            let (_, page) = page.split_once("rest a moment").expect("the last step");
            for item in left_out {
                let (reason, needs) = (text(item, "/reason"), item["needs"].as_array().unwrap());
                reasons.insert(reason.to_owned());
                let point = item["entry"]["kind"] == "point";
                let name = text(item, if point { "/entry/id" } else { "/entry/title" }).to_lowercase();
                let words = words_of(reason, needs);
                let words = if reason == "needs" { "needs ".to_owned() } else { words };
                let (_, after) =
                    page.split_once(&words).unwrap_or_else(|| panic!("{question:?} {form:?}: no {words}: {page}"));
                assert!(after.contains(&name), "{question:?} {form:?}: {name} is not left out for {reason}: {page}");
                let way = unwrapped(text(item, "/way"));
                assert!(after.contains(&way), "{question:?} {form:?}: {name}, {way} is not left out: {page}");
            }
        }
        for step in steps(&routine) {
            let page = unwrapped(&ask(&[question, &["--width", "40"]].concat()).out);
            let named = unwrapped(text(step, "/title"));
            assert!(page.contains(&named), "{question:?}: {named} is not in it: {page}");
        }
    }
    for reason in ["avoid", "ask", "needs", "partner", "place", "gentle", "apart", "enough", "time"] {
        assert!(reasons.contains(reason), "{reason} was never seen: {reasons:?}");
    }
}

#[test]
fn a_precaution_stands_beside_what_it_leaves_out() {
    let out = unwrapped(&ask(&["routine", "desk", "--with", "pregnancy"]).out);
    assert!(out.contains("avoid: bl23 (pregnant)"), "{out}");
    assert!(out.contains("put together for: pregnant"), "{out}");
    let open = unwrapped(&ask(&["routine", "desk"]).out);
    assert!(open.contains("nothing declared.") && !open.contains("(pregnant)"), "{open}");
    let asked = in_json(&["routine", "--region", "leg", "--with", "pregnancy"]);
    let ask_first = asked["left_out"].as_array().unwrap().iter().filter(|item| item["reason"] == "ask");
    let ids: Vec<&str> = ask_first.map(|item| text(item, "/entry/id")).collect();
    assert!(ids.contains(&"ST36") && ids.contains(&"BL57"), "{ids:?}");
    let agreed = in_json(&["routine", "--region", "leg", "--cleared", "pregnancy", "--minutes", "30"]);
    let pressed: Vec<&Value> = steps(&agreed).iter().filter(|step| step["stage"] == "press").collect();
    assert!(!pressed.is_empty(), "{agreed}");
    for step in pressed {
        assert!(number(step, "pressure") <= 2 && number(step, "hold_seconds") <= 30, "{step}");
        assert_eq!(step["level"], "ask", "{step}");
    }
}

#[test]
fn what_is_too_short_says_that_it_ends_early() {
    let out = unwrapped(&ask(&["routine", "desk", "--with", "pregnancy", "--minutes", "60"]).out);
    assert!(out.contains("it ends early"), "{out}");
    assert!(!unwrapped(&ask(&["routine", "desk"]).out).contains("it ends early"));
}

#[test]
fn an_empty_routine_says_what_would_change_it_and_ends_with_1() {
    for (question, change) in [
        (&["routine", "--place", "standing", "--region", "foot"][..], "choose another --place, or none"),
        (&["routine", "--minutes", "1"], "take more time: --minutes"),
        (&["routine", "desk", "--minutes", "1"], "take more time: --minutes"),
        (
            &["routine", "--region", "foot", "--with", "pregnancy"],
            "ask the person who is named; once they agree, add --cleared",
        ),
        (&["routine", "--with", "under-16"], "what is open to you: sciatica precautions --with"),
        (&["session", "--minutes", "1"], "take more time: --minutes"),
        (&["session", "--place", "standing", "--region", "foot", "--plan"], "choose another --place, or none"),
    ] {
        for form in [&[][..], &["--width", "40"], &["--plain"], &["--format", "markdown"]] {
            let answer = ask(&[question, form].concat());
            assert_eq!((answer.exit, answer.err.as_str()), (Exit::Failed, ""), "{question:?} {form:?}");
            let page = unwrapped(&answer.out);
            assert!(page.contains("nothing here fits what you asked for"), "{question:?} {form:?}: {page}");
            assert!(page.contains(change), "{question:?} {form:?} does not say: {change}: {page}");
            assert!(!page.contains("arrive and breathe"), "{question:?} {form:?}: {page}");
        }
        let answer = ask(&[question, &["--format", "json"]].concat());
        let routine = routine_of(&answer);
        assert_eq!((answer.exit, steps(&routine).len(), number(&routine, "length_seconds")), (Exit::Failed, 0, 0));
        assert!(!routine["left_out"].as_array().unwrap().is_empty(), "{question:?}");
    }
}

#[test]
fn a_name_that_is_no_routine_ends_with_1_and_the_names_that_are() {
    for (name, hint) in [
        ("siesta", "the routines: back-and-leg, desk, evening"),
        ("evning", "did you mean evening?"),
        ("GB30", "the routines: "),
        ("", "the routines: "),
    ] {
        for command in ["routine", "session"] {
            let answer = ask(&[command, "--", name]);
            assert_eq!((answer.exit, answer.out.as_str()), (Exit::Failed, ""), "{command} {name}");
            assert!(answer.err.contains("no routine is called") && answer.err.contains(hint), "{}", answer.err);
            assert!(answer.err.contains("sciatica routine --minutes 10"), "{}", answer.err);
        }
    }
    for words in [&["At", "the", "desk"][..], &["DESK"], &["flare", "up"], &["in a flare-up"], &["Back and leg"]] {
        assert_eq!(ask(&[&["routine"], words].concat()).exit, Exit::Answered, "{words:?}");
    }
}

#[test]
fn a_place_region_or_tool_that_is_not_known_ends_with_2_and_those_that_are() {
    for (option, word, hint) in [
        ("--place", "sofa", "use one of: desk, floor, bed, standing"),
        ("--region", "arm", "use one of: back, hip, leg, foot"),
        ("--tools", "hammer", "ball, roller, chair"),
        ("--side", "middle", "left, right, both"),
        ("--minutes", "0", "1 to 120"),
        ("--minutes", "121", "1 to 120"),
    ] {
        for command in ["routine", "session"] {
            let answer = ask(&[command, option, word]);
            assert_eq!((answer.exit, answer.out.as_str()), (Exit::Usage, ""), "{command} {option} {word}");
            assert!(answer.err.starts_with("error: ") && answer.err.contains(hint), "{}", answer.err);
        }
    }
    for question in [["--place", "BED"], ["--region", "Lower Back"], ["--region", "knee"], ["--tools", "ball,roller"]] {
        assert_eq!(
            ask(&[&["routine", "--minutes", "20"], &question[..]].concat()).exit,
            Exit::Answered,
            "{question:?}"
        );
    }
}

#[test]
fn a_sign_that_was_declared_ends_it_with_3_and_no_routine() {
    let catalogue = bundled();
    let raising: Vec<(&str, &str)> =
        catalogue.index().precautions().filter_map(|row| Some((row.id, row.red_flag?))).collect();
    assert!(raising.iter().any(|(id, _)| *id == "suspected-clot"));
    let questions: [&[&str]; 5] = [
        &["routine"],
        &["routine", "desk"],
        &["session"],
        &["session", "evening", "--plan"],
        &["session", "--no-red-flags"],
    ];
    for (id, flag) in raising {
        let title = catalogue.red_flag(flag).unwrap().title;
        for question in questions {
            for form in [&[][..], &["--width", "40"], &["--plain"], &["--format", "markdown"]] {
                let answer = ask(&[question, &["--with", id], form].concat());
                assert_eq!(answer.exit, Exit::Stopped, "{question:?} {id}");
                let page = unwrapped(&answer.out);
                assert!(page.contains(&unwrapped(&title)) && page.contains("get help"), "{question:?} {id}: {page}");
                assert!(
                    !page.contains("arrive and breathe") && !page.contains("left out"),
                    "{question:?} {id}: {page}"
                );
            }
            let answer = ask(&[question, &["--with", id, "--format", "json"]].concat());
            assert_eq!((answer.exit, text(&routine_of(&answer), "/id")), (Exit::Stopped, flag), "{question:?} {id}");
        }
    }
}

#[test]
fn the_line_to_go_on_with_leads_to_a_session_of_the_same_steps() {
    for question in ROUTINES {
        let answer = ask(&[question, &["--plain"]].concat());
        let line = answer.out.lines().find_map(|line| line.strip_prefix("Command: sciatica ")).expect("a command");
        let words: Vec<&str> = line.split_whitespace().collect();
        assert_eq!(words[0], "session");
        let (routine, plan) = (in_json(question), ask(&[&words[..], &["--format", "json"]].concat()));
        assert_eq!(plan.exit, Exit::Answered, "{line}: {}", plan.err);
        let phases = plan.data();
        for (place, step) in steps(&routine).iter().enumerate() {
            let own: Vec<&Value> =
                phases.iter().filter(|phase| number(phase, "step") == u64::try_from(place + 1).unwrap()).collect();
            let length: u64 = own.iter().map(|phase| number(phase, "length_seconds")).sum();
            assert_eq!(length, number(step, "length_seconds"), "{line}: {step}");
            assert!(own.iter().all(|phase| phase["title"] == step["title"] && phase["side"] == step["side"]), "{line}");
        }
    }
}

// The plan of a session

#[test]
fn a_session_in_a_pipe_prints_its_plan_whose_phases_add_up() {
    for question in [
        &["session"][..],
        &["session", "desk"],
        &["session", "evening", "--speak", "--bell"],
        &["session", "--minutes", "5", "--place", "bed", "--side", "left", "--no-red-flags"],
        &["session", "flare-up", "--plan", "--with", "frail"],
    ] {
        let answer = ask(question);
        assert_eq!((answer.exit, answer.err.as_str()), (Exit::Answered, ""), "{question:?}");
        let (_, plan) = answer.out.split_once("Plan").expect("a plan");
        let all = plan.split_once(" in all").expect("its length").0.trim();
        let json = ask(&[question, &["--format", "json"]].concat());
        let schema: Value = serde_json::from_str(&json.out).unwrap();
        assert_eq!((json.exit, &schema["schema"]), (Exit::Answered, &"sciatica.session-plan/1".into()), "{question:?}");
        let mut start = 0;
        for phase in json.data() {
            assert_eq!(number(&phase, "start_seconds"), start, "{question:?}: {phase}");
            let length = number(&phase, "length_seconds");
            assert!(length > 0 && !text(&phase, "/say").is_empty(), "{question:?}: {phase}");
            for cue in phase["cues"].as_array().unwrap() {
                assert!(number(cue, "seconds_left") < length, "{question:?}: {phase}");
            }
            start += length;
            let clock = format!("{}:{:02}", number(&phase, "start_seconds") / 60, number(&phase, "start_seconds") % 60);
            assert!(answer.out.contains(&clock), "{question:?}: {clock} is not in the plan:\n{}", answer.out);
        }
        assert_eq!(all, format!("{}:{:02}", start / 60, start % 60), "{question:?}");
    }
}

#[test]
fn a_plan_says_who_it_is_for_and_when_to_stop_in_every_form() {
    for form in [&["--width", "40"][..], &["--width", "120"], &["--plain"], &["--format", "markdown"]] {
        let page = unwrapped(&ask(&[&["session", "desk", "--with", "pregnancy", "--plan"], form].concat()).out);
        for part in [
            "get help now if",
            "put together for: pregnant",
            "avoid: bl23 (pregnant)",
            "stop if it gets sharper",
            "arrive and breathe.",
            "rest a moment.",
        ] {
            assert!(page.contains(part), "{form:?} lacks {part:?}: {page}");
        }
        assert!(!page.contains("kidney transporter"), "{form:?}: {page}");
    }
}

#[test]
fn the_frozen_catalogue_has_a_routine_of_its_own() {
    let catalogue = folder(FIXTURE);
    let answer = ask(&[
        "routine", "short-break", "--minutes", "40", "--tools", "ball", "--format", "json", "--catalogue", &catalogue,
    ]);
    let routine = routine_of(&answer);
    let ids: BTreeSet<&str> = steps(&routine).iter().map(|step| text(step, "/entry/id")).collect();
    assert_eq!(
        (answer.exit, ids),
        (Exit::Answered, BTreeSet::from(["", "GB30", "LV3", "arch-and-round", "knee-rock"]))
    );
    let ours = ask(&["routine", "desk", "--catalogue", &catalogue]);
    assert!(ours.exit == Exit::Failed && ours.err.contains("the routines: short-break"), "{}", ours.err);
}
