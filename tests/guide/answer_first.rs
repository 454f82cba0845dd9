//! What to do stands before why: the personal page, cards, lists and help on a screen of 24 rows, and nothing that is to be
//! typed is broken.

use std::collections::BTreeSet;

use clap::CommandFactory;
use sciatica::commands::Cli;
use sciatica::error::Exit;

use crate::support::{Answer, ask, documents};

/// An answer in the form of a terminal of so many columns.
fn at(width: &str, question: &[&str]) -> Answer {
    ask(&[question, &["--width", width]].concat())
}

/// An answer of which nothing is wrapped.
fn unwrapped(question: &[&str]) -> String {
    ask(&[question, &["--plain"]].concat()).out
}

fn lines(answer: &Answer) -> usize {
    answer.out.lines().count()
}

fn ids(folder: &str) -> Vec<String> {
    let of = |path: &str| path.strip_prefix(folder)?.strip_suffix(".json").map(str::to_owned);
    documents("data").iter().filter_map(|(path, _)| of(path)).collect()
}

// The personal page

#[test]
fn the_personal_page_says_first_what_may_be_done_today() {
    let page = at("80", &["precautions", "--pregnant"]).out;
    let first: Vec<&str> = page.lines().take(24).collect();
    assert!(first[0].starts_with("What you may do today"), "{page}");
    let place =
        |word: &str| first.iter().position(|line| line.starts_with(word)).unwrap_or_else(|| panic!("{word}: {page}"));
    let places = ["OPEN ", "WITH LIMITS ", "ASK FIRST ", "AVOID "].map(place);
    assert!(places.is_sorted(), "{page}");
    assert!(first.join(" ").contains("--cleared pregnancy"), "{page}");
    let (_, watch) = page.split_once("What to watch for").expect("what to watch for");
    assert!(watch.contains("Get help now if") && watch.contains("sciatica precautions --full"), "{page}");
}

#[test]
fn the_personal_page_fits_two_screens_however_many_precautions_it_is_about() {
    for (with, most) in [
        ("pregnancy", 40),
        ("pregnancy,blood-thinners", 45),
        ("apixaban,osteoporosis", 40),
        ("numb-skin,diabetic-feet", 40),
    ] {
        let page = at("80", &["precautions", "--with", with]);
        assert!(lines(&page) <= most, "{with}: {} lines:\n{}", lines(&page), page.out);
    }
}

#[test]
fn no_question_to_a_doctor_stands_twice() {
    for id in ids("precautions/") {
        for with in [id.clone(), format!("{id},pregnancy"), format!("{id},blood-thinners,osteoporosis")] {
            let page = unwrapped(&["precautions", "--with", &with]);
            let asked: Vec<&str> =
                page.lines().filter_map(|line| line.split_once("why: Ask your ")).map(|it| it.1).collect();
            let once: BTreeSet<&&str> = asked.iter().collect();
            assert_eq!(asked.len(), once.len(), "{with}: {page}");
            assert!(asked.len() <= with.split(',').count() + 3, "{with} asks {} times: {page}", asked.len());
        }
    }
}

#[test]
fn every_entry_stands_once_on_the_personal_page_and_where_screening_puts_it() {
    for with in ["pregnancy", "blood-thinners,osteoporosis", "numb-skin", "wheelchair"] {
        let page = unwrapped(&["precautions", "--with", with]);
        for entry in ask(&["precautions", "--with", with, "--format", "json"]).data() {
            let (kind, level) = (entry["kind"].as_str().unwrap(), entry["level"].as_str());
            if kind == "precaution" {
                continue;
            }
            let name = entry["code"].as_str().or_else(|| entry["title"].as_str()).unwrap();
            let name = name.split(" (").next().unwrap();
            let word = match (level, entry["withheld"] == true) {
                (None, _) => "OPEN",
                (Some("adapt"), true) => "NO WAY LEFT",
                (Some("adapt"), false) => "WITH LIMITS",
                (Some("ask"), _) => "ASK FIRST",
                (Some(_), _) => "AVOID",
            };
            let line = page
                .lines()
                .find(|line| line.starts_with(&format!("{word}: ")))
                .unwrap_or_else(|| panic!("{word}: {page}"));
            assert!(line.contains(name), "{with}: {name} is not under {word}: {page}");
        }
    }
}

