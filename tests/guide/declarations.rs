//! What a reader says about themselves is never taken for anything else, however it is typed: a declaration is declared or
//! refused with the line that was meant, and a sign is that sign.

use std::collections::BTreeMap;

use sciatica::error::Exit;
use serde_json::Value;

use crate::support::{Answer, FIXTURE, Keeper, ask, ask_in, ask_keeping, documents, folder};

const UTF_8: [(&str, &str); 1] = [("LANG", "C.UTF-8")];

/// What looks like a dash, or stands before options elsewhere: every dash of Unicode, and what readers copy for one.
const DASHES: &str = "-/+\u{ad}\u{2d7}\u{58a}\u{5be}\u{6d4}\u{1400}\u{1806}\u{2010}\u{2011}\u{2012}\u{2013}\u{2014}\u{2015}\u{2043}\
    \u{2053}\u{207b}\u{208b}\u{2212}\u{2500}\u{2501}\u{2796}\u{2cba}\u{2e17}\u{2e1a}\u{2e3a}\u{2e3b}\u{2e40}\u{2e5d}\u{301c}\u{3030}\
    \u{30a0}\u{30fc}\u{3161}\u{fe31}\u{fe32}\u{fe58}\u{fe63}\u{ff0b}\u{ff0d}\u{ff0f}\u{ff70}\u{10ead}";

/// A question on each command that takes `--with`.
const COMMANDS: [&[&str]; 13] = [
    &["now"],
    &["points"],
    &["stretches"],
    &["techniques"],
    &["show", "BL60"],
    &["map", "BL60"],
    &["handout", "BL60"],
    &["search", "ankle"],
    &["learn", "evidence"],
    &["routine", "desk"],
    &["session", "evening"],
    &["precautions"],
    &["precautions", "BL60"],
];

/// Those on which a name stands for what is told how to do.
const OF_NAMES: [&[&str]; 7] = [
    &["show", "BL60"],
    &["show", "cat-cow"],
    &["show", "thumb"],
    &["map", "BL60"],
    &["handout", "BL60"],
    &["routine", "desk"],
    &["session", "evening"],
];

fn refused(question: &[&str]) -> String {
    let answer = ask(question);
    assert_eq!((answer.exit, answer.out.as_str()), (Exit::Usage, ""), "{question:?}: {}", answer.err);
    answer.err
}

/// The command line that is offered in the place of the one that was typed.
fn meant(question: &[&str]) -> String {
    let told = refused(question);
    let line = told.lines().find_map(|line| line.trim().strip_prefix("did you mean: "));
    line.unwrap_or_else(|| panic!("{question:?} is told no line:\n{told}")).to_owned()
}

/// Asks what a line says, typed as it stands.
fn ask_line(line: &str) -> Answer {
    let words = shell_words(line);
    ask(&words[1..])
}

fn shell_words(line: &str) -> Vec<String> {
    line.split(' ').map(|word| word.trim_matches('\'').to_owned()).collect()
}

/// Every name of a kind of entry, with the id to which it leads.
fn names(kind: &str) -> BTreeMap<String, String> {
    let mut names = BTreeMap::new();
    for (_, entry) in documents(&format!("data/{kind}")) {
        let id = entry["id"].as_str().expect("an id").to_owned();
        let aliases = entry["aliases"].as_array().expect("aliases").iter().filter_map(Value::as_str);
        for name in aliases.chain([id.as_str()]) {
            names.insert(name.to_owned(), id.clone());
        }
    }
    names
}

// A declaration is a declaration

