//! Transcripts of sessions on the frozen catalogue, word for word: `tests/transcripts/*.trycmd`.
//!
//! New data changes none of them. When the look of answers changes on purpose, refresh them with
//! `TRYCMD=overwrite cargo test --test guide transcripts` and read the difference before you commit it.

#[test]
fn transcripts_still_hold() {
    let cases = trycmd::TestCases::new();
    cases.register_bin("sciatica", trycmd::schema::Bin::Path(env!("CARGO_BIN_EXE_sciatica").into()));
    for (variable, value) in [("LC_ALL", "C.UTF-8"), ("NO_COLOR", "1"), ("SCIATICA_PLAIN", "0")] {
        cases.env(variable, value);
    }
    cases.case("tests/transcripts/*.trycmd");
}