#[test]
fn the_rest_of_the_personal_page_is_there_in_full() {
    let full = at("80", &["precautions", "--with", "pregnancy", "--full", "--sources"]).out;
    assert!(full.contains("To know: Pregnancy") && full.contains("Do not massage, roll or knead your legs"), "{full}");
    assert!(full.contains("Sources\n") && full.contains("https://"), "{full}");
}

// Cards

#[test]
fn a_card_of_a_point_is_at_most_36_lines() {
    for code in ids("points/") {
        let card = at("80", &["show", &code]);
        assert!(lines(&card) <= 36, "{code}: {} lines:\n{}", lines(&card), card.out);
    }
}

#[test]
fn a_card_says_in_order_the_level_the_signs_who_must_not_and_how() {
    let card = at("80", &["show", "ST36", "--cleared", "pregnancy"]).out;
    let parts =
        ["ST36", "ASK FIRST (pregnant)", "Get help now if", "Avoid if", "Find it", "Press it", "Stop if", "Evidence"];
    let places = parts.map(|part| card.find(part).unwrap_or_else(|| panic!("{part}: {card}")));
    assert!(places.is_sorted(), "{places:?}: {card}");
}

#[test]
fn that_nothing_was_declared_is_one_line_at_the_end() {
    for question in [&["show", "GB30"][..], &["show", "walking"], &["show", "thumb"], &["routine", "desk"], &["map"]] {
        let card = at("80", question).out;
        assert!(card.trim_end().lines().last().unwrap().starts_with("Nothing declared."), "{question:?}: {card}");
        assert_eq!(card.matches("declared").count(), 1, "{question:?}: {card}");
        let told = at("80", &[question, &["--with", "none"]].concat()).out;
        assert!(!told.contains("Nothing declared"), "{question:?}: {told}");
    }
}

#[test]
fn a_length_in_cun_is_told_in_fingers_and_centimetres() {
    for code in ids("points/") {
        let card = unwrapped(&["show", &code, "--full", "--with", "none"]);
        let (_, how) = card.split_once("Find it").expect("how it is found");
        let (how, _) = how.split_once("The place in the standard").expect("the standard");
        for (at, _) in how.match_indices(" cun") {
            let behind = &how[at + 4..];
            assert!(
                behind.starts_with(", about ") && behind[..20].contains("cm)"),
                "{code}: {}",
                &how[at - 20..at + 24]
            );
        }
    }
    let cited = unwrapped(&["show", "BL23", "--sources"]);
    assert!(cited.contains("Casey 2020"), "{cited}");
}

// What is to be typed

/// The commands that stand in an answer, each to its end.
fn commands_in(answer: &str) -> BTreeSet<String> {
    let names: Vec<String> = Cli::command().get_subcommands().map(|it| it.get_name().to_owned()).collect();
    let mut found = BTreeSet::new();
    for part in answer.lines().flat_map(|line| line.split(", ")) {
        let Some(at) = part.find("sciatica ") else { continue };
        let command = part[at..].split(": ").next().unwrap_or_default().trim_end_matches(['.', ':', ')']);
        if command.split(' ').nth(1).is_some_and(|second| names.iter().any(|name| name == second)) {
            found.insert(command.to_owned());
        }
    }
    found
}

