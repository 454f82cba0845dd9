//! Screening: no output tells how to do what is withheld, and declaring more never loosens anything. Each precaution is
//! tried alone, in the forms that tell most; every pair of them in every form is walked in `tests/walks`.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use guide::model::Kind;
use guide::model::{Level, Position};
use guide::query::Stance;
use guide::screening::Profile;
use guide::shelf::Catalogue;
use proptest::prelude::*;
use proptest::sample::Index;
use sciatica::error::Exit;
use sciatica_testing::how_to::{files, how_to_texts, lines_found, texts_of_doses_disputed, words_of};
use sciatica_testing::outcome::{Outcome, assert_no_looser, outcome, outcome_for, permitted, practices, shared};
use sciatica_testing::screening::{
    ENTRIES, Extent, Hidden, PAGE, PRECAUTIONS, UTF_8, alone, everybody, fixture, ids, in_every_form, marker,
    planted_ids, reader, target, verdict,
};
use sciatica_testing::withholding::{
    assert_a_search_withholds, assert_all_how_to_is_told_to_anybody, assert_cards_withhold, assert_handouts_withhold,
    assert_lists_withhold, assert_no_answer_to_a_check_tells_how_to, assert_our_guide_withholds_every_step,
    assert_pages_to_read_withhold, assert_precautions_tell_how_to_do_nothing, assert_routines_and_sessions_withhold,
    assert_the_personal_page_withholds, assert_the_right_now_page_withholds,
};
use serde_json::Value;

use crate::support::{Answer, FIXTURE, Keeper, ask, ask_keeping, documents, folder};

#[test]
fn tells_all_how_to_when_nothing_is_declared() {
    assert_all_how_to_is_told_to_anybody(Extent::Quick);
}

#[test]
fn tells_a_dispute_about_dose_on_a_page_to_who_declared_nothing() {
    in_every_form(&["learn", PAGE], &[], |arguments, answer| {
        let whole = arguments.iter().any(|it| it == "--full" || it == "json");
        assert_eq!(answer.out.to_lowercase().contains(&marker(PAGE)), whole, "{arguments:?}:\n{}", answer.out);
    });
}

#[test]
fn the_markers_tell_the_entries_and_their_ways_apart() {
    for one in &ENTRIES {
        for other in ENTRIES.iter().filter(|other| other.id != one.id) {
            assert!(!marker(one.id).starts_with(&marker(other.id)), "{} and {}", one.id, other.id);
        }
        assert!(one.ways.len() < 10, "way 1 of {} would hide way 10", one.id);
    }
    // Every how-to text carries one: a text without it would leak unseen.
    for (path, entry) in documents(FIXTURE) {
        let id = entry["code"].as_str().or(entry["id"].as_str()).unwrap_or_default();
        if planted_ids().contains(&id) {
            for text in how_to_texts(&entry) {
                assert!(text.to_lowercase().contains(&marker(id)), "{path} has how-to without a marker: {text}");
            }
        }
    }
    let planted = |kind: Kind| ENTRIES.iter().filter(|entry| entry.kind == kind).count();
    for kind in [Kind::Point, Kind::Stretch, Kind::Technique] {
        let files = documents(&format!("{FIXTURE}/{}", kind.folder().expect("a folder"))).len();
        assert_eq!(planted(kind), files, "a {} of the frozen catalogue is in no test", kind.id());
    }
}

#[test]
fn withholds_in_every_shape_of_show_what_a_precaution_withholds() {
    assert_cards_withhold(Extent::Quick);
}

#[test]
fn withholds_in_lists_what_a_precaution_withholds() {
    assert_lists_withhold(Extent::Quick);
}

#[test]
fn withholds_in_routines_and_sessions_what_a_precaution_withholds() {
    assert_routines_and_sessions_withhold(Extent::Quick);
}

#[test]
fn withholds_on_the_personal_page_what_a_precaution_withholds() {
    assert_the_personal_page_withholds(Extent::Quick);
}

#[test]
fn withholds_on_paper_what_a_precaution_withholds() {
    assert_handouts_withhold(Extent::Quick);
}

#[test]
fn withholds_in_a_search_for_the_very_words_of_the_how_to() {
    assert_a_search_withholds(Extent::Quick);
}

#[test]
fn withholds_on_the_right_now_page_what_a_precaution_withholds() {
    assert_the_right_now_page_withholds(Extent::Quick);
}

