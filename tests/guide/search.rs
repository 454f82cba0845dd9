//! `sciatica search`: what is found, in which order, and what the guide makes of it.

use serde_json::Value;

use crate::support::{Answer, ask, documents};

fn found(words: &str) -> Vec<Value> {
    let question: Vec<&str> = ["search"].into_iter().chain(words.split(' ')).chain(["--format", "json"]).collect();
    let answer = ask(&question);
    assert_eq!((answer.exit as i32, answer.err.as_str()), (0, ""), "{words}");
    answer.data()
}

fn ids(words: &str) -> Vec<String> {
    found(words).iter().map(|hit| hit["id"].as_str().expect("an id").to_owned()).collect()
}

fn nothing(words: &str) -> Answer {
    let question: Vec<&str> = ["search"].into_iter().chain(words.split(' ')).collect();
    let answer = ask(&question);
    assert_eq!((answer.exit as i32, answer.out.as_str()), (1, ""), "{words}");
    assert!(answer.err.starts_with("error: nothing here speaks of "), "{words}: {}", answer.err);
    answer
}

#[test]
fn what_readers_ask_for_is_found() {
    for (words, wanted, within) in [
        ("pain behind knee", "BL40", 5),
        ("pain behind knee", "knee-lump", 5),
        ("cramp calf", "suspected-clot-leg", 5),
        ("cramp calf", "symptoms", 3),
        ("warfarin", "blood-thinners", 1),
        ("apixaban", "blood-thinners", 1),
        ("pillow between knees", "resting-positions", 3),
        ("foam roller", "not-taught-here", 3),
        ("slipped disc", "causes", 5),
        ("numb between legs", "saddle-numbness", 3),
        ("both legs", "both-legs-new", 5),
        ("hot water bottle", "heat-and-cold", 1),
        ("childs pose", "bottom-to-heels", 1),
        ("nerve flossing", "nerve-glide", 1),
        ("sitting at a desk", "posture-and-desk", 3),
    ] {
        let ids = ids(words);
        let place = ids.iter().position(|id| id == wanted);
        assert!(place.is_some_and(|place| place < within), "{words:?}: {wanted} among the first {within} of {ids:?}");
    }
}

#[test]
fn a_point_is_found_by_its_names_in_any_script() {
    for words in ["环跳", "環跳", "huan tiao", "huantiao", "Huántiào", "HUÁN TIÀO", "jumping circle", "GB30", "gb30"]
    {
        assert_eq!(ids(words).first().map(String::as_str), Some("GB30"), "{words}");
    }
    for point in ask(&["points", "--format", "json"]).data() {
        for name in ["code", "who_code", "pinyin", "pinyin_plain", "english"] {
            let words = point[name].as_str().expect("a name");
            assert_eq!(point["code"], ids(words)[0], "{words}");
        }
    }
}

#[test]
fn each_entry_is_found_by_its_title() {
    for (folder, most) in [("stretches", 3), ("techniques", 3), ("topics", 5), ("red-flags", 5), ("precautions", 5)] {
        for (path, entry) in documents(&format!("data/{folder}")) {
            let title = entry["title"].as_str().expect("a title");
            let ids = ids(title);
            let place = ids.iter().position(|id| *id == path.replace(".json", ""));
            assert!(place.is_some_and(|place| place < most), "{title:?} of {path} finds {ids:?}");
        }
    }
}

#[test]
fn words_are_folded_as_names_are() {
    for (one, other) in [
        ("warfarin", "WARFARIN"),
        ("warfarin", "ＷＡＲＦＡＲＩＮ"),
        ("knee", "knees"),
        ("Huántiào", "huantiao"),
        ("knee-to-chest", "Knee to Chest"),
        ("calf pain", "pain calf"),
        ("calf pain", "calf, pain; calf"),
        ("exercise", "exercises"),
        ("oil", "oils"),
    ] {
        assert_eq!(ids(one), ids(other), "{one} {other}");
    }
    // As one argument or as several.
    assert_eq!(ask(&["search", "pain behind knee"]), ask(&["search", "pain", "behind", "knee"]));
}

#[test]
fn a_word_that_stands_nowhere_gets_the_nearest_and_no_answer() {
    let typo = nothing("warfarine");
    assert!(typo.err.contains("did you mean warfarin?"), "{}", typo.err);
    for words in ["xylophone", "zzzz qqqq", "🦵", "。"] {
        let question = ["search", "--", words];
        let answer = ask(&question);
        assert_eq!((answer.exit as i32, answer.out.as_str()), (1, ""), "{words}");
    }
    // Beside a word that stands somewhere it is named.
    for form in [&["--width", "80"][..], &["--width", "40"], &["--plain"]] {
        let answer = ask(&[&["search", "warfarin", "xylophone"], form].concat());
        assert_eq!(answer.exit as i32, 0);
        assert!(answer.out.contains("xylophone") && answer.out.contains("blood-thinners"), "{form:?}: {}", answer.out);
    }
}

