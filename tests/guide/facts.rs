//! The facts that the guide must hold, whoever edits the data: what was decided, and what nobody may be told.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::support::{ask, documents, each_text};

/// Region, area and points, as the guide orders the body.
const BODY: [(&str, &str, &[&str]); 7] = [
    ("back", "lower-back", &["BL23", "BL25"]),
    ("hip", "buttock", &["GB30"]),
    ("hip", "outer-hip", &["GB29"]),
    ("leg", "knee", &["BL40"]),
    ("leg", "lower-leg", &["BL57", "GB34", "ST36"]),
    ("foot", "ankle", &["BL60", "BL62", "GB40", "KD3"]),
    ("foot", "forefoot", &["KD1", "LV3"]),
];

/// Tradition bars these in pregnancy.
const PREGNANCY_AVOIDS: [&str; 6] = ["BL23", "BL25", "BL60", "KD1", "KD3", "LV3"];
/// A midwife or doctor is asked about these.
const PREGNANCY_ASKS: [&str; 8] = ["BL40", "BL57", "BL62", "GB29", "GB30", "GB34", "GB40", "ST36"];

/// The usual way of these is the ankle on the other knee, or bending to the foot, which not everybody can do.
const FOOT_IN_HAND: [&str; 7] = ["BL57", "BL60", "BL62", "GB40", "KD1", "KD3", "LV3"];

fn codes() -> Vec<&'static str> {
    BODY.iter().flat_map(|(_, _, codes)| codes.iter().copied()).collect()
}

/// All points as the guide shows them to a reader who declared this.
fn shown_to(options: &[&str]) -> BTreeMap<String, Value> {
    let answer = ask(&[&["show"], &codes()[..], &["--format", "json"], options].concat());
    assert_eq!(answer.err, "");
    answer.data().into_iter().map(|point| (point["code"].as_str().unwrap().to_owned(), point)).collect()
}

fn words(value: &Value) -> Vec<&str> {
    value.as_array().into_iter().flatten().filter_map(Value::as_str).collect()
}

fn ways(point: &Value) -> &[Value] {
    point["ways"].as_array().map(Vec::as_slice).unwrap_or_default()
}

fn number(value: &Value, pointer: &str) -> u64 {
    value.pointer(pointer).and_then(Value::as_u64).unwrap_or_else(|| panic!("no number at {pointer} of {value}"))
}

/// The codes that fulfil this.
fn those(points: &BTreeMap<String, Value>, fulfils: impl Fn(&Value) -> bool) -> Vec<&str> {
    points.iter().filter(|(_, point)| fulfils(point)).map(|(code, _)| code.as_str()).collect()
}

#[test]
fn the_fourteen_points_are_there_from_the_back_to_the_foot() {
    let answer = ask(&["points"]);
    let listed: Vec<(String, String, String)> = answer
        .out
        .lines()
        .map(|line| {
            let columns: Vec<String> = line.split('\t').map(str::to_owned).collect();
            (columns[3].clone(), columns[4].clone(), columns[1].clone())
        })
        .collect();
    for code in codes() {
        assert!(listed.iter().any(|(_, _, it)| it == code), "{code} is missing");
    }
    for (region, area, code) in &listed {
        if let Some((at, near, _)) = BODY.iter().find(|(_, _, codes)| codes.contains(&code.as_str())) {
            assert_eq!((region.as_str(), area.as_str()), (*at, *near), "{code}");
        }
    }
    let order: Vec<&str> = BODY.iter().map(|(_, area, _)| *area).collect();
    let ranks: Vec<_> = listed.iter().map(|(_, area, _)| order.iter().position(|it| it == area)).collect();
    assert!(ranks.is_sorted(), "the points do not run from the back to the foot: {listed:?}");
}

#[test]
fn each_code_is_found_by_its_other_codes() {
    let names = [
        ("KI1", "KD1"),
        ("KI3", "KD3"),
        ("K 3", "KD3"),
        ("LR3", "LV3"),
        ("liv 3", "LV3"),
        ("UB40", "BL40"),
        ("V60", "BL60"),
        ("VB30", "GB30"),
        ("gb-034", "GB34"),
        ("E36", "ST36"),
    ];
    for (name, code) in names {
        assert_eq!(ask(&["show", name, "--format", "json"]).data()[0]["code"], code, "{name}");
    }
}

