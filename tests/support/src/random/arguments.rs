//! Any command line: words between zero bytes, the first byte says on what kind of terminal.

use std::ffi::OsString;

use super::{ask, assert_in_order};

/// Any command line: words between zero bytes, the first byte says on what kind of terminal.
pub fn arguments(data: &[u8]) {
    let Some((kind, words)) = data.split_first() else { return };
    let arguments = words.split(|byte| *byte == 0).map(argument);
    let width = (kind & 2 != 0).then_some(usize::from(kind >> 2));
    assert_in_order(&ask(arguments, kind & 1 != 0, width));
}

/// An argument of any bytes, as far as the system has such.
fn argument(bytes: &[u8]) -> OsString {
    #[cfg(unix)]
    return std::os::unix::ffi::OsStringExt::from_vec(bytes.to_vec());
    #[cfg(not(unix))]
    String::from_utf8_lossy(bytes).into_owned().into()
}
