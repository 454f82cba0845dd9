//! A catalogue from a stranger: whatever is in it, reading it ends soon, needs little memory, and acts on no terminal.

use std::collections::BTreeMap;
use std::fs;
use std::process::Output;
use std::time::{Duration, Instant};

use guide::check::Problem;
use guide::shelf::Catalogue;
use guide::shelf::CatalogueError;
use guide::text::acts_on_a_terminal;
use serde_json::{Value, json};

use crate::process::{Ran, program, run};
use crate::support::{FIXTURE, Scratch, documents, files_below, repository};

/// Longer than anything takes here, even on a busy machine.
const LIMIT: Duration = Duration::from_secs(30);

/// A file that every catalogue of the tests can do without, and its content.
const LONELY: &str = "sources/lonely.json";

fn fixture() -> BTreeMap<String, String> {
    let root = repository(FIXTURE);
    let read = |path: String| {
        let text = fs::read_to_string(root.join(&path)).unwrap();
        (path, text)
    };
    files_below(&root).into_iter().map(read).collect()
}

/// The frozen catalogue with one document changed.
fn with(path: &str, change: impl FnOnce(&mut Value)) -> BTreeMap<String, String> {
    let mut files = fixture();
    let mut document: Value = serde_json::from_str(&files[path]).unwrap();
    change(&mut document);
    files.insert(path.to_owned(), serde_json::to_string_pretty(&document).unwrap());
    files
}

/// The frozen catalogue with one file in another's place.
fn with_text(path: &str, text: &str) -> BTreeMap<String, String> {
    let mut files = fixture();
    files.insert(path.to_owned(), text.to_owned());
    files
}

fn problems(files: BTreeMap<String, String>) -> Vec<Problem> {
    match Catalogue::of_files("a stranger's", files) {
        Ok(_) => Vec::new(),
        Err(CatalogueError::Invalid { problems, .. }) => problems,
        Err(other) => panic!("{other}"),
    }
}

fn in_time<T>(act: impl FnOnce() -> T) -> T {
    let start = Instant::now();
    let done = act();
    assert!(start.elapsed() < LIMIT, "it took {:?}", start.elapsed());
    done
}

/// The problems of a catalogue, each a line, as a reader gets them.
fn told(files: BTreeMap<String, String>) -> String {
    let problems = in_time(|| problems(files));
    let mut lines = String::new();
    for problem in problems {
        lines.push_str(&format!("{problem}\n"));
    }
    lines
}

fn assert_clean(text: &str) {
    let acting = text.chars().find(|c| !"\n\t".contains(*c) && acts_on_a_terminal(*c));
    assert_eq!(acting, None, "{text:?}");
}

/// Checks a folder, and asks it something: both are refused in the same words, in time, and act on no terminal.
fn refused(scratch: &Scratch) -> String {
    let checked: Ran = in_time(|| run(&["catalogue", "check", scratch.argument()]));
    let asked = in_time(|| run(&["points", "--format", "json", "--catalogue", scratch.argument()]));
    for ran in [&checked, &asked] {
        assert_eq!((ran.exit, ran.out.as_str()), (1, ""), "{}", ran.err);
        assert_clean(&ran.err);
    }
    assert_eq!(checked.err, asked.err);
    checked.err
}

// What stands in the files

/// An escape sequence, a bell, C1 control, overrides, isolates, marks, separators, line breaks, nothing.
const ACTING: [&str; 13] = [
    "\u{1b}[31m", "\u{7}", "\u{9b}2J", "\u{202e}", "\u{2066}", "\u{200f}", "\u{feff}", "\u{2028}", "\u{85}", "\r",
    "\n", "\t", "\0",
];

/// Every text of a document, to be changed.
fn texts<'v>(value: &'v mut Value, found: &mut Vec<&'v mut String>) {
    match value {
        Value::String(text) => found.push(text),
        Value::Array(items) => items.iter_mut().for_each(|item| texts(item, found)),
        Value::Object(fields) => fields.values_mut().for_each(|field| texts(field, found)),
        _ => {}
    }
}

