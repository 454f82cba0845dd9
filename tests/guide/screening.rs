//! Screening, exhaustively: no output tells how to press what is withheld, and declaring more never loosens anything.
//!
//! Every how-to text of the frozen catalogue carries a marker of its entry, `HOWTOGB30`, and its holds are numbers that
//! stand nowhere else.

use std::collections::BTreeMap;
use std::path::Path;

use sciatica::catalogue::{Catalogue, Span};
use sciatica::error::Exit;
use sciatica::screening::{Dose, Level, Profile, Reader, Verdict, screen};

use crate::support::{Answer, FIXTURE, ask, ask_in, folder, repository};

/// The points of the frozen catalogue, with the numbers that only their ways hold.
const POINTS: [(&str, &[&str]); 4] =
    [("BL25", &["47", "59"]), ("GB30", &["41", "53", "23", "29"]), ("BL40", &["14", "17"]), ("LV3", &["37", "43"])];

/// Its precautions, with what each alone does to the points: `-` nothing, `l` limits, `a` ask first, `x` avoid.
const PRECAUTIONS: [(&str, &str); 8] = [
    ("blood-thinners", "aaxa"),
    ("frail", "llll"),
    ("heart-condition", "al-l"),
    ("new-hip", "-x-l"),
    ("numb-skin", "--ll"),
    ("pacemaker", "----"),
    ("pregnancy", "xaax"),
    ("suspected-clot", "--xx"),
];

/// The one that raises a red flag.
const RED_FLAG: &str = "suspected-clot";

const UTF_8: (&str, &str) = ("LANG", "C.UTF-8");
const ASCII: (&str, &str) = ("LANG", "C");

fn marker(code: &str) -> String {
    format!("HOWTO{code}").to_lowercase()
}

fn fixture() -> Catalogue {
    Catalogue::in_directory(&repository(FIXTURE)).expect("a catalogue without problems")
}

fn ids() -> Vec<&'static str> {
    PRECAUTIONS.iter().map(|(id, _)| *id).collect()
}

/// Nothing, every precaution, and every pair.
fn profiles(ids: &[&str]) -> Vec<Vec<String>> {
    let mut profiles = vec![Vec::new()];
    for (place, one) in ids.iter().enumerate() {
        profiles.push(vec![(*one).to_owned()]);
        profiles.extend(ids.iter().skip(place + 1).map(|other| vec![(*one).to_owned(), (*other).to_owned()]));
    }
    profiles
}

/// Every form of an answer: format and shape, with and without citations, for cards also whole; and without UTF-8.
fn forms(cards: bool) -> Vec<(Vec<&'static str>, (&'static str, &'static str))> {
    let shapes: [&[&str]; 6] =
        [&[], &["--width", "80"], &["--width", "40"], &["--plain"], &["--format", "json"], &["--format", "markdown"]];
    // A list cites nothing, and is always whole.
    let extents: &[&[&str]] =
        if cards { &[&[], &["--full"], &["--sources"], &["--full", "--sources"]] } else { &[&[]] };
    let mut forms: Vec<_> =
        shapes.iter().flat_map(|shape| extents.iter().map(|extent| ([*shape, extent].concat(), UTF_8))).collect();
    let most = extents.last().copied().unwrap_or_default();
    forms.extend(shapes.iter().take(4).map(|shape| ([*shape, most].concat(), ASCII)));
    forms
}

/// Asks in every form; `question` is what stands before the options.
fn in_every_form(question: &[&str], profile: &[String], mut look: impl FnMut(&[String], &Answer)) {
    let catalogue = folder(FIXTURE);
    for (form, locale) in forms(question[0] == "show") {
        let mut arguments: Vec<String> = question.iter().chain(&form).map(|&it| it.to_owned()).collect();
        arguments.extend(["--catalogue".to_owned(), catalogue.clone()]);
        if !profile.is_empty() {
            arguments.extend(["--with".to_owned(), profile.join(",")]);
        }
        look(&arguments, &ask_in(&[locale], &arguments));
    }
}

