//! Routines, exhaustively: nobody, each precaution and every pair of them, in every place, for 3 to 30 minutes.

use guide::screening::Profile;
use sciatica_testing::routine::{
    Asked, assert_every_place_gets_what_is_permitted, assert_sound, bundled, open_precautions, places, repertoire,
    screening, variants, walk,
};
use sciatica_testing::screening::{Extent, alone, everybody};

#[test]
fn every_pair_of_precautions_in_every_place_gets_what_is_permitted_within_the_time() {
    let profiles = everybody(&open_precautions(&bundled()));
    assert!(profiles.len() > 500, "{} profiles", profiles.len());
    assert_every_place_gets_what_is_permitted(Extent::Whole);
}

#[test]
fn each_precaution_and_wish_gets_what_is_permitted_and_the_same_twice() {
    let catalogue = bundled();
    let ids = open_precautions(&catalogue);
    let profiles: Vec<Vec<String>> = alone(&ids);
    let came = walk(&profiles, |catalogue, declared, came| {
        for cleared in [&[], declared] {
            let profile = Profile::new(declared.to_vec(), cleared.to_vec());
            let reader = catalogue.reader(profile).expect("a reader");
            let repertoire = repertoire(catalogue, &reader);
            let screening = screening(catalogue, &reader);
            for (place, minutes) in places(catalogue).into_iter().zip([20, 10, 30, 15, 5]) {
                for asked in variants(&Asked::new(declared, minutes, place)) {
                    let routine = asked.compose(&repertoire);
                    assert_sound(catalogue, &asked, &screening, &routine);
                    came.by(&routine);
                    if asked.request.partner {
                        assert_eq!(routine, asked.compose(&repertoire), "another answer: {asked:?}");
                    }
                }
            }
        }
    });
    assert!(came.left_out.contains("gentle") && came.routines > 2000, "{} {:?}", came.routines, came.left_out);
}
