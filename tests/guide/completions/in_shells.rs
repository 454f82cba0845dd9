//! The scripts in the shells themselves, where they are installed.

use std::path::Path;

use crate::support::Scratch;

/// Gives a stretch a title, and a place an id, that would make files if a shell acted on them.
pub(super) fn make_hostile(catalogue: &Scratch) {
    let path = catalogue.path().join("stretches/knee-rock.json");
    let mut stretch: serde_json::Value = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
    let title = "Rock 100% \"'`touch a`$(touch b)\\\"; touch c; (touch d) {touch,e} \u{2018}; touch f; \u{2019}) ]) \" ; touch g";
    stretch["title"] = title.into();
    catalogue.write("stretches/knee-rock.json", stretch.to_string().as_bytes());
    let text = std::fs::read_to_string(catalogue.path().join("routine.json")).unwrap();
    assert!(text.contains("\"id\": \"desk\""), "{text}");
    catalogue.write("routine.json", text.replace("\"id\": \"desk\"", "\"id\": \"$(touch h)\"").as_bytes());
}

fn nothing_was_written(scratch: &Path) {
    for file in ["a", "b", "c", "d", "e", "f", "g", "h"] {
        assert!(!scratch.join(file).exists(), "a shell wrote {file}");
    }
}

#[cfg(unix)]
mod on_unix {
    use std::io::{ErrorKind, Write};
    use std::process::Command;
    use std::time::Duration;

    use expectrl::{Expect, Session};

    use super::{make_hostile, nothing_was_written};
    use crate::process::program;
    use crate::support::{FIXTURE, Scratch, ask, folder};

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

    fn script_of(shell: &str) -> Scratch {
        let scratch = Scratch::new();
        scratch.write("0-script", ask(&["completions", shell]).out.as_bytes());
        scratch
    }

    /// A shell that finds the program, in a folder with its script.
    fn shell(name: &str, arguments: &[&str], scratch: &Scratch) -> Command {
        let own = program();
        let beside = std::path::Path::new(own.get_program()).parent().unwrap().to_owned();
        let others = std::env::var_os("PATH").unwrap_or_default();
        let path = std::env::join_paths([beside].into_iter().chain(std::env::split_paths(&others))).unwrap();
        let mut command = Command::new(name);
        command.args(arguments).env_clear().env("PATH", path).env("LANG", "C.UTF-8").env("TERM", "dumb");
        command.current_dir(scratch.path()).env("HOME", scratch.path());
        command
    }

    fn lines(mut command: Command) -> Vec<String> {
        let output = command.output().unwrap();
        assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
        let text = String::from_utf8(output.stdout).unwrap();
        text.lines().filter(|line| !line.is_empty()).map(str::to_owned).collect()
    }

    fn in_bash(scratch: &Scratch, words: &[&str]) -> Vec<String> {
        let call = ["--norc", "--noprofile", "-c", IN_BASH, "bash", "./0-script", "sciatica"];
        lines(shell("bash", &[&call, words].concat(), scratch))
    }

    fn in_fish(scratch: &Scratch, line: &str) -> Vec<String> {
        lines(shell("fish", &["--no-config", "-c", "source 0-script; complete -C $argv", "--", line], scratch))
    }

    /// Presses Tab at the end of a line, in a shell that was told to complete, and waits for this to be shown.
    fn at_a_terminal(command: Command, told: &str, line: &str, shown: &str) -> String {
        let mut session = Session::spawn(command).unwrap();
        session.set_expect_timeout(Some(PATIENCE));
        session.send_line(told).unwrap();
        session.expect("ready> ").unwrap();
        session.send(format!("{line}\t")).unwrap();
        let found = session.expect(shown).unwrap_or_else(|error| panic!("{line}: {shown}: {error}"));
        String::from_utf8_lossy(found.as_bytes()).into_owned()
    }

    fn at_bash(scratch: &Scratch, told: &str, line: &str, shown: &str) {
        let command = shell("bash", &["--norc", "--noprofile", "-i"], scratch);
        // Where the terminal does not echo, bash shows nothing either.
        at_a_terminal(command, &format!("stty echo; {told}. ./0-script; PS1=ready\\>\\ "), line, shown);
    }

    fn at_zsh(scratch: &Scratch, told: &str, line: &str, shown: &str) -> String {
        let command = shell("zsh", &["-f", "-i"], scratch);
        at_a_terminal(command, &format!("LISTMAX=0; {told}; PS1=ready\\>\\ "), line, shown)
    }

    const BEFORE: &str = ". ./0-script; autoload -U compinit; compinit -u -D";
    const BEHIND: &str = "autoload -U compinit; compinit -u -D; . ./0-script";
    const IN_A_FOLDER: &str = "mkdir f; cp 0-script f/_sciatica; fpath+=$PWD/f; autoload -U compinit; compinit -u -D";

