//! The profile that a reader keeps: its file, whom it binds, and that nothing loosens it.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use clap::CommandFactory;
use guide::screening::{Kept, KeptProfile, Profile, Verdict};
use guide::shelf::Catalogue;
use proptest::prelude::*;
use sciatica::commands::Cli;
use sciatica::error::Exit;
use sciatica::world::{Clocks, Device, DeviceWishes, Happening, Key};
use sciatica::world::{Dialogue, World};
use serde_json::{Value, json};

use crate::command_line::WITH;
use crate::process::{Ran, keeping_in, run, run_in};
use crate::support::{Answer, FIXTURE, Keeper, Scratch, ask, ask_in, ask_keeping, files_below, no_folder};

const UTF_8: [(&str, &str); 1] = [("LANG", "C.UTF-8")];
/// Precautions that keep nobody from an answer, ids as the bundled guide has them.
const KEPT: [&str; 3] = ["pregnancy", "blood-thinners", "spinal-stenosis"];
/// What needs no profile.
const FOR_ANYBODY: [&[&str]; 5] =
    [&["red-flags"], &["sources"], &["sources", "--disputes"], &["catalogue", "check", "data"], &["--version"]];
/// What anybody may read, whatever is wrong with a profile.
const PAGES: [&[&str]; 3] = [&["learn"], &["learn", "evidence"], &["learn", "evidence", "--full"]];
const FORMS: [&[&str]; 5] = [&[], &["--width", "80"], &["--plain"], &["--format", "markdown"], &["--format", "json"]];

/// A folder for what somebody sets, empty at first.
struct Home(Scratch);

impl Home {
    fn new() -> Self {
        Self(Scratch::new())
    }

    /// One whose profile is this, whatever it is.
    fn keeping(profile: &[u8]) -> Self {
        let home = Self::new();
        home.0.write("sciatica/profile.json", profile);
        #[cfg(unix)]
        unix::chmod(&home.file(), 0o600);
        home
    }

    fn file(&self) -> PathBuf {
        self.0.path().join("sciatica").join("profile.json")
    }

    fn text(&self) -> String {
        fs::read_to_string(self.file()).expect("a profile")
    }

    fn value(&self) -> Value {
        serde_json::from_str(&self.text()).expect("a profile in JSON")
    }

    fn run(&self, arguments: &[&str]) -> Ran {
        run_in(&keeping_in(&self.0), arguments)
    }

    fn set(&self, words: &[&str]) {
        let ran = self.run(&[&["profile", "set"], words].concat());
        assert_eq!((ran.exit, ran.err.as_str()), (0, ""), "{words:?}");
    }

    fn files(&self) -> Vec<String> {
        files_below(self.0.path())
    }
}

fn profile(declared: &[&str], cleared: &[&str]) -> String {
    json!({"format_version": 1, "declared": declared, "cleared": cleared}).to_string()
}

