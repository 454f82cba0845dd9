//! What a command costs beside an empty program: `just bench`, or `BENCH_ROUNDS=1000 just bench`.
//!
//! Absolute times drift by a tenth and more, which is why a benchmark that takes one command after the other does not do.
//! Each round runs every command once, in an order shuffled anew, and a time counts only as its ratio to E, `fn main() {}`
//! for glibc, in the same round.

#![allow(clippy::print_stdout, reason = "a report for whoever ran it")]
#![allow(clippy::cast_precision_loss, reason = "figures are told in three digits")]

use std::ffi::OsStr;
use std::io::{self, Read, Write};
use std::os::{fd::OwnedFd, unix::net::UnixStream};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use std::{env, fs, thread};

const ROUNDS: usize = 300;
const MUSL: &str = "x86_64-unknown-linux-musl";
/// The release profile of `Cargo.toml`, in the words of rustc.
const PROFILE: &str = "-C opt-level=s -C lto=fat -C codegen-units=1 -C panic=abort -C strip=symbols";
const SCRATCH: &str = env!("CARGO_TARGET_TMPDIR");

/// What is asked, and the most that it may take: the default build and the static one, as ratios to E.
const QUESTIONS: [(&str, Option<f64>, Option<f64>); 10] = [
    ("show GB30", Some(1.40), Some(0.60)),
    ("points --region leg", Some(1.40), Some(0.60)),
    ("show GB30 --pregnant", Some(1.50), Some(0.75)),
    ("points --region leg --pregnant", Some(1.50), Some(0.75)),
    ("points --region leg --with blood-thinners", Some(1.50), Some(0.75)),
    ("precautions --pregnant", Some(1.6), Some(0.80)),
    ("search pain behind knee", Some(1.8), Some(1.1)),
    ("show GB30 --add-catalogue tests/fixtures/additions", Some(4.0), None),
    ("", None, None),
    ("--help", None, None),
];

/// The most memory of `show GB30`, in megabytes, and the most bytes of the program.
const MEMORY: [f64; 2] = [3.6, 2.2];
const SIZE: f64 = 5.5;

/// One command line of one program.
struct Subject {
    label: &'static str,
    limit: Option<f64>,
    command: Command,
    micros: Vec<f64>,
}

fn main() -> io::Result<()> {
    // `cargo test --all-targets` comes here too, without this argument.
    if !env::args().any(|argument| argument == "--bench") {
        return Ok(());
    }
    let rounds = env::var("BENCH_ROUNDS").ok().and_then(|text| text.parse().ok()).unwrap_or(ROUNDS);
    let builds = builds()?;
    let mut subjects = vec![Subject::new("empty program (E)", None, asked(&empty()?, ""))?];
    for (place, (_, binary)) in builds.iter().enumerate() {
        for (question, of_glibc, of_musl) in QUESTIONS {
            let limit = if place == 0 { of_glibc } else { of_musl };
            subjects.push(Subject::new(question, limit, asked(binary, question))?);
        }
    }
    time(&mut subjects, rounds)?;
    println!("{rounds} rounds; µs: median; ratio: median over the rounds of a time divided by that of E\n");
    println!("{:<54}{:>6}{:>7}{:>7}{:>18}", "", "µs", "ratio", "limit", "instructions");
    let e = subjects.remove(0);
    e.print(&e);
    for (((name, binary), own), most) in builds.iter().zip(subjects.chunks(QUESTIONS.len())).zip(MEMORY) {
        println!("{name}");
        for subject in own {
            subject.print(&e);
        }
        let memory = peak_megabytes(binary)?;
        println!("  {:<58}{memory:>7.2}{most:>7.2}{}", "peak memory of show GB30, MB", over(memory, Some(most)));
        let size = fs::metadata(binary)?.len() as f64 / 1e6;
        println!("  {:<58}{size:>7.2}{SIZE:>7.2}{}", "size, MB", over(size, Some(SIZE)));
    }
    Ok(())
}

impl Subject {
    /// Runs once, to warm the caches, and so that no error message is timed as if it were an answer.
    fn new(label: &'static str, limit: Option<f64>, mut command: Command) -> io::Result<Self> {
        let output = command.output()?;
        // 3 is an answer too: the how-to of an entry is withheld.
        if !matches!(output.status.code(), Some(0 | 3)) {
            return Err(io::Error::other(format!("no answer to {label:?}: {}", output.status)));
        }
        Ok(Self { label, limit, command, micros: Vec::new() })
    }

    fn run(&mut self, buffer: &mut [u8]) -> io::Result<()> {
        let start = Instant::now();
        let mut child = self.command.spawn()?;
        if let Some(pipe) = &mut child.stdout {
            while pipe.read(buffer)? > 0 {}
        }
        child.wait()?;
        self.micros.push(start.elapsed().as_secs_f64() * 1e6);
        Ok(())
    }

    fn print(&self, e: &Self) {
        let ratio = median(self.micros.iter().zip(&e.micros).map(|(own, empty)| own / empty).collect());
        let limit = self.limit.map(|limit| format!("{limit:.2}")).unwrap_or_default();
        let (micros, instructions) = (median(self.micros.clone()), self.instructions());
        let over = over(ratio, self.limit);
        println!("  {:<52}{micros:>6.0}{ratio:>7.2}{limit:>7}{over:<5}{instructions:>13}", self.label);
    }

