//! Completions: what each shell offers, and that it offers names wherever the program takes names.

use std::collections::{BTreeMap, BTreeSet};

use clap::{Arg, Command, CommandFactory};
use sciatica::commands::Cli;
use sciatica::error::Exit;

use crate::support::{FIXTURE, Scratch, ask, ask_in};

const SHELLS: [&str; 5] = ["bash", "elvish", "fish", "powershell", "zsh"];

/// Arguments for which any text will do, or a folder or file; `*` stands for every subcommand.
const FREE: [(&str, &str); 12] = [
    ("*", "pregnant"),
    ("*", "catalogue"),
    ("*", "width"),
    ("search", "words"),
    ("handout", "file"),
    ("handout", "title"),
    ("routine", "minutes"),
    ("session", "minutes"),
    ("man", "dir"),
    ("catalogue check", "directory"),
    ("catalogue export", "directory"),
    ("*", "add_catalogue"),
];

fn script(shell: &str) -> String {
    let answer = ask(&["completions", shell]);
    assert_eq!((answer.exit, answer.err.as_str()), (Exit::Answered, ""), "{shell}");
    answer.out
}

/// The lists of a script, and which of them each place has: `show`, `show --with`. PowerShell's says both in full.
fn offered() -> BTreeMap<String, Vec<String>> {
    let script = script("powershell");
    let (_, places) = script.split_once("$lists = @{\n").unwrap();
    let (places, rest) = places.split_once("\n    }\n").unwrap();
    let (_, lists) = rest.split_once("switch ($list) {\n").unwrap();
    let (lists, _) = lists.split_once("\n        })\n").unwrap();
    let name = |line: &str| line.trim().strip_prefix('\'')?.split_once("',").map(|(name, _)| name.to_owned());
    let lists: Vec<Vec<String>> =
        lists.split("\n            }").map(|list| list.lines().filter_map(name).collect()).collect();
    let place = |line: &str| {
        let (place, list) = line.split_once(" = ").unwrap();
        (place.trim().trim_matches('\'').to_owned(), lists[list.parse::<usize>().unwrap()].clone())
    };
    places.lines().map(place).collect()
}

/// Every argument that takes a value, with the subcommand that has it.
fn taking_values(command: &Command) -> Vec<(String, Arg)> {
    let takes = |it: &&Arg| it.get_num_args().is_some_and(|count| count.takes_values());
    let words = command.get_bin_name().unwrap_or_default().trim_start_matches("sciatica").trim_start();
    let own = command.get_arguments().filter(takes).map(|it| (words.to_owned(), it.clone()));
    own.chain(command.get_subcommands().flat_map(taking_values)).collect()
}

fn whole_command() -> Command {
    let mut command = Cli::command();
    command.build();
    command
}

#[test]
fn whatever_takes_a_name_offers_names() {
    let offered = offered();
    let arguments = taking_values(&whole_command());
    assert!(arguments.len() > 100, "{}", arguments.len());
    for (subcommand, argument) in arguments {
        let id = argument.get_id().as_str();
        let option = argument.get_long().map(|long| format!(" --{long}")).unwrap_or_default();
        let is_free = FREE.contains(&(subcommand.as_str(), id)) || FREE.contains(&("*", id));
        let names = offered.get(&format!("{subcommand}{option}")).filter(|names| !names.is_empty());
        assert!(
            names.is_some() != is_free,
            "{subcommand}{option} ({id}): offer its names in src/commands/completions/names.rs, or say here that it is free"
        );
    }
}