fn unwrapped(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

// Set, show, clear

#[test]
fn set_says_what_is_kept_and_where_and_show_says_the_same() {
    let home = Home::new();
    let set = home.run(&["profile", "set", "pregnancy", "blood-thinners"]);
    assert_eq!((set.exit, set.err.as_str()), (0, ""), "{}", set.out);
    for part in ["pregnancy", "Pregnancy", "blood-thinners", "Blood thinners", "--no-profile", "sciatica profile clear"]
    {
        assert!(set.out.contains(part), "{part}: {}", set.out);
    }
    assert!(unwrapped(&set.out).replace(' ', "").contains(home.file().to_str().unwrap()), "{}", set.out);
    assert_eq!(home.value(), json!({"format_version": 1, "declared": ["blood-thinners", "pregnancy"], "cleared": []}));
    for show in [&["profile"][..], &["profile", "show"]] {
        let shown = home.run(show);
        assert_eq!((shown.exit, &shown.out, shown.err.as_str()), (0, &set.out, ""));
        assert_eq!(home.run(&[show, &["--plain"]].concat()).out, home.run(&["profile", "--plain"]).out);
    }
    let plain = home.run(&["profile", "show", "--plain"]).out;
    assert!(plain.lines().any(|line| line == format!("Command: {}", home.file().display())), "{plain}");
    let json = home.run(&["profile", "show", "--format", "json"]);
    assert_eq!(json.json()["schema"], "sciatica.profile/1");
    let expected = json!({
        "kind": "profile", "kept": true, "path": home.file().to_str(),
        "declared": ["blood-thinners", "pregnancy"], "cleared": [],
    });
    assert_eq!(json.data(), [expected]);
}

#[test]
fn set_takes_the_words_that_with_takes() {
    for (words, declared, cleared) in [
        (&["pregnant", "warfarin"][..], &["blood-thinners", "pregnancy"][..], &[][..]),
        (&["pregnant,warfarin,pregnancy"], &["blood-thinners", "pregnancy"], &[]),
        (&["Pregnancy", "--cleared", "pregnant"], &["pregnancy"], &["pregnancy"]),
        // A clinician agreed to something that applies.
        (&["--cleared", "warfarin,pregnant"], &["blood-thinners", "pregnancy"], &["blood-thinners", "pregnancy"]),
        (&["none"], &[], &[]),
        (&["NONE"], &[], &[]),
    ] {
        let home = Home::new();
        home.set(words);
        assert_eq!(home.text(), home.text().trim_end().to_owned() + "\n", "{words:?}");
        assert_eq!(home.value(), serde_json::from_str::<Value>(&profile(declared, cleared)).unwrap(), "{words:?}");
    }
}

#[test]
fn set_puts_the_whole_profile_in_the_place_of_another() {
    let home = Home::new();
    home.set(&["pregnancy", "--cleared", "blood-thinners"]);
    home.set(&["spinal-stenosis"]);
    assert_eq!(home.text(), {
        let other = Home::new();
        other.set(&["spinal-stenosis"]);
        other.text()
    });
    assert_eq!(home.files(), ["sciatica/profile.json"], "something else was left behind");
    // Whatever was there, it is no longer.
    for broken in [&b"{"[..], &[0xff, 0xfe], b""] {
        let home = Home::keeping(broken);
        home.set(&["none"]);
        assert_eq!(home.run(&["show", "GB30"]).exit, 0);
    }
}

#[test]
fn the_command_that_show_offers_keeps_the_same() {
    for words in [&["none"][..], &["pregnant", "warfarin"], &["frail", "--cleared", "pregnant,warfarin"]] {
        let home = Home::new();
        home.set(words);
        let (text, shown) = (home.text(), home.run(&["profile", "show", "--plain"]).out);
        let offered =
            shown.lines().find_map(|line| line.strip_prefix("Command: sciatica profile set ")).expect("a command");
        home.set(&["none"]);
        home.set(&offered.split(' ').collect::<Vec<_>>());
        assert_eq!(home.text(), text, "{offered}");
    }
}

#[test]
fn a_word_that_with_refuses_is_refused_with_the_same_words_and_changes_nothing() {
    for word in ["warfarn", "pregnanci", "clot", "", "none,pregnancy", "xylophone"] {
        let home = Home::keeping(profile(&["frail"], &[]).as_bytes());
        let before = home.text();
        let refused = home.run(&["profile", "set", word]);
        let with = run(&["points", "--with", word]);
        assert_eq!((refused.exit, refused.out.as_str(), &refused.err), (2, "", &with.err), "{word:?}");
        let cleared = home.run(&["profile", "set", "frail", "--cleared", word]);
        let with = run(&["points", "--with", "frail", "--cleared", word]);
        assert_eq!((cleared.exit, &cleared.err), (2, &with.err), "{word:?}");
        assert_eq!((home.text(), home.files().len()), (before, 1), "{word:?}");
    }
    for wrong in [&["profile", "set"][..], &["profile", "keep"], &["profile", "pregnancy"], &["profile", "show", "x"]] {
        let home = Home::new();
        let ran = home.run(wrong);
        assert_eq!((ran.exit, ran.out.as_str()), (2, ""), "{wrong:?}");
        assert!(home.files().is_empty(), "{wrong:?}");
    }
}

#[test]
fn a_sign_that_ends_self_care_is_shown_and_not_kept() {
    for form in FORMS {
        for words in [&["suspected-clot"][..], &["pregnancy,dvt"], &["--cleared", "dvt"]] {
            let (home, empty) = (Home::keeping(profile(&["frail"], &[]).as_bytes()), Home::new());
            let before = home.text();
            for home in [&home, &empty] {
                let ran = home.run(&[&["profile", "set"], words, form].concat());
                assert_eq!(ran.exit, 3, "{words:?} {form:?}");
                let flag = run(&[&["points", "--with", "dvt"], form].concat());
                if words == ["suspected-clot"] {
                    assert_eq!(ran.out, flag.out, "{form:?}");
                }
                assert!(
                    ran.out.to_lowercase().contains("get help today") || ran.out.contains("same-day"),
                    "{}",
                    ran.out
                );
                assert_eq!(ran.err, "This is for now, not for a profile: nothing was kept or changed.\n");
            }
            assert_eq!(home.text(), before);
            assert!(empty.files().is_empty(), "{:?}", empty.files());
        }
    }
}

#[test]
fn a_sign_in_a_file_that_was_changed_by_hand_ends_every_command() {
    let keeper = Keeper::of(&profile(&["suspected-clot"], &[]));
    for question in WITH.into_iter().chain([&["profile", "show"][..]]) {
        let answer = ask_keeping(&keeper, &UTF_8, question);
        assert_eq!(answer.exit, Exit::Stopped, "{question:?}");
        assert!(answer.out.contains("GET HELP TODAY"), "{question:?}: {}", answer.out);
    }
    let shown = ask_keeping(&keeper, &UTF_8, &["profile"]);
    assert!(shown.err.contains("sciatica profile clear"), "{}", shown.err);
    assert_eq!(ask_keeping(&keeper, &UTF_8, &["points", "--no-profile"]).exit, Exit::Answered);
}

#[test]
fn clear_removes_it_and_says_whether_there_was_one() {
    let home = Home::new();
    let none = home.run(&["profile", "clear"]);
    assert_eq!((none.exit, none.err.as_str()), (0, ""));
    assert!(none.out.starts_with("No profile is kept\n"), "{}", none.out);
    assert!(home.files().is_empty() && !home.file().parent().unwrap().exists(), "clear made something");
    home.set(&["pregnancy"]);
    let removed = home.run(&["profile", "clear"]);
    assert_eq!((removed.exit, removed.err.as_str()), (0, ""));
    assert!(removed.out.starts_with("Your profile is removed\n"), "{}", removed.out);
    assert!(home.files().is_empty());
    assert_eq!(home.run(&["show", "BL60"]).out, run(&["show", "BL60"]).out);
    let shown = home.run(&["profile"]);
    assert_eq!((shown.exit, shown.out), (0, none.out));
    let json = home.run(&["profile", "--format", "json"]).data();
    assert_eq!(
        (&json[0]["kept"], &json[0]["declared"]),
        (&false.into(), &Value::Null),
        "nothing kept is not nothing to keep"
    );
}

#[test]
fn what_an_interrupted_write_left_goes_with_it() {
    let home = Home::keeping(profile(&["frail"], &[]).as_bytes());
    let leave = || {
        for draft in ["sciatica/.profile.json.4711.part", "sciatica/.sciatica.4711.part"] {
            home.0.write(draft, b"{\"format_version\": 1, \"decl");
        }
    };
    for mine in ["sciatica/.sciatica.4711x.part", "sciatica/.sciatica..part", "sciatica/notes.txt"] {
        home.0.write(mine, b"mine");
    }
    leave();
    home.set(&["pregnancy"]);
    assert_eq!(home.files().len(), 4, "{:?}", home.files());
    leave();
    assert_eq!(home.run(&["profile", "clear"]).exit, 0);
    assert_eq!(home.files().len(), 3, "{:?}", home.files());
}

// Where it is

#[test]
fn it_is_where_xdg_says_and_never_relative_to_the_folder_one_is_in() {
    let home = Scratch::new();
    let place =
        |variables: &[(&str, &str)]| run_in(variables, &["profile", "--format", "json"]).data()[0]["path"].clone();
    let path = |parts: &[&str]| parts.iter().fold(home.path().to_owned(), |path, part| path.join(part));
    let below_home = path(&[".config", "sciatica", "profile.json"]);
    let below_xdg = path(&["x", "sciatica", "profile.json"]);
    let (at, xdg) = (home.argument(), path(&["x"]));
    if cfg!(windows) {
        assert_eq!(place(&[("APPDATA", xdg.to_str().unwrap())]), below_xdg.to_str().unwrap());
        return;
    }
    assert_eq!(place(&[("HOME", at)]), below_home.to_str().unwrap());
    assert_eq!(place(&[("HOME", at), ("XDG_CONFIG_HOME", xdg.to_str().unwrap())]), below_xdg.to_str().unwrap());
    for ignored in ["", "x", "./x", "~/x", "../x"] {
        assert_eq!(place(&[("HOME", at), ("XDG_CONFIG_HOME", ignored)]), below_home.to_str().unwrap(), "{ignored:?}");
    }
    for nowhere in [&[("HOME", "")][..], &[("HOME", "x")], &[("HOME", ""), ("XDG_CONFIG_HOME", "x")]] {
        assert_eq!(place(nowhere), Value::Null, "{nowhere:?}");
        let set = run_in(nowhere, &["profile", "set", "pregnancy"]);
        assert_eq!((set.exit, set.out.as_str()), (1, ""), "{nowhere:?}");
        assert!(set.err.starts_with("error: there is no place to keep a profile\n  set HOME or XDG"), "{}", set.err);
        assert_eq!(run_in(nowhere, &["profile", "clear"]).exit, 0, "{nowhere:?}");
    }
}

// Whom it binds

/// The words of an answer without what names the profile beside it, and without the options that a command repeats.
fn unnamed(answer: &Answer, options: &str) -> (Exit, String, String) {
    let without = |text: &str| {
        let mut text = unwrapped(text);
        if let Some((before, rest)) = text.split_once("Your profile: ") {
            let (_, after) = rest.split_once("(sciatica profile show)").expect("the end of what names it");
            text = format!("{before} {after}").replace("* *", "");
        }
        for kept in [true, false] {
            text = text.replace(&format!("\"profile_kept\": {kept},"), "");
        }
        text = text.replace("\"profile_known\": true,", "");
        let behind_a_command = format!(" {options}");
        unwrapped(&if options.is_empty() { text } else { text.replace(&behind_a_command, "").replace(options, "") })
    };
    (answer.exit, without(&answer.out), without(&answer.err))
}

fn precautions() -> Vec<String> {
    let catalogue = Catalogue::bundled(sciatica::bundle()).unwrap();
    let raises = |id: &str| catalogue.precaution(id).unwrap().red_flag.is_some();
    catalogue.index().precautions().map(|row| row.id.to_owned()).filter(|id| !raises(id)).collect()
}

/// Asks one question of a reader who keeps what another declares.
fn assert_binds(question: &[&str], declared: &[&str], cleared: &[&str], form: &[&str]) {
    let keeper = Keeper::of(&profile(declared, cleared));
    let kept = ask_keeping(&keeper, &UTF_8, &[question, form].concat());
    let (with, agreed) = (declared.join(","), cleared.join(","));
    let mut options = vec!["--with", if with.is_empty() { "none" } else { &with }];
    if !cleared.is_empty() {
        options.extend(["--cleared", &agreed]);
    }
    let said = ask(&[question, form, &options].concat());
    let options = options.join(" ");
    assert_eq!(unnamed(&kept, &options), unnamed(&said, &options), "{question:?} {form:?} {options}");
}

#[test]
fn it_binds_every_command_in_every_form_as_if_it_had_been_declared() {
    let profiles: [(&[&str], &[&str]); 4] = [
        (&[], &[]),
        (&["pregnancy"], &[]),
        (&["blood-thinners", "pregnancy"], &["pregnancy"]),
        (&["blood-thinners", "spinal-stenosis"], &["blood-thinners", "spinal-stenosis"]),
    ];
    for question in WITH {
        for form in FORMS {
            for (declared, cleared) in profiles {
                assert_binds(question, declared, cleared, form);
            }
        }
    }
}

#[test]
fn it_binds_every_command_whatever_it_declares() {
    // Each precaution beside every third command, so that each command meets some fifteen of them.
    for (place, id) in precautions().into_iter().enumerate() {
        let questions = WITH.iter().filter(|question| question[0] != "handout");
        for question in questions.skip(place % 3).step_by(3) {
            assert_binds(question, &[&id], &[], &["--format", "json"]);
        }
        for code in ["GB30", "BL60", "cat-cow", "thumb"] {
            assert_binds(&["show", code, "--full"], &[&id], &[], &[]);
            assert_binds(&["show", code, "--full"], &[&id], &[&id], &[]);
        }
    }
}

#[test]
fn every_command_that_takes_with_is_among_those() {
    let root = Cli::command();
    let commands: Vec<&str> = root.get_subcommands().map(clap::Command::get_name).collect();
    assert!(commands.len() > 12, "{commands:?}");
    for command in commands {
        let takes_it = run(&[command, "-h"]).out.contains("--no-profile");
        assert_eq!(takes_it, run(&[command, "-h"]).out.contains("--with"), "{command}");
        assert_eq!(takes_it, WITH.iter().any(|question| question[0] == command), "{command}");
    }
}

#[test]
fn each_answer_names_it() {
    let keeper = Keeper::of(&profile(&["blood-thinners", "pregnancy"], &["pregnancy"]));
    let named = "Your profile: blood thinners, pregnant; whoever you asked agreed: pregnant (sciatica profile show)";
    for question in WITH {
        for form in FORMS.into_iter().filter(|form| *form != ["--format", "json"]) {
            let answer = ask_keeping(&keeper, &UTF_8, &[question, form].concat());
            if question[0] == "handout" && !form.is_empty() && form[0] == "--format" {
                continue;
            }
            let (out, err) = (unwrapped(&answer.out), unwrapped(&answer.err));
            let piped_list = form.is_empty() && !answer.out.contains("Self-care information");
            let (there, elsewhere) = if piped_list || question[0] == "handout" { (&err, &out) } else { (&out, &err) };
            assert_eq!(there.matches(named).count(), 1, "{question:?} {form:?}: {there}");
            assert!(!elsewhere.contains("Your profile"), "{question:?} {form:?}: {elsewhere}");
        }
        if question[0] != "handout" {
            let json = ask_keeping(&keeper, &UTF_8, &[question, &["--format", "json"]].concat());
            let json: Value = serde_json::from_str(&json.out).unwrap();
            assert_eq!(json["profile"], json!(["blood-thinners", "pregnancy"]), "{question:?}");
            assert_eq!((&json["profile_kept"], &json["screened"]), (&true.into(), &true.into()), "{question:?}");
        }
    }
    let nothing = ask_keeping(&Keeper::of(&profile(&[], &[])), &UTF_8, &["show", "GB30"]);
    assert!(nothing.out.contains("\nYour profile: nothing applies (sciatica profile show)\n"), "{}", nothing.out);
    assert!(nothing.out.contains("Nothing here speaks against it, for what you told us."), "{}", nothing.out);
}

#[test]
fn who_keeps_none_is_not_told_of_one() {
    for question in WITH {
        for form in FORMS {
            let answer = ask(&[question, form].concat());
            assert!(
                !answer.out.contains("Your profile") && !answer.err.contains("Your profile"),
                "{question:?} {form:?}"
            );
            if form == ["--format", "json"] && question[0] != "handout" {
                assert!(answer.out.contains("\n  \"profile_kept\": false,\n"), "{question:?}");
            }
        }
    }
}

/// Somebody who reads, and types nothing.
struct Reads<'r>(&'r std::cell::RefCell<String>);

