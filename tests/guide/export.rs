//! A catalogue of one's own, begun from the bundled one: whole, in order, and never over anything that is there.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use crate::process::{Ran, program, run};
use crate::support::{Scratch, files_below, folder, repository};

/// Runs the program in a folder.
fn run_below(folder: &Path, arguments: &[&str]) -> Ran {
    let output = program().current_dir(folder).args(arguments).output().expect("a process");
    let text = |bytes| String::from_utf8(bytes).expect("an answer in UTF-8");
    Ran { exit: output.status.code().expect("an end"), out: text(output.stdout), err: text(output.stderr) }
}

/// A folder with the bundled catalogue in `mine`.
fn exported() -> Scratch {
    let scratch = Scratch::new();
    let ran = run_below(scratch.path(), &["catalogue", "export", "mine"]);
    assert_eq!((ran.exit, ran.out.as_str()), (0, ""), "{}", ran.err);
    scratch
}

/// The files of our catalogue. How it is written is told to those who write it; an export has a page of its own.
fn catalogue_files() -> Vec<String> {
    files_below(&repository("data")).into_iter().filter(|path| path != "README.md").collect()
}

fn mine(scratch: &Scratch) -> String {
    scratch.path().join("mine").to_str().unwrap().to_owned()
}

#[test]
fn writes_every_file_of_the_data_as_it_is_and_a_readme() {
    let scratch = Scratch::new();
    let ran = run_below(scratch.path(), &["catalogue", "export", "mine"]);
    let mut expected = catalogue_files();
    for path in &expected {
        let (ours, theirs) = (repository("data").join(path), scratch.path().join("mine").join(path));
        assert!(fs::read(ours).unwrap() == fs::read(&theirs).unwrap_or_default(), "{path} differs");
    }
    expected.push("README.md".to_owned());
    expected.sort();
    assert_eq!(files_below(&scratch.path().join("mine")), expected);
    let said = format!("Wrote {} files to mine; begin with README.md\n", expected.len());
    assert_eq!((ran.exit, ran.out.as_str(), ran.err), (0, "", said));
}

#[test]
fn what_was_exported_has_no_problem() {
    let scratch = exported();
    let ran = run(&["catalogue", "check", &mine(&scratch)]);
    assert_eq!((ran.exit, ran.out.as_str(), ran.err.as_str()), (0, "No problem found.\n", ""));
}

#[test]
fn answers_from_it_are_those_of_the_bundled_guide_but_for_the_label() {
    let scratch = exported();
    let mine = mine(&scratch);
    let label = format!("From {mine}, which is not the bundled guide.\n");
    let questions: [&[&str]; 5] = [
        &["show", "GB30"],
        &["show", "cat-cow", "--full", "--sources", "--pregnant"],
        &["sources"],
        &["map"],
        &["routine", "desk"],
    ];
    for question in questions {
        let ours = run(&[question, &["--width", "200"]].concat());
        let theirs = run(&[question, &["--width", "200", "--catalogue", &mine]].concat());
        assert!(theirs.out.contains(&label) && !ours.out.contains(&label), "{question:?}: {}", theirs.out);
        assert_eq!((theirs.exit, theirs.out.replacen(&label, "", 1)), (ours.exit, ours.out), "{question:?}");
        let mut theirs = run(&[question, &["--format", "json", "--catalogue", &mine]].concat()).json();
        assert_eq!(theirs["catalogue_directory"], json!(mine));
        theirs["catalogue_directory"] = Value::Null;
        assert_eq!(theirs, run(&[question, &["--format", "json"]].concat()).json(), "{question:?}");
    }
}

#[test]
fn the_examples_of_its_help_work_one_after_the_other() {
    for help in ["-h", "--help"] {
        let scratch = Scratch::new();
        let told = run(&["catalogue", "export", help]).out;
        let examples: Vec<&str> = told.lines().filter_map(|line| line.trim().strip_prefix("sciatica ")).collect();
        assert_eq!(examples.len(), 3, "{told}");
        for example in examples {
            let ran = run_below(scratch.path(), &example.split_whitespace().collect::<Vec<_>>());
            assert_eq!(ran.exit, 0, "{example}: {}", ran.err);
        }
    }
}

