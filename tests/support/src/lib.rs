//! What the tests share: asking the guide in this process, its folders, folders to write in; and what both those that
//! take seconds and those that walk everything ask.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::missing_panics_doc,
    clippy::missing_errors_doc,
    clippy::new_without_default,
    reason = "a test that meets what it does not expect is to stop there, and say where"
)]

use std::cell::{Cell, RefCell};
use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;
use std::{env, fs, process};

use sciatica::error::Exit;
use sciatica::world::{ProfileFile, Unwritten, World};
use serde_json::Value;

pub mod additions;
mod dice;
pub mod folder;
pub mod how_to;
pub mod loosening;
pub mod mutations;
pub mod outcome;
pub mod questions;
pub mod random;
pub mod recipes;
pub mod routine;
pub mod screening;
pub mod withholding;

/// What the guide answered.
#[derive(Debug, PartialEq, Eq)]
pub struct Answer {
    pub exit: Exit,
    pub out: String,
    pub err: String,
}

impl Answer {
    /// The `data` of an answer in JSON.
    pub fn data(&self) -> Vec<Value> {
        let answer: Value = serde_json::from_str(&self.out).expect("an answer in JSON");
        answer["data"].as_array().expect("a list of data").clone()
    }
}

/// Asks the guide, through a pipe, in a locale with UTF-8.
pub fn ask<S: AsRef<str>>(arguments: &[S]) -> Answer {
    ask_in(&[("LANG", "C.UTF-8")], arguments)
}

/// Asks the guide, through a pipe, with these environment variables, and without a profile that is kept.
pub fn ask_in<S: AsRef<str>>(variables: &[(&str, &str)], arguments: &[S]) -> Answer {
    ask_keeping(&Keeper::default(), variables, arguments)
}

/// A profile that is kept in memory alone.
#[derive(Default)]
pub struct Keeper {
    pub held: RefCell<Option<Vec<u8>>>,
    /// How often it was read.
    pub reads: Cell<usize>,
}

impl Keeper {
    /// One that holds this.
    pub fn of(text: &str) -> Self {
        Self { held: RefCell::new(Some(text.as_bytes().to_vec())), reads: Cell::new(0) }
    }
}

impl ProfileFile for Keeper {
    fn path(&self) -> Option<PathBuf> {
        Some(PathBuf::from("/in/memory/profile.json"))
    }

    fn read(&self) -> io::Result<Option<Vec<u8>>> {
        self.reads.set(self.reads.get() + 1);
        Ok(self.held.borrow().clone())
    }

    fn write(&self, text: &str) -> io::Result<()> {
        *self.held.borrow_mut() = Some(text.as_bytes().to_vec());
        Ok(())
    }

    fn remove(&self) -> io::Result<bool> {
        Ok(self.held.borrow_mut().take().is_some())
    }
}

/// Asks the guide, through a pipe, for a reader who keeps a profile.
pub fn ask_keeping<S: AsRef<str>>(profile: &Keeper, variables: &[(&str, &str)], arguments: &[S]) -> Answer {
    let variable = |name: &str| {
        let known = variables.iter().find(|(key, _)| *key == name);
        known.map(|(_, value)| OsString::from(value))
    };
    let world = World {
        variable: &variable,
        since_1970: &|| Duration::ZERO,
        stdout_is_terminal: false,
        terminal_size: &|| None,
        links: &|| false,
        pager: &|_, _| Err(io::ErrorKind::NotFound.into()),
        color: &|_| false,
        dialogue: &|| None,
        device: &|_| None,
        write_file: &|_, _, _| Err(io::ErrorKind::Unsupported.into()),
        write_page: &|_| Err(io::ErrorKind::Unsupported.into()),
        browse: &|_| Err(io::ErrorKind::Unsupported.into()),
        write_folder: &no_folder,
        profile,
    };
    let arguments = ["sciatica"].into_iter().chain(arguments.iter().map(AsRef::as_ref)).map(OsString::from);
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let exit = sciatica::run(arguments, &world, &mut out, &mut err);
    let text = |bytes| String::from_utf8(bytes).expect("an answer in UTF-8");
    Answer { exit, out: text(out), err: text(err) }
}