    #[test]
    fn bash_offers_names_in_every_place() {
        if !is_there("bash") {
            return;
        }
        let scratch = script_of("bash");
        let offers = |words: &[&str]| in_bash(&scratch, words);
        assert_eq!(offers(&["show", "gb"])[..2], ["GB30", "GB29"]);
        assert_eq!(offers(&["show", "GB30", "--full", "BL2"]), ["BL23", "BL25"]);
        assert_eq!(offers(&["show", "GB30", "--pl"]), ["--plain"]);
        assert_eq!(offers(&["show", "piri"]), ["piriformis"]);
        assert_eq!(offers(&["show", "--with", "=", "preg"]), ["pregnancy"]);
        assert_eq!(offers(&["show", "--with", "=", "frail,pacemaker,preg"]), ["frail,pacemaker,pregnancy"]);
        assert_eq!(offers(&["--with", "preg"]), ["pregnancy"]);
        assert_eq!(offers(&["show", "--catalogue", &folder(FIXTURE), "knee-r"]), ["knee-rock"]);
        assert_eq!(offers(&["show", "--catalogue", "/nowhere", "BL2"]), ["BL23", "BL25"]);
        assert_eq!(offers(&["catalogue", "check", "0-"]), Vec::<String>::new(), "it is no folder");
        assert_eq!(offers(&["handout", "GB30", "--output", "0-"]), ["0-script"]);
        assert_eq!(offers(&["man", "catalogue-"]), ["catalogue-check", "catalogue-export", "catalogue-schema"]);
    }

    #[test]
    fn bash_completes_a_value_behind_its_sign_however_it_takes_words_apart() {
        if !is_there("bash") {
            return;
        }
        let scratch = script_of("bash");
        for told in ["", "COMP_WORDBREAKS=${COMP_WORDBREAKS//=/}; "] {
            at_bash(&scratch, told, "sciatica show --with=preg", "--with=pregnancy");
            at_bash(&scratch, told, "sciatica --with=frail,preg", "--with=frail,pregnancy");
            at_bash(&scratch, told, "sciatica show gb30", "GB30");
        }
    }

    #[test]
    fn fish_offers_names_with_what_they_stand_for() {
        if !is_there("fish") {
            return;
        }
        let scratch = script_of("fish");
        let offers = |line: &str| in_fish(&scratch, line);
        assert_eq!(offers("sciatica show BL2"), ["BL23\tKidney Transporter", "BL25\tLarge Intestine Transporter"]);
        assert_eq!(offers("sciatica show pir"), ["piriformis\tWhat causes sciatica (causes)"]);
        assert_eq!(offers("sciatica show --with=frail,preg"), ["--with=frail,pregnancy\tPregnancy"]);
        assert_eq!(offers("sciatica --with preg"), ["pregnancy\tPregnancy"]);
        assert!(offers("sciatica show gb").iter().all(|line| line.starts_with("GB")));
        let options = offers("sciatica show GB30 --wi");
        assert!(options.len() == 2 && options.iter().all(|line| line.contains('\t')), "{options:?}");
        // The script lies in the folder, and is nothing that may be named here.
        assert_eq!(offers("sciatica show 0-"), Vec::<String>::new());
    }

    #[test]
    fn zsh_offers_names_wherever_its_script_is_read() {
        if !is_there("zsh") {
            return;
        }
        for told in [BEFORE, BEHIND, IN_A_FOLDER] {
            let scratch = script_of("zsh");
            let shown = at_zsh(&scratch, told, "sciatica show BL", "Extending Vessel");
            assert!(shown.contains("BL23") && shown.contains("Kidney Transporter"), "{told}: {shown}");
            assert!(!shown.contains("Jumping Circle") && !shown.contains("not found"), "{told}: {shown}");
        }
    }

    #[test]
    fn zsh_completes_small_letters_lists_and_options_behind_a_name() {
        if !is_there("zsh") {
            return;
        }
        let scratch = script_of("zsh");
        for (line, completed) in [
            ("sciatica show gb3\t", "GB30"),
            ("sciatica show GB30 --pl", "--plain"),
            ("sciatica show GB30 --with=preg", "--with=pregnancy"),
            ("sciatica show --with frail,preg", "frail,pregnancy"),
            ("sciatica --with preg", "pregnancy"),
            ("sciatica show piri", "piriformis"),
        ] {
            at_zsh(&scratch, BEHIND, line, completed);
        }
    }

    #[test]
    fn no_name_of_a_catalogue_is_carried_out() {
        let catalogue = Scratch::copy_of(FIXTURE);
        make_hostile(&catalogue);
        let directory = catalogue.argument();
        if is_there("bash") {
            let scratch = script_of("bash");
            assert_eq!(in_bash(&scratch, &["show", "--catalogue", directory, "knee"]), ["knee-rock"]);
            assert!(!in_bash(&scratch, &["routine", "--catalogue", directory, "--place", ""]).is_empty());
            nothing_was_written(scratch.path());
        }
        if is_there("fish") {
            let scratch = script_of("fish");
            let offered = in_fish(&scratch, &format!("sciatica show --catalogue {directory} knee"));
            assert!(offered[0].starts_with("knee-rock\tRock"), "{offered:?}");
            nothing_was_written(scratch.path());
        }
        if is_there("zsh") {
            let scratch = script_of("zsh");
            at_zsh(&scratch, BEHIND, &format!("sciatica show --catalogue {directory} k"), "knee-rock");
            at_zsh(&scratch, BEHIND, &format!("sciatica show --catalogue {directory} "), "100% ");
            nothing_was_written(scratch.path());
        }
    }
}