impl Dialogue for Reads<'_> {
    fn say(&mut self, text: &str) -> std::io::Result<()> {
        self.0.borrow_mut().push_str(text);
        Ok(())
    }

    fn hear(&mut self) -> std::io::Result<Option<String>> {
        Ok(None)
    }
}

/// A terminal at which everybody ends at once.
struct Leaves;

impl Device for Leaves {
    fn now(&mut self) -> Clocks {
        Clocks { monotonic: Duration::ZERO, wall: Duration::ZERO }
    }

    fn wait(&mut self, _: Duration) -> std::io::Result<Option<Happening>> {
        Ok(Some(Happening::Key(Key::Escape)))
    }

    fn size(&mut self) -> (usize, usize) {
        (80, 24)
    }

    fn write(&mut self, _: &str) -> std::io::Result<()> {
        Ok(())
    }

    fn ring(&mut self) -> std::io::Result<()> {
        Ok(())
    }

    fn say(&mut self, _: &str) {}

    fn hush(&mut self) {}

    fn is_speaking(&mut self) -> bool {
        false
    }

    fn voice_note(&mut self) -> Option<String> {
        None
    }

    fn suspend(&mut self) -> std::io::Result<()> {
        Ok(())
    }

    fn restore(&mut self) {}
}

/// A session in the evening of somebody who keeps this: the exit, what the dialogue told, and what stood beside the answer.
fn evening(
    keeper: &Keeper,
    device: fn(DeviceWishes) -> Option<Box<dyn Device>>,
    options: &[&str],
) -> (Exit, String, String) {
    // What a dialogue says outlives it.
    let told: &'static std::cell::RefCell<String> = Box::leak(Box::default());
    let world = World {
        variable: &|_| None,
        since_1970: &|| Duration::ZERO,
        stdout_is_terminal: true,
        terminal_size: &|| None,
        links: &|| false,
        pager: &|_, _| Err(std::io::ErrorKind::NotFound.into()),
        color: &|_| false,
        dialogue: &|| Some(Box::new(Reads(told))),
        device: &device,
        write_file: &|_, _, _| Err(std::io::ErrorKind::Unsupported.into()),
        write_page: &|_| Err(std::io::ErrorKind::Unsupported.into()),
        browse: &|_| Err(std::io::ErrorKind::Unsupported.into()),
        write_folder: &no_folder,
        profile: keeper,
    };
    let arguments = ["sciatica", "session", "evening"].iter().chain(options).map(Into::into);
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let exit = sciatica::run(arguments, &world, &mut out, &mut err);
    (exit, told.borrow().clone(), String::from_utf8(err).unwrap())
}

