//! The command line as a contract: names, declarations, wrong input and exit codes, in processes of their own.

use std::ffi::OsString;
use std::time::Duration;

use guide::shelf::Catalogue;
use proptest::prelude::*;
use sciatica::error::Exit;
use sciatica::world::World;
use serde_json::Value;

use crate::process::{Ran, keeping_in, run, run_in};
use crate::support::{FIXTURE, Keeper, Scratch, documents, no_folder};

/// Every command that takes `--with`.
pub(crate) const WITH: [&[&str]; 25] = [
    &["now"],
    &["points"],
    &["points", "--region", "leg"],
    &["stretches"],
    &["stretches", "--region", "leg"],
    &["techniques"],
    &["show", "GB30"],
    &["show", "knee-to-chest"],
    &["show", "pressing"],
    &["learn"],
    &["learn", "evidence"],
    &["search", "pain", "behind", "knee"],
    &["search", "thumb"],
    &["precautions"],
    &["precautions", "pregnancy"],
    &["precautions", "GB30"],
    &["routine"],
    &["routine", "desk"],
    &["routine", "--place", "bed", "--region", "leg"],
    &["session", "evening"],
    &["session", "--plan"],
    &["handout", "GB30"],
    &["handout", "--routine", "desk"],
    &["map"],
    &["map", "--region", "foot"],
];

/// The headings under which a card tells how to press or move.
const HOW_TO: [&str; 7] = ["Find it", "Press it", "Do it", "Off it", "step 1", "Plan", "Arrive and breathe"];

fn codes() -> Vec<String> {
    let bundled = Catalogue::bundled(sciatica::bundle()).unwrap();
    bundled.index().points().map(|row| row.code.to_owned()).collect()
}

fn tells_how_to(text: &str) -> bool {
    HOW_TO.iter().any(|heading| text.contains(heading))
}

