//! The catalogue: ours is in order and whole in the program; one that is not is refused, with every place at which.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use guide::model::Kind;
use guide::shelf::CatalogueError;
use guide::shelf::{Catalogue, check_directory};
use sciatica::error::Exit;
use sciatica_testing::folder::assert_a_folder_answers_like_the_program;
use sciatica_testing::screening::Extent;

use crate::listing::MISPLACED;
use crate::support::{FIXTURE, Scratch, ask, documents, files_below, folder, ids_in, ids_of, repository};

/// What is wrong in each folder of `tests/fixtures/broken`, which is laid over the frozen catalogue.
const BROKEN: [(&str, &str); 153] = [
    ("adapt-without-limit", "precautions/numb-skin.json:10:5: rules[0]: a rule of level adapt without a limit"),
    ("alias-none", "precautions/pacemaker.json:5:22: aliases[1]: \"None\" declares that nothing applies"),
    (
        "alias-of-two-entries",
        "precautions/pacemaker.json:5:22: aliases[1]: \"Warfarin\" is already a name of precautions/blood-thinners.json",
    ),
    (
        "alias-that-is-a-code",
        "precautions/pacemaker.json:5:22: aliases[1]: \"gb-30\" is already a name of points/GB30.json",
    ),
    ("area-of-another-region", "points/BL25.json:13:11: area: the region \"back\" has no area \"knee\""),
    ("ask-without-question", "precautions/heart-condition.json:22:5: rules[1]: a rule of level ask that does not say"),
    ("bidi-character", "sources/seed-003.json:4:12: title: holds the control character U+202E"),
    ("blank-text", "sources/seed-003.json:4:12: title: is empty"),
    ("calf-without-its-red-flag", "catalogue.json:33:17: calf.red_flag: no red flag is called \"cold-leg\""),
    (
        "check-leads-to-a-sign-that-can-wait",
        "precautions/numb-skin.json:9:24: in_check.sign: \"not-better\" stops nobody",
    ),
    ("check-leads-to-no-sign", "precautions/numb-skin.json:9:45: in_check.ask[1]: no red flag is called \"cold-leg\""),
    ("claim-without-source", "precautions/pacemaker.json:7:14: advice[0]: a claim without a source"),
    ("control-character", "sources/seed-003.json:4:12: title: holds the control character U+001B"),
    ("dispute-about-nothing", "topics/how-it-works.json:17:16: disputes[0].about: unknown variant `weather`"),
    ("dose-too-long", "points/BL25.json:41:17: ways[0].rounds: 141 s at the least, where 120 s are the most"),
    ("editorial-without-why", "precautions/pacemaker.json:7:14: advice[0]: an editorial claim without its `why`"),
    ("empty-list", "red-flags/suspected-clot-leg.json:10:9: do: is empty"),
    (
        "everyday-word-left-alone",
        "everyday-words.json:6:96: same[1].said[1]: of \"year 7\" only \"year\" would be left, and mean the same; ",
    ),
    (
        "few-asked-before-what-makes-them-few",
        "triage.json:4:65: screens[1].only_for[0]: \"suspected-clot\" is not asked about before",
    ),
    ("figure-area-that-is-not-there", "figures/body.json:28:14: regions[2].area: no area is called \"elbow\"; "),
    ("figure-edge-not-closed", "figures/body.json:27:34: regions[1].path: an edge that is not closed; end each part"),
    ("figure-first-edge-not-closed", "figures/body.json:27:34: regions[1].path: an edge that is not closed; "),
    ("figure-landmark-beside-the-body", "figures/body.json:24:42: landmarks[3].at: \"wall\" lies beside the body; "),
    (
        "figure-landmark-of-a-step-not-drawn",
        "figures/hip.json:21:14: points[0]: the steps of GB30 name \"base of the spine\", which is not drawn; ",
    ),
    (
        "figure-landmark-that-no-step-names",
        "figures/hip.json:22:208: points[0].landmarks[2]: no step of GB30 names \"cleft\"; take it out, ",
    ),
    ("figure-landmark-twice", "figures/hip.json:19:12: landmarks[2].id: a second landmark is called \"bony-knob\"; "),
    ("figure-leaves-the-page", "figures/body.json:18:54: strokes[1].path: leaves the page; "),
    ("figure-left-on-the-right", "figures/body.json:9:14: left_is: seen from behind, left is on the left; "),
    (
        "figure-limb-with-a-twin",
        "figures/hip.json:21:176: points[0].mirrored: GB30 lies on a limb, which has no other side; ",
    ),
    ("figure-limb-without-its-side", "figures/hip.json:3:12: title: does not say that it is the left one; "),
    ("figure-line-twice", "figures/hip.json:15:12: strokes[2].id: a second line is called \"fold\"; "),
    ("figure-named-otherwise", "figures/hip.json:2:9: id: \"buttock-side\" does not match the name of the file; "),
    ("figure-of-a-limb-and-both-sides", "figures/body.json:10:11: side: does not tell which side is drawn; "),
    (
        "figure-of-a-place-drawn-already",
        "figures/torso.json:30:14: points[0].code: GB30 is drawn on the whole body already, in figures/body.json; ",
    ),
    (
        "figure-of-a-point-drawn-already",
        "figures/side.json:21:23: points[0].code: GB30 is drawn from near already, in figures/hip.json; ",
    ),
    ("figure-of-no-side", "figures/hip.json:10:11: side: does not tell which side is drawn; "),
    ("figure-of-no-width", "figures/hip.json:7:12: size[0]: 0 is no length; "),
    (
        "figure-path-that-cannot-be-drawn",
        "figures/hip.json:14:46: strokes[1].path: a path that cannot be drawn; use absolute M, L, C and Z",
    ),
    ("figure-point-beside-the-body", "figures/hip.json:21:37: points[0].at: GB30 lies beside the body; "),
    ("figure-point-by-both-ways", "figures/body.json:31:27: points[1].at: a place that cannot be found; "),
    ("figure-point-in-two-areas", "figures/body.json:30:28: points[0].at: GB30 lies in the area \"forefoot\" too; "),
    (
        "figure-point-of-another-area",
        "figures/body.json:31:27: points[1].at: LV3 does not lie in the area \"forefoot\" of this figure; ",
    ),
    ("figure-point-tells-of-another", "figures/body.json:31:74: points[1].alternative: tells of GB30; "),
    ("figure-point-that-is-not-there", "figures/body.json:31:14: points[1].code: no point is called \"LV9\"; "),
    ("figure-point-twice", "figures/body.json:31:14: points[1].code: a second point is called \"GB30\"; "),
    ("figure-point-without-a-place", "figures/body.json:31:27: points[1].at: a place that cannot be found; "),
    ("figure-point-without-words", "figures/hip.json:21:113: points[0].alternative: is empty; "),
    ("figure-tells-of-a-point", "figures/body.json:6:18: alternative: tells of LV3; "),
    ("figure-twin-beside-the-body", "figures/body.json:30:28: points[0].at: GB30 lies beside the body; "),
    ("figure-without-a-cun", "figures/hip.json:8:10: cun: -10 is no length; "),
    ("figure-without-words", "figures/hip.json:6:18: alternative: is empty; "),
    ("file-named-otherwise", "red-flags/suspected-clot-leg.json:2:9: id: \"clot-leg\" does not match the name"),
    ("heading-wider-than-a-line", "triage.json:5:36: screens[2].heading: 67 columns, where a line of a check has 62"),
    (
        "hold-of-no-time",
        "precautions/heart-condition.json:28:41: rules[1].limit.hold_seconds_at_most: a hold of 0 seconds",
    ),
    ("homonym-leads-nowhere", "homonyms.json:5:27: [0].choices[0].entry: no entry is called \"BL99\""),
    (
        "homonym-that-is-an-alias",
        "homonyms.json:9:23: [1].names[1]: \"Heart\" leads to precautions/heart-condition.json already",
    ),
    ("homonym-that-is-an-id", "homonyms.json:9:23: [1].names[1]: \"bl 40\" leads to points/BL40.json already"),
    (
        "implied-precaution-that-is-not-there",
        "red-flags/not-better.json:7:24: implies[1]: no precaution is called \"gluten\"",
    ),
    (
        "landmark-not-named",
        "points/BL25.json:25:21: location.find[0].landmark: the step does not name its landmark \"lowest rib\"",
    ),
    ("letters-of-another-meridian", "points/BL25.json:3:15: who_code: \"KI25\" is not BL and a number"),
    ("id-that-is-no-word", "topics/Rest, please.json:2:9: id: \"Rest, please\" is no id"),
    ("limit-of-nothing", "precautions/numb-skin.json:10:5: rules[0]: a rule of level adapt without a limit"),
    ("limit-off-the-scale", "precautions/numb-skin.json:14:37: rules[0].limit.pressure_at_most: 6 is not on"),
    ("entry-without-a-review", "sources/seed-003.json:1:1: does not say when it was reviewed"),
    (
        "month-that-is-none",
        "sources/seed-003.json:11:15: reviewed: invalid value: string \"2026-13\", expected a year and a month",
    ),
    ("missing-field", "sources/seed-003.json:1:1: missing field `grade`"),
    ("newer-format", "catalogue.json:2:21: format_version: format version 2; this program reads version 1"),
    (
        "passage-of-nothing",
        "topics/right-now.json:26:25: sections[2].does.entry: no point, stretch or technique is called \"knee-roll\"",
    ),
    ("precaution-asked-twice", "triage.json:14:85: screens[4].precautions[5]: \"pacemaker\" is asked about twice"),
    (
        "precaution-that-is-not-there",
        "triage.json:14:85: screens[4].precautions[5]: no precaution is called \"thick-skin\"",
    ),
    ("precaution-that-nobody-asks-about", "triage.json:2:14: screens: no question asks about \"pregnancy\""),
    ("prefix-of-two-meridians", "meridians.json:24:30: [2].prefixes[2]: \"ub\" is a prefix of another meridian"),
    ("pressure-that-aches", "points/BL25.json:39:19: ways[0].pressure: a way with pressure 4"),
    ("red-flag-asked-twice", "triage.json:4:84: screens[1].flags[1]: \"suspected-clot-leg\" is asked about twice"),
    ("red-flag-of-another-urgency", "triage.json:4:84: screens[1].flags[1]: \"not-better\" is less urgent than others"),
    ("red-flag-that-is-not-there", "triage.json:3:76: screens[0].flags[1]: no red-flag is called \"cold-leg\""),
    ("red-flag-that-nobody-asks-about", "triage.json:2:14: screens: no question asks about \"not-better\""),
    ("routine-file-named-otherwise", "routines/short-break.json:2:9: id: \"long-break\" does not match the name"),
    (
        "routine-names-no-entry",
        "routines/short-break.json:14:15: steps[2].entry: no point, stretch or technique is called \"LV9\"",
    ),
    (
        "routine-names-no-way",
        "routines/short-break.json:14:31: steps[2].ways[0]: LV3 has no way labelled \"Fingertip, ",
    ),
    ("routine-of-no-place", "routines/short-break.json:6:12: place: no place is called \"sofa\""),
    ("routine-out-of-order", "routines/short-break.json:15:15: steps[3].entry: comes too late in the routine"),
    (
        "routine-pulls-on-the-hamstrings",
        "stretches/knee-rock.json:6:11: part: pulls on the back of the thigh, and would be in routines",
    ),
    ("routine-slides-a-nerve", "stretches/knee-rock.json:6:11: part: slides the nerve, and would be in routines; "),
    ("rule-names-no-area", "precautions/numb-skin.json:12:36: rules[0].select.areas[1]: no area is called \"elbow\""),
    (
        "rule-names-no-entry",
        "precautions/numb-skin.json:12:38: rules[0].select.entries[1]: no entry is called \"BL99\"",
    ),
    ("rule-names-no-instead", "precautions/numb-skin.json:15:19: rules[0].instead[0]: no entry is called \"GB99\""),
    ("rule-names-no-kind", "precautions/numb-skin.json:12:37: rules[0].select.kinds[1]: no kind is called \"herb\""),
    (
        "rule-names-no-region",
        "precautions/numb-skin.json:12:37: rules[0].select.regions[1]: no region is called \"arm\"",
    ),
    ("rule-selects-nothing", "precautions/numb-skin.json:12:17: rules[0].select: the rule selects no entry"),
    ("screen-of-both", "triage.json:5:5: screens[2]: a screen that asks about signs and about precautions"),
    ("screen-of-nothing", "triage.json:6:5: screens[3]: a screen that asks about nothing"),
    ("screen-of-precautions-for-few", "triage.json:11:5: screens[4]: precautions that few are asked about"),
    ("short-name-with-a-sign", "precautions/frail.json:4:12: short: holds = or ;"),
    (
        "sign-of-few-that-implies-nothing",
        "triage.json:5:89: screens[2].flags[0]: \"suspected-clot-leg\" implies none of the",
    ),
    (
        "sign-to-book-for-that-implies-a-stop",
        "red-flags/not-better.json:7:15: implies[0]: \"suspected-clot\" raises \"suspected-clot-leg\"",
    ),
    ("sign-wider-than-a-line", "red-flags/not-better.json:4:12: short: 73 columns, where a line of a check has 62"),
    ("soon-before-same-day", "triage.json:5:5: screens[2]: a more urgent screen than the one before"),
    ("source-that-nothing-cites", "sources/lonely-2020.json:2:9: id: nothing cites this source"),
    ("span-downwards", "points/BL25.json:40:23: ways[0].hold_seconds: 59 to 47 is no span"),
    ("span-from-nothing", "points/BL25.json:42:18: ways[0].per_day: 0 to 2 is no span"),
    ("step-names-pressure", "points/BL25.json:44:26: ways[0].steps[0].text: the step says \"firmly\""),
    ("step-names-time", "points/BL25.json:44:26: ways[0].steps[0].text: the step says \"seconds\""),
    ("step-too-long-to-speak", "stretches/knee-rock.json:18:18: ways[0].steps[0].text: a step of 27 words"),
    ("stretch-of-no-region", "stretches/knee-rock.json:5:23: regions[1]: no region is called \"arm\""),
    ("stretch-step-names-time", "stretches/knee-rock.json:19:18: ways[0].steps[1].text: the step says \"seconds\""),
    (
        "stretch-with-unknown-movement",
        "stretches/knee-rock.json:14:33: ways[0].movements[1]: unknown variant `bouncing`",
    ),
    ("stretch-without-easier-version", "stretches/knee-rock.json:32:13: easier: is empty"),
    (
        "technique-dose-too-long",
        "techniques/ball-at-wall.json:16:17: ways[0].rounds: 152 s at the least, where 120 s are the most",
    ),
    ("ten-screens", "triage.json:2:14: screens: 10 screens, where 9 are the most"),
    ("topic-without-disputes", "topics/how-it-works.json:1:1: missing field `disputes`"),
    ("two-ways-with-one-label", "points/LV3.json:47:16: ways[1].label: a second way is labelled"),
    ("unknown-field", "sources/seed-003.json:11:13: colour: unknown field `colour`"),
    ("unknown-field-deep", "points/LV3.json:64:15: ways[1].hint: unknown field `hint`"),
    ("unknown-meridian", "points/BL25.json:11:15: meridian: no meridian is called \"spleen\""),
    ("unknown-red-flag", "precautions/pacemaker.json:8:15: red_flag: no red flag is called \"nothing\""),
    ("unknown-region", "points/BL25.json:12:13: region: no region is called \"arm\""),
    ("unknown-source", "precautions/pacemaker.json:7:81: advice[0].sources[0]: no source is called \"nobody-2020\""),
    ("unknown-word", "sources/seed-003.json:5:15: document: unknown variant `rumour`"),
    ("why-on-a-guideline", "precautions/pacemaker.json:8:5: advice[0]: a `why` on a claim that is not editorial"),
    (
        "alias-that-spells-a-code",
        "precautions/pacemaker.json:5:22: aliases[1]: \"UB 040\" is already a name of points/BL40.json",
    ),
    ("area-of-two-regions", "catalogue.json:23:85: regions[2].areas[1].id: \"Buttock\" is another region or area"),
    (
        "homonym-that-is-a-title",
        "homonyms.json:9:23: [1].names[1]: \"Pacemaker!\" leads to precautions/pacemaker.json already",
    ),
    ("invisible-character", "sources/seed-003.json:4:12: title: holds the invisible character U+200B"),
    (
        "more-rules-of-no-time",
        "rules/house.json:17:33: rules[0].limit.hold_seconds_at_most: a hold of 0 seconds at most",
    ),
    (
        "pinyin-of-another-point",
        "points/LV3.json:6:15: names.pinyin: \"Huántiào\" is already a name of points/GB30.json",
    ),
    ("routine-of-no-points", "routine.json:3:21: points_at_most: 0 is nothing"),
    ("routine-of-no-time", "routines/short-break.json:5:14: minutes: 0 is nothing"),
    (
        "routine-titled-like-another",
        "routines/short-break.json:2:9: id: \"short-break\" is already a name of routines/long-break",
    ),
    ("tag-character", "precautions/pacemaker.json:7:23: advice[0].text: holds the invisible character U+E0041"),
    (
        "title-of-another-entry",
        "red-flags/suspected-clot-leg.json:2:9: id: \"suspected-clot-leg\" is already a name of ",
    ),
    (
        "title-that-is-an-alias",
        "precautions/pacemaker.json:3:12: title: \"Warfarin\" is already a name of precautions/blood",
    ),
    ("wrong-type", "sources/seed-003.json:4:12: title: invalid type: integer `3`, expected a string"),
    (
        "sign-that-stands-for-nothing-known",
        "red-flags/suspected-clot-leg.json:8:18: stands_for[0]: no red flag is called \"cold-leg\"",
    ),
    (
        "sentence-of-no-way",
        "stretches/arch-and-round.json:67:16: easier[1].ways[0]: no way is labelled \"Round up, sitting\" here",
    ),
    ("way-that-finds-nothing", "points/GB30.json:98:5: ways[2]: no step finds the place for this way"),
    (
        "weeks-of-no-pregnancy",
        "precautions/frail.json:12:16: rules[0].weeks: weeks in a rule of another precaution than pregnancy",
    ),
    ("weeks-that-are-none", "precautions/pregnancy.json:31:16: rules[3].weeks: no weeks of a pregnancy"),
    ("implies-what-is-not-there", "precautions/frail.json:8:15: implies[0]: no precaution is called \"old-hip\""),
    (
        "implies-what-ends-self-care",
        "precautions/frail.json:8:15: implies[0]: \"suspected-clot\" cannot be implied here",
    ),
    ("precaution-with-no-such-page", "precautions/frail.json:8:11: page: no topic is called \"old-age\""),
    (
        "leaves-out-what-is-a-danger",
        "precautions/narrow-canal.json:10:5: rules[0]: a rule that only leaves out what a reader cannot do",
    ),
    (
        "leaves-out-by-no-position",
        "precautions/numb-skin.json:11:5: rules[0]: `leaves_out` and `only_in` belong together",
    ),
    ("passage-beside-open-text", "topics/right-now.json:23:5: sections[2]: a section says something in one place"),
    (
        "passage-of-another-dose",
        "topics/right-now.json:27:18: sections[2].does.claims[0].text: 120 s is none of the doses of knee-rock",
    ),
    (
        "how-to-in-open-text",
        "precautions/pacemaker.json:7:23: advice[0].text: \"bend both knee feet floor howtokneerockway1\" stands in how-to of stretches/knee-rock.json too",
    ),
    (
        "dispute-of-another-dose",
        "stretches/arch-and-round.json:97:16: disputes[0].shown: 5 to 9 s is none of the doses of its ways",
    ),
    (
        "question-for-another-time",
        "precautions/pregnancy.json:48:19: rules[5].ask_what: asks for another time than its limit",
    ),
    ("routine-holds-nothing-known", "routines/short-break.json:8:13: holds[0]: no precaution is called \"old-hip\""),
    (
        "routine-holds-what-ends-self-care",
        "routines/short-break.json:8:13: holds[0]: \"suspected-clot\" raises a red flag, after which no routine follows",
    ),
    (
        "reason-in-short-of-no-rule",
        "precautions/numb-skin.json:10:15: in_short: its rules and its short reasons disagree about avoid",
    ),
    (
        "question-in-short-without-its-reason",
        "precautions/numb-skin.json:10:15: in_short: does not say whom to ask, what, and why",
    ),
    ("routine-step-by-itself", "routines/short-break.json:9:15: steps[0].entry: is done by itself, in no routine"),
];

