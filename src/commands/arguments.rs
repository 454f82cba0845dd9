//! Options that several subcommands share.

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Arg, Args};

use super::catalogue_wish::CatalogueWish;
use super::declaration::{Declaration, read_kept};
use crate::bundle::bundle;
use crate::error::{Error, ProfileError};
use crate::render::{Format, Wishes};
use crate::world::{ProfileFile, World};
use guide::model::PREGNANCY;
use guide::screening::{Kept, Week};
use guide::shelf::Catalogue;

/// How the answer looks, and where it comes from.
#[derive(Debug, Args)]
#[command(next_help_heading = "Output", mut_arg("color", |color| color.help("When to use colour")))]
pub(super) struct OutputArgs {
    /// Form of the answer
    #[arg(long, value_enum, value_name = "FORMAT", default_value = "text")]
    pub(super) format: Format,
    #[command(flatten)]
    color: colorchoice_clap::Color,
    #[arg(long, help = "One \"Label: value\" a line, for screen readers (SCIATICA_PLAIN=1: always)")]
    plain: bool,
    /// Columns; also gives a pipe the form of a terminal
    #[arg(long, value_name = "N", value_parser = columns)]
    width: Option<u16>,
    /// Show the sources under each claim
    #[arg(long)]
    pub(super) sources: bool,
    /// Do not go through a pager
    #[arg(long)]
    pub(super) no_pager: bool,
    #[arg(long, value_name = "DIR", help = "Answer from the catalogue in DIR alone; SCIATICA_CATALOGUE=DIR: always")]
    catalogue: Option<PathBuf>,
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
    pub(super) fn wishes(&self) -> Wishes {
        Wishes { width: self.width, plain: self.plain, color: self.color }
    }

    /// Opens the catalogue that is asked for.
    ///
    /// # Errors
    /// See [`Catalogue::in_directory`].
    /// Its additions too: see [`Catalogue::with_additions`].
    pub(super) fn open(&self, world: &World<'_>) -> Result<Catalogue, Error> {
        if let Some(wish) = CatalogueWish::by_options(self.catalogue.as_deref(), self.add_catalogue.as_deref()) {
            return Ok(wish.open()?);
        }
        let Some((variable, wish)) = CatalogueWish::by_variable(world) else {
            return Ok(CatalogueWish::Bundled.open()?);
        };
        wish.open().map_err(|cause| Error::FromVariable(variable, wish.directory(), cause))
    }

    /// Opens it for an answer that is always there: the bundled guide where what a directory adds to it cannot be used,
    /// and why.
    ///
    /// # Errors
    /// See [`Catalogue::in_directory`].
    pub(super) fn open_always(&self, world: &World<'_>) -> Result<(Catalogue, Option<Error>), Error> {
        match self.open(world) {
            Err(error) if self.catalogue.is_none() => Ok((Catalogue::bundled(bundle())?, Some(error))),
            opened => Ok((opened?, None)),
        }
    }
}

/// Whether there are drawings.
#[derive(Debug, Default, Args)]
pub(super) struct FigureArgs {
    /// Draw in a pipe too
    #[arg(long, conflicts_with = "no_figure")]
    figure: bool,
    /// Words only
    #[arg(long)]
    no_figure: bool,
}

impl FigureArgs {
    /// What the reader wishes; `None` for no wish.
    pub(super) fn wish(&self) -> Option<bool> {
        self.figure.then_some(true).or(self.no_figure.then_some(false))
    }
}

/// What the reader declares.
#[derive(Debug, Default, Args)]
#[command(next_help_heading = "About you")]
pub(super) struct ScreeningArgs {
    /// A precaution that applies to you; "none" says that none does
    #[arg(long, value_name = "ID,ID", value_delimiter = ',')]
    with: Vec<String>,
    /// The same as --with pregnancy; =20 tells the week
    #[arg(long, value_name = "WEEK", num_args = 0..=1, require_equals = true)]
    #[expect(clippy::option_option, reason = "absent, without its value, and with it are three things to clap")]
    pregnant: Option<Option<Week>>,
    /// A precaution in spite of which whoever you asked agreed
    #[arg(long, value_name = "ID,ID", value_delimiter = ',')]
    cleared: Vec<String>,
    /// Leave out the profile that you keep
    #[arg(long)]
    no_profile: bool,
}

