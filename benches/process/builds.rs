//! The programs to measure, built in release.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{env, fmt, fs, io};

const MUSL: &str = "x86_64-unknown-linux-musl";
/// The release profile of `Cargo.toml`, in the words of rustc.
const PROFILE: &str = "-C opt-level=3 -C lto=fat -C codegen-units=1 -C panic=abort -C strip=symbols";

#[derive(Clone, Copy)]
pub(crate) enum Libc {
    Glibc,
    Musl,
}

impl fmt::Display for Libc {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Glibc => "glibc",
            Self::Musl => "musl",
        })
    }
}

/// A folder for what a measurement needs, inside the target folder.
pub(crate) fn scratch(name: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join(name)
}

/// E: a program that does nothing.
pub(crate) fn empty() -> io::Result<PathBuf> {
    let (source, binary) = (scratch("empty.rs"), scratch("empty"));
    fs::write(&source, "fn main() {}\n")?;
    let mut rustc = tool("RUSTC", "rustc");
    succeed(rustc.args(["--edition", "2024"]).args(PROFILE.split(' ')).arg("-o").arg(&binary).arg(&source))?;
    installed(&binary, "glibc-empty")
}

pub(crate) fn compiler() -> io::Result<String> {
    Ok(succeed(tool("RUSTC", "rustc").arg("--version"))?.trim().to_owned())
}

/// A copy, as an installed program is one. A file fresh from the linker is spread over the page cache, and starts slower.
fn installed(binary: &Path, name: &str) -> io::Result<PathBuf> {
    let copy = scratch(name);
    fs::copy(binary, &copy)?;
    Ok(copy)
}

pub(crate) fn all() -> io::Result<Vec<(Libc, PathBuf)>> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut builds = vec![(Libc::Glibc, build(here, &[], "glibc-sciatica")?)];
    let library = succeed(tool("RUSTC", "rustc").args(["--print", "target-libdir", "--target", MUSL]))?;
    if Path::new(library.trim()).is_dir() {
        builds.push((Libc::Musl, build(here, &["--target", MUSL], "musl-sciatica")?));
    } else {
        println!("no static musl build: its standard library is missing; to add it: rustup target add {MUSL}");
    }
    Ok(builds)
}

/// Builds sciatica from a folder in release, and takes from cargo's messages where the program is.
pub(crate) fn build(folder: &Path, options: &[&str], name: &str) -> io::Result<PathBuf> {
    let mut cargo = tool("CARGO", "cargo");
    cargo.current_dir(folder).args(["build", "--release", "--bin", "sciatica"]).args(options);
    let messages = succeed(cargo.arg("--message-format=json-render-diagnostics"))?;
    let mut programs = messages.lines().filter_map(|line| {
        let message: serde_json::Value = serde_json::from_str(line).ok()?;
        Some(PathBuf::from(message.get("executable")?.as_str()?))
    });
    installed(&programs.next_back().ok_or_else(|| io::Error::other("cargo named no program"))?, name)
}

/// A build tool, without flags that E and sciatica would not share.
fn tool(variable: &str, name: &str) -> Command {
    let mut command = Command::new(env::var_os(variable).unwrap_or_else(|| name.into()));
    command.env_remove("RUSTFLAGS").env_remove("CARGO_ENCODED_RUSTFLAGS");
    command
}

pub(crate) fn succeed(command: &mut Command) -> io::Result<String> {
    let output = command.stderr(Stdio::inherit()).output()?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    Err(io::Error::other(format!("{}: {}", command.get_program().display(), output.status)))
}
