//! Options that several subcommands share.

use std::path::PathBuf;

use clap::Args;

use super::profile;
use crate::catalogue::{Catalogue, fold};
use crate::error::{Error, ProfileError};
use crate::query;
use crate::render::Format;
use crate::screening::{Kept, NOTHING_APPLIES, Profile};
use crate::terminal::{ProfileFile, Wishes, World};

/// How the answer looks, and where it comes from.
#[derive(Debug, Args)]
#[command(next_help_heading = "Output")]
pub struct OutputArgs {
    /// Form of the answer
    #[arg(long, value_enum, value_name = "FORMAT", default_value = "text")]
    pub format: Format,
    #[command(flatten)]
    color: colorchoice_clap::Color,
    #[arg(long, help = "One \"Label: value\" a line, for screen readers (SCIATICA_PLAIN=1: always)")]
    plain: bool,
    /// Columns; also gives a pipe the form of a terminal
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(20..=500))]
    width: Option<u16>,
    /// Show the sources under each claim
    #[arg(long)]
    pub sources: bool,
    /// Answer from the catalogue in DIR alone
    #[arg(long, value_name = "DIR")]
    pub catalogue: Option<PathBuf>,
    #[arg(
        long,
        value_name = "DIR",
        conflicts_with = "catalogue",
        hide_short_help = true,
        help = "Add the entries in DIR; SCIATICA_ADD_CATALOGUE=DIR adds them always"
    )]
    add_catalogue: Option<PathBuf>,
}

impl OutputArgs {
    /// What the reader asked of the look.
    pub fn wishes(&self) -> Wishes {
        Wishes { width: self.width, plain: self.plain, color: self.color }
    }

    /// Opens the catalogue that is asked for.
    ///
    /// # Errors
    /// See [`Catalogue::in_directory`].
    /// Its additions too: see [`Catalogue::with_additions`].
    pub fn open(&self, world: &World<'_>) -> Result<Catalogue, Error> {
        if let Some(directory) = &self.catalogue {
            return Catalogue::in_directory(directory);
        }
        let usual = || (world.variable)("SCIATICA_ADD_CATALOGUE").filter(|it| !it.is_empty()).map(PathBuf::from);
        match self.add_catalogue.clone().or_else(usual) {
            Some(directory) => Catalogue::with_additions(&directory),
            None => Catalogue::bundled(),
        }
    }

    /// The same, for an answer that is text in a form of its own.
    ///
    /// # Errors
    /// Another form was asked for; or see [`Catalogue::in_directory`].
    pub fn open_for_text(&self, what: &'static str, world: &World<'_>) -> Result<Catalogue, Error> {
        if self.format == Format::Text { self.open(world) } else { Err(Error::TextOnly { what }) }
    }
}

/// Whether there are drawings.
#[derive(Debug, Default, Args)]
pub struct FigureArgs {
    /// Draw in a pipe too
    #[arg(long, conflicts_with = "no_figure")]
    figure: bool,
    /// Words only
    #[arg(long)]
    no_figure: bool,
}

impl FigureArgs {
    /// What the reader wishes; `None` for no wish.
    pub fn wish(&self) -> Option<bool> {
        match (self.figure, self.no_figure) {
            (true, _) => Some(true),
            (_, true) => Some(false),
            _ => None,
        }
    }
}

/// What the reader declares.
#[derive(Debug, Default, Args)]
#[command(next_help_heading = "About you")]
pub struct ScreeningArgs {
    /// A precaution that applies to you; "none" says that none does
    #[arg(long, value_name = "ID,ID", value_delimiter = ',')]
    with: Vec<String>,
    /// The same as --with pregnancy
    #[arg(long)]
    pregnant: bool,
    /// A precaution in spite of which a clinician agreed
    #[arg(long, value_name = "ID,ID", value_delimiter = ',')]
    cleared: Vec<String>,
    /// Leave out the profile that you keep
    #[arg(long)]
    no_profile: bool,
}

/// The id that `--pregnant` stands for.
const PREGNANCY: &str = "pregnancy";

impl ScreeningArgs {
    /// The profile that was declared on the command line.
    ///
    /// # Errors
    /// A word that is not understood, or that could mean two things: ignoring it would show everything.
    pub fn declared(&self, catalogue: &Catalogue) -> Result<Profile, Error> {
        declared(catalogue, &self.with, self.pregnant, &self.cleared)
    }

    /// What the reader keeps, to be added to what was declared on the command line.
    ///
    /// # Errors
    /// It cannot be used, or it declares something where the command line says that nothing applies.
    pub fn kept(
        &self,
        declared: &Profile,
        catalogue: &Catalogue,
        file: &dyn ProfileFile,
    ) -> Result<Kept, ProfileError> {
        if self.no_profile {
            return Ok(Kept::LeftOut);
        }
        if file.path().is_none() {
            return Ok(Kept::NoPlace);
        }
        let kept = profile::kept(catalogue, file)?;
        let says_none = declared.was_asked() && declared.declared().is_empty();
        match kept {
            Some(kept) if says_none && !kept.declared().is_empty() => {
                Err(ProfileError::NoneAndKept { declared: kept.declared().to_vec() })
            }
            kept => Ok(kept.map_or(Kept::Nothing, Kept::Profile)),
        }
    }
}

/// The profile of these words, the ids or aliases of precautions, or the one word for none of them.
pub(super) fn declared(
    catalogue: &Catalogue,
    words: &[String],
    pregnant: bool,
    cleared: &[String],
) -> Result<Profile, Error> {
    let resolve = |word: &String| query::precaution(catalogue, word).map(str::to_owned);
    let (none, words): (Vec<_>, Vec<_>) = words.iter().partition(|word| fold(word) == NOTHING_APPLIES);
    let mut declared = words.into_iter().map(resolve).collect::<Result<Vec<_>, _>>()?;
    if pregnant {
        declared.push(query::precaution(catalogue, PREGNANCY)?.to_owned());
    }
    let cleared = cleared.iter().map(resolve).collect::<Result<Vec<_>, _>>()?;
    match (!none.is_empty(), declared.is_empty() && cleared.is_empty()) {
        (true, true) => Ok(Profile::nothing_applies()),
        (true, false) => Err(Error::NoneAndSome),
        (false, _) => Ok(Profile::new(declared, cleared)),
    }
}