#[test]
fn pregnancy_avoids_six_points_and_asks_about_eight() {
    let points = shown_to(&["--pregnant"]);
    let at = |level: &str| those(&points, |point| point["level"] == level && point["withheld"] == true);
    assert_eq!(at("avoid"), PREGNANCY_AVOIDS);
    assert_eq!(at("ask"), PREGNANCY_ASKS);
}

#[test]
fn once_a_midwife_agreed_eight_points_are_open_with_a_light_fingertip_for_30_seconds() {
    let points = shown_to(&["--cleared", "pregnancy"]);
    assert_eq!(those(&points, |point| point["withheld"] == false), PREGNANCY_ASKS);
    for code in PREGNANCY_ASKS {
        let point = &points[code];
        assert!(!ways(point).is_empty(), "{code}");
        for way in ways(point) {
            assert!(number(way, "/pressure") <= 2 && number(way, "/hold_seconds/max") <= 30, "{code}: {way}");
            assert!(way["tool"] == "fingertip" || way["tool"] == "thumb", "{code}: {way}");
            assert!(!words(&way["positions"]).iter().any(|it| ["supine", "prone"].contains(it)), "{code}: {way}");
        }
        assert!(ways(point).iter().any(|way| way["reach"] == "self"), "{code} has no way on one's own");
        for finding in point["findings"].as_array().unwrap().iter().filter(|it| it["level"] == "ask") {
            let limit = &finding["limit"];
            assert_eq!((number(limit, "/pressure_at_most"), number(limit, "/hold_seconds_at_most")), (2, 30), "{code}");
        }
    }
    let partner_on_leg = ["BL40", "BL57", "GB34", "ST36", "BL62", "GB40"];
    for code in partner_on_leg {
        assert!(ways(&points[code]).iter().all(|way| way["reach"] == "self"), "a partner presses {code} in pregnancy");
    }
}

#[test]
fn a_readers_own_finger_serves_in_pregnancy_without_lying_flat() {
    for (code, point) in shown_to(&[]).iter().filter(|(code, _)| PREGNANCY_ASKS.contains(&code.as_str())) {
        let serves = ways(point).iter().any(|way| {
            let finger = way["tool"] == "fingertip" || way["label"].as_str().unwrap().contains("fingertip");
            let flat = words(&way["positions"]).iter().any(|it| ["supine", "prone"].contains(it));
            finger && way["reach"] == "self" && !flat
        });
        assert!(serves, "{code}");
    }
}

#[test]
fn no_way_passes_the_ceilings() {
    for (code, point) in shown_to(&[]) {
        assert!(!ways(&point).is_empty(), "{code} has no way");
        for way in ways(&point) {
            let hold = (number(way, "/hold_seconds/min"), number(way, "/hold_seconds/max"));
            assert!(number(way, "/pressure") <= 3, "{code}: {way}");
            assert!(
                hold.1 <= 60 && number(way, "/rounds/max") <= 3 && number(way, "/per_day/max") <= 2,
                "{code}: {way}"
            );
            assert!(hold.0 * number(way, "/rounds/min") <= 120, "{code}: {way}");
            if way["reach"] == "partner" {
                assert!(number(way, "/pressure") <= 2, "a partner presses {code} more than lightly");
                assert!(way["tool"] == "palm" || way["tool"] == "thumb", "{code}: {way}");
            }
        }
    }
}

#[test]
fn four_points_over_nerves_and_vessels_are_pressed_lightly_and_briefly() {
    let points = shown_to(&[]);
    for (code, most) in [("BL40", 15), ("KD3", 30), ("GB34", 30), ("BL57", 30)] {
        for way in ways(&points[code]) {
            assert!(number(way, "/pressure") <= 2 && number(way, "/hold_seconds/max") <= most, "{code}: {way}");
        }
    }
    assert!(ways(&points["BL40"]).iter().all(|way| number(way, "/hold_seconds/min") == 5));
    assert!(ways(&points["BL57"]).iter().all(|way| way["motion"] == "hold"), "the calf is held, never rolled");
}

