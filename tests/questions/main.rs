//! How well a search understands the questions in a file: `just questions FILE`.

#![allow(clippy::expect_used, reason = "a tool of ours that meets what it does not expect is to stop there")]

use std::io::{self, Write};
use std::path::Path;
use std::{env, fs};

use guide::shelf::Catalogue;
use sciatica_testing::questions::{Asked, Share, ask_all, false_signs, questions, signs_first, success_at, success_of};

fn main() -> io::Result<()> {
    let path = env::args().nth(1).expect("the file with the questions");
    let questions = questions(&fs::read_to_string(path)?);
    let catalogue = Catalogue::in_directory(Path::new("data")).expect("a catalogue in order");
    let asked = ask_all(&catalogue, &questions);
    let mut out = io::stdout().lock();
    let mut tell = |what: &str, share: Share| {
        writeln!(out, "{what:<24}{:>4} of {:>4}{:>5} %", share.good, share.all, share.percent())
    };
    tell("right first", success_at(&asked, 1))?;
    tell("among the first 3", success_at(&asked, 3))?;
    tell("among the first 5", success_at(&asked, 5))?;
    tell("signs first", signs_first(&asked))?;
    tell("signs that none meant", false_signs(&asked))?;
    let mut kinds: Vec<&str> = questions.iter().map(|it| it.kind.as_str()).collect();
    kinds.sort_unstable();
    kinds.dedup();
    kinds.iter().try_for_each(|kind| tell(&format!("  {kind}, first 3"), success_of(&asked, kind)))?;
    asked.iter().try_for_each(|it| miss(it, &mut out))
}

/// What went wrong with a question.
fn miss(it: &Asked<'_>, out: &mut impl Write) -> io::Result<()> {
    let question = it.question;
    let what = if question.urgency.is_some() && !it.sign_is_first() {
        "sign not first"
    } else if it.sign_is_false() {
        "sign that none meant"
    } else if !question.ideal.is_empty() && it.place().is_none_or(|place| place > 3) {
        "not among the first 3"
    } else {
        return Ok(());
    };
    let first: Vec<&str> = it.found.iter().take(4).map(String::as_str).collect();
    let place = it.place().map_or_else(String::new, |place| format!(", {place}"));
    writeln!(out, "{} {what}{place}: {}", question.id, question.query)?;
    writeln!(out, "    wanted {}", question.ideal.join(" "))?;
    writeln!(out, "    found  {}", first.join(" "))
}