/// Folders whose JSON itself is broken: the parser says where.
const BROKEN_JSON: [(&str, &str); 4] = [
    ("cut-short", "sources/seed-003.json:4:15: EOF while parsing a string"),
    ("field-twice", "sources/seed-003.json:6:12: grade: duplicate field `grade`"),
    ("not-json", "sources/seed-003.json:7:3: expected `,` or `}`"),
    ("text-after-json", "sources/seed-003.json:12:1: trailing characters"),
];

fn problems(directory: &Path) -> Vec<String> {
    check_directory(directory).expect("a folder that can be read").iter().map(ToString::to_string).collect()
}

fn broken(name: &str) -> Scratch {
    let scratch = Scratch::copy_of(FIXTURE);
    scratch.lay(&repository("tests/fixtures/broken").join(name));
    scratch
}

fn assert_one_problem(name: &str, problems: &[String], beginning: &str) {
    let [problem] = problems else { panic!("{name} has {} problems:\n{}", problems.len(), problems.join("\n")) };
    assert!(problem.starts_with(beginning), "{name}:\n expected {beginning}\n    found {problem}");
    assert!(problem.contains("; "), "{name} says what to do: {problem}");
}

#[test]
fn ours_passes_every_check() {
    assert_eq!(problems(&repository("data")), [""; 0]);
    let answer = ask(&["catalogue", "check", &folder("data")]);
    assert_eq!((answer.exit, answer.out.as_str(), answer.err.as_str()), (Exit::Answered, "No problem found.\n", ""));
}

