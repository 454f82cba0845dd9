//! A directory that adds to the bundled guide: what it may do, what it may not, and how its entries are told from ours.

use std::fs;
use std::path::Path;

use guide::model::MARK;
use guide::screening::Profile;
use guide::shelf::Catalogue;
use sciatica::error::Exit;
use sciatica_testing::additions::{ADDITIONS, ask_with, assert_added_and_marked};
use sciatica_testing::loosening::assert_additions_loosen_nothing;
use sciatica_testing::screening::Extent;
use serde_json::{Value, json};

use crate::support::{Answer, FIXTURE, Scratch, ask, ask_in, folder, repository};

/// What a file of the bundled catalogue says.
fn bundled(path: &str) -> Value {
    let text = fs::read_to_string(repository("data").join(path)).expect("a file of data/");
    serde_json::from_str(&text).expect("JSON")
}

/// A directory that holds one file alone.
fn only(path: &str, content: &Value) -> Scratch {
    let scratch = Scratch::new();
    scratch.write(path, content.to_string().as_bytes());
    scratch
}

#[test]
fn what_is_added_answers_every_command_and_is_marked() {
    assert_added_and_marked(Extent::Quick);
}

#[test]
fn what_is_added_is_screened_by_our_rules_and_its_own() {
    let directory = folder(ADDITIONS);
    for (words, level) in [
        (&["show", "GB39", "--pregnant"][..], "ASK FIRST (pregnant)"),
        (&["show", "EX1", "--pregnant"], "AVOID (pregnant): This house leaves it out in pregnancy. [added]"),
        (&["show", "GB39", "--with", "infection"], "AVOID (infection or feeling ill"),
    ] {
        let answer = ask_with(&directory, words);
        assert!(answer.exit == Exit::Stopped && answer.out.contains(level), "{words:?}: {}", answer.out);
        assert!(!answer.out.contains("Find it") && !answer.out.contains("Press it"), "{words:?}: {}", answer.out);
    }
    let tattoo = ask_with(&directory, &["show", "GB30", "--with", "fresh-tattoo"]);
    assert!(tattoo.out.contains("WITH LIMITS (new tattoo [added])"), "{}", tattoo.out);
    let stopped = ask_with(&directory, &["check", "--answers", "ring-after-a-tick"]);
    assert!(stopped.exit == Exit::Stopped && stopped.out.contains("GET HELP TODAY"), "{}", stopped.out);
    let alone = ask(&["check", "--answers", "ring-after-a-tick"]);
    assert_eq!(alone.exit, Exit::Usage, "the bundled guide knows it too");
}

#[test]
fn additions_weaken_nothing_of_ours() {
    let ours = Catalogue::bundled(sciatica::bundle()).unwrap();
    let both = Catalogue::with_additions(sciatica::bundle(), Path::new(&folder(ADDITIONS))).unwrap();
    let ids: Vec<String> = ours.index().precautions().map(|row| row.id.to_owned()).collect();
    let mut compared = 0;
    for id in &ids {
        let profile = Profile::new(vec![id.clone()], Vec::new());
        let (alone, with) = (ours.reader(profile.clone()).unwrap(), both.reader(profile).unwrap());
        for (facets, same) in ours
            .index()
            .screened()
            .filter_map(|facets| Some((facets.clone(), both.index().screened().find(|other| other.id == facets.id)?)))
        {
            let (before, after) = (alone.judge(&facets), with.judge(&same));
            assert!(after.level >= before.level, "{id}: {}", facets.id);
            assert!(after.withheld || !before.withheld, "{id}: {}", facets.id);
            compared += 1;
        }
        assert_eq!(alone.red_flags().next(), with.red_flags().next(), "{id}");
    }
    assert_eq!(compared, ids.len() * ours.index().screened().count());
}