#[test]
fn a_word_behind_any_dash_is_refused_with_the_line_that_was_meant() {
    for dash in DASHES.chars() {
        for dashes in [dash.to_string(), dash.to_string().repeat(2)] {
            for (before, after) in [("\u{201c}", "\u{201d}"), ("'", "'"), ("\u{200b}", "")] {
                let word = format!("{before}{dashes}pregnant{after}");
                assert_eq!(meant(&["show", "BL60", &word]), "sciatica show BL60 --pregnant", "{word:?}");
            }
            let word = format!("{dashes}pregnant");
            for command in COMMANDS.iter().filter(|_| word != "--pregnant") {
                let question = [command, &[word.as_str()][..]].concat();
                assert_eq!(meant(&question), format!("sciatica {} --pregnant", command.join(" ")), "{question:?}");
            }
        }
    }
}

#[test]
fn with_behind_any_dash_is_refused_with_the_line_that_was_meant() {
    for dashes in ["\u{2013}", "\u{2014}", "\u{2212}\u{2212}", "/", "+", "-"] {
        let with = format!("{dashes}with");
        for command in COMMANDS {
            for words in [&[with.as_str(), "pregnancy,warfarin"][..], &[&format!("{with}=pregnancy,warfarin")]] {
                let question = [command, words].concat();
                let expected = format!("sciatica {} --with pregnancy,warfarin", command.join(" "));
                assert_eq!(meant(&question), expected, "{question:?}");
            }
        }
    }
}

#[test]
fn a_precaution_beside_what_is_to_be_done_is_refused_with_the_line_that_declares_it() {
    for (name, id) in names("precautions") {
        let commands = if name == id { OF_NAMES.as_slice() } else { &OF_NAMES[..1] };
        for command in commands {
            let question = [command, &[name.as_str()][..]].concat();
            assert_eq!(meant(&question), format!("sciatica {} --with {id}", command.join(" ")), "{question:?}");
        }
    }
}

#[test]
fn a_precaution_of_several_words_is_found_among_them() {
    for words in [&["blood", "thinners"][..], &["numb", "foot"], &["slipped", "disc"], &["with", "warfarin"]] {
        for command in OF_NAMES {
            meant(&[command, words].concat());
        }
    }
    for quoted in ["BL60 pregnant", "BL60, pregnant", "BL60,pregnant", "BL60 \u{2014}pregnant"] {
        for command in ["show", "map", "handout"] {
            meant(&[command, quoted]);
        }
    }
}

#[test]
fn a_typing_slip_beside_what_is_to_be_done_is_not_passed_over() {
    for slip in ["pregnnat", "pregnanci", "warfarine", "asprin", "osteoporosys", "diabetis"] {
        for command in ["show", "map", "handout"] {
            let told = refused(&[command, "BL60", slip]);
            assert!(told.contains("did you mean"), "{slip}: {told}");
        }
    }
    // A name that is near to nothing of the kind is told, and the rest is shown.
    assert_eq!(ask(&["show", "BL60", "xylophone"]).exit, Exit::Failed);
}

#[test]
fn a_word_that_may_be_a_sign_or_a_precaution_is_an_error_with_the_choice() {
    for (words, choice) in [(&["foot", "drop"][..], "--with new-foot-drop"), (&["clot"], "--with suspected-clot")] {
        for command in ["show", "map", "handout"] {
            let told = refused(&[&[command, "BL60"], words].concat());
            assert!(told.contains(choice), "{words:?}: {told}");
        }
    }
}

#[test]
fn a_blank_behind_a_comma_is_named_and_loses_nothing() {
    for command in COMMANDS {
        let expected = format!("sciatica {} --with pregnancy,warfarin", command.join(" "));
        for words in [&["--with", "pregnancy,", "warfarin"][..], &["--with=pregnancy,", "warfarin"]] {
            assert_eq!(meant(&[command, words].concat()), expected, "{command:?} {words:?}");
        }
    }
    let told = refused(&["show", "BL60", "--with", "pregnancy,", "warfarin"]);
    assert!(told.contains("a comma with a blank"), "{told}");
    for command in OF_NAMES {
        let question = [command, &["--with", "numb-foot", "warfarin"]].concat();
        assert!(meant(&question).ends_with("--with numb-foot,blood-thinners"), "{question:?}");
    }
    for command in [&["points"][..], &["stretches"], &["techniques"], &["now"]] {
        assert!(meant(&[command, &["--with", "numb-foot", "warfarin"]].concat()).contains("numb-foot,"));
        assert!(meant(&[command, &["pregnant"]].concat()).ends_with("--with pregnancy"));
    }
}

