//! Readers who follow a script, or say of each screen what applies to them; and what an end of a check looks like.

use std::cell::RefCell;
use std::collections::{BTreeMap, VecDeque};
use std::ffi::OsString;
use std::io;
use std::rc::Rc;
use std::sync::LazyLock;
use std::time::Duration;

use guide::model::{Precaution, RedFlag, TriageQuestions};
use guide::shelf::Catalogue;
use sciatica::error::Exit;
use sciatica::world::{Dialogue, World};

use crate::support::{Answer, Keeper, documents, no_folder};

/// What was shown before each line that the reader typed; the last is what came after the last line.
type Turns = Rc<RefCell<Vec<String>>>;

/// What a reader types when they have seen this; `None` when they leave.
type Types<'t> = dyn FnMut(&str) -> Option<String> + 't;

struct Reader<'t> {
    types: Rc<RefCell<Box<Types<'t>>>>,
    turns: Turns,
}

impl Dialogue for Reader<'_> {
    fn say(&mut self, text: &str) -> io::Result<()> {
        self.turns.borrow_mut().last_mut().expect("a turn").push_str(text);
        Ok(())
    }

    fn hear(&mut self) -> io::Result<Option<String>> {
        let seen = self.turns.borrow().last().cloned().unwrap_or_default();
        self.turns.borrow_mut().push(String::new());
        Ok((self.types.borrow_mut())(&seen).map(|line| line + "\n"))
    }
}

/// An interview that was held.
pub(super) struct Held {
    pub(super) answer: Answer,
    pub(super) turns: Vec<String>,
}

impl Held {
    /// How often the reader was asked for a line.
    pub(super) fn asked(&self) -> usize {
        self.turns.len() - 1
    }

    /// Every line that was numbered, without its number.
    pub(super) fn questions(&self) -> Vec<&str> {
        self.turns.iter().flat_map(|turn| numbered(turn)).map(|(_, question)| question).collect()
    }

    /// The question is on one of the screens.
    pub(super) fn shows(&self, question: &str) -> bool {
        self.questions().contains(&question)
    }
}

/// The questions of a screen with their numbers.
fn numbered(turn: &str) -> Vec<(&str, &str)> {
    let lines = turn.lines().filter_map(|line| line.trim().split_once(' '));
    lines.filter(|(number, _)| number.parse::<u8>().is_ok()).map(|(number, text)| (number, text.trim())).collect()
}

fn hold(profile: &Keeper, options: &[&str], types: Box<Types<'static>>) -> Held {
    let turns: Turns = Rc::new(RefCell::new(vec![String::new()]));
    let types = Rc::new(RefCell::new(types));
    let dialogue =
        || Some(Box::new(Reader { types: Rc::clone(&types), turns: Rc::clone(&turns) }) as Box<dyn Dialogue>);
    let variable = |name: &str| (name == "LANG").then(|| OsString::from("C.UTF-8"));
    let world = World {
        variable: &variable,
        since_1970: &|| Duration::ZERO,
        stdout_is_terminal: false,
        terminal_size: &|| None,
        links: &|| false,
        pager: &|_, _| Err(std::io::ErrorKind::NotFound.into()),
        color: &|_| false,
        dialogue: &dialogue,
        device: &|_| None,
        write_file: &|_, _, _| Err(io::ErrorKind::Unsupported.into()),
        write_page: &|_| Err(io::ErrorKind::Unsupported.into()),
        browse: &|_| Err(io::ErrorKind::Unsupported.into()),
        profile,
        write_folder: &no_folder,
    };
    let arguments = ["sciatica", "check"].iter().chain(options).map(OsString::from);
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let exit = sciatica::run(arguments, &world, &mut out, &mut err);
    let text = |bytes| String::from_utf8(bytes).expect("an answer in UTF-8");
    let answer = Answer { exit, out: text(out), err: text(err) };
    let turns = turns.borrow().clone();
    Held { answer, turns }
}

/// Holds an interview with a reader who types these lines, and then leaves.
pub(super) fn interview_with<S: AsRef<str>>(options: &[&str], lines: &[S]) -> Held {
    let mut lines: VecDeque<String> = lines.iter().map(|line| line.as_ref().to_owned()).collect();
    hold(&Keeper::default(), options, Box::new(move |_| lines.pop_front()))
}

pub(super) fn interview<S: AsRef<str>>(lines: &[S]) -> Held {
    interview_with(&[], lines)
}