    /// Counts instructions with callgrind; nothing where valgrind is missing.
    fn instructions(&self) -> String {
        let mut valgrind = fixed("valgrind");
        valgrind.args(["--tool=callgrind", "--callgrind-out-file=/dev/null"]).stderr(Stdio::piped());
        valgrind.arg(self.command.get_program()).args(self.command.get_args());
        let log = valgrind.output().map(|output| String::from_utf8_lossy(&output.stderr).into_owned());
        let log = log.unwrap_or_default();
        log.lines()
            .find_map(|line| line.split_once("Collected :"))
            .map(|(_, count)| count.trim().to_owned())
            .unwrap_or_default()
    }
}

fn over(figure: f64, limit: Option<f64>) -> &'static str {
    if limit.is_some_and(|limit| (figure * 100.0).round() > (limit * 100.0).round()) { " over" } else { "" }
}

fn median(mut figures: Vec<f64>) -> f64 {
    figures.sort_by(f64::total_cmp);
    figures.get(figures.len() / 2).copied().unwrap_or(f64::NAN)
}

/// Every subject once a round, in an order of its own.
fn time(subjects: &mut [Subject], rounds: usize) -> io::Result<()> {
    let mut order: Vec<usize> = (0..subjects.len()).collect();
    let mut random = 0x9E37_79B9_7F4A_7C15_u64;
    let mut buffer = vec![0; 1 << 16];
    for _ in 0..rounds {
        for last in (1..order.len()).rev() {
            // An xorshift: each round its own order, each run of the benchmark the same.
            random ^= random << 13;
            random ^= random >> 7;
            random ^= random << 17;
            order.swap(last, usize::try_from(random >> 33).unwrap_or_default() % (last + 1));
        }
        for place in &order {
            if let Some(subject) = subjects.get_mut(*place) {
                subject.run(&mut buffer)?;
            }
        }
    }
    Ok(())
}

/// The most memory that `show GB30` held.
///
/// Not `ru_maxrss`, which begins at what the parent held. Instead the program writes to a socket that is full, and waits in
/// its one write, the answer ready, while the kernel is asked.
fn peak_megabytes(binary: &Path) -> io::Result<f64> {
    let (_reader, mut writer) = UnixStream::pair()?;
    writer.set_nonblocking(true)?;
    while writer.write(&[0; 4096]).is_ok() {}
    writer.set_nonblocking(false)?;
    let mut child = fixed(binary).args(["show", "GB30"]).stdout(OwnedFd::from(writer)).spawn()?;
    thread::sleep(Duration::from_millis(200));
    let status = fs::read_to_string(format!("/proc/{}/status", child.id()))?;
    child.kill()?;
    child.wait()?;
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB")?.parse().ok());
    peak.map(|kilobytes: f64| kilobytes / 1e3).ok_or_else(|| io::Error::other("no VmHWM in /proc"))
}

/// The same surroundings for every run: even the size of the environment moves the figures.
fn fixed(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    // No profile is kept at this home: that has to be found out.
    command.env_clear().env("LANG", "C.UTF-8").env("PATH", "/usr/bin:/bin").env("HOME", SCRATCH);
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
    command
}

/// A program with the words of its command line.
fn asked(program: &Path, question: &str) -> Command {
    let mut command = fixed(program);
    command.args(question.split_whitespace());
    command
}

/// E: a program that does nothing.
fn empty() -> io::Result<PathBuf> {
    let source = Path::new(SCRATCH).join("empty.rs");
    fs::write(&source, "fn main() {}\n")?;
    let mut rustc = tool("RUSTC", "rustc");
    rustc.args(["--edition", "2024"]).args(PROFILE.split(' ')).current_dir(SCRATCH).arg(&source);
    succeed(&mut rustc)?;
    installed(&source.with_extension(""), "empty-program")
}

/// Sciatica, as each build of it is called.
fn builds() -> io::Result<Vec<(&'static str, PathBuf)>> {
    let mut builds = vec![("default build (glibc)", build(&[], "sciatica-glibc")?)];
    let library = succeed(tool("RUSTC", "rustc").args(["--print", "target-libdir", "--target", MUSL]))?;
    if Path::new(library.trim()).is_dir() {
        builds.push(("static musl build", build(&["--target", MUSL], "sciatica-musl")?));
    } else {
        println!("no static musl build: its standard library is missing; to add it: rustup target add {MUSL}");
    }
    Ok(builds)
}

/// Builds sciatica in release, and takes from cargo's messages where the program is.
fn build(options: &[&str], name: &str) -> io::Result<PathBuf> {
    let mut cargo = tool("CARGO", "cargo");
    cargo.args(["build", "--release", "--bin", "sciatica", "--message-format=json-render-diagnostics"]).args(options);
    let messages = succeed(&mut cargo)?;
    let program = messages.lines().rev().find_map(|line| {
        let message: serde_json::Value = serde_json::from_str(line).ok()?;
        Some(PathBuf::from(message.get("executable")?.as_str()?))
    });
    installed(&program.ok_or_else(|| io::Error::other("cargo named no program"))?, name)
}

/// A copy, as an installed program is one. A file fresh from the linker is spread over the page cache, and starts slower.
fn installed(binary: &Path, name: &str) -> io::Result<PathBuf> {
    let copy = Path::new(SCRATCH).join(name);
    fs::copy(binary, &copy)?;
    Ok(copy)
}

/// A build tool, without flags that E and sciatica would not share.
fn tool(variable: &str, name: &str) -> Command {
    let mut command = Command::new(env::var_os(variable).unwrap_or_else(|| name.into()));
    command.env_remove("RUSTFLAGS").env_remove("CARGO_ENCODED_RUSTFLAGS");
    command
}

fn succeed(command: &mut Command) -> io::Result<String> {
    let output = command.stderr(Stdio::inherit()).output()?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    Err(io::Error::other(format!("{}: {}", command.get_program().display(), output.status)))
}