impl ScreeningArgs {
    /// What was declared on the command line.
    ///
    /// # Errors
    /// A word that is not understood, or that could mean two things: ignoring it would show everything.
    pub(super) fn declaration(&self, catalogue: &Catalogue) -> Result<Declaration, Error> {
        let pregnant = self.pregnant.map(|_| PREGNANCY.to_owned());
        let words: Vec<String> = self.with.iter().cloned().chain(pregnant).collect();
        let Declaration { profile, sign } = Declaration::of(catalogue, &words, &self.cleared)?;
        let week = self.pregnant.flatten().filter(|_| sign.is_none());
        Ok(Declaration { profile: profile.in_week(week), sign })
    }

    /// Whether a word is the week that `--pregnant` was meant to tell: `--pregnant 20`.
    pub(super) fn is_a_week(&self, word: &str) -> bool {
        self.pregnant == Some(None) && word.parse::<Week>().is_ok()
    }

    /// What the reader keeps, to be added to what was declared on the command line. Beside a sign nothing matters.
    ///
    /// # Errors
    /// It cannot be used, or it declares something where the command line says that nothing applies.
    pub(super) fn kept_beside(
        &self,
        Declaration { profile, sign }: &Declaration,
        catalogue: &Catalogue,
        file: &dyn ProfileFile,
    ) -> Result<Kept, ProfileError> {
        if sign.is_some() {
            return Ok(Kept::Nothing);
        }
        if self.no_profile {
            return Ok(Kept::LeftOut);
        }
        if file.path().is_none() {
            return Ok(Kept::NoPlace);
        }
        let says_none = profile.was_asked() && profile.declared().is_empty();
        match read_kept(catalogue, file)? {
            Some(kept) if says_none && !kept.declared().is_empty() => {
                Err(ProfileError::NoneAndKept(kept.declared().to_vec()))
            }
            kept => Ok(kept.map_or(Kept::Nothing, Kept::Profile)),
        }
    }
}

/// What a reader declares, and how the answer looks.
#[derive(Debug, Args)]
pub(super) struct ReaderArgs {
    #[command(flatten)]
    pub(super) screening: ScreeningArgs,
    #[command(flatten)]
    pub(super) output: OutputArgs,
}

/// Hides the options, of those that every command takes, that change nothing in the answers of one.
pub(super) fn without_effect(argument: Arg, ids: &[&str]) -> Arg {
    if ids.contains(&argument.get_id().as_str()) { argument.hide(true) } else { argument }
}

/// Columns of an answer.
fn columns(text: &str) -> Result<u16, &'static str> {
    let columns = text.trim().parse().ok().filter(|columns| (20..=500).contains(columns));
    columns.ok_or("use a number of columns from 20 to 500")
}

/// Minutes, as `10`, `10m`, `10min` or `10 minutes`.
pub(super) fn minutes(text: &str) -> Result<u16, &'static str> {
    let text = text.trim().to_lowercase();
    let digits = text.trim_end_matches(|c: char| c.is_alphabetic()).trim_end();
    let unit = text.get(digits.len()..).unwrap_or_default().trim();
    let is_minutes = matches!(unit, "" | "m" | "min" | "mins" | "minute" | "minutes");
    let minutes = digits.parse().ok().filter(|minutes| is_minutes && (1..=120).contains(minutes));
    minutes.ok_or("use whole minutes from 1 to 120, such as 5 or 5m")
}

/// Takes one of a closed list of words.
pub(super) fn word_parser<T: Copy + Send + Sync + 'static>(
    all: &'static [T],
    id: fn(T) -> &'static str,
) -> impl TypedValueParser<Value = T> {
    let words = PossibleValuesParser::new(all.iter().map(|each| id(*each)));
    words.try_map(move |word| all.iter().copied().find(|each| id(*each) == word).ok_or("it is no such word"))
}