#[test]
fn withholds_in_pages_to_read_what_tells_of_doses() {
    assert_pages_to_read_withhold(Extent::Quick);
}

#[test]
fn no_answer_to_a_check_tells_how_to_do_anything() {
    assert_no_answer_to_a_check_tells_how_to(Extent::Quick);
}

#[test]
fn withholds_of_our_guide_every_step_that_a_precaution_withholds_or_strikes() {
    assert_our_guide_withholds_every_step(Extent::Quick);
}

#[test]
fn withholds_one_entry_and_stops_with_3_whatever_the_form() {
    let catalogue = fixture();
    for profile in alone(&ids()).into_iter().skip(1) {
        let hidden = Hidden::from(&catalogue, &profile);
        for id in planted_ids() {
            for form in [&[][..], &["--format", "json"]] {
                let directory = folder(FIXTURE);
                let arguments = [&["show", id, "--with", &profile[0], "--catalogue", &directory], form].concat();
                let arguments: Vec<String> = arguments.into_iter().map(str::to_owned).collect();
                let answer = ask(&arguments);
                hidden.assert_untold(&arguments, &answer);
                let stopped = hidden.entries.contains(&id);
                assert_eq!(answer.exit == Exit::Stopped, stopped, "{arguments:?}");
                assert_eq!(answer.out.to_lowercase().contains(&marker(id)), !stopped, "{arguments:?}:\n{}", answer.out);
            }
        }
    }
}

#[test]
fn a_page_whose_reader_is_not_known_tells_only_what_no_rule_touches() {
    let keeper = Keeper::of("{");
    let catalogue = folder(FIXTURE);
    for form in [&[][..], &["--width", "80"], &["--plain"], &["--format", "json"], &["--format", "markdown"]] {
        let arguments = [&["now", "--catalogue", &catalogue][..], form].concat();
        let answer = ask_keeping(&keeper, &[UTF_8], &arguments);
        assert_eq!(answer.exit, Exit::Answered, "{form:?}: {}", answer.err);
        let out = answer.out.to_lowercase();
        assert!(out.contains("stand up and walk") && out.contains("a foot newly drags"), "{form:?}: {out}");
        assert!(!out.contains("howto"), "{form:?}: {out}");
        assert!(answer.err.contains("cannot be used"), "{form:?}: {}", answer.err);
    }
}

#[test]
fn precautions_tell_how_to_do_nothing_whatever_is_declared() {
    assert_precautions_tell_how_to_do_nothing(Extent::Quick);
}

#[test]
fn nothing_else_in_the_catalogue_tells_how_to_do_anything() {
    let catalogue = folder(FIXTURE);
    let hidden = Hidden::everything();
    let questions: [&[&str]; 19] = [
        &["points"],
        &["stretches"],
        &["techniques"],
        &["precautions"],
        &["red-flags"],
        &["learn"],
        &["learn", "how-it-works", "--full"],
        &["check", "--answers", "none"],
        &["check", "--answers", "pregnancy,not-better"],
        &["check", "--answers", "numb-skin"],
        &["check", "--answers", "numb-skin,not:numb-between-legs"],
        &["sources"],
        &["sources", "--disputes"],
        &["sources", "seed-003"],
        &["show", "seed-003"],
        &["show", "pregnancy"],
        &["show", "suspected-clot-leg"],
        &["show", "BL54"],
        &["show", "nothing"],
    ];
    for question in questions {
        let shapes: [&[&str]; 6] = [
            &[],
            &["--width", "80"],
            &["--width", "40"],
            &["--plain"],
            &["--format", "json"],
            &["--format", "markdown"],
        ];
        for shape in shapes {
            let arguments: Vec<String> =
                question.iter().chain(shape).chain(&["--catalogue", &catalogue]).map(|&it| it.to_owned()).collect();
            hidden.assert_untold(&arguments, &ask(&arguments));
        }
    }
}

