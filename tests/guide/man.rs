//! The manual: a page for every command, what stands on it, and how the pages are written.

use std::collections::BTreeSet;
use std::fs;
use std::io::{ErrorKind, Write};
use std::path::Path;
use std::process::{Command, Stdio};

use clap::CommandFactory;
use sciatica::commands::Cli;
use sciatica::error::Exit;

use crate::process::{program, run};
use crate::support::{FIXTURE, Scratch, ask, ask_in, files_below, repository};

const SECTIONS: [&str; 9] =
    ["NAME", "SYNOPSIS", "DESCRIPTION", "EXIT STATUS", "ENVIRONMENT", "FILES", "SAFETY", "EXAMPLES", "SEE ALSO"];

/// Every command by its words; none for the program.
fn commands() -> Vec<Vec<String>> {
    fn below(command: &clap::Command, words: &[String], found: &mut Vec<Vec<String>>) {
        found.push(words.to_vec());
        for subcommand in command.get_subcommands() {
            below(subcommand, &[words, &[subcommand.get_name().to_owned()]].concat(), found);
        }
    }
    let mut command = Cli::command();
    command.build();
    let mut found = Vec::new();
    below(&command, &[], &mut found);
    assert!(found.len() >= 20, "{found:?}");
    found
}

fn page(words: &[String]) -> String {
    let words: Vec<&str> = ["man"].into_iter().chain(words.iter().map(String::as_str)).collect();
    let answer = ask(&words);
    assert_eq!((answer.exit, answer.err.as_str()), (Exit::Answered, ""), "{words:?}");
    answer.out
}

fn page_of(command: &str) -> String {
    page(&command.split_whitespace().map(str::to_owned).collect::<Vec<_>>())
}

/// The lines of a section.
fn section<'p>(page: &'p str, title: &str) -> Vec<&'p str> {
    let heading = |line: &str| line.strip_prefix(".SH ").map(|title| title.trim_matches('"').to_owned());
    let after = page.lines().skip_while(|line| heading(line).as_deref() != Some(title)).skip(1);
    after.take_while(|line| heading(line).is_none()).collect()
}

/// The terms of a section, which stand alone in bold.
fn terms(page: &str, title: &str) -> Vec<String> {
    let lines = section(page, title);
    let term = |line: &str| line.strip_prefix("\\fB")?.strip_suffix("\\fR").map(str::to_owned);
    let named = lines.iter().filter_map(|line| term(line));
    named.flat_map(|term| term.split(", ").map(str::to_owned).collect::<Vec<_>>()).collect()
}

#[test]
fn every_command_has_a_page_with_every_section() {
    for words in commands() {
        let page = page(&words);
        let name = [&["sciatica".to_owned()], words.as_slice()].concat().join("-");
        assert!(page.contains(&format!("\n.TH {} 1 20", name.to_uppercase())), "{name}");
        assert!(section(&page, "NAME")[0].starts_with(&format!("{} \\- ", name.replace('-', "\\-"))), "{name}");
        for title in SECTIONS {
            assert!(!section(&page, title).is_empty(), "{name} has no {title}");
        }
        assert!(page.is_ascii(), "{name}");
        let examples = section(&page, "EXAMPLES").iter().filter(|line| line.contains("\\fBsciatica")).count();
        assert_eq!(examples, 3, "{name}");
        let others = section(&page, "SEE ALSO");
        let is_near =
            |other: &&Vec<String>| **other != words && (other.starts_with(&words) || words.starts_with(other));
        assert_eq!(others.len(), commands().iter().filter(is_near).count(), "{name}: {others:?}");
        assert!(!others.iter().any(|line| line.starts_with(&format!(".BR {} ", name.replace('-', "\\-")))), "{name}");
    }
    assert_eq!(page_of("catalogue-check"), page_of("catalogue check"));
}

#[test]
fn the_exit_codes_stand_on_the_pages_of_the_commands_that_end_so() {
    let codes = |command| terms(&page_of(command), "EXIT STATUS");
    let all = ["0", "1", "2", "3", "129", "130", "131", "143"];
    assert_eq!(codes(""), all);
    assert_eq!(codes("session"), all);
    for words in commands().iter().filter(|words| words.len() == 1 && words[0] != "session") {
        let takes_with = ask(&[words[0].as_str(), "-h"]).out.contains("--with ");
        let stops = takes_with || words[0] == "check";
        assert_eq!(codes(&words[0]), all[..if stops { 4 } else { 3 }], "{words:?}");
    }
}