#[test]
fn no_command_is_broken_across_lines() {
    let everything = ["points/", "stretches/", "techniques/", "precautions/", "red-flags/"];
    let named = everything.iter().flat_map(|folder| ids(folder)).map(|id| vec!["show".to_owned(), id]);
    let more = [
        &["now"][..],
        &["points"],
        &["stretches"],
        &["techniques"],
        &["precautions"],
        &["red-flags"],
        &["learn"],
        &["search", "sitting"],
        &["search", "numb", "--all"],
        &["routine", "desk"],
        &["precautions", "GB30"],
        &["precautions", "--full"],
        &["check", "--answers", "numb-skin"],
        &["profile"],
    ];
    let more = more.iter().map(|words| words.iter().map(|&word| word.to_owned()).collect());
    for (place, question) in named.chain(more).enumerate() {
        let mut question: Vec<&str> = question.iter().map(String::as_str).collect();
        if !matches!(question[0], "red-flags" | "check" | "profile") && place % 2 == 0 {
            question.extend(["--with", "pregnancy,blood-thinners"]);
        }
        let commands = commands_in(&unwrapped(&question));
        for width in ["40", "60", "80", "120"] {
            let out = at(width, &question).out;
            for command in &commands {
                assert!(
                    out.lines().any(|line| line.contains(command)),
                    "{question:?} at {width}: {command:?} in\n{out}"
                );
            }
        }
    }
}

#[test]
fn no_id_is_broken_across_lines() {
    for question in [
        &["points"][..],
        &["stretches"],
        &["techniques"],
        &["precautions"],
        &["red-flags"],
        &["learn"],
        &["sources"],
        &["search", "sitting", "--all"],
        &["search", "leg", "pain", "--all"],
        &["stretches", "--with", "spinal-stenosis"],
    ] {
        let data = ask(&[question, &["--format", "json"]].concat()).data();
        assert!(!data.is_empty(), "{question:?}");
        for width in ["40", "60", "80", "120"] {
            let out = at(width, question).out;
            for entry in &data {
                let id = entry["code"].as_str().or_else(|| entry["id"].as_str()).unwrap();
                assert!(out.lines().any(|line| line.contains(id)), "{question:?} at {width}: {id:?} in\n{out}");
            }
        }
    }
}

// Lists

#[test]
fn signs_stand_under_how_fast_to_get_help_each_heading_once() {
    let list = at("80", &["red-flags"]).out;
    let places = ["GET HELP NOW", "GET HELP TODAY", "BOOK AN APPOINTMENT"].map(|heading| {
        assert_eq!(list.matches(heading).count(), 1, "{heading}: {list}");
        list.find(heading).unwrap()
    });
    assert!(places.is_sorted(), "{list}");
    assert!(list.lines().take(2).all(|line| line.starts_with("sciatica ")), "{list}");
}

#[test]
fn pages_stand_under_what_a_reader_wants() {
    let list = at("80", &["learn"]).out;
    let headings = [
        "\nWhat it is\n",
        "\nWhat helps\n",
        "\nDaily life\n",
        "\nMedicines and care\n",
        "\nWhen to get help\n",
        "\nAbout this guide\n",
    ];
    let places = headings.map(|heading| list.find(heading).unwrap_or_else(|| panic!("{heading}: {list}")));
    assert!(places.is_sorted(), "{list}");
}

#[test]
fn stretches_stand_under_what_is_needed_and_for_a_reader_with_limits_under_their_level() {
    let list = at("80", &["stretches"]).out;
    let places = ["\nStanding\n", "\nA chair\n", "\nA bed or mat\n"].map(|it| list.find(it).expect("a heading"));
    assert!(places.is_sorted(), "{list}");
    let mine = at("80", &["stretches", "--with", "spinal-stenosis"]).out;
    let places = ["OPEN\n", "\nWITH LIMITS\n", "\nAVOID\n"].map(|it| mine.find(it).expect("a heading"));
    assert!(places.is_sorted() && mine.matches("AVOID").count() == 1, "{mine}");
    let hands = at("80", &["techniques"]).out;
    assert!(hands.starts_with("Your hands\n") && hands.contains("\nSomebody to help\n"), "{hands}");
}

