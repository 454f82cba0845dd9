//! What a command costs beside an empty program, as a report: `just bench`, or `BENCH_ROUNDS=1000 just bench`. A word
//! behind it measures something else: `just instructions`, `just growth`, `just peers`.
//!
//! Absolute times drift by a tenth and more. So each round runs every command once, in an order shuffled anew, and a time
//! counts only as its ratio to E, `fn main() {}` for glibc, in the same round.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a report for whoever ran it")]

mod builds;
mod growth;
mod instructions;
mod limits;
mod memory;
mod paired;
mod peers;

use std::process::ExitCode;
use std::{env, io};

use limits::Figure;

const ROUNDS: usize = 300;

const QUESTIONS: [(&str, Figure); 9] = [
    ("show GB30", Figure::Plain),
    ("points --region leg", Figure::Plain),
    ("show GB30 --pregnant", Figure::Declared),
    ("points --region leg --pregnant", Figure::Declared),
    ("points --region leg --with blood-thinners", Figure::Declared),
    ("precautions --pregnant", Figure::Precautions),
    ("search pain behind knee", Figure::Search),
    ("", Figure::Unbounded),
    ("--help", Figure::Unbounded),
];

fn main() -> ExitCode {
    // `cargo test --all-targets` comes here too, without this argument.
    if !env::args().any(|argument| argument == "--bench") {
        return ExitCode::SUCCESS;
    }
    match measure(env::args().skip(1).find(|argument| argument != "--bench").as_deref()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn measure(what: Option<&str>) -> io::Result<()> {
    let rounds = env::var("BENCH_ROUNDS").ok().and_then(|text| text.parse().ok()).filter(|rounds| *rounds > 0);
    let rounds = rounds.unwrap_or(ROUNDS);
    let (empty, builds) = (builds::empty()?, builds::all()?);
    match what {
        None => limits::report(&empty, &builds, rounds),
        Some("instructions") => instructions::report(&empty, &builds),
        Some("growth") => growth::report(&empty, &builds, rounds),
        Some("peers") => peers::report(&empty, &builds, rounds),
        Some(other) => Err(io::Error::other(format!("{other:?} is not instructions, growth or peers"))),
    }
}
