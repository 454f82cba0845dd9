//! How an answer looks: width, colour, characters and forms, in pipes, on devices and on terminals.

use std::io::{BufRead, BufReader};
use std::process::Stdio;

use guide::model::Kind;
use guide::shelf::Catalogue;
use sciatica::error::Exit;
use unicode_width::UnicodeWidthStr;

use crate::process::{Ran, program, run, run_in};
use crate::support::{Answer, ask, ask_in};

/// Questions of every kind that answer with 0 or 3.
const QUESTIONS: [&[&str]; 41] = [
    &["now"],
    &["points"],
    &["points", "--with", "warfarin,osteoporosis"],
    &["show", "GB30", "BL40"],
    &["show", "GB30", "--full", "--sources"],
    &["show", "BL60", "--pregnant"],
    &["show", "ST36", "--cleared", "pregnancy", "--sources"],
    &["show", "pregnancy", "suspected-clot-leg", "right-now", "tcmwiki-ki1"],
    &["points", "--with", "dvt"],
    &["precautions"],
    &["precautions", "GB30"],
    &["precautions", "pregnancy", "--sources"],
    &["precautions", "--with", "pregnancy,warfarin", "--sources"],
    &["sources"],
    &["sources", "tcmwiki-ki1"],
    &["sources", "seed-002", "--sources"],
    &["stretches"],
    &["stretches", "--with", "pregnancy,spinal-stenosis"],
    &["techniques"],
    &["techniques", "--with", "warfarin"],
    &["red-flags"],
    &["check", "--answers", "none"],
    &["check", "--answers", "not-better,lasting-numbness,old-hip-replacement,aspirin"],
    &["check", "--answers", "pregnancy-warning-signs", "--sources"],
    &["show", "cat-cow", "nerve-glide", "thumb", "saddle-numbness"],
    &["show", "press-up", "--full", "--sources"],
    &["show", "ball-under-the-foot", "--full", "--sources"],
    &["show", "swan", "ball-at-a-wall", "figure-four-seated", "--pregnant"],
    &["show", "pelvic-tilt", "cat-cow", "--with", "pregnancy,numb-skin"],
    &["learn"],
    &["learn", "symptoms"],
    &["learn", "water-and-food", "--full", "--sources"],
    &["search", "pain", "behind", "knee"],
    &["search", "thumb", "--pregnant"],
    &["sources", "--summary"],
    &["sources", "--disputes"],
    &["routine", "evening"],
    &["routine", "--minutes", "30", "--with", "pregnancy,warfarin", "--sources"],
    &["routine", "--place", "bed", "--gentle", "--tools", "ball,roller,warm-pack"],
    &["session", "desk", "--plan"],
    &["session", "--minutes", "20", "--plan", "--with", "frail"],
];

/// Lists, with the columns that a pipe gets and, where each line is an entry, the one that holds its id.
const LISTS: [(&[&str], usize, Option<usize>); 16] = [
    (&["points"], 6, Some(1)),
    (&["points", "--with", "warfarin"], 6, Some(1)),
    (&["points", "--region", "leg", "--alone"], 6, Some(1)),
    (&["stretches"], 5, Some(1)),
    (&["stretches", "--with", "pregnancy,spinal-stenosis"], 5, Some(1)),
    (&["stretches", "--region", "leg", "--position", "sitting"], 5, Some(1)),
    (&["techniques"], 5, Some(1)),
    (&["techniques", "--with", "warfarin"], 5, Some(1)),
    (&["red-flags"], 4, Some(1)),
    (&["learn"], 3, Some(0)),
    (&["search", "pain", "behind", "knee"], 6, Some(2)),
    (&["search", "thumb", "--pregnant"], 6, Some(2)),
    (&["precautions"], 5, Some(1)),
    (&["precautions", "GB30"], 5, Some(1)),
    (&["sources"], 6, Some(1)),
    // A line a voice.
    (&["sources", "--disputes"], 6, None),
];

const ESC: char = '\u{1b}';
const BOXES: std::ops::RangeInclusive<char> = '\u{2500}'..='\u{259f}';