/// Whether screening withholds a point, for readers whom no clinician has cleared.
fn withheld_points(catalogue: &Catalogue, profile: &[String]) -> Vec<&'static str> {
    let reader = Reader::new(catalogue, Profile::new(profile.to_vec(), Vec::new())).unwrap();
    let ends_at_once = reader.red_flag().is_some();
    let points = POINTS.iter().map(|(code, _)| *code);
    points.filter(|code| ends_at_once || verdict(catalogue, &reader, code).withheld).collect()
}

fn verdict<'c>(catalogue: &'c Catalogue, reader: &Reader<'c>, code: &str) -> Verdict<'c> {
    reader.judge(&catalogue.index().point(code).expect("a point").facets())
}

fn assert_tells_nothing_of(withheld: &[&str], arguments: &[String], answer: &Answer) {
    let text = format!("{}\n{}", answer.out, answer.err).to_lowercase();
    let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).collect();
    for (code, numbers) in POINTS.iter().filter(|(code, _)| withheld.contains(code)) {
        assert!(!text.contains(&marker(code)), "{arguments:?} tells how to press {code}:\n{text}");
        for number in *numbers {
            assert!(!words.contains(number), "{arguments:?} tells the dose {number} of {code}:\n{text}");
        }
    }
}

#[test]
fn tells_all_how_to_when_nothing_is_declared() {
    for (code, numbers) in POINTS {
        let file = std::fs::read_to_string(repository(FIXTURE).join(format!("points/{code}.json"))).unwrap();
        let planted = file.to_lowercase().matches(&marker(code)).count();
        in_every_form(&["show", code], &[], |arguments, answer| {
            let text = answer.out.to_lowercase();
            assert!(text.contains(&marker(code)), "{arguments:?} does not tell how to press {code}:\n{text}");
            assert!(text.contains(numbers[0]), "{arguments:?} does not tell the dose of {code}:\n{text}");
            if arguments.iter().any(|it| it == "json") {
                assert_eq!(text.matches(&marker(code)).count(), planted, "{arguments:?} leaves how-to out:\n{text}");
            }
            assert_eq!(answer.exit, Exit::Answered);
        });
    }
}

#[test]
fn show_tells_nothing_of_a_withheld_entry() {
    let catalogue = fixture();
    for profile in profiles(&ids()) {
        let withheld = withheld_points(&catalogue, &profile);
        // All at once for pairs: the markers tell them apart.
        let all: Vec<&str> = POINTS.iter().map(|(code, _)| *code).collect();
        let questions: Vec<Vec<&str>> =
            if profile.len() == 1 { all.iter().map(|code| vec![*code]).collect() } else { vec![all] };
        for codes in questions {
            let stopped = codes.iter().any(|code| withheld.contains(code));
            let question: Vec<&str> = ["show"].into_iter().chain(codes).collect();
            in_every_form(&question, &profile, |arguments, answer| {
                assert_tells_nothing_of(&withheld, arguments, answer);
                assert_eq!(
                    answer.exit == Exit::Stopped,
                    stopped || profile.iter().any(|id| id == RED_FLAG),
                    "{arguments:?}"
                );
            });
        }
    }
}

#[test]
fn lists_tell_nothing_of_a_withheld_entry() {
    let catalogue = fixture();
    for profile in profiles(&ids()) {
        let withheld = withheld_points(&catalogue, &profile);
        for question in ["points", "precautions"] {
            in_every_form(&[question], &profile, |arguments, answer| {
                assert_tells_nothing_of(&withheld, arguments, answer);
            });
        }
    }
}

#[test]
fn precautions_tell_how_to_press_nothing_whatever_is_declared() {
    let everything: Vec<&str> = POINTS.iter().map(|(code, _)| *code).collect();
    for profile in profiles(&ids()).into_iter().filter(|profile| profile.len() < 2) {
        for name in ids().into_iter().chain(everything.iter().copied()) {
            in_every_form(&["precautions", name, "--sources"], &profile, |arguments, answer| {
                assert_tells_nothing_of(&everything, arguments, answer);
            });
        }
    }
}

