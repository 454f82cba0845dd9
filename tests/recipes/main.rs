//! The recipes of `CONTRIBUTING.md` for code, followed as they stand in a copy of it. A minute: the code is compiled anew.

#![allow(clippy::expect_used, reason = "a test that meets what it does not expect is to stop there, and say where")]

use std::fs;
use std::path::Path;
use std::process::Command;

use sciatica_testing::recipes::recipes_of;
use sciatica_testing::{Scratch, files_below, repository};

/// What Cargo needs to check all that we write.
const CODE: [&str; 10] = [
    "benches", "crates", "data", "src", "templates", "tests/guide", "tests/questions", "tests/recipes",
    "tests/support", "tests/walks",
];

#[test]
fn code_that_follows_the_recipes_compiles() {
    let copy = Scratch::new();
    let below = |folder: &str| -> Vec<String> {
        files_below(&repository(folder)).iter().map(|path| format!("{folder}/{path}")).collect()
    };
    let at_root = ["Cargo.toml", "Cargo.lock", "build.rs"].map(str::to_owned);
    for path in CODE.into_iter().flat_map(below).chain(at_root) {
        copy.write(&path, &fs::read(repository(&path)).expect("a file of ours"));
    }
    let recipes = recipes_of("CONTRIBUTING.md");
    assert!(recipes.len() >= 8, "{recipes:?}");
    for recipe in &recipes {
        recipe.follow(copy.path());
    }
    // What others wrote is compiled already, where this test is.
    let program = std::env::current_exe().expect("the path of this program");
    let target = program.ancestors().nth(3).map(Path::as_os_str).expect("the folder of what is compiled");
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["check", "--quiet", "--locked", "--offline", "--all-targets", "--target-dir"]).arg(target);
    let checked = cargo.current_dir(copy.path()).output().expect("Cargo");
    assert!(checked.status.success(), "{}", String::from_utf8_lossy(&checked.stderr));
}