#[test]
fn a_session_that_cannot_be_held_says_why_and_asks_nothing() {
    for options in [&[][..], &["--no-red-flags"], &["--plain"]] {
        let (exit, told, err) = evening(&Keeper::default(), |_| None, options);
        assert_eq!((exit, told.as_str()), (Exit::Answered, ""), "{options:?}");
        assert_eq!(err, "No session can be held here, because the keys of this terminal cannot be read.\n");
    }
}

#[test]
fn a_session_names_it_before_it_begins() {
    let keeper = Keeper::of(&profile(&["blood-thinners"], &[]));
    let (exit, told, _) = evening(&keeper, |_| Some(Box::new(Leaves)), &["--no-red-flags"]);
    assert_eq!(exit, Exit::Answered);
    assert!(
        told.contains("\nPut together for: blood thinners\nYour profile: blood thinners (sciatica profile show)\n"),
        "{told}"
    );
}

#[test]
fn a_card_with_it_is_at_most_40_lines() {
    let catalogue = Catalogue::bundled(sciatica::bundle()).unwrap();
    for declared in [&[][..], &["pregnancy"]] {
        let keeper = Keeper::of(&profile(declared, &[]));
        for row in catalogue.index().points() {
            let out = ask_keeping(&keeper, &UTF_8, &["show", row.code, "--width", "80"]).out;
            assert!(out.lines().count() <= 40, "{} {declared:?}: {} lines", row.code, out.lines().count());
        }
    }
}

// The command line adds to it

#[test]
fn what_is_declared_now_adds_to_what_is_kept() {
    let both = |words: &[&str]| ask(&[&["show", "GB30", "BL60", "cat-cow", "--format", "json"], words].concat());
    for (kept, now, same) in [
        (profile(&["pregnancy"], &[]), &["--with", "warfarin"][..], &["--with", "pregnancy,warfarin"][..]),
        (profile(&["blood-thinners"], &[]), &["--pregnant"], &["--with", "pregnancy,warfarin"]),
        (profile(&["pregnancy"], &[]), &["--with", "pregnancy"], &["--pregnant"]),
        (profile(&[], &[]), &["--with", "warfarin"], &["--with", "warfarin"]),
        (profile(&[], &[]), &["--with", "none"], &["--with", "none"]),
        (profile(&["pregnancy"], &[]), &["--cleared", "pregnancy"], &["--cleared", "pregnancy"]),
        (
            profile(&["pregnancy"], &["pregnancy"]),
            &["--with", "warfarin"],
            &["--with", "warfarin", "--cleared", "pregnancy"],
        ),
        (profile(&["pregnancy"], &[]), &["--cleared", "warfarin"], &["--pregnant", "--cleared", "warfarin"]),
    ] {
        let question = [&["show", "GB30", "BL60", "cat-cow", "--format", "json"], now].concat();
        let answer = ask_keeping(&Keeper::of(&kept), &UTF_8, &question);
        assert_eq!(unnamed(&answer, ""), unnamed(&both(same), ""), "{kept} {now:?}");
    }
}

#[test]
fn none_beside_a_profile_that_declares_something_is_an_error_and_drops_nothing() {
    let keeper = Keeper::of(&profile(&["blood-thinners", "pregnancy"], &[]));
    for question in WITH {
        for form in FORMS {
            let answer = ask_keeping(&keeper, &UTF_8, &[question, &["--with", "none"], form].concat());
            assert_eq!((answer.exit, answer.out.as_str()), (Exit::Usage, ""), "{question:?}");
            let expected =
                "error: --with none says that nothing applies, yet your profile declares blood-thinners, pregnancy\n";
            assert!(answer.err.starts_with(expected) && answer.err.contains("--no-profile"), "{}", answer.err);
        }
        let question = [question, &["--with", "none"]].concat();
        let left_out = ask_keeping(&keeper, &UTF_8, &[&question[..], &["--no-profile"]].concat());
        assert_eq!(unnamed(&left_out, "--no-profile"), unnamed(&ask(&question), ""), "{question:?}");
    }
}

#[test]
fn no_profile_answers_as_if_there_were_none_and_opens_nothing() {
    for kept in [profile(&["pregnancy"], &[]), "{".to_owned(), profile(&["suspected-clot"], &[])] {
        let keeper = Keeper::of(&kept);
        for question in WITH {
            for now in [&[][..], &["--with", "frail"]] {
                let question = [question, now].concat();
                let left_out = ask_keeping(&keeper, &UTF_8, &[&question[..], &["--no-profile"]].concat());
                assert_eq!(unnamed(&left_out, "--no-profile"), unnamed(&ask(&question), ""), "{question:?}");
                assert!(!left_out.out.contains("Your profile"), "{question:?}");
            }
        }
        assert_eq!(keeper.reads.get(), 0);
    }
}

#[test]
fn who_needs_no_profile_opens_none_and_who_does_opens_it_once() {
    let keeper = Keeper::of(&profile(&["pregnancy"], &[]));
    for question in FOR_ANYBODY {
        assert_eq!(ask_keeping(&keeper, &UTF_8, question), ask(question), "{question:?}");
    }
    assert_eq!(keeper.reads.get(), 0);
    for question in WITH {
        let keeper = Keeper::default();
        ask_keeping(&keeper, &UTF_8, question);
        assert_eq!(keeper.reads.get(), 1, "{question:?}");
    }
}

#[test]
fn an_answer_makes_no_file_and_no_folder() {
    let home = Home::new();
    for question in WITH.iter().chain(&FOR_ANYBODY).chain(&[&["profile"][..], &["profile", "clear"]]) {
        home.run(question);
        assert_eq!(fs::read_dir(home.0.path()).unwrap().count(), 0, "{question:?}");
    }
}