#[test]
fn a_point_may_take_the_place_of_ours_where_ours_lies() {
    let mut point = bundled("points/GB30.json");
    point["names"]["english"][0] = json!("Other Jumping Circle");
    let scratch = only("points/GB30.json", &point);
    let card = ask_with(scratch.argument(), &["show", "GB30", "--width", "80", "--figure"]);
    assert!(card.out.contains("Other Jumping Circle [added]"), "{}", card.out);
    assert!(!card.out.contains("whole body"), "our figure shows where ours lies: {}", card.out);
    assert_eq!(ask_with(scratch.argument(), &["show", "jumping circle"]).exit, Exit::Failed);
    let screened = ask_with(scratch.argument(), &["show", "GB30", "--with", "new-hip"]);
    assert!(screened.exit == Exit::Stopped && screened.out.contains("AVOID"), "{}", screened.out);

    point["region"] = json!("leg");
    point["area"] = json!("knee");
    let moved = only("points/GB30.json", &point);
    let refused = ask_with(moved.argument(), &["show", "GB30"]);
    assert_eq!((refused.exit, refused.out.as_str()), (Exit::Failed, ""));
    assert!(refused.err.contains("points/GB30.json:1:") && refused.err.contains("keep \"hip\""), "{}", refused.err);

    let broken = Scratch::new();
    broken.write("points/GB30.json", b"{\"code\": \"GB30\",");
    let refused = ask_with(broken.argument(), &["show", "GB30"]);
    assert!(refused.exit == Exit::Failed && refused.err.contains("EOF while parsing"), "{}", refused.err);

    let mut stretch = bundled("stretches/cat-cow.json");
    stretch["regions"] = json!(["leg"]);
    let moved = only("stretches/cat-cow.json", &stretch);
    let refused = ask_with(moved.argument(), &["show", "cat-cow"]);
    assert!(refused.exit == Exit::Failed && refused.err.contains("has the regions of ours"), "{}", refused.err);
}

#[test]
fn nothing_else_of_ours_can_be_replaced() {
    for path in [
        "precautions/pregnancy.json",
        "red-flags/saddle-numbness.json",
        "topics/right-now.json",
        "techniques/thumb.json",
        "sources/who-2008.json",
        "figures/sole.json",
        "routines/desk.json",
        "triage.json",
        "catalogue.json",
    ] {
        let mut document = bundled(path);
        let title = ["title", "edition", "reminder"].into_iter().find(|key| document.get(*key).is_some()).unwrap();
        document[title] = json!("Another");
        let scratch = only(path, &document);
        let refused = ask_with(scratch.argument(), &["points"]);
        assert_eq!((refused.exit, refused.out.as_str()), (Exit::Failed, ""), "{path}");
        let told = format!("{path}: this file of the bundled guide cannot be replaced; take the file out");
        assert!(refused.err.contains(&told), "{path}: {}", refused.err);
    }
}

#[test]
fn a_file_that_says_the_same_as_ours_is_ours() {
    let scratch = Scratch::copy_of("data");
    scratch.lay(&repository("tests/fixtures/additions"));
    let answer = ask_with(scratch.argument(), &["show", "GB30", "BL40", "cat-cow", "--width", "80"]);
    let ours = ask(&["show", "GB30", "BL40", "cat-cow", "--width", "80"]);
    assert!(answer.out.contains("With additions from"));
    let card =
        |answer: &Answer| answer.out.replace("With additions from", "\u{0}").split('\u{0}').next().unwrap().len();
    assert!(!answer.out.replace(&format!("{MARK} marks"), "").contains(MARK), "{}", answer.out);
    assert!(card(&answer) <= ours.out.len());
}

#[test]
fn names_and_aliases_of_ours_cannot_be_taken() {
    let mut precaution = bundled("precautions/pregnancy.json");
    precaution["id"] = json!("not-pregnant");
    precaution["title"] = json!("Not pregnant");
    precaution["short"] = json!("not pregnant");
    let scratch = only("precautions/not-pregnant.json", &precaution);
    let refused = ask_with(scratch.argument(), &["points"]);
    assert_eq!(refused.exit, Exit::Failed);
    assert!(refused.err.contains("\"pregnant\" is already a name of precautions/"), "{}", refused.err);
    let rules = only("rules/house.json", &json!({"precaution": "gluten", "rules": []}));
    let refused = ask_with(rules.argument(), &["points"]);
    assert!(
        refused.err.contains("rules/house.json:1:15: precaution: no precaution is called \"gluten\""),
        "{}",
        refused.err
    );
}