#[test]
fn the_frozen_one_passes_every_check() {
    assert_eq!(problems(&repository(FIXTURE)), [""; 0]);
}

#[test]
fn each_broken_one_has_exactly_its_problem() {
    let read = |folder: &str| -> BTreeMap<String, String> {
        let root = repository(folder);
        let read = |path: String| {
            let text = fs::read_to_string(root.join(&path)).unwrap();
            (path, text)
        };
        files_below(&root).into_iter().map(read).collect()
    };
    let frozen = read(FIXTURE);
    for (name, beginning) in BROKEN {
        let mut files = frozen.clone();
        files.extend(read(&format!("tests/fixtures/broken/{name}")));
        let Err(CatalogueError::Invalid { problems, .. }) = Catalogue::of_files(name, files) else { panic!("{name}") };
        let problems: Vec<String> = problems.iter().map(ToString::to_string).collect();
        assert_one_problem(name, &problems, beginning);
    }
    // Where files stand is looked at in a folder alone, and every eighth of the others is read from one too.
    for (name, beginning) in BROKEN.into_iter().step_by(8).chain(MISPLACED) {
        assert_one_problem(name, &problems(broken(name).path()), beginning);
    }
}

#[test]
fn broken_json_is_named_with_its_place() {
    for (name, beginning) in BROKEN_JSON {
        assert_one_problem(name, &problems(broken(name).path()), beginning);
    }
}