#[test]
fn the_line_to_go_on_with_leads_to_the_same_with_the_same_profile() {
    let minutes = |exit: Exit, out: &str| {
        assert_eq!(exit, Exit::Answered, "{out}");
        let json: Value = serde_json::from_str(out).unwrap();
        let length = |it: &Value| it["length_seconds"].as_u64().unwrap();
        (json["profile"].clone(), json["data"].as_array().unwrap().iter().map(length).sum::<u64>())
    };
    for (kept, now, repeated) in [
        (profile(&["pregnancy"], &[]), &[][..], "sciatica session evening"),
        (profile(&[], &[]), &[], "sciatica session evening"),
        (profile(&["pregnancy"], &[]), &["--with", "frail"], "sciatica session evening --with frail"),
        (profile(&["pregnancy"], &[]), &["--cleared", "pregnancy"], "sciatica session evening --cleared pregnancy"),
        (profile(&["frail"], &["frail"]), &["--cleared", "frail"], "sciatica session evening"),
        (profile(&["frail"], &[]), &["--no-profile"], "sciatica session evening --no-profile"),
        (
            profile(&["frail"], &[]),
            &["--no-profile", "--with", "none"],
            "sciatica session evening --no-profile --with none",
        ),
        (
            profile(&["frail"], &[]),
            &["--no-profile", "--pregnant"],
            "sciatica session evening --no-profile --with pregnancy",
        ),
    ] {
        let keeper = Keeper::of(&kept);
        let question = [&["routine", "evening"], now].concat();
        let plain = ask_keeping(&keeper, &UTF_8, &[&question[..], &["--plain"]].concat()).out;
        let line = plain.lines().find_map(|line| line.strip_prefix("Command: ")).expect("a command");
        assert_eq!(line, repeated, "{kept} {now:?}");
        let routine = ask_keeping(&keeper, &UTF_8, &[&question[..], &["--format", "json"]].concat());
        let routine: Value = serde_json::from_str(&routine.out).unwrap();
        let steps = routine["data"][0]["steps"].as_array().unwrap();
        let length: u64 = steps.iter().map(|step| step["length_seconds"].as_u64().unwrap()).sum();
        let words: Vec<&str> = line.split(' ').skip(1).chain(["--plan", "--format", "json"]).collect();
        let session = ask_keeping(&keeper, &UTF_8, &words);
        assert_eq!(minutes(session.exit, &session.out), (routine["profile"].clone(), length), "{line}");
    }
}

// What cannot be relied on

/// Every command that screens refuses, and says which file, why, and what to do. What needs no profile goes on.
fn assert_refused(home: &Home, cause: &str) {
    let first = format!("error: your profile in \"{}\" cannot be used: ", home.file().display());
    for question in WITH.iter().filter(|question| !["learn", "now"].contains(&question[0])) {
        for form in [&[][..], &["--format", "json"]] {
            let ran = home.run(&[question, form].concat());
            assert_eq!((ran.exit, ran.out.as_str()), (1, ""), "{cause} {question:?}");
            assert!(ran.err.starts_with(&first) && ran.err.contains(cause), "{cause} {question:?}: {}", ran.err);
            for remedy in ["sciatica profile set", "sciatica profile clear", "--no-profile", "sciatica red-flags"] {
                assert!(ran.err.contains(remedy), "{question:?}: {}", ran.err);
            }
        }
    }
    let shown = home.run(&["profile"]);
    assert!(shown.exit == 1 && shown.err.starts_with(&first) && shown.err.contains(cause), "{}", shown.err);
    assert!(shown.out.contains("sciatica profile clear"), "help is there whatever is wrong with it: {}", shown.out);
    for question in FOR_ANYBODY {
        let (here, elsewhere) = (home.run(question), run(question));
        assert_eq!((here.exit, here.out, here.err), (elsewhere.exit, elsewhere.out, elsewhere.err), "{question:?}");
    }
    for question in PAGES {
        let (here, elsewhere) = (home.run(question), run(question));
        assert_eq!((here.exit, &here.out), (0, &elsewhere.out), "{question:?}");
        assert!(here.err.contains(&first) && here.err.contains(cause), "{question:?}: {}", here.err);
    }
    for question in [&[][..], &["now"]] {
        let ran = home.run(question);
        assert_eq!(ran.exit, 0, "{question:?}");
        assert!(ran.err.contains(&first) && ran.err.contains(cause), "{question:?}: {}", ran.err);
        assert!(ran.out.contains("Get help now if") && !ran.out.contains("This minute"), "{question:?}: {}", ran.out);
    }
    let left_out = home.run(&["show", "BL60", "--no-profile"]);
    assert_eq!((left_out.exit, left_out.out), (0, run(&["show", "BL60"]).out), "{cause}");
    // A wrong word is told first, and a sign comes before everything on a page.
    assert_eq!(home.run(&["points", "--with", "warfarn"]).exit, 2);
    assert_eq!(home.run(&["learn", "--with", "dvt"]).exit, 3);
}

