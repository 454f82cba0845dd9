//! Screening, exhaustively: every precaution and every pair of them, in every form.

use std::collections::BTreeMap;

use guide::query;
use guide::query::Stance;
use guide::screening::Profile;
use guide::shelf::Catalogue;
use sciatica_testing::how_to::{files, how_to_texts, lines_found, words_of};
use sciatica_testing::outcome::{Outcome, assert_no_looser, outcome_for, practices, shared};
use sciatica_testing::screening::{Extent, everybody, reader};
use sciatica_testing::withholding::{
    assert_a_search_withholds, assert_all_how_to_is_told_to_anybody, assert_cards_withhold, assert_handouts_withhold,
    assert_lists_withhold, assert_no_answer_to_a_check_tells_how_to, assert_our_guide_withholds_every_step,
    assert_pages_to_read_withhold, assert_precautions_tell_how_to_do_nothing, assert_routines_and_sessions_withhold,
    assert_the_personal_page_withholds, assert_the_right_now_page_withholds,
};

#[test]
fn tells_all_how_to_in_every_form_when_nothing_is_declared() {
    assert_all_how_to_is_told_to_anybody(Extent::Whole);
}

#[test]
fn precautions_tell_how_to_do_nothing_in_every_form() {
    assert_precautions_tell_how_to_do_nothing(Extent::Whole);
}

#[test]
fn withholds_in_every_form_of_show_what_a_precaution_or_a_pair_withholds() {
    assert_cards_withhold(Extent::Whole);
}

#[test]
fn withholds_in_lists_what_a_precaution_or_a_pair_withholds() {
    assert_lists_withhold(Extent::Whole);
}

#[test]
fn withholds_in_routines_and_sessions_what_a_precaution_or_a_pair_withholds() {
    assert_routines_and_sessions_withhold(Extent::Whole);
}

#[test]
fn withholds_on_the_personal_page_what_a_precaution_or_a_pair_withholds() {
    assert_the_personal_page_withholds(Extent::Whole);
}

#[test]
fn withholds_on_paper_what_a_precaution_or_a_pair_withholds() {
    assert_handouts_withhold(Extent::Whole);
}

#[test]
fn withholds_in_a_search_for_the_very_words_of_the_how_to_what_a_precaution_or_a_pair_withholds() {
    assert_a_search_withholds(Extent::Whole);
}

#[test]
fn withholds_on_the_right_now_page_what_a_precaution_or_a_pair_withholds() {
    assert_the_right_now_page_withholds(Extent::Whole);
}

#[test]
fn withholds_in_pages_to_read_what_tells_of_doses() {
    assert_pages_to_read_withhold(Extent::Whole);
}

#[test]
fn no_two_answers_to_a_check_tell_how_to_do_anything() {
    assert_no_answer_to_a_check_tells_how_to(Extent::Whole);
}

#[test]
fn withholds_of_our_guide_every_step_in_every_form_and_search() {
    assert_our_guide_withholds_every_step(Extent::Whole);
}

#[test]
fn adding_any_precaution_of_the_bundled_catalogue_loosens_nothing() {
    let catalogue = Catalogue::bundled(sciatica::bundle()).unwrap();
    let ids: Vec<&str> = catalogue.index().precautions().map(|row| row.id).collect();
    let entries = practices(&catalogue);
    let outcomes = |declared: &[String], clears: bool| -> Vec<Outcome> {
        let cleared = if clears { declared.to_vec() } else { Vec::new() };
        let reader = catalogue.reader(Profile::new(declared.to_vec(), cleared)).unwrap();
        entries.iter().map(|entry| outcome_for(&catalogue, &reader, *entry)).collect()
    };
    let nobody = outcomes(&[], false);
    for (entry, nobody) in entries.iter().zip(&nobody) {
        assert_eq!((nobody.level, nobody.withheld), (None, false), "{} is withheld from everybody", entry.id);
    }
    for clears in [false, true] {
        let alone: BTreeMap<&str, Vec<Outcome>> =
            ids.iter().map(|&id| (id, outcomes(&[id.to_owned()], clears))).collect();
        // Whoever clears what another implies says more of it than that it applies.
        let implies = |profile: &[String]| {
            let is_implied = |one: &str, other: &str| catalogue.index().declared_with(one).contains(&other);
            is_implied(&profile[0], &profile[1]) || is_implied(&profile[1], &profile[0])
        };
        let pairs = everybody(&ids).into_iter().filter(|profile| profile.len() == 2);
        for profile in pairs.filter(|profile| !clears || !implies(profile)) {
            let both = outcomes(&profile, clears);
            let (one, other) = (&alone[profile[0].as_str()], &alone[profile[1].as_str()]);
            for (place, entry) in entries.iter().enumerate() {
                for (id, one) in profile.iter().zip([&one[place], &other[place]]) {
                    assert_no_looser(&format!("{}, nothing to {id}", entry.id), &nobody[place], one);
                    let what = format!("{}, {id} to {profile:?}, cleared: {clears}", entry.id);
                    assert_no_looser(&what, one, &both[place]);
                }
                if !both[place].withheld {
                    let expected = shared(&one[place], &other[place]);
                    assert_eq!(both[place].ways, expected, "{} for {profile:?}", entry.id);
                }
            }
        }
    }
}

#[test]
fn search_in_our_guide_quotes_no_how_to_that_a_precaution_withholds() {
    let catalogue = Catalogue::bundled(sciatica::bundle()).unwrap();
    let files = files();
    let mut asked = 0;
    for entry in practices(&catalogue) {
        let file = &files[&(entry.kind, entry.id.to_owned())];
        let touching = query::touching(&catalogue, &catalogue.index().facets(entry).unwrap()).unwrap();
        // One precaution of each level: the class of a text does not depend on which of them it is.
        let mut levels = BTreeMap::new();
        for (row, level) in touching.iter().filter(|(row, _)| row.red_flag.is_none()) {
            levels.entry(*level).or_insert(row.id);
        }
        for declared in levels.into_values() {
            let reader = reader(&catalogue, &[declared.to_owned()]);
            for text in how_to_texts(file) {
                asked += 1;
                for (kind, id, stance, line) in lines_found(&catalogue, &reader, text) {
                    let own = (kind, id.as_str()) == (entry.kind, entry.id);
                    let quoted = own && stance == Stance::Shown && words_of(&line).contains(&words_of(text));
                    assert!(!quoted, "{declared}: search {text:?} quotes {id}: {line}");
                }
            }
        }
    }
    assert!(asked > 500, "only {asked} texts");
}