#[test]
fn a_soft_ball_is_used_on_the_buttock_and_the_sole_alone() {
    let points = shown_to(&[]);
    let ball = |way: &Value| way["tool"] == "soft-ball";
    assert_eq!(those(&points, |point| ways(point).iter().any(ball)), ["GB30", "KD1"]);
    let positions = |code: &str| -> Vec<&str> {
        ways(&points[code]).iter().filter(|way| ball(way)).flat_map(|way| words(&way["positions"])).collect()
    };
    assert_eq!(positions("GB30"), ["standing"], "never sat or lain on");
    assert_eq!(positions("KD1"), ["sitting"]);
    assert!(ways(&points["BL25"]).iter().all(|way| way["tool"] == "thumb"), "BL25: thumbs only");
}

#[test]
fn nobody_must_cross_a_leg_or_lie_flat() {
    let points = shown_to(&[]);
    for code in FOOT_IN_HAND {
        let uncrossed = |way: &&Value| !words(&way["positions"]).contains(&"ankle-on-knee");
        assert!(ways(&points[code]).iter().filter(uncrossed).count() >= 1, "{code}");
        assert!(ways(&points[code]).len() >= 2, "{code} has one way only");
        assert!(uncrossed(&&ways(&points[code])[0]), "the first way of {code} is one that most can do");
    }
    for code in ["GB29", "GB30"] {
        let reaches: BTreeSet<_> = ways(&points[code]).iter().filter_map(|way| way["reach"].as_str()).collect();
        assert_eq!(reaches, BTreeSet::from(["partner", "self"]), "{code}");
        assert!(words(&ways(&points[code])[0]["positions"]).contains(&"side-lying"), "{code}");
    }
    for (code, point) in &points {
        assert!(ways(point).iter().any(|way| way["reach"] == "self"), "{code} needs somebody else");
    }
}

/// Each row of the fact sheet that is kept, by a word that finds it and the strongest that it does.
const ROWS: [(&str, &str, &str); 37] = [
    ("P-01", "pregnant", "avoid"),
    ("P-01, after birth", "postpartum", "ask"),
    ("P-02", "wound", "adapt"),
    ("P-03", "sprain", "adapt"),
    ("P-04", "heart", "ask"),
    ("P-04, pressure", "unstable-blood-pressure", "ask"),
    ("P-04, controlled", "controlled-hypertension", "adapt"),
    ("P-05", "cancer", "ask"),
    ("P-06", "warfarin", "avoid"),
    ("P-06, by name", "apixaban", "avoid"),
    ("P-06, one antiplatelet", "aspirin", "avoid"),
    ("P-07", "haemophilia", "avoid"),
    ("P-08", "eczema", "adapt"),
    ("P-09", "dvt", "red flag"),
    ("P-10", "past-dvt", "ask"),
    ("P-11", "varicose-veins", "avoid"),
    ("P-12", "fracture", "red flag"),
    ("P-13", "surgery", "adapt"),
    ("P-14", "osteoporosis", "adapt"),
    ("P-15", "diabetes", "ask"),
    ("P-15, numb", "neuropathy", "adapt"),
    ("P-16", "unwell", "avoid"),
    ("P-16, with back pain", "fever-with-back-pain", "red flag"),
    ("P-17", "inflammation", "adapt"),
    ("P-18", "rheumatoid-arthritis", "adapt"),
    ("P-18, spine", "back-injury", "ask"),
    ("P-19", "spinal-fusion", "ask"),
    ("P-20", "spondylolisthesis", "advice"),
    ("P-21", "stenosis", "advice"),
    ("P-22", "slipped-disc", "advice"),
    ("P-23", "new-hip", "avoid"),
    ("P-24", "knee-replacement", "ask"),
    ("P-25", "child", "avoid"),
    ("P-26", "elderly", "adapt"),
    ("P-27", "alcohol", "adapt"),
    ("P-30", "bakers-cyst", "avoid"),
    ("P-31", "pacemaker", "advice"),
];
const MORE_ROWS: [(&str, &str, &str); 6] = [
    ("P-23, old", "old-hip-replacement", "ask"),
    ("P-29, new", "new-foot-drop", "red flag"),
    ("P-29, old", "old-foot-drop", "avoid"),
    ("P-33", "aneurysm", "avoid"),
    ("P-33, new pain", "aneurysm-new-pain", "red flag"),
    ("P-33, kidney", "kidney-stones", "avoid"),
];

