//! An answer as a page: in the browser, or in a file.

use std::path::{Path, PathBuf};

use super::guide::{Guide, Replied, Reply};
use crate::error::{Error, PageError};
use crate::render::{Format, html};
use crate::view::{Card, Handout, PageHead};
use crate::world::World;
use guide::text::printable;

/// What stands at the top of a page that was given no title.
pub(super) const TITLE: &str = "Self-care for sciatica";

/// What leads to standard output, which is written like any other answer.
const STANDARD_OUTPUT: [&str; 4] = ["-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"];

/// Where a page is written.
#[derive(Debug, clap::Args)]
pub(super) struct PageFileArgs {
    #[arg(long = "output", value_name = "FILE", help = "Write the page to it; \"-\": to standard output")]
    path: Option<PathBuf>,
    /// Write over a file that is there
    #[arg(long, requires = "path")]
    force: bool,
}

impl PageFileArgs {
    /// Its path, if it is a file.
    pub(super) fn file(&self) -> Option<&Path> {
        self.path.as_deref().filter(|path| STANDARD_OUTPUT.iter().all(|it| path.as_os_str() != *it))
    }

    /// Writes a page to the file, or to standard output where there is none.
    ///
    /// # Errors
    /// The file is there and may not be replaced, or cannot be written.
    pub(super) fn write(&self, page: String, world: &World<'_>) -> Result<Reply, PageError> {
        let Some(path) = self.file() else { return Ok(Reply::bare(page)) };
        (world.write_file)(path, &page, self.force).map_err(|cause| PageError::of_writing(path, cause))?;
        Ok(Reply::word(format!("Wrote {}\n", printable(&path.display().to_string()))))
    }
}

/// Whether an answer is wished for as a page.
#[derive(Debug, clap::Args)]
pub(super) struct BrowseArgs {
    /// Open it in the browser, with its real drawing
    #[arg(long, conflicts_with = "path")]
    open: bool,
    #[command(flatten)]
    page: PageFileArgs,
}

impl BrowseArgs {
    /// Makes the guide one for paper, if a page is wished for.
    ///
    /// # Errors
    /// Another form was asked for.
    pub(super) fn prepare(&self, guide: &mut Guide<'_>) -> Result<bool, PageError> {
        let is_wished = self.open || self.page.path.is_some();
        if is_wished && guide.format != Format::Text {
            return Err(PageError::OtherFormat);
        }
        guide.scope.citations |= is_wished;
        guide.scope.on_paper |= is_wished;
        Ok(is_wished)
    }

    /// The page of these cards, of which those that are named are `withheld`: opened, or written.
    ///
    /// # Errors
    /// It cannot be written, or no browser could be started.
    pub(super) fn reply(
        &self,
        guide: &Guide<'_>,
        withheld: Vec<String>,
        cards: Vec<Card>,
        world: &World<'_>,
    ) -> Replied {
        let page =
            Handout::new(&guide.scope, PageHead { title: TITLE.to_owned(), ..PageHead::default() }, withheld, cards);
        let page = html(&page, false).map_err(Error::damaged)?;
        if !self.open {
            return Ok(self.page.write(page, world)?);
        }
        let path = (world.write_page)(&page).map_err(PageError::NoPlace)?;
        let told = printable(&path.display().to_string());
        (world.browse)(&path).map_err(|cause| PageError::NoBrowser(told.clone(), cause))?;
        Ok(Reply::word(format!("Opened {told}\n")))
    }
}
