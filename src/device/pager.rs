//! A pager: another program that shows a text screen by screen.

use std::env;
use std::io::{self, Write};
use std::process::{Command, Stdio};

/// What less does where nobody says what it is to do: it ends where a text fits a screen, shows colours, and leaves the text
/// standing. So do git and gh.
const LESS: &str = "FRX";

/// Shows a text through a pager and waits for its end.
///
/// # Errors
/// There is no such program, or it failed: then nobody knows what was seen of the text.
pub(crate) fn page(words: &[String], text: &str) -> io::Result<()> {
    let (program, arguments) = words.split_first().ok_or(io::ErrorKind::NotFound)?;
    let mut command = Command::new(program);
    command.args(arguments).stdin(Stdio::piped());
    if env::var_os("LESS").is_none() {
        command.env("LESS", LESS);
    }
    let mut pager = command.spawn()?;
    // Ctrl-C is for the pager.
    #[cfg(unix)]
    let _ignored = signal_hook::flag::register(signal_hook::consts::SIGINT, std::sync::Arc::default());
    if let Some(mut input) = pager.stdin.take() {
        // Whoever leaves before the end has read enough.
        let _ = input.write_all(text.as_bytes());
    }
    if pager.wait()?.success() { Ok(()) } else { Err(io::ErrorKind::Other.into()) }
}
