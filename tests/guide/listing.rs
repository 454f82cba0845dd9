//! What stands in the folder of a catalogue is read, is plainly harmless, or is a problem: nothing is passed over in silence.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use guide::shelf::CatalogueError;
use guide::shelf::{Catalogue, check_additions, check_directory};
use sciatica::error::Exit;
use serde_json::{Value, json};

use crate::support::{Answer, FIXTURE, Scratch, ask, files_below, repository};

/// What stands in the wrong place in each folder of `tests/fixtures/broken`, which is laid over the frozen catalogue.
pub(crate) const MISPLACED: [(&str, &str); 12] = [
    (
        "file-in-a-folder-of-no-kind",
        "notes: no folder of a catalogue is called that; take it out; the folders are points, ",
    ),
    ("file-kept-by-an-editor", "rules/house.json.bak: does not end in .json, so it would not be read; give it that "),
    ("file-misspelt", "triages.json: no file of a catalogue is called that; did you mean triage.json?"),
    (
        "file-outside-its-folder",
        "pregnancy.json: no file of a catalogue is called that; put it into the folder of its kind",
    ),
    (
        "file-where-a-folder-is-expected",
        "rules: is a file, where a folder is expected; make it a folder, or take it out",
    ),
    (
        "file-with-another-ending",
        "rules/house.jsn: does not end in .json, so it would not be read; give it that ending",
    ),
    ("folder-in-a-folder", "rules/more: is a folder, in which nothing would be read; move its files into rules/"),
    ("folder-in-capitals", "Rules: no folder of a catalogue is called that; did you mean rules/?"),
    ("folder-misspelt", "rule: no folder of a catalogue is called that; did you mean rules/?"),
    ("folder-one-too-deep", "mine: holds rules/, which would not be read there; move what is in it one folder higher"),
    ("folder-with-an-ending", "rules.d: no folder of a catalogue is called that; did you mean rules/?"),
    ("folder-with-an-underscore", "red_flags: no folder of a catalogue is called that; did you mean red-flags/?"),
];

/// A rule for whoever is pregnant: what is lost where it is passed over.
fn rule() -> Value {
    json!({"precaution": "pregnancy", "rules": [{
        "level": "avoid",
        "select": {"entries": ["BL40"]},
        "because": {"text": "This house leaves it out.", "basis": "editorial", "why": "It is an example."}
    }]})
}

/// A folder with that rule in a file.
fn with_rule_at(path: &str) -> Scratch {
    let scratch = Scratch::new();
    scratch.write(path, rule().to_string().as_bytes());
    scratch
}

fn show(scratch: &Scratch) -> Answer {
    ask(&["show", "BL40", "--pregnant", "--add-catalogue", scratch.argument()])
}

/// The problems of what a folder adds, in the words of the check, which are those of every answer.
fn refused(scratch: &Scratch) -> String {
    let checked = ask(&["catalogue", "check", "--added", scratch.argument()]);
    let asked = show(scratch);
    for answer in [&checked, &asked] {
        assert_eq!((answer.exit, answer.out.as_str()), (Exit::Failed, ""), "{}", answer.err);
    }
    assert_eq!(checked.err, asked.err);
    checked.err
}

fn assert_holds(scratch: &Scratch) {
    let checked = ask(&["catalogue", "check", "--added", scratch.argument()]);
    assert_eq!((checked.exit, checked.err.as_str()), (Exit::Answered, ""));
    let asked = show(scratch);
    assert!(asked.exit == Exit::Stopped && asked.out.contains("This house leaves it out."), "{}", asked.out);
}

#[test]
fn a_rule_in_its_folder_holds() {
    assert_holds(&with_rule_at("rules/house.json"));
    assert_holds(&with_rule_at("rules/house.JSON"));
}