/// Files that say nothing that can be relied on, each with what is told of it.
const BROKEN: [(&str, &str); 22] = [
    ("", "it is damaged: EOF"),
    ("{", "it is damaged: EOF"),
    ("null", "it is damaged: invalid type: null"),
    ("[]", "it is damaged: invalid length 0"),
    ("\"pregnancy\"", "it is damaged: invalid type: string"),
    ("{}", "it is damaged: missing field `format_version`"),
    (r#"{"declared": [], "cleared": []}"#, "missing field `format_version`"),
    (r#"{"format_version": 1}"#, "missing field `declared`"),
    (r#"{"format_version": 1, "cleared": []}"#, "missing field `declared`"),
    (r#"{"format_version": 1, "declared": []}"#, "missing field `cleared`"),
    (r#"{"format_version": 1, "declared": null, "cleared": []}"#, "invalid type: null"),
    (r#"{"format_version": 1, "declared": "pregnancy", "cleared": []}"#, "invalid type: string"),
    (r#"{"format_version": 1, "declared": [1], "cleared": []}"#, "invalid type: integer"),
    (r#"{"format_version": 1, "declared": [], "cleared": [], "more": 1}"#, "unknown field `more`"),
    (r#"{"format_version": 1, "declared": [], "declared": [], "cleared": []}"#, "duplicate field `declared`"),
    (r#"{"format_version": 1, "declared": [], "cleared": []} x"#, "trailing characters"),
    (r#"{"format_version": "1", "declared": [], "cleared": []}"#, "invalid type: string"),
    (r#"{"format_version": 0, "declared": [], "cleared": []}"#, "there is no format_version 0"),
    (
        r#"{"format_version": 2, "declared": ["pregnancy"], "grade": 3}"#,
        "its format_version is 2, this program reads 1",
    ),
    (r#"{"format_version": 1, "declared": ["warfarin"], "cleared": []}"#, "no precaution has the id \"warfarin\" here"),
    (r#"{"format_version": 1, "declared": [], "cleared": ["moon"]}"#, "no precaution has the id \"moon\" here"),
    (r#"{"format_version": 1, "declared": ["none"], "cleared": []}"#, "no precaution has the id \"none\" here"),
];

#[test]
fn a_file_that_says_nothing_that_can_be_relied_on_is_never_taken_for_nothing() {
    let keeper = Keeper::default();
    for (place, (text, cause)) in BROKEN.into_iter().enumerate() {
        *keeper.held.borrow_mut() = Some(text.as_bytes().to_vec());
        let questions = WITH.iter().filter(|question| !["learn", "now"].contains(&question[0]));
        // The first beside every command, the others beside every fourth.
        for question in questions.skip(place % 4).step_by(if place == 0 { 1 } else { 4 }) {
            let answer = ask_keeping(&keeper, &UTF_8, question);
            assert_eq!((answer.exit, answer.out.as_str()), (Exit::Failed, ""), "{text} {question:?}");
            assert!(answer.err.contains(cause), "{text}: {}", answer.err);
        }
    }
    for (text, cause) in [BROKEN[1], BROKEN[18], BROKEN[20]] {
        assert_refused(&Home::keeping(text.as_bytes()), cause);
    }
    assert_refused(&Home::keeping(&[0xff, 0xfe, b'{']), "it is damaged");
    assert_refused(
        &Home::keeping(b"{\"format_version\": 1, \"declared\": [\"\xff\"], \"cleared\": []}"),
        "it is damaged",
    );
}

#[test]
fn a_file_of_64_kib_is_read_and_one_byte_more_is_not() {
    let text = profile(&["pregnancy"], &[]);
    let padded = |length: usize| format!("{text}{}", " ".repeat(length - text.len()));
    let (read, refused) = (Home::keeping(padded(65_536).as_bytes()), Home::keeping(padded(65_537).as_bytes()));
    assert_eq!(read.run(&["show", "BL60"]).exit, 3);
    assert_refused(&refused, "it is larger than 64 KiB");
}

#[test]
fn another_catalogue_has_to_know_what_is_kept() {
    let home = Home::keeping(profile(&["osteoporosis", "pregnancy"], &[]).as_bytes());
    let ran = home.run(&["show", "GB30", "--catalogue", FIXTURE]);
    assert_eq!((ran.exit, ran.out.as_str()), (1, ""));
    assert!(ran.err.contains("no precaution has the id \"osteoporosis\" here"), "{}", ran.err);
    assert!(ran.err.contains("--no-profile"), "{}", ran.err);
    assert_eq!(home.run(&["show", "GB30", "--catalogue", FIXTURE, "--no-profile"]).exit, 0);
    let known = Home::keeping(profile(&["pregnancy"], &[]).as_bytes());
    let (here, said) = (
        known.run(&["show", "GB30", "--catalogue", FIXTURE]),
        run(&["show", "GB30", "--catalogue", FIXTURE, "--pregnant"]),
    );
    assert_eq!((here.exit, said.exit), (3, 3));
    // What was kept for another catalogue is an error in ours.
    let other = Home::new();
    other.set(&["narrow-canal", "--catalogue", FIXTURE]);
    assert_eq!(other.run(&["points", "--catalogue", FIXTURE]).exit, 0);
    assert_refused(&other, "no precaution has the id \"narrow-canal\" here");
}

/// Of limits that nobody knows, any may hold.
#[test]
fn a_page_hides_what_limits_could_change_where_the_profile_cannot_be_used() {
    let page = ["learn", "how-long", "--full", "--catalogue", FIXTURE];
    for form in FORMS {
        let question = [&page[..], form].concat();
        let open = ask(&question);
        assert!(open.out.contains("HOWTO"), "{form:?}: {}", open.out);
        let unknown = ask_keeping(&Keeper::of("{"), &UTF_8, &question);
        assert!(!unknown.out.contains("HOWTO") && !unknown.err.contains("HOWTO"), "{form:?}: {}", unknown.out);
        assert_eq!(unknown.exit, Exit::Answered);
        let declared = ask(&[&question[..], &["--with", "pacemaker"]].concat());
        if form != ["--format", "json"] {
            assert_eq!(unknown.out, declared.out, "{form:?}");
        }
    }
}

#[test]
fn nothing_in_a_file_or_its_path_acts_on_a_terminal() {
    let hostile = "\u{1b}[31m\u{202e}x\nerror: forged";
    for text in [
        profile(&[hostile], &[]),
        format!("{{\"{hostile}\": 1}}"),
        json!({"format_version": 1, "declared": [], "cleared": [], hostile: 1}).to_string(),
    ] {
        let keeper = Keeper::of(&text);
        for question in [&["show", "GB30"][..], &["profile"], &["learn"]] {
            let answer = ask_keeping(&keeper, &UTF_8, question);
            for text in [&answer.out, &answer.err] {
                let acts = |c: char| !"\n\t".contains(c) && guide::text::acts_on_a_terminal(c);
                assert!(!text.contains(acts), "{question:?}: {text:?}");
            }
            let errors = answer.err.lines().filter(|line| line.starts_with("error: ")).count();
            assert_eq!(errors, 1, "{question:?}: {}", answer.err);
        }
    }
}

#[test]
fn what_cannot_be_written_says_where_and_loses_nothing() {
    // Where the folder should be there is a file.
    let home = Scratch::new();
    home.write("file", b"mine");
    let file = home.path().join("file");
    let variables = ["XDG_CONFIG_HOME", "APPDATA"].map(|name| (name, file.to_str().unwrap()));
    let set = run_in(&variables, &["profile", "set", "pregnancy"]);
    assert_eq!((set.exit, set.out.as_str()), (1, ""));
    let path = home.path().join("file").join("sciatica").join("profile.json");
    assert!(
        set.err.starts_with(&format!("error: cannot keep your profile in \"{}\": ", path.display())),
        "{}",
        set.err
    );
    assert!(set.err.contains("nothing was changed"), "{}", set.err);
    assert_eq!(fs::read(home.path().join("file")).unwrap(), b"mine");
    // In its own place there is a folder.
    let home = Home::new();
    fs::create_dir_all(home.file().join("inside")).unwrap();
    let (set, clear) = (home.run(&["profile", "set", "pregnancy"]), home.run(&["profile", "clear"]));
    for (ran, what) in [(set, "cannot keep"), (clear, "cannot remove")] {
        assert_eq!((ran.exit, ran.out.as_str()), (1, ""), "{what}");
        assert!(
            ran.err.starts_with(&format!("error: {what} your profile in \"{}\": ", home.file().display())),
            "{}",
            ran.err
        );
    }
    assert!(home.file().join("inside").is_dir());
    assert_eq!(fs::read_dir(home.file().parent().unwrap()).unwrap().count(), 1, "a draft was left");
    assert_refused(&home, if cfg!(unix) { "it is no ordinary file" } else { "" });
}

#[test]
fn whoever_reads_while_it_is_set_finds_one_or_the_other_and_never_half() {
    let home = Home::new();
    let (one, other) = (["pregnancy"], KEPT);
    home.set(&one);
    let first = home.text();
    home.set(&other);
    let second = home.text();
    std::thread::scope(|scope| {
        let sets = scope.spawn(|| {
            for _ in 0..10 {
                home.set(&one);
                home.set(&other);
            }
        });
        let mut seen = 0;
        while !sets.is_finished() {
            let text = home.text();
            assert!(text == first || text == second, "{text}");
            seen += 1;
        }
        assert!(seen > 20, "{seen} looks");
    });
    assert_eq!(home.files(), ["sciatica/profile.json"]);
}

// Nothing loosens it

fn subset() -> impl Strategy<Value = Vec<String>> {
    proptest::sample::subsequence(precautions(), 0..4)
}

/// Whether a verdict is at least as strict as another, word by clinician's word.
fn assert_no_looser(before: &Verdict<'_>, after: &Verdict<'_>, cleared: &[String]) {
    let rules = |verdict: &Verdict<'_>| -> Vec<(String, usize)> {
        let mut rules: Vec<_> =
            verdict.findings.iter().map(|it| (it.rule.precaution.to_owned(), it.rule.number)).collect();
        rules.sort();
        rules
    };
    let (few, more) = (rules(before), rules(after));
    assert!(few.iter().all(|rule| more.contains(rule)), "{before:?} became {after:?}");
    let speaks =
        |verdict: &Verdict<'_>| verdict.findings.iter().any(|it| cleared.iter().any(|id| id == it.rule.precaution));
    if !speaks(after) {
        assert!(before.level <= after.level && before.withheld <= after.withheld, "{before:?} became {after:?}");
        let open: Vec<usize> = before.open_ways().collect();
        assert!(after.open_ways().all(|way| open.contains(&way)), "{before:?} became {after:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_kept_profile_and_the_command_line_add_up_and_loosen_nothing(
        kept in subset(), agreed_before in subset(), now in subset(), agreed_now in subset(), clears in any::<bool>(),
    ) {
        let (agreed_before, agreed_now) = if clears { (agreed_before, agreed_now) } else { (Vec::new(), Vec::new()) };
        let catalogue = Catalogue::bundled(sciatica::bundle()).unwrap();
        let before = Profile::new(kept.clone(), agreed_before.clone());
        let alone = Profile::new(now.clone(), agreed_now.clone());
        let file = before.to_keep().text().unwrap();
        let both = alone.clone().and_kept(Kept::Profile(KeptProfile::read(file.as_bytes()).unwrap()));
        let sum = Profile::new([kept, now].concat(), [agreed_before.clone(), agreed_now.clone()].concat());
        prop_assert_eq!(both.declared(), sum.declared());
        let [before, alone, both, sum] = [before, alone, both, sum].map(|it| catalogue.reader(it).unwrap());
        for entry in catalogue.index().screened() {
            let [before, alone, both, sum] = [&before, &alone, &both, &sum].map(|reader| reader.judge(&entry));
            assert_no_looser(&before, &both, &agreed_now);
            assert_no_looser(&alone, &both, &agreed_before);
            prop_assert_eq!((both.level, both.withheld), (sum.level, sum.withheld));
            prop_assert_eq!(both.open_ways().collect::<Vec<_>>(), sum.open_ways().collect::<Vec<_>>());
        }
    }

    #[test]
    fn no_file_panics(text in any::<Vec<u8>>(), json in any::<bool>(), ids in proptest::collection::vec(any::<String>(), 0..4)) {
        let keeper = Keeper::default();
        *keeper.held.borrow_mut() = Some(if json { json!({"format_version": 1, "declared": ids, "cleared": ids}).to_string().into() } else { text });
        let answer = ask_keeping(&keeper, &UTF_8, &["points"]);
        let read = json && ids.is_empty();
        prop_assert_eq!(answer.exit, if read { Exit::Answered } else { Exit::Failed });
    }
}

// Help

#[test]
fn help_says_where_it_is_and_how_to_remove_it() {
    let help = unwrapped(&run(&["profile", "--help"]).out);
    for part in [
        "sciatica/profile.json",
        "~/.config",
        "%APPDATA%",
        "\"clear\" removes it",
        "--no-profile",
        "leaves this machine",
    ] {
        assert!(help.contains(part), "{part}: {help}");
    }
}

#[test]
fn without_utf_8_it_is_named_in_ascii() {
    let keeper = Keeper::of(&profile(&KEPT, &[]));
    for question in [&["show", "GB30"][..], &["points"], &["profile"]] {
        let answer = ask_keeping(&keeper, &[("LANG", "C")], question);
        assert!(answer.out.is_ascii() && answer.err.is_ascii(), "{question:?}");
    }
    assert_eq!(ask_in(&[("LANG", "C")], &["profile"]).exit, Exit::Answered);
}

// Who else has a hand in it

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::{MetadataExt, PermissionsExt, chown, symlink};
    use std::os::unix::process::CommandExt;
    use std::process::{Command, Stdio};

    use super::*;

    pub(super) fn chmod(path: &Path, mode: u32) {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("a mode to set");
    }

    fn mode(path: &Path) -> u32 {
        fs::symlink_metadata(path).expect("a file").mode() & 0o7777
    }

    #[test]
    fn the_file_and_its_new_folders_are_for_the_reader_alone() {
        let home = Scratch::new();
        let config = home.path().join("a").join("b");
        let run = |words: &[&str]| {
            let script = format!("umask 0; exec '{}' \"$@\"", env!("CARGO_BIN_EXE_sciatica"));
            let status = Command::new("sh")
                .env("XDG_CONFIG_HOME", &config)
                .args(["-c", &script, "sh"])
                .args(words)
                .stdout(Stdio::null())
                .status();
            assert!(status.expect("a shell").success(), "{words:?}");
        };
        let file = config.join("sciatica").join("profile.json");
        run(&["profile", "set", "pregnancy"]);
        assert_eq!(mode(&file), 0o600);
        for folder in [home.path().join("a"), config.clone(), config.join("sciatica")] {
            assert_eq!(mode(&folder), 0o700, "{folder:?}");
        }
        // A folder that was there stays as it was, and a file that others could write becomes one that they cannot.
        chmod(&config, 0o755);
        chmod(&file, 0o666);
        run(&["profile", "set", "frail"]);
        assert_eq!((mode(&config), mode(&file)), (0o755, 0o600));
    }

    #[test]
    fn a_file_that_others_could_have_changed_is_refused() {
        let home = Home::keeping(profile(&[], &[]).as_bytes());
        for mode in [0o620, 0o602, 0o622, 0o660, 0o606, 0o666, 0o777] {
            chmod(&home.file(), mode);
            let ran = home.run(&["show", "GB30"]);
            assert_eq!((ran.exit, ran.out.as_str()), (1, ""), "{mode:o}");
            assert!(ran.err.contains("others may write to it, so somebody else could have changed it"), "{}", ran.err);
        }
        assert_refused(&home, "others may write to it");
        // Others who read it change nothing.
        for mode in [0o400, 0o600, 0o640, 0o644, 0o755] {
            chmod(&home.file(), mode);
            assert_eq!(home.run(&["show", "GB30"]).exit, 0, "{mode:o}");
        }
    }

    /// Somebody who is not root, where root runs the tests: root may do everything.
    const NOBODY: u32 = 65_534;

    /// Runs a copy of the program that anybody may run, as somebody who is not root.
    fn run_as_nobody(home: &Home, arguments: &[&str]) -> Ran {
        let program = home.0.path().join("program");
        if !program.exists() {
            fs::copy(env!("CARGO_BIN_EXE_sciatica"), &program).expect("a copy");
            chmod(&program, 0o755);
        }
        let mut command = Command::new(program);
        command
            .env_clear()
            .env("LANG", "C.UTF-8")
            .env("XDG_CONFIG_HOME", home.0.path())
            .current_dir("/")
            .args(arguments);
        if rustix::process::geteuid().is_root() {
            command.uid(NOBODY);
        }
        // While another test forks, the copy may count as still being written.
        let output = loop {
            match command.output() {
                Err(error) if error.kind() == std::io::ErrorKind::ExecutableFileBusy => std::thread::yield_now(),
                ended => break ended.expect("a process"),
            }
        };
        let text = |bytes| String::from_utf8(bytes).expect("an answer in UTF-8");
        Ran { exit: output.status.code().unwrap(), out: text(output.stdout), err: text(output.stderr) }
    }

    fn give_to_nobody(path: &Path) {
        if rustix::process::geteuid().is_root() {
            chown(path, Some(NOBODY), None).expect("another owner");
        }
    }

    #[test]
    fn a_file_of_somebody_else_is_refused() {
        // Of root, whoever asks; or, where root asks, of nobody.
        let home = Home::keeping(profile(&[], &[]).as_bytes());
        if !rustix::process::geteuid().is_root() {
            return;
        }
        chmod(&home.file(), 0o644);
        let ran = run_as_nobody(&home, &["show", "GB30"]);
        assert_eq!((ran.exit, ran.out.as_str()), (1, ""));
        assert!(ran.err.contains("it belongs to another account"), "{}", ran.err);
        give_to_nobody(&home.file());
        assert_eq!(run_as_nobody(&home, &["show", "GB30"]).exit, 0);
        assert_refused(&home, "it belongs to another account");
    }

    #[test]
    fn a_file_that_cannot_be_opened_is_refused() {
        let home = Home::keeping(profile(&["pregnancy"], &[]).as_bytes());
        let folder = home.file().parent().unwrap().to_owned();
        for path in [home.file(), folder.clone()] {
            give_to_nobody(&path);
        }
        for (path, closed, open) in [(home.file(), 0o200, 0o600), (folder, 0o000, 0o700)] {
            chmod(&path, closed);
            let ran = run_as_nobody(&home, &["show", "BL60"]);
            chmod(&path, open);
            assert_eq!((ran.exit, ran.out.as_str()), (1, ""), "{path:?}");
            assert!(ran.err.contains("cannot be used: Permission denied"), "{}", ran.err);
            let way_out = if path == home.file() { "sciatica profile set" } else { "name a folder of your own" };
            assert!(ran.err.contains(way_out), "{}", ran.err);
            assert!(ran.err.contains(home.file().to_str().unwrap()), "{}", ran.err);
            assert_eq!(run_as_nobody(&home, &["show", "BL60"]).exit, 3, "{path:?}");
        }
    }

    #[test]
    fn in_a_folder_that_is_only_to_be_read_nothing_is_lost() {
        let home = Home::keeping(profile(&["pregnancy"], &[]).as_bytes());
        let folder = home.file().parent().unwrap().to_owned();
        let before = home.text();
        for path in [&home.file(), &folder] {
            give_to_nobody(path);
        }
        chmod(&folder, 0o500);
        for (words, what) in
            [(&["profile", "set", "none"][..], "cannot keep"), (&["profile", "clear"], "cannot remove")]
        {
            let ran = run_as_nobody(&home, words);
            assert_eq!((ran.exit, ran.out.as_str()), (1, ""), "{words:?}");
            let first = format!("error: {what} your profile in \"{}\": Permission denied", home.file().display());
            assert!(ran.err.starts_with(&first) && ran.err.contains("may you write to that folder"), "{}", ran.err);
        }
        assert_eq!(run_as_nobody(&home, &["show", "BL60"]).exit, 3);
        chmod(&folder, 0o700);
        assert_eq!(home.text(), before);
        assert_eq!(fs::read_dir(folder).unwrap().count(), 1);
    }

    #[test]
    fn a_link_in_its_place_is_neither_read_nor_written_through() {
        let elsewhere = Scratch::new();
        elsewhere.write("target.json", profile(&[], &[]).as_bytes());
        let target = elsewhere.path().join("target.json");
        chmod(&target, 0o600);
        for to in [target.clone(), elsewhere.path().join("nothing"), elsewhere.path().to_owned()] {
            let home = Home::new();
            fs::create_dir_all(home.file().parent().unwrap()).unwrap();
            symlink(&to, home.file()).unwrap();
            assert_refused(&home, "it is a link, and no ordinary file");
            home.set(&["pregnancy"]);
            assert!(fs::symlink_metadata(home.file()).unwrap().is_file(), "{to:?}");
            assert_eq!(home.run(&["show", "BL60"]).exit, 3);
            fs::remove_file(home.file()).unwrap();
            symlink(&to, home.file()).unwrap();
            assert_eq!(home.run(&["profile", "clear"]).exit, 0);
            assert!(fs::symlink_metadata(home.file()).is_err());
        }
        assert_eq!(fs::read_to_string(target).unwrap(), profile(&[], &[]), "what the link led to");
        assert_eq!(elsewhere.path().read_dir().unwrap().count(), 1);
    }

    #[test]
    fn a_link_in_the_place_of_a_draft_is_not_written_through() {
        // A shell knows the number of the process that it becomes.
        let elsewhere = Scratch::new();
        elsewhere.write("target", b"mine");
        let home = Home::new();
        let folder = home.file().parent().unwrap().to_owned();
        fs::create_dir_all(&folder).unwrap();
        let script = format!(
            "ln -s '{}' \"$XDG_CONFIG_HOME/sciatica/.sciatica.$$.part\" && exec '{}' profile set pregnancy",
            elsewhere.path().join("target").display(),
            env!("CARGO_BIN_EXE_sciatica")
        );
        let status = Command::new("sh")
            .env("XDG_CONFIG_HOME", home.0.path())
            .args(["-c", &script])
            .stdout(Stdio::null())
            .status();
        assert!(status.expect("a shell").success());
        assert_eq!(fs::read(elsewhere.path().join("target")).unwrap(), b"mine");
        assert_eq!(home.files(), ["sciatica/profile.json"]);
        assert_eq!(home.value()["declared"], json!(["pregnancy"]));
    }

    #[test]
    fn a_pipe_or_a_socket_in_its_place_is_not_waited_for() {
        let home = Home::new();
        fs::create_dir_all(home.file().parent().unwrap()).unwrap();
        let made = Command::new("mkfifo").arg("-m").arg("600").arg(home.file()).status();
        assert!(made.expect("mkfifo").success());
        assert_refused(&home, "it is no ordinary file");
        assert_eq!(home.run(&["profile", "clear"]).exit, 0);
        assert!(!home.file().exists());
        let _socket = std::os::unix::net::UnixListener::bind(home.file()).expect("a socket");
        assert_refused(&home, "");
        home.set(&["pregnancy"]);
        assert_eq!(home.run(&["show", "BL60"]).exit, 3);
    }
}
