//! Any name and any question to our own catalogue.

#![no_main]

libfuzzer_sys::fuzz_target!(|name: &str| sciatica_testing::random::lookup(name));