/// One text of each file at a time, so that the many texts take few rounds.
#[test]
fn no_text_can_act_on_a_terminal() {
    let documents = documents(FIXTURE);
    let mut planted = 0;
    for round in 0.. {
        let mut files = fixture();
        let mut changed = Vec::new();
        for (path, document) in &documents {
            let mut document = document.clone();
            let mut found = Vec::new();
            texts(&mut document, &mut found);
            let Some(text) = found.into_iter().nth(round) else { continue };
            text.push_str(ACTING[(round + changed.len()) % ACTING.len()]);
            files.insert(path.clone(), document.to_string());
            changed.push(path);
        }
        if changed.is_empty() {
            break;
        }
        planted += changed.len();
        let problems = problems(files);
        for path in changed {
            assert!(problems.iter().any(|problem| problem.file == *path), "{path}, text {round}: {problems:#?}");
        }
        for problem in problems {
            assert_clean(&problem.to_string());
        }
    }
    assert!(planted > 500, "only {planted} texts");
}

#[test]
fn no_key_can_act_on_a_terminal() {
    for acting in ACTING {
        let key = format!("colour{acting}");
        for path in ["points/GB30.json", "catalogue.json", "figures/hip.json", "routines/short-break.json"] {
            let told = told(with(path, |document| document[&key] = json!(acting)));
            assert!(told.contains(path) && told.contains("colour"), "{told}");
            assert_clean(&told);
        }
        let deep = told(with("points/GB30.json", |document| document["location"][&key] = json!({&key: acting})));
        assert!(deep.contains("points/GB30.json:"), "{deep}");
        assert_clean(&deep);
    }
}

#[test]
fn depth_is_refused_with_its_place() {
    for depth in [200, 10_000, 1 << 20] {
        for text in ["[".repeat(depth), "{\"a\":".repeat(depth / 5), "[".repeat(depth / 2) + &"]".repeat(depth / 2)] {
            let told = told(with_text(LONELY, &text));
            assert!(told.starts_with("sources/lonely.json:1:"), "{told}");
        }
    }
}

/// A type passes over what it does not need. What a value cannot hold there must not take the whole file away unseen:
/// rules would be lost with it.
#[test]
fn what_a_type_passes_over_is_looked_at_too() {
    let text = &fixture()["precautions/pregnancy.json"];
    let nested = "[".repeat(5_000) + &"]".repeat(5_000);
    for (unseen, problem) in
        [(nested.as_str(), "recursion limit"), ("1e999", "number out of range"), (r#""\ud800""#, "hex escape")]
    {
        let text = text.replacen('{', &format!("{{\"$schema\": {unseen},"), 1);
        let told = told(with_text("precautions/pregnancy.json", &text));
        assert!(told.starts_with("precautions/pregnancy.json:1:"), "{told}");
        assert!(told.contains(problem), "{told}");
    }
}

#[test]
fn signs_and_precautions_cannot_be_left_out_unseen() {
    let told_of = |path: &str, key: &str, change: &dyn Fn(&mut Value)| {
        let told = told(with(path, change));
        assert!(told.contains(path) && told.contains(key), "{path} without its {key}: {told}");
    };
    let without = |key: &'static str| move |document: &mut Value| drop(document.as_object_mut().unwrap().remove(key));
    told_of("precautions/suspected-clot.json", "red_flag", &without("red_flag"));
    told_of("precautions/blood-thinners.json", "rules", &without("rules"));
    told_of("catalogue.json", "get_help", &without("get_help"));
    told_of("catalogue.json", "get_help", &|document| document["get_help"] = json!([]));
    told_of("triage.json", "screens", &|document| document["screens"] = json!([]));
    let mut files = fixture();
    files.retain(|path, _| !path.starts_with("precautions/"));
    assert!(told(files).contains("precautions: holds no precaution; "));
    let mut files = fixture();
    files.remove("triage.json");
    assert!(told(files).starts_with("triage.json: is missing; "));
}

#[test]
fn what_is_written_twice_or_cut_off_or_zero_is_refused() {
    let source = &fixture()["sources/seed-003.json"];
    for text in [
        source.replacen('{', "{\"grade\": \"A\", \"grade\": \"B\",", 1),
        source.replacen('{', "{\"\\u0067rade\": \"A\",", 1),
        source.replacen("\"title\"", "\"ti\0tle\"", 1),
        source.replacen("\": ", "\": \0", 1),
        format!("{source}\0"),
        format!("\u{feff}\u{feff}{source}"),
        source[..source.len() / 2].to_owned(),
        "NaN".to_owned(),
        "\0".repeat(100),
        " ".repeat(100),
    ] {
        let told = told(with_text("sources/seed-003.json", &text));
        let own: Vec<&str> = told.lines().filter(|line| line.starts_with("sources/seed-003.json:")).collect();
        assert_eq!(own.len(), 1, "{text}: {told}");
        assert!(!own[0].starts_with("sources/seed-003.json: ") && !own[0].contains(":0:"), "{told}");
        assert_clean(&told);
    }
}

#[test]
fn numbers_beyond_reason_are_refused() {
    let point = |pointer: &'static str, number: Value| {
        told(with("points/GB30.json", |document| *document.pointer_mut(pointer).unwrap() = number))
    };
    for number in [json!(3_601), json!(65_535), json!(65_536), json!(u64::MAX), json!(-1), json!(0.5), json!(1e300)] {
        let told = point("/ways/0/hold_seconds/max", number.clone());
        assert!(told.contains("ways[0].hold_seconds"), "{number}: {told}");
    }
    assert!(point("/ways/0/rounds/max", json!(101)).contains("ways[0].rounds.max: 101 is more than 100; "));
    let stretch = |pointer: &'static str, number: u64| {
        told(with("stretches/knee-rock.json", |document| *document.pointer_mut(pointer).unwrap() = number.into()))
    };
    for pointer in ["/ways/0/dosage/repetitions/max", "/ways/0/dosage/sets/max", "/ways/0/dosage/per_day/max"] {
        assert!(stretch(pointer, 65_535).contains(": 65535 is more than 100; "));
        assert_eq!(stretch(pointer, 100), "");
    }
    let minutes = told(with("routines/short-break.json", |document| document["minutes"] = json!(65_535)));
    assert!(minutes.starts_with("routines/short-break.json:"), "{minutes}");
    assert!(minutes.contains("minutes: 65535 is more than 120; "), "{minutes}");
}

