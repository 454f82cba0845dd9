//! Completions: what is offered at a place of a command line, whatever the shell, and that it fits what the program takes.

mod in_shells;
mod of_a_catalogue;

use std::collections::BTreeSet;

use clap::{Arg, Command, CommandFactory};
use sciatica::commands::Cli;
use sciatica::error::Exit;

use crate::support::{Answer, FIXTURE, ask, ask_in};

const SHELLS: [&str; 5] = ["bash", "elvish", "fish", "powershell", "zsh"];
const UTF_8: (&str, &str) = ("LANG", "C.UTF-8");
const BLADDER: [&str; 6] = ["BL23", "BL25", "BL40", "BL57", "BL60", "BL62"];

/// Arguments for which any text will do, or a folder or file; `*` stands for every subcommand.
const FREE: [(&str, &str); 14] = [
    ("*", "pregnant"),
    ("*", "catalogue"),
    ("*", "width"),
    ("search", "words"),
    ("handout", "file"),
    ("handout", "title"),
    ("handout", "reader_name"),
    ("handout", "clinic"),
    ("routine", "minutes"),
    ("session", "minutes"),
    ("man", "dir"),
    ("catalogue check", "directory"),
    ("catalogue export", "directory"),
    ("*", "add_catalogue"),
];

/// What the script of a shell is told when Tab is pressed in the last of these words.
fn asked_by(shell: &str, variables: &[(&str, &str)], words: &[&str]) -> Answer {
    let index = words.len().to_string();
    let asks = [UTF_8, ("SCIATICA_COMPLETE", shell), ("_CLAP_COMPLETE_INDEX", &index)];
    ask_in(&[variables, &asks].concat(), &[&["--", "sciatica"], words].concat())
}

/// What is offered at the end of a line, with what it stands for.
fn offered(line: &str) -> Vec<(String, String)> {
    let words: Vec<&str> = line.split(' ').collect();
    let answer = asked_by("fish", &[], &words);
    assert_eq!((answer.exit, answer.err.as_str()), (Exit::Answered, ""), "{line}");
    let parted =
        |line: &str| line.split_once('\t').map_or((line.to_owned(), String::new()), |(a, b)| (a.into(), b.into()));
    answer.out.lines().map(parted).collect()
}

fn names(line: &str) -> Vec<String> {
    offered(line).into_iter().map(|(name, _)| name).collect()
}

/// Every argument that takes a value, with the subcommand that has it.
fn taking_values(command: &Command) -> Vec<(String, Arg)> {
    let takes = |it: &&Arg| it.get_num_args().is_some_and(|count| count.takes_values());
    let words = command.get_bin_name().unwrap_or_default().trim_start_matches("sciatica").trim_start();
    let own = command.get_arguments().filter(takes).map(|it| (words.to_owned(), it.clone()));
    own.chain(command.get_subcommands().flat_map(taking_values)).collect()
}

/// Every place that takes a value, as a line that ends there, with the subcommand and the id of the argument.
fn places() -> Vec<(String, String, String)> {
    let mut command = Cli::command();
    command.build();
    let line = |(subcommand, argument): (String, Arg)| {
        let option = argument.get_long().map(|long| format!("--{long} ")).unwrap_or_default();
        (format!("{subcommand} {option}"), subcommand, argument.get_id().to_string())
    };
    taking_values(&command).into_iter().map(line).collect()
}

#[test]
fn whatever_takes_a_name_offers_names() {
    let places = places();
    assert!(places.len() > 100, "{}", places.len());
    for (line, subcommand, id) in places {
        let is_free = FREE.contains(&(subcommand.as_str(), id.as_str())) || FREE.contains(&("*", id.as_str()));
        // Where there is nothing else, options are offered.
        let offers_names = names(&line).iter().any(|name| !name.starts_with('-'));
        let takes_a_path = ["catalogue", "add_catalogue", "file", "dir", "directory"].contains(&id.as_str());
        // A value that may be left out may be followed by a name.
        let may_be_left_out = id == "pregnant";
        assert!(
            takes_a_path || may_be_left_out || offers_names != is_free,
            "{line} ({id}): offer its names in src/commands/completions/names.rs, or say here that it is free"
        );
    }
}

