//! Checks the catalogue in `data/` and writes the bundle that the program carries: data with a problem does not compile.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

use guide::shelf::{CatalogueError, bundle};

fn main() -> io::Result<()> {
    // include_dir alone does not notice added files.
    println!("cargo::rerun-if-changed=data");
    println!("cargo::rustc-env=SCIATICA_TARGET={}", env::var("TARGET").unwrap_or_default());
    link_unwinder();
    match bundle(Path::new("data")) {
        Ok(parts) => {
            let folder = env::var_os("OUT_DIR").map(PathBuf::from).unwrap_or_default().join("bundle");
            fs::create_dir_all(&folder)?;
            parts.into_iter().try_for_each(|(name, part)| fs::write(folder.join(name), part))?;
        }
        Err(CatalogueError::Invalid { problems, .. }) => {
            for problem in problems {
                println!("cargo::error=data/{problem}");
            }
        }
        Err(error) => println!("cargo::error={error}"),
    }
    Ok(())
}

/// Takes the unwinder into the program: as a library of the system it would be one more to load at every start.
fn link_unwinder() {
    let is = |variable: &str, value: &str| env::var(variable).is_ok_and(|it| it == value);
    if is("CARGO_CFG_TARGET_OS", "linux") && is("CARGO_CFG_TARGET_ENV", "gnu") {
        println!("cargo::rustc-link-lib=static:-bundle=gcc_eh");
    }
}
