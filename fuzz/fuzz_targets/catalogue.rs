//! A small catalogue with files from elsewhere: it is refused with what to do, or it answers.

#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| sciatica_testing::random::catalogue(text));