fn answered(question: &[&str], form: &[&str]) -> Ran {
    let ran = run(&[question, form].concat());
    assert!([0, 3].contains(&ran.exit), "{question:?} {form:?}: {ran:?}");
    ran
}

/// The same in this process, a pipe without colour: for what no process has a hand in.
fn told(question: &[&str], form: &[&str]) -> Answer {
    let answer = ask(&[question, form].concat());
    assert!([Exit::Answered, Exit::Stopped].contains(&answer.exit), "{question:?} {form:?}: {answer:?}");
    answer
}

/// Whether the answer is a list, which a pipe gets as a line an entry.
fn is_list(question: &[&str]) -> bool {
    LISTS.iter().any(|(list, ..)| *list == question) || (question[0] == "points" && !question.contains(&"dvt"))
}

/// Every point of the bundled catalogue.
fn codes() -> Vec<String> {
    let bundled = Catalogue::bundled(sciatica::bundle()).unwrap();
    bundled.index().points().map(|row| row.code.to_owned()).collect()
}

/// Every stretch and technique, with its kind.
fn practices() -> Vec<(String, &'static str)> {
    let bundled = Catalogue::bundled(sciatica::bundle()).unwrap();
    let of_kind = |kind: Kind| bundled.index().practices(kind).map(move |row| (row.id.to_owned(), kind.id()));
    of_kind(Kind::Stretch).chain(of_kind(Kind::Technique)).collect()
}

/// Nothing declared, and each precaution that raises no red flag.
fn declarations() -> Vec<Vec<&'static str>> {
    let bundled: &'static Catalogue = Box::leak(Box::new(Catalogue::bundled(sciatica::bundle()).unwrap()));
    let precautions = bundled.index().precautions().filter(|row| row.red_flag.is_none());
    std::iter::once(Vec::new()).chain(precautions.map(|row| vec!["--with", row.id])).collect()
}

/// No line is wider than this, its colour taken off. What is to be typed or copied, a command or an address, is left whole
/// on a line of its own, from 40 columns on.
fn assert_fits(what: &str, text: &str, width: usize) {
    let text = anstream::adapter::strip_str(text).to_string();
    let is_left_whole = |line: &str| {
        let line = line.trim_start();
        let is_command = line.starts_with("sciatica ");
        width >= 40 && (is_command || line.split_whitespace().last().is_some_and(|it| it.contains("://")))
    };
    for line in text.lines().filter(|line| !is_left_whole(line)) {
        assert!(line.width() <= width, "{what}: {} columns in {width}: {line}", line.width());
    }
}

// Width

#[test]
fn no_line_is_longer_than_the_width() {
    for question in QUESTIONS {
        for width in ["40", "60", "80", "120"] {
            assert_fits(&format!("{question:?}"), &told(question, &["--width", width]).out, width.parse().unwrap());
        }
        let painted = answered(question, &["--width", "60", "--color", "always"]);
        assert_fits(&format!("{question:?}"), &painted.out, 60);
    }
}

#[test]
fn no_title_is_longer_than_the_width() {
    let questions: [&[&str]; 7] = [
        &["show", "BL25", "--full"],
        &["show", "both-knees-to-chest", "fingers-along-the-spine", "--full"],
        &["show", "fragile-bone-after-a-knock", "cancer-with-leg-signs"],
        &["learn", "medicines-and-other-care", "--full"],
        &["sources", "who-2008"],
        &["sources", "seed-001"],
        &["precautions", "--with", "pregnancy,warfarin,osteoporosis,frail"],
    ];
    for question in questions {
        for width in ["20", "40", "60", "80"] {
            assert_fits(&format!("{question:?}"), &answered(question, &["--width", width]).out, width.parse().unwrap());
        }
    }
}