#[test]
fn whatever_is_offered_is_taken() {
    let mut seen = BTreeSet::new();
    for (line, subcommand, id) in places() {
        let names: Vec<String> = names(&line).into_iter().filter(|name| !name.starts_with('-')).collect();
        let words: Vec<&str> = line.split_whitespace().collect();
        // Each list of an option once: behind it, all subcommands read it in the same way.
        let option = words.iter().copied().find(|word| word.starts_with("--"));
        let is_free = FREE.contains(&(subcommand.as_str(), id.as_str())) || FREE.contains(&("*", id.as_str()));
        if is_free || !seen.insert((option.unwrap_or(&line).to_owned(), names.clone())) {
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
            assert!(!refused, "{line} {name}: {}", answer.err);
            assert!(answer.exit != Exit::Usage || refuses_the_form, "{line} {name}: {}", answer.err);
        }
    }
    assert!(seen.len() > 20, "{}", seen.len());
}

#[test]
fn names_come_with_what_they_stand_for_in_every_shell_that_shows_it() {
    for (shell, line) in [
        ("bash", "BL23\n"),
        ("zsh", "BL23:Kidney Transporter\n"),
        ("fish", "BL23\tKidney Transporter\n"),
        ("powershell", "BL23\tKidney Transporter\n"),
        ("elvish", "BL23\tKidney Transporter\n"),
    ] {
        let told = asked_by(shell, &[], &["show", "BL"]).out;
        assert!(told.starts_with(line), "{shell}: {told}");
        assert_eq!(told.lines().count(), BLADDER.len(), "{shell}: {told}");
    }
    for place in ["show", "map", "handout", "precautions", "show GB30"] {
        assert_eq!(names(&format!("{place} BL")), BLADDER, "{place}");
    }
}

#[test]
fn small_letters_find_names_in_the_order_of_the_guide() {
    let listed = ask(&["points", "--format", "json"]).data();
    let codes = listed.iter().filter_map(|point| point["code"].as_str()).filter(|code| code.starts_with("GB"));
    assert_eq!(names("show gb"), codes.collect::<Vec<_>>());
    assert_eq!(names("show GB30 --with PREG"), ["pregnancy"]);
    assert_eq!(names("points --position S"), ["sitting", "standing", "supine", "side-lying"]);
    assert_eq!(names("show GB30 bl2"), ["BL23", "BL25"]);
    assert_eq!(names("show BL"), BLADDER, "capitals leave out blood-thinners");
    // Elvish takes nothing that does not begin as it was typed; the program takes both.
    assert!(asked_by("elvish", &[], &["show", "gb3"]).out.starts_with("gb30\tJumping Circle\n"));
}

#[test]
fn other_names_are_offered_where_no_first_name_begins_so() {
    for (line, name, stands_for) in [
        ("show piri", "piriformis", "What causes sciatica (causes)"),
        ("show huant", "huantiao", "Jumping Circle (GB30)"),
        ("show 環", "環跳", "Jumping Circle (GB30)"),
        ("show Huán", "Huántiào", "Jumping Circle (GB30)"),
        ("map ub4", "ub40", " (BL40)"),
        ("show GB30 --with warf", "warfarin", "Blood thinners (blood-thinners)"),
        ("check --answers warf", "warfarin", "Blood thinners (blood-thinners)"),
        ("points --region glutes", "glutes", "buttock"),
        ("points --meridian urin", "urinary-bladder", "Bladder (bladder)"),
    ] {
        let found = offered(line);
        assert!(matches!(&found[..], [(one, is)] if one == name && is.ends_with(stands_for)), "{line}: {found:?}");
        let words: Vec<&str> = line.split(' ').collect();
        let (_, words) = words.split_last().unwrap();
        let answer = ask(&[words, &[name]].concat());
        assert!(answer.exit != Exit::Usage && !answer.err.contains("error"), "{line}: {}", answer.err);
    }
    assert_eq!(names("show GB30 --with preg"), ["pregnancy"], "not the alias pregnant beside it");
}