#[test]
fn texts_and_lists_beyond_reason_are_refused() {
    let source = |key: &'static str, value: Value| {
        told(with("sources/seed-003.json", |document| document[key] = value)) //
    };
    assert_eq!(source("title", json!("ü".repeat(4_000))), "");
    assert!(source("title", json!("ü".repeat(4_001))).contains("title: a text of more than 4000 characters; "));
    let aliases: Vec<String> = (0..501).map(|number| format!("alias-{number}")).collect();
    let precaution = |aliases: &[String]| {
        told(with("precautions/pacemaker.json", |document| document["aliases"] = json!(aliases))) //
    };
    assert_eq!(precaution(&aliases[..500]), "");
    assert!(precaution(&aliases).contains("aliases: more than 500 items; "));
    assert!(source("short", json!("x".repeat(101))).contains("short: a text of more than 100 characters; "));
    let rules = told(with("precautions/numb-skin.json", |document| {
        let rule = document["rules"][0].clone();
        document["rules"] = json!(vec![rule; 101]);
    }));
    assert!(rules.contains("rules: more than 100 items; "), "{rules}");
}

/// A rule for every point, of an example's words.
fn rule(select: &Value) -> Value {
    let because = json!({"text": "It is an example.", "basis": "editorial", "why": "It is an example."});
    json!({"level": "avoid", "select": select, "because": because})
}

#[test]
fn rules_beyond_number_are_refused_unjudged() {
    let with_rules = |count: usize, select: &Value| {
        let mut files = fixture();
        for (number, left) in (0..count).step_by(100).map(|start| (start / 100, count - start)) {
            let more = json!({"precaution": "pregnancy", "rules": vec![rule(select); left.min(100)]});
            files.insert(format!("rules/{number}.json"), more.to_string());
        }
        files
    };
    let ours: usize = documents(FIXTURE).iter().filter_map(|(_, it)| it["rules"].as_array()).map(Vec::len).sum();
    let point = json!({"kinds": ["point"]});
    assert_eq!(told(with_rules(1_000 - ours, &point)), "");
    let told_of = told(with_rules(1_001 - ours, &point));
    assert_eq!(told_of, ".: more than 1000 rules in all; take rules, precautions or entries out\n");
    // The same words times what an entry offers to be selected by.
    let entries: Vec<&str> = vec!["GB30"; 200];
    let mut files = with_rules(900, &json!({"entries": entries}));
    assert_eq!(told(files.clone()), "");
    files.extend(
        with("points/GB30.json", |point| {
            let mut way = point["ways"][0].clone();
            way["positions"] = json!(vec!["prone"; 30]);
            point["ways"] = json!(vec![way; 20]);
        })
        .into_iter()
        .filter(|(path, _)| path == "points/GB30.json"),
    );
    let many = told(files);
    assert!(many.starts_with(".: its rules select by too much for so many entries: "), "{many}");
}