#[test]
fn no_card_and_no_list_is_wider_than_any_width() {
    let stretch = ["show", "cat-cow", "press-up", "tai-chi", "nerve-glide", "--full", "--sources"];
    let questions: [&[&str]; 14] = [
        &stretch,
        &["show", "pressing", "ball-under-the-foot", "circles", "--full", "--sources"],
        &["show", "swan", "figure-four-lying", "ball-at-a-wall", "pelvic-tilt", "--pregnant"],
        &["stretches", "--with", "pregnancy,frail"],
        &["techniques"],
        &["red-flags"],
        &["show", "saddle-numbness", "pregnancy-warning-signs", "both-legs-old", "--sources"],
        &["check", "--answers", "foot-drop-new"],
        &[
            "check",
            "--answers",
            "first-time-young-or-older,alcohol-or-drowsy,controlled-blood-pressure,old-hip-replacement",
        ],
        &["learn"],
        &["learn", "not-taught-here", "--full", "--sources"],
        &["search", "pain", "behind", "knee"],
        &["sources", "--summary"],
        &["sources", "--disputes"],
    ];
    for question in questions {
        for width in [20, 22, 25, 28, 31, 36, 43, 50, 57, 59, 60, 61, 66, 73, 79, 80, 81, 95, 119, 120] {
            let out = ask(&[question, &["--width", &width.to_string()]].concat()).out;
            assert!(!out.is_empty(), "{question:?}");
            assert_fits(&format!("{question:?}"), &out, width);
        }
    }
}

#[test]
fn prose_is_never_wider_than_80_and_a_table_never_wider_than_120() {
    for question in QUESTIONS {
        let widest = if is_list(question) { 120 } else { 80 };
        assert_fits(&format!("{question:?}"), &answered(question, &["--width", "300"]).out, widest);
    }
}

#[test]
fn columns_is_heard_and_width_outranks_it() {
    let card = |variables: &[(&str, &str)], form: &[&str]| run_in(variables, &[&["show", "GB30"], form].concat()).out;
    let narrow = card(&[("COLUMNS", "50")], &[]);
    assert_fits("COLUMNS=50", &narrow, 50);
    assert_eq!(narrow, card(&[], &["--width", "50"]));
    assert_eq!(card(&[("COLUMNS", "50")], &["--width", "70"]), card(&[], &["--width", "70"]));
    for nonsense in ["", "0", "wide", "-3", "99999999999999999999999"] {
        assert_eq!(card(&[("COLUMNS", nonsense)], &[]), card(&[], &[]), "COLUMNS={nonsense}");
    }
    assert_eq!(card(&[], &[]), card(&[], &["--width", "80"]));
    // As little as `--width` takes, whatever a terminal says of itself.
    assert_eq!(card(&[("COLUMNS", "1")], &[]), card(&[], &["--width", "20"]));
    // Columns are not a wish for the form of a terminal.
    assert_eq!(run_in(&[("COLUMNS", "50")], &["points"]).out, run(&["points"]).out);
}

#[test]
fn a_list_at_a_width_has_the_form_of_a_terminal() {
    let table = run(&["points", "--width", "80"]).out;
    assert!(table.lines().next().unwrap().contains("Code") && table.lines().nth(1).unwrap().contains("──"), "{table}");
    assert!(!table.contains('\t') && table.contains("sciatica show BL23: "), "{table}");
    let records = run(&["points", "--width", "50"]).out;
    assert!(records.starts_with("Code: BL23\nName: ") && !records.contains("──"), "{records}");
}

#[test]
fn a_card_is_at_most_40_lines_and_the_right_now_page_20() {
    assert!(!codes().is_empty());
    for code in codes() {
        for declared in [&[][..], &["--with", "none"], &["--pregnant"]] {
            let out = answered(&["show", &code, "--width", "80"], declared).out;
            assert!(out.lines().count() <= 40, "{code} {declared:?}: {} lines", out.lines().count());
        }
    }
    let mut withheld = 0;
    for (id, what) in practices() {
        for declared in declarations() {
            let answer = ask(&[&["show", &id, "--width", "80"], &declared[..]].concat());
            // Limits of what stays open may take more room than one screen; what is closed may not.
            if declared.is_empty() || answer.exit == Exit::Stopped {
                let lines = answer.out.lines().count();
                assert!(lines <= 40, "{what} {id} {declared:?}: {lines} lines:\n{}", answer.out);
                withheld += usize::from(!declared.is_empty());
            }
        }
    }
    assert!(withheld > 50, "{withheld}");
    let now = run::<&str>(&[]).out;
    assert!(now.lines().count() <= 20, "{} lines", now.lines().count());
    assert_fits("sciatica", &now, 80);
}

