//! Prepares `data/` for embedding: every file minified, and beside them the index that lists, lookup and screening read.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

#[path = "src/catalogue/fold.rs"]
mod fold;
#[path = "src/catalogue/index_rows.rs"]
mod index_rows;
#[path = "src/catalogue/index_writer.rs"]
mod index_writer;
#[allow(dead_code, unreachable_pub, reason = "the program uses all of it, the index only the judging")]
#[path = "src/screening/judge.rs"]
mod judge;

fn main() -> Result<(), Box<dyn Error>> {
    // include_dir alone does not notice added files.
    println!("cargo::rerun-if-changed=data");
    println!("cargo::rerun-if-changed=build.rs");
    for shared in ["catalogue/fold.rs", "catalogue/index_rows.rs", "catalogue/index_writer.rs", "screening/judge.rs"] {
        println!("cargo::rerun-if-changed=src/{shared}");
    }

    let data = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("data");
    let out = PathBuf::from(env::var("OUT_DIR")?).join("bundle");
    if out.exists() {
        fs::remove_dir_all(&out)?;
    }
    let mut documents = Vec::new();
    collect(&data, &data, &mut documents)?;
    for (path, document) in &documents {
        write(&out.join("data").join(path), &serde_json::to_string(document)?)?;
    }
    let tables = index_writer::write(&documents)?;
    let named = [
        ("names", tables.names),
        ("prefixes", tables.prefixes),
        ("homonyms", tables.homonyms),
        ("points", tables.points),
        ("precautions", tables.precautions),
        ("rules", tables.rules),
        ("sources", tables.sources),
        ("red-flags", tables.red_flags),
    ];
    for (name, table) in named {
        write(&out.join("index").join(name), &table)?;
    }
    Ok(())
}

fn collect(root: &Path, folder: &Path, documents: &mut Vec<index_writer::Document>) -> Result<(), Box<dyn Error>> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(root, &path, documents)?;
        } else if path.extension().is_some_and(|extension| extension == "json") {
            let text = fs::read_to_string(&path)?;
            let document = serde_json::from_str(&text).map_err(|error| format!("{}: {error}", path.display()))?;
            let name = path.strip_prefix(root)?.to_string_lossy().replace('\\', "/");
            documents.push((name, document));
        }
    }
    Ok(())
}

fn write(path: &Path, text: &str) -> Result<(), Box<dyn Error>> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    Ok(fs::write(path, text)?)
}