#[test]
fn with_given_twice_and_in_capitals_declares_both() {
    for command in COMMANDS {
        let once = ask(&[command, &["--with", "pregnancy,blood-thinners"]].concat());
        for words in [
            &["--with", "pregnancy", "--with", "blood-thinners"][..],
            &["--with", "PREGNANCY,Blood-Thinners"],
            &["--with=warfarin", "--pregnant"],
            &["--with", " pregnancy , warfarin "],
        ] {
            assert_eq!(ask(&[command, words].concat()), once, "{command:?} {words:?}");
        }
        for words in [&["--WITH", "pregnancy"][..], &["--Pregnant"], &["--warfarin"], &["-pregnant"], &["--pregnancy"]]
        {
            meant(&[command, words].concat());
        }
    }
}

#[test]
fn the_line_that_is_offered_answers_as_if_it_had_been_typed() {
    for (typed, right) in [
        (&["show", "BL60", "\u{2014}pregnant"][..], &["show", "BL60", "--pregnant"][..]),
        (&["show", "ST36", "--with", "numb-foot", "warfarin"], &["show", "ST36", "--with", "numb-foot,warfarin"]),
        (&["--pregnant", "show", "GB30"], &["show", "GB30", "--pregnant"]),
        (&["--with", "pregnancy", "points", "--region", "leg"], &["points", "--region", "leg", "--with", "pregnancy"]),
        (&["routine", "desk", "pregnant"], &["routine", "desk", "--with", "pregnancy"]),
    ] {
        assert_eq!(ask_line(&meant(typed)), ask(right), "{typed:?}");
    }
}

#[test]
fn search_and_precautions_answer_with_the_precaution_first_and_how_to_declare_it() {
    for (name, id) in [("pregnant", "pregnancy"), ("warfarin", "blood-thinners"), ("numb foot", "numb-skin")] {
        let found = ask(&["search", name, "BL60", "--format", "json"]).data();
        assert_eq!(found[0]["id"], id, "{name}");
        assert_eq!(found[0]["line"], format!("declare it: --with {id}"), "{name}");
        for form in [&[][..], &["--width", "80"], &["--plain"], &["--format", "markdown"]] {
            let told = ask(&[&["precautions", "BL60", name][..], form].concat());
            assert_eq!(told.exit, Exit::Answered, "{name} {form:?}");
            let declares = told.out.find(&format!("--with {id}")).expect("the line that declares it");
            assert!(told.out.find("strongest").is_none_or(|list| declares < list), "{name} {form:?}: {}", told.out);
        }
    }
}

#[test]
fn a_search_that_names_a_precaution_quotes_no_how_to() {
    let catalogue = folder(FIXTURE);
    for name in ["pregnancy", "numb-skin", "blood-thinners"] {
        for form in [&[][..], &["--width", "80"], &["--plain"], &["--format", "json"]] {
            let answer =
                ask(&[&["search", "howtoGB30", "howtoBL40", name, "--catalogue", &catalogue][..], form].concat());
            assert!(!answer.out.to_lowercase().contains("press howto"), "{name} {form:?}: {}", answer.out);
        }
    }
}

#[test]
fn a_precaution_by_itself_is_shown_and_so_are_several() {
    for question in
        [&["show", "pregnancy"][..], &["show", "pregnancy", "blood-thinners"], &["show", "blood", "thinners"]]
    {
        let answer = ask(question);
        assert_eq!((answer.exit, answer.err.as_str()), (Exit::Answered, ""), "{question:?}");
    }
}