#[test]
fn every_broken_fixture_is_tested() {
    let tested: BTreeSet<String> =
        BROKEN.iter().chain(&BROKEN_JSON).chain(&MISPLACED).map(|(name, _)| (*name).to_owned()).collect();
    let there = files_below(&repository("tests/fixtures/broken"));
    let there: BTreeSet<String> = there.iter().filter_map(|path| Some(path.split_once('/')?.0.to_owned())).collect();
    assert_eq!(there, tested);
}

#[test]
fn a_broken_one_is_not_answered_from() {
    let scratch = broken("unknown-field");
    for question in [&["show", "GB30"][..], &["points"], &["precautions"], &["sources"], &["routine"], &["now"]] {
        let answer = ask(&[question, &["--catalogue", scratch.argument()]].concat());
        assert_eq!((answer.exit, answer.out.as_str()), (Exit::Failed, ""), "{question:?}");
        assert!(answer.err.contains("sources/seed-003.json:11:13: colour: unknown field"), "{}", answer.err);
    }
}

#[test]
fn every_problem_is_reported_at_once() {
    let scratch = Scratch::copy_of(FIXTURE);
    for name in ["unknown-source", "unknown-region", "adapt-without-limit"] {
        scratch.lay(&repository("tests/fixtures/broken").join(name));
    }
    let answer = ask(&["catalogue", "check", scratch.argument()]);
    assert_eq!((answer.exit, answer.out.as_str()), (Exit::Failed, ""));
    let lines: Vec<&str> = answer.err.lines().collect();
    assert_eq!(lines.len(), 4, "{}", answer.err);
    assert!(lines[0].starts_with("error: ") && lines[0].ends_with("has 3 problems"), "{}", lines[0]);
    let files: Vec<_> = lines[1..].iter().filter_map(|line| line.trim().split(':').next()).collect();
    assert_eq!(files, ["points/BL25.json", "precautions/numb-skin.json", "precautions/pacemaker.json"]);
}