#[test]
fn every_variable_that_is_read_is_on_the_page() {
    // The one is of the tests, and read by no release.
    const OF_TESTS: &str = "SCIATICA_TEST_PANIC";
    let source = repository("src");
    let mut read = BTreeSet::from(["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE"].map(str::to_owned));
    for path in files_below(&source).iter().filter(|path| Path::new(path).extension().is_some_and(|it| it == "rs")) {
        let text = fs::read_to_string(source.join(path)).unwrap();
        let of_the_world = ["main.rs", "world/surroundings.rs", "error/program.rs"].contains(&path.as_str())
            || ["device/", "store/"].iter().any(|folder| path.starts_with(folder));
        let lines = text.lines().filter(|line| !line.trim_start().starts_with("//"));
        for line in lines.filter(|line| of_the_world || line.contains("variable)(") || line.contains(".text(\"")) {
            let literals = line.split('"').skip(1).step_by(2);
            let is_name = |it: &&str| it.len() > 3 && it.chars().all(|c| c.is_ascii_uppercase() || c == '_');
            read.extend(literals.filter(is_name).map(str::to_owned));
        }
    }
    assert!(read.remove(OF_TESTS) && read.contains("SCIATICA_PLAIN") && read.contains("LC_CTYPE"), "{read:?}");
    let told: BTreeSet<String> = terms(&page_of(""), "ENVIRONMENT").into_iter().collect();
    assert_eq!(told, read);
    for words in commands() {
        let told: BTreeSet<String> = terms(&page(&words), "ENVIRONMENT").into_iter().collect();
        let speaks = words.is_empty() || words == ["session"];
        for of_sessions in ["SCIATICA_SPEAK", "SCIATICA_STILL"] {
            assert_eq!(told.contains(of_sessions), speaks, "{words:?}");
        }
        let unsaid: Vec<&String> = read.iter().filter(|name| !told.contains(*name)).collect();
        // Only commands that answer for a reader read a profile, and only they and lists take additions.
        let may_be_unsaid = [
            "SCIATICA_SPEAK",
            "SCIATICA_STILL",
            "SCIATICA_CATALOGUE",
            "SCIATICA_ADD_CATALOGUE",
            "SCIATICA_PAGER",
            "PAGER",
            "LESS",
            "XDG_CONFIG_HOME",
            "XDG_RUNTIME_DIR",
            "HOME",
            "APPDATA",
        ];
        assert!(unsaid.iter().all(|name| may_be_unsaid.contains(&name.as_str())), "{words:?}: {unsaid:?}");
        let help = run(&[words.iter().map(String::as_str).collect(), vec!["--help"]].concat()).out;
        assert_eq!(told.contains("SCIATICA_ADD_CATALOGUE"), words.is_empty() || help.contains("--add-catalogue"));
        let keeps = words.is_empty() || words[0] == "profile" || help.contains("--no-profile");
        assert_eq!(told.contains("XDG_CONFIG_HOME"), keeps, "{words:?}");
    }
}

#[test]
fn every_page_says_when_to_get_help_in_the_words_of_its_catalogue() {
    for words in commands() {
        let said = section(&page(&words), "SAFETY").join("\n");
        for part in ["not a diagnosis", "numb between the legs", "a calf or thigh is swollen", "withh", "\\-\\-with"] {
            assert!(said.contains(part), "{words:?}: {part}: {said}");
        }
    }
    let answer = ask(&["man", "show", "--catalogue", FIXTURE]);
    assert_eq!(answer.err, format!("From {FIXTURE}, which is not the bundled guide.\n"));
    let scratch = Scratch::copy_of(FIXTURE);
    let manifest = scratch.path().join("catalogue.json");
    let text = fs::read_to_string(&manifest).unwrap();
    let changed = text.replace("\"notice\": \"", "\"notice\": \"Été \\\\fBnow. ");
    scratch.write("catalogue.json", changed.as_bytes());
    let said = section(&ask(&["man", "--catalogue", scratch.argument()]).out, "SAFETY").join("\n");
    assert!(said.starts_with("\\[u00C9]t\\[u00E9] \\\\fBnow. "), "{said}");
}