#[test]
fn a_search_finds_at_most_twenty_always_the_same() {
    for words in ["pain", "the leg", "press", "back", "sciatica", "seed", "doctor"] {
        let hits = found(words);
        assert!((1..=20).contains(&hits.len()), "{words}: {}", hits.len());
        assert_eq!(hits, found(words), "{words}");
        let mut ids: Vec<String> = hits.iter().map(|hit| hit["id"].as_str().unwrap().to_owned()).collect();
        let many = ids.len();
        ids.sort();
        ids.dedup();
        assert_eq!(ids.len(), many, "{words}: an entry stands twice");
    }
}

#[test]
fn a_line_says_how_the_guide_stands_to_it() {
    let mut stances = Vec::new();
    for words in ["toxins", "thumb", "warfarin", "press hard", "count to 15", "elbow"] {
        for options in [&[][..], &["--pregnant"], &["--with", "warfarin"]] {
            let question = [&["search", words, "--format", "json"], options].concat();
            for hit in ask(&question).data() {
                let stance = hit["stance"].as_str().unwrap().to_owned();
                assert!(["shown", "disputed", "withheld"].contains(&stance.as_str()), "{words}: {hit}");
                assert!(!(hit["line"].is_null() && stance == "shown"), "{words}: {hit}");
                assert!(stance != "withheld" || hit["line"].is_null(), "{words}: {hit}");
                stances.push(stance);
            }
        }
    }
    for stance in ["shown", "disputed", "withheld"] {
        assert!(stances.iter().any(|found| found == stance), "{stance} was never seen");
    }
}

/// What the seed articles say, nearly in their words, with the seed.
const SEED_STATEMENTS: [(&str, &str); 28] = [
    ("000", "you can't do it too often"),
    ("000", "jabs of pain down the nerve try not to release"),
    ("000", "place your thumbs in both depressions right above the buttocks"),
    ("000", "the nerves are all connected like a system of rivers"),
    ("000", "the sciatic nerve is located under the spine"),
    ("000", "partner can use the palms of his hands or elbows"),
    ("001", "eight to ten glasses of water flush out toxins"),
    ("001", "roll the lower back with a foam roller"),
    ("001", "press K3 to a depth of 1 cm"),
    ("001", "K3 between the big and second toes"),
    ("001", "suction cups over the affected area"),
    ("001", "golf lacrosse softball trigger points"),
    ("001", "boosts immunity levels"),
    ("001", "eliminate processed foods"),
    ("002", "Tai Chi and Qi Gong beneficial for any type of back pain"),
    ("002", "release of endorphins the natural painkillers"),
    ("002", "leg pains that feel like intense leg cramps"),
    ("002", "loss of movement in the toes and feet is less common"),
    ("003", "dig around with deeper pressure to find the most tender spots"),
    ("003", "alternating between heat and cold therapy"),
    ("003", "nap on an acupressure mat for 20 minutes"),
    ("003", "roll a tennis ball on the calf"),
    ("003", "stress contributes to worse sciatica"),
    ("004", "source points cannot be overstimulated"),
    ("004", "more than 3 million people a year"),
    ("004", "ghost point for epilepsy and mania"),
    ("004", "you will feel pain but in a good way"),
    ("004", "2015 study acupressure points more effective than conventional Western medicine"),
];

#[test]
fn what_the_seeds_say_is_found_as_disputed() {
    for (seed, statement) in SEED_STATEMENTS {
        let hits = found(statement);
        let among = hits.iter().take(5).any(|hit| hit["stance"] == "disputed");
        assert!(among, "seed {seed}: {statement:?} finds {hits:?}");
    }
}

#[test]
fn a_search_never_quotes_how_hard_or_how_long_others_press() {
    let mut unquoted = 0;
    for (folder, kind) in [("points", "point"), ("stretches", "stretch"), ("techniques", "technique")] {
        for (path, entry) in documents(&format!("data/{folder}")) {
            let disputes = entry["disputes"].as_array().expect("disputes");
            for dispute in disputes.iter().filter(|it| it["about"] == "pressure" || it["about"] == "dose") {
                let text = dispute["says"][0]["text"].as_str().expect("a text");
                let others = |it: &&Value| it["about"] != "pressure" && it["about"] != "dose";
                if disputes.iter().filter(others).any(|it| it.to_string().contains(text)) {
                    continue;
                }
                for hit in
                    found(text).iter().filter(|hit| hit["kind"] == kind && hit["id"] == path.replace(".json", ""))
                {
                    let line = hit["line"].as_str().unwrap_or_default();
                    assert!(!line.contains(text), "{path}: {line}");
                    unquoted += usize::from(hit["stance"] == "disputed" && hit["line"].is_null());
                }
            }
        }
    }
    assert!(unquoted > 20, "{unquoted}");
}