#[test]
fn a_name_of_several_words_behind_with_is_never_cut_to_its_first() {
    for (words, id) in [
        (&["numb", "bottom"][..], "saddle-numbness"),
        (&["fever", "and", "blotchy", "skin"], "very-unwell-with-fever"),
        (&["frail,numb", "bum"], "saddle-numbness"),
    ] {
        for option in ["--with", "--cleared"] {
            let answer = ask(&[&["show", "GB30", option], words].concat());
            assert_eq!(
                (answer.exit, &answer.out),
                (Exit::Stopped, &ask(&["show", id]).out),
                "{words:?}: {}",
                answer.err
            );
        }
    }
    for words in
        [&["--with", "aneurysm", "new", "pain"][..], &["--with=kidney", "disease"], &["--with", "disc", "bulge"]]
    {
        for command in ["show", "map", "handout"] {
            refused(&[&[command, "GB30"], words].concat());
        }
    }
    assert_eq!(ask(&["show", "--with", "warfarin", "GB30"]), ask(&["show", "GB30", "--with", "warfarin"]));
}

#[test]
fn a_declaration_joined_to_something_or_beside_a_page_is_not_passed_over() {
    for name in
        ["pregnant=true", "child=yes", "with:pregnancy", "dvt-20", "fever/GB40", "w/dvt", "with=pregnancy", "dtv"]
    {
        for command in ["show", "map", "handout"] {
            refused(&[command, "GB30", name]);
        }
    }
    refused(&["show", "GB40+pacemaker", "GB30"]);
    for question in [&["show", "heat-and-cold", "numb-skin"][..], &["show", "right-now", "pregnant"]] {
        refused(question);
    }
}

#[test]
fn a_sign_copied_from_a_list_of_signs_is_that_sign() {
    for (_, flag) in documents("data/red-flags") {
        let card = ask(&["show", flag["id"].as_str().expect("an id")]).out;
        for key in ["short", "title"] {
            let text = flag[key].as_str().expect("a text");
            let words: Vec<&str> = ["show", "GB30"].into_iter().chain(text.split(' ')).collect();
            for question in [&["show", "GB30", text][..], &words] {
                let answer = ask(question);
                assert_eq!(answer.exit, Exit::Stopped, "{question:?}: {}", answer.err);
                assert_eq!(answer.out, card, "{question:?}");
            }
        }
    }
}

// Weeks

#[test]
fn a_week_of_pregnancy_declares_pregnancy_and_a_week_that_is_none_is_an_error() {
    for week in ["1", "20", "20w", "20+3", "42"] {
        let told = ask(&["show", "BL60", &format!("--pregnant={week}"), "--format", "json"]);
        assert_eq!(told, ask(&["show", "BL60", "--pregnant", "--format", "json"]), "{week}");
    }
    for week in ["0", "43", "", "x", "20+7", "-1"] {
        refused(&["show", "BL60", &format!("--pregnant={week}")]);
    }
}

#[test]
fn a_week_apart_from_its_option_is_joined_to_it() {
    for command in COMMANDS.iter().filter(|command| !["search", "precautions"].contains(&command[0])) {
        if ["learn", "routine", "session"].contains(&command[0]) {
            continue;
        }
        let question = [command, &["--pregnant", "20"][..]].concat();
        assert_eq!(meant(&question), format!("sciatica {} --pregnant=20", command.join(" ")));
    }
}

#[test]
fn a_week_goes_on_with_the_line_that_an_answer_ends_with() {
    let routine = ask(&["routine", "desk", "--pregnant=20", "--width", "120"]);
    assert!(routine.out.contains("sciatica session desk --pregnant=20\n"), "{}", routine.out);
}

// A sign is a sign

