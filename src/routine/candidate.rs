//! The entries that could be in a routine, with what is left of them for this reader; and those that cannot, with why.

use super::amount::Course;
use super::offer::Offer;
use super::repertoire::{Entry, Repertoire};
use super::{EntryName, LeftOut, Reason, Request, Stage};
use crate::catalogue::{
    Claim, FindStep, Kind, NamedStep, Part, Point, PointRow, Position, PracticeRow, Stretch, Technique, Thing,
};
use crate::screening::{Level, Screened, Verdict};

/// An entry that could be in a routine.
#[derive(Debug)]
pub(super) struct Candidate {
    pub(super) stage: Stage,
    pub(super) name: EntryName,
    /// The regions of the body that it reaches.
    pub(super) regions: Vec<String>,
    /// What sorts candidates of a stage: points from back to foot, stretches by how few precautions touch them.
    pub(super) rank: String,
    /// Its ways that fit, the preferred one first; never empty.
    pub(super) ways: Vec<Way>,
    /// Whether a routine that has a name prefers them in this order, however often the reader has to move.
    pub(super) in_that_order: bool,
    /// What holds for this reader.
    pub(super) limits: Vec<String>,
}

/// A way that fits.
#[derive(Debug)]
pub(super) struct Way {
    pub(super) label: String,
    /// The positions that fit, the preferred one first; never empty.
    pub(super) positions: Vec<Position>,
    pub(super) each_side: bool,
    pub(super) course: Course,
    pub(super) pressure: Option<u8>,
    pub(super) instruction: Vec<Claim>,
    pub(super) things: Vec<Thing>,
}

/// Candidates, and what is left out.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    pub(super) candidates: Vec<Candidate>,
    pub(super) left_out: Vec<LeftOut>,
}

/// Gathers candidates for a reader and a request.
pub(super) struct Gatherer<'g> {
    pub(super) repertoire: &'g Repertoire<'g>,
    pub(super) request: &'g Request<'g>,
}

/// An entry before its ways are weighed.
struct Opening<'o> {
    stage: Stage,
    name: EntryName,
    regions: Vec<String>,
    rank: String,
    find: Vec<Claim>,
    offers: Vec<Offer<'o>>,
}

