//! What a command costs beside an empty program, as a report: `just bench`, or `BENCH_ROUNDS=1000 just bench`.
//!
//! Absolute times drift by a tenth and more. So each round runs every command once, in an order shuffled anew, and a time
//! counts only as its ratio to E, `fn main() {}` for glibc, in the same round. The limits are our own
//! promise: a command costs little more than starting a process.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a report for whoever ran it")]

use std::io::{self, Read, Write};
use std::os::{fd::OwnedFd, unix::net::UnixStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitCode, Stdio};
use std::time::{Duration, Instant};
use std::{env, fs, thread};

const MUSL: &str = "x86_64-unknown-linux-musl";
/// The release profile of `Cargo.toml`, in the words of rustc.
const PROFILE: &str = "-C opt-level=3 -C lto=fat -C codegen-units=1 -C panic=abort -C strip=symbols";
const ROUNDS: usize = 300;
const MEMORY_RUNS: usize = 15;

const QUESTIONS: [(&str, Figure); 7] = [
    ("show GB30", Figure::Plain),
    ("points --region leg", Figure::Plain),
    ("show GB30 --pregnant", Figure::Declared),
    ("points --region leg --with blood-thinners", Figure::Declared),
    ("search pain behind knee", Figure::Search),
    ("", Figure::Unbounded),
    ("--help", Figure::Unbounded),
];

#[derive(Clone, Copy)]
enum Figure {
    Plain,
    Declared,
    Search,
    Unbounded,
    Memory,
}

#[derive(Clone, Copy)]
enum Libc {
    Glibc,
    Musl,
}

/// Goal and limit: of time as ratios to E, of memory in megabytes.
type Bounds = (Option<f64>, Option<f64>);

const fn bounds(libc: Libc, figure: Figure) -> Bounds {
    match (libc, figure) {
        (Libc::Glibc, Figure::Plain) => (Some(1.25), Some(1.30)),
        (Libc::Glibc, Figure::Declared) => (None, Some(1.45)),
        (Libc::Glibc, Figure::Search) => (None, Some(2.0)),
        (Libc::Glibc, Figure::Memory) => (None, Some(2.7)),
        (Libc::Musl, Figure::Plain) => (Some(0.50), Some(0.60)),
        (Libc::Musl, Figure::Declared) => (None, Some(0.75)),
        (Libc::Musl, Figure::Search) => (None, Some(1.3)),
        (Libc::Musl, Figure::Memory) => (None, Some(1.4)),
        (_, Figure::Unbounded) => (None, None),
    }
}

/// One command line of one program.
struct Subject {
    label: &'static str,
    bounds: Bounds,
    command: Command,
    seconds: Vec<f64>,
    instructions: Option<f64>,
}

fn main() -> ExitCode {
    // `cargo test --all-targets` comes here too, without this argument.
    if !env::args().any(|argument| argument == "--bench") {
        return ExitCode::SUCCESS;
    }
    let (empty, builds) = match build_empty().and_then(|empty| Ok((empty, build_all()?))) {
        Ok(built) => built,
        Err(error) => {
            eprintln!("error: {error}");
            return ExitCode::FAILURE;
        }
    };
    if let Err(error) = report(&empty, &builds) {
        println!("not measured to the end: {error}");
    }
    ExitCode::SUCCESS
}

fn build_empty() -> io::Result<PathBuf> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let (source, binary) = (folder.join("empty.rs"), folder.join("empty"));
    fs::write(&source, "fn main() {}\n")?;
    let mut rustc = tool("RUSTC", "rustc");
    succeed(rustc.args(["--edition", "2024"]).args(PROFILE.split(' ')).arg("-o").arg(&binary).arg(&source))?;
    installed(&binary, "glibc-empty")
}

/// A copy, as an installed program is one. A file fresh from the linker is spread over the page cache, and starts slower.
fn installed(binary: &Path, name: &str) -> io::Result<PathBuf> {
    let copy = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::copy(binary, &copy)?;
    Ok(copy)
}