#[test]
fn nothing_else_in_the_catalogue_tells_how_to_press() {
    let catalogue = folder(FIXTURE);
    let everything: Vec<&str> = POINTS.iter().map(|(code, _)| *code).collect();
    let questions: [&[&str]; 9] = [
        &["now"],
        &["sources"],
        &["sources", "seed-003"],
        &["show", "seed-003"],
        &["show", "pregnancy"],
        &["show", "suspected-clot-leg"],
        &["show", "right-now"],
        &["show", "BL54"],
        &["show", "nothing"],
    ];
    for question in questions {
        for shape in [vec![], vec!["--plain"], vec!["--format", "json"], vec!["--format", "markdown"]] {
            let arguments: Vec<String> =
                question.iter().chain(&shape).chain(&["--catalogue", &catalogue]).map(|&it| it.to_owned()).collect();
            assert_tells_nothing_of(&everything, &arguments, &ask(&arguments));
        }
    }
}

#[test]
fn each_precaution_alone_does_what_its_rules_say() {
    let catalogue = fixture();
    for (id, expected) in PRECAUTIONS {
        let reader = Reader::new(&catalogue, Profile::new(vec![id.to_owned()], Vec::new())).unwrap();
        let found: String = POINTS
            .iter()
            .map(|(code, _)| {
                let verdict = verdict(&catalogue, &reader, code);
                assert_eq!(verdict.withheld, verdict.level >= Some(Level::Ask), "{id} {code}");
                match verdict.level {
                    None => '-',
                    Some(Level::Adapt) => 'l',
                    Some(Level::Ask) => 'a',
                    Some(Level::Avoid) => 'x',
                }
            })
            .collect();
        assert_eq!(found, expected, "{id} on {POINTS:?}");
    }
}

#[test]
fn withheld_parts_are_null_in_json() {
    let catalogue = folder(FIXTURE);
    let answer = ask(&["show", "GB30", "--pregnant", "--format", "json", "--catalogue", &catalogue]);
    let point = &answer.data()[0];
    for part in ["find", "off_if", "ways", "struck_ways"] {
        assert!(point[part].is_null(), "{part} of a withheld entry is not null");
    }
    let disputes = point["disputes"].as_array().unwrap();
    let told = |about: &str| disputes.iter().filter(|it| it["about"] == about).all(|it| !it["says"].is_null());
    assert!(told("location") && !told("pressure") && !told("dose"));
    assert_eq!((&point["level"], &point["withheld"]), (&"ask".into(), &true.into()));
}

/// What a reader may see of an entry.
#[derive(Debug, PartialEq, Eq)]
struct Outcome {
    level: Option<Level>,
    withheld: bool,
    /// The dose of each way that is left, by its label; empty when withheld.
    ways: BTreeMap<String, Dose>,
}

fn outcome(catalogue: &Catalogue, code: &str, declared: &[String], cleared: &[String]) -> Outcome {
    let profile = Profile::new(declared.to_vec(), cleared.to_vec());
    let reader = Reader::new(catalogue, profile).unwrap();
    let verdict = verdict(catalogue, &reader, code);
    let strongest = verdict.findings.iter().map(|finding| finding.level).max();
    assert_eq!(verdict.level, strongest, "the level of {code} for {declared:?} is not its strongest finding's");
    let (level, withheld) = (verdict.level, verdict.withheld);
    let limits: Vec<_> = verdict.findings.iter().map(|it| (it.rule.limit, it.ways.clone())).collect();
    let open: Vec<usize> = verdict.open_ways().collect();
    let mut ways = BTreeMap::new();
    if !withheld {
        let screened = screen(catalogue.point(code).unwrap(), verdict);
        let permit = screened.permit().expect("a permit for what is not withheld");
        assert_eq!(permit.ways.len(), open.len());
        for (way, place) in permit.ways.iter().zip(open) {
            for (limit, selected) in &limits {
                if selected.as_ref().is_none_or(|ways| ways.contains(&place)) {
                    let within = way.dose.within(*limit);
                    assert_eq!(within, way.dose, "a limit of {declared:?} does not hold for {code}, {}", way.label);
                }
            }
            ways.insert(way.label.to_owned(), way.dose);
        }
    }
    Outcome { level, withheld, ways }
}

