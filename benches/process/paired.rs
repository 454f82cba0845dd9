//! Paired runs: a time counts only beside that of another command in the same round.

use std::io::{self, Read};
use std::process::{Command, Stdio};
use std::time::Instant;

/// One command line of one program.
pub(crate) struct Subject {
    pub(crate) label: String,
    pub(crate) command: Command,
    seconds: Vec<f64>,
}

impl Subject {
    /// Runs once, to warm the caches, and so that no error message is timed as if it were an answer.
    pub(crate) fn new(label: impl Into<String>, mut command: Command) -> io::Result<Self> {
        let (label, output) = (label.into(), command.output()?);
        // 3 is an answer too: the how-to of an entry is withheld.
        if !matches!(output.status.code(), Some(0 | 3)) {
            return Err(io::Error::other(format!("no answer to {label}: {}", output.status)));
        }
        Ok(Self { label, command, seconds: Vec::new() })
    }

    fn run(&mut self, buffer: &mut [u8]) -> io::Result<()> {
        let start = Instant::now();
        let mut child = self.command.spawn()?;
        if let Some(pipe) = &mut child.stdout {
            while pipe.read(buffer)? > 0 {}
        }
        child.wait()?;
        self.seconds.push(start.elapsed().as_secs_f64());
        Ok(())
    }

    pub(crate) fn micros(&self) -> f64 {
        median(self.seconds.clone()) * 1e6
    }

    /// The median over the rounds of its time divided by that of the other.
    pub(crate) fn ratio(&self, other: &Self) -> f64 {
        median(self.seconds.iter().zip(&other.seconds).map(|(own, others)| own / others).collect())
    }

    /// Counts instructions with callgrind; nothing where valgrind is missing or fails.
    pub(crate) fn instructions(&self) -> Option<f64> {
        let mut valgrind = fixed("valgrind");
        valgrind.args(["--tool=callgrind", "--callgrind-out-file=/dev/null"]);
        valgrind.arg(self.command.get_program()).args(self.command.get_args()).stderr(Stdio::piped());
        let log = String::from_utf8(valgrind.output().ok()?.stderr).ok()?;
        log.lines().find_map(|line| line.split_once("Collected :")?.1.trim().parse().ok())
    }
}

/// The same surroundings for every run: even the size of the environment moves the figures.
pub(crate) fn fixed(program: impl AsRef<std::ffi::OsStr>) -> Command {
    let mut command = Command::new(program);
    command.env_clear().env("LANG", "C.UTF-8").env("PATH", "/usr/bin:/bin");
    // Where no profile is kept: that has to be found out.
    command.env("HOME", env!("CARGO_TARGET_TMPDIR"));
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
    command
}

/// A program with the words of its command line.
pub(crate) fn asked(program: impl AsRef<std::ffi::OsStr>, arguments: &str) -> Command {
    let mut command = fixed(program);
    command.args(arguments.split_whitespace());
    command
}

pub(crate) fn time(subjects: &mut [Subject], rounds: usize) -> io::Result<()> {
    let mut order: Vec<usize> = (0..subjects.len()).collect();
    let mut random = 0x9E37_79B9_7F4A_7C15;
    let mut buffer = vec![0; 1 << 16];
    for _ in 0..rounds {
        for last in (1..order.len()).rev() {
            order.swap(last, xorshift(&mut random) % (last + 1));
        }
        for place in &order {
            if let Some(subject) = subjects.get_mut(*place) {
                subject.run(&mut buffer)?;
            }
        }
    }
    Ok(())
}

fn xorshift(state: &mut u64) -> usize {
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    usize::try_from(*state >> 33).unwrap_or_default()
}

pub(crate) fn median(mut figures: Vec<f64>) -> f64 {
    figures.sort_by(f64::total_cmp);
    figures.get(figures.len() / 2).copied().unwrap_or(f64::NAN)
}
