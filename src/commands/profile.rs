//! `sciatica profile`: what applies to the reader, kept from one answer to the next.

use clap::Subcommand;

use super::arguments::{Declared, declared};
use super::{Guide, OutputArgs, Reply};
use crate::catalogue::Catalogue;
use crate::error::{DeclarationError, Error, Exit, ProfileError, whole};
use crate::screening::{Kept, KeptProfile, Profile};
use crate::terminal::{ProfileFile, World};
use crate::view::{Part, ProfileRecord, ProfileReport, profile_card};

/// Keep what applies to you, so that each answer holds to it
///
/// Every command that takes --with reads it and names it; --with adds to it, --no-profile leaves it out for once. It is one
/// file that only you can read, and "show" says where: sciatica/profile.json in ~/.config or in the folder that XDG names
/// instead, on Windows in %APPDATA%. Nothing else is stored, nothing leaves this machine, and "clear" removes it.
#[derive(Debug, clap::Args)]
#[command(
    args_conflicts_with_subcommands = true,
    after_help = "Examples:\n  sciatica profile set pregnancy blood-thinners\n  sciatica profile show\n  \
                        sciatica profile clear"
)]
pub(super) struct Args {
    #[command(subcommand)]
    action: Option<Action>,
    #[command(flatten)]
    output: OutputArgs,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// Keep this, in the place of what was kept
    #[command(
        after_help = "Examples:\n  sciatica profile set pregnancy blood-thinners\n  sciatica profile set none\n  \
                        sciatica profile set warfarin --cleared pregnancy"
    )]
    Set(SetArgs),
    /// What is kept, where, and how to change it
    #[command(after_help = "Examples:\n  sciatica profile\n  sciatica profile show --plain\n  \
                            sciatica profile show --format json")]
    Show(OnlyOutput),
    /// Remove it
    #[command(after_help = "Examples:\n  sciatica profile clear\n  sciatica profile clear --plain\n  \
                            sciatica profile clear --format json")]
    Clear(OnlyOutput),
}

#[derive(Debug, clap::Args)]
struct SetArgs {
    /// Precautions that apply to you; "none": you looked, and none does
    #[arg(value_name = "ID", value_delimiter = ',', required_unless_present = "cleared")]
    words: Vec<String>,
    /// A precaution in spite of which a clinician agreed
    #[arg(long, value_name = "ID,ID", value_delimiter = ',')]
    cleared: Vec<String>,
    #[command(flatten)]
    output: OutputArgs,
}

#[derive(Debug, clap::Args)]
struct OnlyOutput {
    #[command(flatten)]
    output: OutputArgs,
}

/// Why a sign that ends self-care is not kept.
const FOR_NOW: &str = "This is for now, not for a profile: nothing was kept or changed.\n";
/// The file can be changed by other means, or kept for another catalogue.
const NOT_TO_BE_KEPT: &str = "This is for now, not for a profile. To keep nothing: sciatica profile clear\n";

pub(super) fn answer(args: &Args, world: &World<'_>) -> Result<Reply, Error> {
    match &args.action {
        None => show(&args.output, world),
        Some(Action::Show(only)) => show(&only.output, world),
        Some(Action::Set(args)) => set(args, world),
        Some(Action::Clear(only)) => clear(&only.output, world),
    }
}

/// What the reader keeps.
///
/// # Errors
/// There is something that says nothing that can be relied on, or that this catalogue does not know.
pub(super) fn kept(catalogue: &Catalogue, file: &dyn ProfileFile) -> Result<Option<KeptProfile>, ProfileError> {
    let unusable = |cause: String| ProfileError::Unusable { path: place(file).unwrap_or_default(), cause };
    let Some(text) = file.read().map_err(|error| unusable(error.to_string()))? else { return Ok(None) };
    let kept = KeptProfile::read(&text).map_err(unusable)?;
    let unknown = kept.declared().iter().find(|id| catalogue.index().precaution(id).is_none());
    match unknown {
        Some(id) => Err(unusable(format!("no precaution has the id \"{id}\" here"))),
        None => Ok(Some(kept)),
    }
}

fn place(file: &dyn ProfileFile) -> Option<String> {
    file.path().map(|path| whole(&path))
}

fn set(args: &SetArgs, world: &World<'_>) -> Result<Reply, Error> {
    let catalogue = args.output.open(world)?;
    // Blanks part names here too, so a comma may have nothing behind it.
    let words: Vec<String> = args.words.iter().filter(|word| !word.trim().is_empty()).cloned().collect();
    if words.is_empty() && args.cleared.is_empty() {
        return Err(DeclarationError::Empty.into());
    }
    let Declared { profile, sign } = declared(&catalogue, &words, &args.cleared)?;
    let kept = KeptProfile::of(&profile);
    let guide = Guide::with_profile(&catalogue, &args.output, profile, world)?;
    let stopped = match sign {
        Some(sign) => Some(guide.stop_at(&sign)?),
        None => guide.red_flag()?,
    };
    if let Some(mut reply) = stopped {
        reply.rendered.aside.push_str(FOR_NOW);
        return Ok(reply);
    }
    let path = place(world.profile).ok_or(ProfileError::NoPlace)?;
    let text = kept.text().map_err(|error| Error::Internal { cause: error.to_string() })?;
    world.profile.write(&text).map_err(|cause| ProfileError::Unwritten { path, cause })?;
    report(ProfileReport::Kept, Some(kept), &catalogue, &args.output, world)
}

fn show(output: &OutputArgs, world: &World<'_>) -> Result<Reply, Error> {
    let (catalogue, broken) = output.open_always(world)?;
    let (kept, unusable) = match kept(&catalogue, world.profile) {
        Err(error) => (None, Some(Error::from(error))),
        Ok(kept) => (kept, None),
    };
    let found = match (&kept, &unusable) {
        (_, Some(_)) => ProfileReport::Unusable,
        (Some(_), None) => ProfileReport::Kept,
        (None, None) => ProfileReport::None,
    };
    let is_unusable = unusable.is_some();
    let reply = report(found, kept, &catalogue, output, world)?.beside(unusable).beside(broken);
    Ok(if is_unusable { reply.ending(Exit::Failed) } else { reply })
}

fn clear(output: &OutputArgs, world: &World<'_>) -> Result<Reply, Error> {
    let (catalogue, broken) = output.open_always(world)?;
    let path = place(world.profile).unwrap_or_default();
    let removed = world.profile.remove().map_err(|cause| ProfileError::Unremoved { path, cause })?;
    let done = if removed { ProfileReport::Removed } else { ProfileReport::None };
    Ok(report(done, None, &catalogue, output, world)?.beside(broken))
}

fn report(
    report: ProfileReport,
    kept: Option<KeptProfile>,
    catalogue: &Catalogue,
    output: &OutputArgs,
    world: &World<'_>,
) -> Result<Reply, Error> {
    let path = place(world.profile);
    let kept = kept.map_or(Kept::Nothing, Kept::Profile);
    let guide = Guide::with_profile(catalogue, output, Profile::default().and_kept(kept), world)?;
    if let Some(mut reply) = guide.red_flag()? {
        reply.rendered.aside.push_str(NOT_TO_BE_KEPT);
        return Ok(reply);
    }
    let guide = guide.about_the_profile();
    guide.reply(
        "profile",
        || vec![Part::Card(profile_card(&guide.scope, report, path.as_deref()))],
        || vec![ProfileRecord::new(guide.scope.reader.profile().kept(), path.as_deref())],
    )
}
