//! Prepares `data/` for embedding: every folder packed into one text, beside them the index that lists, lookup and screening read, and
//! the files as they are written.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

#[path = "src/catalogue/fold.rs"]
mod fold;
#[path = "src/catalogue/index_rows.rs"]
mod index_rows;
#[allow(dead_code, reason = "the checks of a catalogue need a part of it")]
#[path = "src/catalogue/index_writer/mod.rs"]
mod index_writer;
#[allow(dead_code, unreachable_pub, reason = "the program uses all of it, the index only the judging")]
#[path = "src/screening/judge.rs"]
mod judge;

fn main() -> Result<(), Box<dyn Error>> {
    // include_dir alone does not notice added files.
    println!("cargo::rerun-if-changed=data");
    println!("cargo::rerun-if-changed=build.rs");
    for shared in ["catalogue/fold.rs", "catalogue/index_rows.rs", "catalogue/index_writer", "screening/judge.rs"] {
        println!("cargo::rerun-if-changed=src/{shared}");
    }

    let data = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("data");
    let out = PathBuf::from(env::var("OUT_DIR")?).join("bundle");
    if out.exists() {
        fs::remove_dir_all(&out)?;
    }
    let mut files = BTreeMap::new();
    collect(&data, &data, &mut files)?;
    let (originals, places_of_originals) = lay_end_to_end(&files);
    write(&out.join("originals").join("text"), &originals)?;
    write(&out.join("originals").join("places"), &places_of_originals)?;
    let documents = parse(&files)?;
    let (folders, places) = pack(&documents)?;
    for (name, packed) in folders {
        write(&out.join("bodies").join(name), &packed)?;
    }
    write(&out.join("index").join("places"), &places)?;
    let tables = index_writer::write(&documents)?;
    let search = index_writer::write_search(&documents);
    let named = [
        ("names", tables.names),
        ("prefixes", tables.prefixes),
        ("homonyms", tables.homonyms),
        ("points", tables.points),
        ("practices", tables.practices),
        ("precautions", tables.precautions),
        ("red_flags", tables.red_flags),
        ("topics", tables.topics),
        ("routines", tables.routines),
        ("figures", tables.figures),
        ("rules", tables.rules),
        ("sources", tables.sources),
        ("claims", tables.claims),
        ("search_words", search.words),
        ("search_entries", search.entries),
        ("search_lines", search.lines),
    ];
    for (name, table) in named {
        write(&out.join("index").join(name), &table)?;
    }
    Ok(())
}

/// Name of a folder → its files, end to end.
type Folders<'d> = BTreeMap<&'d str, String>;

/// One text a folder, its files minified end to end; and the places of all files, a sorted line each: path, first byte,
/// byte behind the last. Few large files start faster than many small ones, because each embedded file is an address that
/// the loader has to fill in.
fn pack(documents: &[index_writer::Document]) -> Result<(Folders<'_>, String), Box<dyn Error>> {
    let mut folders = Folders::new();
    let mut places = BTreeSet::new();
    for (path, document) in documents {
        let packed = folders.entry(index_writer::packed_folder(path)).or_default();
        let start = packed.len();
        packed.push_str(&serde_json::to_string(document)?);
        places.insert(format!("{path}\t{start}\t{}\n", packed.len()));
    }
    Ok((folders, places.into_iter().collect()))
}

/// The files as they are written, end to end, and their places in the form of [`pack`]'s: for those who want to have them.
fn lay_end_to_end(files: &BTreeMap<String, String>) -> (String, String) {
    let (mut text, mut places) = (String::new(), String::new());
    for (path, file) in files {
        let start = text.len();
        text.push_str(file);
        places.push_str(&format!("{path}\t{start}\t{}\n", text.len()));
    }
    (text, places)
}

/// The documents of the catalogue: all JSON but the schemas, of which no answer is made.
fn parse(files: &BTreeMap<String, String>) -> Result<Vec<index_writer::Document>, Box<dyn Error>> {
    let mut documents = Vec::new();
    for (path, text) in files.iter().filter(|(path, _)| is_json(Path::new(path)) && !path.starts_with("schema/")) {
        let document = serde_json::from_str(text).map_err(|error| format!("data/{path}: {error}"))?;
        documents.push((path.clone(), document));
    }
    Ok(documents)
}

/// The JSON files and the licence of `data/`, each by its path; what an editor leaves beside them is none of it.
fn collect(root: &Path, folder: &Path, files: &mut BTreeMap<String, String>) -> Result<(), Box<dyn Error>> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(root, &path, files)?;
        } else if is_json(&path) || path.ends_with("LICENSE") {
            let name = path.strip_prefix(root)?.to_string_lossy().replace('\\', "/");
            let text = fs::read_to_string(&path).map_err(|error| format!("data/{name}: {error}"))?;
            files.insert(name, text);
        }
    }
    Ok(())
}

fn is_json(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "json")
}

fn write(path: &Path, text: &str) -> Result<(), Box<dyn Error>> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    Ok(fs::write(path, text)?)
}
