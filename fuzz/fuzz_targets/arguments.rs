//! Any command line: words between zero bytes, the first byte says on what kind of terminal.

#![no_main]

use std::ffi::OsString;
use std::os::unix::ffi::OsStringExt;

use libfuzzer_sys::fuzz_target;
use sciatica_fuzz::{ask, assert_in_order};

fuzz_target!(|data: &[u8]| {
    let Some((kind, words)) = data.split_first() else { return };
    let arguments = words.split(|byte| *byte == 0).map(|word| OsString::from_vec(word.to_vec()));
    let width = (kind & 2 != 0).then_some(usize::from(kind >> 2));
    assert_in_order(&ask(arguments, kind & 1 != 0, width));
});
