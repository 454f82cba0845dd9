//! Instructions of each command, kept in `benches/instructions.tsv`: what changed since they were last counted.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{fs, io};

use crate::QUESTIONS;
use crate::builds::{self, Libc};
use crate::paired::{Subject, asked};

/// Prints each count beside the kept one, and keeps the new ones. What could not be built now stays as it was.
pub(crate) fn report(empty: &Path, builds: &[(Libc, PathBuf)]) -> io::Result<()> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/instructions.tsv");
    let kept = fs::read_to_string(&file)?;
    let rows = kept.lines().filter_map(|line| line.rsplit_once('\t'));
    let mut counts: BTreeMap<String, f64> =
        rows.filter_map(|(name, count)| Some((name.to_owned(), count.parse().ok()?))).collect();

    let mut subjects = vec![Subject::new("glibc\tempty program (E)", asked(empty, ""))?];
    for (libc, binary) in builds {
        for (arguments, _) in QUESTIONS {
            let name = format!("{libc}\tsciatica {arguments}");
            subjects.push(Subject::new(name.trim_end(), asked(binary, arguments))?);
        }
    }
    for subject in subjects {
        let missing = "no instructions counted: valgrind is missing or failed; to install it: apt install valgrind";
        let count = subject.instructions().ok_or_else(|| io::Error::other(missing))?;
        let before = counts.insert(subject.label.clone(), count);
        let change = before.map_or_else(|| "new".into(), |before| format!("{:+.1} %", (count / before - 1.0) * 100.0));
        println!("{:<60}{count:>12}{change:>10}", subject.label.replace('\t', "  "));
    }

    let header = format!("# `just instructions` counts anew, by callgrind. Counted with {}.\n", builds::compiler()?);
    let mut table = format!("{header}build\tcommand\tinstructions\n");
    for (name, count) in counts {
        table.push_str(&format!("{name}\t{count}\n"));
    }
    fs::write(&file, table)
}
