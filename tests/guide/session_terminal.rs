//! A session as a process on a terminal of its own: keys, signals, the speaker, and the terminal given back.

use std::fs;
use std::io::{Read, Write};
use std::os::fd::OwnedFd;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::{Arc, Mutex, OnceLock};
use std::thread;
use std::time::{Duration, Instant};

use expectrl::Session;
use expectrl::process::unix::{Signal, UnixProcess, WaitStatus};
use serde_json::Value;

use crate::process::{Ran, program, run};
use crate::support::Scratch;

/// Longer than anything takes on a busy machine.
const PATIENCE: Duration = Duration::from_secs(60);
const LOOK: Duration = Duration::from_millis(10);
const ESC: char = '\u{1b}';
const HIDE_CURSOR: &str = "\u{1b}[?25l";
const SHOW_CURSOR: &str = "\u{1b}[?25h";
/// What ends a question about signs.
const SIGNS: &str = "? tells more: ";
const FEELING: &str = "How is it now?";

/// Five steps or so, the sole among them.
const FOOT: [&str; 4] = ["session", "foot-while-sitting", "--minutes", "5"];
const NO_QUESTIONS: &str = "--no-red-flags";

/// A program on a terminal of its own.
pub(crate) struct Seat {
    session: Session<UnixProcess, <UnixProcess as expectrl::process::Process>::Stream>,
    shown: Arc<Mutex<Shown>>,
    /// What was waited for already.
    read: usize,
}

/// What a terminal was told.
#[derive(Default)]
struct Shown {
    bytes: Vec<u8>,
    /// Nobody is there any more to tell it anything.
    ended: bool,
}

/// Polls until something is there.
pub(crate) fn wait_until<T>(what: &str, mut is: impl FnMut() -> Option<T>) -> T {
    let begun = Instant::now();
    loop {
        if let Some(found) = is() {
            return found;
        }
        assert!(begun.elapsed() < PATIENCE, "{what} never came");
        thread::sleep(LOOK);
    }
}

/// `sciatica session`, for a terminal that knows everything.
fn session(arguments: &[&str]) -> Command {
    let mut command = program();
    command.env("TERM", "xterm-256color").env("NO_COLOR", "1").env("PATH", "/usr/bin:/bin").args(arguments);
    command
}

impl Seat {
    pub(crate) fn open(command: Command) -> Self {
        let session = Session::spawn(command).expect("a terminal");
        let mut handle = session.get_process().get_raw_handle().expect("the other end of the terminal");
        let shown = Arc::new(Mutex::new(Shown::default()));
        let target = Arc::clone(&shown);
        // Ends with the last process on the terminal.
        thread::spawn(move || {
            let mut buffer = [0; 4096];
            while let Ok(count @ 1..) = handle.read(&mut buffer) {
                target.lock().unwrap().bytes.extend_from_slice(&buffer[..count]);
            }
            target.lock().unwrap().ended = true;
        });
        Self { session, shown, read: 0 }
    }

    /// A session on the foot, past the questions.
    fn foot(options: &[&str]) -> Self {
        Self::open(session(&[&FOOT, &[NO_QUESTIONS][..], options].concat()))
    }

    /// All that was shown.
    pub(crate) fn shown(&self) -> String {
        String::from_utf8_lossy(&self.shown.lock().unwrap().bytes).into_owned()
    }

    /// Waits for a text after the last one that was waited for.
    pub(crate) fn see(&mut self, text: &str) {
        let found = wait_until(&format!("{text:?}"), || {
            let shown = self.shown.lock().unwrap();
            let place = shown.bytes[self.read..].windows(text.len()).position(|it| it == text.as_bytes());
            let told = String::from_utf8_lossy(&shown.bytes);
            assert!(place.is_some() || !shown.ended, "it ended before {text:?}: {told}");
            place
        });
        self.read += found + text.len();
    }

    /// Begins, as soon as it asks for that.
    fn begin(&mut self) {
        self.begin_and_see("Step 1 of");
    }

    fn begin_and_see(&mut self, text: &str) {
        self.see("Press Enter to begin.");
        self.press("\r");
        self.see(text);
    }

    pub(crate) fn press(&self, keys: &str) {
        let mut handle = self.session.get_process().get_raw_handle().unwrap();
        handle.write_all(keys.as_bytes()).expect("a terminal to type on");
    }

