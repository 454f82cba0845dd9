//! What a reader may see of an entry, and whether it got looser.

use std::collections::BTreeMap;

use guide::model::Level;
use guide::model::{Kind, Span, Target};
use guide::screening::{Dose, Dosing, Profile, Reader, Verdict, screen};
use guide::shelf::Catalogue;

use crate::screening::verdict;

/// What a reader may see of an entry.
#[derive(Debug, PartialEq, Eq)]
pub struct Outcome {
    pub level: Option<Level>,
    pub withheld: bool,
    /// The numbers of each way that is left, by its label; empty when withheld.
    pub ways: BTreeMap<String, Numbers>,
}

/// The dose of a way of pressing, or the dosing of a way of stretching.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Numbers {
    pub pressure: Option<u8>,
    pub hold_seconds: Span,
    pub others: Vec<Span>,
}

impl From<Dose> for Numbers {
    fn from(dose: Dose) -> Self {
        Self { pressure: Some(dose.pressure), hold_seconds: dose.hold_seconds, others: vec![dose.rounds, dose.per_day] }
    }
}

impl From<Dosing> for Numbers {
    fn from(dosing: Dosing) -> Self {
        let others = vec![dosing.repetitions, dosing.sets, dosing.per_day];
        Self { pressure: None, hold_seconds: dosing.hold_seconds, others }
    }
}

/// The ways that a reader may see; `None` without a permit.
pub fn permitted(catalogue: &Catalogue, entry: Target<'_>, verdict: Verdict<'_>) -> Option<Vec<(String, Numbers)>> {
    let id = entry.id;
    match entry.kind {
        Kind::Point => screen(catalogue.point(id).unwrap(), verdict)
            .permit()
            .map(|permit| permit.ways.iter().map(|way| (way.label.to_owned(), way.dose.into())).collect()),
        Kind::Stretch => screen(catalogue.stretch(id).unwrap(), verdict)
            .permit()
            .map(|permit| permit.ways.iter().map(|way| (way.label.to_owned(), way.dosing.into())).collect()),
        _ => screen(catalogue.technique(id).unwrap(), verdict)
            .permit()
            .map(|permit| permit.ways.iter().map(|way| (way.label.to_owned(), way.dose.into())).collect()),
    }
}

pub fn outcome(catalogue: &Catalogue, entry: Target<'_>, declared: &[String], cleared: &[String]) -> Outcome {
    let reader = catalogue.reader(Profile::new(declared.to_vec(), cleared.to_vec())).unwrap();
    outcome_for(catalogue, &reader, entry)
}

pub fn outcome_for<'c>(catalogue: &'c Catalogue, reader: &Reader<'c>, entry: Target<'_>) -> Outcome {
    let what = format!("{} for {:?}", entry.id, reader.profile());
    let verdict = verdict(catalogue, reader, entry);
    let strongest = verdict.findings.iter().map(|finding| finding.level).max();
    assert_eq!(verdict.level, strongest, "the level of {what} is not its strongest finding's");
    let (level, withheld) = (verdict.level, verdict.withheld);
    if withheld {
        // Every permit refuses, so the entry need not be parsed more than this once.
        return Outcome { level, withheld, ways: BTreeMap::new() };
    }
    let limits: Vec<_> = verdict.findings.iter().map(|it| (it.rule.limit, it.ways.clone())).collect();
    let open: Vec<usize> = verdict.open_ways().collect();
    let permitted = permitted(catalogue, entry, verdict).expect("a permit for what is not withheld");
    assert_eq!(permitted.len(), open.len(), "{what}");
    for ((label, numbers), place) in permitted.iter().zip(open) {
        let selecting = |ways: &Option<Vec<usize>>| ways.as_ref().is_none_or(|ways| ways.contains(&place));
        for (limit, _) in limits.iter().filter(|(_, ways)| selecting(ways)) {
            let most = limit.hold_seconds_at_most.unwrap_or(u16::MAX);
            let hardest = limit.pressure_at_most.unwrap_or(u8::MAX);
            let held = numbers.hold_seconds.min <= most && numbers.hold_seconds.max <= most;
            assert!(held && numbers.pressure <= Some(hardest), "a limit does not hold for {what}, {label}");
        }
    }
    Outcome { level, withheld, ways: permitted.into_iter().collect() }
}

/// Every question about adding one precaution, answered: nothing got looser.
pub fn assert_no_looser(what: &str, before: &Outcome, after: &Outcome) {
    assert!(after.level >= before.level, "{what}: the level fell from {before:?} to {after:?}");
    assert!(after.withheld || !before.withheld, "{what}: what was withheld came back");
    for (label, numbers) in &after.ways {
        let Some(old) = before.ways.get(label) else { panic!("{what}: the way {label:?} came back") };
        assert_eq!(*numbers, tighter(numbers, old), "{what}: the dose of {label:?} grew from {old:?}");
    }
}

pub fn tighter(one: &Numbers, other: &Numbers) -> Numbers {
    let span = |one: Span, other: Span| Span { min: one.min.min(other.min), max: one.max.min(other.max) };
    Numbers {
        pressure: one.pressure.min(other.pressure),
        hold_seconds: span(one.hold_seconds, other.hold_seconds),
        others: one.others.iter().zip(&other.others).map(|(one, other)| span(*one, *other)).collect(),
    }
}

/// The ways that two readers both may see, within the limits of both.
pub fn shared(one: &Outcome, other: &Outcome) -> BTreeMap<String, Numbers> {
    let both = one.ways.iter().filter_map(|(label, numbers)| Some((label, tighter(numbers, other.ways.get(label)?))));
    both.map(|(label, numbers)| (label.clone(), numbers)).collect()
}

/// Every entry with how-to of a catalogue.
pub fn practices(catalogue: &Catalogue) -> Vec<Target<'_>> {
    let entries = catalogue.index().screened();
    entries.map(|facets| Target { kind: facets.kind, id: facets.id }).collect()
}