#[test]
fn no_page_promises() {
    // The heading that is asked for.
    for words in commands() {
        for line in page(&words).lines().filter(|line| *line != ".SH SAFETY") {
            let found = crate::text::promise(line);
            assert_eq!(found, None, "{words:?}: {line}");
        }
    }
}

#[test]
fn the_locale_changes_no_page() {
    for command in ["show", "completions"] {
        let plain = ask_in(&[("LANG", "C")], &["man", command]);
        assert_eq!(plain.out, page_of(command));
    }
}

#[test]
fn every_page_is_written_and_none_over_another() {
    let scratch = Scratch::new();
    let at = |words: &[&str]| {
        let output = program().current_dir(scratch.path()).arg("man").args(words).output().unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
    };
    let missing = at(&["--dir", "no folder/yet"]);
    let wrote = format!("Wrote {} pages into no folder/yet\n", commands().len());
    assert_eq!(missing, (0, String::new(), wrote));
    assert_eq!(files_below(&scratch.path().join("no folder/yet")).len(), commands().len());
    fs::remove_dir_all(scratch.path().join("no folder")).unwrap();
    let told = (0, String::new(), format!("Wrote {} pages into .\n", commands().len()));
    assert_eq!(at(&["--dir", "."]), told);
    let names: BTreeSet<String> = files_below(scratch.path()).into_iter().collect();
    assert_eq!(names.len(), commands().len());
    for words in commands() {
        let name = [&["sciatica".to_owned()], words.as_slice()].concat().join("-") + ".1";
        assert_eq!(fs::read_to_string(scratch.path().join(&name)).unwrap(), page(&words), "{name}");
    }
    scratch.write("sciatica.1", b"mine");
    let (exit, out, err) = at(&["--dir", "."]);
    assert_eq!((exit, out.as_str()), (1, ""));
    assert!(err.contains("sciatica.1\" is there already") && err.contains("--force"), "{err}");
    assert_eq!(fs::read(scratch.path().join("sciatica.1")).unwrap(), b"mine");
    assert_eq!(at(&["--dir", ".", "--force"]), told);
    assert_eq!(fs::read_to_string(scratch.path().join("sciatica.1")).unwrap(), page(&[]));
}

#[test]
fn what_is_no_page_is_an_error() {
    let unknown = ask(&["man", "xylophone"]);
    assert_eq!((unknown.exit, unknown.out.as_str()), (Exit::Usage, ""));
    assert!(
        unknown.err.starts_with("error: no command is called \"xylophone\"\n  use one of: now, check, "),
        "{}",
        unknown.err
    );
    assert!(unknown.err.contains(", catalogue check, "), "{}", unknown.err);
    let json = ask(&["man", "--format", "json"]);
    let said = "error: a page of the manual is text, and nothing else\n  leave out --format\n";
    assert_eq!((json.exit, json.out.as_str(), json.err.as_str()), (Exit::Usage, "", said));
    assert_eq!(run(&["man", "show", "--dir", "."]).exit, 2);
    assert_eq!(run(&["man", "--force"]).exit, 2);
    let colored = run(&["man", "show", "--color", "always"]);
    assert!(!colored.out.contains('\u{1b}'), "{}", colored.out);
}

/// With the formatter of most systems, where it is installed, at two widths.
#[test]
fn groff_has_nothing_to_remark() {
    const DEVICES: [&[&str]; 4] = [&["-Tutf8", "-rLL=40n"], &["-Tutf8", "-rLL=80n"], &["-Tascii"], &["-Tps"]];
    for (place, words) in commands().into_iter().enumerate() {
        let page = page(&words);
        // The first holds most; of the others each is formatted for one device in turn.
        for arguments in DEVICES.into_iter().skip(place % 4).take(if place == 0 { 4 } else { 1 }) {
            let mut command = Command::new("groff");
            command
                .args(["-ww", "-man"])
                .args(arguments)
                .stdin(Stdio::piped())
                .stdout(Stdio::piped())
                .stderr(Stdio::piped());
            let mut process = match command.spawn() {
                Err(error) if error.kind() == ErrorKind::NotFound => {
                    let _ = writeln!(std::io::stderr(), "left out: groff is not installed");
                    return;
                }
                process => process.unwrap(),
            };
            process.stdin.take().unwrap().write_all(page.as_bytes()).unwrap();
            let output = process.wait_with_output().unwrap();
            assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{words:?} {arguments:?}");
        }
    }
}