#[test]
fn whatever_is_offered_is_taken() {
    let mut seen = BTreeSet::new();
    for (place, names) in offered() {
        let words: Vec<&str> = place.split(' ').collect();
        // Each list of an option once: behind it, all subcommands read it in the same way.
        let option = words.iter().copied().find(|word| word.starts_with("--"));
        if !seen.insert((option.unwrap_or(&place).to_owned(), names.clone())) {
            continue;
        }
        for name in &names {
            let needed: &[&str] = match (words[0], option) {
                ("show" | "handout", Some(_)) => &["GB30"],
                ("search", Some(_)) => &["knee"],
                ("completions", Some(_)) => &["bash"],
                ("profile", Some(_)) if words[1] == "set" => &["pregnancy"],
                ("check", Some("--format" | "--color")) => &["--answers", "none"],
                _ => &[],
            };
            let answer = ask(&[&words[..], &[name.as_str()], needed].concat());
            let refused = ["is called", "could mean more", "invalid value"].iter().any(|it| answer.err.contains(it));
            let refuses_the_form = answer.err.contains("leave out --format");
            assert!(!refused, "{place} {name}: {}", answer.err);
            assert!(answer.exit != Exit::Usage || refuses_the_form, "{place} {name}: {}", answer.err);
        }
    }
    assert!(seen.len() > 20, "{}", seen.len());
}

#[test]
fn names_come_with_what_they_stand_for() {
    let codes = ["BL23", "BL25", "BL40", "BL57", "BL60", "BL62"];
    let offered = offered();
    for place in ["show", "map", "handout", "precautions"] {
        let bladder: Vec<&String> = offered[place].iter().filter(|name| name.starts_with("BL")).collect();
        assert_eq!(bladder, codes, "{place}");
    }
    assert!(
        offered["show --with"].contains(&"none".to_owned()) && !offered["show --cleared"].contains(&"none".to_owned())
    );
    for (shell, line) in [
        ("zsh", "BL23\\:\"Kidney Transporter\""),
        ("fish", "BL23 'Kidney Transporter'"),
        ("powershell", "'BL23', 'Kidney Transporter'"),
        ("elvish", "['BL23' 'Kidney Transporter']"),
    ] {
        assert!(script(shell).contains(line), "{shell}");
    }
}

#[test]
fn what_is_added_to_a_script_finds_its_place() {
    for (shell, once) in [
        ("bash", "\n_sciatica_words() {\n"),
        ("zsh", "\n        compset -P '*,'\n"),
        ("fish", "\nfunction __fish_sciatica_list\n"),
        ("powershell", "\n    $commandElements = @("),
        ("elvish", "\nset edit:completion:arg-completer[sciatica] = {|@words|\n    var word = $words[-1]\n"),
    ] {
        assert_eq!(script(shell).matches(once).count(), 1, "{shell}");
    }
    assert!(!script("bash").contains("complete -F _sciatica "));
    assert!(script("zsh").starts_with("#compdef sciatica\n"), "zsh finds it by its first line");
}

#[test]
fn the_points_of_another_catalogue_are_offered_and_no_others() {
    for shell in SHELLS {
        let answer = ask(&["completions", shell, "--catalogue", FIXTURE]);
        assert_eq!(answer.exit, Exit::Answered, "{shell}: {}", answer.err);
        assert_eq!(answer.err, format!("From {FIXTURE}, which is not the bundled guide.\n"));
        assert!(answer.out.contains("LV3") && !answer.out.contains("BL23"), "{shell}");
        assert!(answer.out.contains("narrow-canal") && answer.out.contains("short-break"), "{shell}");
    }
}

#[test]
fn a_script_is_text_alone_and_ascii_without_utf8() {
    for form in ["json", "markdown"] {
        let answer = ask(&["completions", "bash", "--format", form]);
        let said = "error: a script for a shell is text, and nothing else\n  leave out --format\n";
        assert_eq!((answer.exit, answer.out.as_str(), answer.err.as_str()), (Exit::Usage, "", said));
    }
    assert_eq!(ask(&["completions", "tcsh"]).exit, Exit::Usage);
    assert_eq!(ask(&["completions"]).exit, Exit::Usage);
    let scratch = Scratch::copy_of(FIXTURE);
    rename(&scratch, "Lǘshāng’s Knee – 1");
    let words = ["completions", "elvish", "--catalogue", scratch.argument()];
    let with_utf8 = ask_in(&[("LANG", "C.UTF-8")], &words).out;
    assert!(with_utf8.contains("'Lǘshāng''s Knee - 1'"), "{with_utf8}");
    let without = ask_in(&[("LANG", "C")], &words).out;
    assert!(without.is_ascii() && without.contains("'Lushang''s Knee - 1'"));
}

