//! `sciatica man [COMMAND]`: the manual, page by page, in roff.

mod page;
mod sections;

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::{OutputArgs, Reply, whole_command};
use crate::catalogue::printable;
use crate::error::{Error, PageError};
use crate::render::Rendered;
use crate::terminal::World;
use page::Page;

/// The manual, for man
///
/// Without a name: the page of the program. With a command, such as "show" or "catalogue check": the page of that. With
/// --dir: every page, each as a file that man finds once its folder is in MANPATH.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  sciatica man  > sciatica.1\n  sciatica man show  > sciatica-show.1\n  \
                        sciatica man catalogue check  | man -l -")]
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
    output: OutputArgs,
}

pub(super) fn answer(args: &Args, world: &World<'_>) -> Result<Reply, Error> {
    let (catalogue, broken) = args.output.open_for_text("a page of the manual", world)?;
    let root = whole_command();
    let pages = Page::all(&root);
    if let Some(folder) = &args.dir {
        for page in &pages {
            write(folder, &page.file_name(), &page.roff(&pages, &catalogue)?, args.force, world)?;
        }
        let told = format!("Wrote {} pages into {}\n", pages.len(), printable(&folder.display().to_string()));
        let reply = Reply::text(String::new(), &catalogue).beside(broken);
        return Ok(Reply {
            rendered: Rendered { aside: reply.rendered.aside + &told, ..Rendered::default() },
            ..reply
        });
    }
    let asked = args.command.join(" ");
    let page = pages.iter().find(|page| page.is_called(&asked)).ok_or_else(|| Error::NoSuchFilter {
        what: "command",
        name: asked,
        known: pages.iter().map(Page::words).filter(|words| !words.is_empty()).map(str::to_owned).collect(),
    })?;
    Ok(Reply::text(page.roff(&pages, &catalogue)?, &catalogue).beside(broken))
}

fn write(folder: &Path, name: &str, text: &str, force: bool, world: &World<'_>) -> Result<(), PageError> {
    let path = folder.join(name);
    (world.write_file)(&path, text, force).map_err(|cause| match cause.kind() {
        ErrorKind::NotFound => PageError::NoFolder { path: folder.display().to_string() },
        _ => PageError::of_writing(&path, cause),
    })
}
