//! The README: what its console blocks show is what the program answers, and what it tells to type works.

use std::env;
use std::fs;
use std::path::Path;

use trycmd::TestCases;

use crate::process::{keeping_in, program};
use crate::support::{Scratch, files_below, repository};

#[test]
fn the_readme_shows_what_the_program_answers() {
    let cases = TestCases::new();
    for (name, value) in [("LC_ALL", "C.UTF-8"), ("LANG", "C.UTF-8"), ("SCIATICA_PLAIN", "0"), ("NO_COLOR", "1")] {
        cases.env(name, value);
    }
    // Whoever runs the tests may keep a profile of their own.
    let home = Scratch::new();
    for (name, folder) in keeping_in(&home) {
        cases.env(name, folder);
    }
    cases.case("README.md");
}

/// The lines of the blocks for a shell that begin with the program's name, without their comments.
fn typed(document: &str) -> Vec<String> {
    let text = fs::read_to_string(repository(document)).unwrap();
    let blocks = text.split("```sh\n").skip(1).filter_map(|block| block.split("```").next());
    let lines = blocks.flat_map(str::lines).filter_map(|line| line.split(" #").next()).map(str::trim);
    lines.filter(|line| line.starts_with("sciatica ")).map(str::to_owned).collect()
}

#[cfg(unix)]
#[test]
fn what_the_readme_tells_to_type_works() {
    let home = Scratch::new();
    let additions = repository("tests/fixtures/additions");
    for path in files_below(&additions) {
        home.write(&format!("my-entries/{path}"), &fs::read(additions.join(&path)).unwrap());
    }
    for folder in [".config/fish/completions", ".local/share/man/man1"] {
        fs::create_dir_all(home.path().join(folder)).unwrap();
    }
    let own = Path::new(env!("CARGO_BIN_EXE_sciatica")).parent().unwrap();
    let others = env::var_os("PATH").unwrap_or_default();
    let path = env::join_paths([own.to_owned()].into_iter().chain(env::split_paths(&others))).unwrap();
    let lines = typed("README.md");
    assert!(lines.len() > 12, "{lines:?}");
    for line in lines {
        // jq is not everywhere, and what it makes of JSON is not ours.
        let line = line.split(" | jq").next().unwrap();
        let mut shell = std::process::Command::new("sh");
        let known: Vec<_> =
            program().get_envs().map(|(name, value)| (name.to_owned(), value.unwrap().to_owned())).collect();
        shell.args(["-c", line]).env_clear().envs(known).env("PATH", &path).envs(keeping_in(&home));
        let output = shell.env("HOME", home.path()).current_dir(home.path()).output().unwrap();
        let exit = output.status.code().unwrap();
        assert!([0, 3].contains(&exit), "{line}: {exit}: {}", String::from_utf8_lossy(&output.stderr));
    }
}
