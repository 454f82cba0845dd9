//! What a command costs when the guide holds more points.

use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::{fs, io};

use serde_json::{Value, json};

use crate::builds::{Libc, build, scratch, succeed};
use crate::paired::{Subject, asked, time};

const SIZES: [usize; 2] = [361, 1_000];
const QUESTIONS: [&str; 2] = ["show GB30", "points --region leg"];

/// Prints a table of the default build with the bundled points, and with as many as [`SIZES`] says.
pub(crate) fn report(empty: &Path, builds: &[(Libc, PathBuf)], rounds: usize) -> io::Result<()> {
    let Some((_, bundled)) = builds.first() else { return Ok(()) };
    let mut programs = vec![(points(Path::new(env!("CARGO_MANIFEST_DIR")))?.len(), bundled.clone())];
    for size in SIZES {
        programs.push((size, with_points(size, bundled)?));
    }
    let mut subjects = vec![Subject::new("empty program (E)", asked(empty, ""))?];
    for question in QUESTIONS {
        for (_, program) in &programs {
            subjects.push(Subject::new(question, asked(program, question))?);
        }
    }
    time(&mut subjects, rounds)?;

    println!("{rounds} rounds; ratios: median over the rounds of a time divided by that of the other\n");
    println!(
        "| | points | µs | ratio to E | ratio to the first | instructions |\n| --- | --- | --- | --- | --- | --- |"
    );
    let e = subjects.remove(0);
    for own in subjects.chunks(programs.len()) {
        for (subject, (size, _)) in own.iter().zip(&programs) {
            let more = own.first().map_or(f64::NAN, |first| subject.ratio(first));
            let count = subject.instructions().map_or_else(|| "not counted".to_owned(), |count| count.to_string());
            let (micros, ratio) = (subject.micros(), subject.ratio(&e));
            println!("| `{}` | {size} | {micros:.0} | {ratio:.2} | {more:.2} | {count} |", subject.label);
        }
    }
    Ok(())
}

/// The program with copies of the bundled points beside them, under other codes and names.
fn with_points(size: usize, bundled: &Path) -> io::Result<PathBuf> {
    let (root, folder) = (Path::new(env!("CARGO_MANIFEST_DIR")), scratch("growth"));
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(folder.join("data/points"))?;
    for part in ["Cargo.toml", "Cargo.lock", "build.rs", "src", "templates", "tests", "benches"] {
        symlink(root.join(part), folder.join(part))?;
    }
    for entry in fs::read_dir(root.join("data"))? {
        let name = entry?.file_name();
        if name != "points" {
            symlink(root.join("data").join(&name), folder.join("data").join(&name))?;
        }
    }
    let points = points(root)?;
    for (number, point) in points.iter().cycle().take(size).enumerate() {
        let point = if number < points.len() { point.clone() } else { renamed(point.clone(), number + 100) };
        let name = format!("{}.json", point.get("code").and_then(Value::as_str).unwrap_or_default());
        fs::write(folder.join("data/points").join(name), point.to_string())?;
    }
    succeed(asked(bundled, "catalogue check").arg(folder.join("data")))?;
    // Outside of the folder, so that crates are built once.
    let target = scratch("growth-target");
    build(&folder, &["--target-dir", &target.to_string_lossy()], &format!("glibc-sciatica-{size}"))
}

fn points(root: &Path) -> io::Result<Vec<Value>> {
    let files = fs::read_dir(root.join("data/points"))?;
    files.map(|file| Ok(serde_json::from_str(&fs::read_to_string(file?.path())?)?)).collect()
}

/// A point under another code of its meridian, and under names that no other has.
fn renamed(mut point: Value, number: usize) -> Value {
    for path in ["/code", "/who_code"] {
        let code = point.pointer(path).and_then(Value::as_str).unwrap_or_default();
        let code = format!("{}{number}", code.trim_end_matches(|c: char| c.is_ascii_digit()));
        if let Some(place) = point.pointer_mut(path) {
            *place = json!(code);
        }
    }
    if let Some(place) = point.get_mut("aliases") {
        *place = json!([]);
    }
    if let Some(names) = point.get_mut("names") {
        number_texts(names, number);
    }
    point
}

fn number_texts(value: &mut Value, number: usize) {
    match value {
        Value::String(text) => text.push_str(&format!(" {number}")),
        Value::Array(values) => values.iter_mut().for_each(|value| number_texts(value, number)),
        Value::Object(fields) => fields.values_mut().for_each(|value| number_texts(value, number)),
        _ => {}
    }
}
