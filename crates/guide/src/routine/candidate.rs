//! The entries that could be in a routine, with what is left of them for this reader; and those that cannot, with why.

use std::collections::BTreeSet;

use super::amount::Course;
use super::entry_name::EntryName;
use super::left_out::{LeftOut, Reason};
use super::offer::Offer;
use super::repertoire::{Repertoire, RepertoireEntry, ScreenedPractice};
use super::request::Request;
use super::step::Stage;
use crate::model::{Claim, FindStep, Kind, Level, NamedStep, OfWays, Position, RoutinePart, Stated, Thing, unmarked};
use crate::screening::{AllowedWay, Facets, Finding, PointPermit, StretchPermit, TechniquePermit};

/// An entry that could be in a routine.
#[derive(Debug)]
pub(super) struct Candidate {
    pub(super) stage: Stage,
    pub(super) name: EntryName,
    /// The regions of the body that it reaches.
    pub(super) regions: Vec<String>,
    /// What sorts candidates of a stage: points from back to foot, stretches by how few precautions touch them.
    pub(super) rank: usize,
    /// Its ways that fit, the preferred one first; never empty.
    pub(super) ways: Vec<FittingWay>,
    /// Whether a routine that has a name prefers them in this order, however often the reader has to move.
    pub(super) in_that_order: bool,
    /// How strongly a rule holds.
    pub(super) level: Option<Level>,
}

/// A way that fits.
#[derive(Debug)]
pub(super) struct FittingWay {
    pub(super) label: String,
    /// The positions that fit, the preferred one first; never empty.
    pub(super) positions: Vec<Position>,
    pub(super) each_side: bool,
    pub(super) course: Course,
    pub(super) pressure: Option<u8>,
    pub(super) instruction: Vec<Claim>,
    pub(super) things: Vec<Thing>,
    /// What holds for this reader.
    pub(super) limits: Vec<String>,
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

/// What of an entry is not withheld, before its ways are weighed.
struct Opening<'o> {
    /// `None` for what is done apart from any routine.
    stage: Option<Stage>,
    find: Vec<&'o FindStep>,
    offers: Vec<Offer<'o>>,
    /// The labels of the ways that a rule struck.
    struck: Vec<&'o str>,
}

impl Gatherer<'_> {
    /// Every entry of the regions that were asked for.
    ///
    /// A technique comes in only for a thing that the reader has and that no point or stretch makes use of.
    pub(super) fn all(&self) -> Gathered {
        let mut gathered = Gathered::default();
        let (techniques, others): (Vec<_>, Vec<_>) =
            self.repertoire.entries.iter().partition(|entry| entry.name.kind == Kind::Technique);
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
            for entry in self.repertoire.entries.iter().filter(|entry| entry.name.id == step.entry) {
                self.gather(entry, &step.ways, &mut gathered);
            }
        }
        gathered
    }

    fn gather(&self, entry: &RepertoireEntry<'_>, preferred: &[String], gathered: &mut Gathered) {
        if !self.in_region(&entry.facets) {
            return;
        }
        let Some(opening) = self.open(entry) else {
            gathered.left_out.push(withheld(entry));
            return;
        };
        struck(entry, &opening.struck, preferred, gathered);
        match opening.stage {
            Some(stage) => self.weigh(stage, opening, entry, preferred, gathered),
            None => gathered.left_out.push(LeftOut::of(apart(entry), entry.name.clone())),
        }
    }

    /// What screening permits of an entry; `None` where it is withheld.
    fn open<'o>(&self, entry: &'o RepertoireEntry<'_>) -> Option<Opening<'o>> {
        let (manifest, gentle) = (self.repertoire.catalogue.manifest(), self.request.gentle);
        let pressing = |ways: &[AllowedWay<'o>], bilateral| -> Vec<Offer<'o>> {
            ways.iter().map(|way| Offer::of_pressing(way, bilateral, manifest, gentle)).collect()
        };
        Some(match &entry.practice {
            ScreenedPractice::Point(screened) => {
                let PointPermit { find, ways, struck, .. } = screened.permit()?;
                let offers = pressing(&ways, screened.entry().bilateral);
                Opening { stage: Some(Stage::Press), find, offers, struck }
            }
            ScreenedPractice::Stretch(screened) => {
                let StretchPermit { ways, struck, .. } = screened.permit()?;
                let offers = ways.iter().map(|way| Offer::of_stretch(way, gentle)).collect();
                Opening { stage: stage_of(screened.entry().part), find: Vec::new(), offers, struck }
            }
            ScreenedPractice::Technique(screened) => {
                let TechniquePermit { ways, struck, .. } = screened.permit()?;
                Opening { stage: Some(Stage::Press), find: Vec::new(), offers: pressing(&ways, true), struck }
            }
        })
    }

    /// Keeps the ways that fit; where none does, says what would be easiest to change.
    fn weigh(
        &self,
        stage: Stage,
        Opening { find, mut offers, .. }: Opening<'_>,
        entry: &RepertoireEntry<'_>,
        preferred: &[String],
        gathered: &mut Gathered,
    ) {
        let name = entry.name.clone();
        if !preferred.is_empty() {
            // A routine and what it names may come from different catalogues.
            let names = |label: &str, offer: &Offer<'_>| unmarked(label) == unmarked(offer.label);
            let place = |offer: &Offer<'_>| preferred.iter().position(|label| names(label, offer));
            offers.retain(|offer| place(offer).is_some());
            offers.sort_by_key(place);
        }
        let obstacle = offers.iter().filter_map(|offer| offer.obstacle(self.request)).reduce(easier);
        let fitting = offers.into_iter().filter(|offer| offer.obstacle(self.request).is_none());
        let limits = |place| self.repertoire.reader.limits_in_words(entry.verdict(), place);
        let ways: Vec<FittingWay> = fitting
            .map(|offer| FittingWay {
                limits: limits(offer.place).into_iter().map(str::to_owned).collect(),
                label: offer.label.to_owned(),
                positions: offer.positions(self.request),
                each_side: offer.each_side,
                course: offer.course,
                pressure: offer.pressure,
                instruction: instruction(&find, &offer),
                things: offer.things.into_iter().flatten().collect(),
            })
            .collect();
        if ways.is_empty() {
            // Where a rule struck every way that the routine would use, that has been said.
            gathered.left_out.extend(obstacle.map(|reason| LeftOut::of(reason, name)));
        } else {
            gathered.candidates.push(Candidate {
                stage,
                name,
                regions: entry.facets.regions.iter().map(|&region| region.to_owned()).collect(),
                rank: entry.rank,
                ways,
                in_that_order: !preferred.is_empty(),
                level: entry.verdict().level,
            });
        }
    }

    /// Whether an entry is of the region that was asked for.
    fn in_region(&self, entry: &Facets<'_>) -> bool {
        let in_area = |wanted| entry.area.zip(wanted).is_none_or(|(area, wanted)| area == wanted);
        self.request.region.is_none_or(|wish| entry.regions.contains(&wish.region) && in_area(wish.area))
    }
}

