//! The profile that the reader keeps: the line that names it in each answer, and its card.

use super::Scope;
use super::document::{Block, Card, Role, Title, YOUR_PROFILE};
use crate::catalogue::printable;

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

/// What of this answer comes from the profile that the reader keeps, and where to see it.
pub fn kept_words(scope: &Scope<'_>) -> Option<String> {
    let kept = scope.reader.profile().kept()?;
    let shorts = |ids: &[String]| {
        let short = |id: &String| scope.catalogue.index().precaution(id).map_or(id.clone(), |row| row.short.to_owned());
        ids.iter().map(short).collect::<Vec<_>>().join(", ")
    };
    let declared = match kept.declared() {
        [] => "nothing applies".to_owned(),
        some => shorts(some),
    };
    let agreed = match kept.cleared() {
        [] => String::new(),
        some => format!("; a clinician agreed: {}", shorts(some)),
    };
    Some(format!("{declared}{agreed} (sciatica profile show)"))
}

/// The card of a profile: what is kept, where, and how to change it.
pub fn card(scope: &Scope<'_>, report: ProfileReport, path: Option<&str>) -> Card {
    let mut card = Card { title: Title { name: title(report).to_owned(), ..Title::default() }, ..Card::default() };
    card.body.push(Block::Gap);
    let is_there = matches!(report, ProfileReport::Kept | ProfileReport::Unusable);
    if report == ProfileReport::Kept {
        kept_lines(scope, &mut card);
    } else if is_there {
        card.body.push(Block::Text("Until it is mended, no answer that depends on you is given.".into()));
    } else {
        card.body.push(Block::Text("What you declare with --with holds for one answer.".into()));
    }
    if let Some(path) = path {
        let label = if is_there { "Kept in" } else { "It would be kept in" };
        card.section(label, "");
        card.body.push(Block::Command(printable(path)));
    }
    if is_there {
        card.section("To change it", "");
        let again = if report == ProfileReport::Kept { set_again(scope) } else { SET.to_owned() };
        card.body.push(Block::Command(again));
        card.section("To remove it", "");
        card.body.push(Block::Command("sciatica profile clear".to_owned()));
        card.say(Role::Neutral, "To leave it out for once", vec!["--no-profile".into()]);
    } else {
        card.section("To keep one", "");
        card.body.push(Block::Command(SET.to_owned()));
    }
    card.say(Role::Neutral, "The ids", vec!["sciatica precautions --no-profile".into()]);
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
        card.body.push(Block::Text("You looked, and nothing of what this guide asks about applies.".into()));
    } else {
        let lines = precautions.iter().map(|precaution| {
            let agreed = profile.is_cleared(&precaution.id).then(|| "a clinician agreed".into());
            (precaution.id.clone(), std::iter::once(precaution.title.as_str().into()).chain(agreed).collect())
        });
        card.body.push(Block::Facts(lines.collect()));
    }
    card.body.push(Block::Text("Each answer that depends on you holds to it. --with adds to it.".into()));
}

/// The command that would keep the same: to be changed by the reader.
fn set_again(scope: &Scope<'_>) -> String {
    let profile = scope.reader.profile();
    let mut words = vec!["sciatica profile set".to_owned()];
    words.extend(profile.declared().iter().cloned());
    if profile.declared().is_empty() {
        words.push(crate::screening::NOTHING_APPLIES.to_owned());
    }
    words.extend((!profile.cleared().is_empty()).then(|| format!("--cleared {}", profile.cleared().join(","))));
    words.join(" ")
}
