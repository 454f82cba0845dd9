//! Copies of our catalogue with one thing changed. `tests/walks` tries more of them.

use sciatica_testing::mutations::assert_refused_with_a_place_or_answered;

#[test]
fn a_mutated_copy_is_refused_with_a_place_or_answers() {
    assert_refused_with_a_place_or_answered(50);
}