#[test]
fn a_search_is_short_on_a_terminal_and_marks_what_matches() {
    let short = at("80", &["search", "sitting"]).out;
    assert!(short.lines().count() <= 24 && short.contains("more: the same with --all"), "{short}");
    let all = at("80", &["search", "sitting", "--all"]).out;
    let found = ask(&["search", "sitting", "--all", "--format", "json"]).data().len();
    assert!(!all.contains("--all") && found > 20, "{found}: {all}");
    assert_eq!(ask(&["search", "sitting", "--format", "json"]).data().len(), 20);
    let painted = ask(&["search", "sitting", "--width", "80", "--color", "always"]).out;
    assert!(!painted.contains('\u{1b}'), "a test world has no colour: {painted}");
}

// Help and the front door

#[test]
fn the_first_help_is_one_screen_and_names_every_command_in_its_group() {
    let help = ask(&["-h"]);
    assert!(lines(&help) <= 24 && help.out.lines().all(|line| line.chars().count() <= 80), "{}", help.out);
    for command in Cli::command().get_subcommands() {
        let is_named = |line: &str| line.split_whitespace().take(3).any(|word| word == command.get_name());
        assert!(help.out.lines().any(is_named), "{}: {}", command.get_name(), help.out);
    }
    for group in ["Now ", "Look up ", "Do ", "About you ", "Tools "] {
        assert!(help.out.lines().any(|line| line.starts_with(group)), "{group}: {}", help.out);
    }
}

#[test]
fn help_is_a_word_too() {
    assert_eq!(ask(&["help"]).out, ask(&["--help"]).out);
    for command in Cli::command().get_subcommands() {
        let name = command.get_name();
        let (word, option) = (ask(&["help", name]), ask(&[name, "--help"]));
        assert_eq!((word.exit, word.out.contains(&format!("sciatica {name}"))), (Exit::Answered, true), "{name}");
        assert!(option.out.lines().all(|line| line.starts_with("Usage") || word.out.contains(line.trim())), "{name}");
    }
    for (topic, says) in [
        ("levels", &["OPEN", "WITH LIMITS", "ASK FIRST", "AVOID", "NO WAY LEFT", "GET HELP NOW"][..]),
        ("exit-codes", &["0 ", "1 ", "2 ", "3 ", "131 Ctrl-\\"]),
        ("privacy", &["Network", "profile clear"]),
    ] {
        let page = ask(&["help", topic]);
        assert_eq!(page.exit, Exit::Answered, "{topic}");
        assert!(says.iter().all(|it| page.out.contains(it)), "{topic}: {}", page.out);
    }
    let wrong = ask(&["help", "moon"]);
    assert!(wrong.exit == Exit::Usage && wrong.err.contains("levels"), "{}", wrong.err);
}

#[test]
fn an_option_that_changes_nothing_is_not_offered() {
    for (command, options) in [
        ("points", &["--sources"][..]),
        ("red-flags", &["--sources"]),
        ("completions", &["--format", "--width", "--plain", "--sources", "--no-pager"]),
        ("man", &["--format", "--width", "--plain", "--sources", "--no-pager"]),
        ("handout", &["--format", "--sources", "--no-pager"]),
        ("check", &["--no-pager"]),
    ] {
        let help = ask(&[command, "--help"]).out;
        for option in options {
            assert!(!help.contains(&format!(" {option}")), "{command} offers {option}");
        }
    }
    for command in ["show", "points", "learn", "sources"] {
        assert!(ask(&[command, "--help"]).out.contains("--no-pager"), "{command}");
    }
}

#[test]
fn a_slip_gets_the_whole_line_that_was_meant() {
    for (typed, line) in [
        (&["shwo", "GB30"][..], "sciatica show GB30"),
        (&["SHOW", "GB30", "--pregant"], "sciatica show GB30 --pregnant"),
        (&["ls"], "sciatica points"),
        (&["list", "--region", "leg"], "sciatica points --region leg"),
        (&["points", "--wid", "70"], "sciatica points --width 70"),
        (&["--plian"], "sciatica --plain"),
        (&["--plain", "show", "GB30"], "sciatica show GB30 --plain"),
        (&["stretches", "--position", "standng"], "sciatica stretches --position standing"),
        (&["my", "leg", "hurts", "sitting"], "sciatica search my leg hurts sitting"),
        (&["huantiao"], "sciatica show huantiao"),
    ] {
        let answer = ask(typed);
        assert_eq!((answer.exit, answer.out.as_str()), (Exit::Usage, ""), "{typed:?}");
        assert!(answer.err.contains(&format!("  did you mean: {line}\n")), "{typed:?}: {}", answer.err);
        assert!(answer.err.lines().last().unwrap().starts_with("  see: sciatica"), "{typed:?}: {}", answer.err);
    }
}

