//! A voice: the system's speaker as a process of its own, which hears a text on its standard input.

use std::collections::VecDeque;
use std::ffi::OsString;
use std::io::{self, Write};
use std::process::{Child, Command, Stdio};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

const UNREADABLE: &str = "SCIATICA_SPEAK has a quote that is not closed";
const NO_SPEAKER: &str = "no speaker was found: install espeak-ng, or name one in SCIATICA_SPEAK";

/// Saying a text takes less than this, and `A_WORD` for each of its words.
const AT_MOST: Duration = Duration::from_secs(4);
const A_WORD: Duration = Duration::from_millis(800);
/// Who fails as soon as this may not have said anything: the next says it.
const SOON: Duration = Duration::from_secs(3);
/// The last words of a session may take this long.
const LAST_WORDS: Duration = Duration::from_secs(3);
const LOOK: Duration = Duration::from_millis(20);

/// Words to PowerShell: say what you hear.
const POWERSHELL: &str = "[Console]::InputEncoding = [Text.Encoding]::UTF8; Add-Type -AssemblyName System.Speech; \
     (New-Object System.Speech.Synthesis.SpeechSynthesizer).Speak([Console]::In.ReadToEnd())";

/// A program with its arguments.
type Words = Vec<String>;

/// Says texts, one at a time; by default it never says any.
#[derive(Default)]
pub(super) struct Speaker {
    /// Who may speak, the best first. Whoever fails makes way for the next.
    candidates: VecDeque<Voice>,
    talk: Option<Talk>,
    /// Who failed, and how, since the last time that somebody was told of it.
    failed: Option<String>,
    /// What is to be told, until somebody asks.
    note: Option<String>,
}

/// A program that may speak.
struct Voice {
    words: Words,
    /// The reader named it, or it spoke before: it is worth a word that it does no more.
    is_known: bool,
}

/// A text being said.
struct Talk {
    child: Child,
    text: String,
    /// Hands the text over: a speaker that does not listen holds up nothing else.
    telling: Option<JoinHandle<io::Result<()>>>,
    begun: Instant,
    at_most: Duration,
}

impl Speaker {
    /// The speaker that the reader named, and those that the system may have.
    pub(super) fn new(named: Option<OsString>) -> Self {
        let mut candidates = of_the_system();
        let mut note = None;
        match named.map(|it| words(&it.to_string_lossy())) {
            Some(Ok(words)) if !words.is_empty() => candidates.push_front(Voice { words, is_known: true }),
            Some(Err(_)) => {
                candidates.clear();
                note = Some(no_voice(UNREADABLE));
            }
            Some(Ok(_)) | None => {}
        }
        Self { candidates, talk: None, failed: None, note }
    }

    /// Says a text in the place of what is still being said.
    pub(super) fn say(&mut self, text: &str) {
        self.look();
        self.hush();
        self.begin(text);
    }

    /// Has the first who can say a text.
    fn begin(&mut self, text: &str) {
        while let Some(candidate) = self.candidates.front_mut() {
            if let Ok(talk) = Talk::begin(&candidate.words, text) {
                candidate.is_known = true;
                self.talk = Some(talk);
                if let Some(failed) = self.failed.take() {
                    self.note = Some(format!("Another voice: {failed}. Now {:?} speaks.", self.name()));
                }
                return;
            }
            // Most systems have one of several: it is no news that the others are not there.
            if candidate.is_known || self.candidates.len() == 1 {
                self.drop_first("failed");
            } else {
                self.candidates.pop_front();
            }
        }
    }

    /// Stops what is being said.
    pub(super) fn hush(&mut self) {
        if let Some(talk) = self.talk.take() {
            talk.end();
        }
    }

    /// Looks how it gets on.
    pub(super) fn look(&mut self) {
        let Some(talk) = &mut self.talk else { return };
        let how = match talk.is_over() {
            Ok(true) => {
                self.talk = None;
                return;
            }
            Ok(false) if talk.begun.elapsed() > talk.at_most => "hung",
            Ok(false) => return,
            Err(_) => "failed",
        };
        let text = (talk.begun.elapsed() < SOON).then(|| talk.text.clone());
        self.hush();
        self.drop_first(how);
        // What is late is not said any more: with nothing to say the next one shows whether it is there.
        self.begin(&text.unwrap_or_default());
    }