#[test]
fn a_sign_declared_or_named_beside_what_is_to_be_done_is_its_card_alone_and_keeps_nothing() {
    for (name, id) in names("red-flags") {
        let card = ask(&["show", &id]).out;
        let questions: [&[&str]; 6] = [
            &["show", "BL60", "--with", &name],
            &["show", "BL60", &name],
            &["show", "BL60", "--cleared", &name],
            &["handout", "BL60", &name],
            &["points", "--with", &name],
            &["routine", "--with", &name],
        ];
        for question in if name == id { &questions[..] } else { &questions[..2] } {
            let answer = ask(question);
            assert_eq!((answer.exit, &answer.out), (Exit::Stopped, &card), "{question:?}: {}", answer.err);
        }
        let keeper = Keeper::default();
        let kept = ask_keeping(&keeper, &UTF_8, &["profile", "set", &name]);
        assert_eq!((kept.exit, &kept.out), (Exit::Stopped, &card), "{name}");
        assert!(keeper.held.borrow().is_none() && kept.err.contains("nothing was kept"), "{name}: {}", kept.err);
    }
}

#[test]
fn a_sign_is_declared_on_every_command_that_takes_with() {
    let card = ask(&["show", "saddle-numbness"]).out;
    for command in COMMANDS {
        for words in
            [&["--with", "saddle-numbness"][..], &["--with", "frail,cauda equina"], &["--with", "gluten,sepsis"]]
        {
            let answer = ask(&[command, words].concat());
            assert_eq!(answer.exit, Exit::Stopped, "{command:?} {words:?}");
            assert!(answer.out.contains("GET HELP NOW"), "{command:?} {words:?}: {}", answer.out);
        }
        assert_eq!(ask(&[command, &["--with", "none,saddle-numbness"]].concat()).out, card, "{command:?}");
    }
}

#[test]
fn the_most_urgent_of_several_signs_is_told() {
    for words in [&["not-better", "sepsis"][..], &["sepsis", "not-better"]] {
        for question in [&["show", "BL60"][..], &["show", "BL60", "--with", "lasting-numbness"]] {
            let answer = ask(&[question, words].concat());
            assert!(answer.exit == Exit::Stopped && answer.out.contains("GET HELP NOW"), "{words:?}: {}", answer.out);
        }
    }
}

#[test]
fn a_sign_to_read_about_comes_first_and_ends_with_0() {
    for (name, id) in names("red-flags") {
        let card = ask(&["show", &id]).out;
        assert_eq!(
            ask(&["learn", &name]),
            Answer { exit: Exit::Answered, out: card.clone(), err: String::new() },
            "{name}"
        );
        let searched = ask(&["search", &name, "--format", "json"]);
        assert_eq!((searched.exit, searched.data()[0]["id"].as_str()), (Exit::Answered, Some(id.as_str())), "{name}");
        assert!(searched.data()[0]["urgency"].is_string(), "{name}");
    }
    for form in [&["--width", "80"][..], &["--plain"], &["--format", "markdown"]] {
        let answer = ask(&[&["search", "saddle", "numbness"][..], form].concat());
        let first = answer.out.find("GET HELP NOW").expect("what to do");
        assert!(answer.out.find("red-flag").is_none_or(|list| first < list), "{form:?}: {}", answer.out);
    }
    let piped = ask(&["search", "saddle", "numbness"]);
    assert!(piped.out.lines().next().expect("a line").contains("GET HELP NOW"), "{}", piped.out);
}

#[test]
fn a_sign_in_words_that_lead_nowhere_is_told_with_what_is_wrong() {
    for question in [
        &["my", "leg", "is", "numb", "cauda", "equina"][..],
        &["points", "cauda", "equina"],
        &["points", "--with", "cauda", "equina"],
        &["routine", "cauda", "equina"],
        &["saddle-numbness"],
    ] {
        let answer = ask(question);
        assert_eq!(answer.exit, Exit::Stopped, "{question:?}: {}", answer.err);
        assert!(answer.out.contains("GET HELP NOW"), "{question:?}: {}", answer.out);
    }
}

