//! A directory that adds to the bundled guide.

use sciatica_testing::additions::assert_added_and_marked;
use sciatica_testing::screening::Extent;

#[test]
fn what_is_added_answers_every_command_and_is_marked_in_every_form() {
    assert_added_and_marked(Extent::Whole);
}