/// Every question about adding one precaution, answered: nothing got looser.
fn assert_no_looser(what: &str, before: &Outcome, after: &Outcome) {
    assert!(after.level >= before.level, "{what}: the level fell from {before:?} to {after:?}");
    assert!(after.withheld || !before.withheld, "{what}: what was withheld came back");
    for (label, dose) in &after.ways {
        let Some(old) = before.ways.get(label) else { panic!("{what}: the way {label:?} came back") };
        assert!(fits(*dose, *old), "{what}: the dose of {label:?} grew from {old:?} to {dose:?}");
    }
}

fn fits(dose: Dose, within: Dose) -> bool {
    let spans =
        [(dose.hold_seconds, within.hold_seconds), (dose.rounds, within.rounds), (dose.per_day, within.per_day)];
    dose.pressure <= within.pressure && spans.iter().all(|(it, most)| it.min <= most.min && it.max <= most.max)
}

fn tighter(one: Dose, other: Dose) -> Dose {
    let span = |one: Span, other: Span| Span { min: one.min.min(other.min), max: one.max.min(other.max) };
    Dose {
        pressure: one.pressure.min(other.pressure),
        hold_seconds: span(one.hold_seconds, other.hold_seconds),
        rounds: span(one.rounds, other.rounds),
        per_day: span(one.per_day, other.per_day),
    }
}

#[test]
fn adding_any_precaution_to_any_set_of_them_loosens_nothing() {
    let catalogue = fixture();
    let ids = ids();
    let set = |bits: usize| -> Vec<String> {
        ids.iter().enumerate().filter(|(place, _)| bits >> place & 1 == 1).map(|(_, id)| (*id).to_owned()).collect()
    };
    for (code, _) in POINTS {
        for cleared in [false, true] {
            let outcomes: Vec<Outcome> = (0..1 << ids.len())
                .map(|bits| outcome(&catalogue, code, &set(bits), &if cleared { set(bits) } else { Vec::new() }))
                .collect();
            for (bits, before) in outcomes.iter().enumerate() {
                for more in (0..ids.len()).map(|place| bits | 1 << place).filter(|&more| more != bits) {
                    let what = format!("{code}, {:?} to {:?}, cleared: {cleared}", set(bits), set(more));
                    assert_no_looser(&what, before, &outcomes[more]);
                }
            }
        }
    }
}

#[test]
fn the_limits_of_two_precautions_are_the_tighter_of_each() {
    let catalogue = fixture();
    let mut compared = 0;
    for profile in profiles(&ids()).into_iter().filter(|profile| profile.len() == 2) {
        for (code, _) in POINTS {
            let cleared = |ids: &[String]| outcome(&catalogue, code, ids, ids);
            let (one, other, both) = (cleared(&profile[..1]), cleared(&profile[1..]), cleared(&profile));
            let shared =
                one.ways.iter().filter_map(|(label, dose)| Some((label, tighter(*dose, *other.ways.get(label)?))));
            let expected: BTreeMap<String, Dose> = shared.map(|(label, dose)| (label.clone(), dose)).collect();
            compared += expected.len();
            assert_eq!(both.ways, expected, "{code} for {profile:?}");
        }
    }
    assert!(compared > 50, "only {compared} ways were compared");
}

#[test]
fn a_clinicians_word_lifts_ask_within_the_limits_and_never_avoid() {
    let catalogue = fixture();
    for profile in profiles(&ids()).into_iter().skip(1) {
        for (code, _) in POINTS {
            let asked = outcome(&catalogue, code, &profile, &[]);
            for cleared in [&profile[..1], &profile[..]] {
                let agreed = outcome(&catalogue, code, &profile, cleared);
                assert!(
                    agreed.level <= asked.level && agreed.level.is_some() == asked.level.is_some(),
                    "{code}, {profile:?}"
                );
                match asked.level {
                    Some(Level::Avoid) => assert!(agreed.withheld, "{code} for {profile:?}: cleared in spite of avoid"),
                    Some(Level::Ask) if cleared.len() == profile.len() => {
                        assert!(!agreed.withheld, "{code} for {profile:?}: not lifted");
                    }
                    _ => {}
                }
            }
        }
    }
    let catalogue = folder(FIXTURE);
    let arguments = ["show", "GB30", "--with", "frail", "--cleared", "pregnancy", "--format", "json", "--catalogue"];
    let point = &ask(&[&arguments[..], &[&catalogue]].concat()).data()[0];
    let ways = point["ways"].as_array().unwrap();
    assert_eq!(ways.len(), 1, "the ball and the palm came back");
    assert_eq!((&ways[0]["pressure"], &ways[0]["hold_seconds"]["max"]), (&1.into(), &28.into()));
}