/// A precaution of ours under another id, with these names, and with nothing of the rest that leads to ours.
fn precaution_called(title: &str, alias: &str) -> Scratch {
    let mut precaution = bundled("precautions/pregnancy.json");
    precaution["id"] = json!("house-precaution");
    precaution["title"] = json!(title);
    precaution["short"] = json!("house precaution");
    precaution["aliases"] = json!([alias]);
    for rule in precaution["rules"].as_array_mut().unwrap() {
        rule.as_object_mut().unwrap().remove("weeks");
    }
    only("precautions/house-precaution.json", &precaution)
}

#[test]
fn a_name_that_declares_something_of_ours_is_refused_where_it_is_added() {
    for (title, alias, told) in [
        ("Swollen calf", "house-rule", ":title: \"Swollen calf\" is already a name of precautions/suspected-clot.json"),
        ("pregnancy", "house-rule", ":title: \"pregnancy\" is already a name of precautions/pregnancy.json"),
        (
            "House",
            "saddle numbness",
            ":aliases[0]: \"saddle numbness\" is already a name of red-flags/saddle-numbness.json",
        ),
        ("House", "bl 040", ":aliases[0]: \"bl 040\" is already a name of points/BL40.json"),
        ("House", "UB40", ":aliases[0]: \"UB40\" is already a name of points/BL40.json"),
        ("Huantiao", "house-rule", ":title: \"Huantiao\" is already a name of points/GB30.json"),
        ("Thrombosis", "house-rule", ":title: \"Thrombosis\" has several meanings already, in homonyms.json"),
        ("House", "none", ":aliases[0]: \"none\" declares that nothing applies"),
    ] {
        let scratch = precaution_called(title, alias);
        let checked = ask(&["catalogue", "check", "--added", scratch.argument()]);
        let asked = ask_with(scratch.argument(), &["show", "GB30", "--with", "swollen-calf"]);
        assert_eq!((asked.exit, asked.out.as_str(), asked.err.as_str()), (Exit::Failed, "", checked.err.as_str()));
        let problem = checked.err.lines().nth(1).unwrap();
        assert!(problem.starts_with("  precautions/house-precaution.json:1:"), "{problem}");
        assert!(problem.replace(": ", ":").contains(&told.replace(": ", ":")), "{title}, {alias}: {problem}");
        assert_eq!(checked.err.lines().count(), 2, "{title}, {alias}: {}", checked.err);
    }
}

/// Points come before precautions; still it is not ours that is told of.
#[test]
fn a_point_that_takes_the_name_of_a_precaution_is_the_one_that_is_refused() {
    let mut point = bundled("points/GB34.json");
    point["code"] = json!("GB31");
    point["who_code"] = json!("GB31");
    point["aliases"] = json!(["pregnancy"]);
    point["names"] = json!({
        "pinyin": "Fēngshì", "pinyin_plain": "Fengshi", "hanzi": {"traditional": "風市", "simplified": "风市"},
        "english": ["Wind Market"]
    });
    let checked = ask(&["catalogue", "check", "--added", only("points/GB31.json", &point).argument()]);
    assert!(checked.err.contains("\n  points/GB31.json:1:"), "{}", checked.err);
    assert!(checked.err.contains(": aliases[0]: \"pregnancy\" is already a name of precautions/"), "{}", checked.err);
}

#[test]
fn a_routine_that_takes_the_name_of_ours_is_refused() {
    let mut routine = bundled("routines/desk.json");
    routine["id"] = json!("a-desk-of-mine");
    let title = routine["title"].clone();
    let checked = ask(&["catalogue", "check", "--added", only("routines/a-desk-of-mine.json", &routine).argument()]);
    let told = format!(": title: {title} is already a name of routines/desk.json; ");
    assert!(
        checked.err.contains("\n  routines/a-desk-of-mine.json:1:") && checked.err.contains(&told),
        "{}",
        checked.err
    );
}

