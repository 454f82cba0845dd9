//! `sciatica man [COMMAND]`: the manual, page by page, in roff.

mod page;
mod sections;

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use clap::Command;

use super::arguments::{OutputArgs, without_effect};
use super::guide::{Replied, Reply};
use crate::error::{Error, PageError};
use crate::world::{Unwritten, World};
use guide::query::QueryError;
use guide::shelf::Catalogue;
use guide::text::printable;
use page::ManPage;

/// The manual, for man
///
/// Without a name: the page of the program. With a command, such as "show" or "catalogue check": the page of that. With
/// --dir: every page, each as a file that man finds once its folder is in MANPATH.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  sciatica man  > sciatica.1\n  sciatica man show  > sciatica-show.1\n  \
                        sciatica man catalogue check  | man -l -")]
#[command(mut_args(|argument| without_effect(argument, &["sources", "format", "color", "plain", "width", "no_pager"])))]
pub(super) struct Args {
    /// A command
    #[arg(value_name = "COMMAND")]
    command: Vec<String>,
    /// Write every page into this folder
    #[arg(long, value_name = "DIR", conflicts_with = "command")]
    dir: Option<PathBuf>,
    /// Write over pages that are there
    #[arg(long, requires = "dir")]
    force: bool,
    #[command(flatten)]
    pub(super) output: OutputArgs,
}

pub(super) fn answer(args: &Args, catalogue: &Catalogue, root: &Command, world: &World<'_>) -> Replied {
    let pages = ManPage::all(root);
    if let Some(folder) = &args.dir {
        write(folder, &pages, catalogue, args.force, world)?;
        let told = format!("Wrote {} pages into {}\n", pages.len(), printable(&folder.display().to_string()));
        return Ok(Reply::text(String::new(), catalogue).adding(&told));
    }
    let asked = args.command.join(" ");
    let page = pages.iter().find(|page| page.is_called(&asked)).ok_or_else(|| QueryError::NoSuchFilter {
        what: "command",
        name: asked,
        known: pages.iter().map(ManPage::words).filter(|words| !words.is_empty()).map(str::to_owned).collect(),
    })?;
    let reply = Reply::text(page.roff(&pages, catalogue)?, catalogue);
    if !world.stdout_is_terminal {
        return Ok(reply);
    }
    let command = format!("sciatica man {}", page.words());
    Ok(reply.adding(&format!("To read it: {} | man -l -\n", command.trim_end())))
}

/// Writes every page into a folder, which is made where there is none.
fn write(
    folder: &Path,
    pages: &[ManPage<'_>],
    catalogue: &Catalogue,
    force: bool,
    world: &World<'_>,
) -> Result<(), Error> {
    let page = |page: &ManPage<'_>| Ok((page.file_name(), page.roff(pages, catalogue)?));
    let files: Vec<(String, String)> = pages.iter().map(page).collect::<Result<_, Error>>()?;
    for (name, text) in &files {
        let path = folder.join(name);
        match (world.write_file)(&path, text, force) {
            Err(cause) if cause.kind() == ErrorKind::NotFound => {
                let files: Vec<_> = files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
                let unwritten = |it: Unwritten| PageError::of_writing(&it.path, it.cause);
                return Ok((world.write_folder)(folder, &files).map_err(unwritten)?);
            }
            written => written.map_err(|cause| PageError::of_writing(&path, cause))?,
        }
    }
    Ok(())
}
