//! What the targets share: asking the guide, and what must hold of every answer.

use std::ffi::OsString;
use std::io::{self, ErrorKind};
use std::path::PathBuf;

use guide::text::acts_on_a_terminal;
use sciatica::error::Exit;
use sciatica::world::{ProfileFile, Unwritten, World};

/// What the guide answered.
pub struct Answer {
    pub exit: Exit,
    pub out: String,
    pub err: String,
}

/// Asks the guide, on a terminal or through a pipe. Nobody is there to be asked back, and nothing is written.
pub fn ask(arguments: impl IntoIterator<Item = OsString>, terminal: bool, width: Option<usize>) -> Answer {
    let world = World {
        variable: &|name| (name == "LANG").then(|| "C.UTF-8".into()),
        stdout_is_terminal: terminal,
        terminal_size: &|| width.map(|columns| (columns, 24)),
        links: &|| false,
        pager: &|_, _| Err(ErrorKind::NotFound.into()),
        color: &|_| false,
        dialogue: &|| None,
        device: &|_| None,
        write_file: &|_, _, _| Err(ErrorKind::Unsupported.into()),
        write_folder: &|path, _| Err(Unwritten { path: path.to_owned(), cause: ErrorKind::Unsupported.into() }),
        profile: &NoProfile,
    };
    let arguments = ["sciatica".into()].into_iter().chain(arguments);
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let exit = sciatica::run(arguments, &world, &mut out, &mut err);
    let text = |bytes| String::from_utf8(bytes).expect("an answer in UTF-8");
    Answer { exit, out: text(out), err: text(err) }
}

/// Panics where a text could act on a terminal.
pub fn assert_clean(text: &str) {
    let acting = text.chars().find(|c| !"\n\t".contains(*c) && acts_on_a_terminal(*c));
    assert_eq!(acting, None, "{text:?}");
}

/// Panics where an answer is none, or is not what its exit code says.
pub fn assert_in_order(answer: &Answer) {
    let Answer { exit, out, err } = answer;
    assert_clean(out);
    assert_clean(err);
    assert!(!err.contains("this copy of sciatica is damaged"), "{err}");
    match exit {
        Exit::Answered | Exit::Stopped => assert!(!out.is_empty(), "{err}"),
        Exit::Usage => assert!(out.is_empty() && !err.is_empty(), "{out}{err}"),
        // A routine into which nothing fits says so as an answer.
        Exit::Failed => assert!(!(out.is_empty() && err.is_empty())),
        Exit::HungUp | Exit::Interrupted | Exit::Quitted | Exit::Terminated => panic!("ended as if by a signal"),
    }
}

/// A reader who keeps nothing, and for whom nothing can be kept.
struct NoProfile;

impl ProfileFile for NoProfile {
    fn path(&self) -> Option<PathBuf> {
        None
    }

    fn read(&self) -> io::Result<Option<Vec<u8>>> {
        Ok(None)
    }

    fn write(&self, _: &str) -> io::Result<()> {
        Err(ErrorKind::Unsupported.into())
    }

    fn remove(&self) -> io::Result<bool> {
        Ok(false)
    }
}