#[test]
fn a_file_that_cannot_be_read_is_a_problem_of_its_own() {
    let not_utf_8 = Scratch::copy_of(FIXTURE);
    not_utf_8.write("sources/seed-003.json", b"{\"id\": \"\xff\"}");
    assert_one_problem("not UTF-8", &problems(not_utf_8.path()), "sources/seed-003.json:1:9: is not UTF-8");

    let huge = Scratch::copy_of(FIXTURE);
    huge.write("sources/seed-003.json", &vec![b' '; (1 << 20) + 1]);
    assert_one_problem("huge", &problems(huge.path()), "sources/seed-003.json: is larger than 1 MiB");

    let a_folder = Scratch::copy_of(FIXTURE);
    fs::remove_file(a_folder.path().join("sources/seed-003.json")).unwrap();
    fs::create_dir(a_folder.path().join("sources/seed-003.json")).unwrap();
    assert_one_problem("folder", &problems(a_folder.path()), "sources/seed-003.json: is not a regular file");
}

#[test]
fn each_file_at_the_root_is_needed() {
    for file in ["catalogue.json", "meridians.json", "homonyms.json", "triage.json", "routine.json"] {
        let scratch = Scratch::copy_of(FIXTURE);
        fs::remove_file(scratch.path().join(file)).unwrap();
        assert_one_problem(file, &problems(scratch.path()), &format!("{file}: "));
    }
}