#[test]
fn each_precaution_alone_does_what_its_rules_say() {
    let catalogue = fixture();
    for (id, expected) in PRECAUTIONS {
        let reader = reader(&catalogue, &[id.to_owned()]);
        let found: String = ENTRIES
            .iter()
            .map(|entry| {
                let verdict = verdict(&catalogue, &reader, target(&catalogue, entry.id));
                assert_eq!(verdict.withheld, verdict.level >= Some(Level::Ask), "{id} {}", entry.id);
                match verdict.level {
                    None => '-',
                    Some(Level::Adapt) => 'l',
                    Some(Level::Ask) => 'a',
                    Some(Level::Avoid) => 'x',
                }
            })
            .collect();
        assert_eq!(found, expected.replace(' ', ""), "{id} on {:?}", planted_ids());
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

    for (id, parts) in [
        ("knee-rock", &["ways", "struck_ways", "easier", "mistakes"][..]),
        ("thumb-press", &["ways", "struck_ways", "mistakes"]),
    ] {
        let answer = ask(&["show", id, "--pregnant", "--format", "json", "--catalogue", &catalogue]);
        let entry = &answer.data()[0];
        assert_eq!(entry["withheld"], true, "{id}");
        for part in parts {
            let field = entry.get(*part).unwrap_or_else(|| panic!("{id} has no {part}"));
            assert!(field.is_null(), "{part} of {id}, which is withheld, is not null");
        }
    }
}

#[test]
fn leaves_out_with_a_way_what_is_told_of_that_way_alone() {
    let catalogue = folder(FIXTURE);
    let show = |with: &str| {
        let question = ["show", "arch-and-round", "--with", with, "--format", "json", "--catalogue", &catalogue];
        ask(&question).data()[0].clone()
    };
    let (struck, whole) = (show("narrow-canal"), show("none"));
    assert_eq!((struck["ways"].as_array().unwrap().len(), whole["ways"].as_array().unwrap().len()), (1, 2));
    for (part, left, all) in [("easier", 1, 2), ("mistakes", 1, 2), ("stop_if", 1, 2)] {
        let count = |shown: &serde_json::Value| shown[part].as_array().unwrap().len();
        assert_eq!((count(&struck), count(&whole)), (left, all), "{part}");
    }
    assert!(struck["struck_ways"][0].as_str().unwrap().starts_with("Arch, then round up"));
}

#[test]
fn shows_numbers_without_their_grounds_where_a_limit_changed_them() {
    let catalogue = folder(FIXTURE);
    for (id, grounds) in [("arch-and-round", "dosage_why"), ("thumb-press", "dose_why"), ("GB30", "dose_why")] {
        let show = |with: &str| {
            ask(&["show", id, "--with", with, "--format", "json", "--catalogue", &catalogue]).data()[0].clone()
        };
        let (limited, whole) = (show("frail"), show("none"));
        assert_eq!(limited["ways"][0]["hold_seconds"]["max"], 28, "{id}");
        assert!(limited["ways"][0][grounds].is_null() && !whole["ways"][0][grounds].is_null(), "{id}");
    }
}

#[test]
fn withholds_by_giving_no_permit() {
    let catalogue = fixture();
    for profile in everybody(&ids()) {
        let reader = reader(&catalogue, &profile);
        for id in planted_ids() {
            let entry = target(&catalogue, id);
            let verdict = verdict(&catalogue, &reader, entry);
            let withheld = verdict.withheld;
            assert_eq!(permitted(&catalogue, entry, verdict).is_none(), withheld, "{id} for {profile:?}");
        }
    }
}

#[test]
fn withholds_an_entry_that_was_judged_as_another() {
    let catalogue = fixture();
    let reader = reader(&catalogue, &[]);
    for one in planted_ids() {
        for other in planted_ids().into_iter().filter(|other| *other != one) {
            let verdict = verdict(&catalogue, &reader, target(&catalogue, other));
            assert!(!verdict.withheld);
            assert!(permitted(&catalogue, target(&catalogue, one), verdict).is_none(), "{one} judged as {other}");
        }
    }
}

#[test]
fn adding_any_precaution_to_any_set_of_them_loosens_nothing() {
    let catalogue = fixture();
    let ids = ids();
    let set = |bits: usize| -> Vec<String> {
        ids.iter().enumerate().filter(|(place, _)| bits >> place & 1 == 1).map(|(_, id)| (*id).to_owned()).collect()
    };
    for id in planted_ids() {
        let entry = target(&catalogue, id);
        for cleared in [false, true] {
            let outcomes: Vec<Outcome> = (0..1 << ids.len())
                .map(|bits| outcome(&catalogue, entry, &set(bits), &if cleared { set(bits) } else { Vec::new() }))
                .collect();
            for (bits, before) in outcomes.iter().enumerate() {
                for more in (0..ids.len()).map(|place| bits | 1 << place).filter(|&more| more != bits) {
                    let what = format!("{id}, {:?} to {:?}, cleared: {cleared}", set(bits), set(more));
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
    for profile in everybody(&ids()).into_iter().filter(|profile| profile.len() == 2) {
        for id in planted_ids() {
            let entry = target(&catalogue, id);
            let cleared = |ids: &[String]| outcome(&catalogue, entry, ids, ids);
            let (one, other, both) = (cleared(&profile[..1]), cleared(&profile[1..]), cleared(&profile));
            let expected = shared(&one, &other);
            compared += expected.len();
            assert_eq!(both.ways, expected, "{id} for {profile:?}");
        }
    }
    assert!(compared > 100, "only {compared} ways were compared");
}

#[test]
fn a_clinicians_word_lifts_ask_within_the_limits_and_never_avoid() {
    let catalogue = fixture();
    for profile in everybody(&ids()).into_iter().skip(1) {
        for id in planted_ids() {
            let entry = target(&catalogue, id);
            let asked = outcome(&catalogue, entry, &profile, &[]);
            for cleared in [&profile[..1], &profile[..]] {
                let agreed = outcome(&catalogue, entry, &profile, cleared);
                assert!(
                    agreed.level <= asked.level && agreed.level.is_some() == asked.level.is_some(),
                    "{id}, {profile:?}"
                );
                match asked.level {
                    Some(Level::Avoid) => assert!(agreed.withheld, "{id} for {profile:?}: cleared in spite of avoid"),
                    Some(Level::Ask) if cleared.len() == profile.len() => {
                        assert!(!agreed.withheld, "{id} for {profile:?}: not lifted");
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
    // On a stretch a clinician's word brings the way back that was struck, within its limit.
    let arguments = ["show", "arch-and-round", "--cleared", "pregnancy", "--format", "json", "--catalogue", &catalogue];
    let stretch = &ask(&arguments).data()[0];
    let most: Vec<&Value> = stretch["ways"].as_array().unwrap().iter().map(|it| &it["hold_seconds"]["max"]).collect();
    assert_eq!(most, [27, 67]);
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

/// What of each precaution a reader says: nothing; that it applies; that a clinician agreed in spite of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Said {
    Nothing,
    Agreed,
    Applies,
}

fn said() -> impl Strategy<Value = (Index, Said)> {
    (any::<Index>(), prop_oneof![2 => Just(Said::Agreed), 1 => Just(Said::Applies)])
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    /// One reader says at least as much of every precaution as another; of some a clinician's agreement is missing.
    #[test]
    fn saying_more_loosens_nothing_however_much_was_said(
        words in proptest::collection::vec(said(), 0..9),
        more in proptest::collection::vec(said(), 1..5),
    ) {
        let catalogue = Catalogue::bundled(sciatica::bundle()).unwrap();
        let ids: Vec<&str> = catalogue.index().precautions().map(|row| row.id).collect();
        let add = |said: &mut [Said], words: Vec<(Index, Said)>| {
            for (place, word) in words {
                let place = place.index(ids.len());
                said[place] = said[place].max(word);
            }
        };
        let mut said = vec![Said::Nothing; ids.len()];
        add(&mut said, words);
        let mut said_more = said.clone();
        add(&mut said_more, more);
        // What another implies applies too.
        for said in [&mut said, &mut said_more] {
            let implied: Vec<&str> = ids
                .iter()
                .zip(said.iter())
                .filter(|(_, word)| **word != Said::Nothing)
                .flat_map(|(id, _)| catalogue.index().declared_with(id).split_off(1))
                .collect();
            let implied = ids.iter().zip(said.iter_mut()).filter(|(id, _)| implied.contains(id));
            implied.for_each(|(_, word)| *word = Said::Applies);
        }
        let reader = |said: &[Said]| {
            let of = |wanted: &[Said]| -> Vec<String> {
                let chosen = ids.iter().zip(said).filter(|(_, word)| wanted.contains(word));
                chosen.map(|(id, _)| (*id).to_owned()).collect()
            };
            catalogue.reader(Profile::new(of(&[Said::Applies, Said::Agreed]), of(&[Said::Agreed]))).unwrap()
        };
        let (before, after) = (reader(&said), reader(&said_more));
        for entry in practices(&catalogue) {
            let what = format!("{}, {:?} to {:?}", entry.id, before.profile(), after.profile());
            let (before, after) = (outcome_for(&catalogue, &before, entry), outcome_for(&catalogue, &after, entry));
            assert_no_looser(&what, &before, &after);
        }
    }
}

#[test]
fn search_quotes_no_how_to_of_an_entry_that_a_precaution_touches() {
    let catalogue = fixture();
    for (declared, _) in PRECAUTIONS {
        let reader = reader(&catalogue, &[declared.to_owned()]);
        for (path, entry) in
            ["points", "stretches", "techniques"].into_iter().flat_map(|kind| documents(&format!("{FIXTURE}/{kind}")))
        {
            let id = path.trim_end_matches(".json");
            let touched = verdict(&catalogue, &reader, target(&catalogue, id)).level.is_some();
            let texts = how_to_texts(&entry);
            let labels = entry["ways"].as_array().unwrap().iter().filter_map(|way| way["label"].as_str());
            for text in texts.into_iter().chain(labels) {
                let lines = lines_found(&catalogue, &reader, text);
                let own = lines.iter().find(|(_, found, ..)| found == id).expect("the entry that says so");
                let expected = if touched { (Stance::Withheld, "") } else { (Stance::Shown, text) };
                assert_eq!((own.2, own.3.as_str()), expected, "{declared}, {id}, search {text:?}");
            }
        }
    }
}

#[test]
fn search_quotes_a_dispute_about_dose_or_pressure_to_nobody() {
    let catalogue = fixture();
    for declared in [&[][..], &["pacemaker".to_owned()], &["frail".to_owned()]] {
        let reader = reader(&catalogue, declared);
        let mut asked = 0;
        for (path, file) in documents(FIXTURE) {
            for text in texts_of_doses_disputed(&file) {
                asked += 1;
                let lines = lines_found(&catalogue, &reader, text);
                let said: Vec<_> =
                    lines.iter().filter(|(.., line)| line.contains("SAID") || line.contains(text)).collect();
                assert!(said.is_empty(), "{path}, search {text:?}: {said:?}");
                let id = Path::new(&path).file_stem().unwrap().to_str().unwrap();
                assert!(lines.iter().any(|(_, found, ..)| found == id), "{path} is not found by {text:?}");
            }
        }
        assert!(asked > 10, "only {asked} texts");
    }
    // What is not about how to do it is quoted, as what others say.
    let lines = lines_found(&catalogue, &reader(&catalogue, &[]), "unblocks a flow along a channel");
    assert_eq!((lines[0].1.as_str(), lines[0].2), ("how-it-works", Stance::Disputed), "{lines:?}");
    assert!(
        lines[0].3.contains("says: Pressing unblocks") && lines[0].3.contains("This guide: Tradition"),
        "{lines:?}"
    );
}

#[test]
fn search_in_our_guide_quotes_a_dispute_about_dose_or_pressure_to_nobody() {
    let catalogue = Catalogue::bundled(sciatica::bundle()).unwrap();
    let reader = reader(&catalogue, &[]);
    let mut asked = 0;
    for ((kind, id), file) in &files() {
        for text in texts_of_doses_disputed(file) {
            asked += 1;
            for (found, entry, stance, line) in lines_found(&catalogue, &reader, text) {
                let disputed = (found, &entry) == (*kind, id) && stance == Stance::Disputed;
                assert!(
                    !(disputed && words_of(&line).contains(&words_of(text))),
                    "search {text:?} quotes {id}: {line}"
                );
            }
        }
    }
    assert!(asked > 40, "only {asked} texts");
}

/// The levels of a list of our guide, by id.
fn levels(question: &[&str]) -> BTreeMap<String, Option<String>> {
    let answer = ask(&[question, &["--format", "json"]].concat());
    let level = |line: &Value| line["level"].as_str().map(str::to_owned);
    answer.data().iter().map(|line| (line["id"].as_str().unwrap().to_owned(), level(line))).collect()
}

/// The labels of the ways of an entry of our guide: those that are left, and those that a rule struck.
fn labels(id: &str, declared: &[&str]) -> (Vec<String>, Vec<String>) {
    let answer = ask(&[&["show", id, "--format", "json"], declared].concat());
    let entry = &answer.data()[0];
    let texts = |list: &Value| -> Vec<String> {
        let label = |each: &Value| each["label"].as_str().or(each.as_str()).unwrap().to_owned();
        list.as_array().into_iter().flatten().map(label).collect()
    };
    (texts(&entry["ways"]), texts(&entry["struck_ways"]))
}

fn assert_avoids(levels: &BTreeMap<String, Option<String>>, ids: &[&str]) {
    for id in ids {
        let level = levels.get(*id).unwrap_or_else(|| panic!("{id} is not in the list"));
        assert_eq!(level.as_deref(), Some("avoid"), "{id}");
    }
}

#[test]
fn avoids_arching_with_spinal_stenosis_and_keeps_the_half_of_cat_and_cow_that_rounds_up() {
    let with = &["--with", "spinal-stenosis"];
    let levels = levels(&[&["stretches"], &with[..]].concat());
    assert_avoids(&levels, &["swan", "press-up", "standing-back-bend"]);
    assert_eq!(levels["cat-cow"].as_deref(), Some("adapt"));
    let (left, struck) = labels("cat-cow", with);
    assert_eq!((left, struck), (vec!["Round up only".to_owned()], vec!["Round up, then sink".to_owned()]));
    let text = ask(&["show", "cat-cow", "--full", "--with", "spinal-stenosis"]).out;
    assert!(!words_of(&text).contains(" let your belly sink "), "{text}");
}

#[test]
fn strikes_in_pregnancy_every_way_of_stretching_on_the_back_or_the_front() {
    let mut struck = 0;
    for ((kind, id), file) in files().iter().filter(|((kind, _), _)| matches!(kind, Kind::Stretch | Kind::Technique)) {
        let flat: BTreeSet<&str> = file["ways"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|way| way["positions"].as_array().unwrap().iter().any(|it| it == "supine" || it == "prone"))
            .map(|way| way["label"].as_str().unwrap())
            .collect();
        struck += flat.len();
        for declared in [&["--pregnant"][..], &["--cleared", "pregnancy"]] {
            let (left, _) = labels(id, declared);
            let lying: Vec<&String> = left.iter().filter(|label| flat.contains(label.as_str())).collect();
            assert!(lying.is_empty(), "{kind:?} {id} {declared:?} keeps {lying:?}");
        }
    }
    assert!(struck > 10, "only {struck} ways");
}

#[test]
fn keeps_in_pregnancy_walking_rest_on_the_side_and_rounding_up() {
    let levels = levels(&["stretches", "--pregnant"]);
    for id in ["walking", "resting-positions", "seated-cat", "pelvic-tilt"] {
        assert!(matches!(levels[id].as_deref(), None | Some("adapt")), "{id}: {:?}", levels[id]);
    }
    let has = |id: &str, words: &[&str], not: &[&str]| {
        let (left, _) = labels(id, &["--pregnant"]);
        assert!(!left.is_empty(), "{id} has no way left");
        let holds = |label: &String| words.iter().all(|word| label.to_lowercase().contains(word));
        assert!(left.iter().any(holds), "{id} keeps no way called {words:?}: {left:?}");
        let says = |label: &&String| not.iter().any(|word| label.to_lowercase().contains(word));
        assert_eq!(left.iter().find(says), None, "{id} keeps a way that should be struck");
    };
    has("walking", &[], &[]);
    has("resting-positions", &["side"], &["on your back", "on your front"]);
    has("seated-cat", &["round"], &["arch"]);
    has("pelvic-tilt", &["hands and knees"], &["on your back"]);
}

#[test]
fn avoids_bending_and_crossing_a_new_hip() {
    let levels = levels(&["stretches", "--with", "hip-replacement"]);
    assert_avoids(&levels, &["knee-to-chest", "both-knees-to-chest", "figure-four-lying", "figure-four-seated"]);
}

#[test]
fn a_precaution_that_raises_a_red_flag_ends_every_command() {
    let catalogues = [vec!["--catalogue".to_owned(), folder(FIXTURE)], Vec::new()];
    for catalogue in &catalogues {
        let opened = match catalogue.get(1) {
            Some(directory) => Catalogue::in_directory(Path::new(directory)),
            None => Catalogue::bundled(sciatica::bundle()),
        };
        let opened = opened.unwrap();
        let raising: Vec<(&str, &str)> =
            opened.index().precautions().filter_map(|row| Some((row.id, row.red_flag?))).collect();
        assert!(!raising.is_empty());
        for (id, flag) in raising {
            for question in COMMANDS_WITH {
                for with in [id.to_owned(), format!("pregnancy,{id}")] {
                    for option in ["--with", "--cleared"] {
                        let mut arguments: Vec<String> = question.iter().map(|&it| it.to_owned()).collect();
                        arguments.extend([option.to_owned(), with.clone()]);
                        arguments.extend(catalogue.iter().cloned());
                        let answer = ask(&arguments);
                        assert_eq!(answer.exit, Exit::Stopped, "{arguments:?}");
                        let title = opened.red_flag(flag).unwrap().title;
                        assert!(answer.out.contains(&title), "{arguments:?} does not name the flag:\n{}", answer.out);
                        let goes_on = ["Press it", "Do it"].iter().any(|it| answer.out.contains(it));
                        assert!(!goes_on, "{arguments:?} goes on:\n{}", answer.out);
                        arguments.extend(["--format".to_owned(), "json".to_owned()]);
                        let data = ask(&arguments).data();
                        assert_eq!((data.len(), &data[0]["id"]), (1, &flag.into()), "{arguments:?}");
                    }
                }
            }
        }
    }
}

/// A question for every command that takes `--with`.
const COMMANDS_WITH: [&[&str]; 13] = [
    &["show", "GB30"],
    &["points"],
    &["stretches"],
    &["techniques"],
    &["precautions"],
    &["precautions", "pregnancy"],
    &["learn"],
    &["learn", "right-now"],
    &["search", "pain"],
    &["routine"],
    &["routine", "--minutes", "30", "--place", "floor"],
    &["session", "--plan"],
    &["handout", "GB30"],
];

/// Every command that takes `--with`, answering from the frozen catalogue.
fn every_command_with(words: &[&str]) -> Vec<(Vec<String>, Answer)> {
    let catalogue = folder(FIXTURE);
    let asked = COMMANDS_WITH.iter().map(|&question| {
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
        for word in ["", " ", ",", "pregnancy,", ",pregnancy"] {
            for (arguments, answer) in every_command_with(&[option, word]) {
                assert_eq!((answer.exit, answer.out.as_str()), (Exit::Usage, ""), "{arguments:?}");
                assert!(answer.err.starts_with("error: a precaution without a name"), "{arguments:?}: {}", answer.err);
            }
        }
        for word in ["gluten", "pregnanci", "GB30", "seed-003", "pregnancy,gluten"] {
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
    assert!(answer.out.contains("Nothing here speaks against it, for what you told us."), "{}", answer.out);
    let silent = ask(&["show", "GB30", "--catalogue", &catalogue]);
    assert!(silent.out.contains("Nothing declared."), "{}", silent.out);
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

#[test]
fn telling_the_week_loosens_only_what_rules_of_weeks_hold() {
    let catalogue = Catalogue::bundled(sciatica::bundle()).unwrap();
    let files = documents("data/precautions");
    let (_, pregnancy) = files.iter().find(|(path, _)| path == "pregnancy.json").unwrap();
    let bounds = pregnancy["rules"].as_array().unwrap().iter().filter_map(|rule| rule["weeks"]["from"].as_u64());
    let bounds: Vec<u64> = bounds.collect();
    assert!(!bounds.is_empty());
    let unknown = reader(&catalogue, &["pregnancy".to_owned()]);
    for week in bounds.iter().flat_map(|from| [from - 1, *from]).chain([1, 20, 38, 42]) {
        let told = reader(&catalogue, &[format!("--pregnant={week}")]);
        let holds = bounds.iter().all(|from| *from <= week);
        for entry in practices(&catalogue) {
            let [strict, loose] = [&unknown, &told].map(|reader| outcome_for(&catalogue, reader, entry));
            assert_no_looser(&format!("{} from week {week} to any", entry.id), &loose, &strict);
            if holds {
                assert_eq!(strict, loose, "{} in week {week}", entry.id);
            }
            let on_the_back = catalogue.index().facets(entry).unwrap().ways;
            if on_the_back.iter().all(|way| !way.positions.contains(&Position::Supine)) {
                assert_eq!(strict, loose, "{}, which nobody does on the back, in week {week}", entry.id);
            }
        }
    }
}