#[test]
fn withholds_bl60_in_pregnancy_even_when_cleared() {
    for arguments in [vec!["--pregnant"], vec!["--with", "pregnant"], vec!["--cleared", "pregnancy"]] {
        let answer = ask(&[&["show", "BL60", "--format", "json"], &arguments[..]].concat());
        assert_eq!(answer.exit, Exit::Stopped, "{arguments:?}");
        let point = &answer.data()[0];
        assert_eq!((&point["level"], &point["withheld"], &point["ways"]), (&"avoid".into(), &true.into(), &().into()));
    }
}

#[test]
fn adding_any_precaution_of_the_bundled_catalogue_loosens_nothing() {
    let catalogue = Catalogue::bundled().unwrap();
    let ids: Vec<&str> = catalogue.index().precautions().map(|row| row.id).collect();
    let codes: Vec<&str> = catalogue.index().points().map(|row| row.code).collect();
    for code in codes {
        for clears in [false, true] {
            let outcome = |ids: &[String]| outcome(&catalogue, code, ids, if clears { ids } else { &[] });
            let alone: BTreeMap<&str, Outcome> = ids.iter().map(|&id| (id, outcome(&[id.to_owned()]))).collect();
            let nobody = outcome(&[]);
            assert_eq!((nobody.level, nobody.withheld), (None, false), "{code} is withheld from everybody");
            for profile in profiles(&ids).into_iter().filter(|profile| profile.len() == 2) {
                let both = outcome(&profile);
                for id in &profile {
                    let one = &alone[id.as_str()];
                    assert_no_looser(&format!("{code}, nothing to {id}"), &nobody, one);
                    assert_no_looser(&format!("{code}, {id} to {profile:?}, cleared: {clears}"), one, &both);
                }
                let (one, other) = (&alone[profile[0].as_str()], &alone[profile[1].as_str()]);
                for (label, dose) in &both.ways {
                    assert_eq!(*dose, tighter(one.ways[label], other.ways[label]), "{code}, {label} for {profile:?}");
                }
            }
        }
    }
}

#[test]
fn a_precaution_that_raises_a_red_flag_ends_every_command() {
    let catalogues = [vec!["--catalogue".to_owned(), folder(FIXTURE)], Vec::new()];
    for catalogue in &catalogues {
        let opened = match catalogue.get(1) {
            Some(directory) => Catalogue::in_directory(Path::new(directory)),
            None => Catalogue::bundled(),
        };
        let opened = opened.unwrap();
        let raising: Vec<(&str, &str)> =
            opened.index().precautions().filter_map(|row| Some((row.id, row.red_flag?))).collect();
        assert!(!raising.is_empty());
        for (id, flag) in raising {
            for question in [&["show", "GB30"][..], &["points"], &["precautions"], &["precautions", "pregnancy"]] {
                for with in [id.to_owned(), format!("pregnancy,{id}")] {
                    for option in ["--with", "--cleared"] {
                        let mut arguments: Vec<String> = question.iter().map(|&it| it.to_owned()).collect();
                        arguments.extend([option.to_owned(), with.clone()]);
                        arguments.extend(catalogue.iter().cloned());
                        let answer = ask(&arguments);
                        assert_eq!(answer.exit, Exit::Stopped, "{arguments:?}");
                        let title = opened.red_flag(flag).unwrap().title;
                        assert!(answer.out.contains(&title), "{arguments:?} does not name the flag:\n{}", answer.out);
                        assert!(!answer.out.contains("Press it"), "{arguments:?} goes on:\n{}", answer.out);
                        arguments.extend(["--format".to_owned(), "json".to_owned()]);
                        let data = ask(&arguments).data();
                        assert_eq!((data.len(), &data[0]["id"]), (1, &flag.into()), "{arguments:?}");
                    }
                }
            }
        }
    }
}

