//! Checks on precautions and their rules.

use super::inspection::Inspection;
use super::locate::{PathStep, steps};
use super::parse::Parsed;
use super::problem::Problem;
use crate::model::{Kind, Level, LimitText, PREGNANCY, Selection, Weeks};
use crate::screening::{Select, Week};

/// `adapt` says within which limit, `ask` says whom and what.
pub(super) fn rules_are_complete(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    let limits = |limit: &LimitText| {
        limit.pressure_at_most.is_some() || limit.hold_seconds_at_most.is_some() || limit.text.is_some()
    };
    for (file, place, rule) in inspection.rules() {
        let (message, remedy) = match rule.level {
            _ if rule.leaves_out && selects_by_more(&rule.select) => {
                ("a rule that leaves out ways by more than `only_in`", "let `only_in` alone select its ways")
            }
            _ if rule.leaves_out == rule.select.only_in.is_empty() => {
                ("`leaves_out` and `only_in` belong together", "leave out ways by `only_in`, and only by it")
            }
            Level::Avoid | Level::Ask if rule.leaves_out => {
                ("a rule that only leaves out what a reader cannot do", "give it the level adapt: it is no danger")
            }
            Level::Adapt if !rule.leaves_out && !rule.limit.as_ref().is_some_and(limits) => {
                ("a rule of level adapt without a limit", "say within which limit")
            }
            Level::Ask if rule.ask_whom.is_none() || rule.ask_what.is_none() => {
                ("a rule of level ask that does not say whom to ask, or what", "add `ask_whom` and `ask_what`")
            }
            _ => continue,
        };
        file.report(&steps!["rules", place], message, remedy, problems);
    }
}

/// The short reasons of a precaution are of levels that its rules have, and where somebody is to be asked, say whom and what.
pub(super) fn short_reasons_are_complete(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    for Parsed { file, content: precaution } in &inspection.precautions {
        let Some(in_short) = &precaution.in_short else { continue };
        for level in Level::ALL {
            let is_a_rule = precaution.rules.iter().any(|rule| rule.level == level);
            // A rule that strikes some ways leaves the others with limits, whatever its level.
            let may_be_told = is_a_rule || (level == Level::Adapt && !precaution.rules.is_empty());
            let is_told = in_short.reason(level).is_some();
            if is_a_rule && !is_told || is_told && !may_be_told {
                let message = format!("its rules and its short reasons disagree about {}", level.id());
                let remedy = "give a short reason for each level of its rules, and for no other";
                file.report(&steps!["in_short"], message, remedy, problems);
            }
        }
        if in_short.ask.is_some() != in_short.question().is_some() {
            let remedy = "add `ask_whom` and `ask_what`, or `ask`";
            file.report(&steps!["in_short"], "does not say whom to ask, what, and why", remedy, problems);
        }
    }
}

fn selects_by_more(Selection { tools, reach, positions, movements, pressure_at_least, .. }: &Selection) -> bool {
    tools.len() + reach.len() + positions.len() + movements.len() > 0 || pressure_at_least.is_some()
}

/// The key of a list in a rule, or the two; the ids there; what each is of; and whether that is there.
type NamedIds<'r> = (&'r [&'r str], &'r [String], &'r str, &'r dyn Fn(&str) -> bool);

/// The entries, kinds, regions and areas that a rule names are there.
pub(super) fn rules_name_what_exists(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    const SHOWN: [Kind; 4] = [Kind::Point, Kind::Stretch, Kind::Technique, Kind::Topic];
    let (regions, areas) = (inspection.regions(), inspection.areas());
    let is_entry = |id: &str| SHOWN.into_iter().any(|kind| inspection.has(kind, id));
    let is_kind = |id: &str| Kind::parse(id).is_some();
    let is_region = |id: &str| regions.as_ref().is_none_or(|known| known.contains(id));
    let is_area = |id: &str| areas.as_ref().is_none_or(|known| known.contains(id));
    for (file, place, rule) in inspection.rules() {
        let named: [NamedIds<'_>; 5] = [
            (&["select", "entries"], &rule.select.entries, "entry", &is_entry),
            (&["select", "kinds"], &rule.select.kinds, "kind", &is_kind),
            (&["select", "regions"], &rule.select.regions, "region", &is_region),
            (&["select", "areas"], &rule.select.areas, "area", &is_area),
            (&["instead"], &rule.instead, "entry", &is_entry),
        ];
        for (keys, ids, what, is_there) in named {
            for (number, id) in ids.iter().enumerate().filter(|(_, id)| !is_there(id)) {
                let keys = keys.iter().map(|key| PathStep::from(*key));
                let steps: Vec<_> = steps!["rules", place].into_iter().chain(keys).chain([number.into()]).collect();
                let remedy = format!("name one that is there, or add the {what}");
                file.report(&steps, format!("no {what} is called {id:?}"), &remedy, problems);
            }
        }
    }
}