/// Writes no folder, for a world without a disk.
pub fn no_folder(path: &Path, _: &[(&str, &str)]) -> Result<(), Unwritten> {
    Err(Unwritten { path: path.to_owned(), cause: std::io::ErrorKind::Unsupported.into() })
}

/// A folder or file of the repository.
pub fn repository(path: &str) -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).expect("the folder of the repository");
    root.join(path)
}

/// A folder of the repository, as an argument.
pub fn folder(path: &str) -> String {
    repository(path).to_str().expect("a path in UTF-8").to_owned()
}

/// The frozen catalogue of the tests.
pub const FIXTURE: &str = "tests/fixtures/catalogue";

/// Every file below a folder, as `/`-separated paths from there, sorted.
pub fn files_below(root: &Path) -> Vec<String> {
    let mut found = Vec::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder") {
            let path = entry.expect("an entry of the folder").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let below = path.strip_prefix(root).expect("a path below the root");
                found.push(below.to_str().expect("a path in UTF-8").replace('\\', "/"));
            }
        }
    }
    found.sort();
    found
}

/// The JSON files below a folder of the repository, each with its content, but for the schemas, which say nothing of the body.
pub fn documents(folder: &str) -> Vec<(String, Value)> {
    let root = repository(folder);
    let is_json = |path: &String| Path::new(path).extension().is_some_and(|it| it == "json");
    let files = files_below(&root).into_iter().filter(|path| is_json(path) && !path.starts_with("schema/"));
    let read = |path: String| {
        let text = fs::read_to_string(root.join(&path)).expect("a file in UTF-8");
        let value = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{path}: {error}"));
        (path, value)
    };
    files.map(read).collect()
}

/// The ids, or codes, of the entries that a file holds: one, or a list.
pub fn ids_in(document: &Value) -> Vec<String> {
    let one = std::slice::from_ref(document);
    let entries = document.as_array().map_or(one, Vec::as_slice);
    entries.iter().filter_map(|entry| entry["code"].as_str().or(entry["id"].as_str()).map(str::to_owned)).collect()
}

/// The ids, or codes, of our entries in a folder of `data/`.
pub fn ids_of(folder: &str) -> Vec<String> {
    documents(&format!("data/{folder}")).iter().flat_map(|(_, document)| ids_in(document)).collect()
}

/// Visits every text of a document with the keys that lead to it.
pub fn each_text<'v>(value: &'v Value, keys: &mut Vec<&'v str>, visit: &mut dyn FnMut(&[&str], &'v str)) {
    match value {
        Value::String(text) => visit(keys, text),
        Value::Array(items) => items.iter().for_each(|item| each_text(item, keys, visit)),
        Value::Object(fields) => {
            for (key, field) in fields {
                keys.push(key);
                each_text(field, keys, visit);
                keys.pop();
            }
        }
        _ => {}
    }
}

/// A folder of its own to write in, gone when the test is over.
pub struct Scratch(PathBuf);

impl Scratch {
    /// An empty folder.
    pub fn new() -> Self {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let path = env::temp_dir().join(format!("sciatica-test-{}-{number}", process::id()));
        fs::create_dir_all(&path).expect("a folder in the temporary folder");
        Self(path)
    }

    /// A copy of a folder of the repository.
    pub fn copy_of(folder: &str) -> Self {
        let scratch = Self::new();
        scratch.lay(&repository(folder));
        scratch
    }

    /// Lays the files of a folder over this one.
    pub fn lay(&self, from: &Path) {
        for path in files_below(from) {
            self.write(&path, &fs::read(from.join(&path)).expect("a file of the folder"));
        }
    }

    /// Writes one file.
    pub fn write(&self, path: &str, content: &[u8]) {
        let target = self.0.join(path);
        fs::create_dir_all(target.parent().expect("a folder")).expect("a folder to write in");
        fs::write(target, content).expect("a file to write");
    }

    /// The folder.
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// The folder, as an argument.
    pub fn argument(&self) -> &str {
        self.0.to_str().expect("a path in UTF-8")
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}