#[test]
fn the_right_now_page_cannot_be_missing() {
    let scratch = Scratch::copy_of(FIXTURE);
    fs::remove_file(scratch.path().join("topics/right-now.json")).unwrap();
    let problems = problems(scratch.path());
    assert!(problems.iter().any(|it| it.starts_with("topics/right-now.json: is missing; ")), "{problems:?}");
    let answer = ask(&["now", "--catalogue", scratch.argument()]);
    assert_eq!((answer.exit, answer.out.as_str()), (Exit::Failed, ""));
    assert!(answer.err.contains("topics/right-now.json: is missing"), "{}", answer.err);
}

#[test]
fn a_catalogue_without_its_precautions_is_refused() {
    let scratch = Scratch::copy_of(FIXTURE);
    let folder = scratch.path().join("precautions");
    fs::remove_dir_all(&folder).unwrap();
    let answer = ask(&["show", "GB30", "--catalogue", scratch.argument()]);
    assert_eq!((answer.exit, answer.out.as_str()), (Exit::Failed, ""));
    assert!(answer.err.contains("\n  precautions: "), "{}", answer.err);
    fs::write(&folder, "a file where the folder should be").unwrap();
    let found = problems(scratch.path());
    assert!(found.iter().any(|it| it.starts_with("precautions: ")), "{found:?}");
}

#[test]
fn a_byte_order_mark_does_no_harm() {
    let scratch = Scratch::copy_of(FIXTURE);
    let text = fs::read(scratch.path().join("catalogue.json")).unwrap();
    scratch.write("catalogue.json", &[b"\xef\xbb\xbf", &text[..]].concat());
    assert_eq!(problems(scratch.path()), [""; 0]);
}

#[test]
fn a_folder_that_is_not_there_is_an_error() {
    let scratch = Scratch::new();
    let missing = scratch.path().join("missing");
    assert!(matches!(check_directory(&missing), Err(CatalogueError::NoDirectory { .. })));
    let answer = ask(&["points", "--catalogue", missing.to_str().unwrap()]);
    assert_eq!((answer.exit, answer.out.as_str()), (Exit::Failed, ""));
    assert!(answer.err.contains("name a directory that holds catalogue.json"), "{}", answer.err);
}