/// The words of a text without line breaks, however it was wrapped.
fn unwrapped(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn assert_clean(what: &str, ran: &Ran) {
    let bad = |c: &char| {
        (c.is_control() && !"\n\t".contains(*c)) || guide::text::acts_on_a_terminal(*c) && !"\n\t".contains(*c)
    };
    for text in [&ran.out, &ran.err] {
        let found = text.chars().find(bad);
        assert_eq!(found, None, "{what}: {text:?}");
    }
}

// Lookups

#[test]
fn a_point_is_found_by_every_name_in_use() {
    let names = [
        ("LV3", "LV3"),
        ("lr3", "LV3"),
        ("liv 3", "LV3"),
        ("KI1", "KD1"),
        ("K1", "KD1"),
        ("ub40", "BL40"),
        ("B40", "BL40"),
        ("huan tiao", "GB30"),
        ("Huántiào", "GB30"),
        ("HUANTIAO", "GB30"),
        ("環跳", "GB30"),
        ("环跳", "GB30"),
        ("Jumping Circle", "GB30"),
        ("jumping-circle", "GB30"),
        ("ＧＢ３０", "GB30"),
        ("gb-030", "GB30"),
        ("VB30", "GB30"),
        ("Jūliáo", "GB29"),
        ("  gb30  ", "GB30"),
    ];
    for (name, code) in names {
        let ran = run(&["show", name]);
        assert_eq!((ran.exit, ran.err.as_str()), (0, ""), "{name}");
        assert!(ran.out.starts_with(&format!("{code}  ")), "{name}: {}", ran.out);
        assert_eq!(run(&["show", name, "--format", "json"]).data()[0]["code"], code, "{name}");
    }
}

#[test]
fn words_are_one_name_first_and_then_each_its_own() {
    for words in [&["show", "huan", "tiao"][..], &["show", "gb", "30"], &["show", "Jumping", "Circle"]] {
        let data = run(&[words, &["--format", "json"]].concat()).data();
        assert_eq!((data.len(), &data[0]["code"]), (1, &"GB30".into()), "{words:?}");
    }
    let both = run(&["show", "BL40", "GB30", "--format", "json"]);
    let found: Vec<_> = both.data().iter().map(|entry| entry["code"].clone()).collect();
    assert_eq!((both.exit, found), (0, vec!["BL40".into(), "GB30".into()]), "in the order in which they were asked");
    let text = run(&["show", "GB30", "BL40"]).out;
    assert!(text.starts_with("GB30  ") && text.contains("\nBL40  "), "{text}");
}

#[test]
fn a_name_with_two_meanings_answers_with_the_choice() {
    for (name, choices) in [
        ("B54", &["BL40", "BL54"][..]),
        ("bl54", &["BL40"]),
        ("UB54", &["BL40"]),
        ("juliao", &["GB29", "ST3"]),
        ("figure-four", &["sciatica show figure-four-lying: ", "sciatica show figure-four-seated: "]),
        ("Figure Four", &["figure-four-lying", "figure-four-seated"]),
        ("hamstring", &["sciatica show hamstring-seated: ", "sciatica show hamstring-lying: "]),
        ("hamstring stretch", &["hamstring-seated", "hamstring-lying"]),
        ("piriformis stretch", &["figure-four-lying", "figure-four-seated"]),
    ] {
        let ran = run(&["show", name]);
        assert_eq!((ran.exit, ran.out.as_str()), (1, ""), "{name}");
        assert!(ran.err.contains("could mean more than one thing"), "{name}: {}", ran.err);
        for choice in choices {
            assert!(ran.err.contains(choice), "{name} does not offer {choice}: {}", ran.err);
        }
    }
    // Tones, if typed, decide: Jùliáo is the point on the face.
    assert_ne!(run(&["show", "Jùliáo"]).exit, 0);
}

#[test]
fn a_typo_gets_a_suggestion_and_never_a_correction() {
    for (typo, near) in [("GB300", "GB30 (Huántiào, Jumping Circle)"), ("huantaio", "GB30"), ("pregnanci", "pregnancy")]
    {
        let ran = run(&["show", typo]);
        assert_eq!((ran.exit, ran.out.as_str()), (1, ""), "{typo}");
        let lines: Vec<&str> = ran.err.lines().collect();
        assert!(lines[0].starts_with("error: ") && lines[0].contains(&format!("\"{typo}\"")), "{}", ran.err);
        assert!(lines[1].starts_with("  did you mean ") && lines[1].contains(near), "{}", ran.err);
        assert_eq!(lines[2..], ["  see: sciatica points"], "{}", ran.err);
    }
    let far = run(&["show", "xylophone"]);
    assert!(far.exit == 1 && !far.err.contains("did you mean"), "{}", far.err);
}

#[test]
fn a_miss_beside_a_hit_leaves_the_hit() {
    let ran = run(&["show", "GB300", "BL40"]);
    assert_eq!(ran.exit, 1);
    assert!(ran.out.starts_with("BL40  ") && !ran.out.contains("GB300"), "{}", ran.out);
    assert!(ran.err.starts_with("error: ") && ran.err.contains("\"GB300\""), "{}", ran.err);
    // Stopped for safety is the stronger ending.
    let withheld = run(&["show", "GB300", "BL60", "--pregnant"]);
    assert!(withheld.exit == 3 && withheld.err.contains("\"GB300\""), "{withheld:?}");
}

#[test]
fn json_of_a_miss_is_an_empty_list() {
    let none = run(&["show", "GB300", "--format", "json"]);
    assert_eq!((none.exit, none.data().len()), (1, 0));
    assert!(none.err.contains("did you mean GB30"), "{}", none.err);
    let one = run(&["show", "GB300", "BL40", "--format", "json"]);
    assert_eq!((one.exit, one.data().len()), (1, 1));
    for name in ["B54", "nothing"] {
        assert_eq!(run(&["show", name, "--format", "json"]).data().len(), 0, "{name}");
    }
}

/// One answer for every name, whatever kinds they are of.
#[test]
fn precautions_answer_every_name() {
    let ran = run(&["precautions", "GB30", "varicose-veins"]);
    assert_eq!(ran.exit, 0);
    assert!(ran.out.contains("varicose-veins"), "{}", ran.out);
}

// What the reader declares

#[test]
fn bl60_is_withheld_in_pregnancy_in_every_form() {
    for form in [&[][..], &["--width", "80"], &["--plain"], &["--format", "markdown"], &["--full"], &["--sources"]] {
        let ran = run(&[&["show", "BL60", "--pregnant"], form].concat());
        assert_eq!((ran.exit, ran.err.as_str()), (3, ""), "{form:?}");
        let text = unwrapped(&ran.out);
        for part in [
            "AVOID (pregnant):",
            "An old custom warns against this",
            "heel cord",
            "How to press it is withheld",
            "Instead",
        ] {
            assert!(text.contains(part), "{form:?} lacks {part:?}:\n{}", ran.out);
        }
        assert!(!tells_how_to(&ran.out), "{form:?} tells how to press:\n{}", ran.out);
    }
    let ran = run(&["show", "BL60", "--pregnant", "--format", "json"]);
    assert_eq!(ran.exit, 3);
    assert_eq!((&ran.json()["screened"], &ran.json()["profile"]), (&true.into(), &serde_json::json!(["pregnancy"])));
    let point = &ran.data()[0];
    assert_eq!((&point["level"], &point["withheld"]), (&"avoid".into(), &true.into()));
    assert!(point["findings"][0]["because"].as_str().unwrap().contains("An old custom"));
    assert!(point["place"]["text"].as_str().unwrap().contains("heel cord"));
    for part in ["find", "off_if", "ways", "struck_ways"] {
        assert!(point[part].is_null(), "{part}");
    }
}

#[test]
fn a_plain_record_begins_with_the_level_and_the_notice() {
    let out = run(&["show", "BL60", "--pregnant", "--plain"]).out;
    let mut lines = out.lines();
    assert!(lines.next().unwrap().starts_with("AVOID (pregnant): "), "{out}");
    assert!(lines.next().unwrap().starts_with("Notice: "), "{out}");
    for line in out.lines().filter(|line| !line.is_empty()) {
        assert!(line.contains(": "), "no label: {line}");
    }
}

#[test]
fn ask_says_whom_and_what_and_opens_within_limits_once_cleared() {
    let asked = run(&["show", "ST36", "--pregnant"]);
    assert_eq!(asked.exit, 3);
    let text = unwrapped(&asked.out);
    assert!(
        text.contains("ASK FIRST (pregnant):") && text.contains("Ask your midwife or doctor: \"May I press"),
        "{text}"
    );
    assert!(text.contains("add --cleared pregnancy") && !tells_how_to(&text), "{text}");
    for declared in [&["--pregnant"][..], &[], &["--with", "pregnant"]] {
        let question = [&["show", "ST36", "--cleared", "pregnancy"], declared].concat();
        let cleared = run(&question);
        assert_eq!(cleared.exit, 0, "{question:?}");
        assert!(cleared.out.contains("light (2 of 5), 30 s, "), "{}", cleared.out);
        let point = &run(&[&question[..], &["--format", "json"]].concat()).data()[0];
        assert_eq!((&point["level"], &point["withheld"]), (&"ask".into(), &false.into()));
        for way in point["ways"].as_array().unwrap() {
            assert!(way["pressure"].as_u64().unwrap() <= 2, "{way}");
            assert!(way["hold_seconds"]["max"].as_u64().unwrap() <= 30, "{way}");
        }
    }
    let lifted = run(&["show", "BL60", "--pregnant", "--cleared", "pregnancy"]);
    assert!(lifted.exit == 3 && !tells_how_to(&lifted.out), "a clinician's word lifted AVOID:\n{}", lifted.out);
}

#[test]
fn undeclared_precautions_are_named_before_the_how_to() {
    for form in [&[][..], &["--plain"], &["--format", "markdown"]] {
        let ran = run(&[&["show", "BL60"], form].concat());
        assert_eq!(ran.exit, 0);
        let (before, _) = ran.out.split_once("Find it").expect("how-to");
        assert!(before.contains("Avoid if") && before.contains("pregnant"), "{form:?}: {before}");
        assert!(before.contains("Get help now if") && before.contains("swollen"), "{form:?}: {before}");
        assert!(ran.out.contains("Nothing declared."), "{form:?}: {}", ran.out);
    }
    let json = run(&["show", "BL60", "--format", "json"]);
    assert_eq!(json.json()["screened"], false);
    assert!(json.data()[0]["avoid_if"].as_array().unwrap().contains(&"pregnancy".into()));
}

/// A rule on some ways of an entry: the rest is shown, and the reader learns whom to ask about those.
#[test]
fn a_rule_on_ways_says_whom_to_ask_and_how_to_go_on() {
    let question = ["show", "GB30", "--with", "heart-condition", "--catalogue", FIXTURE];
    for form in [&[][..], &["--plain"], &["--format", "markdown"]] {
        let ran = run(&[&question, form].concat());
        assert_eq!(ran.exit, 0, "{form:?}");
        let text = unwrapped(&ran.out).replace("**", "");
        for part in ["WITH LIMITS (heart):", "Ask your doctor: \"May somebody else press", "--cleared heart-condition"]
        {
            assert!(text.contains(part), "{form:?} lacks {part:?}:\n{}", ran.out);
        }
        assert!(text.contains("Not for you: soft ball, standing at a wall"), "{form:?}:\n{}", ran.out);
        let (before, _) = text.split_once("Find it").expect("how-to of what is left");
        assert!(before.contains("Ask your doctor"), "{form:?} asks too late:\n{}", ran.out);
    }
    let finding = &run(&[&question[..], &["--format", "json"]].concat()).data()[0]["findings"][0];
    assert_eq!((&finding["ask_whom"], &finding["some_ways_only"]), (&"your doctor".into(), &true.into()));
    let cleared = run(&["show", "GB30", "--cleared", "heart-condition", "--catalogue", FIXTURE]);
    assert_eq!(cleared.exit, 0);
    assert!(!cleared.out.contains("Not for you") && cleared.out.contains("a partner's palm"), "{}", cleared.out);
    // Where the rule takes the last way, the entry is withheld, with the same words.
    let last = run(&["show", "BL25", "--with", "heart-condition", "--catalogue", FIXTURE]);
    assert_eq!(last.exit, 3);
    for part in ["ASK FIRST (heart):", "Ask your doctor:", "add --cleared heart-condition"] {
        assert!(last.out.contains(part), "{part:?}: {}", last.out);
    }
}

#[test]
fn the_list_of_points_carries_level_withheld_and_findings() {
    let ran = run(&["points", "--with", "warfarin,varicose-veins", "--format", "json"]);
    assert_eq!((ran.exit, ran.err.as_str()), (0, ""));
    let answer = ran.json();
    assert_eq!(answer["schema"], "sciatica.points/1");
    assert_eq!(answer["profile"], serde_json::json!(["blood-thinners", "varicose-veins"]));
    let data = ran.data();
    assert_eq!(data.len(), codes().len());
    for point in &data {
        let (level, findings) = (&point["level"], point["findings"].as_array().unwrap());
        assert!(["adapt", "ask", "avoid"].iter().any(|known| level == known), "{point}");
        assert_eq!(point["withheld"], level != "adapt", "{point}");
        assert_eq!(findings[0]["level"], *level, "the strongest stands first: {point}");
        for finding in findings {
            for key in ["precaution", "level", "because", "limit", "instead", "sources"] {
                assert!(finding.get(key).is_some(), "{key}: {finding}");
            }
        }
    }
    let behind_the_knee = data.iter().find(|point| point["code"] == "BL40").unwrap();
    let speaking: Vec<_> = behind_the_knee["findings"].as_array().unwrap().iter().map(|it| &it["precaution"]).collect();
    assert!(speaking.contains(&&"blood-thinners".into()) && speaking.contains(&&"varicose-veins".into()));
}

#[test]
fn the_limits_of_two_precautions_hold_together() {
    let withheld = run(&["points", "--with", "osteoporosis,warfarin", "--format", "json"]);
    for point in withheld.data() {
        let limits = point["findings"].as_array().unwrap().iter().map(|it| &it["limit"]);
        assert!(limits.into_iter().all(serde_json::Value::is_null), "a limit tells how: {point}");
    }
    let ran = run(&["points", "--with", "osteoporosis", "--cleared", "warfarin", "--format", "json"]);
    let point = ran.data().into_iter().find(|point| point["code"] == "BL23").unwrap();
    let findings = point["findings"].as_array().unwrap();
    for (id, limit) in [("osteoporosis", "never bone"), ("blood-thinners", "Use your fingers only")] {
        let of_it = findings.iter().filter(|it| it["precaution"] == id);
        let texts: Vec<&str> = of_it.filter_map(|it| it["limit"]["text"].as_str()).collect();
        assert!(texts.iter().any(|text| text.contains(limit)), "{id}: {texts:?}");
    }
    let cleared = run(&["show", "BL23", "--with", "osteoporosis", "--cleared", "warfarin"]);
    assert_eq!(cleared.exit, 0);
    let text = unwrapped(&cleared.out);
    assert!(text.contains("never bone") && text.contains("Use your fingers only"), "{}", cleared.out);
    let ways = &run(&["show", "BL23", "--with", "osteoporosis", "--cleared", "warfarin", "--format", "json"]).data()[0]
        ["ways"];
    for way in ways.as_array().unwrap() {
        assert!(way["pressure"].as_u64() <= Some(2) && way["hold_seconds"]["max"].as_u64() <= Some(30), "{way}");
    }
}

#[test]
fn a_word_that_declares_nothing_is_a_wrong_command_line() {
    for question in WITH {
        for (word, near) in [("warfarn", "blood-thinners"), ("pregnanci", "pregnancy"), ("osteoporose", "osteoporosis")]
        {
            for option in ["--with", "--cleared"] {
                let ran = run(&[question, &[option, word]].concat());
                assert_eq!((ran.exit, ran.out.as_str()), (2, ""), "{question:?} {option} {word}");
                assert!(ran.err.contains(&format!("did you mean {near}")), "{}", ran.err);
                assert!(ran.err.contains("ask your doctor or pharmacist"), "{}", ran.err);
            }
        }
        let clot = run(&[question, &["--with", "clot"]].concat());
        assert_eq!((clot.exit, clot.out.as_str()), (2, ""), "{question:?}");
        assert!(
            clot.err.contains("--with suspected-clot: ") && clot.err.contains("--with past-clot: "),
            "{}",
            clot.err
        );
    }
}

#[test]
fn a_red_flag_ends_every_command_that_takes_with() {
    for question in WITH {
        for form in [&[][..], &["--width", "80"], &["--plain"], &["--format", "markdown"]] {
            let ran = run(&[question, &["--with", "dvt"], form].concat());
            assert_eq!((ran.exit, ran.err.as_str()), (3, ""), "{question:?} {form:?}");
            assert!(
                ran.out.contains("GET HELP TODAY") && !tells_how_to(&ran.out),
                "{question:?} {form:?}: {}",
                ran.out
            );
        }
        let json = run(&[question, &["--with", "dvt", "--format", "json"]].concat());
        assert_eq!((json.exit, json.data().len()), (3, 1), "{question:?}");
        assert_eq!(json.data()[0]["id"], "suspected-clot-leg");
    }
}

// Wrong input

#[test]
fn a_wrong_command_line_exits_2_and_says_what_to_use() {
    let wrong: [(&[&str], &str); 32] = [
        (&["routine", "--place", "moon"], "use one of: desk, floor, bed, standing"),
        (&["routine", "--region", "arm"], "lower-back"),
        (&["routine", "--tools", "hammer"], "warm-pack"),
        (&["routine", "--side", "top"], "left, right, both"),
        (&["routine", "--minutes", "0"], "1 to 120"),
        (&["session", "--minutes", "121"], "1 to 120"),
        (&["session", "--place", ""], "use one of: desk, floor, bed, standing"),
        (&["routine", "--plan"], "--help"),
        (&["points", "--region", "arm"], "lower-back"),
        (&["points", "--region", ""], "lower-back"),
        (&["points", "--meridian", "moon"], "bladder"),
        (&["points", "--position", "upside-down"], "side-lying"),
        (&["points", "--frob"], "--help"),
        (&["points", "extra"], "--help"),
        (&["--frob"], "--help"),
        (&["show"], "NAME"),
        (&["points", "--width", "3"], "20 to 500"),
        (&["points", "--width", "wide"], "--width"),
        (&["now", "--format", "yaml"], "markdown"),
        (&["frobnicate"], "--help"),
        (&["stretches", "--region", "arm"], "back, hip, leg, foot"),
        (&["stretches", "--region", "thigh"], "back, hip, leg, foot"),
        (&["stretches", "--position", "upside-down"], "all-fours"),
        (&["techniques", "--region", "leg"], "--help"),
        (&["techniques", "thumb"], "--help"),
        (&["red-flags", "GB30"], "--help"),
        (&["check", "GB30"], "--help"),
        (&["check", "--answers"], "--answers"),
        (&["search"], "WORDS"),
        (&["sources", "--summary", "--disputes"], "--summary"),
        (&["sources", "who-2008", "--disputes"], "--disputes"),
        (&["sources", "who-2008", "--summary"], "--summary"),
    ];
    for (question, hint) in wrong {
        let ran = run(question);
        assert_eq!((ran.exit, ran.out.as_str()), (2, ""), "{question:?}");
        assert!(ran.err.starts_with("error: ") && ran.err.contains(hint), "{question:?}: {}", ran.err);
    }
}

#[test]
fn a_name_in_the_place_of_a_command_hints_at_show() {
    for name in ["GB30", "gb-30", "huantiao", "pregnancy", "環跳", "knee-to-chest", "thumb", "evidence"] {
        let ran = run(&[name]);
        assert_eq!((ran.exit, ran.out.as_str()), (2, ""), "{name}");
        assert!(ran.err.contains(&format!("sciatica show {name}\n")), "{name}: {}", ran.err);
    }
    assert!(!run(&["frobnicate"]).err.contains("sciatica show"));
}

#[test]
fn a_name_that_is_nothing_exits_1() {
    let long = "a".repeat(10_240);
    for name in ["", " ", "🦵", &long] {
        let questions: [&[&str]; 7] = [
            &["routine", "--", name],
            &["session", "--", name],
            &["show", "--", name],
            &["precautions", "--", name],
            &["sources", "--", name],
            &["learn", "--", name],
            &["search", "--", name],
        ];
        for question in questions {
            let ran = run(question);
            assert_eq!((ran.exit, ran.out.as_str()), (1, ""), "{question:?}");
            assert!(ran.err.starts_with("error: "), "{}", ran.err);
            assert!(ran.err.len() < 400, "{} bytes of complaint", ran.err.len());
        }
    }
    for question in [
        ["points", "--region"],
        ["points", "--meridian"],
        ["points", "--with"],
        ["stretches", "--region"],
        ["stretches", "--with"],
        ["check", "--answers"],
    ] {
        let ran = run(&[&question[..], &[&long]].concat());
        assert!(ran.exit == 2 && ran.err.len() < 600, "{question:?}: {} {} bytes", ran.exit, ran.err.len());
    }
}

#[test]
fn nothing_that_matches_exits_1() {
    let ran = run(&["points", "--region", "back", "--meridian", "liver"]);
    assert_eq!((ran.exit, ran.out.as_str()), (1, ""));
    assert!(ran.err.starts_with("error: no point matches all of that"), "{}", ran.err);
    let ran = run(&["stretches", "--region", "leg", "--position", "all-fours"]);
    assert_eq!((ran.exit, ran.out.as_str()), (1, ""));
    assert!(ran.err.starts_with("error: no stretch matches all of that"), "{}", ran.err);
}

#[cfg(unix)]
#[test]
fn arguments_that_are_no_utf_8_exit_2() {
    use std::os::unix::ffi::OsStringExt;

    let bytes = || OsString::from_vec(b"GB\xff\xfe30".to_vec());
    let leading: [&[&str]; 14] = [
        &[],
        &["show"],
        &["points", "--region"],
        &["points", "--with"],
        &["precautions"],
        &["sources"],
        &["now", "--format"],
        &["stretches", "--region"],
        &["search"],
        &["learn"],
        &["check", "--answers"],
        &["routine"],
        &["session", "--place"],
        &["routine", "--tools"],
    ];
    for question in leading {
        let arguments: Vec<OsString> = question.iter().map(OsString::from).chain([bytes()]).collect();
        let ran = run(&arguments);
        assert_eq!((ran.exit, ran.out.as_str()), (2, ""), "{arguments:?}");
        assert!(ran.err.starts_with("error: "), "{}", ran.err);
    }
    // A path may be anything.
    let ran = run(&["points".into(), "--catalogue".into(), bytes()]);
    assert_eq!((ran.exit, ran.out.as_str()), (1, ""));
    assert!(ran.err.starts_with("error: "), "{}", ran.err);
}

/// Escape sequences, a bell, a carriage return, C1 control, right-to-left override, isolates, marks, separators.
const HOSTILE: [&str; 6] = [
    "\u{1b}[31mred",
    "a\u{7}\u{8}b\rc",
    "\u{9b}2J\u{85}",
    "gb\u{202e}30",
    "\u{2066}x\u{2069}\u{200f}",
    "a\nerror: b\tc\u{feff}\u{2028}",
];

#[test]
fn nothing_typed_can_act_on_a_terminal() {
    for word in HOSTILE {
        let questions: [&[&str]; 25] = [
            &[word],
            &["show", word],
            &["show", word, "BL40", "--format", "json"],
            &["precautions", word],
            &["sources", word],
            &["points", "--region", word],
            &["points", "--meridian", word],
            &["points", "--position", word],
            &["points", "--with", word],
            &["points", "--catalogue", word],
            &["catalogue", "check", word],
            &["catalogue", "export", &format!("Cargo.toml/{word}")],
            &["catalogue", "schema", word],
            &["show", "GB30", "--format", word],
            &["stretches", "--region", word],
            &["stretches", "--position", word],
            &["techniques", "--with", word],
            &["learn", word],
            &["search", word],
            &["check", "--answers", word],
            &["routine", word],
            &["routine", "--place", word],
            &["routine", "--tools", word],
            &["session", "--region", word],
            &["session", word],
        ];
        for question in questions {
            let ran = run(question);
            assert_clean(&format!("{question:?}"), &ran);
        }
    }
}

const FORGED: &str = "a\nerror: forged";

fn assert_one_error(question: &[&str]) {
    let err = run(question).err;
    let errors = err.lines().filter(|line| line.trim_start().starts_with("error: ")).count();
    assert_eq!(errors, 1, "{question:?}: {err}");
}

#[test]
fn a_line_break_typed_cannot_forge_a_message() {
    let questions: [&[&str]; 11] = [
        &["routine", FORGED],
        &["session", "--place", FORGED],
        &["routine", "--region", FORGED],
        &["show", FORGED],
        &["points", "--with", FORGED],
        &["points", "--catalogue", FORGED],
        &["stretches", "--region", FORGED],
        &["learn", FORGED],
        // Of which no word stands anywhere.
        &["search", "qzx\nerror: qxz"],
        &["check", "--answers", FORGED],
        &["sources", FORGED],
    ];
    for question in questions {
        assert_one_error(question);
    }
}

#[test]
fn a_line_break_typed_cannot_forge_a_message_of_clap() {
    for question in [
        &[FORGED][..],
        &["points", FORGED],
        &["points", "--position", FORGED],
        &["now", "--width", FORGED],
        &["stretches", "--position", FORGED],
        &["techniques", FORGED],
        &["check", FORGED],
        &["red-flags", FORGED],
        &["routine", "--side", FORGED],
        &["session", "--tools", FORGED],
    ] {
        assert_one_error(question);
    }
}

#[test]
fn a_folder_that_is_not_there_exits_1() {
    let questions: [&[&str]; 15] = [
        &["routine"],
        &["session", "desk"],
        &["show", "GB30"],
        &["points"],
        &["stretches"],
        &["techniques"],
        &["red-flags"],
        &["check", "--answers", "none"],
        &["learn"],
        &["search", "knee"],
        &["precautions"],
        &["sources"],
        &["sources", "--summary"],
        &["sources", "--disputes"],
        &["now"],
    ];
    for question in questions {
        for folder in ["tests/missing", " ", "Cargo.toml"] {
            let ran = run(&[question, &["--catalogue", folder]].concat());
            assert_eq!((ran.exit, ran.out.as_str()), (1, ""), "{question:?} {folder:?}");
            assert!(ran.err.contains("name a directory that holds catalogue.json"), "{}", ran.err);
        }
    }
    let check = run(&["catalogue", "check", "tests/missing"]);
    assert_eq!((check.exit, check.out.as_str()), (1, ""));
}

#[test]
fn another_catalogue_says_in_each_form_that_it_is_not_ours() {
    let asked = |form: &[&str]| run(&[&["points", "--catalogue", FIXTURE], form].concat());
    assert!(asked(&[]).err.contains(FIXTURE));
    for form in [&["--width", "80"][..], &["--plain"], &["--format", "markdown"], &["--format", "json"]] {
        assert!(asked(form).out.contains(FIXTURE), "{form:?}");
    }
}

// Help

/// The subcommands, `None` for the program itself.
const SUBCOMMANDS: [&[&str]; 25] = [
    &[],
    &["now"],
    &["check"],
    &["points"],
    &["stretches"],
    &["techniques"],
    &["show"],
    &["routine"],
    &["session"],
    &["handout"],
    &["precautions"],
    &["profile"],
    &["profile", "set"],
    &["profile", "show"],
    &["profile", "clear"],
    &["red-flags"],
    &["learn"],
    &["search"],
    &["sources"],
    &["catalogue"],
    &["catalogue", "check"],
    &["completions"],
    &["man"],
    &["catalogue", "export"],
    &["catalogue", "schema"],
];

/// The examples of a help, each as its arguments.
fn examples(help: &str) -> Vec<Vec<String>> {
    let (_, listed) = help.split_once("Examples:\n").unwrap_or_default();
    let lines = listed.lines().take_while(|line| line.trim_start().starts_with("sciatica"));
    let command = |line: &str| line.trim().split("  ").next().unwrap_or_default().to_owned();
    lines.map(|line| command(line).split_whitespace().skip(1).map(str::to_owned).collect()).collect()
}

#[test]
fn short_help_fits_one_screen() {
    for subcommand in SUBCOMMANDS {
        let ran = run(&[subcommand, &["-h"]].concat());
        assert_eq!((ran.exit, ran.err.as_str()), (0, ""), "{subcommand:?}");
        assert!(ran.out.lines().count() <= 40, "{subcommand:?}: {} lines", ran.out.lines().count());
        assert_clean(&format!("{subcommand:?} -h"), &ran);
    }
}

#[test]
fn every_example_of_help_works() {
    let home = Scratch::new();
    // What `catalogue` does to a folder is told with its parent, and in `export.rs`.
    for subcommand in SUBCOMMANDS.iter().filter(|words| words.len() < 2) {
        for help in ["-h", "--help"] {
            let ran = run(&[subcommand, &[help][..]].concat());
            assert_eq!(ran.exit, 0, "{subcommand:?}");
            let examples = examples(&ran.out);
            // What an earlier example kept is not for these.
            run_in(&keeping_in(&home), &["profile", "clear"]);
            // The first page of all has no room for them.
            let expected = if subcommand.is_empty() && help == "-h" { 0 } else { 3 };
            assert_eq!(examples.len(), expected, "{subcommand:?} {help}: {}", ran.out);
            for example in examples {
                let ran = run_in(&keeping_in(&home), &example);
                assert!(ran.exit == 0 && !ran.out.is_empty(), "sciatica {}: {ran:?}", example.join(" "));
            }
        }
    }
}

#[test]
fn version_is_an_answer() {
    let short = format!("sciatica {}\n", env!("CARGO_PKG_VERSION"));
    let ran = run(&["-V"]);
    assert_eq!((ran.exit, ran.out, ran.err), (0, short.clone(), String::new()));
    let long = run(&["--version"]);
    assert_eq!((long.exit, long.err.as_str()), (0, ""));
    let [first, catalogue, target] = long.out.lines().collect::<Vec<_>>().try_into().expect("three lines");
    assert_eq!(first, short.trim_end());
    let points = format!(" {} points, ", documents("data/points").len());
    assert!(catalogue.starts_with("catalogue 20") && catalogue.contains(&points), "{catalogue}");
    assert!(target.starts_with("target "), "{target}");
}

#[test]
fn sciatica_alone_is_now() {
    let alone = run::<&str>(&[]);
    let now = run(&["now"]);
    assert_eq!((alone.exit, &alone.out, alone.err.as_str()), (0, &now.out, ""));
}

#[test]
fn the_same_question_gives_the_same_bytes() {
    let questions: [&[&str]; 15] = [
        &["routine", "--minutes", "20", "--with", "frail"],
        &["routine", "evening", "--format", "json"],
        &["session", "desk", "--plan"],
        &["session", "--minutes", "30", "--format", "json"],
        &["points", "--with", "warfarin", "--format", "json"],
        &["show", "GB30", "--full"],
        &["show", "cat-cow", "thumb", "evidence", "--full", "--sources"],
        &["stretches", "--with", "frail,pregnancy"],
        &["techniques", "--width", "80"],
        &["red-flags"],
        &["check", "--answers", "not-better,arthritis-flare"],
        &["search", "pain", "behind", "knee", "--format", "json"],
        &["sources"],
        &["sources", "--summary"],
        &["sources", "--disputes"],
    ];
    for question in questions {
        let (one, other) = (run(question), run_in(&[("TZ", "Asia/Tokyo"), ("HOME", "/")], question));
        assert_eq!((one.out, one.err), (other.out, other.err), "{question:?}");
    }
    let twice = run(&["points", "--with", "warfarin,pregnancy,warfarin", "--format", "json"]);
    assert_eq!(twice.out, run(&["points", "--pregnant", "--with", "coumadin", "--format", "json"]).out);
}

#[test]
fn json_is_whole_whatever_else_is_asked() {
    for (question, _) in SCHEMAS {
        let json = run(&[question, &["--format", "json"]].concat());
        for more in [&["--plain"][..], &["--width", "40"], &["--color", "always"], &["--sources"]] {
            let other = run(&[question, &["--format", "json"], more].concat());
            assert_eq!((other.exit, &other.out), (json.exit, &json.out), "{question:?} {more:?}");
        }
    }
    for code in codes() {
        let json = run(&["show", &code, "--format", "json"]);
        assert_eq!(json.out, run(&["show", &code, "--format", "json", "--full"]).out, "{code}");
    }
    for question in [&["show", "cat-cow", "thumb", "evidence"][..], &["learn", "evidence"]] {
        let whole = run(&[question, &["--full", "--format", "json"]].concat());
        assert_eq!(whole.out, run(&[question, &["--format", "json"]].concat()).out, "{question:?}");
    }
}

/// What is asked, and the name of what JSON then carries.
const SCHEMAS: [(&[&str], &str); 31] = [
    (&["now"], "now"),
    (&["points"], "points"),
    (&["points", "--with", "warfarin"], "points"),
    (&["points", "--with", "dvt"], "red-flag"),
    (&["stretches"], "stretches"),
    (&["stretches", "--with", "spinal-stenosis,pregnancy"], "stretches"),
    (&["techniques"], "techniques"),
    (&["techniques", "--with", "warfarin"], "techniques"),
    (&["red-flags"], "red-flags"),
    (&["check", "--answers", "saddle-numbness"], "check"),
    (&["check", "--answers", "not-better,arthritis-flare"], "check"),
    (&["show", "GB30", "cat-cow", "thumb", "evidence"], "show"),
    (&["show", "saddle-numbness", "warfarin"], "show"),
    (&["show", "GB30", "saddle-numbness"], "red-flag"),
    (&["show", "BL60", "swan", "ball-at-a-wall", "pelvic-tilt", "--pregnant"], "show"),
    (&["show", "who-2008"], "show"),
    (&["precautions"], "precautions"),
    (&["precautions", "cat-cow"], "precautions"),
    (&["precautions", "--with", "warfarin,pregnancy"], "precautions"),
    (&["learn"], "topics"),
    (&["learn", "evidence"], "topics"),
    (&["search", "pain", "behind", "knee"], "search"),
    (&["search", "thumb", "--pregnant"], "search"),
    (&["sources"], "sources"),
    (&["sources", "--summary"], "claims"),
    (&["sources", "--disputes"], "disputes"),
    (&["routine", "desk"], "routine"),
    (&["routine", "--minutes", "30", "--with", "frail,pregnancy"], "routine"),
    (&["routine", "--with", "dvt"], "red-flag"),
    (&["session", "evening"], "session-plan"),
    (&["session", "--with", "dvt"], "red-flag"),
];

/// The kinds of entries: on each of them screening says what it decided.
const KINDS: [&str; 6] = ["point", "stretch", "technique", "precaution", "red-flag", "topic"];

/// Visits every object with the key under which it stands.
fn each_object<'v>(value: &'v Value, visit: &mut dyn FnMut(&'v serde_json::Map<String, Value>)) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| each_object(item, visit)),
        Value::Object(fields) => {
            visit(fields);
            fields.values().for_each(|field| each_object(field, visit));
        }
        _ => {}
    }
}