/// A rule that selects nothing protects nobody.
pub(super) fn rules_select_something(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    if inspection.has_a_broken_file() {
        return;
    }
    let entries = inspection.facets();
    for (file, place, rule) in inspection.rules() {
        let select = Select::of(&rule.select);
        if !entries.iter().any(|entry| select.matches(entry)) {
            let remedy = "correct what it selects, or take it out";
            file.report(&steps!["rules", place, "select"], "the rule selects no entry", remedy, problems);
        }
    }
}

/// The red flag that a precaution raises is there.
pub(super) fn red_flags_exist(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    for Parsed { file, content: precaution } in &inspection.precautions {
        if let Some(id) = precaution.red_flag.as_ref().filter(|id| !id.is_empty()) {
            inspection.demand((Kind::RedFlag, id), file, &steps!["red_flag"], problems);
        }
    }
}

/// More rules are for a precaution that is there.
pub(super) fn more_rules_have_their_precaution(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    for Parsed { file, content: more } in &inspection.more_rules {
        if !inspection.has(Kind::Precaution, &more.precaution) {
            let message = format!("no precaution is called {:?}", more.precaution);
            let remedy = "name one that is there: sciatica precautions";
            file.report(&steps!["precaution"], message, remedy, problems);
        }
    }
}

/// A week is told beside a pregnancy alone, so no other rule can hold for some.
pub(super) fn weeks_are_those_of_a_pregnancy(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    let own = inspection.precautions.iter().map(|it| (&it.file, it.content.id.as_str(), &it.content.rules));
    let more = inspection.more_rules.iter().map(|it| (&it.file, it.content.precaution.as_str(), &it.content.rules));
    for (file, precaution, rules) in own.chain(more) {
        for (place, Weeks { from, to }) in rules.iter().enumerate().filter_map(|(place, it)| Some((place, it.weeks?))) {
            let (first, last) = (from.unwrap_or(1), to.unwrap_or(Week::LAST));
            let (message, remedy) = if precaution != PREGNANCY {
                ("weeks in a rule of another precaution than pregnancy", "take them out: nobody tells a week there")
            } else if first < 1 || last > Week::LAST || first > last || (from, to) == (None, None) {
                ("no weeks of a pregnancy", "give the first, the last, or both, within 1 to 42")
            } else {
                continue;
            };
            file.report(&steps!["rules", place, "weeks"], message, remedy, problems);
        }
    }
}

/// What a precaution implies is there, and is another one; so is the page that tells more of it. One that raises a red flag
/// ends self-care, which nobody declares by the way.
pub(super) fn precautions_lead_to_what_exists(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    for Parsed { file, content: precaution } in &inspection.precautions {
        for (place, id) in precaution.implies.iter().enumerate() {
            let steps = steps!["implies", place];
            inspection.demand((Kind::Precaution, id), file, &steps, problems);
            let ends = inspection.ask_precaution(id, |implied| implied.red_flag.is_some());
            if *id == precaution.id || ends == Some(true) {
                let message = format!("{id:?} cannot be implied here");
                file.report(&steps, message, "imply another precaution, that raises no red flag", problems);
            }
        }
        for (place, advice) in precaution.advice.iter().enumerate() {
            for (number, id) in advice.calls_open.iter().enumerate().filter(|(_, id)| !inspection.has_how_to(id)) {
                let message = format!("no point, stretch or technique is called {id:?}");
                let steps = steps!["advice", place, "calls_open", number];
                file.report(&steps, message, "name an entry that tells how to do it", problems);
            }
        }
        if let Some(page) = precaution.page.as_ref().filter(|page| !page.is_empty()) {
            inspection.demand((Kind::Topic, page), file, &steps!["page"], problems);
        }
    }
}
