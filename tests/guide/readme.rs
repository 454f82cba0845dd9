//! The README: what its console blocks show is what the program answers.

use trycmd::TestCases;

use crate::process::keeping_in;
use crate::support::Scratch;

#[test]
fn the_readme_shows_what_the_program_answers() {
    let cases = TestCases::new();
    for (name, value) in [("LC_ALL", "C.UTF-8"), ("LANG", "C.UTF-8"), ("SCIATICA_PLAIN", "0"), ("NO_COLOR", "1")] {
        cases.env(name, value);
    }
    // Whoever runs the tests may keep a profile of their own.
    let home = Scratch::new();
    for (name, folder) in keeping_in(&home) {
        cases.env(name, folder);
    }
    cases.case("README.md");
}