#[test]
fn the_readme_says_what_works() {
    let scratch = exported();
    let mine = scratch.path().join("mine");
    let readme = fs::read_to_string(mine.join("README.md")).unwrap();
    let commands: Vec<&str> = readme.lines().filter_map(|line| line.strip_prefix("sciatica ")).collect();
    assert!(commands.contains(&"catalogue check .") && commands.contains(&"show GB30 --catalogue ."), "{readme}");
    for command in &commands {
        let ran = run_below(&mine, &command.split_whitespace().collect::<Vec<_>>());
        assert_eq!(ran.exit, 0, "{command}: {}", ran.err);
    }
    for (file, line) in [
        ("points/GB30.json", "\"$schema\": \"../schema/point.json\","),
        ("catalogue.json", "\"$schema\": \"./schema/catalogue.json\","),
    ] {
        let (named, path) = (line.trim_end_matches(',').split_once(": ").unwrap().1, mine.join(file));
        assert!(readme.contains(named), "{readme}");
        assert!(path.parent().unwrap().join(named.trim_matches('"')).is_file(), "{named} leads nowhere");
        let text = fs::read_to_string(&path).unwrap().replacen('{', &format!("{{\n  {line}"), 1);
        fs::write(&path, text).unwrap();
    }
    assert_eq!(run_below(&mine, &["catalogue", "check", "."]).out, "No problem found.\n");
}

#[test]
fn a_folder_is_made_with_those_above_it_or_taken_when_it_is_empty() {
    let scratch = Scratch::new();
    fs::create_dir(scratch.path().join("empty")).unwrap();
    for path in ["above/below/mine", "empty", "mine/"] {
        let ran = run_below(scratch.path(), &["catalogue", "export", path]);
        assert_eq!(ran.exit, 0, "{path}: {}", ran.err);
        assert!(scratch.path().join(path).join("points/GB30.json").is_file(), "{path}");
    }
}

#[test]
fn nothing_is_written_over() {
    let scratch = Scratch::new();
    scratch.write("mine/points/GB30.json", b"{}");
    scratch.write("hidden/.keep", b"");
    scratch.write("file", b"mine");
    let before = files_below(scratch.path());
    for path in ["mine", "hidden", "file", "."] {
        let ran = run_below(scratch.path(), &["catalogue", "export", path]);
        assert_eq!((ran.exit, ran.out.as_str()), (1, ""), "{path}");
        let said = format!("error: \"{path}\" is there already, and is not an empty folder\n");
        assert!(ran.err.starts_with(&said) && ran.err.contains("  name a folder that is not there yet"), "{}", ran.err);
    }
    assert_eq!(files_below(scratch.path()), before);
    assert_eq!(fs::read(scratch.path().join("mine/points/GB30.json")).unwrap(), b"{}");
    assert_eq!(fs::read(scratch.path().join("file")).unwrap(), b"mine");
}

#[test]
fn a_folder_that_cannot_be_made_is_named() {
    let scratch = Scratch::new();
    scratch.write("file", b"mine");
    let ran = run_below(scratch.path(), &["catalogue", "export", "file/mine"]);
    assert_eq!((ran.exit, ran.out.as_str()), (1, ""));
    assert!(ran.err.starts_with("error: cannot write \"file/mine\": "), "{}", ran.err);
    assert!(ran.err.contains("may you write there?"), "{}", ran.err);
}

/// A limit on the size of files stands for a disk that is full: it holds for root too.
#[cfg(unix)]
#[test]
fn a_write_that_fails_names_its_file_and_leaves_the_ones_before_it_whole() {
    let scratch = Scratch::new();
    let program = env!("CARGO_BIN_EXE_sciatica");
    let script = format!("trap '' XFSZ; ulimit -f 16; exec '{program}' catalogue export mine");
    let output = std::process::Command::new("sh").args(["-c", &script]).current_dir(scratch.path()).output().unwrap();
    let err = String::from_utf8(output.stderr).unwrap();
    assert_eq!((output.status.code(), output.stdout.as_slice()), (Some(1), &b""[..]), "{err}");
    let (failed, _) = err.strip_prefix("error: cannot write \"mine/").and_then(|it| it.split_once("\": ")).expect(&err);
    assert!(err.contains("what was written before stays"), "{err}");

    let all = catalogue_files();
    let written = files_below(&scratch.path().join("mine"));
    let place = all.iter().position(|path| path == failed).expect("a file of ours");
    assert!(place > 0 && written == all[..place], "{failed}: {written:?}");
    for path in written {
        let written = fs::read(scratch.path().join("mine").join(&path)).unwrap();
        assert!(written == fs::read(repository("data").join(&path)).unwrap(), "{path} is not whole");
    }
    // Trying again is told what is in the way.
    let again = run_below(scratch.path(), &["catalogue", "export", "mine"]);
    assert!(again.exit == 1 && again.err.contains("is not an empty folder"), "{}", again.err);
}

#[test]
fn our_own_folder_is_left_alone() {
    let ran = run(&["catalogue", "export", &folder("data")]);
    assert!(ran.exit == 1 && ran.err.contains("is not an empty folder"), "{}", ran.err);
}