#[test]
fn several_words_that_hold_a_sign_show_it() {
    for words in [&["wet", "myself"][..], &["i", "have", "saddle", "numbness"]] {
        let answer = ask(words);
        assert_eq!(answer.exit, Exit::Stopped, "{words:?}: {}", answer.err);
        assert!(answer.out.contains("GET HELP NOW"), "{words:?}: {}", answer.out);
    }
}

#[test]
fn no_message_of_the_parser_is_left() {
    for typed in [
        &["routine", "--minutes", "0"][..],
        &["routine", "--minutes", "five"],
        &["points", "--width", "wide"],
        &["show"],
        &["show", "GB30", "--format"],
        &["show", "GB30", "--format", "xml"],
        &["show", "GB30", "--figure", "--no-figure"],
        &["now", "foo"],
        &["handout", "GB30", "--force"],
        &["profile", "set"],
        &["points", "--pregnant=99"],
        &["session", "--tools", "rope"],
    ] {
        let told = ask(typed).err;
        for words in ["For more information", "invalid value", "Usage:", "tip:", "required arguments", "unexpected"] {
            assert!(!told.contains(words), "{typed:?}: {told}");
        }
    }
}

#[test]
fn minutes_and_places_are_taken_in_everyday_words() {
    for minutes in ["5", "5m", "5min", "5 minutes"] {
        let routine = ask(&["routine", "--minutes", minutes, "--format", "json"]);
        assert_eq!(routine.data()[0]["asked_seconds"], 300, "{minutes}: {}", routine.err);
    }
    for (word, code) in
        [("bum", "GB30"), ("calf", "BL57"), ("back of the knee", "BL40"), ("Sole", "KD1"), ("heel", "BL60")]
    {
        let points = ask(&["points", "--region", word]);
        assert!(points.out.contains(code), "{word}: {} {}", points.out, points.err);
    }
    assert_eq!(ask(&["routine", "--place", "office"]).exit, Exit::Answered);
    assert_eq!(ask(&["stretches", "--region", "bum"]).out, ask(&["stretches", "--region", "hip"]).out);
}

#[test]
fn a_page_that_is_not_there_leads_to_pages() {
    let answer = ask(&["learn", "sl"]);
    assert_eq!(answer.exit, Exit::Failed);
    assert!(answer.err.contains("sleep-positions") && answer.err.contains("see: sciatica learn"), "{}", answer.err);
    let alike = ask(&["show", "piriformis"]).out;
    assert!(alike.contains("Named like it: ") && alike.contains("sciatica show figure-four-seated"), "{alike}");
}

// Nothing that a reader told is lost on the way to the next command

#[test]
fn the_command_to_go_on_with_carries_what_was_declared() {
    for question in [
        &["search", "GB30", "--pregnant"][..],
        &["show", "hamstring", "--pregnant"],
        &["show", "B54", "--pregnant"],
        &["show", "juliao", "--with", "pregnancy"],
        &["learn", "GB30", "--with=pregnancy"],
        &["show", "--with", "pregnancy"],
        &["show", "piriformis", "--pregnant"],
        &["stretches", "--pregnant"],
        &["points", "--pregnant"],
    ] {
        let answer = at("80", question);
        let told = answer.out + &answer.err;
        // A page may tell an example of its own.
        let is_ours = |line: &&str| {
            let is_example = line.contains("--with blood-thinners");
            line.contains("sciatica show ") && !is_example && !line.starts_with("error: ") && !line.contains("--help")
        };
        let shown: Vec<&str> = told.lines().filter(is_ours).collect();
        assert!(!shown.is_empty(), "{question:?}: {told}");
        for line in shown {
            assert!(line.contains("pregnan"), "{question:?}: {line}");
        }
    }
}