#[test]
fn ways_steps_and_words_beyond_reason_are_refused() {
    let of_point = |change: &dyn Fn(&mut Value)| told(with("points/GB30.json", change));
    let ways = of_point(&|point| point["ways"] = json!(vec![point["ways"][0].clone(); 21]));
    assert!(ways.contains("ways: more than 20 items; "), "{ways}");
    let steps = of_point(&|point| point["ways"][0]["steps"] = json!(vec![point["ways"][0]["steps"][0].clone(); 201]));
    assert!(steps.contains("ways[0].steps: more than 200 items; "), "{steps}");
    let positions = of_point(&|point| point["ways"][0]["positions"] = json!(vec!["prone"; 31]));
    assert!(positions.contains("ways[0].positions: more than 30 items; "), "{positions}");
    let drawn = told(figure(|hip| hip["points"] = json!(vec![hip["points"][0].clone(); 31])));
    assert!(drawn.contains("points: more than 30 items; "), "{drawn}");
    let routine = |steps: usize| {
        told(with("routines/short-break.json", |it| it["steps"] = json!(vec![json!({"entry": "knee-rock"}); steps])))
    };
    assert_eq!(routine(200), "");
    assert!(routine(201).contains("steps: more than 200 items; "));
}

/// Each problem is looked for in its file; a file of nothing else must not take hours.
#[test]
fn problems_beyond_number_are_not_looked_for() {
    let blank = vec![vec![""; 250]; 250];
    let files = with("sources/seed-003.json", |document| document["$schema"] = json!(blank));
    let problems = in_time(|| problems(files.clone()));
    assert_eq!(problems.len(), 1_000);
    let Err(error) = Catalogue::of_files("a stranger's", files) else { panic!("it was opened") };
    assert_eq!(error.to_string(), "the catalogue in \"a stranger's\" has 1000 problems or more");
}

/// What comes twice in a routine is gathered twice, not four times.
#[test]
fn a_routine_that_names_an_entry_twice_does_it_twice() {
    let files = with("routines/short-break.json", |routine| {
        routine["steps"] = json!([{"entry": "knee-rock"}, {"entry": "knee-rock"}]);
    });
    let scratch = Scratch::copy_of(FIXTURE);
    scratch.write("routines/short-break.json", files["routines/short-break.json"].as_bytes());
    let asked = ["routine", "short-break", "--minutes", "60", "--format", "json", "--catalogue", scratch.argument()];
    let steps = run(&asked).json()["data"][0]["steps"].as_array().unwrap().clone();
    let firsts = steps.iter().filter(|step| step["entry"]["id"] == "knee-rock" && step["side"] != "right");
    assert_eq!(firsts.count(), 2, "{steps:#?}");
}

// Figures

fn figure(change: impl FnOnce(&mut Value)) -> BTreeMap<String, String> {
    with("figures/hip.json", change)
}

#[test]
fn figures_beyond_drawing_are_refused() {
    let outline = |path: String| told(figure(|hip| hip["strokes"][0]["path"] = path.into()));
    let million = format!("M 6 20{} Z", " L 7 9".repeat(150_000));
    assert!(outline(million).contains("strokes[0].path: more than 32000 bytes of paths; "));
    for path in ["", " ", "Z", "M", "M 1", "L 1 1", "M 1 1 L", "M NaN 1 Z", "M inf 1 Z", "M 1e9 1 Z", "M 1 1 C 2 2 Z"] {
        assert!(outline(path.to_owned()).contains("strokes[0].path: "), "{path}");
    }
    let far = format!("M 6 20 L {} 20 L 6 30 Z", "9".repeat(400));
    assert!(outline(far).contains("strokes[0].path: leaves the page"));
    let landmark = json!({"id": "x", "name": "x", "at": [60, 30]});
    let crowded = told(figure(|hip| hip["landmarks"] = json!(vec![landmark; 27])));
    assert!(crowded.contains("landmarks: more than 26 items; "), "{crowded}");
    let raw = fixture()["figures/hip.json"].replacen("[120, 100]", "[1e999, 100]", 1);
    assert!(told(with_text("figures/hip.json", &raw)).contains("number out of range"));
}

