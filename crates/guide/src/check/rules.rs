//! Checks on precautions and their rules.

use super::inspection::Inspection;
use super::locate::{PathStep, steps};
use super::parse::Parsed;
use super::problem::Problem;
use crate::model::{Kind, Level, LimitText};
use crate::screening::Select;

/// `adapt` says within which limit, `ask` says whom and what.
pub(super) fn rules_are_complete(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    let limits = |limit: &LimitText| {
        limit.pressure_at_most.is_some() || limit.hold_seconds_at_most.is_some() || limit.text.is_some()
    };
    for (file, place, rule) in inspection.rules() {
        let (message, remedy) = match rule.level {
            Level::Adapt if !rule.limit.as_ref().is_some_and(limits) => {
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
