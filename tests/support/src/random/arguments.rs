//! Any command line: words between zero bytes, the first byte says on what kind of terminal.

use std::ffi::OsString;
use std::os::unix::ffi::OsStringExt;

use super::{ask, assert_in_order};

/// Any command line: words between zero bytes, the first byte says on what kind of terminal.
pub fn arguments(data: &[u8]) {
    let Some((kind, words)) = data.split_first() else { return };
    let arguments = words.split(|byte| *byte == 0).map(|word| OsString::from_vec(word.to_vec()));
    let width = (kind & 2 != 0).then_some(usize::from(kind >> 2));
    assert_in_order(&ask(arguments, kind & 1 != 0, width));
}