/// What to do: how the place is found for this way, and its steps.
fn instruction(find: &[&FindStep], offer: &Offer<'_>) -> Vec<Claim> {
    let find = find.iter().filter(|step| step.holds_for(offer.label)).map(|step| step.claim());
    find.chain(offer.steps.iter().cloned()).collect()
}

/// The stage in which a stretch is done; `None` for what is done apart.
fn stage_of(part: RoutinePart) -> Option<Stage> {
    match part {
        RoutinePart::WarmUp => Some(Stage::WarmUp),
        RoutinePart::Stretch => Some(Stage::Stretch),
        RoutinePart::Rest => Some(Stage::Rest),
        RoutinePart::Apart | RoutinePart::ByItself => None,
    }
}

/// Why what is done in no routine is not in this one.
fn apart(entry: &RepertoireEntry<'_>) -> Reason {
    match &entry.practice {
        ScreenedPractice::Stretch(screened) if screened.entry().part == RoutinePart::ByItself => Reason::ByItself,
        _ => Reason::Apart,
    }
}

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

fn withheld(entry: &RepertoireEntry<'_>) -> LeftOut {
    let verdict = entry.verdict();
    let reason = match verdict.level {
        Some(Level::Ask) => Reason::Ask,
        Some(Level::Adapt) => Reason::OutOfReach,
        _ => Reason::Avoid,
    };
    let strongest = verdict.findings.iter().filter(|finding| Some(finding.level) == verdict.level);
    let precautions = once(strongest.map(|finding| finding.rule.precaution));
    LeftOut { precautions, ..LeftOut::of(reason, entry.name.clone()) }
}

/// The ways that a rule struck, of those that the routine would use, each with the precautions that did so.
fn struck(entry: &RepertoireEntry<'_>, labels: &[&str], preferred: &[String], gathered: &mut Gathered) {
    let verdict = entry.verdict();
    let open: Vec<usize> = verdict.open_ways().collect();
    let closed = (0..open.len() + labels.len()).filter(|place| !open.contains(place));
    let is_of_use = |label: &str| preferred.is_empty() || preferred.iter().any(|it| unmarked(it) == unmarked(label));
    for (place, label) in closed.zip(labels).filter(|(_, label)| is_of_use(label)) {
        let closing = || {
            let is_closing = |it: &&Finding<'_>| it.rule.level != Level::Adapt || it.rule.leaves_out;
            let findings = verdict.findings.iter().filter(is_closing);
            findings.filter(|finding| finding.ways.as_ref().is_some_and(|ways| ways.contains(&place)))
        };
        let reason = match closing().map(|finding| finding.rule.level).max() {
            Some(Level::Avoid) => Reason::Avoid,
            Some(Level::Ask) => Reason::Ask,
            _ => Reason::OutOfReach,
        };
        gathered.left_out.push(LeftOut {
            reason,
            entry: entry.name.clone(),
            way: Some((*label).to_owned()),
            precautions: once(closing().map(|finding| finding.rule.precaution)),
        });
    }
}

fn once<'p>(precautions: impl Iterator<Item = &'p str>) -> Vec<String> {
    let ids: BTreeSet<&str> = precautions.collect();
    ids.into_iter().map(str::to_owned).collect()
}
