//! Transcripts of sessions, word for word: on the frozen catalogue, `tests/transcripts/*.trycmd`, and on ours,
//! `tests/journeys/*.trycmd`.
//!
//! New data changes none of the first. When the look of answers changes on purpose, refresh them with
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

/// Readers who go the whole way with the guide that ships, from the first command to the last. New data changes them: read
/// aloud what changed before you commit it.
#[test]
fn journeys_through_our_guide_still_hold() {
    holds("tests/journeys/*.trycmd");
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