    fn send(&mut self, signal: Signal) {
        self.session.get_process_mut().signal(signal).expect("a process");
    }

    fn pid(&self) -> String {
        self.session.get_process().pid().to_string()
    }

    /// The modes of the terminal, which both of its ends know.
    fn modes(&self) -> String {
        let handle = OwnedFd::from(self.session.get_process().get_raw_handle().unwrap());
        modes_of(Stdio::from(handle))
    }

    /// Waits until each key is taken at once, as it is pressed.
    fn taken(&self) {
        wait_until("raw mode", || (self.modes() != modes_at_first()).then_some(()));
    }

    /// Waits for the end, and checks that the terminal is as it was.
    pub(crate) fn ends_with(&self, exit: i32) -> String {
        let status = wait_until("an end", || match self.session.get_process().status() {
            Ok(WaitStatus::StillAlive) => None,
            Ok(status) => Some(status),
            Err(error) => panic!("{error}"),
        });
        let code = match status {
            WaitStatus::Exited(_, code) => code,
            WaitStatus::Signaled(_, signal, _) => 128 + signal as i32,
            other => panic!("{other:?}"),
        };
        wait_until("the last words", || self.shown.lock().unwrap().ended.then_some(()));
        let shown = self.shown();
        assert_eq!(code, exit, "{shown}");
        assert_eq!(self.modes(), modes_at_first(), "the terminal is in disorder: {shown}");
        let hidden = shown.matches(HIDE_CURSOR).count();
        let last = shown.rfind(HIDE_CURSOR) < shown.rfind(SHOW_CURSOR);
        assert!(hidden == 0 || last, "the cursor is hidden: {shown}");
        shown
    }
}

fn modes_of(terminal: Stdio) -> String {
    let output = Command::new("stty").arg("-g").stdin(terminal).output().expect("stty");
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stdout).unwrap()
}

/// The modes of a terminal on which nothing has happened.
fn modes_at_first() -> &'static str {
    static MODES: OnceLock<String> = OnceLock::new();
    MODES.get_or_init(|| {
        let mut command = Command::new("sh");
        command.args(["-c", "stty -g; cat"]);
        let seat = Seat::open(command);
        let told =
            wait_until("the modes", || seat.shown().lines().next().filter(|it| it.len() > 20).map(str::to_owned));
        assert_eq!(seat.modes(), format!("{told}\n"), "both ends tell the same");
        format!("{told}\n")
    })
}

