//! The questions of a check, in the order in which they are asked: `triage.json`.

use std::collections::BTreeSet;

use serde::Deserialize;
use serde::de::IgnoredAny;

use super::claim::Claim;
use super::index::Index;
use super::red_flag::Urgency;

/// The questions of a check.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TriageQuestions {
    /// Where an editor finds what may stand in this file.
    #[serde(rename = "$schema", default)]
    #[cfg_attr(test, schemars(with = "String"))]
    _schema: Option<IgnoredAny>,
    /// The screens, the most urgent first.
    pub screens: Vec<Screen>,
    /// What no number of noes changes.
    pub reminder: Claim,
}

/// Questions that are asked together: about signs, or about precautions.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Screen {
    /// Its id.
    pub id: String,
    /// What they have in common.
    pub heading: String,
    /// The precautions that make it worth asking, each asked about on an earlier screen: it is shown to those alone who
    /// have one of them, and holds the signs of those that they have. Left out where everybody is asked.
    #[serde(default)]
    pub only_for: Vec<String>,
    /// Red flags, by id.
    #[serde(default)]
    pub flags: Vec<String>,
    /// Precautions, by id; where there are no flags.
    #[serde(default)]
    pub precautions: Vec<String>,
}

/// So many questions are seen at a glance on a terminal of 24 rows, with heading and prompt.
pub(super) const MOST_ON_A_SCREEN: usize = 18;

impl TriageQuestions {
    /// Every red flag, in the order in which they are asked.
    pub fn flags(&self) -> impl Iterator<Item = &String> {
        self.screens.iter().flat_map(|screen| &screen.flags)
    }

    /// Asks about every red flag and precaution that no screen names: those that were added. Each joins the last of our
    /// screens of its kind and urgency that has room, so that a check stays short.
    pub(super) fn ask_the_rest(&mut self, index: &Index) {
        let named = self.screens.iter().flat_map(|screen| screen.flags.iter().chain(&screen.precautions));
        let named: BTreeSet<String> = named.cloned().collect();
        for flag in index.red_flags().filter(|flag| !named.contains(flag.id)) {
            if let Some(urgency) = Urgency::parse(flag.urgency) {
                self.ask_about_sign(flag.id, urgency, index);
            }
        }
        for row in index.precautions().filter(|row| !named.contains(row.id)) {
            self.ask_about_precaution(row.id);
        }
    }

    fn ask_about_sign(&mut self, id: &str, urgency: Urgency, index: &Index) {
        let urgency_of = |screen: &Screen| {
            let rows = screen.flags.iter().filter_map(|id| index.red_flag(id));
            rows.filter_map(|row| Urgency::parse(row.urgency)).max()
        };
        let fits = |it: &Screen| it.only_for.is_empty() && urgency_of(it) == Some(urgency) && has_room(&it.flags);
        let place = self.screens.iter().rposition(fits);
        let place = place.unwrap_or_else(|| {
            let as_urgent = self.screens.iter().rposition(|screen| urgency_of(screen) >= Some(urgency));
            self.insert(as_urgent.map_or(0, |place| place + 1))
        });
        if let Some(screen) = self.screens.get_mut(place) {
            screen.flags.push(id.to_owned());
        }
    }

    /// Precautions that come before a sign decide whether it is asked about; what is added decides nothing of ours.
    fn ask_about_precaution(&mut self, id: &str) {
        let at_the_end = self.screens.iter().rev().take_while(|screen| !screen.precautions.is_empty()).count();
        let begin = self.screens.len() - at_the_end;
        let place = self.screens.iter().skip(begin).rposition(|screen| has_room(&screen.precautions));
        let place = place.map_or_else(|| self.insert(self.screens.len()), |place| begin + place);
        if let Some(screen) = self.screens.get_mut(place) {
            screen.precautions.push(id.to_owned());
        }
    }

    /// A new screen for what was added, where none of ours has room.
    fn insert(&mut self, place: usize) -> usize {
        let heading = "Added to the guide by whoever runs it here".to_owned();
        let id = format!("added-{place}");
        let (only_for, flags, precautions) = (Vec::new(), Vec::new(), Vec::new());
        self.screens.insert(place, Screen { id, heading, only_for, flags, precautions });
        place
    }
}

fn has_room(questions: &[String]) -> bool {
    questions.len() < MOST_ON_A_SCREEN
}