#[test]
fn every_precaution_that_was_kept_is_found_and_does_what_was_decided() {
    for (row, word, strongest) in ROWS.iter().chain(&MORE_ROWS) {
        let answer = ask(&["points", "--with", word, "--format", "json"]);
        let data = answer.data();
        let found = if data[0]["kind"] == "red-flag" {
            "red flag"
        } else {
            let at = |level: &str| data.iter().any(|point| point["level"] == level);
            ["avoid", "ask", "adapt"].into_iter().find(|level| at(level)).unwrap_or("advice")
        };
        assert_eq!(found, *strongest, "{row}: {word}\n{}", answer.err);
    }
}

#[test]
fn blood_thinners_ask_everywhere_and_avoid_the_hollow_of_the_knee() {
    for word in ["blood-thinners", "bleeding-disorder"] {
        let points = shown_to(&["--with", word]);
        assert!(points.values().all(|point| point["withheld"] == true), "{word}");
        assert_eq!(those(&points, |point| point["level"] == "avoid"), ["BL40"], "{word}");
        let cleared = shown_to(&["--cleared", word]);
        for way in cleared.values().flat_map(ways) {
            assert!(number(way, "/pressure") <= 2 && number(way, "/hold_seconds/max") <= 30, "{word}: {way}");
            assert!(way["tool"] == "fingertip" || way["tool"] == "thumb", "{word}: {way}");
        }
    }
    for way in shown_to(&["--with", "antiplatelet"]).values().flat_map(ways) {
        assert!(number(way, "/pressure") <= 2 && number(way, "/hold_seconds/max") <= 30, "{way}");
    }
}

#[test]
fn rules_about_a_leg_reach_the_toes() {
    let leg_and_foot: BTreeSet<&str> = BODY
        .iter()
        .filter(|(region, ..)| ["leg", "foot"].contains(region))
        .flat_map(|it| it.2.iter().copied())
        .collect();
    for word in ["past-clot", "after-birth"] {
        let points = shown_to(&["--with", word]);
        let withheld: BTreeSet<&str> = those(&points, |point| point["withheld"] == true).into_iter().collect();
        assert_eq!(withheld, leg_and_foot, "{word}");
    }
    for word in ["numb-skin", "varicose-veins"] {
        let points = shown_to(&["--with", word]);
        let touched: BTreeSet<&str> = those(&points, |point| !point["level"].is_null()).into_iter().collect();
        assert_eq!(touched, leg_and_foot, "{word}");
    }
    let veins = shown_to(&["--with", "varicose-veins"]);
    assert_eq!(those(&veins, |point| point["level"] == "avoid"), ["BL40", "BL57"]);
    let feet = shown_to(&["--with", "diabetic-feet"]);
    let asked: BTreeSet<&str> = those(&feet, |point| point["level"] == "ask").into_iter().collect();
    let foot: BTreeSet<&str> = BODY.iter().filter(|it| it.0 == "foot").flat_map(|it| it.2.iter().copied()).collect();
    assert_eq!(asked, foot);
}

#[test]
fn a_new_hip_is_not_pressed_crossed_or_bent() {
    let points = shown_to(&["--with", "hip-replacement"]);
    assert_eq!(those(&points, |point| point["level"] == "avoid"), ["GB29", "GB30"]);
    for way in points.values().flat_map(ways) {
        let positions = words(&way["positions"]);
        assert!(!positions.iter().any(|it| ["ankle-on-knee", "bending-forward"].contains(it)), "{way}");
    }
}

#[test]
fn a_circumstance_of_one_spot_leaves_the_rest_open() {
    for word in ["broken-skin", "recent-injury", "skin-condition", "recent-surgery", "inflammation", "arthritis-flare"]
    {
        let points = shown_to(&["--with", word]);
        assert!(points.values().all(|point| point["level"] == "adapt" && point["withheld"] == false), "{word}");
        let beside = |text: &str| text.to_lowercase().contains("not on") && text.contains("not beside");
        let limited = points["GB30"]["findings"].as_array().unwrap().iter();
        let limited = limited.filter_map(|finding| finding["limit"]["text"].as_str()).any(beside);
        assert!(limited, "{word} does not say: not on it, not beside it");
    }
}