impl Gatherer<'_> {
    /// Every entry of the regions that were asked for.
    ///
    /// A technique comes in only for a thing that the reader has and that no point or stretch makes use of.
    pub(super) fn all(&self) -> Gathered {
        let mut gathered = Gathered::default();
        let (techniques, others): (Vec<_>, Vec<_>) =
            self.repertoire.entries.iter().partition(|entry| matches!(entry, Entry::Technique(..)));
        for entry in others {
            self.gather(entry, &[], &mut gathered);
        }
        let used: Vec<Thing> =
            gathered.candidates.iter().flat_map(|it| &it.ways).flat_map(|way| &way.things).copied().collect();
        let unused = |thing: &Thing| self.request.at_hand.contains(thing) && !used.contains(thing);
        for entry in techniques.into_iter().filter(|entry| entry.tools().any(|thing| unused(&thing))) {
            let mut tools = Gathered::default();
            self.gather(entry, &[], &mut tools);
            gathered.left_out.append(&mut tools.left_out);
            for mut candidate in tools.candidates {
                candidate.ways.retain(|way| way.things.iter().any(unused));
                gathered.candidates.extend((!candidate.ways.is_empty()).then_some(candidate));
            }
        }
        gathered
    }

    /// The entries of a routine that has a name.
    pub(super) fn named(&self, steps: &[NamedStep]) -> Gathered {
        let mut gathered = Gathered::default();
        for step in steps {
            for entry in self.repertoire.entries.iter().filter(|entry| entry.id() == step.entry) {
                self.gather(entry, &step.ways, &mut gathered);
            }
        }
        gathered
    }

    fn gather(&self, entry: &Entry<'_>, preferred: &[String], gathered: &mut Gathered) {
        match entry {
            Entry::Point(row, screened) => self.point(row, screened, preferred, gathered),
            Entry::Stretch(row, screened) => self.stretch(row, screened, preferred, gathered),
            Entry::Technique(row, screened) => self.technique(row, screened, preferred, gathered),
        }
    }

    fn point(&self, row: &PointRow<'_>, screened: &Screened<'_, Point>, preferred: &[String], gathered: &mut Gathered) {
        if !self.in_region(row.region, Some(row.area)) {
            return;
        }
        let name = EntryName { kind: Kind::Point, id: row.code.to_owned(), title: row.english.to_owned() };
        let Some(permit) = screened.permit() else {
            gathered.left_out.push(withheld(name, screened.verdict()));
            return;
        };
        struck(&name, screened.verdict(), &permit.struck, gathered);
        let bilateral = screened.entry().bilateral;
        let (manifest, gentle) = (self.repertoire.catalogue.manifest(), self.request.gentle);
        let offers = permit.ways.iter().map(|way| Offer::of_pressing(way, bilateral, manifest, gentle)).collect();
        let opening = Opening {
            stage: Stage::Press,
            name,
            regions: vec![row.region.to_owned()],
            rank: row.rank.to_owned(),
            find: permit.find.iter().map(claim_of).collect(),
            offers,
        };
        self.weigh(opening, preferred, screened.verdict(), gathered);
    }

    fn stretch(
        &self,
        row: &PracticeRow<'_>,
        screened: &Screened<'_, Stretch>,
        preferred: &[String],
        gathered: &mut Gathered,
    ) {
        if !self.in_region(row.regions, None) {
            return;
        }
        let name = EntryName { kind: Kind::Stretch, id: row.id.to_owned(), title: row.title.to_owned() };
        let Some(permit) = screened.permit() else {
            gathered.left_out.push(withheld(name, screened.verdict()));
            return;
        };
        struck(&name, screened.verdict(), &permit.struck, gathered);
        let stage = match screened.entry().part {
            Part::WarmUp => Stage::WarmUp,
            Part::Stretch => Stage::Stretch,
            Part::Rest => Stage::Rest,
            Part::Apart => {
                gathered.left_out.push(LeftOut::of(Reason::Apart, name));
                return;
            }
        };
        let touched_by = row.touching.avoid_if().count() + row.touching.ask_if().count();
        let opening = Opening {
            stage,
            name,
            regions: row.regions.split(',').map(str::to_owned).collect(),
            rank: format!("{touched_by:03}"),
            find: Vec::new(),
            offers: permit.ways.iter().map(|way| Offer::of_stretch(way, self.request.gentle)).collect(),
        };
        self.weigh(opening, preferred, screened.verdict(), gathered);
    }

    fn technique(
        &self,
        row: &PracticeRow<'_>,
        screened: &Screened<'_, Technique>,
        preferred: &[String],
        gathered: &mut Gathered,
    ) {
        if !self.in_region(row.regions, None) {
            return;
        }
        let name = EntryName { kind: Kind::Technique, id: row.id.to_owned(), title: row.title.to_owned() };
        let Some(permit) = screened.permit() else {
            gathered.left_out.push(withheld(name, screened.verdict()));
            return;
        };
        struck(&name, screened.verdict(), &permit.struck, gathered);
        let (manifest, gentle) = (self.repertoire.catalogue.manifest(), self.request.gentle);
        let opening = Opening {
            stage: Stage::Press,
            name,
            regions: row.regions.split(',').map(str::to_owned).collect(),
            rank: AFTER_ALL_POINTS.to_owned(),
            find: Vec::new(),
            offers: permit.ways.iter().map(|way| Offer::of_pressing(way, true, manifest, gentle)).collect(),
        };
        self.weigh(opening, preferred, screened.verdict(), gathered);
    }

    /// Keeps the ways that fit; where none does, says what would be easiest to change.
    fn weigh(&self, opening: Opening<'_>, preferred: &[String], verdict: &Verdict<'_>, gathered: &mut Gathered) {
        let Opening { stage, name, regions, rank, find, mut offers } = opening;
        if !preferred.is_empty() {
            let place = |offer: &Offer<'_>| preferred.iter().position(|label| label == offer.label);
            offers.retain(|offer| place(offer).is_some());
            offers.sort_by_key(place);
        }
        let obstacle = offers.iter().filter_map(|offer| offer.obstacle(self.request)).reduce(easier);
        let fitting = offers.into_iter().filter(|offer| offer.obstacle(self.request).is_none());
        let ways: Vec<Way> = fitting
            .map(|offer| Way {
                label: offer.label.to_owned(),
                positions: offer.positions(self.request),
                each_side: offer.each_side,
                course: offer.course,
                pressure: offer.pressure,
                instruction: find.iter().chain(offer.steps).cloned().collect(),
                things: offer.things.into_iter().flatten().collect(),
            })
            .collect();
        if ways.is_empty() {
            // Where a rule struck every way that the routine would use, that has been said.
            gathered.left_out.extend(obstacle.map(|reason| LeftOut::of(reason, name)));
        } else {
            let limits = self.repertoire.reader.limits_in_words(verdict).into_iter().map(str::to_owned).collect();
            let in_that_order = !preferred.is_empty();
            gathered.candidates.push(Candidate { stage, name, regions, rank, ways, in_that_order, limits });
        }
    }

    /// Whether an entry of these regions, between commas, is among what was asked for.
    fn in_region(&self, regions: &str, area: Option<&str>) -> bool {
        self.request.region.is_none_or(|wish| {
            regions.split(',').any(|region| region == wish.region)
                && area.zip(wish.area).is_none_or(|(area, wanted)| area == wanted)
        })
    }
}