// Colour

#[test]
fn colour_is_asked_for_and_refused() {
    type Case<'c> = (&'c [(&'c str, &'c str)], &'c [&'c str], bool);
    const NONE: &[(&str, &str)] = &[];
    let cases: [Case<'_>; 10] = [
        (NONE, &[], false),
        (NONE, &["--color", "always"], true),
        (NONE, &["--color", "never"], false),
        (&[("CLICOLOR_FORCE", "1")], &[], true),
        (&[("CLICOLOR_FORCE", "1")], &["--color", "never"], false),
        (&[("NO_COLOR", "1")], &[], false),
        (&[("NO_COLOR", "1"), ("CLICOLOR_FORCE", "1")], &[], false),
        (&[("NO_COLOR", ""), ("CLICOLOR_FORCE", "1")], &[], true),
        (&[("NO_COLOR", "1")], &["--color", "always"], true),
        (NONE, &["--color", "always", "--plain"], false),
    ];
    for question in [&["show", "GB30"][..], &["points", "--pregnant", "--width", "80"]] {
        for (variables, form, colored) in cases {
            let ran = run_in(variables, &[question, form].concat());
            assert_eq!(ran.out.contains(ESC), colored, "{question:?} {variables:?} {form:?}");
        }
    }
}

#[test]
fn colour_never_changes_the_form() {
    for question in QUESTIONS {
        for form in [&[][..], &["--width", "80"], &["--width", "40"], &["--format", "markdown"], &["--format", "json"]]
        {
            let bare = told(question, form);
            let painted = answered(question, &[form, &["--color", "always"]].concat());
            let stripped = anstream::adapter::strip_str(&painted.out).to_string();
            let stripped: Vec<&str> = stripped.lines().map(|line| line.trim_end_matches(' ')).collect();
            let expected: Vec<&str> = bare.out.lines().collect();
            assert_eq!((stripped, painted.err), (expected, bare.err), "{question:?} {form:?}");
        }
    }
}

#[test]
fn no_coloured_line_ends_with_a_space() {
    let painted = answered(&["precautions"], &["--width", "80", "--color", "always"]).out;
    let stripped = anstream::adapter::strip_str(&painted).to_string();
    let trailing = stripped.lines().find(|line| line.ends_with(' '));
    assert_eq!(trailing, None);
}

#[test]
fn a_level_is_a_word_whatever_the_colour() {
    for form in [&["--width", "80"][..], &["--width", "40"], &["--plain"], &["--format", "markdown"]] {
        let out = run(&[&["points", "--with", "warfarin,osteoporosis,numb-skin"], form].concat()).out;
        assert!(out.contains("AVOID") && out.contains("ASK FIRST"), "{form:?}: {out}");
        let out = run(&[&["points", "--with", "osteoporosis"], form].concat()).out;
        assert!(out.contains("WITH LIMITS") && out.contains("OPEN"), "{form:?}: {out}");
    }
}

// Forms

#[test]
fn plain_is_records_without_boxes_colour_or_drawings() {
    for question in QUESTIONS {
        let painted = answered(question, &["--plain", "--color", "always"]);
        let [bare, wide] = [&["--plain"][..], &["--plain", "--width", "80"]].map(|form| told(question, form));
        for (form, out, err) in
            [("always", painted.out, painted.err), ("", bare.out, bare.err), ("80", wide.out, wide.err)]
        {
            assert_eq!(err, "", "{question:?}");
            assert!(!out.contains(|c| c == ESC || BOXES.contains(&c)), "{question:?}: {out}");
            for line in out.lines().filter(|line| !line.is_empty()) {
                assert!(line.contains(": "), "{question:?} {form:?}: no label: {line}");
            }
            assert!(out.contains("Notice: "), "{question:?}: {out}");
        }
    }
}