#[test]
fn json_names_its_schema_and_its_keys_as_promised() {
    for (question, schema) in SCHEMAS {
        let ran = run(&[question, &["--format", "json"]].concat());
        assert!([0, 3].contains(&ran.exit) && ran.err.is_empty(), "{question:?}: {} {}", ran.exit, ran.err);
        let answer = ran.json();
        assert_eq!(answer["schema"], format!("sciatica.{schema}/1"), "{question:?}");
        for key in ["catalogue", "profile", "screened", "notice", "data"] {
            assert!(!answer[key].is_null(), "{question:?}: {key}");
        }
        assert!(!ran.data().is_empty(), "{question:?}");
        each_object(&answer, &mut |fields| {
            for key in fields.keys() {
                let snake = key.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
                assert!(snake, "{question:?}: the key {key}");
            }
        });
        assert!(ran.data().iter().all(|entry| entry["kind"].is_string()), "{question:?}: without a kind");
    }
}

/// Schemas that name entries in lines or steps of their own, which say what such a line needs.
const LINES: [&str; 4] = ["search", "claims", "disputes", "routine"];

#[test]
fn every_entry_in_json_says_what_screening_decided() {
    let declared = |question: &[&str]| question.iter().any(|word| word.starts_with("--with") || *word == "--pregnant");
    let (mut kinds, mut withheld) = (Vec::new(), 0);
    for (question, _) in SCHEMAS.iter().filter(|(_, schema)| !LINES.contains(schema)) {
        let answer = run(&[*question, &["--format", "json"]].concat()).json();
        assert_eq!(answer["screened"], declared(question), "{question:?}");
        each_object(&answer, &mut |fields| {
            let kind = fields.get("kind").and_then(Value::as_str).unwrap_or_default().to_owned();
            if !KINDS.contains(&kind.as_str()) {
                return;
            }
            for key in ["level", "withheld", "findings", "avoid_if", "ask_if"] {
                assert!(fields.contains_key(key), "{question:?}: a {kind} without {key}");
            }
            if fields["withheld"] == true {
                withheld += 1;
                assert!(["ask", "avoid"].iter().any(|level| fields["level"] == *level), "{question:?}: {fields:?}");
                for part in ["find", "off_if", "ways", "struck_ways", "easier", "mistakes"] {
                    assert!(fields.get(part).is_none_or(Value::is_null), "{question:?}: {kind} tells {part}");
                }
                assert!(!fields["findings"].as_array().unwrap().is_empty(), "{question:?}: {fields:?}");
            }
            kinds.push(kind);
        });
    }
    kinds.sort();
    kinds.dedup();
    assert!(KINDS.iter().all(|kind| kinds.iter().any(|found| found == kind)), "only {kinds:?} were seen");
    assert!(withheld > 20, "{withheld}");
    // What a search finds is a line, and says as much as a line needs.
    for hit in run(&["search", "thumb", "--pregnant", "--format", "json"]).data() {
        assert!(hit.get("level").is_some() && hit["withheld"].is_boolean(), "{hit}");
    }
}

