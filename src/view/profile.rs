//! The profile that the reader keeps: the line that names it in each answer, and its card.

use super::document::{Block, Card, YOUR_PROFILE};
use super::role::Role;
use super::scope::Scope;
use super::words::typed;
use guide::text::printable;

/// What was done with the profile.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProfileReport {
    /// It is kept.
    Kept,
    /// There is one, and it says nothing that can be relied on.
    Unusable,
    /// None is kept.
    None,
    /// It was removed just now.
    Removed,
}

/// What would say where a profile is kept.
const NAMES_A_PLACE: &str = if cfg!(windows) { "APPDATA" } else { "HOME" };

/// What of this answer comes from the profile that the reader keeps, and where to see it; or that nobody knows where one is.
pub fn kept_words(scope: &Scope<'_>) -> Option<String> {
    if !scope.reader.profile().has_place() {
        return Some(format!("no place is known where one could be kept (set {NAMES_A_PLACE})"));
    }
    let kept = scope.reader.profile().kept()?;
    let shorts = |ids: &[String]| ids.iter().map(|id| scope.short_of(id)).collect::<Vec<_>>().join(", ");
    let declared = if kept.declared().is_empty() { "nothing applies" } else { &shorts(kept.declared()) };
    let agreed = format!("; whoever you asked agreed: {}", shorts(kept.cleared()));
    let agreed = if kept.cleared().is_empty() { "" } else { &agreed };
    Some(format!("{declared}{agreed} ({})", typed("sciatica profile show")))
}

/// The card of a profile: what is kept, where, and how to change it.
pub fn profile_card(scope: &Scope<'_>, report: ProfileReport, path: Option<&str>) -> Card {
    let mut card = Card::titled(title(report), "");
    card.body.push(Block::Gap);
    let is_there = matches!(report, ProfileReport::Kept | ProfileReport::Unusable);
    if report == ProfileReport::Kept {
        kept_lines(scope, &mut card);
    } else if is_there {
        card.tell("Until it is mended, no answer that depends on you is given.");
    } else {
        card.tell("What you declare with --with holds for one answer.");
    }
    if let Some(path) = path {
        card.section(if is_there { "Kept in" } else { "It would be kept in" }, "");
        card.command(printable(path));
    } else {
        card.tell(format!("No place is known where one could be kept: set {NAMES_A_PLACE} to the path of a folder."));
    }
    if is_there {
        card.section("To change it", "");
        card.command(if report == ProfileReport::Kept { set_again(scope) } else { SET.to_owned() });
        card.section("To remove it", "");
        card.command("sciatica profile clear");
        card.say(Role::Neutral, "To leave it out for once", vec!["--no-profile".into()]);
    } else {
        card.section("To keep one", "");
        card.command(SET);
    }
    card.say(Role::Neutral, "The ids", vec![typed("sciatica precautions --no-profile").into()]);
    card
}

const SET: &str = "sciatica profile set ID ID";

fn title(report: ProfileReport) -> &'static str {
    match report {
        ProfileReport::Kept => YOUR_PROFILE,
        ProfileReport::Unusable => "Your profile cannot be used",
        ProfileReport::None => "No profile is kept",
        ProfileReport::Removed => "Your profile is removed",
    }
}

fn kept_lines(scope: &Scope<'_>, card: &mut Card) {
    let profile = scope.reader.profile();
    let precautions = scope.reader.precautions();
    if precautions.is_empty() {
        card.tell("You looked, and nothing of what this guide asks about applies.");
    } else {
        let lines = precautions.iter().map(|precaution| {
            let agreed = profile.is_cleared(&precaution.id).then(|| "whoever you asked agreed".into());
            (precaution.id.clone(), std::iter::once(precaution.title.as_str().into()).chain(agreed).collect())
        });
        card.body.push(Block::Facts(lines.collect()));
    }
    card.tell("Each answer that depends on you holds to it. --with adds to it.");
}

/// The command that would keep the same: to be changed by the reader.
fn set_again(scope: &Scope<'_>) -> String {
    let profile = scope.reader.profile();
    let mut words = vec!["sciatica profile set".to_owned()];
    words.extend(profile.declared().iter().cloned());
    if profile.declared().is_empty() {
        words.push(guide::screening::NOTHING_APPLIES.to_owned());
    }
    words.extend((!profile.cleared().is_empty()).then(|| format!("--cleared {}", profile.cleared().join(","))));
    words.join(" ")
}
