//! Somebody who can be asked.

use std::io::{self, BufRead, Write};

/// Somebody who reads questions and types answers.
pub trait Dialogue {
    /// Shows a text.
    ///
    /// # Errors
    /// It cannot be written.
    fn say(&mut self, text: &str) -> io::Result<()>;

    /// Waits for a line; `None` when the reader has left.
    ///
    /// # Errors
    /// It cannot be read.
    fn hear(&mut self) -> io::Result<Option<String>>;
}

/// A dialogue over a pair of streams.
#[derive(Debug)]
pub struct Console<R, W> {
    /// What the reader types.
    pub input: R,
    /// What the reader sees.
    pub output: W,
}

impl<R: BufRead, W: Write> Dialogue for Console<R, W> {
    fn say(&mut self, text: &str) -> io::Result<()> {
        self.output.write_all(text.as_bytes())?;
        self.output.flush()
    }

    fn hear(&mut self) -> io::Result<Option<String>> {
        // A terminal that counts bytes may leave half a character where one was taken back: that is no answer, and no error.
        let mut line = Vec::new();
        let read = self.input.read_until(b'\n', &mut line)?;
        Ok((read > 0).then(|| String::from_utf8_lossy(&line).into_owned()))
    }
}
