//! Random input to everything that reads some, and what must hold of every answer. `fuzz/` feeds it, and the tests replay its
//! seeds.

use std::ffi::OsString;
use std::io::ErrorKind;
use std::time::Duration;

use guide::text::acts_on_a_terminal;
use sciatica::error::Exit;
use sciatica::world::World;

use crate::{Answer, Keeper, no_folder};

mod arguments;
mod catalogue;
mod figure;
mod lookup;

pub use arguments::arguments;
pub use catalogue::catalogue;
pub use figure::figure;
pub use lookup::lookup;

/// Asks the guide, on a terminal or through a pipe. Nobody is there to be asked back, and nothing is written.
fn ask(arguments: impl IntoIterator<Item = OsString>, terminal: bool, width: Option<usize>) -> Answer {
    let world = World {
        variable: &|name| (name == "LANG").then(|| "C.UTF-8".into()),
        since_1970: &|| Duration::ZERO,
        stdout_is_terminal: terminal,
        terminal_size: &|| width.map(|columns| (columns, 24)),
        links: &|| false,
        pager: &|_, _| Err(ErrorKind::NotFound.into()),
        color: &|_| false,
        dialogue: &|| None,
        device: &|_| None,
        write_file: &|_, _, _| Err(ErrorKind::Unsupported.into()),
        write_page: &|_| Err(ErrorKind::Unsupported.into()),
        browse: &|_| Err(ErrorKind::Unsupported.into()),
        write_folder: &no_folder,
        profile: &Keeper::default(),
    };
    let arguments = ["sciatica".into()].into_iter().chain(arguments);
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let exit = sciatica::run(arguments, &world, &mut out, &mut err);
    let text = |bytes| String::from_utf8(bytes).expect("an answer in UTF-8");
    Answer { exit, out: text(out), err: text(err) }
}

/// Panics where a text could act on a terminal.
fn assert_clean(text: &str) {
    let acting = text.chars().find(|c| !"\n\t".contains(*c) && acts_on_a_terminal(*c));
    assert_eq!(acting, None, "{text:?}");
}

/// Panics where an answer is none, or is not what its exit code says.
fn assert_in_order(answer: &Answer) {
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