#[test]
fn nothing_is_offered_for_what_stands_in_a_description_or_fits_elsewhere() {
    assert_eq!(names("show pir"), ["piriformis"], "aspirin stands in the title of a precaution");
    assert_eq!(names("show GB30 --with saddle"), Vec::<String>::new());
    assert_eq!(names("show GB30 --with GB"), Vec::<String>::new());
    assert_eq!(names("learn pregn"), ["pregnancy-and-after-birth"]);
    assert_eq!(names("map piri"), Vec::<String>::new());
    assert_eq!(names("stretches --region l"), ["leg"]);
    assert_eq!(names("points --region l"), ["leg", "lower-back", "lower-leg"]);
    assert_eq!(names("points --width "), Vec::<String>::new());
    assert!(!names("show --cleared ").contains(&"none".to_owned()));
}

#[test]
fn a_list_between_commas_goes_on_with_what_it_does_not_hold() {
    for ahead in ["show GB30 --with ", "show GB30 --with=", "--with ", "--with=", "profile set "] {
        let offered = names(&format!("{ahead}pregnancy,frail,"));
        assert!(offered.len() > 20, "{ahead}: {offered:?}");
        for gone in ["pregnancy", "frail", "none"] {
            assert!(!offered.iter().any(|name| name.rsplit(',').next() == Some(gone)), "{ahead}: {gone}");
        }
        let whole = format!("{}pregnancy,frail,fracture", ahead.rsplit(' ').next().unwrap());
        assert!(offered.contains(&whole), "{ahead}: {offered:?}");
        assert!(names(ahead).iter().any(|name| name.ends_with("none")), "{ahead}");
        assert_eq!(names(&format!("{ahead}none,")), Vec::<String>::new(), "{ahead}");
    }
    assert!(!names("show GB30 --with pregnant,").contains(&"pregnant,pregnancy".to_owned()), "an alias of it is there");
    assert_eq!(names("routine --tools ball,ro"), ["ball,roller"]);
    assert!(!names("routine --tools ball,").contains(&"ball,ball".to_owned()));
    assert_eq!(names("show GB30,bl2"), ["GB30,BL23", "GB30,BL25"]);
}

#[test]
fn options_are_offered_behind_a_name_and_before_any_command() {
    for line in ["show GB30 --pl", "show --pl", "--pl", "--pregnant --pl", "now --pl", "learn sport --pl"] {
        assert_eq!(names(line), ["--plain"], "{line}");
    }
    assert!(names("--with ").contains(&"pregnancy".to_owned()) && !names("--with ").contains(&"show".to_owned()));
    assert_eq!(names("--with preg"), ["pregnancy"]);
    assert!(!names("--with pregnancy ").contains(&"show".to_owned()), "a command there is refused");
    assert_eq!(names("--ver"), ["--version"]);
    assert_eq!(names("ses"), ["session"]);
    // Only who types a dash asks for options where something else may stand.
    assert!(names("show ").iter().all(|name| !name.starts_with('-')));
    assert!(names("").iter().all(|name| !name.starts_with('-')));
    assert!(names("now ").contains(&"--with".to_owned()));
}

