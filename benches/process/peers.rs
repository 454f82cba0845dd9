//! What one entry costs by other programs that look things up, each asked in its usual way.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs, io};

use crate::builds::{Libc, scratch, succeed};
use crate::paired::{Subject, asked, fixed, time};

pub(crate) fn report(empty: &Path, builds: &[(Libc, PathBuf)], rounds: usize) -> io::Result<()> {
    let Some((_, sciatica)) = builds.first() else { return Ok(()) };
    let mut subjects = vec![Subject::new("an empty program", asked(empty, ""))?];
    for (libc, program) in builds {
        subjects.push(Subject::new(format!("`sciatica show GB30`, {libc}"), asked(program, "show GB30"))?);
    }
    let peers: [(&str, &str, Prepare); 4] = [
        ("tldr", "cargo install tealdeer", page),
        ("sqlite3", "apt install sqlite3", row),
        ("jq", "apt install jq", file),
        ("man", "apt install man-db", manual),
    ];
    for (name, install, prepare) in peers {
        let Some(program) = found(name) else {
            println!("{name} is left out: it is not installed; to install it: {install}");
            continue;
        };
        let (label, command) = prepare(&program, sciatica)?;
        subjects.push(Subject::new(label, command)?);
    }
    time(&mut subjects, rounds)?;

    println!("{rounds} rounds; ratio: median over the rounds of a time divided by that of the empty program\n");
    println!("| one entry by | µs | ratio |\n| --- | --- | --- |");
    let e = subjects.first();
    for subject in &subjects {
        println!("| {} | {:.0} | {:.2} |", subject.label, subject.micros(), e.map_or(f64::NAN, |e| subject.ratio(e)));
    }
    Ok(())
}

/// Gives a peer, by its path, the entry to look up, with the help of sciatica; then what it is called and asked.
type Prepare = fn(&Path, &Path) -> io::Result<(&'static str, Command)>;

/// The path of a program that the user has.
fn found(name: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path).map(|folder| folder.join(name)).find(|program| program.is_file())
}

/// The card as a page in the cache of tealdeer.
fn page(tldr: &Path, sciatica: &Path) -> io::Result<(&'static str, Command)> {
    let cache = scratch("peers/tealdeer");
    let pages = cache.join("tldr-pages/pages.en/common");
    fs::create_dir_all(&pages)?;
    fs::write(pages.join("gb30.md"), succeed(&mut asked(sciatica, "show GB30 --format markdown"))?)?;
    let mut command = asked(tldr, "gb30");
    command.env("TEALDEER_CACHE_DIR", cache);
    Ok(("`tldr gb30` (tealdeer), the card as its page", command))
}

/// All points in a table, by their codes.
fn row(sqlite: &Path, _: &Path) -> io::Result<(&'static str, Command)> {
    let database = scratch("peers.db");
    let points = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/points");
    let fill = format!(
        "drop table if exists points; create table points (code text primary key, entry text);
         insert into points select json_extract(data, '$.code'), data from fsdir('{}') where name like '%.json';",
        points.display()
    );
    succeed(fixed(sqlite).arg(&database).arg(fill))?;
    let mut command = fixed(sqlite);
    command.arg(&database).arg("select entry from points where code = 'GB30'");
    Ok(("`sqlite3`, a row by its key", command))
}

fn file(jq: &Path, _: &Path) -> io::Result<(&'static str, Command)> {
    let mut command = fixed(jq);
    command.arg(".").arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("data/points/GB30.json").canonicalize()?);
    Ok(("`jq . GB30.json`", command))
}

/// Our own manual: a page of about the length of a card.
fn manual(man: &Path, sciatica: &Path) -> io::Result<(&'static str, Command)> {
    let folder = scratch("peers/man");
    fs::create_dir_all(folder.join("man1"))?;
    succeed(asked(sciatica, "man --force --dir").arg(folder.join("man1")))?;
    let mut command = fixed(man);
    command.arg("-M").arg(folder).arg("sciatica-show");
    Ok(("`man sciatica-show`", command))
}
