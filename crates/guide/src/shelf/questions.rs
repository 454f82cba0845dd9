//! Where a check asks about what was added to the catalogue.

use std::collections::BTreeSet;

use crate::index::Index;
use crate::model::{MOST_ON_A_SCREEN, Screen, TriageQuestions, Urgency};

/// Asks about every red flag and precaution that no screen names: those that were added. Each joins the last of our
/// screens of its kind and urgency that has room, so that a check stays short.
pub(super) fn ask_the_rest(questions: &mut TriageQuestions, index: &Index) {
    let screens = &mut questions.screens;
    let named = screens.iter().flat_map(|screen| screen.flags.iter().chain(&screen.precautions));
    let named: BTreeSet<String> = named.cloned().collect();
    for flag in index.red_flags().filter(|flag| !named.contains(flag.id)) {
        ask_about_sign(screens, flag.id, flag.urgency, index);
    }
    for row in index.precautions().filter(|row| !named.contains(row.id)) {
        ask_about_precaution(screens, row.id);
    }
}

fn ask_about_sign(screens: &mut Vec<Screen>, id: &str, urgency: Urgency, index: &Index) {
    let urgency_of =
        |screen: &Screen| screen.flags.iter().filter_map(|id| index.red_flag(id)).map(|row| row.urgency).max();
    let fits = |it: &Screen| it.only_for.is_empty() && urgency_of(it) == Some(urgency) && has_room(&it.flags);
    let place = screens.iter().rposition(fits);
    let place = place.unwrap_or_else(|| {
        let as_urgent = screens.iter().rposition(|screen| urgency_of(screen) >= Some(urgency));
        insert(screens, as_urgent.map_or(0, |place| place + 1))
    });
    if let Some(screen) = screens.get_mut(place) {
        screen.flags.push(id.to_owned());
    }
}

/// Precautions that come before a sign decide whether it is asked about; what is added decides nothing of ours.
fn ask_about_precaution(screens: &mut Vec<Screen>, id: &str) {
    let at_the_end = screens.iter().rev().take_while(|screen| !screen.precautions.is_empty()).count();
    let begin = screens.len() - at_the_end;
    let place = screens.iter().skip(begin).rposition(|screen| has_room(&screen.precautions));
    let place = place.map_or_else(|| insert(screens, screens.len()), |place| begin + place);
    if let Some(screen) = screens.get_mut(place) {
        screen.precautions.push(id.to_owned());
    }
}

/// A new screen for what was added, where none of ours has room.
fn insert(screens: &mut Vec<Screen>, place: usize) -> usize {
    let heading = "Added to the guide by whoever runs it here".to_owned();
    let id = format!("added-{place}");
    let (only_for, flags, precautions) = (Vec::new(), Vec::new(), Vec::new());
    screens.insert(place, Screen { id, heading, only_for, flags, precautions });
    place
}

fn has_room(questions: &[String]) -> bool {
    questions.len() < MOST_ON_A_SCREEN
}
