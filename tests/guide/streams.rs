//! Standard streams that another program left in disorder, and bytes that are no text.

use std::fs::{File, OpenOptions};
use std::io::{Read, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

use rustix::fs::{OFlags, fcntl_getfl, fcntl_setfl};

use crate::process::{program, run};
use crate::session_terminal::{Seat, wait_until};

const SIGNS: &str = "? tells more: ";

/// Long enough for a program to write or read what it can.
const A_WHILE: Duration = Duration::from_millis(300);

#[test]
fn a_pipe_that_does_not_wait_is_written_whole() {
    for question in [&["sources", "--format", "json"][..], &["show", "--full", "GB30", "BL40", "--format", "json"]] {
        let (mut reader, writer) = std::io::pipe().unwrap();
        fcntl_setfl(&writer, fcntl_getfl(&writer).unwrap() | OFlags::NONBLOCK).unwrap();
        let mut child = program().args(question).stdout(writer).stderr(Stdio::piped()).spawn().unwrap();
        thread::sleep(A_WHILE);
        let mut out = String::new();
        reader.read_to_string(&mut out).unwrap();
        let mut err = String::new();
        child.stderr.take().unwrap().read_to_string(&mut err).unwrap();
        assert_eq!((child.wait().unwrap().code(), err.as_str()), (Some(0), ""), "{question:?}");
        assert_eq!(out, run(question).out, "{question:?}");
    }
    assert!(run(&["sources", "--format", "json"]).out.len() > 100_000, "more than a pipe holds");
}

#[test]
fn complaints_into_a_pipe_that_does_not_wait_are_written_whole() {
    let (mut reader, mut writer) = std::io::pipe().unwrap();
    // It is full before the first word.
    fcntl_setfl(&writer, fcntl_getfl(&writer).unwrap() | OFlags::NONBLOCK).unwrap();
    let mut filled = 0;
    while let Ok(count) = writer.write(&[b'x'; 4096]) {
        filled += count;
    }
    let mut child = program().args(["show", "GB300"]).stdout(Stdio::null()).stderr(writer).spawn().unwrap();
    thread::sleep(A_WHILE);
    let mut text = String::new();
    reader.read_to_string(&mut text).unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(1));
    assert_eq!(text.get(filled..).unwrap(), run(&["show", "GB300"]).err);
}

#[test]
fn what_cannot_be_written_is_no_full_disk_unless_it_is() {
    // A descriptor that can only be read.
    let unwritable = File::open("/dev/null").unwrap();
    let output = program().arg("points").stdout(unwritable).stderr(Stdio::piped()).output().unwrap();
    let err = String::from_utf8(output.stderr).unwrap();
    // The standard library takes that for a stream that was closed on purpose.
    assert!(!err.contains("is the disk full?"), "{err}");
}

/// A terminal with nobody at it but a test.
struct Terminal {
    seat: Seat,
    path: String,
}

impl Terminal {
    fn open() -> Self {
        let mut command = Command::new("sh");
        command.args(["-c", "tty; exec sleep 100"]);
        let seat = Seat::open(command);
        let path = wait_until("the name of the terminal", || {
            seat.shown().lines().next().filter(|it| it.starts_with("/dev/")).map(|it| it.trim().to_owned())
        });
        Self { seat, path }
    }

    /// One end of it, which may be told not to wait.
    fn end(&self, flags: OFlags) -> File {
        let flags = (flags | OFlags::NOCTTY).bits().cast_signed();
        OpenOptions::new().read(true).write(true).custom_flags(flags).open(&self.path).expect("a terminal")
    }
}

#[test]
fn a_terminal_that_does_not_wait_is_waited_for() {
    let mut terminal = Terminal::open();
    let end = || terminal.end(OFlags::NONBLOCK);
    let mut child = program().arg("check").stdin(end()).stderr(end()).stdout(Stdio::piped()).spawn().unwrap();
    terminal.seat.see(SIGNS);
    thread::sleep(A_WHILE);
    assert!(child.try_wait().unwrap().is_none(), "{}", terminal.seat.shown());
    terminal.seat.press("n\n");
    terminal.seat.see(SIGNS);
    terminal.seat.press("y\n");
    terminal.seat.see("goes back: ");
    terminal.seat.press("1\n");
    assert_eq!(child.wait().unwrap().code(), Some(3), "{}", terminal.seat.shown());
}

#[test]
fn bytes_that_are_no_text_are_no_answer_and_the_question_is_asked_again() {
    let mut terminal = Terminal::open();
    let end = || Stdio::from(terminal.end(OFlags::empty()));
    // A terminal that counts bytes takes back half of a letter.
    let bytes = Command::new("stty").arg("-iutf8").stdin(end()).status().unwrap();
    assert!(bytes.success());
    let mut child = program().arg("check").stdin(end()).stderr(end()).stdout(Stdio::piped()).spawn().unwrap();
    for line in ["\u{e9}\u{7f}\n", "n\u{e9}\u{7f}\n", "\u{6f22}\u{7f}\u{7f}\n"] {
        terminal.seat.see(SIGNS);
        terminal.seat.press(line);
        terminal.seat.see("Please type numbers, n, u or ?.");
    }
    terminal.seat.see(SIGNS);
    terminal.seat.press("n\n");
    terminal.seat.see(SIGNS);
    assert!(child.try_wait().unwrap().is_none(), "{}", terminal.seat.shown());
    child.kill().unwrap();
    child.wait().unwrap();
}