#[test]
fn a_word_that_this_guide_names_as_a_risk_is_answered_with_where_and_never_with_a_likeness() {
    for word in ["pill", "contraceptive pill", "hrt", "hormone tablets"] {
        let told = refused(&["precautions", "--with", word]);
        assert!(told.contains("this guide speaks of it: sciatica show"), "{word}: {told}");
        assert!(!told.contains("did you mean"), "{word}: {told}");
    }
    for (name, _) in names("red-flags") {
        let told = ask(&["precautions", "--with", &name]).err;
        assert!(!told.contains("did you mean"), "{name}: {told}");
    }
}

#[test]
fn what_ends_for_a_sign_or_a_declaration_tells_no_how_to() {
    let catalogue = folder(FIXTURE);
    let signs = ["numb-between-legs", "not-better", "suspected-clot-leg"];
    let commands: [&[&str]; 8] = [
        &["now"],
        &["points"],
        &["show", "GB30"],
        &["handout", "GB30"],
        &["map", "GB30"],
        &["routine"],
        &["session", "--plan"],
        &["search", "howtoGB30"],
    ];
    for command in commands {
        for form in [&[][..], &["--width", "80"], &["--plain"]] {
            let words = signs.iter().map(|sign| ["--with", sign]);
            for words in words.chain(["pregnancy,", ",", "pill"].map(|word| ["--with", word])) {
                let question = [command, &words, &["--catalogue", &catalogue], form].concat();
                let answer = ask(&question);
                assert!([Exit::Stopped, Exit::Usage].contains(&answer.exit), "{question:?}: {}", answer.err);
                let told = (answer.out + &answer.err).to_lowercase().replace("\"howtogb30\"", "");
                assert!(!told.contains("howto"), "{question:?}: {told}");
            }
        }
    }
}

// The first argument

#[test]
fn options_alone_are_the_right_now_page() {
    for options in [
        &["--plain"][..],
        &["--pregnant"],
        &["--with", "numb-skin"],
        &["--format", "json"],
        &["--width", "40"],
        &["--sources"],
        &["--no-profile"],
        &["--color", "always"],
        &["--with", "saddle-numbness"],
    ] {
        assert_eq!(ask(options), ask(&[&["now"], options].concat()), "{options:?}");
    }
    assert!(ask(&["--help"]).out.contains("Look up") && ask(&["-V"]).exit == Exit::Answered);
}

#[test]
fn a_command_behind_an_option_is_refused_with_the_whole_line() {
    for (typed, line) in [
        (&["--pregnant", "show", "GB30"][..], "sciatica show GB30 --pregnant"),
        (&["--plain", "points"], "sciatica points --plain"),
        (&["--with", "pregnancy", "show", "GB30"], "sciatica show GB30 --with pregnancy"),
        (&["--with=pregnancy", "show", "GB30", "--plain"], "sciatica show GB30 --with pregnancy --plain"),
        (&["--width", "40", "routine", "desk"], "sciatica routine desk --width 40"),
        (&["\u{2014}pregnant", "show", "GB30"], "sciatica show GB30 --pregnant"),
        (&["--pregnant", "GB30"], "sciatica show GB30 --pregnant"),
        (&["\u{2014}pregnant"], "sciatica --pregnant"),
        (&["GB30", "--pregnant"], "sciatica show GB30 --pregnant"),
        (&["huan", "tiao", "--with", "warfarin"], "sciatica show 'huan tiao' --with warfarin"),
    ] {
        assert_eq!(meant(typed), line, "{typed:?}");
    }
}

#[test]
fn several_words_that_are_no_command_lead_to_search() {
    assert_eq!(meant(&["pain", "behind", "the", "knee"]), "sciatica search pain behind the knee");
    assert_eq!(meant(&["how", "do", "I", "check", "my", "knee"]), "sciatica search how do I check my knee");
    assert_eq!(meant(&["pain", "behind", "knee", "--plain"]), "sciatica search pain behind knee --plain");
}

// Help is always there

