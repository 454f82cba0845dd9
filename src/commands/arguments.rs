//! Options that several subcommands share.

use std::path::PathBuf;

use clap::Args;

use super::profile;
use crate::catalogue::{Catalogue, Kind, Target, Urgency, fold};
use crate::error::{Error, ProfileError};
use crate::query;
use crate::render::Format;
use crate::screening::{Kept, NOTHING_APPLIES, Profile, Week};
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
        if let Some(directory) = &self.add_catalogue {
            return Catalogue::with_additions(directory);
        }
        match (world.variable)("SCIATICA_ADD_CATALOGUE").filter(|it| !it.is_empty()).map(PathBuf::from) {
            Some(directory) => Catalogue::with_additions(&directory).map_err(|cause| Error::FromVariable {
                variable: "SCIATICA_ADD_CATALOGUE",
                value: directory.display().to_string(),
                cause: Box::new(cause),
            }),
            None => Catalogue::bundled(),
        }
    }

    /// Opens it for an answer that is always there: the bundled guide where what a directory adds to it cannot be used,
    /// and why.
    ///
    /// # Errors
    /// See [`Catalogue::in_directory`].
    pub fn open_always(&self, world: &World<'_>) -> Result<(Catalogue, Option<Error>), Error> {
        match self.open(world) {
            Err(error) if self.catalogue.is_none() => Ok((Catalogue::bundled()?, Some(error))),
            opened => Ok((opened?, None)),
        }
    }

    /// The same, for an answer that is text in a form of its own.
    ///
    /// # Errors
    /// Another form was asked for; or see [`Catalogue::in_directory`].
    pub fn open_for_text(&self, what: &'static str, world: &World<'_>) -> Result<(Catalogue, Option<Error>), Error> {
        if self.format == Format::Text { self.open_always(world) } else { Err(Error::TextOnly { what }) }
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
    /// The same as --with pregnancy; =20 tells the week
    #[arg(long, value_name = "WEEK", num_args = 0..=1, require_equals = true)]
    #[expect(clippy::option_option, reason = "absent, without its value, and with it are three things to clap")]
    pregnant: Option<Option<Week>>,
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
    /// What was declared on the command line.
    ///
    /// # Errors
    /// A word that is not understood, or that could mean two things: ignoring it would show everything.
    pub fn declared(&self, catalogue: &Catalogue) -> Result<Declared, Error> {
        let pregnant = self.pregnant.map(|_| PREGNANCY.to_owned());
        let words: Vec<String> = self.with.iter().cloned().chain(pregnant).collect();
        let declared = declared(catalogue, &words, &self.cleared)?;
        Ok(Declared { profile: declared.profile.in_week(self.pregnant.flatten()), ..declared })
    }

    /// Whether a word is the week that `--pregnant` was meant to tell: `--pregnant 20`.
    pub(super) fn is_a_week(&self, word: &str) -> bool {
        self.pregnant == Some(None) && word.parse::<Week>().is_ok()
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

/// What words declare.
#[derive(Debug, Default)]
pub struct Declared {
    /// The precautions.
    pub profile: Profile,
    /// The most urgent of the signs among them: it ends self-care, whatever else was said.
    pub sign: Option<String>,
}

/// What these words declare: ids or aliases of precautions and signs, or the one word for none of them.
pub(super) fn declared(catalogue: &Catalogue, words: &[String], cleared: &[String]) -> Result<Declared, Error> {
    let (none, words): (Vec<&String>, Vec<&String>) = words.iter().partition(|word| fold(word) == NOTHING_APPLIES);
    let meant: Vec<(bool, Result<Target<'_>, Error>)> = words
        .into_iter()
        .map(|word| (false, query::declaration(catalogue, word)))
        .chain(cleared.iter().map(|word| (true, query::declaration(catalogue, word))))
        .collect();
    let signs = meant.iter().filter_map(|(_, target)| target.as_ref().ok()).filter(|it| it.kind == Kind::RedFlag);
    if let Some(sign) = most_urgent(catalogue, signs.map(|sign| sign.id)) {
        return Ok(Declared { sign: Some(sign.to_owned()), ..Declared::default() });
    }
    let (mut declared, mut cleared) = (Vec::new(), Vec::new());
    for (is_cleared, target) in meant {
        let list = if is_cleared { &mut cleared } else { &mut declared };
        list.push(target?.id.to_owned());
    }
    let profile = match (!none.is_empty(), declared.is_empty() && cleared.is_empty()) {
        (true, true) => Profile::nothing_applies(),
        (true, false) => return Err(Error::NoneAndSome),
        (false, _) => Profile::new(declared, cleared),
    };
    Ok(Declared { profile, sign: None })
}

/// The most urgent of some red flags; of those that are as urgent, the first.
pub(super) fn most_urgent<'f>(catalogue: &Catalogue, flags: impl Iterator<Item = &'f str>) -> Option<&'f str> {
    let urgency = |id: &str| catalogue.index().red_flag(id).and_then(|row| Urgency::parse(row.urgency));
    flags.min_by_key(|id| std::cmp::Reverse(urgency(id)))
}
