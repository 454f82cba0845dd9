//! An answer that does not fit the terminal goes through a pager, as with git and gh; and sources are links where they can be.

use std::cell::RefCell;
use std::ffi::OsString;
use std::io;
use std::time::Duration;

use sciatica::error::Exit;
use sciatica::world::World;

use crate::support::{Keeper, ask, no_folder};

/// What a terminal of 24 rows saw.
struct Seen {
    exit: Exit,
    /// What was written past any pager.
    out: String,
    /// The words of the pager, and what it was given.
    paged: Option<(Vec<String>, String)>,
}

fn on_a_terminal(variables: &[(&str, &str)], links: bool, has_pager: bool, question: &[&str]) -> Seen {
    let variable = |name: &str| {
        let known = variables.iter().chain(&[("LANG", "C.UTF-8")]).find(|(key, _)| *key == name);
        known.map(|(_, value)| OsString::from(value))
    };
    let paged = RefCell::new(None);
    let world = World {
        variable: &variable,
        since_1970: &|| Duration::ZERO,
        stdout_is_terminal: true,
        terminal_size: &|| Some((80, 24)),
        links: &|| links,
        pager: &|words, text| {
            if !has_pager {
                return Err(io::ErrorKind::NotFound.into());
            }
            *paged.borrow_mut() = Some((words.to_vec(), text.to_owned()));
            Ok(())
        },
        color: &|_| false,
        dialogue: &|| None,
        device: &|_| None,
        write_file: &|_, _, _| Err(io::ErrorKind::Unsupported.into()),
        write_page: &|_| Err(io::ErrorKind::Unsupported.into()),
        browse: &|_| Err(io::ErrorKind::Unsupported.into()),
        profile: &Keeper::default(),
        write_folder: &no_folder,
    };
    let arguments = ["sciatica"].iter().chain(question).map(OsString::from);
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let exit = sciatica::run(arguments, &world, &mut out, &mut err);
    Seen { exit, out: String::from_utf8(out).unwrap(), paged: paged.into_inner() }
}

const LONG: [&str; 2] = ["learn", "evidence"];

#[test]
fn what_does_not_fit_goes_through_the_pager_that_is_wished_for() {
    for (variables, words) in [
        (&[][..], &["less", "-FRX"][..]),
        (&[("PAGER", "more")], &["more"]),
        (&[("PAGER", "more"), ("SCIATICA_PAGER", "most -s \"a b\"")], &["most", "-s", "a b"]),
    ] {
        let seen = on_a_terminal(variables, false, true, &LONG);
        let (program, text) = seen.paged.expect("a pager");
        assert_eq!((program.iter().map(String::as_str).collect::<Vec<_>>().as_slice(), seen.out.as_str()), (words, ""));
        assert!(text.contains("What studies show"), "{text}");
    }
}

#[test]
fn what_fits_and_what_is_not_for_a_pager_is_written_at_once() {
    for (variables, question) in [
        (&[][..], &["points", "--region", "leg"][..]),
        (&[], &["now"]),
        (&[], &["learn", "evidence", "--plain"]),
        (&[], &["learn", "evidence", "--no-pager"]),
        (&[], &["learn", "evidence", "--format", "json"]),
        (&[], &["learn", "evidence", "--format", "markdown"]),
        (&[], &["check", "--answers", "numb-skin"]),
        (&[], &["session", "desk", "--plan"]),
        (&[("PAGER", "cat")], &LONG),
        (&[("PAGER", "")], &LONG),
        (&[("SCIATICA_PAGER", "cat"), ("PAGER", "less")], &LONG),
        (&[("TERM", "dumb")], &LONG),
        (&[("SCIATICA_PLAIN", "1")], &LONG),
    ] {
        let seen = on_a_terminal(variables, false, true, question);
        assert!(seen.paged.is_none() && !seen.out.is_empty(), "{variables:?} {question:?}");
    }
}

#[test]
fn a_pager_that_is_not_there_loses_nothing_and_the_exit_is_that_of_the_answer() {
    let seen = on_a_terminal(&[("PAGER", "nowhere")], false, false, &LONG);
    assert!(seen.paged.is_none() && seen.out.contains("What studies show"), "{}", seen.out);
    let stopped = on_a_terminal(&[], false, true, &["show", "BL60", "LV3", "--pregnant"]);
    assert_eq!((stopped.exit, stopped.paged.is_some()), (Exit::Stopped, true));
}

#[test]
fn a_source_is_a_link_where_the_terminal_has_them_and_an_address_elsewhere() {
    let question = ["show", "GB30", "--sources", "--no-pager"];
    let linked = on_a_terminal(&[], true, true, &question).out;
    let opened = linked.matches("\u{1b}]8;;http").count();
    assert!(opened > 5, "{linked}");
    assert_eq!(opened, linked.matches("\u{1b}]8;;\u{1b}\\").count(), "every link ends: {linked}");
    assert!(!linked.contains("\nSources\n"), "{linked}");
    let bare = on_a_terminal(&[], false, true, &question).out;
    let (_, sources) = bare.split_once("\nSources\n").expect("the addresses");
    assert!(!bare.contains('\u{1b}') && sources.matches("http").count() > 5, "{bare}");
    let markdown = ask(&["show", "GB30", "--sources", "--format", "markdown"]).out;
    assert!(markdown.contains("](<https://"), "{markdown}");
    assert!(!ask(&["show", "GB30"]).out.contains("http"), "nobody asked for sources");
}

#[test]
fn a_link_ends_on_its_line() {
    let linked = on_a_terminal(&[], true, true, &["show", "GB30", "--full", "--sources", "--no-pager"]).out;
    for line in linked.lines() {
        let (opened, all) = (line.matches("\u{1b}]8;;http").count(), line.matches("\u{1b}]8;;").count());
        assert_eq!(all, 2 * opened, "{line:?}");
    }
}