#[test]
fn bash_takes_lines_apart_at_the_sign_between_an_option_and_its_value() {
    let offers = |words: &[&str]| asked_by("bash", &[("_CLAP_IFS", " ")], words).out;
    for words in [&["show", "--with=preg"][..], &["show", "--full", "--with=preg"]] {
        assert_eq!(offers(words), "--with=pregnancy", "{words:?}");
    }
    assert_eq!(offers(&["show", "--with", "=", "preg"]), "pregnancy");
    assert_eq!(offers(&["show", "--with", "=", "frail,preg"]), "frail,pregnancy");
    assert_eq!(offers(&["--with", "=", "preg"]), "pregnancy");
    assert_eq!(offers(&["show", "--with", "=", "frail", "--format", "=", "js"]), "json");
    assert_eq!(offers(&["show", "--with", "=", "frail", "GB30", "--pl"]), "--plain");
    assert_eq!(offers(&["show", "--catalogue", "=", FIXTURE, "lv"]), "LV3");
    assert!(offers(&["show", "--with", ""]).starts_with("none "));
    assert!(offers(&["show", "--with", "="]).starts_with("none "));
}

#[test]
fn a_variable_that_is_set_by_chance_changes_no_answer() {
    let usual = ask(&["show", "GB30"]);
    let values = ["bash", "nonsense", "", "0", "1", "/bin/zsh"];
    for variable in ["SCIATICA_COMPLETE", "COMPLETE"] {
        for value in values {
            assert_eq!(ask_in(&[UTF_8, (variable, value)], &["show", "GB30"]), usual, "{variable}={value}");
            let bare = ask_in(&[UTF_8, (variable, value)], &[] as &[&str]);
            assert_eq!(bare, ask(&[] as &[&str]), "{variable}={value}");
        }
    }
    // Behind the dashes of a script a shell that is none is told what anybody is.
    let words = ["--", "sciatica", "show", "GB30"];
    assert_eq!(ask_in(&[UTF_8, ("SCIATICA_COMPLETE", "nonsense")], &words), ask(&words));
}

#[test]
fn lines_that_no_shell_would_send_are_no_error() {
    for (index, words) in
        [("99", &["show"][..]), ("0", &["show", "GB30"]), ("x", &["show", "BL2"]), ("1", &["", "", ""])]
    {
        for shell in SHELLS {
            let variables = [UTF_8, ("SCIATICA_COMPLETE", shell), ("_CLAP_COMPLETE_INDEX", index)];
            let answer = ask_in(&variables, &[&["--", "sciatica"], words].concat());
            assert_eq!((answer.exit, answer.err.as_str()), (Exit::Answered, ""), "{shell} {index} {words:?}");
        }
    }
}

#[test]
fn what_is_offered_is_ascii_without_utf8() {
    let told = |word| ask_in(&[("LANG", "C"), ("SCIATICA_COMPLETE", "fish")], &["--", "sciatica", "show", word]).out;
    for word in ["", "huant", "環", "Huán"] {
        assert!(told(word).is_ascii(), "{word}: {}", told(word));
    }
    assert!(told("huant").starts_with("huantiao\t"));
}

#[test]
fn a_script_names_the_program_and_not_where_it_was_built() {
    for shell in SHELLS {
        let answer = ask(&["completions", shell]);
        assert_eq!((answer.exit, answer.err.as_str()), (Exit::Answered, ""), "{shell}");
        assert!(
            answer.out.contains("SCIATICA_COMPLETE") && answer.out.replace('"', "").contains("sciatica -- "),
            "{shell}: {}",
            answer.out
        );
        assert!(!answer.out.contains("target") && !answer.out.contains("/sciatica"), "{shell}: {}", answer.out);
        assert!(answer.out.is_ascii() && answer.out.lines().count() < 80, "{shell}");
    }
    assert!(ask(&["completions", "zsh"]).out.starts_with("#compdef sciatica\n"), "zsh finds it by its first line");
    for form in ["json", "markdown"] {
        let answer = ask(&["completions", "bash", "--format", form]);
        let said = "error: a script for a shell is text, and nothing else\n  leave out --format\n";
        assert_eq!((answer.exit, answer.out.as_str(), answer.err.as_str()), (Exit::Usage, "", said));
    }
    assert_eq!(ask(&["completions", "tcsh"]).exit, Exit::Usage);
    assert_eq!(ask(&["completions"]).exit, Exit::Usage);
}