#[test]
fn what_is_misplaced_in_additions_is_refused_as_in_a_whole_catalogue() {
    for (name, beginning) in MISPLACED {
        let scratch = with_rule_at("rules.json");
        fs::remove_file(scratch.path().join("rules.json")).unwrap();
        // Something else stands beside it, so that it is not the whole.
        scratch.write(
            "meridians/example.json",
            &fs::read(repository("tests/fixtures/additions/meridians/example.json")).unwrap(),
        );
        scratch.lay(&repository("tests/fixtures/broken").join(name));
        let told = refused(&scratch);
        assert!(told.contains(&format!("\n  {beginning}")) && told.lines().count() == 2, "{name}: {told}");
    }
}

#[test]
fn what_is_misplaced_in_given_files_is_refused_in_the_same_words() {
    for (name, _) in MISPLACED {
        let scratch = Scratch::copy_of(FIXTURE);
        scratch.lay(&repository("tests/fixtures/broken").join(name));
        let read = |path: String| {
            let text = fs::read_to_string(scratch.path().join(&path)).unwrap();
            (path, text)
        };
        let files: BTreeMap<String, String> = files_below(scratch.path()).into_iter().map(read).collect();
        let Err(CatalogueError::Invalid { problems, .. }) = Catalogue::of_files("given", files) else {
            panic!("{name}")
        };
        assert_eq!(problems, check_directory(scratch.path()).unwrap(), "{name}");
    }
}

#[test]
fn a_file_outside_its_folder_is_refused_with_the_nearest_folder() {
    for (path, told) in [
        ("rules.json", "\n  rules.json: no file of a catalogue is called that; did you mean rules/?"),
        ("red-flag.json", "\n  red-flag.json: no file of a catalogue is called that; did you mean red-flags/?"),
        ("triage.jsn", "\n  triage.jsn: no file of a catalogue is called that; did you mean triage.json?"),
        ("notes.txt", "\n  notes.txt: no file of a catalogue is called that; put it into the folder of its kind"),
    ] {
        let refused = refused(&with_rule_at(path));
        assert!(refused.contains(told), "{path}: {refused}");
    }
}

#[test]
fn what_tells_of_a_folder_and_what_an_editor_leaves_are_passed_over() {
    let scratch = with_rule_at("rules/house.json");
    for path in [
        "README.md",
        "readme",
        "LICENSE",
        "LICENSE-MIT",
        "COPYING.txt",
        "schema/rules.json",
        ".git/config",
        ".gitignore",
        "rules/.#house.json",
        "rules/._house.json",
        "rules/house.json~",
        "rules/README.md",
        "rules/.old/house.json",
        "house.json~",
        "LICENSES/CC-BY-4.0.txt",
        ".DS_Store",
    ] {
        scratch.write(path, b"not JSON");
    }
    scratch.write(".cache/0", b"");
    assert_holds(&scratch);
}

#[test]
fn a_json_file_is_never_taken_for_a_readme() {
    assert!(refused(&with_rule_at("README.json")).contains("README.json: no file of a catalogue is called that"));
    assert_holds(&with_rule_at("rules/readme.json"));
}

#[test]
fn the_folder_around_a_catalogue_is_told_from_it() {
    let higher = Scratch::new();
    for path in files_below(&repository("tests/fixtures/additions")) {
        higher.write(&format!("mine/{path}"), &fs::read(repository("tests/fixtures/additions").join(&path)).unwrap());
    }
    higher.write("README.md", b"Mine.");
    let told = refused(&higher);
    assert!(told.contains("\n  mine: is the only thing here, and holds figures/ and meridians/ and "), "{told}");
    assert!(told.ends_with("; name that folder, not the one around it\n") && told.lines().count() == 2, "{told}");

    let around_whole = Scratch::new();
    for path in files_below(&repository(FIXTURE)) {
        around_whole.write(&format!("mine/{path}"), &fs::read(repository(FIXTURE).join(&path)).unwrap());
    }
    let answer = ask(&["points", "--catalogue", around_whole.argument()]);
    assert!(answer.exit == Exit::Failed && answer.err.lines().count() == 2, "{}", answer.err);
    assert!(answer.err.contains("\n  mine: is the only thing here"), "{}", answer.err);
}