/// What answers whatever is wrong.
const HELP: [&[&str]; 13] = [
    &[],
    &["now"],
    &["now", "--plain"],
    &["--pregnant"],
    &["red-flags"],
    &["check", "--answers", "none"],
    &["check", "--answers", "saddle-numbness"],
    &["learn"],
    &["learn", "evidence"],
    &["man"],
    &["completions", "bash"],
    &["profile"],
    &["profile", "clear"],
];

#[test]
fn help_is_there_whatever_is_wrong_with_additions_and_says_how_to_be_rid_of_it() {
    let dangling = "/nonexistent/additions";
    for question in HELP {
        let answer = ask_in(&[UTF_8[0], ("SCIATICA_ADD_CATALOGUE", dangling)], question);
        let bundled = ask(question);
        assert_eq!(answer.exit, bundled.exit, "{question:?}");
        if *question != ["--pregnant"] {
            assert_eq!(answer.out, bundled.out, "{question:?}");
        }
        for part in [dangling, "SCIATICA_ADD_CATALOGUE", "unset SCIATICA_ADD_CATALOGUE"] {
            assert!(answer.err.contains(part), "{question:?} without {part}: {}", answer.err);
        }
    }
    for command in [&["show", "GB30"][..], &["points"], &["routine", "desk"], &["search", "knee"]] {
        let answer = ask_in(&[UTF_8[0], ("SCIATICA_ADD_CATALOGUE", "~/mine")], command);
        assert_eq!((answer.exit, answer.out.as_str()), (Exit::Failed, ""), "{command:?}");
        assert!(answer.err.contains("$HOME"), "{command:?}: {}", answer.err);
    }
}

#[test]
fn a_page_for_who_declares_something_tells_no_step_while_additions_cannot_be_read() {
    let answer = ask_in(&[UTF_8[0], ("SCIATICA_ADD_CATALOGUE", "/nonexistent")], &["now", "--with", "frail"]);
    assert!(answer.out.contains("Get help now if") && !answer.out.contains("This minute"), "{}", answer.out);
    let unknown = ask_in(&[UTF_8[0], ("SCIATICA_ADD_CATALOGUE", "/nonexistent")], &["now", "--with", "my-own"]);
    assert!(unknown.out.contains("Get help now if") && !unknown.out.contains("This minute"), "{}", unknown.out);
    assert!(unknown.err.contains("no precaution is called \"my-own\""), "{}", unknown.err);
}

#[test]
fn help_is_there_whatever_is_wrong_with_the_profile() {
    for question in HELP {
        let keeper = Keeper::of("{ no profile");
        let answer = ask_keeping(&keeper, &UTF_8, question);
        assert!(!answer.out.is_empty(), "{question:?}: {}", answer.err);
    }
}

// The page obeys

#[test]
fn the_right_now_page_leaves_out_what_this_reader_should_not_do() {
    let page = |words: &[&str]| ask(&[&["now"], words].concat()).out;
    assert!(page(&[]).contains("A warm pack for 15 minutes"));
    for precaution in ["pregnancy", "numb-skin", "infection", "blood-thinners,bleeding-disorder"] {
        let told = page(&["--with", precaution]);
        assert!(!told.contains("15 minutes") && told.contains("Left out for you"), "{precaution}: {told}");
    }
    let new_hip = page(&["--with", "hip-replacement"]);
    assert!(!new_hip.contains("lean forward") && new_hip.contains("within your limits"), "{new_hip}");
    assert!(!page(&["--pregnant"]).contains("sciatica show GB30"));
    assert!(page(&["--pregnant"]).contains("sciatica routine --with pregnancy"));
    let keeper = Keeper::of(r#"{"format_version": 1, "declared": ["pregnancy"], "cleared": []}"#);
    let kept = ask_keeping(&keeper, &UTF_8, &["now"]).out;
    assert!(!kept.contains("15 minutes") && kept.contains("Your profile: pregnant"), "{kept}");
}
