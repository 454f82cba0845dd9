//! Time and memory of each build beside our own promise: a command costs little more than starting a process.

use std::io;
use std::path::{Path, PathBuf};

use crate::builds::Libc;
use crate::paired::{Subject, asked, time};
use crate::{QUESTIONS, memory};

#[derive(Clone, Copy)]
pub(crate) enum Figure {
    Plain,
    Declared,
    Precautions,
    Search,
    Unbounded,
    Memory,
}

/// Goal and limit: of time as ratios to E, of memory in megabytes.
type Bounds = (Option<f64>, Option<f64>);

const fn bounds(libc: Libc, figure: Figure) -> Bounds {
    match (libc, figure) {
        (Libc::Glibc, Figure::Plain) => (Some(1.25), Some(1.40)),
        (Libc::Glibc, Figure::Declared) => (None, Some(1.50)),
        (Libc::Glibc, Figure::Precautions) => (None, Some(1.6)),
        (Libc::Glibc, Figure::Search) => (None, Some(1.8)),
        (Libc::Glibc, Figure::Memory) => (Some(3.0), Some(3.6)),
        (Libc::Musl, Figure::Plain) => (Some(0.50), Some(0.60)),
        (Libc::Musl, Figure::Declared) => (None, Some(0.75)),
        (Libc::Musl, Figure::Precautions) => (None, Some(0.80)),
        (Libc::Musl, Figure::Search) => (None, Some(1.1)),
        (Libc::Musl, Figure::Memory) => (None, Some(2.2)),
        (_, Figure::Unbounded) => (None, None),
    }
}

pub(crate) fn report(empty: &Path, builds: &[(Libc, PathBuf)], rounds: usize) -> io::Result<()> {
    let mut subjects = vec![Subject::new("empty program (E)", asked(empty, ""))?];
    for (_, binary) in builds {
        for (arguments, _) in QUESTIONS {
            let label = if arguments.is_empty() { "now (no arguments)" } else { arguments };
            subjects.push(Subject::new(label, asked(binary, arguments))?);
        }
    }
    time(&mut subjects, rounds)?;

    println!("{rounds} rounds; µs: median; ratio: median over the rounds of a time divided by that of E\n");
    print(["", "µs", "ratio", "goal", "limit", "", "instructions", "ratio"].map(String::from));
    let e = subjects.remove(0);
    let instructions = e.instructions();
    print_time(&e, (None, None), &e, instructions);
    for ((libc, binary), own) in builds.iter().zip(subjects.chunks(QUESTIONS.len())) {
        println!("{}", if matches!(libc, Libc::Glibc) { "default build (glibc)" } else { "static musl build" });
        for (subject, (_, figure)) in own.iter().zip(QUESTIONS) {
            print_time(subject, bounds(*libc, figure), &e, instructions);
        }
        print_memory(binary, bounds(*libc, Figure::Memory));
    }
    if instructions.is_none() {
        println!("\nno instructions counted: valgrind is missing or failed");
    }
    Ok(())
}

fn print_time(subject: &Subject, bounds: Bounds, e: &Subject, of_e: Option<f64>) {
    let own = of_e.and_then(|_| subject.instructions());
    let count = own.map(|count| format!("{count:.0}")).unwrap_or_default();
    let more = own.zip(of_e).map(|(own, empty)| own / empty);
    let [value, goal, limit, over] = judged(subject.ratio(e), bounds);
    let micros = format!("{:.0}", subject.micros());
    print([format!("  {}", subject.label), micros, value, goal, limit, over, count, places(more)]);
}

fn print_memory(binary: &Path, bounds: Bounds) {
    match memory::of_show(binary) {
        Ok(peak) => {
            let [value, goal, limit, over] = judged(peak, bounds);
            let label = "  peak memory of show GB30, MB".to_owned();
            print([label, String::new(), value, goal, limit, over, String::new(), String::new()]);
        }
        Err(error) => println!("  peak memory of show GB30: not measured: {error}"),
    }
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