/// Holds an interview with a reader to whom these signs and precautions apply, and nothing else that is asked.
pub(super) fn interview_of(profile: &Keeper, options: &[&str], ids: &[&str]) -> Held {
    let (flags, precautions) = (flags(), precautions());
    let text = |id: &&str| {
        let flag = flags.get(*id).map(|flag| flag.short.clone());
        flag.or_else(|| precautions.get(*id).map(|it| it.title.clone())).unwrap_or_else(|| panic!("no {id}"))
    };
    let apply: Vec<String> = ids.iter().map(text).collect();
    let types = move |seen: &str| {
        let screen = numbered(seen);
        let numbers = screen.iter().filter(|(_, text)| apply.iter().any(|it| it == text)).map(|(number, _)| *number);
        let numbers = numbers.collect::<Vec<_>>().join(" ");
        Some(if numbers.is_empty() { "n".to_owned() } else { numbers })
    };
    hold(profile, options, Box::new(types))
}

/// The same, without a profile.
pub(super) fn interview_about(ids: &[&str]) -> Held {
    interview_of(&Keeper::default(), &[], ids)
}

pub(super) fn catalogue() -> Catalogue {
    Catalogue::bundled(sciatica::bundle()).expect("the bundled catalogue")
}

pub(super) fn questions() -> TriageQuestions {
    catalogue().triage_questions().expect("questions")
}

/// Every red flag by its id.
pub(super) fn flags() -> &'static BTreeMap<String, RedFlag> {
    static FLAGS: LazyLock<BTreeMap<String, RedFlag>> = LazyLock::new(|| {
        let catalogue = catalogue();
        let ids = documents("data/red-flags").into_iter().map(|(path, _)| path.replace(".json", ""));
        ids.map(|id| (id.clone(), catalogue.red_flag(&id).expect("a red flag"))).collect()
    });
    &FLAGS
}

/// Every precaution by its id.
pub(super) fn precautions() -> &'static BTreeMap<String, Precaution> {
    static PRECAUTIONS: LazyLock<BTreeMap<String, Precaution>> = LazyLock::new(|| {
        let catalogue = catalogue();
        let ids: Vec<String> = catalogue.index().precautions().map(|row| row.id.to_owned()).collect();
        ids.into_iter().map(|id| (id.clone(), catalogue.precaution(&id).expect("a precaution"))).collect()
    });
    &PRECAUTIONS
}

/// As many noes as lead to a screen, and then these.
pub(super) fn after_noes(noes: usize, then: &[&str]) -> Vec<String> {
    std::iter::repeat_n("n", noes).chain(then.iter().copied()).map(str::to_owned).collect()
}

/// The same, and noes to all that is asked after it.
pub(super) fn among_noes(noes: usize, then: &[&str]) -> Vec<String> {
    let mut lines = after_noes(noes, then);
    lines.extend(after_noes(40, &[]));
    lines
}

pub(super) fn unwrapped(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// How the first line of a stop begins.
pub(super) fn stop_line(flag: &RedFlag) -> String {
    format!("{}: {}", flag.urgency.words().to_uppercase(), flag.what_to_do[0].text)
}

pub(super) fn assert_stops_with(what: &str, answer: &Answer, first: &str) {
    assert_eq!((answer.exit, answer.err.as_str()), (Exit::Stopped, ""), "{what}");
    assert!(unwrapped(&answer.out).starts_with(first), "{what} does not begin with {first:?}:\n{}", answer.out);
    let next = ["Go on with", "sciatica routine"];
    assert!(!next.iter().any(|part| answer.out.contains(part)), "{what} goes on:\n{}", answer.out);
}

/// The line to go on with, as it stands in an answer.
pub(super) fn line_of(what: &str, answer: &Answer) -> String {
    assert_eq!(answer.exit, Exit::Answered, "{what}: {}{}", answer.out, answer.err);
    let mut lines = answer.out.lines().skip_while(|line| *line != "Go on with").skip(1);
    lines.next().unwrap_or_else(|| panic!("{what} goes on with nothing:\n{}", answer.out)).trim().to_owned()
}

/// The check ends with a line that declares these, or `none`; without any it declares nothing.
pub(super) fn assert_goes_on_with(what: &str, answer: &Answer, declared: &str) {
    assert_eq!(answer.err, "", "{what}");
    let expected = match declared {
        "" => "sciatica routine".to_owned(),
        some => format!("sciatica routine --with {some}"),
    };
    assert_eq!(line_of(what, answer), expected, "{what}:\n{}", answer.out);
    let end = format!("{} {}", questions().reminder.text, catalogue().manifest().notice);
    assert!(unwrapped(&answer.out).ends_with(&end), "{what} does not end with {end:?}:\n{}", answer.out);
}
