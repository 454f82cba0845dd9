//! Copies of our catalogue with one thing changed: each is refused with a place and a remedy, or answers like ours.

use sciatica_testing::mutations::assert_refused_with_a_place_or_answered;

#[test]
fn a_thousand_mutated_copies_are_refused_with_a_place_or_answer() {
    assert_refused_with_a_place_or_answered(1_000);
}