fn claim_of(step: &FindStep) -> Claim {
    Claim { text: step.text.clone(), sources: step.sources.clone(), basis: step.basis, why: step.why.clone() }
}

/// Sorts behind the rank of every area.
const AFTER_ALL_POINTS: &str = "999";

/// The obstacle that is easier to change; of any thing that would do, the reader is told.
fn easier(one: Reason, other: Reason) -> Reason {
    let ease = |reason: &Reason| match reason {
        Reason::Needs(_) => 0,
        Reason::Partner => 1,
        Reason::Place => 2,
        _ => 3,
    };
    match (one, other) {
        (Reason::Needs(mut things), Reason::Needs(more)) => {
            things.extend(more.into_iter().filter(|thing| !things.contains(thing)).collect::<Vec<_>>());
            Reason::Needs(things)
        }
        (one, other) if ease(&one) <= ease(&other) => one,
        (_, other) => other,
    }
}

fn withheld(entry: EntryName, verdict: &Verdict<'_>) -> LeftOut {
    let reason = if verdict.level == Some(Level::Ask) { Reason::Ask } else { Reason::Avoid };
    let strongest = verdict.findings.iter().filter(|finding| Some(finding.level) == verdict.level);
    LeftOut { reason, entry, way: None, precautions: once(strongest.map(|finding| finding.rule.precaution)) }
}

/// The ways that a rule struck, each with the precautions that did so.
fn struck(entry: &EntryName, verdict: &Verdict<'_>, labels: &[&str], gathered: &mut Gathered) {
    let open: Vec<usize> = verdict.open_ways().collect();
    let closed = (0..open.len() + labels.len()).filter(|place| !open.contains(place));
    for (place, label) in closed.zip(labels) {
        let closing = || {
            let findings = verdict.findings.iter().filter(|finding| finding.rule.level != Level::Adapt);
            findings.filter(|finding| finding.ways.as_ref().is_some_and(|ways| ways.contains(&place)))
        };
        let avoided = closing().any(|finding| finding.rule.level == Level::Avoid);
        gathered.left_out.push(LeftOut {
            reason: if avoided { Reason::Avoid } else { Reason::Ask },
            entry: entry.clone(),
            way: Some((*label).to_owned()),
            precautions: once(closing().map(|finding| finding.rule.precaution)),
        });
    }
}

fn once<'p>(precautions: impl Iterator<Item = &'p str>) -> Vec<String> {
    let mut ids: Vec<String> = precautions.map(str::to_owned).collect();
    ids.sort();
    ids.dedup();
    ids
}