#[test]
fn every_file_of_ours_is_in_the_program() {
    let bundled = Catalogue::bundled(sciatica::bundle()).unwrap();
    let mut entries = 0;
    for (path, value) in documents("data") {
        let id = value["code"].as_str().or(value["id"].as_str()).unwrap_or_default();
        match path.split_once('/').map_or(path.as_str(), |(folder, _)| folder) {
            "points" => assert_eq!(bundled.point(id).unwrap().code, id),
            "stretches" => assert_eq!(bundled.stretch(id).unwrap().id, id),
            "techniques" => assert_eq!(bundled.technique(id).unwrap().id, id),
            "precautions" => assert_eq!(bundled.precaution(id).unwrap().id, id),
            "sources" => {
                for id in ids_in(&value) {
                    assert_eq!(bundled.source(&id).unwrap().id, id);
                }
            }
            "topics" => assert_eq!(bundled.topic(id).unwrap().id, id),
            "red-flags" => assert_eq!(bundled.red_flag(id).unwrap().id, id),
            "routines" => assert_eq!(bundled.named_routine(id).unwrap().id, id),
            "figures" => assert_eq!(bundled.figure(id).unwrap().id, id),
            "poses" => assert_eq!(bundled.poses(id).unwrap().unwrap().id, id),
            "catalogue.json" => assert_eq!(bundled.manifest().edition, value["edition"].as_str().unwrap()),
            "meridians.json" => assert_eq!(bundled.meridians().unwrap().len(), value.as_array().unwrap().len()),
            "routine.json" => {
                let minutes = bundled.routine_frame().unwrap().minutes;
                assert_eq!(Some(minutes.into()), value["minutes"].as_u64());
            }
            "homonyms.json" => assert_eq!(bundled.homonyms().unwrap().len(), value.as_array().unwrap().len()),
            "everyday-words.json" => {}
            "not-covered.json" => {
                let rows: Vec<_> = bundled.index().all_not_covered().collect();
                assert_eq!(rows.len(), value.as_array().unwrap().len());
                for row in rows {
                    assert_eq!(bundled.not_covered(row).unwrap().id, row.id);
                }
            }
            "triage.json" => {
                let questions = bundled.triage_questions().unwrap();
                assert_eq!(questions.screens.len(), value["screens"].as_array().unwrap().len());
            }
            // A folder that this program does not know yet.
            other => panic!("data/{other} is in no test"),
        }
        entries += 1;
    }
    assert!(entries > 60, "only {entries} files");
}

fn sorted(mut ids: Vec<String>) -> Vec<String> {
    ids.sort();
    ids
}

#[test]
fn every_entry_of_ours_is_in_the_index() {
    let bundled = Catalogue::bundled(sciatica::bundle()).unwrap();
    let index = bundled.index();
    let of_files = |folder: &str| -> Vec<String> { sorted(ids_of(folder)) };
    assert_eq!(sorted(index.points().map(|row| row.code.to_owned()).collect()), of_files("points"));
    assert_eq!(sorted(index.precautions().map(|row| row.id.to_owned()).collect()), of_files("precautions"));
    assert_eq!(sorted(index.sources().map(|row| row.id.to_owned()).collect()), of_files("sources"));
    for kind in [Kind::Stretch, Kind::Technique] {
        assert_eq!(
            sorted(index.practices(kind).map(|row| row.id.to_owned()).collect()),
            of_files(kind.folder().expect("a folder"))
        );
    }
    assert_eq!(sorted(index.topics().map(|row| row.id.to_owned()).collect()), of_files("topics"));
    assert_eq!(sorted(index.routines().map(|row| row.id.to_owned()).collect()), of_files("routines"));
    let named = index.all_names().filter(|(_, target)| target.kind == Kind::RedFlag);
    let red_flags: BTreeSet<String> = named.map(|(_, target)| target.id.to_owned()).collect();
    assert_eq!(sorted(red_flags.into_iter().collect()), of_files("red-flags"));
    let rules: usize = documents("data/precautions").iter().map(|(_, it)| it["rules"].as_array().unwrap().len()).sum();
    assert_eq!(index.rules().count(), rules);
}

#[test]
fn a_folder_with_our_files_gives_the_bytes_of_the_program() {
    assert_a_folder_answers_like_the_program(Extent::Quick);
}

#[test]
fn a_fifteenth_point_is_one_file() {
    let scratch = Scratch::copy_of("data");
    let mut point = documents("data/points").into_iter().find(|(path, _)| path == "GB34.json").unwrap().1;
    for (field, value) in [("code", "GB31"), ("who_code", "GB31")] {
        point[field] = value.into();
    }
    point["aliases"] = serde_json::json!([]);
    point["lay"] = serde_json::json!([]);
    point["names"] = serde_json::json!({
        "pinyin": "Fēngshì", "pinyin_plain": "Fengshi", "hanzi": {"traditional": "風市", "simplified": "风市"},
        "english": ["Wind Market"]
    });
    let before = ask(&["points", "--catalogue", scratch.argument()]).out.lines().count();
    scratch.write("points/GB31.json", serde_json::to_string_pretty(&point).unwrap().as_bytes());
    assert_eq!(problems(scratch.path()), [""; 0]);
    let after = ask(&["points", "--catalogue", scratch.argument()]);
    assert_eq!((after.exit, after.out.lines().count()), (Exit::Answered, before + 1));
    for name in ["GB31", "vb 31", "fengshi", "風市", "wind market"] {
        let answer = ask(&["show", name, "--format", "json", "--catalogue", scratch.argument()]);
        assert_eq!(answer.data()[0]["code"], "GB31", "{name}");
    }
    // The rules of all points hold for it at once.
    for declared in ["warfarin", "pregnancy", "bleeding-disorder", "cancer", "infection", "under-16"] {
        let answer = ask(&["show", "GB31", "--with", declared, "--catalogue", scratch.argument()]);
        assert_eq!(answer.exit, Exit::Stopped, "{declared}: {}", answer.out);
    }
}