/// As many lines as may be, each from edge to edge, in every form in which they are drawn.
#[test]
fn the_worst_figure_that_is_let_in_is_drawn_in_time() {
    let path = "M 6 20 C 40 2 80 2 112 30 C 114 50 110 72 96 90 C 64 98 30 96 8 80 C 2 60 2 40 6 20 Z".to_owned();
    let across = " L 8 40 L 110 41".repeat(1_950);
    let files = figure(|hip| hip["strokes"][1]["path"] = format!("M 8 40{across}").into());
    let scratch = Scratch::copy_of(FIXTURE);
    scratch.write("figures/hip.json", files["figures/hip.json"].as_bytes());
    assert!(path.len() + across.len() < 32_000);
    for form in [&["show", "GB30", "--figure", "--width", "120"][..], &["map", "--figure"], &["handout", "GB30"]] {
        let ran = in_time(|| run(&[form, &["--catalogue", scratch.argument()]].concat()));
        assert_eq!((ran.exit, ran.out.is_empty()), (0, false), "{form:?}: {}", ran.err);
    }
}

// What stands in the folder

#[test]
fn a_folder_whose_name_acts_on_a_terminal_is_named_without_it() {
    for acting in ACTING.into_iter().filter(|acting| *acting != "\0") {
        let scratch = Scratch::new();
        let folder = format!("{acting}mine{acting}");
        if fs::create_dir(scratch.path().join(&folder)).is_err() {
            continue;
        }
        for (path, text) in fixture() {
            scratch.write(&format!("{folder}/{path}"), text.as_bytes());
        }
        let directory = format!("{}/{folder}", scratch.argument());
        let forms: [&[&str]; 5] =
            [&[], &["--width", "80"], &["--plain"], &["--format", "json"], &["--format", "markdown"]];
        for form in forms {
            let ran = run(&[&["points", "--catalogue", &directory], form].concat());
            assert_eq!(ran.exit, 0, "{}", ran.err);
            assert_clean(&ran.out);
            assert_clean(&ran.err);
        }
        scratch.write(&format!("{folder}/triage.json"), b"[");
        assert_clean(&run(&["now", "--catalogue", &directory]).err);
    }
}

#[test]
fn a_file_whose_name_acts_on_a_terminal_is_named_without_it() {
    for acting in ACTING.into_iter().filter(|acting| *acting != "\0") {
        let scratch = Scratch::copy_of(FIXTURE);
        if fs::write(scratch.path().join(format!("sources/a{acting}b.json")), b"{}").is_ok() {
            assert!(refused(&scratch).contains("sources/a"));
        }
    }
}

#[test]
fn a_million_bytes_are_the_most_of_a_file_and_three_of_all() {
    let scratch = Scratch::copy_of(FIXTURE);
    let huge = fs::File::create(scratch.path().join(LONELY)).unwrap();
    huge.set_len(100 << 20).unwrap();
    assert!(refused(&scratch).contains("sources/lonely.json: is larger than 1 MiB; "));
    huge.set_len(1 << 20).unwrap();
    assert!(refused(&scratch).contains("sources/lonely.json:1:1: expected value; "));
    for number in 0..3 {
        fs::copy(scratch.path().join(LONELY), scratch.path().join(format!("sources/{number}.json"))).unwrap();
    }
    assert!(refused(&scratch).contains("\n  .: its files have more than 3 MiB together; "));
}

#[test]
fn a_folder_of_too_many_files_is_refused_unread() {
    let scratch = Scratch::copy_of(FIXTURE);
    for number in 0..=60 {
        scratch.write(&format!("figures/{number}.json"), b"");
    }
    assert!(refused(&scratch).contains("\n  figures: holds more than 60 files; take files out\n"));
    for (folder, most) in [
        ("precautions", 200),
        ("red-flags", 200),
        ("rules", 200),
        ("routines", 200),
        ("meridians", 200),
        ("figures", 60),
    ] {
        let mut files = fixture();
        files.extend((0..=most).map(|number| (format!("{folder}/{number}.json"), String::new())));
        assert_eq!(told(files), format!("{folder}: holds more than {most} files; take files out\n"));
    }
    let mut files = fixture();
    let text = " ".repeat(1 << 20);
    files.extend((0..3).map(|number| (format!("sources/{number}.json"), text.clone())));
    assert_eq!(told(files), ".: its files have more than 3 MiB together; take files out\n");
}

