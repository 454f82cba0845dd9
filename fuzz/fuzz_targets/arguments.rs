//! Any command line: words between zero bytes, the first byte says on what kind of terminal.

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| sciatica_testing::random::arguments(data));
