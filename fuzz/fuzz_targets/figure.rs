//! Any figure, and any path: drawn in dots and on paper, unchecked.

#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| sciatica_testing::random::figure(text));
