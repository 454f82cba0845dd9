//! Routines, exhaustively: nobody, each precaution and every pair of them, in every place, for 3 to 30 minutes.

use sciatica_testing::routine::{assert_every_place_gets_what_is_permitted, bundled, open_precautions};
use sciatica_testing::screening::{Extent, everybody};

#[test]
fn every_pair_of_precautions_in_every_place_gets_what_is_permitted_within_the_time() {
    let profiles = everybody(&open_precautions(&bundled()));
    assert!(profiles.len() > 500, "{} profiles", profiles.len());
    assert_every_place_gets_what_is_permitted(Extent::Whole);
}
