//! The precautions that touch an entry, whoever reads it: judged as a reader is judged.

use std::collections::{BTreeMap, BTreeSet};

use super::rows::{PrecautionRow, Touching, with_implied};
use crate::model::Level;
use crate::screening::{Facets, Rule, judge_alone};

/// The precautions, each with its rules, read once for all entries.
pub(super) struct Precautions<'r, 'c>(Vec<DeclaredAlone<'r, 'c>>);

/// What declaring one precaution and nothing else means.
#[derive(Clone)]
struct DeclaredAlone<'r, 'c> {
    row: &'r PrecautionRow<'c>,
    /// With those that it implies.
    all: Vec<&'c str>,
    /// The rules of all these.
    rules: Vec<&'r Rule<'c>>,
}

impl<'r, 'c> Precautions<'r, 'c> {
    /// Precautions by id, and all rules.
    pub(super) fn new(precautions: &'r [PrecautionRow<'c>], rules: &'r [Rule<'c>]) -> Self {
        let mut of_precaution: BTreeMap<&str, Vec<&Rule<'_>>> = BTreeMap::new();
        for rule in rules {
            of_precaution.entry(rule.head.precaution).or_default().push(rule);
        }
        let implies = |id: &str| -> Vec<&'c str> {
            let row = precautions.binary_search_by_key(&id, |row| row.id).ok().and_then(|place| precautions.get(place));
            row.map(|row| row.implies.clone()).unwrap_or_default()
        };
        let declared = |row: &'r PrecautionRow<'c>| {
            let all = with_implied(row.id, implies);
            let rules = all.iter().filter_map(|id| of_precaution.get(id)).flatten().copied().collect();
            DeclaredAlone { row, all, rules }
        };
        Self(precautions.iter().map(declared).collect())
    }

    /// Those alone in which one of these plays a part.
    pub(super) fn among(&self, ids: &BTreeSet<&str>) -> Self {
        Self(self.0.iter().filter(|declared| declared.all.iter().any(|id| ids.contains(id))).cloned().collect())
    }

    /// The precautions that would close an entry, and those that would have a clinician asked.
    pub(super) fn that_touch(&self, entry: &Facets<'_>) -> Touching<'c> {
        let mut touching = Touching::default();
        for DeclaredAlone { row: precaution, rules, .. } in &self.0 {
            let level = judge_alone(entry, rules.iter().copied(), precaution.red_flag.is_some());
            match level {
                Some(Level::Avoid) => touching.avoid_if.push((precaution.id, precaution.short)),
                Some(Level::Ask) => touching.ask_if.push((precaution.id, precaution.short)),
                _ => {}
            }
        }
        touching
    }

    /// The same for an entry that was judged before these precautions changed.
    pub(super) fn touch_anew(&self, entry: &Facets<'_>, before: &mut Touching<'c>) {
        let anew = self.that_touch(entry);
        let changed = |(id, _): &(&str, &str)| self.0.iter().any(|declared| declared.row.id == *id);
        for (before, anew) in [(&mut before.avoid_if, anew.avoid_if), (&mut before.ask_if, anew.ask_if)] {
            before.retain(|each| !changed(each));
            before.extend(anew);
            before.sort_unstable();
        }
    }
}