#[test]
fn an_empty_file_is_refused_unread() {
    let scratch = Scratch::copy_of(FIXTURE);
    scratch.write(LONELY, b"");
    assert!(refused(&scratch).contains("sources/lonely.json: is empty; "));
}

#[test]
fn bytes_that_are_no_text_are_refused_with_their_place() {
    let scratch = Scratch::copy_of(FIXTURE);
    scratch.write(LONELY, b"{\n  \"id\": \"\xc3\xbc\xff\"}");
    assert!(refused(&scratch).contains("sources/lonely.json:2:11: is not UTF-8; "));
}

#[cfg(unix)]
mod unix {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    use std::os::unix::fs::symlink;
    use std::process::Command;

    use super::*;

    #[test]
    fn links_that_lead_in_a_circle_or_nowhere_are_refused() {
        let scratch = Scratch::copy_of(FIXTURE);
        let sources = scratch.path().join("sources");
        symlink("lonely.json", sources.join("lonely.json")).unwrap();
        symlink("gone", sources.join("nowhere.json")).unwrap();
        symlink(".", sources.join("here.json")).unwrap();
        let told = refused(&scratch);
        for file in ["lonely", "nowhere", "here"] {
            assert!(told.contains(&format!("\n  sources/{file}.json: ")), "{told}");
        }
        let circle = Scratch::copy_of(FIXTURE);
        fs::remove_dir_all(circle.path().join("stretches")).unwrap();
        symlink("stretches", circle.path().join("stretches")).unwrap();
        assert!(refused(&circle).contains("\n  stretches: "));
        let root = Scratch::copy_of(FIXTURE);
        fs::remove_dir_all(root.path().join("stretches")).unwrap();
        symlink(".", root.path().join("stretches")).unwrap();
        assert!(refused(&root).contains("\n  stretches/catalogue.json:"));
    }

    #[test]
    fn a_pipe_is_not_opened() {
        let scratch = Scratch::copy_of(FIXTURE);
        let pipe = scratch.path().join(LONELY);
        assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
        assert!(refused(&scratch).contains("sources/lonely.json: is not a regular file; "));
    }

    #[test]
    fn what_the_system_makes_up_is_not_read() {
        for file in ["/dev/zero", "/dev/stdin", "/proc/self/mem", "/proc/kmsg", "/proc/self/environ", "/proc/kcore"] {
            if !std::path::Path::new(file).exists() {
                continue;
            }
            let scratch = Scratch::copy_of(FIXTURE);
            symlink(file, scratch.path().join(LONELY)).unwrap();
            let told = refused(&scratch);
            let lines: Vec<&str> = told.lines().filter(|line| line.starts_with("  sources/lonely.json: ")).collect();
            assert_eq!(lines.len(), 1, "{file}: {told}");
        }
    }

    #[test]
    fn a_name_that_is_no_text_is_refused() {
        let scratch = Scratch::copy_of(FIXTURE);
        let name = OsStr::from_bytes(b"lonely\xff.json");
        if fs::write(scratch.path().join("precautions").join(name), b"{}").is_ok() {
            assert!(refused(&scratch).contains("\n  precautions/lonely\u{fffd}.json: "));
        }
    }

    /// With the room of some 100 MB for the whole process, program included.
    #[cfg(target_os = "linux")]
    #[test]
    fn a_large_file_takes_no_memory() {
        let scratch = Scratch::copy_of(FIXTURE);
        fs::File::create(scratch.path().join(LONELY)).unwrap().set_len(1 << 30).unwrap();
        let program = program();
        let mut limited = Command::new("sh");
        limited.args(["-c", "ulimit -v 100000 && exec \"$0\" catalogue check \"$1\""]);
        limited.arg(program.get_program()).arg(scratch.path());
        let Output { status, stderr, .. } = in_time(|| limited.output().unwrap());
        assert_eq!(status.code(), Some(1));
        assert!(String::from_utf8(stderr).unwrap().contains("is larger than 1 MiB"));
    }
}