/// A synthesiser says letters, digits and ordinary punctuation; other signs it names one by one, or swallows. Titles of
/// sources are as their authors wrote them.
#[test]
fn plain_holds_no_sign_that_a_voice_stumbles_over() {
    const PUNCTUATION: &str = " .,:;!?'\"’‘“”()-–%/+&_[]";
    for question in QUESTIONS.iter().filter(|question| question[0] != "sources") {
        let out = run(&[question, &["--plain"][..]].concat()).out;
        for line in out.lines() {
            let signs: String = line.chars().filter(|&c| !c.is_alphanumeric() && !PUNCTUATION.contains(c)).collect();
            assert_eq!(signs, "", "{question:?}: {line}");
        }
    }
}

#[test]
fn the_environment_can_ask_for_plain() {
    for question in [&["show", "GB30"][..], &["points"], &["points", "--width", "80"]] {
        let plain = run(&[question, &["--plain"]].concat()).out;
        let usual = run(question).out;
        assert_ne!(plain, usual);
        for (value, asked) in [("1", true), ("true", true), ("yes", true), ("0", false), ("", false), ("false", false)]
        {
            let out = run_in(&[("SCIATICA_PLAIN", value)], question).out;
            assert_eq!(&out, if asked { &plain } else { &usual }, "SCIATICA_PLAIN={value}");
        }
        // A pipe is no dumb terminal.
        assert_eq!(run_in(&[("TERM", "dumb")], question).out, usual);
    }
}

#[test]
fn without_utf_8_everything_but_json_is_ascii() {
    let locales: [&[(&str, &str)]; 4] = [
        &[("LANG", "C")],
        &[("LANG", "")],
        &[("LC_ALL", "POSIX")],
        &[("LANG", "C.UTF-8"), ("LC_CTYPE", "en_US.ISO-8859-1")],
    ];
    for question in QUESTIONS {
        for form in [&[][..], &["--width", "80"], &["--width", "40"], &["--plain"], &["--format", "markdown"]] {
            for locale in locales {
                let ran = ask_in(locale, &[question, form].concat());
                let found = ran.out.lines().chain(ran.err.lines()).find(|line| !line.is_ascii());
                assert_eq!(found, None, "{question:?} {form:?} {locale:?}");
                assert!(!ran.out.contains("  - \n"), "{question:?} {form:?}: a separator of nothing");
            }
        }
        let json = [question, &["--format", "json"]].concat();
        assert_eq!(ask_in(&[("LANG", "C")], &json).out, ask(&json).out, "{question:?}");
    }
    assert!(run_in(&[("LANG", "C")], &["show", "GB30"]).out.starts_with("GB30  Huantiao - Jumping Circle"));
    assert!(run_in(&[("LANG", "C"), ("LC_ALL", "de_DE.utf8")], &["show", "GB30"]).out.contains("Huántiào"));
}

#[test]
fn without_utf_8_complaints_are_ascii() {
    for question in [
        &["show", "GB300"][..],
        &["show", "juliao"],
        &["show", "環跳x"],
        &["show", "huantaio"],
        &["points", "--with", "ü"],
        &["learn", "環跳"],
        &["search", "環跳x"],
        &["check", "--answers", "ü"],
        &["stretches", "--region", "ü"],
    ] {
        let ran = run_in(&[("LANG", "C")], question);
        assert!(ran.err.is_ascii(), "{question:?}: {}", ran.err);
    }
}

#[test]
fn without_utf_8_help_is_ascii() {
    let questions: [&[&str]; 11] = [
        &["--help"],
        &["show", "--help"],
        &["points", "--help"],
        &["precautions", "--help"],
        &["sources", "-h"],
        &["stretches", "--help"],
        &["techniques", "--help"],
        &["red-flags", "--help"],
        &["check", "--help"],
        &["learn", "--help"],
        &["search", "--help"],
    ];
    for question in questions {
        let ran = run_in(&[("LANG", "C")], question);
        assert!(ran.out.is_ascii(), "{question:?}: {}", ran.out);
    }
}