/// Routines are no entries: what declares a precaution never asks for a routine.
#[test]
fn a_precaution_may_be_called_as_a_routine_of_ours() {
    let scratch = precaution_called("House", "evening");
    let declared = ask_with(scratch.argument(), &["show", "GB30", "--with", "evening"]);
    assert_eq!(declared.exit, Exit::Stopped, "{}", declared.err);
    assert_eq!(ask_with(scratch.argument(), &["routine", "evening"]).exit, Exit::Answered);
}

#[test]
fn what_nobody_sees_is_refused_in_what_is_added() {
    for unseen in ['\u{200b}', '\u{ad}', '\u{2060}', '\u{2063}', '\u{e0061}', '\u{3164}', '\u{180e}', '\u{2800}'] {
        let scratch = precaution_called(&format!("House{unseen}rule"), "house-rule");
        let checked = ask(&["catalogue", "check", "--added", scratch.argument()]);
        let told = format!(": title: holds the invisible character U+{:04X}; ", u32::from(unseen));
        assert!(checked.err.contains(&told) && checked.err.lines().count() == 2, "{}", checked.err);
    }
    let joined = precaution_called("می\u{200c}خواهم 葛\u{e0100}", "house-rule");
    let checked = ask(&["catalogue", "check", "--added", joined.argument()]);
    assert_eq!(checked.exit, Exit::Answered, "{}", checked.err);
}

#[test]
fn what_nobody_sees_does_not_come_back_from_what_was_typed() {
    for words in [&["show", "GB\u{200b}300\u{e0041}"][..], &["points", "--region", "le\u{ad}gs"], &["po\u{2060}ints"]] {
        let answer = ask(words);
        assert!(!answer.err.contains(['\u{200b}', '\u{e0041}', '\u{ad}', '\u{2060}']), "{:?}", answer.err);
    }
}

#[test]
fn the_environment_adds_always_and_a_catalogue_of_its_own_never() {
    let directory = folder(ADDITIONS);
    let variables = [("LANG", "C.UTF-8"), ("SCIATICA_ADD_CATALOGUE", directory.as_str())];
    assert!(ask_in(&variables, &["points"]).out.contains("GB39"));
    let alone = ask_in(&variables, &["points", "--catalogue", &folder("data")]);
    assert!(alone.exit == Exit::Answered && !alone.out.contains("GB39"), "{}", alone.err);
    assert_eq!(ask(&["points", "--catalogue", "data", "--add-catalogue", &directory]).exit, Exit::Usage);
    let gone = ask_in(&[("SCIATICA_ADD_CATALOGUE", "/nowhere")], &["show", "GB30"]);
    assert_eq!((gone.exit, gone.out.as_str()), (Exit::Failed, ""));
    assert!(gone.err.contains("\"/nowhere\" is not a directory that can be read"), "{}", gone.err);
}