/// What it shows without what moves the cursor.
fn flowing(shown: &str) -> String {
    let text = anstream::adapter::strip_str(shown).to_string();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Steps of the routine, which as many `n` leave behind.
fn steps() -> usize {
    let answer = run(&[&["routine"], &FOOT[1..], &["--format", "json"]].concat());
    answer.data()[0]["steps"].as_array().expect("steps").len()
}

// Questions

#[test]
fn enter_alone_answers_no_question_and_a_question_mark_opens_it() {
    let mut seat = Seat::open(session(&FOOT));
    seat.see(SIGNS);
    seat.press("\n");
    seat.see("Please type numbers, n, u or ?.");
    seat.see(SIGNS);
    let before = seat.shown().len();
    seat.press("?\n");
    seat.see(SIGNS);
    assert!(seat.shown().len() > before + 300, "{}", seat.shown());
    seat.press("\u{3}");
    seat.ends_with(130);
}

#[test]
fn a_yes_ends_with_what_to_do() {
    for (place, line) in [(0, "y"), (0, "1"), (1, "y"), (2, "u")] {
        let mut seat = Seat::open(session(&FOOT));
        for _ in 0..place {
            seat.see(SIGNS);
            seat.press("n\n");
        }
        seat.see(SIGNS);
        seat.press(&format!("{line}\n"));
        let shown = seat.ends_with(3);
        assert!(shown.contains("GET HELP NOW"), "{place} {line}: {shown}");
        assert!(!shown.contains("space pauses"), "{shown}");
    }
}

#[test]
fn a_routine_near_the_leg_asks_about_the_calf_last() {
    let mut seat = Seat::open(session(&FOOT));
    for _ in 0..3 {
        seat.see(SIGNS);
        assert!(!seat.shown().contains("One calf or thigh?"));
        seat.press("n\n");
    }
    seat.see("One calf or thigh?");
    seat.see("screen 4 of 4");
    seat.see(SIGNS);
    seat.press("y\n");
    let shown = seat.ends_with(3);
    assert!(shown.contains("GET HELP"), "{shown}");
    let mut seat = Seat::open(session(&["session", "--region", "back", "--minutes", "5", "--place", "bed"]));
    for _ in 0..3 {
        seat.see(SIGNS);
        seat.press("n\n");
    }
    seat.see("space pauses");
    seat.taken();
    seat.press("q");
    assert!(!seat.ends_with(0).contains("One calf or thigh?"));
}

#[test]
fn emergencies_of_pregnancy_are_asked_about_unless_nothing_applies() {
    const SIGN: &str = "pregnant: heavy bleeding";
    for (declared, asked) in [(&[][..], true), (&["--with", "pacemaker"], true), (&["--with", "none"], false)] {
        let arguments = [&["session", "--region", "back", "--minutes", "5", "--place", "bed"], declared].concat();
        let mut seat = Seat::open(session(&arguments));
        for _ in 0..if asked { 3 } else { 2 } {
            seat.see(SIGNS);
            seat.press("n\n");
        }
        seat.see("space pauses");
        seat.taken();
        seat.press("q");
        assert_eq!(seat.ends_with(0).contains(SIGN), asked, "{declared:?}");
    }
}

#[test]
fn signals_end_the_questions() {
    for (signal, exit) in [(Signal::SIGINT, 130), (Signal::SIGTERM, 143), (Signal::SIGHUP, 129)] {
        let mut seat = Seat::open(session(&FOOT));
        seat.see(SIGNS);
        seat.send(signal);
        seat.ends_with(exit);
    }
}

// Keys and signals

/// A state of a session, and how to come there.
const STATES: [(&str, &str); 4] = [("arrive", ""), ("prepare", "n"), ("paused", "n "), ("end question", "end")];

/// A session in a state.
fn in_state(state: (&str, &str)) -> Seat {
    let mut seat = Seat::foot(&[]);
    seat.see("space pauses");
    seat.begin();
    match state {
        (_, "end") => {
            seat.press(&"n".repeat(steps()));
            seat.see(FEELING);
        }
        (name, keys) => {
            seat.press(keys);
            match name {
                "prepare" => seat.see("get ready"),
                "paused" => seat.see("PAUSED"),
                _ => {}
            }
        }
    }
    assert_ne!(seat.modes(), modes_at_first(), "{state:?}: raw mode");
    seat
}

#[test]
fn it_hurts_ends_with_what_to_do_in_every_state() {
    for state in &STATES[..3] {
        let seat = in_state(*state);
        seat.press("x");
        let shown = flowing(&seat.ends_with(3));
        for told in
            ["Stopped, because it hurt.", "Let go slowly, and find the position that eases it most.", "What to do"]
        {
            assert!(shown.contains(told), "{state:?}: {told}: {shown}");
        }
    }
}

#[test]
fn q_and_escape_end_it_in_every_state() {
    for state in &STATES {
        let seat = in_state(*state);
        seat.press("q");
        let shown = seat.ends_with(0);
        let told = if state.1 == "end" { "Done." } else { "Ended early." };
        assert!(shown.contains(told), "{state:?}: {shown}");
    }
    let seat = in_state(STATES[1]);
    seat.press("\u{1b}");
    assert!(seat.ends_with(0).contains("Ended early."));
}

#[test]
fn ctrl_c_ends_it_in_every_state() {
    for state in &STATES {
        let seat = in_state(*state);
        seat.press("\u{3}");
        let shown = seat.ends_with(130);
        assert!(!shown.contains("Ended early.") && !shown.contains("Done."), "{state:?}: {shown}");
    }
}

#[test]
fn signals_end_it_in_every_state() {
    for state in &STATES {
        for (signal, exit) in
            [(Signal::SIGTERM, 143), (Signal::SIGHUP, 129), (Signal::SIGINT, 130), (Signal::SIGQUIT, 131)]
        {
            let mut seat = in_state(*state);
            seat.send(signal);
            seat.ends_with(exit);
        }
    }
}

#[test]
fn ctrl_backslash_gives_the_terminal_back_in_every_state() {
    for state in &STATES {
        let seat = in_state(*state);
        seat.press("\u{1c}");
        seat.ends_with(131);
    }
}

#[test]
fn a_key_of_another_alphabet_stops_it_and_one_that_means_nothing_tells_the_keys() {
    let mut seat = in_state(STATES[1]);
    seat.press("h");
    seat.see("space pause or go on");
    seat.press("\u{447}");
    assert!(seat.ends_with(3).contains("Stopped, because it hurt."));
}

#[test]
fn without_a_terminal_that_controls_it_a_session_hears_standard_input() {
    // What setsid begins has no terminal of its own: /dev/tty cannot be opened. Not every system has it.
    if Command::new("setsid").arg("--version").output().is_err() {
        return;
    }
    let script = |options: &str| format!("setsid -w \"$SCIATICA\" session foot-while-sitting --minutes 5 {options}");
    let mut seat = shell(&script(NO_QUESTIONS));
    seat.begin();
    assert_ne!(seat.modes(), modes_at_first(), "raw mode");
    seat.press("?");
    seat.see("space pause or go on");
    seat.press("x");
    assert!(seat.ends_with(3).contains("Stopped, because it hurt."));
    // Past the questions, too; Escape is told from the beginning of a sequence by what does not come.
    let mut seat = shell(&script(""));
    for _ in 0..4 {
        seat.see(SIGNS);
        seat.press("n\n");
    }
    seat.begin();
    seat.press("\u{1b}");
    assert!(seat.ends_with(0).contains("Ended early."));
    let mut seat = shell(&script("--no-red-flags --plain"));
    seat.see("0:00  Arrive and breathe.");
    seat.press("p\n");
    seat.see("Paused. p and Enter goes on.");
    seat.press("q\n");
    seat.ends_with(0);
}

#[test]
fn a_terminal_that_goes_away_ends_it() {
    let scratch = Scratch::new();
    let result = scratch.path().join("exit");
    // The first shell leads the terminal; when it is gone, so is the terminal. The second waits for the session.
    let path = result.display();
    let session = "trap : HUP; $SCIATICA session desk --no-red-flags";
    let inner = format!("{session}; echo $? > '{path}.new'; mv '{path}.new' '{path}'");
    let mut seat = shell(&format!("sh -c \"{}\"; :", inner.replace('$', "\\$")));
    seat.begin();
    seat.send(Signal::SIGKILL);
    let exit = wait_until("an exit code", || fs::read_to_string(&result).ok());
    assert_eq!(exit.trim(), "129");
}

#[test]
fn a_session_that_was_stopped_gives_the_terminal_back_and_comes_back_paused() {
    for (state, by_key) in [(STATES[0], false), (STATES[1], false), (STATES[1], true), (STATES[2], true)] {
        let mut seat = in_state(state);
        seat.read = seat.shown.lock().unwrap().bytes.len();
        if by_key {
            seat.press("\u{1a}");
        } else {
            seat.send(Signal::SIGTSTP);
        }
        let pid = seat.pid();
        wait_until("a stop", || is_stopped(&pid).then_some(()));
        assert_eq!(seat.modes(), modes_at_first(), "{state:?}: the shell has the terminal");
        seat.see(SHOW_CURSOR);
        seat.send(Signal::SIGCONT);
        seat.see(HIDE_CURSOR);
        seat.see("PAUSED");
        assert_ne!(seat.modes(), modes_at_first(), "{state:?}: raw again");
        seat.press("q");
        seat.ends_with(0);
    }
}

#[test]
fn at_the_end_question_a_stop_asks_again() {
    let mut seat = in_state(STATES[3]);
    seat.send(Signal::SIGTSTP);
    let pid = seat.pid();
    wait_until("a stop", || is_stopped(&pid).then_some(()));
    assert_eq!(seat.modes(), modes_at_first());
    seat.send(Signal::SIGCONT);
    seat.see(FEELING);
    seat.press("b");
    assert!(flowing(&seat.ends_with(0)).contains("better"));
}

#[test]
fn a_panic_gives_the_terminal_back() {
    if !cfg!(debug_assertions) {
        return;
    }
    let mut command = session(&[&FOOT[..], &[NO_QUESTIONS]].concat());
    command.env("SCIATICA_TEST_PANIC", "1");
    let shown = Seat::open(command).ends_with(101);
    assert!(shown.contains("a panic was asked for") && shown.contains(HIDE_CURSOR), "{shown}");
    assert!(shown.rfind(SHOW_CURSOR) < shown.find("a panic was asked for"), "first the terminal, then the report");
}

#[test]
fn each_answer_at_the_end_is_summed_up() {
    for (key, words) in [("b", "better"), ("s", "the same"), ("w", "worse"), ("f", "further down the leg"), ("\r", "")]
    {
        let seat = in_state(STATES[3]);
        seat.press(key);
        let shown = flowing(&seat.ends_with(0));
        let (_, summary) = shown.rsplit_once("Done.").expect("a summary");
        assert!(summary.contains("The foot, while you sit"), "{summary}");
        assert!(words.is_empty() || summary.contains(&format!("Now {words}")), "{summary}");
        let went_wrong = ["w", "f"].contains(&key);
        assert_eq!(summary.contains("What to do"), went_wrong, "{summary}");
    }
}

#[test]
fn the_summary_tells_what_was_left_out_and_what_was_left_unsaid() {
    let seat = in_state(STATES[1]);
    seat.press("q");
    let shown = flowing(&seat.ends_with(0));
    let (_, summary) = shown.rsplit_once("Ended early.").expect("a summary");
    assert!(summary.contains("Left out Arrive and breathe"), "{summary}");
    assert!(summary.contains("Left unsaid") && summary.contains("Rest a moment"), "{summary}");
}

#[test]
fn in_json_the_end_is_a_session() {
    let last = |shown: &str| -> Value {
        let (_, json) = shown.split_once('{').expect("JSON");
        let json = anstream::adapter::strip_str(json).to_string();
        serde_json::from_str(&format!("{{{json}")).unwrap_or_else(|error| panic!("{error}: {json}"))
    };
    for (keys, exit, ended, feeling) in
        [("q", 0, "quit", Value::Null), ("x", 3, "hurts", Value::Null), ("w", 0, "done", Value::from("worse"))]
    {
        let mut seat = Seat::foot(&["--format", "json"]);
        seat.begin();
        if ended == "done" {
            seat.press(&"n".repeat(steps()));
            seat.see(FEELING);
        }
        seat.press(keys);
        let answer = last(&seat.ends_with(exit));
        assert_eq!(answer["schema"], "sciatica.session/1");
        let data = answer["data"].as_array().unwrap();
        assert_eq!(data.len(), 1);
        assert_eq!((&data[0]["ended"], &data[0]["feeling"]), (&Value::from(ended), &feeling), "{answer}");
        assert_eq!(data[0]["steps_done"], 0, "what was skipped is not done");
        let named = |key: &str| data[0][key].as_array().unwrap().len();
        assert_eq!(named("done"), 0, "{answer}");
        assert!(named("left_out") > 0 && (named("left_unsaid") == 0) == (ended == "done"), "{answer}");
        assert_eq!(data[0]["what_to_do"].as_array().unwrap().is_empty(), ended == "quit", "{answer}");
    }
}

// Plain

#[test]
fn in_plain_form_commands_are_letters_with_enter() {
    let mut seat = Seat::foot(&["--plain"]);
    seat.see("each with Enter");
    seat.see("0:00  Arrive and breathe.");
    assert_eq!(seat.modes(), modes_at_first(), "no raw mode");
    seat.press("\n");
    seat.see("Step 1 of");
    seat.press("p\n");
    seat.see("Paused. p and Enter goes on.");
    seat.press("p\n");
    seat.see("Going on.");
    seat.press("?\n");
    seat.see("each with Enter. Enter alone: where you are");
    for _ in 0..steps() {
        seat.press("n\n");
    }
    seat.see(FEELING);
    seat.press("b\n");
    let shown = seat.ends_with(0);
    assert!(shown.contains("better"), "{shown}");
    assert!(!shown.contains(ESC), "{shown:?}");
    // The terminal itself begins each line with a carriage return.
    assert!(!shown.replace("\r\n", "\n").contains('\r'), "{shown:?}");
    assert!(!shown.contains('#') && !shown.contains(" [."), "{shown}");
}

#[test]
fn in_plain_form_it_hurts_quits_and_signals_end_it_too() {
    for (keys, exit) in [("x\n", 3), ("q\n", 0), ("ч\n", 3), ("\u{3}", 130), ("\u{1c}", 131)] {
        let mut seat = Seat::foot(&["--plain"]);
        seat.see("0:00  Arrive and breathe.");
        seat.press(keys);
        assert!(!seat.ends_with(exit).contains(ESC));
    }
    for (signal, exit) in [(Signal::SIGTERM, 143), (Signal::SIGHUP, 129)] {
        let mut seat = Seat::foot(&["--plain"]);
        seat.see("0:00  Arrive and breathe.");
        seat.send(signal);
        assert!(!seat.ends_with(exit).contains(ESC));
    }
    let mut seat = Seat::foot(&["--plain"]);
    seat.see("0:00  Arrive and breathe.");
    seat.press("\u{1a}");
    let pid = seat.pid();
    wait_until("a stop", || is_stopped(&pid).then_some(()));
    seat.send(Signal::SIGCONT);
    seat.see("Paused: nobody was here for a while. p and Enter goes on.");
    seat.press("q\n");
    seat.ends_with(0);
}

// Voices

/// A program that speaks, in a folder of its own.
fn speaker(scratch: &Scratch, script: &str) -> String {
    use std::os::unix::fs::PermissionsExt;
    scratch.write("speaker", format!("#!/bin/sh\ncd '{}'\n{script}\n", scratch.argument()).as_bytes());
    let path = scratch.path().join("speaker");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
    path.to_str().unwrap().to_owned()
}

fn speaking(voice: &str) -> Seat {
    let mut command = session(&[&FOOT[..], &[NO_QUESTIONS, "--speak"]].concat());
    command.env("SCIATICA_SPEAK", voice);
    Seat::open(command)
}

/// What the system knows of a process: `S` sleeps, `T` is stopped, `Z` ended and nobody took note. Nothing when it is gone.
fn state_of(pid: &str) -> String {
    let output = Command::new("ps").args(["-o", "stat=", "-p", pid]).output().expect("ps");
    String::from_utf8_lossy(&output.stdout).trim().to_owned()
}

/// Whether there is such a process, if only its name.
fn is_there(pid: &str) -> bool {
    !state_of(pid).is_empty()
}

fn is_alive(pid: &str) -> bool {
    is_there(pid) && !state_of(pid).starts_with('Z')
}

fn is_stopped(pid: &str) -> bool {
    state_of(pid).starts_with('T')
}

#[test]
fn a_speaker_hears_each_text_on_its_input_and_nothing_as_an_argument() {
    let scratch = Scratch::new();
    let voice = speaker(&scratch, "printf 'BEGIN %s|' \"$*\" >> log; cat >> log; echo '|END' >> log");
    let log = |scratch: &Scratch| fs::read_to_string(scratch.path().join("log")).unwrap_or_default();
    let mut seat = speaking(&format!("{voice} -v  slow"));
    seat.begin();
    wait_until("the first text", || log(&scratch).contains("|END").then_some(()));
    seat.press("n");
    wait_until("the second", || (log(&scratch).matches("|END").count() == 2).then_some(()));
    seat.press("x");
    let shown = seat.ends_with(3);
    let log = log(&scratch);
    let expected = ["BEGIN -v slow|Arrive and breathe.", "BEGIN -v slow|", "BEGIN -v slow|Stop. Let go slowly.|END"];
    let lines: Vec<&str> = log.lines().collect();
    assert_eq!(lines.len(), 3, "{log}");
    for (line, expected) in lines.iter().zip(expected) {
        assert!(line.starts_with(expected) && line.ends_with("|END"), "{line}");
    }
    // What is said is also what is read.
    let said = lines[1].trim_start_matches(expected[1]).trim_end_matches("|END");
    let shown = flowing(&shown);
    assert!(said.len() > 40 && said.split_inclusive(". ").all(|part| shown.contains(part.trim())), "{said}: {shown}");
    assert!(!shown.contains("No voice"), "{shown}");
}

#[test]
fn what_is_still_being_said_is_cut_off() {
    let scratch = Scratch::new();
    // A script that has somebody else speak.
    let voice = speaker(&scratch, "sleep 100 & echo $! >> voices; echo $$ >> speakers; wait");
    let noted = |file: &str| -> Vec<String> {
        let text = fs::read_to_string(scratch.path().join(file)).unwrap_or_default();
        text.lines().map(str::to_owned).collect()
    };
    let gone = |place: usize| {
        wait_until("silence", || (!is_there(&noted("speakers")[place])).then_some(()));
        wait_until("silence of whoever speaks for it", || (!is_alive(&noted("voices")[place])).then_some(()));
    };
    let begun = |count: usize| wait_until("a speaker", || (noted("speakers").len() == count).then_some(()));
    let mut seat = speaking(&voice);
    seat.begin();
    begun(1);
    seat.press("n");
    begun(2);
    gone(0);
    seat.press(" ");
    gone(1);
    seat.press(" r");
    begun(3);
    seat.press("q");
    let shown = seat.ends_with(0);
    gone(2);
    assert!(!shown.contains("No voice"), "{shown}");
}

#[test]
fn a_speaker_that_fails_or_is_not_there_is_dropped_with_one_note() {
    let scratch = Scratch::new();
    let fails = speaker(&scratch, "exit 1");
    for voice in [fails.as_str(), "/nowhere/to/be/found -x"] {
        let mut seat = speaking(voice);
        seat.begin_and_see("No voice:");
        seat.press(&"n".repeat(steps()));
        seat.see(FEELING);
        seat.press("b");
        let shown = flowing(&seat.ends_with(0));
        assert_eq!(shown.matches("No voice:").count(), 1, "{shown}");
        let name = Path::new(voice.split(' ').next().unwrap()).file_name().unwrap().to_str().unwrap();
        assert!(shown.contains(name) && shown.contains("failed"), "{shown}");
    }
}

#[test]
fn a_voice_that_fails_makes_way_for_the_next_and_says_so() {
    use std::os::unix::fs::PermissionsExt;
    let scratch = Scratch::new();
    let fails = speaker(&scratch, "exit 1");
    scratch.write("bin/espeak", format!("#!/bin/sh\n/bin/cat >> '{}/log'\n", scratch.argument()).as_bytes());
    fs::set_permissions(scratch.path().join("bin/espeak"), fs::Permissions::from_mode(0o755)).unwrap();
    let mut command = session(&[&FOOT[..], &[NO_QUESTIONS, "--speak"]].concat());
    command.env("SCIATICA_SPEAK", &fails).env("PATH", scratch.path().join("bin"));
    let mut seat = Seat::open(command);
    seat.begin_and_see("Another voice:");
    let log = || fs::read_to_string(scratch.path().join("log")).unwrap_or_default();
    wait_until("what the first did not say", || log().contains("Arrive and breathe.").then_some(()));
    seat.press("n");
    seat.see("get ready");
    seat.press("q");
    let shown = flowing(&seat.ends_with(0));
    assert_eq!(shown.matches("Another voice:").count(), 1, "{shown}");
    assert!(shown.contains("failed. Now \"espeak\" speaks.") && !shown.contains("No voice"), "{shown}");
}

#[test]
fn a_speaker_is_named_as_a_shell_splits_words() {
    let scratch = Scratch::new();
    let voice = speaker(&scratch, "printf '<%s>' \"$@\" >> log; echo >> log");
    scratch.write("a folder/say it.sh", &fs::read(&voice).unwrap());
    let path = scratch.path().join("a folder/say it.sh");
    fs::set_permissions(&path, std::os::unix::fs::PermissionsExt::from_mode(0o755)).unwrap();
    let named = format!("'{}' -v \"Bad News\" a\\ b $HOME '*' ;", path.display());
    let mut seat = speaking(&named);
    seat.begin();
    let log =
        wait_until("a text", || fs::read_to_string(scratch.path().join("log")).ok().filter(|it| it.contains('\n')));
    assert_eq!(log.lines().next().unwrap(), "<-v><Bad News><a b><$HOME><*><;>");
    seat.press("q");
    let shown = seat.ends_with(0);
    assert!(!shown.contains("No voice"), "{shown}");
}

#[test]
fn a_quote_that_is_not_closed_is_said_once_and_nobody_speaks() {
    let scratch = Scratch::new();
    let voice = speaker(&scratch, "echo spoke >> log");
    let mut seat = speaking(&format!("{voice} -v \"Bad News"));
    seat.see("No voice:");
    seat.press("\r");
    seat.see("Step 1 of");
    seat.press(&"n".repeat(steps()));
    seat.see(FEELING);
    seat.press("b");
    let shown = flowing(&seat.ends_with(0));
    assert_eq!(shown.matches("No voice: SCIATICA_SPEAK has a quote that is not closed.").count(), 1, "{shown}");
    assert!(!scratch.path().join("log").exists());
}

#[test]
fn without_any_speaker_the_note_says_how_to_get_one() {
    let scratch = Scratch::new();
    let mut command = session(&[&FOOT[..], &[NO_QUESTIONS, "--speak"]].concat());
    command.env("PATH", scratch.path());
    let mut seat = Seat::open(command);
    seat.begin_and_see("No voice:");
    seat.press("n");
    seat.see("get ready");
    seat.press("q");
    let shown = flowing(&seat.ends_with(0));
    assert_eq!(shown.matches("No voice:").count(), 1, "{shown}");
    assert!(shown.contains("SCIATICA_SPEAK"), "{shown}");
}

#[test]
fn a_speaker_that_hangs_is_dropped_and_the_session_goes_on() {
    let scratch = Scratch::new();
    let voice = speaker(&scratch, "echo $$ >> pids; exec sleep 100");
    let mut seat = speaking(&voice);
    seat.begin();
    seat.press(&"n".repeat(steps()));
    // Three words do not take longer than seven seconds.
    seat.see(FEELING);
    seat.see("No voice:");
    seat.press("s");
    let shown = flowing(&seat.ends_with(0));
    assert!(shown.contains("hung") && shown.contains("the same"), "{shown}");
    assert_eq!(shown.matches("No voice:").count(), 1, "{shown}");
    let pids = fs::read_to_string(scratch.path().join("pids")).unwrap();
    assert!(pids.lines().all(|pid| !is_there(pid)), "a speaker is left behind");
}

#[test]
fn without_speak_nothing_speaks() {
    let scratch = Scratch::new();
    let voice = speaker(&scratch, "echo spoke >> log");
    for form in [&[][..], &["--plain"]] {
        let mut command = session(&[&FOOT[..], &[NO_QUESTIONS], form].concat());
        command.env("SCIATICA_SPEAK", &voice);
        let mut seat = Seat::open(command);
        if form.is_empty() {
            seat.begin();
        } else {
            seat.see("0:00  Arrive");
        }
        seat.press("x\n");
        seat.ends_with(3);
    }
    assert!(!scratch.path().join("log").exists());
}

// Bells

#[test]
fn bells_ring_only_when_asked_for() {
    for (options, rings) in [(&["--bell"][..], 3), (&[], 0)] {
        let mut seat = Seat::foot(options);
        seat.begin();
        seat.press(&"n".repeat(steps()));
        seat.see(FEELING);
        if rings > 0 {
            (0..rings).for_each(|_| seat.see("\u{7}"));
        }
        seat.press("b");
        // A bell that was begun before the last key rings no more.
        let shown = seat.ends_with(0);
        let (before, after) = shown.split_once(FEELING).unwrap();
        assert_eq!(after.matches('\u{7}').count(), rings, "{shown:?}");
        assert!(rings > 0 || !before.contains('\u{7}'), "{shown:?}");
    }
}

// Without somebody at the terminal

/// Runs a shell command on a terminal.
fn shell(script: &str) -> Seat {
    let mut command = Command::new("sh");
    let environment = session(&[]);
    command.env_clear().envs(environment.get_envs().filter_map(|(key, value)| Some((key, value?))));
    command.env("SCIATICA", env!("CARGO_BIN_EXE_sciatica")).args(["-c", script]);
    Seat::open(command)
}

#[test]
fn in_a_pipe_or_with_plan_it_prints_the_plan_and_leaves_at_once() {
    let is_plan = |text: &str| {
        let text = flowing(text);
        text.contains("Plan") && text.contains("0:00 Arrive and breathe.") && !text.contains("space pauses")
    };
    for options in [&[][..], &["--plan"], &[NO_QUESTIONS], &["--speak", "--bell"]] {
        let Ran { exit, out, .. } = run(&[&FOOT, options].concat());
        assert!(exit == 0 && is_plan(&out), "{options:?}: {out}");
    }
    let shown = Seat::open(session(&[&FOOT[..], &["--plan"]].concat())).ends_with(0);
    assert!(is_plan(&shown) && !shown.contains(HIDE_CURSOR), "{shown}");
    for script in [
        "\"$SCIATICA\" session foot-while-sitting --minutes 5 | cat",
        "\"$SCIATICA\" session foot-while-sitting --minutes 5 < /dev/null",
        "\"$SCIATICA\" session foot-while-sitting --minutes 5 --no-red-flags < /dev/null",
        "\"$SCIATICA\" session foot-while-sitting --minutes 5 --no-red-flags 2> /dev/null",
    ] {
        let shown = shell(script).ends_with(0);
        assert!(is_plan(&shown) && !shown.contains(HIDE_CURSOR), "{script}: {shown}");
    }
}
