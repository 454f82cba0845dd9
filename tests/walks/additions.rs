//! A directory that adds to the bundled guide.

use sciatica_testing::additions::assert_added_and_marked;
use sciatica_testing::loosening::assert_additions_loosen_nothing;
use sciatica_testing::screening::Extent;

#[test]
fn what_is_added_answers_every_command_and_is_marked_in_every_form() {
    assert_added_and_marked(Extent::Whole);
}

#[test]
fn a_thousand_mutated_additions_loosen_nothing_hide_nothing_and_bear_the_mark() {
    assert_additions_loosen_nothing(1_000);
}