/// A point without a figure is shown in words; with one more file, it is drawn.
#[test]
fn a_figure_more_is_one_file() {
    let scratch = Scratch::copy_of(FIXTURE);
    let asked = |question: &[&str]| ask(&[question, &["--width", "80", "--catalogue", scratch.argument()]].concat());
    let before = asked(&["show", "BL40", "--figure"]);
    assert_eq!((before.exit, before.out.contains('●')), (Exit::Answered, false), "{}", before.out);
    let (_, mut figure) = documents(FIXTURE).into_iter().find(|(path, _)| path == "figures/hip.json").unwrap();
    for (field, value) in [("id", "knee"), ("title", "Left knee from behind"), ("alternative", "Behind the knee.")] {
        figure[field] = value.into();
    }
    figure["landmarks"][0]["name"] = "two cords".into();
    figure["landmarks"][1]["name"] = "crease behind the knee".into();
    figure["regions"][0]["area"] = "knee".into();
    figure["points"][0]["code"] = "BL40".into();
    figure["points"][0]["alternative"] = "BL40 lies in the crease.".into();
    scratch.write("figures/knee.json", serde_json::to_string_pretty(&figure).unwrap().as_bytes());
    assert_eq!(problems(scratch.path()), [""; 0]);
    let after = asked(&["show", "BL40", "--figure"]);
    assert!(after.out.contains("● BL40") && after.out.contains("Left knee from behind"), "{}", after.out);
    assert_eq!(asked(&["show", "GB30", "--figure"]).out.matches("Left knee").count(), 0);
}

#[test]
fn a_stretch_more_is_one_file() {
    let scratch = Scratch::copy_of("data");
    let mut stretch = documents("data/stretches").into_iter().find(|(path, _)| path == "swan.json").unwrap().1;
    stretch["id"] = "forearm-lean".into();
    stretch["lay"] = serde_json::json!([]);
    stretch["title"] = "Resting on the forearms".into();
    stretch["aliases"] = serde_json::json!(["forearm-rest"]);
    let before = ask(&["stretches", "--catalogue", scratch.argument()]).out.lines().count();
    scratch.write("stretches/forearm-lean.json", serde_json::to_string_pretty(&stretch).unwrap().as_bytes());
    assert_eq!(problems(scratch.path()), [""; 0]);
    let after = ask(&["stretches", "--catalogue", scratch.argument()]);
    assert_eq!((after.exit, after.out.lines().count()), (Exit::Answered, before + 1));
    for question in [&["show", "forearm rest"][..], &["search", "forearm", "rest"]] {
        let answer = ask(&[question, &["--format", "json", "--catalogue", scratch.argument()]].concat());
        assert_eq!(answer.data()[0]["id"], "forearm-lean", "{question:?}");
    }
    // The rules of all stretches that arch the back, or lie on the front, hold for it at once.
    for declared in ["spinal-stenosis", "pregnancy"] {
        let answer = ask(&["show", "forearm-lean", "--with", declared, "--catalogue", scratch.argument()]);
        assert_eq!(answer.exit, Exit::Stopped, "{declared}: {}", answer.out);
    }
}

#[test]
fn a_routine_more_is_one_file() {
    let scratch = Scratch::copy_of("data");
    let routine = serde_json::json!({
        "id": "lunch-break",
        "title": "After lunch",
        "about": [{"text": "A walk and a bend.", "basis": "editorial", "why": "It is an example."}],
        "minutes": 10,
        "place": "standing",
        "at_hand": [],
        "steps": [{"entry": "warm-up-walk"}, {"entry": "standing-back-bend", "ways": ["Hands on the low back"]}]
    });
    scratch.write("routines/lunch-break.json", serde_json::to_string_pretty(&routine).unwrap().as_bytes());
    assert_eq!(problems(scratch.path()), [""; 0]);
    for name in ["lunch-break", "After lunch", "LUNCH BREAK"] {
        let answer = ask(&["routine", name, "--format", "json", "--catalogue", scratch.argument()]);
        let routine = &answer.data()[0];
        assert_eq!((answer.exit, &routine["id"]), (Exit::Answered, &"lunch-break".into()), "{name}: {}", answer.err);
        let entries: Vec<&str> =
            routine["steps"].as_array().unwrap().iter().filter_map(|step| step["entry"]["id"].as_str()).collect();
        assert_eq!(entries, ["warm-up-walk", "standing-back-bend"]);
    }
    // The rule on arching holds for it at once.
    let narrow = ask(&["routine", "lunch-break", "--with", "spinal-stenosis", "--catalogue", scratch.argument()]);
    assert!(narrow.out.contains("AVOID: Standing back bend (narrow spinal canal)"), "{}", narrow.out);
    assert!(!narrow.out.contains("hands on the low back"), "{}", narrow.out);
}