    /// Whether it was still saying something when it was looked at last.
    pub(super) fn is_speaking(&self) -> bool {
        self.talk.is_some()
    }

    /// What is to be told; once.
    pub(super) fn note(&mut self) -> Option<String> {
        self.note.take()
    }

    fn name(&self) -> &str {
        self.candidates.front().and_then(|it| it.words.first()).map_or("", String::as_str)
    }

    /// The first makes way for the next. Where there is none, nobody speaks any more.
    fn drop_first(&mut self, how: &str) {
        let was_known = self.candidates.front().is_some_and(|it| it.is_known);
        let failed = was_known.then(|| format!("the speaker {:?} {how}", self.name()));
        self.candidates.pop_front();
        self.failed = failed.or(self.failed.take());
        if self.candidates.is_empty() {
            self.note = Some(match self.failed.take() {
                Some(failed) => no_voice(&format!("{failed}, and there is no other")),
                None => no_voice(NO_SPEAKER),
            });
        }
    }
}

fn no_voice(why: &str) -> String {
    format!("No voice: {why}. It goes on without.")
}

impl Drop for Speaker {
    /// "Let go slowly" is to be heard to its end.
    fn drop(&mut self) {
        let Some(mut talk) = self.talk.take() else { return };
        let begun = Instant::now();
        while begun.elapsed() < LAST_WORDS {
            if !matches!(talk.is_over(), Ok(false)) {
                break;
            }
            thread::sleep(LOOK);
        }
        talk.end();
    }
}

impl Talk {
    fn begin(words: &[String], text: &str) -> io::Result<Self> {
        let (program, arguments) = words.split_first().ok_or(io::ErrorKind::NotFound)?;
        let mut command = Command::new(program);
        command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
        // Ctrl-C is for the session, which ends the speaker in its own time.
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(&mut command, 0);
        let mut child = command.spawn()?;
        let count = u32::try_from(text.split_whitespace().count()).unwrap_or(u32::MAX);
        let telling = child.stdin.take().and_then(|mut stdin| {
            let text = text.to_owned();
            thread::Builder::new().spawn(move || stdin.write_all(text.as_bytes())).ok()
        });
        Ok(Self {
            child,
            text: text.to_owned(),
            telling,
            begun: Instant::now(),
            at_most: AT_MOST.saturating_add(A_WORD.saturating_mul(count)),
        })
    }

    /// Whether it has said everything. An error if it could not.
    fn is_over(&mut self) -> io::Result<bool> {
        if let Some(telling) = self.telling.take_if(|it| it.is_finished()) {
            match telling.join().unwrap_or_else(|_| Err(io::ErrorKind::Other.into())) {
                // Who does not read what it is told says by its end whether it could not.
                Err(error) if error.kind() != io::ErrorKind::BrokenPipe => return Err(error),
                _ => {}
            }
        }
        match self.child.try_wait()? {
            Some(status) if !status.success() => Err(io::ErrorKind::Other.into()),
            status => Ok(status.is_some()),
        }
    }

    /// Ends it, and leaves nothing of it behind: a script may have called another program to speak.
    fn end(mut self) {
        #[cfg(unix)]
        let _ = rustix::process::kill_process_group(
            rustix::process::Pid::from_child(&self.child),
            rustix::process::Signal::KILL,
        );
        // It may have ended by itself meanwhile.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The words of a command, as a shell splits them; nothing else of what a shell does is done.
fn words(line: &str) -> Result<Words, shell_words::ParseError> {
    // On Windows paths are written with what hides a character elsewhere.
    let line = if cfg!(windows) { line.replace('\\', r"\\") } else { line.to_owned() };
    shell_words::split(&line)
}

/// Speakers that a system may have. Each hears its text on standard input: as an argument, `-` would be an option.
fn of_the_system() -> VecDeque<Voice> {
    let of = |words| Voice { words, is_known: false };
    if cfg!(windows) {
        let powershell = ["powershell", "-NoProfile", "-Command", POWERSHELL];
        return VecDeque::from([of(powershell.map(str::to_owned).to_vec())]);
    }
    let apple = cfg!(target_os = "macos").then_some("say -f -");
    let others = ["espeak-ng --stdin", "espeak --stdin", "spd-say --wait -e"];
    apple.into_iter().chain(others).filter_map(|line| words(line).ok()).map(of).collect()
}