#[test]
fn a_piped_list_is_a_line_an_entry_between_tabs() {
    for (question, columns, id_column) in LISTS {
        let ran = answered(question, &[]);
        let json = answered(question, &["--format", "json"]);
        for line in ran.out.lines() {
            let cells: Vec<&str> = line.split('\t').collect();
            assert_eq!(cells.len(), columns, "{question:?}: {line}");
            assert!(cells.iter().all(|cell| *cell == cell.trim()), "{question:?}: {line}");
        }
        if let Some(column) = id_column {
            assert_eq!(ran.out.lines().count(), json.data().len(), "{question:?}: a line an entry, and no header");
            for (line, entry) in ran.out.lines().zip(json.data()) {
                let id = entry.get("code").or(entry.get("id")).unwrap();
                assert_eq!(line.split('\t').nth(column).unwrap(), id, "{question:?}: {line}");
            }
        }
        let notice = json.json()["notice"].as_str().unwrap().to_owned();
        assert!(!ran.out.contains(&notice) && ran.err == format!("{notice}\n"), "{question:?}: {}", ran.err);
    }
    let levels: Vec<String> = answered(&["points", "--with", "warfarin"], &[])
        .out
        .lines()
        .map(|it| it.split('\t').next().unwrap().to_owned())
        .collect();
    assert!(levels.iter().all(|level| ["", "adapt", "ask", "avoid"].contains(&level.as_str())), "{levels:?}");
}

/// The columns that help promises, counted where it names them.
#[test]
fn help_names_the_columns_of_a_list() {
    for (command, start, columns) in [
        ("points", "level (empty, adapt, ask, avoid)", 6),
        ("stretches", "level (empty, adapt, ask, avoid)", 5),
        ("techniques", "level (empty, adapt, ask, avoid)", 5),
        ("red-flags", "urgency (emergency, same-day, soon)", 4),
        ("learn", "id, title", 3),
        ("search", "level, kind", 6),
        ("precautions", "strongest level", 5),
        ("sources", "grade, id", 6),
        ("sources", "kind, entry", 6),
    ] {
        let help = run(&[command, "--help"]).out.split_whitespace().collect::<Vec<_>>().join(" ");
        let (_, named) = help.split_once(start).unwrap_or_else(|| panic!("{command} does not name {start}: {help}"));
        let named = named.split(['.', ';']).next().unwrap();
        // Commas in brackets list what one column can hold.
        let mut depth = 0;
        let mut between = |c: char| {
            depth += i32::from(c == '(') - i32::from(c == ')');
            c == ',' && depth == 0
        };
        let first = if start.contains('(') { 1 } else { start.split(", ").count() };
        assert_eq!(first + named.chars().filter(|c| between(*c)).count(), columns, "{command}: {start}{named}");
        let of_it = LISTS.iter().filter(|(question, ..)| question[0] == command);
        assert!(of_it.clone().count() > 0 && of_it.clone().all(|(_, count, _)| *count == columns), "{command}");
    }
}

#[test]
fn a_piped_list_of_practices_begins_with_the_level() {
    for question in [["stretches", "--with", "pregnancy"], ["techniques", "--with", "warfarin"]] {
        let (out, data) = (answered(&question, &[]).out, answered(&question, &["--format", "json"]).data());
        for (line, entry) in out.lines().zip(data) {
            let cells: Vec<&str> = line.split('\t').collect();
            assert_eq!(cells[0], entry["level"].as_str().unwrap_or_default(), "{line}");
            assert_eq!(cells[4].is_empty(), cells[0].is_empty(), "a reason where there is a level: {line}");
        }
    }
}

#[test]
fn a_card_json_and_markdown_carry_the_notice() {
    let notice = answered(&["now"], &["--format", "json"]).json()["notice"].as_str().unwrap().to_owned();
    for question in QUESTIONS {
        let forms: [&[&str]; 4] = [&["--format", "json"], &["--format", "markdown"], &["--plain"], &["--width", "80"]];
        for form in forms.into_iter().chain((!is_list(question)).then_some(&[][..])) {
            let ran = told(question, form);
            assert!(ran.out.contains(&notice) && ran.err.is_empty(), "{question:?} {form:?}: {}", ran.err);
        }
    }
}