/// Gives a stretch another name.
fn rename(scratch: &Scratch, title: &str) {
    let path = scratch.path().join("stretches/knee-rock.json");
    let mut stretch: serde_json::Value = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
    stretch["title"] = title.into();
    scratch.write("stretches/knee-rock.json", stretch.to_string().as_bytes());
}

/// The scripts in the shells themselves, where they are installed.
#[cfg(unix)]
mod in_shells {
    use std::io::{ErrorKind, Write};
    use std::process::Command;
    use std::time::Duration;

    use expectrl::{Expect, Session};

    use super::{FIXTURE, Scratch, rename, script};
    use crate::support::ask;

    const BLADDER: [&str; 6] = ["BL23", "BL25", "BL40", "BL57", "BL60", "BL62"];
    const PATIENCE: Duration = Duration::from_secs(60);

    /// Calls what bash was told to call, with the words as bash would have taken them apart.
    const IN_BASH: &str = r#"
        compopt() { :; }  # works inside a real completion alone
        . "$1"; shift
        [[ "$(complete -p sciatica)" =~ -F\ ([^ ]+) ]] || exit 1
        COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1))
        "${BASH_REMATCH[1]}" "$1" "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD-1]}"
        printf '%s\n' "${COMPREPLY[@]}"
    "#;

    fn is_there(shell: &str) -> bool {
        match Command::new(shell).args(["-c", "exit 0"]).status() {
            Ok(status) => status.success(),
            Err(error) => {
                assert_eq!(error.kind(), ErrorKind::NotFound, "{shell}");
                let _ = writeln!(std::io::stderr(), "left out: {shell} is not installed");
                false
            }
        }
    }

    fn saved(script: &str) -> Scratch {
        let scratch = Scratch::new();
        scratch.write("0-script", script.as_bytes());
        scratch
    }

    fn lines(mut command: Command, scratch: &Scratch) -> Vec<String> {
        command.current_dir(scratch.path()).env("HOME", scratch.path()).env("LANG", "C.UTF-8");
        let output = command.output().unwrap();
        assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
        let text = String::from_utf8(output.stdout).unwrap();
        text.lines().filter(|line| !line.is_empty()).map(str::to_owned).collect()
    }

    fn in_bash(scratch: &Scratch, words: &[&str]) -> Vec<String> {
        let mut command = Command::new("bash");
        command.args(["--norc", "--noprofile", "-c", IN_BASH, "bash", "./0-script", "sciatica"]).args(words);
        lines(command, scratch)
    }

    fn in_fish(scratch: &Scratch, line: &str) -> Vec<String> {
        let mut command = Command::new("fish");
        command.args(["--no-config", "-c", "source 0-script; complete -C $argv", "--", line]);
        lines(command, scratch)
    }

    /// What zsh shows below a line when Tab is pressed at its end, down to these words.
    fn in_zsh(scratch: &Scratch, line: &str, down_to: &str) -> String {
        let mut command = Command::new("zsh");
        command.args(["-f", "-i"]).current_dir(scratch.path());
        command.env("HOME", scratch.path()).env("LANG", "C.UTF-8").env("TERM", "dumb");
        let mut session = Session::spawn(command).unwrap();
        session.set_expect_timeout(Some(PATIENCE));
        session.send_line("autoload -U compinit; compinit -u -D; LISTMAX=0; . ./0-script; print rea''dy").unwrap();
        session.expect("ready").unwrap();
        session.send(format!("{line}\t")).unwrap();
        let shown = session.expect(down_to).unwrap_or_else(|error| panic!("{line}: {down_to}: {error}"));
        String::from_utf8_lossy(shown.as_bytes()).into_owned()
    }

    #[test]
    fn bash_offers_names_in_every_place() {
        if !is_there("bash") {
            return;
        }
        let scratch = saved(&script("bash"));
        let offers = |words: &[&str]| in_bash(&scratch, words);
        assert_eq!(offers(&["show", "BL"]), BLADDER);
        assert_eq!(offers(&["show", "GB30", "BL"]), BLADDER);
        assert_eq!(offers(&["show", "GB30", "--full", "BL2"]), ["BL23", "BL25"]);
        assert_eq!(offers(&["show", "--with", "preg"]), ["pregnancy"]);
        assert_eq!(offers(&["show", "GB30", "--cleared", "preg"]), ["pregnancy"]);
        assert_eq!(offers(&["show", "--with", "=", "preg"]), ["pregnancy"]);
        assert_eq!(offers(&["show", "--with", "pacemaker,preg"]), ["pacemaker,pregnancy"]);
        assert_eq!(offers(&["show", "--with", "=", "frail,pacemaker,preg"]), ["frail,pacemaker,pregnancy"]);
        assert!(offers(&["show", "--with", "="]).contains(&"pregnancy".to_owned()));
        assert_eq!(offers(&["points", "--region", "l"]), ["leg", "lower-back", "lower-leg"]);
        assert_eq!(offers(&["stretches", "--region", "l"]), ["leg"]);
        assert_eq!(offers(&["points", "--meridian", "bl"]), ["bladder"]);
        assert_eq!(offers(&["routine", "--place", "b"]), ["bed"]);
        assert_eq!(offers(&["routine", "--tools", "ball,ro"]), ["ball,roller"]);
        assert_eq!(offers(&["handout", "--routine", "d"]), ["desk"]);
        assert_eq!(offers(&["learn", "heat"]), ["heat-and-cold"]);
        assert_eq!(offers(&["sources", "who-2008"]), ["who-2008"]);
        assert_eq!(offers(&["check", "--answers", "saddle"]), ["saddle-numbness"]);
        assert_eq!(offers(&["man", "catalogue-"]), ["catalogue-check", "catalogue-export", "catalogue-schema"]);
        assert_eq!(offers(&["profile", "set", "preg"]), ["pregnancy"]);
        assert_eq!(offers(&["catalogue", "schema", "red"]), ["red-flag"]);
        assert_eq!(offers(&["comp"]), ["completions"]);
        assert_eq!(offers(&["completions", "z"]), ["zsh"]);
        assert_eq!(offers(&["points", "--width", ""]), Vec::<String>::new());
    }

    #[test]
    fn fish_offers_names_with_what_they_stand_for() {
        if !is_there("fish") {
            return;
        }
        let scratch = saved(&script("fish"));
        let offers = |line: &str| in_fish(&scratch, line);
        let codes =
            |lines: &[String]| lines.iter().map(|line| line.split('\t').next().unwrap().to_owned()).collect::<Vec<_>>();
        for line in ["sciatica show BL", "sciatica show GB30 BL"] {
            let lines = offers(line);
            assert_eq!(codes(&lines), BLADDER, "{line}");
            assert_eq!(lines[0], "BL23\tKidney Transporter", "{line}");
        }
        assert_eq!(offers("sciatica show --with preg"), ["pregnancy\tPregnancy"]);
        assert_eq!(offers("sciatica show --with=preg"), ["--with=pregnancy\tPregnancy"]);
        assert_eq!(offers("sciatica show --with frail,preg"), ["frail,pregnancy\tPregnancy"]);
        assert_eq!(offers("sciatica show --with=frail,preg"), ["--with=frail,pregnancy\tPregnancy"]);
        assert_eq!(codes(&offers("sciatica points --region lower")), ["lower-back", "lower-leg"]);
        assert_eq!(offers("sciatica learn heat"), ["heat-and-cold\tHeat and cold"]);
        assert_eq!(codes(&offers("sciatica show GB30 --wi")), ["--width", "--with"]);
        assert!(offers("sciatica show GB30 --wi").iter().all(|line| line.contains('\t')), "an option lost its help");
        // The script lies in the folder, and is nothing that may be named here.
        assert_eq!(offers("sciatica now 0-"), Vec::<String>::new());
        assert_eq!(offers("sciatica show 0-"), Vec::<String>::new());
        assert_eq!(offers("sciatica catalogue check 0-"), ["0-script"]);
    }

    #[test]
    fn zsh_offers_names_with_what_they_stand_for() {
        if !is_there("zsh") {
            return;
        }
        let scratch = saved(&script("zsh"));
        for line in ["sciatica show BL", "sciatica show GB30 BL"] {
            let shown = in_zsh(&scratch, line, "Extending Vessel");
            assert!(shown.contains("Kidney Transporter"), "{line}: {shown}");
            for code in BLADDER {
                assert!(shown.contains(code), "{line}: {shown}");
            }
            assert!(!shown.contains("Jumping Circle"), "{line}: {shown}");
        }
        for (line, completed) in [
            ("sciatica show --with preg", "pregnancy"),
            ("sciatica show --with=preg", "--with=pregnancy"),
            ("sciatica show --with frail,preg", "frail,pregnancy"),
            ("sciatica show --with=frail,preg", "--with=frail,pregnancy"),
            ("sciatica learn heat", "heat-and-cold"),
            ("sciatica routine --tools ball,ro", "ball,roller"),
        ] {
            in_zsh(&scratch, line, completed);
        }
    }

    #[test]
    fn no_name_of_a_catalogue_is_carried_out() {
        let catalogue = Scratch::copy_of(FIXTURE);
        let hostile =
            "Rock\"'`touch a`$(touch b)\\\"; touch c; (touch d) {touch,e} \u{2018}; touch f; \u{2019}) ]) \" ; touch g";
        rename(&catalogue, hostile);
        let routine = catalogue.path().join("routine.json");
        let text = std::fs::read_to_string(&routine).unwrap();
        assert!(text.contains("\"id\": \"desk\""), "{text}");
        catalogue.write("routine.json", text.replace("\"id\": \"desk\"", "\"id\": \"$(touch h)\"").as_bytes());
        let script = |shell: &str| {
            let answer = ask(&["completions", shell, "--catalogue", catalogue.argument()]);
            assert!(answer.out.contains("knee-rock"), "{shell}: {}", answer.err);
            saved(&answer.out)
        };
        if is_there("bash") {
            let scratch = script("bash");
            assert_eq!(in_bash(&scratch, &["show", "knee"]), ["knee-rock"]);
            assert!(!in_bash(&scratch, &["routine", "--place", ""]).is_empty());
            assert_eq!(std::fs::read_dir(scratch.path()).unwrap().count(), 1, "bash wrote a file");
        }
        if is_there("fish") {
            let scratch = script("fish");
            assert!(in_fish(&scratch, "sciatica show knee")[0].starts_with("knee-rock\tRock"));
            assert!(!in_fish(&scratch, "sciatica routine --place ").is_empty());
            assert!(!scratch.path().join("a").exists());
            for file in ["a", "b", "c", "d", "e", "f", "g", "h"] {
                assert!(!scratch.path().join(file).exists(), "fish wrote {file}");
            }
        }
        if is_there("zsh") {
            let scratch = script("zsh");
            in_zsh(&scratch, "sciatica show k", "knee-rock");
            in_zsh(&scratch, "sciatica show t", "thumb-press");
            for file in ["a", "b", "c", "d", "e", "f", "g", "h"] {
                assert!(!scratch.path().join(file).exists(), "zsh wrote {file}");
            }
        }
    }
}