#[test]
fn a_precaution_among_other_words_is_offered() {
    for (words, id) in [
        ("pregnant woman", "pregnancy"),
        ("I am pregnant", "pregnancy"),
        ("on warfarin", "blood-thinners"),
        ("taking apixaban daily", "blood-thinners"),
    ] {
        let answer = ask(&["show", "GB30", "--with", words]);
        assert_eq!((answer.exit, answer.out.as_str()), (Exit::Usage, ""), "{words}");
        assert!(answer.err.contains(&format!("did you mean --with {id}?")), "{words}: {}", answer.err);
        assert!(!answer.err.contains("no rules"), "{words}: {}", answer.err);
    }
    let slip = ask(&["show", "BL60", "blood", "thiners"]);
    assert!(slip.exit == Exit::Usage && slip.out.is_empty() && slip.err.contains("blood-thinners"), "{}", slip.err);
}

#[test]
fn no_line_that_is_offered_shows_more_than_what_was_typed() {
    for typed in [
        &["show", "BL60", "--profile"][..],
        &["show", "BL60", "--prenatal"],
        &["show", "GB30", "--cleared", "--pregnant"],
        &["show", "BL60", "--no"],
        &["show", "BL60", "-"],
    ] {
        let answer = ask(typed);
        assert_eq!((answer.exit, answer.out.as_str()), (Exit::Usage, ""), "{typed:?}");
        for offered in ["--no-profile", "--cleared=", "BL60 prenatal", "did you mean: sciatica show BL60\n"] {
            assert!(!answer.err.contains(offered), "{typed:?}: {}", answer.err);
        }
    }
}

#[test]
fn the_nearest_command_is_the_nearest() {
    for (typed, meant) in [
        ("precaution", "precautions"),
        ("precautsions", "precautions"),
        ("point", "points"),
        ("technique", "techniques"),
        ("stretchs", "stretches"),
        ("rouitne", "routine"),
        ("routines", "routine"),
    ] {
        let answer = ask(&[typed, "--with", "pregnancy"]);
        let line = format!("  did you mean: sciatica {meant} --with pregnancy\n");
        assert!(answer.err.contains(&line), "{typed}: {}", answer.err);
    }
    assert!(ask(&["searh", "knee"]).err.contains("sciatica search knee\n"));
    assert!(ask(&["red", "flags"]).err.contains("sciatica red-flags\n"));
    assert!(ask(&["profile", "set", "--with", "pregnancy"]).err.contains("sciatica profile set pregnancy\n"));
}

#[test]
fn a_week_apart_from_its_option_is_no_word_to_search_for() {
    for question in [&["search", "sitting"][..], &["learn", "causes"], &["precautions", "GB30"]] {
        let answer = ask(&[question, &["--pregnant", "20"]].concat());
        assert_eq!((answer.exit, answer.out.as_str()), (Exit::Usage, ""), "{question:?}");
        assert!(answer.err.contains("--pregnant=20"), "{question:?}: {}", answer.err);
    }
}

#[test]
fn the_card_of_a_precaution_calls_nothing_open_that_another_closes() {
    let alone = unwrapped(&["show", "varicose-veins"]);
    let open = |card: &str| card.lines().find(|line| line.starts_with("OPEN: ")).expect("what is open").to_owned();
    assert!(open(&alone).contains("BL23") && alone.contains("If so, add: --with varicose-veins"), "{alone}");
    for question in [&["show", "varicose-veins", "--pregnant"][..], &["precautions", "varicose-veins", "--pregnant"]] {
        let both = unwrapped(question);
        let page = unwrapped(&["precautions", "--with", "varicose-veins,pregnancy"]);
        assert_eq!(open(&both), open(&page), "{question:?}");
        assert!(both.contains("precautions varicose-veins --full --with pregnancy"), "{both}");
    }
}