/// What the sources that began this guide teach, and it does not; it stands in `says`, in reasons, or nowhere.
const NOT_TAUGHT: [&str; 29] = [
    "elbow",
    "golf",
    "lacrosse",
    "softball",
    "spiky",
    "spike mat",
    "wintergreen",
    "camphor",
    "suction",
    "foam roll",
    "1 cm",
    " 5 min",
    "too often",
    "keep pressing",
    "through the pain",
    "as hard as",
    "jabs",
    "deeper and deeper",
    "root cause",
    "stretch the nerve",
    "armpit",
    "toxin",
    "malaria",
    "epilepsy",
    "immun",
    "insomnia",
    "cholera",
    "nap ",
    "blood pressure down",
];

#[test]
fn nothing_that_the_fact_sheet_calls_unsafe_is_taught() {
    for (code, point) in shown_to(&[]) {
        let taught = ["find", "off_if", "eases", "place"].iter().map(|key| &point[*key]);
        let steps = ways(&point).iter().flat_map(|way| [&way["label"], &way["steps"]]);
        for part in taught.chain(steps) {
            each_text(part, &mut vec!["text"], &mut |keys, text| {
                let word = NOT_TAUGHT.iter().find(|word| text.to_lowercase().contains(*word));
                let told = keys.last().is_some_and(|key| *key == "text");
                assert!(word.is_none() || !told, "{code} teaches {word:?}: {text}");
            });
        }
    }
    for (path, topic) in documents("data/topics").into_iter().filter(|(path, _)| path == "right-now.json") {
        each_text(&topic, &mut Vec::new(), &mut |_, text| {
            let word = NOT_TAUGHT.iter().find(|word| text.to_lowercase().contains(*word));
            assert!(word.is_none(), "{path} teaches {word:?}: {text}");
        });
    }
}

#[test]
fn a_point_eases_the_back_hip_or_leg_and_no_disease() {
    const HERE: [&str; 10] = ["back", "hip", "leg", "buttock", "knee", "calf", "foot", "heel", "ankle", "sciatica"];
    const ILL: [&str; 14] = [
        "hives", "eczema", "bowel", "asthma", "headache", "fever", "bladder", "immun", "sleep", "nausea", "digest",
        "depress", "swelling", "inflamm",
    ];
    for (code, point) in shown_to(&[]) {
        let claims = point["eases"].as_array().unwrap().iter();
        let texts: Vec<String> = claims.clone().map(|claim| claim["text"].as_str().unwrap().to_lowercase()).collect();
        assert!(texts.iter().any(|text| HERE.iter().any(|place| text.contains(place))), "{code}: {texts:?}");
        for text in &texts {
            let illness = ILL.iter().find(|word| text.contains(*word));
            assert!(illness.is_none(), "{code} is offered for {illness:?}: {text}");
        }
        let traditional = claims.clone().any(|claim| claim["basis"] == "tradition");
        let named = texts.iter().any(|text| text.contains("tradition"));
        assert!(named || !traditional, "{code} does not name tradition: {texts:?}");
    }
}

#[test]
fn every_point_says_when_to_get_help_and_when_to_stop() {
    for (code, point) in shown_to(&[]) {
        assert!(point["get_help"].as_array().unwrap().len() >= 4, "{code}");
        let on_the_leg = point["region"] == "leg" || point["region"] == "foot";
        let calf = point["get_help"].to_string().contains("calf");
        assert_eq!(calf, on_the_leg, "{code}: the sign of a clot belongs to legs and feet");
        let stop = point["stop"]["text"].as_str().unwrap();
        for word in ["sharper", "shoots", "tingles", "down the leg"] {
            assert!(stop.contains(word), "{code}: {stop}");
        }
        let beneath = point["beneath"].as_array().unwrap();
        assert!(!beneath.is_empty() && beneath.iter().all(|it| it["limit"].is_string()), "{code}");
    }
}

#[test]
fn kidney_point_three_is_at_the_ankle_and_the_older_b54_is_never_guessed() {
    let points = shown_to(&[]);
    assert!(points["KD3"]["place"]["text"].as_str().unwrap().to_lowercase().contains("ankle"));
    for name in ["B54", "juliao", "BL48"] {
        let answer = ask(&["show", name]);
        assert_eq!((answer.exit as i32, answer.out.as_str()), (1, ""), "{name}");
    }
}