fn build_all() -> io::Result<Vec<(Libc, PathBuf)>> {
    let mut builds = vec![(Libc::Glibc, installed(&build(&[])?, "glibc-sciatica")?)];
    let library = succeed(tool("RUSTC", "rustc").args(["--print", "target-libdir", "--target", MUSL]))?;
    if Path::new(library.trim()).is_dir() {
        builds.push((Libc::Musl, installed(&build(&["--target", MUSL])?, "musl-sciatica")?));
    } else {
        println!("no static musl build: its standard library is missing; to add it: rustup target add {MUSL}");
    }
    Ok(builds)
}

/// Builds sciatica in release, and takes from cargo's messages where the program is.
fn build(target: &[&str]) -> io::Result<PathBuf> {
    let mut cargo = tool("CARGO", "cargo");
    cargo.current_dir(env!("CARGO_MANIFEST_DIR")).args(["build", "--release", "--bin", "sciatica"]).args(target);
    let messages = succeed(cargo.arg("--message-format=json-render-diagnostics"))?;
    let mut programs = messages.lines().filter_map(|line| {
        let message: serde_json::Value = serde_json::from_str(line).ok()?;
        Some(PathBuf::from(message.get("executable")?.as_str()?))
    });
    programs.next_back().ok_or_else(|| io::Error::other("cargo named no program"))
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

fn report(empty: &Path, builds: &[(Libc, PathBuf)]) -> io::Result<()> {
    let rounds = env::var("BENCH_ROUNDS").ok().and_then(|text| text.parse().ok()).filter(|rounds| *rounds > 0);
    let rounds = rounds.unwrap_or(ROUNDS);
    let mut subjects = vec![Subject::new("empty program (E)", empty, "", (None, None))?];
    for (libc, binary) in builds {
        for (arguments, figure) in QUESTIONS {
            let label = if arguments.is_empty() { "now (no arguments)" } else { arguments };
            subjects.push(Subject::new(label, binary, arguments, bounds(*libc, figure))?);
        }
    }
    time(&mut subjects, rounds)?;

    println!("{rounds} rounds; µs: median; ratio: median over the rounds of a time divided by that of E\n");
    print(["", "µs", "ratio", "goal", "limit", "", "instructions", "ratio"].map(String::from));
    let e = subjects.remove(0);
    e.print(&e);
    for ((libc, binary), own) in builds.iter().zip(subjects.chunks(QUESTIONS.len())) {
        println!("{}", if matches!(libc, Libc::Glibc) { "default build (glibc)" } else { "static musl build" });
        for subject in own {
            subject.print(&e);
        }
        print_memory(binary, bounds(*libc, Figure::Memory));
    }
    if e.instructions.is_none() {
        println!("\nno instructions counted: valgrind is missing or failed");
    }
    Ok(())
}

impl Subject {
    /// Runs once, to warm the caches, and so that no error message is timed as if it were an answer.
    fn new(label: &'static str, program: &Path, arguments: &str, bounds: Bounds) -> io::Result<Self> {
        let mut command = fixed(program);
        let output = command.args(arguments.split_whitespace()).output()?;
        // 3 is an answer too: the how-to of an entry is withheld.
        if !matches!(output.status.code(), Some(0 | 3)) {
            return Err(io::Error::other(format!("no answer to {label}: {}", output.status)));
        }
        let instructions = instructions(&command);
        Ok(Self { label, bounds, command, seconds: Vec::new(), instructions })
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

    fn print(&self, e: &Self) {
        let ratio = median(self.seconds.iter().zip(&e.seconds).map(|(own, empty)| own / empty).collect());
        let micros = format!("{:.0}", median(self.seconds.clone()) * 1e6);
        let count = self.instructions.map(|count| format!("{count:.0}")).unwrap_or_default();
        let more = self.instructions.zip(e.instructions).map(|(own, empty)| own / empty);
        let [value, goal, limit, over] = judged(ratio, self.bounds);
        print([format!("  {}", self.label), micros, value, goal, limit, over, count, places(more)]);
    }
}

/// The same surroundings for every run: even the size of the environment moves the figures.
fn fixed(program: impl AsRef<Path>) -> Command {
    let mut command = Command::new(program.as_ref());
    command.env_clear().env("LANG", "C.UTF-8").env("PATH", "/usr/bin:/bin");
    // Where no profile is kept: that has to be found out.
    command.env("HOME", env!("CARGO_TARGET_TMPDIR"));
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
    command
}

/// Counts instructions with callgrind; nothing where valgrind is missing or fails.
fn instructions(command: &Command) -> Option<f64> {
    let mut valgrind = fixed("valgrind");
    valgrind.args(["--tool=callgrind", "--callgrind-out-file=/dev/null"]);
    valgrind.arg(command.get_program()).args(command.get_args()).stderr(Stdio::piped());
    let log = String::from_utf8(valgrind.output().ok()?.stderr).ok()?;
    log.lines().find_map(|line| line.split_once("Collected :")?.1.trim().parse().ok())
}

fn time(subjects: &mut [Subject], rounds: usize) -> io::Result<()> {
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

fn print_memory(binary: &Path, bounds: Bounds) {
    let peaks: io::Result<Vec<f64>> = (0..MEMORY_RUNS).map(|_| peak_megabytes(binary)).collect();
    match peaks.map(median) {
        Ok(peak) => {
            let [value, goal, limit, over] = judged(peak, bounds);
            let label = "  peak memory of show GB30, MB".to_owned();
            print([label, String::new(), value, goal, limit, over, String::new(), String::new()]);
        }
        Err(error) => println!("  peak memory of show GB30: not measured: {error}"),
    }
}

/// The most memory that `show GB30` held.
///
/// Not `ru_maxrss`: it starts at what the parent held (14 MB under python, 0.5 under GNU time). Instead the program
/// writes to a socket that is full: it waits in its one write, the answer ready, while the kernel is asked.
fn peak_megabytes(binary: &Path) -> io::Result<f64> {
    let (_reader, mut writer) = UnixStream::pair()?;
    writer.set_nonblocking(true)?;
    while writer.write(&[0; 4096]).is_ok() {}
    writer.set_nonblocking(false)?;
    let mut child = fixed(binary).args(["show", "GB30"]).stdout(OwnedFd::from(writer)).spawn()?;
    let peak = peak_while_waiting(&child);
    child.kill()?;
    child.wait()?;
    peak
}

fn peak_while_waiting(child: &Child) -> io::Result<f64> {
    for _ in 0..5_000 {
        let status = fs::read_to_string(format!("/proc/{}/status", child.id()))?;
        let field = |name| status.lines().find_map(|line| line.strip_prefix(name)).map(str::trim);
        if field("State:").is_some_and(|state| state.starts_with('S')) {
            let kilobytes: Option<f64> = field("VmHWM:").and_then(|peak| peak.strip_suffix(" kB")?.parse().ok());
            return kilobytes.map(|peak| peak / 1e3).ok_or_else(|| io::Error::other("no VmHWM in /proc"));
        }
        thread::sleep(Duration::from_millis(1));
    }
    Err(io::Error::other("it never waited to write"))
}

fn median(mut figures: Vec<f64>) -> f64 {
    figures.sort_by(f64::total_cmp);
    figures.get(figures.len() / 2).copied().unwrap_or(f64::NAN)
}

/// A figure, its goal, its limit, and whether the figure as printed is over the limit.
fn judged(figure: f64, (goal, limit): Bounds) -> [String; 4] {
    let over = limit.is_some_and(|limit| (figure * 100.0).round() > (limit * 100.0).round());
    [places(Some(figure)), places(goal), places(limit), if over { "over" } else { "" }.to_owned()]
}

fn places(figure: Option<f64>) -> String {
    figure.map(|figure| format!("{figure:.2}")).unwrap_or_default()
}

fn print([label, micros, ratio, goal, limit, over, count, more]: [String; 8]) {
    println!("{label:<44}{micros:>6}{ratio:>7}{goal:>7}{limit:>7} {over:<4}{count:>13}{more:>7}");
}
