//! `sciatica profile`: what applies to the reader, kept from one answer to the next.

use clap::Subcommand;

use super::arguments::{OutputArgs, without_effect};
use super::declaration::{Declaration, path_of, read_kept};
use super::guide::{Guide, Replied};
use crate::error::{Error, Exit, ProfileError};
use crate::view::{ProfileRecord, ProfileReport, profile_card};
use crate::world::World;
use guide::query::QueryError;
use guide::screening::{Kept, KeptProfile};
use guide::shelf::Catalogue;

/// Keep what applies to you
///
/// Each answer holds to it: every command that takes --with reads it and names it; --with adds to it, --no-profile leaves it out for once. It is one
/// file that only you can read, and "show" says where: sciatica/profile.json in ~/.config or in the folder that XDG names
/// instead, on Windows in %APPDATA%. Nothing else is stored, nothing leaves this machine, and "clear" removes it.
#[derive(Debug, clap::Args)]
#[command(
    args_conflicts_with_subcommands = true,
    after_help = "Examples:\n  sciatica profile set pregnancy blood-thinners\n  sciatica profile show\n  \
                        sciatica profile clear"
)]
#[command(mut_args(|argument| without_effect(argument, &["sources"])))]
pub(super) struct Args {
    #[command(subcommand)]
    action: Option<ProfileAction>,
    #[command(flatten)]
    output: OutputArgs,
}

#[derive(Debug, Subcommand)]
enum ProfileAction {
    /// Keep these precautions, in the place of those that were kept
    ///
    /// Every command that takes --with then holds to them. A sign to get help is not kept: it is told at once.
    #[command(
        after_help = "Examples:\n  sciatica profile set pregnancy blood-thinners\n  sciatica profile set none\n  \
                        sciatica profile set warfarin --cleared pregnancy"
    )]
    Set(SetArgs),
    /// Show what is kept about you, where, and how to change it
    ///
    /// Without a word, "profile" does the same. It changes nothing.
    #[command(after_help = "Examples:\n  sciatica profile\n  sciatica profile show --plain\n  \
                            sciatica profile show --format json")]
    Show(OutputArgs),
    /// Remove what is kept about you
    ///
    /// The file is taken away. What you declare is on the command line alone from then on.
    #[command(after_help = "Examples:\n  sciatica profile clear\n  sciatica profile clear --plain\n  \
                            sciatica profile clear --format json")]
    Clear(OutputArgs),
}

#[derive(Debug, clap::Args)]
struct SetArgs {
    /// Precautions that apply to you; "none": you looked, and none does
    #[arg(value_name = "ID", value_delimiter = ',', required_unless_present = "cleared")]
    words: Vec<String>,
    /// A precaution in spite of which whoever you asked agreed
    #[arg(long, value_name = "ID,ID", value_delimiter = ',')]
    cleared: Vec<String>,
    #[command(flatten)]
    output: OutputArgs,
}

/// Why a sign that ends self-care is not kept.
const FOR_NOW: &str = "This is for now, not for a profile: nothing was kept or changed.\n";
/// The file can be changed by other means, or kept for another catalogue.
const NOT_TO_BE_KEPT: &str = "This is for now, not for a profile. To keep nothing: sciatica profile clear\n";

/// Others may know now; nobody else could have changed it.
const OPEN_TO_OTHERS: &str =
    "The mode of that file lets others read it. For you alone: set it anew with sciatica profile set, or chmod 600.\n";

pub(super) fn answer(args: &Args, world: &World<'_>) -> Replied {
    match &args.action {
        None => show(&args.output, world),
        Some(ProfileAction::Show(output)) => show(output, world),
        Some(ProfileAction::Set(args)) => set(args, world),
        Some(ProfileAction::Clear(output)) => clear(output, world),
    }
}

fn set(args: &SetArgs, world: &World<'_>) -> Replied {
    let catalogue = args.output.open(world)?;
    // Blanks part names here too, so a comma may have nothing behind it.
    let words: Vec<String> = args.words.iter().filter(|word| !word.trim().is_empty()).cloned().collect();
    if words.is_empty() && args.cleared.is_empty() {
        return Err(QueryError::NothingDeclared.into());
    }
    let declaration = Declaration::of(&catalogue, &words, &args.cleared)?;
    let kept = declaration.profile.to_keep();
    if let Some(stop) = Guide::new(&catalogue, &args.output, declaration, world)?.red_flag()? {
        return Ok(stop.adding(FOR_NOW));
    }
    let path = path_of(world.profile).ok_or(ProfileError::NoPlace)?;
    let text = kept.text().map_err(Error::damaged)?;
    world.profile.write(&text).map_err(|cause| ProfileError::Unwritten(path, cause))?;
    report(ProfileReport::Kept, Some(kept), &catalogue, &args.output, world)
}

fn show(output: &OutputArgs, world: &World<'_>) -> Replied {
    let (catalogue, broken) = output.open_always(world)?;
    let (found, kept, unusable) = match read_kept(&catalogue, world.profile) {
        Err(error) => (ProfileReport::Unusable, None, Some(Error::from(error))),
        Ok(None) => (ProfileReport::None, None, None),
        Ok(kept) => (ProfileReport::Kept, kept, None),
    };
    let (is_unusable, is_open) = (unusable.is_some(), kept.is_some() && world.profile.is_open_to_others());
    let reply = report(found, kept, &catalogue, output, world)?.beside(unusable).beside(broken);
    let reply = if is_open { reply.adding(OPEN_TO_OTHERS) } else { reply };
    Ok(if is_unusable { reply.ending(Exit::Failed) } else { reply })
}

fn clear(output: &OutputArgs, world: &World<'_>) -> Replied {
    output.whatever_is_wrong(world, |catalogue| {
        let path = path_of(world.profile).unwrap_or_default();
        let removed = world.profile.remove().map_err(|cause| ProfileError::Unremoved(path, cause))?;
        let done = if removed { ProfileReport::Removed } else { ProfileReport::None };
        report(done, None, catalogue, output, world)
    })
}

fn report(
    report: ProfileReport,
    kept: Option<KeptProfile>,
    catalogue: &Catalogue,
    output: &OutputArgs,
    world: &World<'_>,
) -> Replied {
    let path = path_of(world.profile);
    let kept = kept.map_or(Kept::Nothing, Kept::Profile);
    let guide = Guide::new(catalogue, output, Declaration::default().and_kept(kept), world)?;
    if let Some(stop) = guide.red_flag()? {
        return Ok(stop.adding(NOT_TO_BE_KEPT));
    }
    let guide = guide.about_the_profile();
    let scope = &guide.scope;
    let record = || vec![ProfileRecord::new(scope.reader.profile().kept(), path.as_deref())];
    guide.card("profile", || profile_card(scope, report, path.as_deref()), record)
}