#[test]
fn who_declared_gets_stretches_and_techniques_as_they_may_use_them() {
    for (question, id, level) in [
        (["stretches", "--with", "pregnant"], "swan", "avoid"),
        (["stretches", "--with", "pregnant"], "figure-four-seated", "ask"),
        (["techniques", "--with", "warfarin"], "thumb", "ask"),
        (["techniques", "--with", "warfarin"], "ball-at-a-wall", "avoid"),
    ] {
        let data = run(&[&question[..], &["--format", "json"]].concat()).data();
        let entry = data.iter().find(|entry| entry["id"] == id).expect(id);
        assert_eq!((&entry["level"], &entry["withheld"]), (&level.into(), &true.into()), "{question:?}: {id}");
        let shown = run(&["show", id, question[1], question[2]]);
        assert_eq!((shown.exit, shown.err.as_str()), (3, ""), "{id}");
        let word = if level == "ask" { "ASK FIRST" } else { "AVOID" };
        assert!(shown.out.contains(word) && !tells_how_to(&shown.out), "{id}: {}", shown.out);
    }
    let open = run(&["show", "walking", "resting-positions", "--pregnant"]);
    assert_eq!(open.exit, 0, "{}", open.out);
}

// Red flags, pages, sources

#[test]
fn red_flags_are_sorted_by_urgency() {
    let list = run(&["red-flags"]);
    assert_eq!(list.exit, 0);
    let urgencies: Vec<&str> = list.out.lines().map(|line| line.split('\t').next().unwrap()).collect();
    let ranks: Vec<_> =
        urgencies.iter().map(|it| ["emergency", "same-day", "soon"].iter().position(|on| on == it)).collect();
    assert!(ranks.iter().all(Option::is_some) && ranks.is_sorted(), "{urgencies:?}");
    let files = std::fs::read_dir(crate::support::repository("data/red-flags")).unwrap().count();
    assert_eq!(urgencies.len(), files, "each of them");
    let json: Vec<String> = run(&["red-flags", "--format", "json"])
        .data()
        .iter()
        .map(|flag| flag["urgency"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(json, urgencies);
    for width in ["50", "80"] {
        let text = run(&["red-flags", "--width", width]).out;
        let first = |words: &str| text.find(words).unwrap_or_else(|| panic!("no {words}: {text}"));
        assert!(first("GET HELP NOW") < first("GET HELP TODAY"), "{text}");
        assert!(first("GET HELP TODAY") < first("BOOK AN APPOINTMENT"), "{text}");
    }
}

#[test]
fn learn_lists_every_page_and_shows_one() {
    let list = run(&["learn"]);
    let ids: Vec<&str> = list.out.lines().map(|line| line.split('\t').next().unwrap()).collect();
    let mut files: Vec<String> = std::fs::read_dir(crate::support::repository("data/topics"))
        .unwrap()
        .map(|file| file.unwrap().file_name().into_string().unwrap().replace(".json", ""))
        .collect();
    files.sort();
    assert_eq!(ids, files);
    for id in ids {
        let page = run(&["learn", id]);
        assert_eq!((page.exit, page.err.as_str()), (0, ""), "{id}");
        let spaced = id.replace('-', " ");
        let words: Vec<&str> = ["learn"].into_iter().chain(spaced.split(' ')).collect();
        assert_eq!(run(&words).out, page.out, "{id}: all words together are its name");
        assert_eq!(run(&["show", id]).out, page.out, "{id}");
    }
    for (name, kind) in [("GB30", "point"), ("cat-cow", "stretch"), ("thumb", "technique"), ("who-2008", "source")] {
        let ran = run(&["learn", name]);
        assert_eq!((ran.exit, ran.out.as_str()), (1, ""), "{name}");
        assert!(ran.err.contains(&format!("is a {kind}, not a topic")), "{name}: {}", ran.err);
        assert!(ran.err.contains(&format!("sciatica show {name}\n")), "{name}: {}", ran.err);
    }
    // A circumstance has a page that tells of it, or what there is to know.
    for (name, page) in [("pregnancy", "pregnancy-and-after-birth"), ("postpartum", "pregnancy-and-after-birth")] {
        assert_eq!(run(&["learn", name]).out, run(&["learn", page]).out, "{name}");
    }
    let surgery = run(&["learn", "surgery"]);
    assert_eq!((surgery.exit, surgery.out), (0, run(&["show", "recent-surgery"]).out));
    let typo = run(&["learn", "evidance"]);
    assert!(typo.exit == 1 && typo.err.contains("did you mean evidence?"), "{}", typo.err);
}

#[test]
fn a_page_tells_what_others_say_when_asked_for_all() {
    let (short, full) = (run(&["learn", "water-and-food"]).out, run(&["learn", "water-and-food", "--full"]).out);
    assert!(!short.contains("toxins") && full.contains("toxins"), "{short}\n{full}");
    assert!(full.len() > short.len());
}

#[test]
fn the_summary_counts_every_claim_and_few_rest_on_weak_sources_alone() {
    let data = run(&["sources", "--summary", "--format", "json"]).data();
    let of = |wanted: &dyn Fn(&Value) -> bool| -> u64 {
        data.iter().filter(|count| wanted(count)).map(|count| count["claims"].as_u64().unwrap()).sum()
    };
    let (all, weak) = (of(&|_| true), of(&|count| count["grade"] == "C"));
    assert!(all > 1000, "{all} claims");
    assert!(weak * 3 <= all, "{weak} of {all} claims rest on grade C alone");
    let unsourced = of(&|count| count["grade"].is_null());
    assert_eq!(unsourced, of(&|count| count["grade"].is_null() && count["basis"] == "editorial"), "only our judgement");
    let text = run(&["sources", "--summary"]).out;
    assert!(text.contains(&format!("{all} claims")), "{text}");
    let (grades, bases) = text.split_once("By their basis").expect("two sections");
    for section in [grades, bases] {
        let shares = section.lines().filter_map(|line| line.split_once('(')?.1.split_once(" %)"));
        let shares: Vec<u64> = shares.map(|(share, _)| share.parse().unwrap()).collect();
        let counts = section.lines().filter_map(|line| line.split_once(" (")?.0.rsplit_once("  "));
        let counts: u64 = counts.filter_map(|(_, count)| count.trim().parse::<u64>().ok()).sum();
        let sum: u64 = shares.iter().sum();
        assert!(shares.len() >= 4 && (98..=102).contains(&sum), "{shares:?} sum to {sum}: {section}");
        assert_eq!(counts, all, "{section}");
    }
    assert!(text.contains("our judgement"), "{text}");
}

#[test]
fn every_dispute_is_listed_and_none_tells_how_to() {
    let (list, data) = (run(&["sources", "--disputes"]), run(&["sources", "--disputes", "--format", "json"]).data());
    let mut listed: Vec<(String, String)> = data
        .iter()
        .map(|it| (it["entry_kind"].as_str().unwrap().to_owned(), it["entry"].as_str().unwrap().to_owned()))
        .collect();
    listed.sort();
    listed.dedup();
    let kinds = [("points", "point"), ("stretches", "stretch"), ("techniques", "technique"), ("topics", "topic")];
    let mut expected = Vec::new();
    let (mut disputes, mut lines) = (0, 0);
    for (folder, kind) in kinds {
        for (path, entry) in crate::support::documents(&format!("data/{folder}")) {
            let of_it = entry["disputes"].as_array().unwrap_or_else(|| panic!("{path} has no disputes"));
            disputes += of_it.len();
            let told = |it: &Value| it["about"] != "pressure" && it["about"] != "dose";
            lines +=
                of_it.iter().map(|it| if told(it) { it["says"].as_array().unwrap().len() } else { 1 }).sum::<usize>();
            if !of_it.is_empty() {
                expected.push((kind.to_owned(), path.replace(".json", "")));
            }
            for dispute in of_it.iter().filter(|it| !told(it)) {
                for said in dispute["says"].as_array().unwrap() {
                    let text = said["text"].as_str().unwrap();
                    // What is said of both a dose and something else may stand under the something else.
                    let elsewhere = of_it.iter().filter(|it| told(it)).any(|it| it.to_string().contains(text));
                    let quoted = list.out.lines().any(|line| {
                        let mut cells = line.split('\t').skip(1);
                        cells.next() == Some(&path.replace(".json", "")) && cells.nth(2) == Some(text)
                    });
                    assert!(elsewhere || !quoted, "{path} quotes: {text}");
                }
            }
        }
    }
    expected.sort();
    assert_eq!(listed, expected);
    assert_eq!((data.len(), list.out.lines().count()), (disputes, lines));
    for dispute in &data {
        let hidden = dispute["about"] == "pressure" || dispute["about"] == "dose";
        for part in ["says", "shown", "why"] {
            assert_eq!(dispute[part].is_null(), hidden, "{part} of {dispute}");
        }
    }
    for form in [&["--width", "80"][..], &["--plain"], &["--format", "markdown"]] {
        let text = unwrapped(&run(&[&["sources", "--disputes"], form].concat()).out);
        for (_, entry) in &expected {
            assert!(text.contains(entry.as_str()), "{form:?} lacks {entry}");
        }
    }
}

// Whatever is typed

/// Words of which command lines are made, and some that break them.
const WORDS: [&str; 113] = [
    "now",
    "points",
    "show",
    "precautions",
    "sources",
    "catalogue",
    "check",
    "routine",
    "session",
    "desk",
    "evening",
    "flare-up",
    "bed",
    "left",
    "ball",
    "roller,ball",
    "--minutes",
    "5",
    "120",
    "--place",
    "--side",
    "--tools",
    "--partner",
    "--gentle",
    "--plan",
    "--no-red-flags",
    "--no-profile",
    "profile",
    "set",
    "clear",
    "--speak",
    "--bell",
    "help",
    "show",
    "points",
    "stretches",
    "techniques",
    "red-flags",
    "learn",
    "search",
    "cat-cow",
    "hamstring",
    "figure-four",
    "thumb",
    "evidence",
    "saddle-numbness",
    "both-legs-old",
    "not-better",
    "spinal-stenosis",
    "under-16",
    "knee",
    "calf",
    "toxins",
    "warfarine",
    "all-fours",
    "--answers",
    "--disputes",
    "--summary",
    "?",
    "GB30",
    "BL60",
    "gb 30",
    "環跳",
    "Jūliáo",
    "juliao",
    "B54",
    "GB300",
    "pregnancy",
    "warfarin",
    "clot",
    "dvt",
    "none",
    "NONE",
    "right-now",
    "who-2008",
    "suspected-clot-leg",
    "leg",
    "lower-back",
    "bladder",
    "UB",
    "sitting",
    "json",
    "markdown",
    "text",
    "always",
    "never",
    "80",
    "20",
    "500",
    "-1",
    "tests/fixtures/catalogue",
    "tests/missing",
    "data",
    "--region",
    "--meridian",
    "--position",
    "--alone",
    "--with",
    "--pregnant",
    "--cleared",
    "--format",
    "--color",
    "--plain",
    "--width",
    "--sources",
    "--catalogue",
    "--full",
    "--",
    "-h",
    "--help",
    "--version",
    "",
    ",",
];

fn word() -> impl Strategy<Value = OsString> {
    let known = || proptest::sample::select(&WORDS[..]);
    prop_oneof![
        12 => known().prop_map(OsString::from),
        2 => (known(), known()).prop_map(|(option, value)| format!("{option}={value}").into()),
        1 => (known(), known()).prop_map(|(one, other)| format!("{one},{other}").into()),
        1 => proptest::sample::select(&HOSTILE[..]).prop_map(OsString::from),
        2 => any::<String>().prop_map(OsString::from),
        1 => any::<Vec<u8>>().prop_map(from_bytes),
    ]
}

#[cfg(unix)]
fn from_bytes(bytes: Vec<u8>) -> OsString {
    std::os::unix::ffi::OsStringExt::from_vec(bytes)
}

#[cfg(not(unix))]
fn from_bytes(bytes: Vec<u8>) -> OsString {
    String::from_utf8_lossy(&bytes).into_owned().into()
}

const COMMANDS: &[&str] = &[
    "now", "check", "points", "stretches", "techniques", "show", "map", "handout", "routine", "session", "precautions",
    "red-flags", "learn", "search", "sources", "profile", "completions", "man", "catalogue",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_command_line_panics(
        words in proptest::collection::vec(word(), 0..7),
        command in proptest::sample::select(COMMANDS),
        led in any::<bool>(),
        terminal in any::<bool>(),
        colored in any::<bool>(),
        width in proptest::option::of(0_usize..300),
        locale in proptest::sample::select(&["C.UTF-8", "C", "", "de_DE.utf8"][..]),
    ) {
        let variable = |name: &str| (name == "LANG").then(|| OsString::from(locale));
        let world = World {
            variable: &variable,
            since_1970: &|| Duration::ZERO,
            stdout_is_terminal: terminal,
            terminal_size: &|| width.map(|columns| (columns, 24)),
            links: &|| false,
            pager: &|_, _| Err(std::io::ErrorKind::NotFound.into()),
            color: &|_| colored,
            dialogue: &|| None,
            device: &|_| None,
            write_file: &|_, _, _| Err(std::io::ErrorKind::Unsupported.into()),
            write_page: &|_| Err(std::io::ErrorKind::Unsupported.into()),
            browse: &|_| Err(std::io::ErrorKind::Unsupported.into()),
            profile: &Keeper::default(),
            write_folder: &no_folder,
        };
        let lead = led.then(|| OsString::from(command));
        let arguments: Vec<OsString> = ["sciatica".into()].into_iter().chain(lead).chain(words).collect();
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let exit = sciatica::run(arguments.clone(), &world, &mut out, &mut err);
        let (out, err) = (String::from_utf8(out).unwrap(), String::from_utf8(err).unwrap());
        let acts = |c: &char| !"\n\t".contains(*c) && guide::text::acts_on_a_terminal(*c);
        prop_assert_eq!(out.chars().filter(|c| !(colored && *c == '\u{1b}')).find(acts), None, "{:?}: {:?}", arguments, out);
        prop_assert_eq!(err.chars().find(acts), None, "{:?}: {:?}", arguments, err);
        match exit {
            Exit::Answered | Exit::Stopped => prop_assert!(!out.is_empty(), "{:?}", arguments),
            Exit::Usage => prop_assert!(out.is_empty() && !err.is_empty(), "{:?}", arguments),
            // A routine into which nothing fits says so as an answer.
            Exit::Failed => prop_assert!(!(out.is_empty() && err.is_empty()), "{:?}", arguments),
            Exit::HungUp | Exit::Interrupted | Exit::Quitted | Exit::Terminated => {
                return Err(TestCaseError::fail(format!("{arguments:?} ended as if by a signal")));
            }
        }
    }
}
