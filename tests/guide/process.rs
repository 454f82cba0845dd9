//! The program as a process of its own: arguments in, bytes and an exit code out.

use std::ffi::OsStr;
use std::process::Command;
use std::time::Duration;

use serde_json::Value;

use crate::support::{Scratch, repository};

/// Longer than any answer takes, so that a test that hangs ends.
const PATIENCE: Duration = Duration::from_secs(30);

/// What a process answered.
#[derive(Debug)]
pub(crate) struct Ran {
    pub(crate) exit: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Ran {
    /// The answer in JSON.
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }

    /// The `data` of an answer in JSON.
    pub(crate) fn data(&self) -> Vec<Value> {
        self.json()["data"].as_array().expect("a list of data").clone()
    }
}

/// A folder that nobody makes: whoever lives there keeps no profile.
const HOME: &str = concat!(env!("CARGO_TARGET_TMPDIR"), "/nobody");

/// The program, in the repository, with nothing in its environment but a locale with UTF-8 and a home without a profile.
pub(crate) fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sciatica"));
    command.env_clear().env("LANG", "C.UTF-8").envs([("HOME", HOME), ("APPDATA", HOME)]).current_dir(repository(""));
    command
}

/// The same where nobody says where a profile would be.
pub(crate) fn homeless() -> Command {
    let mut command = program();
    command.env_remove("HOME").env_remove("APPDATA");
    command
}

/// Runs the program through a pipe.
pub(crate) fn run<S: AsRef<OsStr>>(arguments: &[S]) -> Ran {
    run_in(&[], arguments)
}

/// The variables that let a profile be kept in this folder, whatever the system.
pub(crate) fn keeping_in(folder: &Scratch) -> [(&'static str, &str); 2] {
    ["XDG_CONFIG_HOME", "APPDATA"].map(|name| (name, folder.argument()))
}

/// Runs the program through a pipe, with these environment variables.
pub(crate) fn run_in<S: AsRef<OsStr>>(variables: &[(&str, &str)], arguments: &[S]) -> Ran {
    let mut command = program();
    command.envs(variables.iter().copied()).args(arguments);
    ran(command)
}

/// Runs a program through a pipe.
pub(crate) fn ran(command: Command) -> Ran {
    let output = assert_cmd::Command::from_std(command).timeout(PATIENCE).output().expect("a process");
    let text = |bytes| String::from_utf8(bytes).expect("an answer in UTF-8");
    let exit = output.status.code().expect("a process that ends by itself");
    Ran { exit, out: text(output.stdout), err: text(output.stderr) }
}