/// Every command that takes `--with`, answering from the frozen catalogue.
fn every_command_with(words: &[&str]) -> Vec<(Vec<String>, Answer)> {
    let catalogue = folder(FIXTURE);
    let questions: [&[&str]; 4] = [&["show", "GB30"], &["points"], &["precautions"], &["precautions", "frail"]];
    let asked = questions.iter().map(|&question| {
        let arguments = [question, words, &["--catalogue", &catalogue]].concat();
        let arguments: Vec<String> = arguments.into_iter().map(str::to_owned).collect();
        let answer = ask(&arguments);
        (arguments, answer)
    });
    asked.collect()
}

#[test]
fn a_word_that_is_not_understood_is_never_ignored() {
    for option in ["--with", "--cleared"] {
        for word in ["gluten", "pregnanci", "GB30", "seed-003", "", " ", ",", "pregnancy,", "pregnancy,gluten"] {
            for (arguments, answer) in every_command_with(&[option, word]) {
                assert_eq!(answer.exit, Exit::Usage, "{arguments:?}");
                assert_eq!(answer.out, "", "{arguments:?}");
                assert!(answer.err.starts_with("error: no precaution is called"), "{arguments:?}: {}", answer.err);
                assert!(answer.err.contains("ask your doctor or pharmacist, or leave it out"), "{}", answer.err);
            }
        }
    }
    let near = &every_command_with(&["--with", "pregnanci"])[0].1;
    assert!(near.err.contains("did you mean pregnancy"), "{}", near.err);
}

#[test]
fn a_word_with_two_meanings_is_an_error_with_the_choice() {
    for (arguments, answer) in every_command_with(&["--with", "clot"]) {
        assert_eq!((answer.exit, answer.out.as_str()), (Exit::Usage, ""), "{arguments:?}");
        assert!(answer.err.contains("--with suspected-clot"), "{}", answer.err);
        assert!(answer.err.contains("--with blood-thinners"), "{}", answer.err);
    }
    let bundled = ask(&["show", "BL57", "--with", "clot"]);
    assert_eq!((bundled.exit, bundled.out.as_str()), (Exit::Usage, ""));
    assert!(bundled.err.contains("suspected-clot") && bundled.err.contains("past-clot"), "{}", bundled.err);
}

#[test]
fn none_says_that_the_reader_was_asked() {
    let catalogue = folder(FIXTURE);
    let answer = ask(&["show", "GB30", "--with", "none", "--catalogue", &catalogue]);
    assert_eq!(answer.exit, Exit::Answered);
    assert!(answer.out.contains("No rule here speaks against it for what you told us."), "{}", answer.out);
    let silent = ask(&["show", "GB30", "--catalogue", &catalogue]);
    assert!(silent.out.contains("You have declared nothing"), "{}", silent.out);
    for (with, screened) in [(&["--with", "none"][..], true), (&[], false), (&["--with", "frail"], true)] {
        let arguments = [&["points", "--format", "json", "--catalogue", &catalogue], with].concat();
        let answer: serde_json::Value = serde_json::from_str(&ask(&arguments).out).unwrap();
        assert_eq!(answer["screened"], screened, "{arguments:?}");
    }
}

#[test]
fn none_is_understood_however_it_is_written() {
    let asked = every_command_with(&["--with", "none"]);
    for word in ["NONE", "None", " none ", "n-o-n-e"] {
        for ((arguments, answer), (_, expected)) in every_command_with(&["--with", word]).iter().zip(&asked) {
            assert_eq!(answer, expected, "{arguments:?}");
        }
    }
    // A clinician cannot have agreed in spite of nothing.
    for (arguments, answer) in every_command_with(&["--cleared", "none"]) {
        assert_eq!((answer.exit, answer.out.as_str()), (Exit::Usage, ""), "{arguments:?}");
    }
}

#[test]
fn none_together_with_a_precaution_is_an_error() {
    for words in
        [&["--with", "none,frail"][..], &["--with", "none", "--pregnant"], &["--with", "none", "--cleared", "frail"]]
    {
        for (arguments, answer) in every_command_with(words) {
            assert_eq!((answer.exit, answer.out.as_str()), (Exit::Usage, ""), "{arguments:?}");
        }
    }
}
