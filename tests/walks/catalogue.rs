//! The catalogue in a folder.

use sciatica_testing::folder::assert_a_folder_answers_like_the_program;
use sciatica_testing::screening::Extent;

#[test]
fn a_folder_with_our_files_gives_the_bytes_of_the_program_in_every_form() {
    assert_a_folder_answers_like_the_program(Extent::Whole);
}