#[test]
fn every_problem_of_an_addition_is_told_at_once() {
    let scratch = Scratch::copy_of(ADDITIONS);
    let checked = ask(&["catalogue", "check", "--added", scratch.argument()]);
    assert_eq!((checked.exit, checked.out.as_str()), (Exit::Answered, "No problem found.\n"), "{}", checked.err);
    scratch.write("rules/pregnancy.json", br#"{"precaution": "pregnancy", "rules": [{"level": "adapt"}]}"#);
    scratch.write("stretches/heel-slide.json", b"{");
    let checked = ask(&["catalogue", "check", "--added", scratch.argument()]);
    assert_eq!((checked.exit, checked.out.as_str()), (Exit::Failed, ""));
    for place in ["rules/pregnancy.json:1:", "stretches/heel-slide.json:1:"] {
        assert!(checked.err.contains(place), "{place}: {}", checked.err);
    }
}

/// Where a recipe of CONTRIBUTING.md puts the file that it shows.
fn place_of(document: &Value) -> String {
    let has = |key: &str| document.get(key).is_some();
    let folder = match document {
        _ if has("code") => return format!("points/{}.json", document["code"].as_str().unwrap()),
        _ if has("precaution") => return "rules/house.json".to_owned(),
        _ if has("prefixes") => "meridians",
        _ if has("strokes") => "figures",
        _ if has("urgency") => "red-flags",
        _ if has("rules") => "precautions",
        _ if has("grade") => "sources",
        _ if has("at_hand") => "routines",
        _ if has("sections") => "topics",
        _ if has("part") => "stretches",
        _ => "techniques",
    };
    format!("{folder}/{}.json", document["id"].as_str().unwrap())
}

#[test]
fn every_example_of_contributing_can_be_added_and_answers() {
    let text = fs::read_to_string(repository("CONTRIBUTING.md")).unwrap();
    let mut blocks = text.split("```json\n").skip(1).filter_map(|block| block.split("```").next());
    let scratch = Scratch::new();
    let mut places = Vec::new();
    for document in blocks.by_ref().map(|block| serde_json::from_str::<Value>(block).unwrap()) {
        let place = place_of(&document);
        scratch.write(&place, document.to_string().as_bytes());
        places.push(place);
    }
    assert_eq!(places.len(), 11, "{places:?}");
    // Nothing cites the example of a source yet, as the recipe says.
    let checked = ask(&["catalogue", "check", "--added", scratch.argument()]);
    let problems: Vec<&str> = checked.err.lines().skip(1).collect();
    assert!(matches!(problems[..], [one] if one.contains("nothing cites this source")), "{}", checked.err);
    fs::remove_file(scratch.path().join("sources/example-2026.json")).unwrap();
    for name in ["GB39", "heel-slide", "own-palm", "ring-after-a-tick", "shoes", "new-tattoo"] {
        let answer = ask_with(scratch.argument(), &["show", name, "--width", "80"]);
        assert!(answer.exit == Exit::Answered && answer.out.contains(MARK), "{name}: {}", answer.err);
    }
    let routine = ask_with(scratch.argument(), &["routine", "lunch-break"]);
    assert!(routine.exit == Exit::Answered && routine.out.contains("After lunch [added]"), "{}", routine.err);
    let drawn = ask_with(scratch.argument(), &["handout", "GB39"]);
    assert!(drawn.out.contains("<svg") && drawn.out.contains("Suspended Bell [added]"), "{}", drawn.err);
}

#[test]
fn mutated_additions_loosen_nothing_hide_nothing_and_bear_the_mark() {
    assert_additions_loosen_nothing(20);
}

#[test]
fn a_variable_names_the_catalogue_from_which_alone_to_answer() {
    let directory = folder(FIXTURE);
    let variables = [("LANG", "C.UTF-8"), ("SCIATICA_CATALOGUE", directory.as_str())];
    let named = ask_in(&variables, &["show", "GB30"]);
    assert_eq!(named, ask(&["show", "GB30", "--catalogue", &directory]));
    assert!(named.out.contains("which is not the bundled guide"), "{}", named.out);
    // What is typed counts for more.
    assert_eq!(ask_in(&variables, &["show", "EX1", "--add-catalogue", &folder(ADDITIONS)]).exit, Exit::Answered);
    let gone = [("LANG", "C.UTF-8"), ("SCIATICA_CATALOGUE", "/nowhere")];
    let lost = ask_in(&gone, &["show", "GB30"]);
    assert_eq!((lost.exit, lost.out.as_str()), (Exit::Failed, ""));
    assert!(lost.err.contains("unset SCIATICA_CATALOGUE"), "{}", lost.err);
    let now = ask_in(&gone, &["now"]);
    assert!(now.out.contains("Get help now if") && now.err.contains("SCIATICA_CATALOGUE"), "{} {}", now.out, now.err);
}