#[test]
fn every_answer_ends_with_one_line_break_and_no_line_with_a_space() {
    for question in QUESTIONS {
        for form in [&[][..], &["--width", "80"], &["--width", "40"], &["--format", "markdown"], &["--format", "json"]]
        {
            let out = told(question, form).out;
            assert!(
                out.ends_with('\n') && !out.ends_with("\n\n"),
                "{question:?} {form:?} ends with {:?}",
                out.chars().last()
            );
            let trailing = out.lines().find(|line| line.ends_with(' '));
            assert_eq!(trailing, None, "{question:?} {form:?}");
        }
    }
}

// Pipes and devices

#[test]
fn a_pipe_whose_reader_goes_ends_quietly() {
    // More than a pipe holds, so that the program is still writing when its reader goes.
    let codes = codes();
    let question: Vec<&str> =
        ["show", "--format", "json"].into_iter().chain(codes.iter().map(String::as_str)).collect();
    assert!(run(&question).out.len() > 100_000, "too short for this test");
    let mut command = program();
    command.args(question).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let mut first = String::new();
    BufReader::with_capacity(16, child.stdout.take().unwrap()).read_line(&mut first).unwrap();
    assert_eq!(first, "{\n");
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), String::from_utf8_lossy(&output.stderr).as_ref()), (Some(0), ""));
}

