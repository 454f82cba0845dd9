//! Transcripts of sessions on the frozen catalogue, word for word: `tests/transcripts/*.trycmd`.
//!
//! New data changes none of them. When the look of answers changes on purpose, refresh them with
//! `TRYCMD=overwrite cargo test --test guide transcripts` and read the difference before you commit it.

use crate::process::keeping_in;
use crate::support::Scratch;

#[test]
fn transcripts_still_hold() {
    holds("tests/transcripts/*.trycmd");
}

/// By themselves: what they keep is for each other alone.
#[test]
fn transcripts_of_a_kept_profile_still_hold() {
    holds("tests/transcripts/kept/*.trycmd");
}

fn holds(transcripts: &str) {
    // Whoever runs the tests may keep a profile of their own.
    let home = Scratch::new();
    let cases = trycmd::TestCases::new();
    cases.register_bin("sciatica", trycmd::schema::Bin::Path(env!("CARGO_BIN_EXE_sciatica").into()));
    for (variable, value) in [("LC_ALL", "C.UTF-8"), ("NO_COLOR", "1"), ("SCIATICA_PLAIN", "0")] {
        cases.env(variable, value);
    }
    for (name, folder) in keeping_in(&home) {
        cases.env(name, folder);
    }
    cases.case(transcripts);
    cases.run();
}