#[test]
fn additions_that_add_nothing_are_refused() {
    let empty = Scratch::new();
    let nothing =
        "\n  .: adds nothing: no file is in its folders; put files of your own into points/, rules/ or another";
    assert!(refused(&empty).contains(nothing));
    empty.write("README.md", b"Nothing yet.");
    fs::create_dir(empty.path().join("rules")).unwrap();
    assert!(refused(&empty).contains(nothing));

    let ours = Scratch::copy_of("data");
    assert!(refused(&ours).contains("\n  .: adds nothing: all of it is ours; "), "{}", refused(&ours));
    ours.write("rules/house.json", rule().to_string().as_bytes());
    assert_holds(&ours);
}

#[test]
fn a_whole_catalogue_may_be_all_ours() {
    let ours = Scratch::copy_of("data");
    assert_eq!(check_directory(ours.path()).unwrap(), []);
}

#[test]
fn check_and_loading_tell_the_same() {
    let scratch = with_rule_at("rule/house.json");
    scratch.write("rules/house.jsn", b"{}");
    scratch.write("points/EX9.json", b"{");
    let problems = check_additions(sciatica::bundle(), scratch.path()).unwrap();
    let Err(CatalogueError::Invalid { problems: loading, .. }) =
        Catalogue::with_additions(sciatica::bundle(), scratch.path())
    else {
        panic!("it was opened")
    };
    assert_eq!(problems, loading);
    let files: Vec<&str> = problems.iter().map(|problem| problem.file.as_str()).collect();
    assert_eq!(files, ["points/EX9.json", "rule", "rules/house.jsn"]);
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::symlink;

    use super::*;

    #[test]
    fn a_link_that_leads_nowhere_is_refused() {
        for (name, told) in [
            ("rules", "\n  rules: is a link that leads nowhere; "),
            ("triage.json", "\n  triage.json: is a link that leads nowhere; "),
            ("notes", "\n  notes: no file of a catalogue is called that; "),
        ] {
            let scratch = with_rule_at("meridians/../precautions/.keep");
            symlink("gone", scratch.path().join(name)).unwrap();
            assert!(refused(&scratch).contains(told), "{}", refused(&scratch));
        }
        let file = with_rule_at("rules/house.json");
        symlink("gone.json", file.path().join("rules/other.json")).unwrap();
        symlink("gone", file.path().join("rules/more")).unwrap();
        let told = refused(&file);
        assert!(told.contains("\n  rules/other.json: ") && told.contains("\n  rules/more: "), "{told}");
        let whole = Scratch::copy_of(FIXTURE);
        symlink("gone", whole.path().join("rules")).unwrap();
        let problems = check_directory(whole.path()).unwrap();
        assert!(matches!(&problems[..], [one] if one.file == "rules"), "{problems:?}");
    }

    #[test]
    fn a_link_to_a_folder_is_a_folder() {
        let elsewhere = with_rule_at("house.json");
        let scratch = Scratch::new();
        symlink(elsewhere.path(), scratch.path().join("rules")).unwrap();
        assert_holds(&scratch);
    }

    #[test]
    fn a_folder_that_cannot_be_listed_is_refused() {
        let scratch = with_rule_at("rules/house.json");
        symlink("points", scratch.path().join("points")).unwrap();
        let told = refused(&scratch);
        assert!(told.contains("\n  points: ") && told.contains("; make it readable, or take it out"), "{told}");
    }

    /// Without a root's right to read everything, a folder is closed by its mode.
    #[test]
    fn a_folder_that_is_closed_is_refused() {
        use std::os::unix::fs::PermissionsExt;
        let scratch = with_rule_at("rules/house.json");
        let folder = scratch.path().join("rules");
        fs::set_permissions(&folder, fs::Permissions::from_mode(0o0)).unwrap();
        let is_closed = fs::read_dir(Path::new(&folder)).is_err();
        let problems = check_additions(sciatica::bundle(), scratch.path());
        fs::set_permissions(&folder, fs::Permissions::from_mode(0o700)).unwrap();
        if is_closed {
            let problems = problems.unwrap();
            assert!(matches!(&problems[..], [one] if one.file == "rules"), "{problems:?}");
        }
    }
}