#[test]
fn a_pipe_that_nobody_reads_ends_quietly() {
    let questions: [&[&str]; 12] = [
        &["show", "GB30"],
        &["points"],
        &["show", "BL60", "--pregnant"],
        &["--help"],
        &["show", "GB300", "GB30"],
        &["stretches"],
        &["techniques"],
        &["red-flags"],
        &["learn"],
        &["search", "pain"],
        &["sources", "--disputes"],
        &["check", "--answers", "none"],
    ];
    for question in questions {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let output =
            program().args(question).stdout(writer).stderr(Stdio::piped()).spawn().unwrap().wait_with_output().unwrap();
        let err = String::from_utf8_lossy(&output.stderr);
        assert_eq!((output.status.code(), err.as_ref()), (Some(0), ""), "{question:?}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_an_error() {
    let Ok(full) = std::fs::File::options().write(true).open("/dev/full") else { return };
    let questions: [&[&str]; 12] = [
        &["show", "GB30"],
        &["points"],
        &["show", "BL60", "--pregnant"],
        &["now"],
        &["--help"],
        &["stretches"],
        &["techniques"],
        &["red-flags"],
        &["learn", "evidence"],
        &["search", "pain"],
        &["sources", "--summary"],
        // A sign that nobody could read is a failure, and no stop.
        &["check", "--answers", "saddle-numbness"],
    ];
    for question in questions {
        let full = full.try_clone().unwrap();
        let output =
            program().args(question).stdout(full).stderr(Stdio::piped()).spawn().unwrap().wait_with_output().unwrap();
        let err = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(1), "{question:?}");
        assert!(err.contains("error: cannot write the answer: "), "{question:?}: {err}");
        assert!(err.contains("is the disk full?"), "{question:?}: {err}");
    }
    // With nobody to tell, the answer still stands.
    let output =
        program().arg("points").stdout(Stdio::piped()).stderr(full).spawn().unwrap().wait_with_output().unwrap();
    assert_eq!((output.status.code(), output.stdout), (Some(0), run(&["points"]).out.into_bytes()));
}

// Terminals

#[cfg(unix)]
mod on_a_terminal {
    use std::process::Command;
    use std::time::Duration;

    use expectrl::{Eof, Expect, Session};

    use super::{BOXES, ESC, assert_fits};
    use crate::process::{program, run};

    /// What the program writes on a terminal.
    fn shown(variables: &[(&str, &str)], question: &[&str]) -> String {
        let mut command = program();
        command
            .env("TERM", "xterm-256color")
            .env("COLUMNS", "90")
            .env("PAGER", "cat")
            .envs(variables.iter().copied())
            .args(question);
        written_by(command)
    }

    fn written_by(command: Command) -> String {
        let mut session = Session::spawn(command).expect("a terminal");
        session.set_expect_timeout(Some(Duration::from_secs(20)));
        let captures = session.expect(Eof).expect("a program that ends");
        String::from_utf8(captures.as_bytes().to_vec()).expect("UTF-8").replace("\r\n", "\n")
    }

    #[test]
    fn a_pager_that_fails_or_is_not_there_loses_nothing() {
        let plainly = shown(&[], &["learn", "evidence"]);
        assert!(plainly.contains("What studies show"), "{plainly}");
        for pager in ["false", "/nowhere/less", "'"] {
            assert_eq!(shown(&[("PAGER", pager)], &["learn", "evidence"]), plainly, "{pager}");
        }
        assert_eq!(
            shown(&[("PAGER", "sed -e s/studies/trials/")], &["learn", "evidence"]).matches("What trials").count(),
            1
        );
    }

    #[test]
    fn a_list_is_a_table_with_colour() {
        let out = shown(&[], &["points", "--region", "leg"]);
        let table = anstream::adapter::strip_str(&out).to_string();
        assert_eq!(table, run(&["points", "--region", "leg", "--width", "90"]).out);
        assert!(table.contains('─') && table.contains("ST36") && !table.contains("BL23"), "{table}");
        let screened = shown(&[], &["points", "--region", "leg", "--with", "warfarin"]);
        assert!(screened.contains(ESC), "{screened}");
        assert_fits("a table", &screened, 90);
    }

    #[test]
    fn a_card_has_colour() {
        let out = shown(&[], &["show", "GB30", "--no-figure"]);
        assert!(out.contains(ESC), "{out}");
        assert_eq!(anstream::adapter::strip_str(&out).to_string(), run(&["show", "GB30"]).out);
    }

    #[test]
    fn a_dumb_terminal_gets_plain_records() {
        for question in [&["points", "--region", "leg"][..], &["show", "GB30"]] {
            let out = shown(&[("TERM", "dumb")], question);
            assert!(!out.contains(|c| c == ESC || BOXES.contains(&c)), "{out}");
            assert_eq!(out, run(&[question, &["--plain"]].concat()).out);
        }
    }

    #[test]
    fn no_color_is_heard() {
        for question in [&["points", "--region", "leg", "--with", "warfarin"][..], &["show", "GB30"]] {
            let out = shown(&[("NO_COLOR", "1")], question);
            assert!(!out.contains(ESC) && !out.is_empty(), "{out}");
            let coloured = shown(&[("NO_COLOR", "")], question);
            assert!(coloured.contains(ESC), "{coloured}");
            assert!(!shown(&[], &[question, &["--color", "never"]].concat()).contains(ESC));
        }
    }

    #[test]
    fn the_width_of_the_terminal_is_heard() {
        let mut command = Command::new("/bin/sh");
        // The other end of the terminal gives it a size a moment after it was opened.
        let opened = "for n in $(seq 200); do [ \"$(stty size)\" = '0 0' ] || break; sleep 0.02; done";
        let shows = format!("exec '{}' show BL40 --no-figure", env!("CARGO_BIN_EXE_sciatica"));
        let script = format!("{opened}; stty cols 66 2>/dev/null && {shows}");
        command.env_remove("COLUMNS").env("LANG", "C.UTF-8").env("LC_ALL", "C.UTF-8").env("NO_COLOR", "1");
        // Whoever runs the tests may keep a profile of their own.
        command.env("HOME", "/nowhere").env_remove("XDG_CONFIG_HOME");
        command.env("SCIATICA_PLAIN", "0").env("PAGER", "cat").env("TERM", "xterm").args(["-c", &script]);
        let out = written_by(command);
        // Without stty there is nothing to hear.
        assert!(out.is_empty() || out == run(&["show", "BL40", "--width", "66"]).out, "{out}");
    }

    #[test]
    fn json_has_no_colour() {
        let out = shown(&[], &["points", "--with", "warfarin", "--format", "json"]);
        assert_eq!(out, run(&["points", "--with", "warfarin", "--format", "json"]).out);
    }
}
